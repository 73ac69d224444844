import { expectAnswer, expectNumbers } from "./09_listen/answer.ts";
import { hasAnswered, notSaid, waitsForTheNext } from "./09_listen/diagnose.ts";
import { expectReady, noteReady } from "./09_listen/ready.ts";
import type { ReadyCall } from "./09_listen/ready.ts";
import { expectTexts, expectUntrimmed } from "./09_listen/texts.ts";
import { wanted as wantedOfKnock } from "./09_listen/knock_words.ts";
import { came, wanted } from "./09_listen/serve_words.ts";
import {
  came as cameOfStart,
  wanted as wantedOfStart,
} from "./09_listen/start_words.ts";
import { mistakes } from "./09_listen/words.ts";
import type * as stub from "./stubs/09_listen/listen.ts";
import { expectBound } from "./support/bound.ts";
import { encode, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import {
  connectsElsewhere,
  elsewhere,
  lacksElsewhere,
} from "./support/elsewhere.ts";
import { expectAtOnce, expectSame } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { expectInTurn } from "./support/in_turn.ts";
import {
  attemptsEnd,
  countListeners,
  endLimitIn,
  noLimit,
  reasons,
  stillListen,
} from "./support/limit.ts";
import { calls } from "./support/log/wire_log.ts";
import { deliver, deliverLong } from "./support/network/deliver.ts";
import { detour } from "./support/network/detour.ts";
import { segments } from "./support/network/segments.ts";
import { turns } from "./support/network/turns.ts";
import {
  expectEachRight,
  inTurns,
  sharesBetweenCalls,
} from "./support/network/twice.ts";
import { waitsIn } from "./support/network/stillness.ts";
import type { Peer } from "./support/peer.ts";
import { expectClosed, expectListener } from "./support/served.ts";
import { brief, settle } from "./support/settle.ts";
import { t } from "./support/text.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("09_listen/listen.ts");

const starts = check({
  name: t(
    "startServer() calls ready once clients can connect",
    "startServer()는 클라이언트가 연결할 수 있게 되면 ready를 호출한다",
  ),
  needs: ["startServer"],
}, async ({ startServer }, wire) => {
  wire.call(t("a client", "클라이언트"));
  const calls: ReadyCall[] = [];
  const listener = startServer(5, noteReady(calls, wire));
  const given = expectReady(calls, wire);
  expectAtOnce(listener, "startServer");
  expectListener(listener, wire, "startServer");
  expectBound(wire.socket(listener));
  // The proof: what a client sends to that address arrives at this listener.
  const client = await wire.client(given);
  const [conn] = await Promise.all([listener.accept(), client.send("hi")]);
  await conn.read(new Uint8Array(2));
  conn.close();
  // A port is free only if a second server finds another one.
  const again: ReadyCall[] = [];
  const second = startServer(5, noteReady(again, wire));
  expectListener(second, wire, "startServer");
  const { port } = expectReady(again, wire);
  expect(port === second.addr.port, {
    ...mistakes.announcesAnotherServer,
    came: cameOfStart.given(String(port)),
  });
  second.close();
  listener.close();
});

check({
  name: t(
    "startServer() makes the queue as long as it is told",
    "startServer()는 수신 대기열을 정해 준 크기로 만든다",
  ),
  needs: ["startServer"],
  after: starts,
}, ({ startServer }, wire) => {
  for (const given of [1, 4, 0, 1_000]) {
    const listener = startServer(given, () => {});
    const asked = wire.socket(listener).made.backlog!;
    expect(asked === given, {
      expected: wantedOfStart.backlog(given),
      came: cameOfStart.backlog(asked),
      ...asked > given
        ? mistakes.makesTheQueueTooLong
        : mistakes.makesTheQueueTooShort,
    });
    listener.close();
  }
});

check({
  name: t(
    "startServer() throws an error of ready on",
    "startServer()는 ready가 던진 오류를 그대로 던진다",
  ),
  needs: ["startServer"],
  after: starts,
}, async ({ startServer }, wire) => {
  const error = new Error("I was not ready for that");
  const { thrown, came } = await settle(() =>
    startServer(5, () => {
      throw error;
    })
  );
  expect(thrown === error, { ...mistakes.losesTheErrorOfReady, came });
  // Whether it is still open is a finer point, and the next check.
  for (const socket of wire.log.sockets) socket.lent = true;
});

check({
  name: t(
    "startServer() closes the listener if ready throws",
    "startServer()는 ready가 오류를 던지면 듣기 소켓을 닫는다",
  ),
  needs: ["startServer"],
  after: starts,
  extra: true,
}, async ({ startServer }, wire) => {
  await settle(() =>
    startServer(5, () => {
      throw new Error("I was not ready for that");
    })
  );
  const open = wire.log.sockets.some(({ side, state }) =>
    side === "student" && state === "open"
  );
  expect(!open, mistakes.keepsListeningWhenReadyThrows);
});

check({
  name: t(
    "startServer() throws an error of Deno.listen on",
    "startServer()는 Deno.listen의 오류를 그대로 던진다",
  ),
  needs: ["startServer"],
  after: starts,
}, async ({ startServer }, wire) => {
  const error = new Deno.errors.AddrNotAvailable("No port (os error 99)");
  const calls: ReadyCall[] = [];
  wire.failNext("listen", error);
  const started = await settle(() => startServer(5, noteReady(calls, wire)));
  expectSame(error, started, "listen", {
    ...mistakes.losesTheErrorOfListen,
  });
});

const serves = check({
  name: t(
    "serveQueue() answers the clients that wait in the queue",
    "serveQueue()는 대기열에서 기다리던 클라이언트에게 답한다",
  ),
  needs: ["serveQueue"],
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const kim = await waiting(wire, listener, 1, "I am Kim\n");
  const lee = await waiting(wire, listener, 2, "I am Lee\n");
  const texts = await serveQueue(listener, 2);
  expectUntrimmed(texts, ["I am Kim\n", "I am Lee\n"]);
  expectTexts(texts, ["I am Kim\n", "I am Lee\n"], wire);
  expectClosed(wire);
  expectNumbers(await kim.receiveToEnd(), await lee.receiveToEnd());
});

const readsToEnd = check({
  name: t(
    "serveQueue() answers when the client has said all",
    "serveQueue()는 클라이언트의 말을 끝까지 듣고 답한다",
  ),
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const one = await wire.client(listener.addr, client(1));
  let early = false;
  const playing = settle(async () => {
    // The end of a line is not the end of the stream.
    await deliver(one, ["two tickets\n", "for Saturday"]);
    early = hasAnswered(wire.log);
    await one.end();
    return await one.receiveToEnd();
  });
  const texts = await serveQueue(listener, 1);
  expectTexts(texts, ["two tickets\nfor Saturday"], wire);
  expectClosed(wire);
  const { value: answer } = await playing;
  expect(!early, mistakes.answersBeforeItListens);
  expectAnswer(answer, 1);
});

/** One client in the queue; what it says, and how little a call moves. */
const alone: {
  name: Text;
  text: string;
  limits?: { read?: number; write?: number };
  ifCut?: "fetchesOnlyTheFirstPart";
}[] = [{
  name: t(
    "serveQueue() loses nothing that was sent before accept",
    "serveQueue()는 수락하기 전에 온 것도 잃지 않는다",
  ),
  text: Array.from(payload(520), (byte) => byte.toString(16)).join(),
  ifCut: "fetchesOnlyTheFirstPart",
}, {
  name: t(
    "serveQueue() keeps a character whole that two reads share",
    "serveQueue()는 두 번에 나뉘어 온 글자도 온전히 읽는다",
  ),
  text: "토요일 표 두 장\n",
  limits: { read: 1 },
}, {
  name: t(
    "serveQueue() sends the whole answer, whatever one write() takes",
    "serveQueue()는 write() 한 번이 적게 옮겨도 답을 모두 보낸다",
  ),
  text: "I am Park\n",
  limits: { write: 3 },
}];

for (const { name, text, limits, ifCut } of alone) {
  check({ name, needs: ["serveQueue"], after: readsToEnd }, async (
    { serveQueue },
    wire,
  ) => {
    const listener = wire.listener({}, limits);
    const one = await waiting(wire, listener, 1, text);
    expectTexts(await serveQueue(listener, 1), [text], wire, ifCut);
    expectClosed(wire);
    expectAnswer(await one.receiveToEnd(), 1);
  });
}

check({
  name: t(
    "serveQueue() serves a client that says nothing",
    "serveQueue()는 아무 말도 하지 않은 클라이언트에게도 답한다",
  ),
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const silent = await waiting(wire, listener, 1, "");
  const other = await waiting(wire, listener, 2, "I am Choi\n");
  const texts = await serveQueue(listener, 1);
  const accepts = wire.log.events.filter(({ call }) => call === "accept");
  const isCounted = Array.isArray(texts) && texts[0] === "";
  expect(accepts.length < 2, {
    expected: wanted.servesTheSilent,
    came: came.acceptsTheSecond,
    ...isCounted
      ? mistakes.acceptsOneTooMany
      : mistakes.doesNotCountWhoSaysNothing,
  });
  expectTexts(texts, [""], wire);
  expectClosed(wire);
  expectAnswer(await silent.receiveToEnd(), 1);
  // The second is for whoever does not count the first.
  other.close();
});

check({
  name: t(
    "serveQueue() reads a text of more than 1 MiB whole",
    "serveQueue()는 1 MiB가 넘는 텍스트도 빠짐없이 읽는다",
  ),
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const one = await wire.client(listener.addr, client(1));
  const serving = settle(() => serveQueue(listener, 1));
  const long = encode(longText());
  const sent = await deliverLong(wire, one, long, serving, "end");
  const { value: texts, error } = await serving;
  if (error !== undefined) throw error;
  expectTexts(texts, [decode(sent)], wire);
  expectClosed(wire);
  expectAnswer(await one.receiveToEnd(), 1);
});

check({
  name: t(
    "serveQueue() changes nothing in a text",
    "serveQueue()는 텍스트에서 아무것도 바꾸지 않는다",
  ),
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  for (const [text, mistake] of oddTexts) {
    const listener = wire.listener();
    const bytes = typeof text === "string" ? encode(text) : text;
    const one = await wire.client(listener.addr, client(1));
    await one.send(bytes);
    await one.end();
    const { value, error, came: threw } = await settle(() =>
      serveQueue(listener, 1)
    );
    expect(error === undefined || mistake !== "refusesWhatIsNoUtf8", {
      ...mistakes.refusesWhatIsNoUtf8,
      came: threw,
    });
    if (error !== undefined) throw error;
    expect(Array.isArray(value) && value[0] === decode(bytes), {
      ...mistakes.changesTheText,
      expected: wanted.itsText(plain(brief(decode(bytes)))),
      came: came.text(plain(brief(value))),
    });
    expectClosed(wire);
    expectAnswer(await one.receiveToEnd(), 1);
  }
});

check({
  name: t(
    "serveQueue() does not carry half a character on to the next client",
    "serveQueue()는 끊긴 글자의 조각을 다음 클라이언트로 넘기지 않는다",
  ),
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  // Two of the three bytes of a character, and then the end.
  const half = encode("자리").slice(0, 5);
  const one = await wire.client(listener.addr, client(1));
  await one.send(half);
  await one.end();
  const two = await waiting(wire, listener, 2, "둘\n");
  const texts = await serveQueue(listener, 2);
  const isAlone = Array.isArray(texts) && texts.includes("둘\n");
  expect(isAlone || !Array.isArray(texts) || texts.length !== 2, {
    ...mistakes.sharesTheDecoder,
    expected: wanted.itsText(brief(["자\ufffd", "둘\n"])),
    came: came.text(brief(texts)),
  });
  expect(texts[0] !== "자", {
    ...mistakes.losesHalfACharacter,
    expected: wanted.itsText(brief(["자\ufffd", "둘\n"])),
    came: came.text(brief(texts)),
  });
  expectTexts(texts, ["자\ufffd", "둘\n"], wire);
  expectClosed(wire);
  expectAnswer(await one.receiveToEnd(), 1);
  expectAnswer(await two.receiveToEnd(), 2);
});

check({
  name: t(
    "serveQueue() keeps two listeners apart that are served at once",
    "serveQueue()를 두 듣기 소켓에서 동시에 호출해도 서로 섞이지 않는다",
  ),
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listeners = [wire.listener(), wire.listener()];
  const texts = ["첫째 자리\n", "2번 자리\n"];
  const answers: Promise<string>[] = [];
  const ends = listeners.map(({ addr }, i) => {
    let one: Peer;
    // Each part but the last ends in the middle of a character.
    const parts = segments(texts[i], { cutAt: [i + 1] });
    const bring = parts.map((part) => async () => {
      await one.send(part);
      await one.wasRead();
    });
    return [
      async () => {
        one = await wire.client(addr, client(i + 1));
      },
      ...bring,
      // The first one is slower.
      ...i === 0 ? [() => turns(9)] : [],
      async () => {
        answers[i] = one.end().then(() => one.receiveToEnd()).then(decode);
        await answers[i];
      },
    ];
  });
  const calls = listeners.map((one) => () => serveQueue(one, 1));
  const each = await inTurns(wire, calls, ends);
  // Who serves is done before its client has read the last answer.
  const heard = await Promise.all(answers);
  for (const i of [0, 1]) {
    expectEachRight(
      [each[i]],
      (value) =>
        Array.isArray(value) && value.length === 1 && value[0] === texts[i] &&
        heard[i] === "you are number 1\n",
      { expected: wanted.ownTexts },
    );
  }
  expectClosed(wire);
});

check({
  name: t(
    "serveQueue() closes the connection of a client that breaks off",
    "serveQueue()는 도중에 끊은 클라이언트의 연결도 닫는다",
  ),
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const one = await wire.resettingClient(listener.addr, client(1));
  // It may throw the error on, or go on with the next.
  const next = await waiting(wire, listener, 2, "I am Jung\n");
  const serving = settle(() => serveQueue(listener, 1));
  await deliver(one, ["I am"], { reader: serving, then: "reset" });
  await serving;
  const open = wire.log.sockets.some(({ kind, side, state, remote }) =>
    kind === "connection" && side === "student" && state === "open" &&
    remote?.port === one.local.port
  );
  expect(!open, mistakes.closesOnlyWhomItAnswered);
  expectClosed(wire);
  next.close();
});

check({
  name: t(
    "serveQueue() closes the connection of a client that it cannot answer",
    "serveQueue()는 답을 보내지 못한 클라이언트의 연결도 닫는다",
  ),
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const one = await waiting(wire, listener, 1, "I am off\n");
  // It may throw the error on, or go on with the next.
  const next = await waiting(wire, listener, 2, "I am Jung\n");
  const error = new Deno.errors.BrokenPipe("Broken pipe (os error 32)");
  wire.failNext("write", error);
  await settle(() => serveQueue(listener, 1));
  const open = wire.log.sockets.some(({ kind, side, state, remote }) =>
    kind === "connection" && side === "student" && state === "open" &&
    remote?.port === one.local.port
  );
  expect(!open, mistakes.closesOnlyWhomItCouldAnswer);
  expectClosed(wire);
  one.close();
  next.close();
});

check({
  name: t(
    "serveQueue() serves clients in the order in which they come, not speak",
    "serveQueue()는 먼저 말한 순서가 아니라 먼저 온 순서대로 처리한다",
  ),
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const first = await wire.client(listener.addr, client(1));
  const second = await waiting(wire, listener, 2, "I came second\n");
  const serving = settle(() => serveQueue(listener, 2));
  await Promise.race([serving, waitsIn(wire, "read")]);
  // Time enough for whoever serves the second client meanwhile.
  await detour(wire);
  await settle(() => say(first, "I came first\n"));
  const { value: texts, error } = await serving;
  if (error !== undefined) throw error;
  expectTexts(texts, ["I came first\n", "I came second\n"], wire);
  expectClosed(wire);
  expectInTurn(wire.log, mistakes.acceptsTheNextTooEarly);
  expectAnswer(await first.receiveToEnd(), 1);
  expectAnswer(await second.receiveToEnd(), 2);
});

check({
  name: t(
    "serveQueue() answers a client before the next one comes",
    "serveQueue()는 다음 클라이언트가 오기 전에 먼저 온 쪽에 답한다",
  ),
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const serving = settle(() => serveQueue(listener, 2));
  const playing = settle(async () => {
    for (const n of [1, 2]) {
      const one = await waiting(wire, listener, n, `I am number ${n}\n`);
      expectAnswer(await one.receiveToEnd(), n);
    }
  });
  wire.onHang(waitsForTheNext);
  // A client that was answered wrongly does not come again.
  const first = await Promise.race([serving, playing]);
  if (first.error !== undefined) throw first.error;
  const { value: texts, error } = await serving;
  if (error !== undefined) throw error;
  expectTexts(texts, ["I am number 1\n", "I am number 2\n"], wire);
  expectClosed(wire);
  const played = await playing;
  if (played.error !== undefined) throw played.error;
});

check({
  name: t(
    "serveQueue() takes no client too many and keeps listening",
    "serveQueue()는 정해진 수만 받고 듣기 소켓을 열어 둔다",
  ),
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const clients = [];
  for (const n of [1, 2, 3]) {
    clients.push(await waiting(wire, listener, n, `hello from ${n}\n`));
  }
  const texts = await serveQueue(listener, 2);
  const accepts = wire.log.events.filter(({ call }) => call === "accept");
  expect(accepts.length <= 2, {
    expected: wanted.twoAccepts,
    came: came.accepts(accepts.length),
    ...mistakes.acceptsOneTooMany,
  });
  expectTexts(texts, ["hello from 1\n", "hello from 2\n"], wire);
  const { state } = wire.socket(listener);
  expect(state === "open", mistakes.closesTheListener);
  const rest = await serveQueue(listener, 1);
  expectTexts(rest, ["hello from 3\n"], wire);
  expectClosed(wire);
  for (const [i, one] of clients.entries()) {
    // The second call counts for itself.
    expectAnswer(await one.receiveToEnd(), i < 2 ? i + 1 : 1);
  }
});

check({
  name: t(
    "serveQueue() accepts nobody if it is to serve 0 clients",
    "serveQueue()는 처리할 클라이언트가 0이면 아무도 받지 않는다",
  ),
  needs: ["serveQueue"],
  after: serves,
  // There is nothing to be done.
  wire: false,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const one = await waiting(wire, listener, 1, "I am early\n");
  const { value, error, came } = await settle(() => serveQueue(listener, 0));
  if (error !== undefined) throw error;
  const accepts = calls(wire.log, "student", "accept");
  expect(accepts.length === 0, { ...mistakes.servesAtLeastOne, came });
  expectTexts(value, [], wire);
  one.close();
});

check({
  name: t(
    "serveQueue() counts to 102",
    "serveQueue()는 102번까지 센다",
  ),
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const serving = settle(() => serveQueue(listener, 102));
  const texts: string[] = [];
  const playing = settle(async () => {
    for (let n = 1; n <= 102; n++) {
      // One that came twice is not one less, and the order of the texts is not
      // that of the alphabet.
      texts.push(`I am ${n % 5}\n`);
      const one = await waiting(wire, listener, n, texts[n - 1]);
      expectAnswer(await one.receiveToEnd(), n);
      one.close();
    }
  });
  // Who was answered wrongly does not come again, and neither do the others.
  const first = await Promise.race([serving, playing]);
  if (first.error !== undefined) throw first.error;
  const { value, error } = await serving;
  if (error !== undefined) throw error;
  expectTexts(value, texts, wire);
  expectClosed(wire);
});

check({
  name: t(
    "serveQueue() throws an error of accept() on",
    "serveQueue()는 accept()에서 난 오류를 그대로 던진다",
  ),
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const one = await waiting(wire, listener, 1, "I am the last one\n");
  const error = new Error("There is no room (os error 105)");
  wire.failNext("accept", error, { after: 1 });
  const served = await settle(() => serveQueue(listener, 2));
  expectSame(error, served, "accept", {
    ...mistakes.changesTheErrorOfAccept,
    swallowed: mistakes.swallowsTheErrorOfAccept,
  });
  expectClosed(wire);
  one.close();
});

for (const expected of ["connected", "refused", "no answer"] as const) {
  check({
    name: t(
      `knock() says "${expected}" and leaves nothing behind`,
      `knock()는 "${expected}"라고 말하고 아무것도 남기지 않는다`,
    ),
    needs: ["knock"],
  }, async ({ knock }, wire) => {
    wire.call(t("the server", "서버"));
    // The server of "connected" never accepts: its kernel does the rest.
    const address = expected === "connected"
      ? wire.server().address
      : expected === "refused"
      ? await wire.refusedAddress()
      : await wire.silentAddress();
    const reason = new Error("The limit is over");
    const knocking = expected === "no answer"
      ? endLimitIn(wire, "connect", (limit) => knock(address, limit), {
        reason,
        words: mistakes.knocksWithoutALimit,
      })
      : settle(() => knock(address, noLimit));
    await expectOneKnock(knocking, wire);
    const knocked = await knocking;
    await attemptsEnd(wire);
    expect(knocked.value === expected, {
      expected: wantedOfKnock.knock(expected),
      came: knocked.came,
      ...notSaid(expected, knocked, reason),
    });
  });
}

check({
  name: t(
    "knock() knocks at the host of its address, too",
    "knock()는 주소에 적힌 호스트를 두드린다",
  ),
  needs: ["knock"],
  lacks: lacksElsewhere,
}, async ({ knock }, wire) => {
  wire.call(t("the server", "서버"));
  const { address } = wire.server({ hostname: elsewhere });
  const knocked = await settle(() => knock(address, noLimit));
  const asked = calls(wire.log, "student", "connect").at(-1)?.address?.hostname;
  expect(asked === elsewhere, {
    ...mistakes.knocksAtAnotherHost,
    ...connectsElsewhere,
    came: knocked.came,
  });
});

check({
  name: t(
    'knock() says "no answer" if its limit has ended before',
    'knock()는 제한 시간이 미리 끝나 있으면 "no answer"라고 말한다',
  ),
  needs: ["knock"],
  // Whoever looks at the limit first need not connect.
  wire: false,
}, async ({ knock }, wire) => {
  wire.call(t("the server", "서버"));
  const { address } = wire.server();
  for (const reason of reasons) {
    // Whoever asks an error for its name first may not find null there.
    if (reason === null) continue;
    const over = AbortSignal.abort(reason);
    const knocked = await settle(() => knock(address, over));
    await attemptsEnd(wire);
    expect(knocked.value === "no answer", {
      ...mistakes.knocksAfterTheLimit,
      expected: wantedOfKnock.knock("no answer"),
      came: knocked.came,
    });
  }
});

check({
  name: t(
    "knock() leaves no listener on the limit",
    "knock()는 제한 시간 신호에 리스너를 남기지 않는다",
  ),
  needs: ["knock"],
  extra: true,
}, async ({ knock }, wire) => {
  wire.call(t("the server", "서버"));
  const { signal } = new AbortController();
  const listeners = countListeners(signal);
  const { address } = wire.server();
  await settle(() => knock(address, signal));
  // No kernel is asked, for its own attempt might still listen.
  wire.failNext("connect", new Deno.errors.ConnectionRefused());
  await settle(() => knock(address, signal));
  expect(listeners() === 0, {
    ...mistakes.leavesAListener,
    came: stillListen(listeners()),
  });
});

check({
  name: t(
    "knock() keeps two knocks apart that run at once",
    "knock()를 동시에 두 번 호출해도 서로 섞이지 않는다",
  ),
  needs: ["knock"],
}, async ({ knock }, wire) => {
  wire.call(t("the server", "서버"));
  const silent = await wire.silentAddress();
  const limit = new AbortController();
  const first = settle(() => knock(silent, limit.signal));
  await waitsIn(wire, "connect");
  wire.onHang(() => sharesBetweenCalls);
  const { address } = wire.server();
  const second = await settle(() => knock(address, limit.signal));
  limit.abort(new Error("The limit is over"));
  await attemptsEnd(wire);
  for (
    const [settled, says] of [[second, "connected"], [
      await first,
      "no answer",
    ]] as const
  ) {
    expect(settled.value === says, {
      ...sharesBetweenCalls,
      expected: wantedOfKnock.knock(says),
      came: settled.came,
    });
  }
});

check({
  name: t(
    "knock() throws any other error on",
    "knock()는 다른 오류를 그대로 던진다",
  ),
  needs: ["knock"],
}, async ({ knock }, wire) => {
  const address = { hostname: "127.0.0.1", port: 70_000 };
  const { error, came } = await settle(() => knock(address, noLimit));
  expect(error instanceof RangeError, {
    expected: wantedOfKnock.rangeError,
    came,
    ...error === undefined
      ? mistakes.takesEveryErrorForAFullQueue
      : mistakes.changesTheError,
  });
  const other = new Deno.errors.NetworkUnreachable("No way (os error 101)");
  wire.failNext("connect", other);
  const server = wire.server();
  const knocked = await settle(() => knock(server.address, noLimit));
  expectSame(other, knocked, "connect", {
    ...mistakes.changesTheError,
    swallowed: mistakes.takesEveryErrorForAFullQueue,
  });
});

/** Texts that are changed by who tidies them up, or bytes that are none. */
const oddTexts: [string | Uint8Array, "refusesWhatIsNoUtf8"?][] = [
  ["  \t tea \r\n\r\n"],
  ["one\0two\u2028three\u2029\u0085\n\n"],
  ["가 \u1100\u1161 é e\u0301"],
  [Uint8Array.of(0x41, 0xff, 0xc3, 0x28, 0x80, 0x0a), "refusesWhatIsNoUtf8"],
];

/** Texts that look alike are told apart: each sign of Unicode's by its number. */
function plain(text: string): string {
  return text.replaceAll(
    /[\p{M}\u0085\u00c0-\u024f\u1100-\u11ff\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** More than 1 MiB of lines, no two of which are the same. */
function longText(): string {
  let text = "";
  for (let i = 0; i < 48_000; i++) text += `자리 하나, ${i}번 손님\n`;
  return text;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Expects that knock() has not connected a second time, whatever came. */
async function expectOneKnock(
  knocking: Promise<unknown>,
  { log, until }: Wire,
): Promise<void> {
  const attempts = () => calls(log, "student", "connect").length;
  await Promise.race([knocking, until(() => attempts() > 1)]);
  expect(attempts() < 2, mistakes.knocksTwice);
}

function client(n: number): Text {
  return t(`client ${n}`, `클라이언트 ${n}`);
}

/** A client that waits in the queue and has said all it has to say. */
async function waiting(
  wire: Wire,
  listener: Deno.TcpListener,
  n: number,
  text: string,
): Promise<Peer> {
  const one = await wire.client(listener.addr, client(n));
  await say(one, text);
  return one;
}

async function say(client: Peer, text: string): Promise<void> {
  await client.send(text);
  await client.end();
}
