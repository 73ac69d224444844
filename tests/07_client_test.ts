import type * as stub from "./stubs/07_client/client.ts";
import {
  expectAnswer,
  expectOneAttempt,
  expectOpen,
  expectQuestion,
  expectSent,
  expectThrownOn,
} from "./07_client/expect.ts";
import {
  answer,
  brokenCalls,
  oddBytes,
  oneMiB,
  part,
  question,
  shortWrites,
  sixMiB,
} from "./07_client/messages.ts";
import {
  call,
  calmly,
  connectsTo,
  names,
  readsUnderWay,
  serve,
  sizeOf,
  theServer,
} from "./07_client/servers.ts";
import { expectPlaces, expectResults } from "./07_client/results.ts";
import {
  addressesLeft,
  emptyAsked,
  hasItsAnswer,
  returnsItsAnswer,
} from "./07_client/sentences.ts";
import { expectTimedOut } from "./07_client/timed_out.ts";
import { look, named } from "./07_client/request_words.ts";
import { mistakes } from "./07_client/words.ts";
import { encode, firstDifference, join, payload } from "./support/bytes.ts";
import { Broken } from "./support/broken.ts";
import { checksOf } from "./support/check.ts";
import type { Declared } from "./support/check.ts";
import {
  connectsElsewhere,
  elsewhere,
  lacksElsewhere,
} from "./support/elsewhere.ts";
import { deliver, deliverLong } from "./support/network/deliver.ts";
import { expectSame } from "./support/expect.ts";
import { expectBytes } from "./support/expect_bytes.ts";
import { expect } from "./support/failure.ts";
import type { Words } from "./support/failure.ts";
import {
  attemptsEnd,
  countListeners,
  endLimitIn,
  noLimit,
  reasons,
  stillListen,
} from "./support/limit.ts";
import type { Peer } from "./support/peer.ts";
import { lacksResets } from "./support/resets.ts";
import { settle } from "./support/settle.ts";
import { turns } from "./support/network/turns.ts";
import { expectEachRight, inTurns } from "./support/network/twice.ts";
import { staysPatient, waitsIn as waits } from "./support/network/stillness.ts";
import { t } from "./support/text.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";
import { calls, pending } from "./support/log/wire_log.ts";
import type { Call, WireLog } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("07_client/client.ts");

const asks = check({
  name: t(
    "request() sends the question to the server",
    "request()는 서버에 질문을 보낸다",
  ),
  needs: ["request"],
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const serving = serve(wire, server, [answer], { then: "end" });
  // What it makes of the answer is for the next checks.
  const asked = await settle(() => request(server.address, question, noLimit));
  expectSent(await serving, question, asked);
});

const answers = check({
  name: t(
    "request() returns the server's answer",
    "request()는 서버의 답을 돌려준다",
  ),
  needs: ["request"],
  after: asks,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const serving = serve(wire, server, [answer], { then: "end" });
  const asked = await settle(() => request(server.address, question, noLimit));
  expectOpen(asked, wire);
  expectAnswer(asked.value, answer, wire);
  await serving;
});

check({
  name: t(
    "request() tells the server that the question is over",
    "request()는 질문이 끝났음을 서버에 알린다",
  ),
  needs: ["request"],
  after: asks,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const serving = settle(async () => {
    const peer = await server.accept();
    const read = await peer.receiveToEnd();
    await deliver(peer, [answer], { reader: asking, then: "close" });
    return read;
  });
  wire.onHang(() => ({ look: look.halfClose }));
  const asking = settle(() => request(server.address, question, noLimit));
  expectSent(await serving, question, await asking);
});

check({
  name: t(
    "request() hands on every byte as it is",
    "request()는 모든 바이트를 그대로 전한다",
  ),
  needs: ["request"],
  after: answers,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const [odd, back] = [oddBytes, join([oddBytes, question])];
  const serving = serve(wire, server, [back], { asked: odd });
  const asked = await settle(() => request(server.address, odd, noLimit));
  expectSent(await serving, odd, asked, mistakes.changesTheBytes);
  if (asked.error !== undefined) throw asked.error;
  expectBytes(asked.value, back, named.answer, mistakes.changesTheBytes);
});

check({
  name: t(
    "request() is done as soon as the answer is, and has closed by then",
    "request()는 답이 끝나면 바로 끝나고, 그때 이미 연결을 닫았다",
  ),
  needs: ["request"],
  after: answers,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const serving = serve(wire, server, [answer]);
  const isOpen = () =>
    wire.log.sockets.some(({ side, kind, state }) =>
      side === "student" && kind === "connection" && state === "open"
    );
  let [open, done] = [false, false];
  const asking = settle(() => request(server.address, question, noLimit))
    .then(() => [open, done] = [isOpen(), true]);
  await serving;
  const ended = wire.until((log) =>
    calls(log, "student", "read").some(({ outcome }) => outcome === "end")
  );
  await Promise.race([asking, ended]);
  for (let turn = 0; turn < 20 && !done; turn++) {
    await turns(1);
    await staysPatient(wire);
  }
  await asking;
  expect(!open, mistakes.closesTooLate);
});

check({
  name: t(
    "request() asks anew each time",
    "request()는 호출할 때마다 새로 묻는다",
  ),
  needs: ["request"],
  after: answers,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  for (const text of ["milk 1200\n", "milk 1300\n"]) {
    const serving = serve(wire, server, [encode(text)]);
    const asked = await settle(() =>
      request(server.address, question, noLimit)
    );
    if (asked.error !== undefined) throw asked.error;
    const asks = connectsTo(wire.log, server.address.port);
    const isOld = text.includes("1300") && asks < 2;
    expect(!isOld, { ...mistakes.returnsAnEarlierAnswer, came: asked.came });
    expectAnswer(asked.value, encode(text), wire);
    await serving;
  }
});

const readsAll = check({
  name: t(
    "request() reads the answer to the end of the stream",
    "request()는 답을 스트림의 끝까지 읽는다",
  ),
  needs: ["request"],
  after: answers,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const parts = [7, 1, 1_500, 30].map((size, i) => payload(size, i + 1));
  const serving = serve(wire, server, parts);
  const came = await request(server.address, question, noLimit);
  expectAnswer(came, join(parts), wire);
  await serving;
});

check({
  name: t(
    "request() sends a question of 6 MiB whole",
    "request()는 6 MiB짜리 질문도 빠짐없이 보낸다",
  ),
  needs: ["request"],
  after: asks,
}, async ({ request }, wire) => {
  wire.call(theServer);
  wire.limit(shortWrites);
  const server = wire.server();
  // So that the last write has one byte left.
  const long = payload(sixMiB + 1);
  const serving = serve(wire, server, [answer], { asked: long });
  const asked = await settle(() => request(server.address, long, noLimit));
  expectSent(await serving, long, asked);
});

check({
  name: t(
    "request() returns an answer of 6 MiB whole",
    "request()는 6 MiB짜리 답도 빠짐없이 돌려준다",
  ),
  needs: ["request"],
  after: readsAll,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const long = payload(sixMiB + 1);
  const serving = settle(async () => {
    const peer = await server.accept();
    await peer.receive(question.length);
    return await deliverLong(wire, peer, long, asking);
  });
  const asking = settle(() => request(server.address, question, noLimit));
  const { value, error } = await asking;
  if (error !== undefined) throw error;
  const { value: sent = long } = await serving;
  expectAnswer(value, sent, wire);
});

check({
  name: t(
    "request() asks an empty question and takes an empty answer",
    "request()는 빈 질문도 하고 빈 답도 받는다",
  ),
  needs: ["request"],
  after: answers,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const none = new Uint8Array();
  wire.onHang(() => mistakes.takesAnotherWayForNothing);
  for (const [asked, back] of [[none, answer], [question, none]]) {
    const server = wire.server();
    const serving = settle(async () => {
      const peer = await server.accept();
      // With nothing to send, the end is all that there is of the question.
      await peer.receive(Math.max(asked.length, 1));
      await deliver(peer, [back], { reader: asking, then: "close" });
    });
    const asking = settle(() => request(server.address, asked, noLimit));
    const { value, came } = await asking;
    const isRight = value instanceof Uint8Array && isSame(value, back);
    const { port } = server.address;
    expect(isRight, {
      ...connectsTo(wire.log, port) === 0
        ? mistakes.asksNobodyForNothing
        : asked === none
        ? mistakes.takesAnotherWayForNothing
        : mistakes.takesNoAnswerForAnError,
      expected: emptyAsked(back.length),
      came,
    });
    await serving;
  }
});

check({
  name: t(
    "request() connects to the host of its address, too",
    "request()는 주소에 적힌 호스트로 연결한다",
  ),
  needs: ["request"],
  after: asks,
  lacks: lacksElsewhere,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server({ hostname: elsewhere });
  const serving = serve(wire, server, [answer]);
  const asked = await settle(() => request(server.address, question, noLimit));
  const { address } = calls(wire.log, "student", "connect").at(-1) ?? {};
  expect(address?.hostname === elsewhere, {
    ...mistakes.connectsToAnotherHost,
    ...connectsElsewhere,
    came: asked.came,
  });
  expectSent(await serving, question, asked);
});

const refuses = check({
  name: t(
    "request() throws a refusal on",
    "request()는 연결이 거부되면 그 오류를 그대로 던진다",
  ),
  needs: ["request"],
}, async ({ request }, wire) => {
  const address = await wire.refusedAddress();
  const asking = settle(() => request(address, question, noLimit));
  await expectOneAttempt(asking, wire);
  expectThrownOn(
    await asking,
    Deno.errors.ConnectionRefused,
    mistakes.swallowsTheRefusal,
  );
});

const breaksOff = check({
  name: t(
    "request() does not take a reset for the end of the answer",
    "request()는 강제로 끊긴 연결을 답의 끝으로 여기지 않는다",
  ),
  needs: ["request"],
  after: readsAll,
  lacks: lacksResets,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = await wire.resettingServer();
  const serving = serve(wire, server, [part], { then: "reset" });
  const asking = settle(() => request(server.address, question, noLimit));
  await expectOneAttempt(asking, wire);
  const asked = await asking;
  const value: unknown = asked.value;
  const swallowed = value instanceof Uint8Array && value.length > 0
    ? mistakes.takesAResetForTheEnd
    : mistakes.swallowsTheReset;
  expectThrownOn(asked, Broken, swallowed);
  await serving;
});

check({
  name: t(
    "request() throws a reset on that comes while it sends the question",
    "request()는 질문을 보내는 중에 난 리셋을 그대로 던진다",
  ),
  needs: ["request"],
  after: breaksOff,
  lacks: lacksResets,
}, async ({ request }, wire) => {
  wire.call(theServer);
  wire.limit(shortWrites);
  const server = await wire.resettingServer();
  const serving = settle(async () => {
    const peer = await server.accept();
    // It reads nothing, so there is no room for the whole question.
    await waits(wire, "write");
    peer.reset();
  });
  const long = new Uint8Array(16 * 1024 * 1024);
  const asking = settle(() => request(server.address, long, noLimit));
  await expectOneAttempt(asking, wire);
  expectThrownOn(await asking, Broken, mistakes.forgivesTheSending);
  await serving;
});

check({
  name: t(
    "request() throws every error of a call on as it is",
    "request()는 호출에서 난 오류를 모두 그대로 던진다",
  ),
  needs: ["request"],
  after: answers,
}, async ({ request }, wire) => {
  wire.call(theServer);
  for (const [call, error] of brokenCalls) {
    const server = wire.server();
    const serving = serve(wire, server, [answer]);
    wire.failNext(call, error);
    const asking = settle(() => request(server.address, question, noLimit));
    await expectOneAttempt(asking, wire, server.address);
    const asked = await asking;
    expectSame(error, asked, call, {
      ...mistakes.makesAnErrorOfItsOwn,
      swallowed: mistakes.swallowsAnError,
    });
    if (call !== "connect") await serving;
  }
});

/** The moments at which a limit may end, and how the log shows each. */
const moments: {
  name: Text;
  /** What the server does until then. */
  open(wire: Wire): Promise<Deno.NetAddr> | Deno.NetAddr;
  question?: Uint8Array;
  waitsIn: Call;
  /** How many bytes of the answer have been read by then. */
  read?: number;
  /** What it is if the limit does not end the wait. */
  deaf: Partial<Words>;
}[] = [{
  name: t("while it connects", "연결하는 중에"),
  open: async (wire) => await wire.silentAddress(),
  waitsIn: "connect",
  deaf: mistakes.connectsWithoutTheLimit,
}, {
  name: t("while it sends the question", "질문을 보내는 중에"),
  open(wire) {
    wire.limit(shortWrites);
    return wire.server().address;
  },
  question: new Uint8Array(16 * 1024 * 1024),
  waitsIn: "write",
  deaf: mistakes.writesWithoutTheLimit,
}, {
  name: t("while it awaits the answer", "답을 기다리는 중에"),
  open(wire) {
    const server = wire.server();
    serve(wire, server, [], { then: "silence" });
    return server.address;
  },
  waitsIn: "read",
  read: 0,
  deaf: mistakes.readsWithoutTheLimit,
}, {
  name: t("in the middle of the answer", "답을 받는 중에"),
  open(wire) {
    const server = wire.server();
    serve(wire, server, [part], { then: "silence" });
    return server.address;
  },
  waitsIn: "read",
  read: part.length,
  deaf: mistakes.readsWithoutTheLimit,
}];

const timesOut: Declared[] = [];
for (const { name, open, question: asked, waitsIn, read, deaf } of moments) {
  const declared = check({
    name: t(
      `request() throws TimedOut when the limit ends ${name.en}`,
      `request()는 ${name.ko} 제한 시간이 끝나면 TimedOut을 던진다`,
    ),
    needs: ["request"],
    after: read === part.length ? readsAll : asks,
  }, async ({ request }, wire) => {
    wire.call(theServer);
    const address = await open(wire);
    const reason = new Error("The limit is over");
    const when = (log: WireLog) =>
      pending(log, "student").some(({ call }) => call === waitsIn) &&
      (read === undefined ||
        sizeOf(log, "peer") === question.length &&
          sizeOf(log, "student") === read);
    const run = (limit: AbortSignal) =>
      request(address, asked ?? question, limit);
    const options = { when, reason, words: deaf };
    const ended = await endLimitIn(wire, waitsIn, run, options);
    expectTimedOut(ended, "request", reason);
  });
  timesOut.push(declared);
}

check({
  name: t(
    "request() throws TimedOut if the limit has ended before, whatever its reason is",
    "request()는 제한 시간이 미리 끝나 있으면 이유(reason)가 무엇이든 TimedOut을 던진다",
  ),
  needs: ["request"],
  after: asks,
  // Whoever looks at the limit first need not connect.
  wire: false,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const { address } = wire.server();
  wire.onHang(() => mistakes.listensForALimitThatHasEnded);
  for (const reason of reasons) {
    // Whoever asks an error for its name first may not find null there.
    if (reason === null) continue;
    const over = AbortSignal.abort(reason);
    const asked = await settle(() => request(address, question, over));
    await attemptsEnd(wire);
    expectTimedOut(asked, "request", over.reason);
  }
});

check({
  name: t(
    "request() notices a limit that ends just when it is connected",
    "request()는 연결되는 바로 그 순간에 끝난 제한 시간도 알아차린다",
  ),
  needs: ["request"],
  after: timesOut,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const { address } = wire.server();
  const limit = new AbortController();
  const reason = new Error("The limit is over");
  // In the very turn in which the call succeeds, before anybody hears of it.
  void wire.until((log) => {
    const connected = calls(log, "student", "connect")
      .some(({ outcome }) => outcome === "ok");
    if (connected) limit.abort(reason);
    return connected;
  });
  wire.onHang(() => mistakes.listensTooLate);
  const asking = settle(() => request(address, question, limit.signal));
  expectTimedOut(await asking, "request", reason);
});

check({
  name: t(
    "request() is not disturbed by a limit that ends after the answer",
    "request()는 답을 받은 뒤에 끝나는 제한 시간에 영향을 받지 않는다",
  ),
  needs: ["request"],
  after: asks,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const limit = new AbortController();
  const server = wire.server();
  const serving = serve(wire, server, [answer]);
  await settle(() => request(server.address, question, limit.signal));
  await serving;
  // And after a refusal, when there is nothing left to close.
  const refused = await wire.refusedAddress();
  await settle(() => request(refused, question, limit.signal));
  limit.abort(new DOMException("The limit is over", "TimeoutError"));
});

check({
  name: t(
    "request() keeps two requests apart that run at once",
    "request()를 동시에 두 번 호출해도 서로 섞이지 않는다",
  ),
  needs: ["request"],
  after: readsAll,
}, async ({ request }, wire) => {
  const servers = [wire.server(), wire.server()];
  const questions = [question, encode("a question of another length\n")];
  const back = [answer, encode("12 servers hold that back\n")];
  const read: Uint8Array[] = [];
  // Both are in the middle of their writing.
  wire.limit({ write: 7 });
  const calls = servers.map(({ address }, i) => () =>
    request(address, questions[i], noLimit)
  );
  const ends = servers.map((server, i) => {
    let peer: Peer;
    const bring = (part: Uint8Array) => async () => {
      await peer.send(part);
      await peer.wasRead();
    };
    return [
      async () => {
        peer = await server.accept();
        call(wire, peer, names[i]);
        read[i] = await peer.receive(questions[i].length);
      },
      bring(back[i].subarray(0, 9)),
      bring(back[i].subarray(9)),
      // The first one is slower.
      ...i === 0 ? [() => turns(9)] : [],
      async () => await peer.end(),
    ];
  });
  const each = await inTurns(wire, calls, ends.map(calmly));
  for (const i of [0, 1]) {
    expectEachRight(
      [each[i]],
      (value) =>
        value instanceof Uint8Array && isSame(value, back[i]) &&
        isSame(read[i], questions[i]),
      {
        expected: returnsItsAnswer(names[i], back[i]),
      },
    );
  }
});

check({
  name: t(
    "request() ends two requests that have one limit",
    "request()를 제한 시간 하나로 두 번 호출하면 둘 다 끝난다",
  ),
  needs: ["request"],
  after: timesOut,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const servers = [wire.server(), wire.server()];
  const reason = new Error("The limit is over");
  const run = (limit: AbortSignal) =>
    Promise.all(
      servers.map(({ address }) =>
        settle(() => request(address, question, limit))
      ),
    );
  const both = await endLimitIn(wire, "read", run, {
    when: (log) => readsUnderWay(log) === 2,
    reason,
    words: mistakes.endsOnlyTheLastOne,
  });
  for (const one of both.value ?? []) expectTimedOut(one, "request", reason);
});

check({
  name: t(
    "request() leaves no listener on the limit",
    "request()는 제한 시간 신호에 리스너를 남기지 않는다",
  ),
  needs: ["request"],
  after: answers,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const limit = new AbortController();
  const listeners = countListeners(limit.signal);
  const server = wire.server();
  const serving = serve(wire, server, [answer]);
  await settle(() => request(server.address, question, limit.signal));
  // No kernel is asked, for its own attempt might still listen.
  const [[call, refusal]] = brokenCalls;
  wire.failNext(call, refusal);
  await settle(() => request(server.address, question, limit.signal));
  expect(listeners() === 0, {
    ...mistakes.leavesAListener,
    came: stillListen(listeners()),
  });
  await serving;
});

const goesToEach = check({
  name: t(
    "requestEach() asks each server, and has a place for each",
    "requestEach()는 모든 서버에 묻고 서버마다 한 자리를 둔다",
  ),
  needs: ["requestEach", "request"],
  after: asks,
}, async ({ requestEach }, wire) => {
  const servers = names.map(() => wire.server());
  const addresses = servers.map(({ address }) => address);
  const given = [...addresses];
  const serving = servers.map((server, i) =>
    serve(wire, server, [answer], { name: names[i] })
  );
  wire.onHang((log) => asksOneForAll(log, given));
  const { value, error } = await settle(() =>
    requestEach(addresses, question, noLimit)
  );
  if (error !== undefined) throw error;
  // What is in the places is for the next checks.
  expectPlaces(value, 3);
  for (const served of serving) expectQuestion(await served, question);
  expect(given.every((address, i) => addresses[i] === address), {
    ...mistakes.changesTheAddresses,
    came: addressesLeft(addresses.length),
  });
  expectPlaces(await requestEach([], question, noLimit), 0);
});

const asksEach = check({
  name: t(
    "requestEach() returns the answers in the order of the addresses",
    "requestEach()는 답을 주소의 순서대로 돌려준다",
  ),
  needs: ["requestEach", "request"],
  after: [answers, goesToEach],
}, async ({ requestEach }, wire) => {
  const servers = names.map(() => wire.server());
  const addresses = servers.map(({ address }) => address);
  const answers = names.map(({ en }) => encode(`I am ${en}\n`));
  // The first answers byte by byte: whoever asks all at once has it last.
  const slowly = [...answers[0]].map((byte) => Uint8Array.of(byte));
  const serving = servers.map((server, i) =>
    serve(wire, server, i > 0 ? [answers[i]] : slowly, { name: names[i] })
  );
  wire.onHang((log) => asksOneForAll(log, addresses));
  const asked = await settle(() => requestEach(addresses, question, noLimit));
  expectResults(asked, answers);
  for (const served of serving) expectQuestion(await served, question);
});

check({
  name: t(
    "requestEach() has a place for each of 24 addresses, even the same ones",
    "requestEach()는 주소 24개에, 같은 주소라도 저마다 한 자리를 둔다",
  ),
  needs: ["requestEach", "request"],
  after: asksEach,
}, async ({ requestEach }, wire) => {
  const servers = [wire.server(), wire.server()];
  const answers = names.slice(0, 2).map(({ en }) => encode(`I am ${en}\n`));
  servers.forEach((server, i) => {
    // Whoever asks a server once for all of its places is not held up.
    const again = (): Promise<unknown> =>
      serve(wire, server, [answers[i]], { name: names[i] }).then(again);
    void again();
  });
  const places = Array.from({ length: 24 }, (_, i) => i % 3 === 0 ? 1 : 0);
  const addresses = places.map((i) => servers[i].address);
  const asked = await settle(() => requestEach(addresses, question, noLimit));
  expectResults(asked, places.map((i) => answers[i]));
});

check({
  name: t(
    "requestEach() asks long questions and empty ones",
    "requestEach()는 긴 질문도 빈 질문도 한다",
  ),
  needs: ["requestEach", "request"],
  after: asksEach,
}, async ({ requestEach }, wire) => {
  for (const asked of [payload(oneMiB + 1), new Uint8Array()]) {
    const server = wire.server();
    const serving = settle(async () => {
      const peer = await server.accept();
      const read = await peer.receive(Math.max(asked.length, 1));
      await deliver(peer, [answer], { reader: asking, then: "close" });
      return read;
    });
    wire.onHang(() => mistakes.takesAnotherWayForNothing);
    const asking = settle(() => requestEach([server.address], asked, noLimit));
    expectResults(await asking, [answer]);
    expectQuestion(await serving, asked);
  }
});

check({
  name: t(
    "requestEach() keeps two calls apart that run at once",
    "requestEach()를 동시에 두 번 호출해도 서로 섞이지 않는다",
  ),
  needs: ["requestEach", "request"],
  after: asksEach,
}, async ({ requestEach }, wire) => {
  const servers = [wire.server(), wire.server()];
  const back = [answer, encode("12 servers hold that back\n")];
  const calls = servers.map(({ address }) => () =>
    requestEach([address], question, noLimit)
  );
  const ends = servers.map((server, i) => {
    let peer: Peer;
    return [
      async () => {
        peer = await server.accept();
        call(wire, peer, names[i]);
        await peer.receive(question.length);
      },
      // The first one is slower.
      ...i === 0 ? [() => turns(9)] : [],
      async () => {
        await peer.send(back[i]);
        await peer.end();
      },
    ];
  });
  const each = await inTurns(wire, calls, ends.map(calmly));
  for (const i of [0, 1]) {
    expectEachRight(
      [each[i]],
      (value) =>
        Array.isArray(value) && value.length === 1 &&
        value[0] instanceof Uint8Array && isSame(value[0], back[i]),
      {
        expected: hasItsAnswer(names[i], back[i]),
      },
    );
  }
});

check({
  name: t(
    "requestEach() puts a refusal in its place and keeps the answers",
    "requestEach()는 거부 오류를 제자리에 넣고 다른 답을 지킨다",
  ),
  needs: ["requestEach", "request"],
  after: [asksEach, refuses],
}, async ({ requestEach }, wire) => {
  const refused = await wire.refusedAddress();
  const [first, third] = [wire.server(), wire.server()];
  // Whoever asks all at once is refused before the first answer comes.
  const when = ({ events }: WireLog) =>
    !events.some(({ address, outcome }) =>
      address?.port === refused.port && outcome === "pending"
    );
  const serving = [
    serve(wire, first, [answer], { name: names[0], when }),
    serve(wire, third, [part], { name: names[2] }),
  ];
  const addresses = [first.address, refused, third.address];
  const asked = await settle(() => requestEach(addresses, question, noLimit));
  expectResults(asked, [answer, Deno.errors.ConnectionRefused, part]);
  await Promise.all(serving);
});

check({
  name: t(
    "requestEach() puts in the place the very error that request() threw",
    "requestEach()는 request()가 던진 바로 그 오류 객체를 자리에 넣는다",
  ),
  needs: ["requestEach", "request"],
  after: goesToEach,
}, async ({ requestEach }, wire) => {
  const servers = [wire.server(), wire.server()];
  const serving = servers.map((server, i) =>
    serve(wire, server, [answer], { name: names[i] })
  );
  const [, [, error]] = brokenCalls;
  wire.failNext("connect", error);
  const { value, error: thrown, came } = await settle(() =>
    requestEach(servers.map(({ address }) => address), question, noLimit)
  );
  if (thrown !== undefined && thrown !== error) throw thrown;
  expect(thrown === undefined, { ...mistakes.letsOneServerSpoilAll, came });
  expectPlaces(value, 2);
  expect((value as unknown[])[0] === error, {
    ...mistakes.putsACopyOfTheError,
    came,
  });
  await serving[1];
});

check({
  name: t(
    "requestEach() puts a reset in its place and keeps the answers",
    "requestEach()는 리셋 오류를 제자리에 넣고 다른 답을 지킨다",
  ),
  needs: ["requestEach", "request"],
  after: [asksEach, breaksOff],
  lacks: lacksResets,
}, async ({ requestEach }, wire) => {
  const [bad, good] = [await wire.resettingServer(), wire.server()];
  const serving = [
    serve(wire, bad, [part], { then: "reset", name: names[0] }),
    serve(wire, good, [answer], { name: names[1] }),
  ];
  const addresses = [bad.address, good.address];
  const asked = await settle(() => requestEach(addresses, question, noLimit));
  expectResults(asked, [Broken, answer]);
  await Promise.all(serving);
});

check({
  name: t(
    "requestEach() keeps the answers it has when the limit ends",
    "requestEach()는 제한 시간이 끝나도 이미 받은 답을 지킨다",
  ),
  needs: ["requestEach", "request"],
  after: [asksEach, timesOut[0]],
}, async ({ requestEach }, wire) => {
  const address = await wire.silentAddress();
  const good = wire.server();
  const serving = serve(wire, good, [answer], { name: names[0] });
  const when = (log: WireLog) =>
    log.sockets.some(({ side, state }) =>
      side === "student" && state === "closed"
    ) && pending(log, "student").some(({ call }) => call === "connect");
  // Two are silent: after the limit, one after the other goes on to the last.
  const run = (limit: AbortSignal) =>
    requestEach([good.address, address, address], question, limit);
  const asked = await endLimitIn(wire, "connect", run, {
    when,
    words: mistakes.keepsTheLimitFromARequest,
  });
  const late = Deno.errors.TimedOut;
  expectResults(asked, [answer, late, late], asked.error);
  await serving;
});

check({
  name: t(
    "requestEach() does not throw if the limit has ended before",
    "requestEach()는 제한 시간이 미리 끝나 있어도 오류를 던지지 않는다",
  ),
  needs: ["requestEach", "request"],
  after: [asksEach, timesOut[0]],
  // Whoever looks at the limit first need not connect.
  wire: false,
}, async ({ requestEach }, wire) => {
  const addresses = [wire.server().address, wire.server().address];
  const reason = new Error("The limit is over");
  wire.onHang(() => mistakes.listensForALimitThatHasEnded);
  const asked = await settle(() =>
    requestEach(addresses, question, AbortSignal.abort(reason))
  );
  const { error, came } = asked;
  const late = Deno.errors.TimedOut;
  if (error !== undefined && error !== reason && !(error instanceof late)) {
    throw error;
  }
  expect(error === undefined, {
    ...mistakes.throwsForALimitThatIsOver,
    came,
  });
  await attemptsEnd(wire);
  expectResults(asked, [late, late]);
});

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return firstDifference(one, other) === undefined;
}

/** The mistake of one whose requests all go to the same server. */
function asksOneForAll(log: WireLog, addresses: readonly Deno.NetAddr[]) {
  return addresses.some(({ port }) => connectsTo(log, port) > 1)
    ? mistakes.asksOneServerForAll
    : undefined;
}
