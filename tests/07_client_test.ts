import type * as stub from "./stubs/07_client/client.ts";
import {
  expectAnswer,
  expectQuestion,
  expectThrownOn,
} from "./07_client/expect.ts";
import { expectResults } from "./07_client/results.ts";
import { expectTimedOut } from "./07_client/timed_out.ts";
import { look, mistakes } from "./07_client/words.ts";
import { encode, join, payload } from "./support/bytes.ts";
import { Broken } from "./support/broken.ts";
import { checksOf } from "./support/check.ts";
import type { Declared } from "./support/check.ts";
import { deliver } from "./support/network/deliver.ts";
import type { Ending } from "./support/network/deliver.ts";
import { expect } from "./support/failure.ts";
import type { Words } from "./support/failure.ts";
import { attemptsEnd, endLimitIn, noLimit } from "./support/limit.ts";
import type { Peer } from "./support/peer.ts";
import { lacksResets } from "./support/resets.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import { waitsIn as waits } from "./support/network/stillness.ts";
import { t } from "./support/text.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";
import { calls, pending } from "./support/log/wire_log.ts";
import type { Call, WireLog } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("07_client/client.ts");

/** Not even Windows, whose send() takes all, takes more than this of it. */
const shortWrites = { write: 64 * 1024 };
const question = encode("prices, please\n");
const answer = encode("milk 1200\nrice 3400\nbread 2800\n");
const part = answer.subarray(0, 17);
const theServer = t("the server", "서버");

/**
 * The servers of this lesson: each reads the question to its end, sends its
 * answer, a part when the one before was read, and then does `then`. Resolves
 * with the question.
 */
function serve<P extends Peer>(
  wire: Wire,
  server: { accept(): Promise<P> },
  parts: Uint8Array[],
  options: {
    then?: Ending<P>;
    name?: Text;
    /** It answers when this is true. */
    when?: (log: WireLog) => boolean;
  } = {},
): Promise<Settled<Uint8Array>> {
  const { then = "close", name = theServer, when = () => true } = options;
  return settle(async () => {
    const peer = await server.accept();
    wire.log.sockets.find(({ side, remote }) =>
      side === "peer" && remote?.port === peer.remote.port
    )!.name = name;
    const read = await peer.receiveToEnd();
    await wire.until(when);
    await deliver(peer, parts, { then });
    return read;
  });
}

const asks = check({
  name: t(
    "request() sends the question and returns the answer",
    "request()는 질문을 보내고 답을 돌려준다",
  ),
  needs: ["request"],
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  // This server does not wait for the half-close, which is the next check.
  const serving = settle(async () => {
    const peer = await server.accept();
    const read = await peer.receive(question.length);
    await peer.send(answer);
    await peer.end();
    return read;
  });
  expectAnswer(await request(server.address, question, noLimit), answer, wire);
  expectQuestion(await serving, question);
});

const ends = check({
  name: t(
    "request() tells the server that the question is over",
    "request()는 질문이 끝났음을 서버에 알린다",
  ),
  needs: ["request"],
  after: asks,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const serving = serve(wire, server, [answer]);
  wire.onHang(() => ({ look: look.halfClose }));
  expectAnswer(await request(server.address, question, noLimit), answer, wire);
  expectQuestion(await serving, question);
});

const readsAll = check({
  name: t(
    "request() reads the answer to the end of the stream",
    "request()는 답을 스트림의 끝까지 읽는다",
  ),
  needs: ["request"],
  after: ends,
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
  after: ends,
}, async ({ request }, wire) => {
  wire.call(theServer);
  wire.limit(shortWrites);
  const server = wire.server();
  const long = payload(6 * 1024 * 1024);
  const serving = serve(wire, server, [answer]);
  expectAnswer(await request(server.address, long, noLimit), answer, wire);
  expectQuestion(await serving, long);
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
  const asked = await settle(() => request(server.address, question, noLimit));
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
  const asked = await settle(() => request(server.address, long, noLimit));
  expectThrownOn(asked, Broken, mistakes.forgivesTheSending);
  await serving;
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
    after: read === part.length ? readsAll : ends,
  }, async ({ request }, wire) => {
    wire.call(theServer);
    const address = await open(wire);
    const reason = new Error("The limit is over");
    const when = (log: WireLog) =>
      pending(log, "student").some(({ call }) => call === waitsIn) &&
      (read === undefined || questionWasRead(log) && sizeOfReads(log) === read);
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
    "request() is not disturbed by a limit that ends after the answer",
    "request()는 답을 받은 뒤에 끝나는 제한 시간에 영향을 받지 않는다",
  ),
  needs: ["request"],
  after: ends,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const serving = serve(wire, server, [answer]);
  const limit = new AbortController();
  const came = await request(server.address, question, limit.signal);
  expectAnswer(came, answer, wire);
  await serving;
  limit.abort(new DOMException("The limit is over", "TimeoutError"));
});

const names: Text[] = [
  t("the first server", "첫째 서버"),
  t("the second server", "둘째 서버"),
  t("the third server", "셋째 서버"),
];

const asksEach = check({
  name: t(
    "requestEach() returns the answers in the order of the addresses",
    "requestEach()는 답을 주소의 순서대로 돌려준다",
  ),
  needs: ["requestEach", "request"],
  after: readsAll,
}, async ({ requestEach }, wire) => {
  const servers = names.map(() => wire.server());
  const addresses = servers.map(({ address }) => address);
  const answers = names.map(({ en }) => encode(`I am ${en}\n`));
  // The first answers byte by byte: whoever asks all at once has it last.
  const slowly = [...answers[0]].map((byte) => Uint8Array.of(byte));
  const serving = servers.map((server, i) =>
    serve(wire, server, i > 0 ? [answers[i]] : slowly, { name: names[i] })
  );
  wire.onHang((log) =>
    addresses.some(({ port }) => connectsTo(log, port) > 1)
      ? mistakes.asksOneServerForAll
      : undefined
  );
  const asked = await settle(() => requestEach(addresses, question, noLimit));
  expectResults(asked, answers);
  for (const served of serving) expectQuestion(await served, question);
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

function sizeOfReads(log: WireLog): number {
  return calls(log, "student", "read")
    .reduce((sum, { size = 0 }) => sum + size, 0);
}

function questionWasRead(log: WireLog): boolean {
  return calls(log, "peer").some(({ outcome }) => outcome === "end");
}

function connectsTo(log: WireLog, port: number): number {
  return calls(log, "student", "connect")
    .filter(({ address }) => address?.port === port).length;
}
