import type * as stub from "./stubs/06_close/close.ts";
import {
  expectAnswer,
  expectClosed,
  expectClosedOnce,
  expectFailure,
  expectHalfClose,
  expectProblem,
  expectThrownOn,
  expectWritten,
} from "./06_close/expect.ts";
import { brokenForWriting, callsOn, watchClose } from "./06_close/watch.ts";
import type { AtClose } from "./06_close/watch.ts";
import {
  thisResult,
  timesUsed,
  wanted,
  wasUsed,
} from "./06_close/sentences.ts";
import { look, mistakes, named } from "./06_close/words.ts";
import {
  awkward,
  encode,
  firstDifference,
  join,
  payload,
} from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { elsewhere, lacksElsewhere } from "./support/elsewhere.ts";
import { lacksResets } from "./support/resets.ts";
import { deliver, deliverLong, longAfter } from "./support/network/deliver.ts";
import type { Ending } from "./support/network/deliver.ts";
import { expectSame } from "./support/expect.ts";
import { expectBytes } from "./support/expect_bytes.ts";
import { expect } from "./support/failure.ts";
import { everyStart, segments } from "./support/network/segments.ts";
import { reasons } from "./support/limit.ts";
import { waitsIn } from "./support/network/stillness.ts";
import { turns } from "./support/network/turns.ts";
import {
  expectEachRight,
  inTurns,
  sharesBetweenCalls,
  twice,
} from "./support/network/twice.ts";
import type { Peer } from "./support/peer.ts";
import { settle } from "./support/settle.ts";
import { t } from "./support/text.ts";
import { leaks } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("06_close/close.ts");
const server = t("the server", "서버");
const receiver = t("the receiver", "받는 쪽");
const list = encode("list\n");
const two = ["the first text", "the second one"].map(encode);

const sends = check({
  name: t(
    "sendAndClose() sends everything and then closes the connection",
    "sendAndClose()는 모두 보낸 다음 연결을 닫는다",
  ),
  needs: ["sendAndClose"],
}, async ({ sendAndClose }, wire) => {
  wire.call(receiver);
  const [conn, peer] = await wire.pair({ write: 3 });
  const bytes = encode("마지막 인사\n");
  const settled = await settle(() => sendAndClose(conn, bytes));
  expectWritten(conn, wire);
  expectClosed(conn, wire, "sendAndClose()", settled);
  const once = callsOn(conn, wire, "write").length === 1;
  const cause = once ? mistakes.closesAfterOneWrite : { look: look.numbers };
  expectBytes(await peer.receiveToEnd(), bytes, named.beforeTheEnd, cause);
});

check({
  name: t(
    "sendAndClose() closes only when all 6 MiB are written",
    "sendAndClose()는 6 MiB를 모두 쓴 뒤에야 닫는다",
  ),
  needs: ["sendAndClose"],
  after: sends,
}, async ({ sendAndClose }, wire) => {
  wire.call(t("the slow receiver", "느린 상대"));
  const [conn, peer] = await wire.pair();
  const bytes = payload(6 * 1024 * 1024);
  const running = settle(() => sendAndClose(conn, bytes));
  // For as long as it takes, nobody reads.
  await Promise.race([running, waitsIn(wire, "write")]);
  const receiving = settle(() => peer.receiveToEnd());
  const settled = await running;
  expectWritten(conn, wire);
  expectClosed(conn, wire, "sendAndClose()", settled);
  const { value } = await receiving;
  expectBytes(value, bytes, named.beforeTheEnd, { look: look.numbers });
});

check({
  name: t(
    "sendAndClose() closes also when there is nothing to send",
    "sendAndClose()는 보낼 것이 없어도 닫는다",
  ),
  needs: ["sendAndClose"],
  after: sends,
}, async ({ sendAndClose }, wire) => {
  wire.call(receiver);
  const [conn, peer] = await wire.pair();
  const settled = await settle(() => sendAndClose(conn, new Uint8Array()));
  expectClosed(
    conn,
    wire,
    "sendAndClose()",
    settled,
    mistakes.closesOnlyAfterBytes,
  );
  expectBytes(await peer.receiveToEnd(), new Uint8Array(), named.beforeTheEnd);
});

check({
  name: t(
    "sendAndClose() closes also when writing fails",
    "sendAndClose()는 쓰기가 실패해도 닫는다",
  ),
  needs: ["sendAndClose"],
  after: sends,
}, async ({ sendAndClose }, wire) => {
  wire.call(receiver);
  const run = (conn: Deno.TcpConn) => sendAndClose(conn, encode("too late"));
  // The first write, and one in the middle.
  for (const after of [0, 1]) {
    const [conn] = await wire.pair({ write: 3 });
    await expectFailure("write", "sendAndClose()", conn, wire, run, { after });
  }
  wire.log.events.length = 0;
  const conn = await brokenForWriting(wire);
  expectThrownOn(conn, wire, "sendAndClose()", await settle(() => run(conn)));
  // A break has another name (ConnectionReset), and is an error all the same.
  const [broken, peer] = await wire.resettingPair();
  peer.reset();
  const bytes = payload(6 * 1024 * 1024);
  const failed = await settle(() => sendAndClose(broken, bytes));
  expectThrownOn(broken, wire, "sendAndClose()", failed);
});

check({
  name: t(
    "sendAndClose() can send to two receivers at once",
    "sendAndClose()는 두 상대에게 동시에 보낼 수 있다",
  ),
  needs: ["sendAndClose"],
  after: sends,
}, async ({ sendAndClose }, wire) => {
  wire.call(receiver);
  const ends = [await wire.pair({ write: 3 }), await wire.pair({ write: 3 })];
  const runs = ends.map(([conn], i) => () => sendAndClose(conn, two[i]));
  const each = await inTurns(wire, runs, []);
  expectEachRight(each, () => true, { expected: wanted.eachItsOwn });
  for (const [i, [conn, peer]] of ends.entries()) {
    expectClosed(conn, wire, "sendAndClose()", each[i], sharesBetweenCalls);
    const received = await peer.receiveToEnd();
    expectBytes(received, two[i], named.beforeTheEnd, sharesBetweenCalls);
  }
});

check({
  name: t(
    "sendAndClose() calls close() once",
    "sendAndClose()는 close()를 한 번만 부른다",
  ),
  needs: ["sendAndClose"],
  after: sends,
  extra: true,
}, async ({ sendAndClose }, wire) => {
  wire.call(receiver);
  const [conn] = await wire.pair();
  await sendAndClose(conn, encode("bye"));
  expectClosedOnce(conn, wire);
});

const converses = check({
  name: t(
    "converse() gets the answer of a server that waits for the end",
    "converse()는 스트림의 끝을 기다리는 서버에게서 응답을 받는다",
  ),
  needs: ["converse"],
}, async ({ converse }, wire) => {
  wire.call(server);
  const [conn, peer] = await wire.pair({ write: 3 });
  const request = encode("sum 1 2 3 4\n");
  const answer = encode("the sum is 10\n");
  let received: Uint8Array | undefined;
  const served = settle(async () => {
    received = await peer.receiveToEnd();
    await peer.send(answer);
    peer.close();
  });
  const settled = await settle(() => converse(conn, request));
  expectWritten(conn, wire);
  expectHalfClose(conn, wire);
  expectAnswer(settled, answer, conn, wire);
  await served;
  expectBytes(received, request, named.request, { look: look.numbers });
});

check({
  name: t(
    "converse() sends a request of several MiB before it half-closes",
    "converse()는 몇 MiB나 되는 요청도 모두 보낸 뒤에 반만 닫는다",
  ),
  needs: ["converse"],
  after: converses,
}, async ({ converse }, wire) => {
  wire.call(server);
  const [conn, peer] = await wire.pair();
  const request = payload(6 * 1024 * 1024);
  const running = settle(() => converse(conn, request));
  // For as long as it takes, nobody reads.
  await Promise.race([running, waitsIn(wire, "write")]);
  const served = settle(async () => {
    const received = await peer.receiveToEnd();
    await deliver(peer, ["ok"], { reader: running, then: "close" });
    return received;
  });
  const settled = await running;
  expectWritten(conn, wire);
  expectAnswer(settled, encode("ok"), conn, wire);
  const { value } = await served;
  expectBytes(value, request, named.request, { look: look.numbers });
});

check({
  name: t(
    "converse() reads an answer that comes slowly, in pieces",
    "converse()는 천천히 조각조각 오는 응답을 끝까지 읽는다",
  ),
  needs: ["converse"],
  after: converses,
}, async ({ converse }, wire) => {
  wire.call(server);
  const text = encode("first, second, third");
  for (
    const [answer, cut] of [
      [text, { cutAt: [7, 15] }],
      [text, { seed: 1 }],
      // As a picture or a packed file would be: no text in any encoding.
      [payload(200), { seed: 2 }],
    ] as const
  ) {
    const [conn, peer] = await wire.pair();
    const reader = settle(() => converse(conn, list));
    await answered(peer, reader, segments(answer, cut), "close");
    expectAnswer(await reader, answer, conn, wire);
  }
});

check({
  name: t(
    "converse() reads an answer of several MiB",
    "converse()는 몇 MiB나 되는 응답도 모두 읽는다",
  ),
  needs: ["converse"],
  after: converses,
}, async ({ converse }, wire) => {
  wire.call(server);
  const [conn, peer] = await wire.pair();
  const reader = settle(() => converse(conn, list));
  await Promise.race([reader, peer.receive(list.length)]);
  const long = payload(longAfter(1));
  const answer = await deliverLong(wire, peer, long, reader);
  expectAnswer(await reader, answer, conn, wire);
});

check({
  name: t(
    "converse() exchanges bytes of every kind as they are, and none as well",
    "converse()는 어떤 바이트든, 없는 것까지도 그대로 주고받는다",
  ),
  needs: ["converse"],
  after: converses,
}, async ({ converse }, wire) => {
  wire.call(server);
  const odd = join([encode("\ufeff"), ...awkward.map(({ bytes }) => bytes)]);
  const none = new Uint8Array();
  for (const [request, answer] of [[none, list], [list, none], [odd, odd]]) {
    const [conn, peer] = await wire.pair();
    const reader = settle(() => converse(conn, request));
    const served = settle(async () => {
      const received = await peer.receiveToEnd();
      const parts = segments(answer, "all at once");
      await deliver(peer, parts, { reader, then: "close" });
      return received;
    });
    const settled = await reader;
    expectHalfClose(conn, wire);
    expectAnswer(settled, answer, conn, wire);
    expectBytes((await served).value, request, named.request);
  }
});

check({
  name: t(
    "converse() can hold two conversations at once",
    "converse()는 두 대화를 동시에 할 수 있다",
  ),
  needs: ["converse"],
  after: converses,
}, async ({ converse }, wire) => {
  wire.call(server);
  const run = (conn: Deno.TcpConn) => converse(conn, list);
  const parts = [
    segments(two[0], { cutAt: [4, 9] }),
    segments(two[1], { cutAt: [2, 8] }),
  ] as const;
  const each = await twice(wire, run, parts);
  const isRight = (value: unknown, i: number) =>
    value instanceof Uint8Array && firstDifference(value, two[i]) === undefined;
  expectEachRight(each, isRight, { expected: wanted.eachItsOwn });
});

check({
  name: t(
    "converse() closes also when the connection breaks",
    "converse()는 연결이 끊어져도 닫는다",
  ),
  needs: ["converse"],
  after: converses,
  lacks: lacksResets,
}, async ({ converse }, wire) => {
  wire.call(server);
  // Before the answer, within it, and behind what might be all of it.
  for (const parts of everyStart(["first, ", "second"])) {
    const [conn, peer] = await wire.resettingPair();
    const reader = settle(() => converse(conn, list));
    await answered(peer, reader, parts, "reset");
    expectThrownOn(conn, wire, "converse()", await reader);
  }
  const broken = await brokenForWriting(wire);
  const failed = await settle(() => converse(broken, list));
  expectThrownOn(broken, wire, "converse()", failed);
});

check({
  name: t(
    "converse() passes on the very error of a call that fails",
    "converse()는 실패한 호출의 오류를 그대로 전한다",
  ),
  needs: ["converse"],
  after: converses,
}, async ({ converse }, wire) => {
  wire.call(server);
  const run = (conn: Deno.TcpConn) => converse(conn, list);
  for (
    const [call, after] of [["write", 0], ["write", 1], ["read", 0], [
      "read",
      1,
    ]] as const
  ) {
    const [conn, peer] = await wire.pair({ write: 3 });
    // Who reads all the same comes to an end at once.
    await peer.send("first");
    await peer.end();
    await expectFailure(call, "converse()", conn, wire, run, { after });
  }
});

check({
  name: t(
    "converse() passes on the error of a half-close that fails",
    "converse()는 반만 닫기가 실패하면 그 오류를 그대로 전한다",
  ),
  needs: ["converse"],
  after: converses,
}, async ({ converse }, wire) => {
  wire.call(server);
  const [conn, peer] = await wire.pair();
  await peer.end();
  // One that is called again, in a finally, fails again.
  const again = new Deno.errors.BrokenPipe("the second half-close failed");
  wire.failNext("closeWrite", again, { on: conn, after: 1 });
  const run = (conn: Deno.TcpConn) => converse(conn, list);
  await expectFailure("closeWrite", "converse()", conn, wire, run, {
    words: { swallowed: mistakes.swallowsTheErrorOfTheHalfClose },
  });
});

check({
  name: t(
    "converse() calls close() once",
    "converse()는 close()를 한 번만 부른다",
  ),
  needs: ["converse"],
  after: converses,
  extra: true,
}, async ({ converse }, wire) => {
  wire.call(server);
  const [conn, peer] = await wire.pair();
  const reader = settle(() => converse(conn, list));
  await answered(peer, reader, ["ok"], "close");
  const { error } = await reader;
  if (error !== undefined) throw error;
  expectClosedOnce(conn, wire);
});

const works = check({
  name: t(
    "withConnection() gives back the result, and closes after the work",
    "withConnection()은 결과를 돌려주고, 일이 끝난 뒤에 닫는다",
  ),
  needs: ["withConnection"],
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address, accept } = wire.server();
  const served = settle(async () => {
    const peer = await accept();
    await peer.receive(4);
    await peer.send("pong");
  });
  let lent: Deno.TcpConn | undefined;
  let atClose: AtClose | undefined;
  wire.onHang(() =>
    lent === undefined ? mistakes.neverCallsTheWork : undefined
  );
  let closedBefore = false;
  let done = false;
  const { value, error, came } = await settle(() =>
    withConnection(address, async (conn) => {
      lent = conn;
      closedBefore = wire.socket(conn).state === "closed";
      atClose = watchClose(conn, wire, () => !done);
      await conn.write(encode("ping"));
      const answer = new Uint8Array(4);
      await conn.read(answer);
      done = true;
      return answer;
    })
  );
  expect(
    !(atClose?.early ?? false),
    closedBefore ? mistakes.closesBeforeTheWork : mistakes.doesNotAwaitTheWork,
  );
  if (error !== undefined) throw error;
  expect(lent !== undefined, mistakes.comesBackWithoutTheWork);
  expect(value instanceof Uint8Array, { ...mistakes.losesTheResult, came });
  await served;
  expectBytes(value, encode("pong"), named.result);
});

const worksOrFails = check({
  name: t(
    "withConnection() closes when the work fails, and throws its error on",
    "withConnection()은 일이 실패해도 닫고, 그 오류를 그대로 던진다",
  ),
  needs: ["withConnection"],
  after: works,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server();
  const problem = new Error("the work failed");
  let uses = 0;
  const settled = await settle(() =>
    withConnection(address, () => {
      uses++;
      return Promise.reject(problem);
    })
  );
  expectProblem(settled, problem);
  expect(uses === 1, {
    ...mistakes.triesTheWorkTwice,
    came: timesUsed(uses),
  });
});

check({
  name: t(
    "withConnection() closes when the work fails at once",
    "withConnection()은 일이 시작하자마자 실패해도 닫는다",
  ),
  needs: ["withConnection"],
  after: worksOrFails,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server();
  const problem = new Error("the work failed at once");
  const settled = await settle(() =>
    // No async function: it throws before there is any promise.
    withConnection(address, () => {
      throw problem;
    })
  );
  expectProblem(settled, problem);
  expect(leaks(wire.log).length === 0, mistakes.needsAPromiseToClose);
});

check({
  name: t(
    "withConnection() throws on whatever the work has thrown",
    "withConnection()은 일이 던진 것을 무엇이든 그대로 던진다",
  ),
  needs: ["withConnection"],
  after: worksOrFails,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server();
  for (const problem of reasons) {
    const settled = await settle(() =>
      withConnection(address, () => Promise.reject(problem))
    );
    expectProblem(settled, problem);
  }
});

check({
  name: t(
    "withConnection() gives back 0 and nothing as well",
    "withConnection()은 0이나 빈 값도 그대로 돌려준다",
  ),
  needs: ["withConnection"],
  after: works,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server();
  for (const result of [0, "", false, null, undefined]) {
    const { value, error, came } = await settle<unknown>(() =>
      withConnection<unknown>(address, () => Promise.resolve(result))
    );
    expect(error === undefined && value === result, {
      ...mistakes.takesAFalsyResultForAFailure,
      expected: thisResult(result),
      came,
    });
  }
});

check({
  name: t(
    "withConnection() can lend two connections at once",
    "withConnection()은 두 연결을 동시에 맡길 수 있다",
  ),
  needs: ["withConnection"],
  after: works,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const servers = [wire.server(), wire.server()];
  const peers: Peer[] = [];
  const runs = servers.map(({ address }) => () =>
    withConnection(address, async (conn) => {
      const buffer = new Uint8Array(4);
      await conn.read(buffer);
      return new TextDecoder().decode(buffer);
    })
  );
  // The first one is done while the second still works.
  const steps = servers.map(({ accept }, i) => [
    async () => peers[i] = await accept(),
    ...i === 0 ? [] : [() => turns(8)],
    () => peers[i].send(i === 0 ? "one." : "two."),
  ]);
  const each = await inTurns(wire, runs, steps);
  const isRight = (value: unknown, i: number) => value === ["one.", "two."][i];
  expectEachRight(each, isRight, { expected: wanted.eachItsOwn });
});

check({
  name: t(
    "withConnection() goes to the hostname that it is given",
    "withConnection()은 주어진 hostname으로 간다",
  ),
  needs: ["withConnection"],
  after: works,
  lacks: lacksElsewhere,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server({ hostname: elsewhere });
  const { error, came } = await settle(() =>
    withConnection(address, () => Promise.resolve())
  );
  expect(error === undefined, {
    ...mistakes.connectsWithoutTheHostname,
    came,
  });
});

check({
  name: t(
    "withConnection() lets the work close the connection itself",
    "withConnection()은 맡은 쪽이 연결을 스스로 닫아도 괜찮다",
  ),
  needs: ["withConnection"],
  after: works,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server();
  const { value, error, came } = await settle(() =>
    withConnection(address, (conn) => {
      conn.close();
      return Promise.resolve("the result");
    })
  );
  expect(value === "the result", {
    expected: wanted.result,
    came,
    ...error === undefined
      ? mistakes.losesTheResultInASecondClose
      : mistakes.closesWhatIsClosed,
  });
  for (
    const problem of [
      new Error("the work failed"),
      // As if it had gone on to use what it had closed.
      new Deno.errors.BadResource("the work read from a closed file"),
    ]
  ) {
    const failed = await settle(() =>
      withConnection(address, (conn) => {
        conn.close();
        return Promise.reject(problem);
      })
    );
    expectProblem(failed, problem);
  }
});

check({
  name: t(
    "withConnection() reports a refused connection",
    "withConnection()은 거부된 연결을 알린다",
  ),
  needs: ["withConnection"],
  after: works,
}, async ({ withConnection }, wire) => {
  const address = await wire.refusedAddress();
  let used = false;
  const { error, came } = await settle(() =>
    withConnection(address, () => {
      used = true;
      return Promise.resolve();
    })
  );
  const refused = error instanceof Deno.errors.ConnectionRefused;
  expect(refused && !used, {
    expected: wanted.refusal,
    came: used ? wasUsed : came,
    ...error === undefined
      ? mistakes.swallowsTheRefusal
      : error instanceof TypeError
      ? mistakes.closesWhatWasNeverOpened
      : mistakes.wrapsTheRefusal,
  });
  // A connect can fail in other ways as well.
  const problem = new Deno.errors.NotConnected("there is no way to the server");
  wire.failNext("connect", problem);
  const failed = await settle(() =>
    withConnection(address, () => Promise.resolve())
  );
  expectSame(problem, failed, "connect", {
    ...mistakes.wrapsTheRefusal,
    swallowed: mistakes.swallowsTheRefusal,
  });
});

/** Answers when the request has come, whether it has ended or not. */
async function answered<P extends Peer>(
  peer: P,
  reader: Promise<unknown>,
  parts: readonly (string | Uint8Array)[],
  then: Ending<P>,
): Promise<void> {
  await Promise.race([reader, peer.receive(list.length)]);
  await deliver(peer, parts, { reader, then });
}
