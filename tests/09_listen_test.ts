import { expectAnswer } from "./09_listen/answer.ts";
import { hasAnswered, notSaid, waitsForTheNext } from "./09_listen/diagnose.ts";
import { expectReady, noteReady } from "./09_listen/ready.ts";
import type { ReadyCall } from "./09_listen/ready.ts";
import { expectTexts, expectUntrimmed } from "./09_listen/texts.ts";
import { came, mistakes, wanted } from "./09_listen/words.ts";
import type * as stub from "./stubs/09_listen/listen.ts";
import { payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { expectAtOnce } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { expectInTurn } from "./support/in_turn.ts";
import { attemptsEnd, endLimitIn, noLimit } from "./support/limit.ts";
import { deliver } from "./support/network/deliver.ts";
import { detour } from "./support/network/detour.ts";
import { waitsIn } from "./support/network/stillness.ts";
import type { Peer } from "./support/peer.ts";
import {
  expectClosed,
  expectListener,
  expectLoopback,
} from "./support/served.ts";
import { settle } from "./support/settle.ts";
import { t } from "./support/text.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("09_listen/listen.ts");

const starts = check({
  name: t(
    "startServer() calls ready once clients can connect",
    "startServer()는 클라이언트가 연결할 수 있게 되면 ready를 부른다",
  ),
  needs: ["startServer"],
}, async ({ startServer }, wire) => {
  wire.call(t("a client", "클라이언트"));
  const calls: ReadyCall[] = [];
  const listener = startServer(5, noteReady(calls, wire));
  const given = expectReady(calls, wire);
  expectAtOnce(listener, "startServer");
  expectListener(listener, wire, "startServer");
  expectLoopback(listener);
  // The proof: what a client sends to that address arrives at this listener.
  const client = await wire.client(given);
  const [conn] = await Promise.all([listener.accept(), client.send("hi")]);
  await conn.read(new Uint8Array(2));
  conn.close();
  // A port is free only if a second server finds another one.
  const second = startServer(5, () => {});
  expectListener(second, wire, "startServer");
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
  for (const given of [1, 4]) {
    const listener = startServer(given, () => {});
    const asked = wire.socket(listener).made.backlog!;
    expect(asked === given, {
      expected: wanted.backlog(given),
      came: came.backlog(asked),
      ...asked > given
        ? mistakes.makesTheQueueTooLong
        : mistakes.makesTheQueueTooShort,
    });
    listener.close();
  }
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
  expectAnswer(await kim.receiveToEnd(), 1);
  expectAnswer(await lee.receiveToEnd(), 2);
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
    "serveQueue() serves first who came first, even if he speaks last",
    "serveQueue()는 늦게 말하더라도 먼저 온 클라이언트부터 처리한다",
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
    const knocked = expected === "no answer"
      ? await endLimitIn(wire, "connect", (limit) => knock(address, limit), {
        reason,
        words: mistakes.knocksWithoutALimit,
      })
      : await settle(() => knock(address, noLimit));
    await attemptsEnd(wire);
    expect(knocked.value === expected, {
      expected: wanted.knock(expected),
      came: knocked.came,
      ...notSaid(expected, knocked, reason),
    });
  });
}

check({
  name: t(
    "knock() throws any other error on",
    "knock()는 다른 오류를 그대로 던진다",
  ),
  needs: ["knock"],
}, async ({ knock }) => {
  const address = { hostname: "127.0.0.1", port: 70_000 };
  const { error, came } = await settle(() => knock(address, noLimit));
  expect(error instanceof RangeError, {
    expected: wanted.rangeError,
    came,
    ...mistakes.takesEveryErrorForAFullQueue,
  });
});

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
