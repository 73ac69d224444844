import type * as stub from "./stubs/06_close/close.ts";
import {
  expectAnswer,
  expectClosed,
  expectHalfClose,
  expectProblem,
  expectThrownOn,
  expectWritten,
} from "./06_close/expect.ts";
import { brokenForWriting, callsOn, watchClose } from "./06_close/watch.ts";
import type { AtClose } from "./06_close/watch.ts";
import {
  look,
  mistakes,
  named,
  thisResult,
  timesUsed,
  wanted,
  wasUsed,
} from "./06_close/words.ts";
import { encode, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { elsewhere, lacksElsewhere } from "./support/elsewhere.ts";
import { lacksResets } from "./support/resets.ts";
import { deliver } from "./support/network/deliver.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { everyStart, segments } from "./support/network/segments.ts";
import { settle } from "./support/settle.ts";
import { t } from "./support/text.ts";
import { leaks } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("06_close/close.ts");
const server = t("the server", "서버");
const receiver = t("the receiver", "받는 쪽");

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
  const atClose = watchClose(conn, wire);
  const { error } = await settle(() => sendAndClose(conn, bytes));
  expectWritten(atClose);
  expectClosed(conn, wire, "sendAndClose()");
  if (error !== undefined) throw error;
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
  const atClose = watchClose(conn, wire);
  const receiving = settle(() => peer.receiveToEnd());
  const { error } = await settle(() => sendAndClose(conn, bytes));
  expectWritten(atClose);
  expectClosed(conn, wire, "sendAndClose()");
  if (error !== undefined) throw error;
  const { value } = await receiving;
  expectBytes(value, bytes, named.beforeTheEnd, { look: look.numbers });
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
  const conn = await brokenForWriting(wire);
  const settled = await settle(() => sendAndClose(conn, encode("too late")));
  expectThrownOn(conn, wire, "sendAndClose()", settled);
  expectClosed(conn, wire, "sendAndClose()");
  // A break has another name (ConnectionReset), and is an error all the same.
  const [broken, peer] = await wire.resettingPair();
  peer.reset();
  const bytes = payload(6 * 1024 * 1024);
  const failed = await settle(() => sendAndClose(broken, bytes));
  expectThrownOn(broken, wire, "sendAndClose()", failed);
  expectClosed(broken, wire, "sendAndClose()");
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
  const atClose = watchClose(conn, wire);
  const { value, error } = await settle(() => converse(conn, request));
  expectWritten(atClose);
  expectHalfClose(conn, wire);
  if (error !== undefined) throw error;
  expectAnswer(value, answer, conn, wire);
  expectClosed(conn, wire, "converse()");
  await served;
  expectBytes(received, request, named.request, { look: look.numbers });
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
    const reader = settle(() => converse(conn, encode("list\n")));
    const served = settle(async () => {
      await peer.receiveToEnd();
      await deliver(peer, segments(answer, cut), { reader, then: "close" });
    });
    const { value, error } = await reader;
    if (error !== undefined) throw error;
    expectAnswer(value, answer, conn, wire);
    expectClosed(conn, wire, "converse()");
    await served;
  }
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
    const reader = settle(() => converse(conn, encode("list\n")));
    const served = settle(async () => {
      await peer.receiveToEnd();
      await deliver(peer, parts, { reader, then: "reset" });
    });
    expectThrownOn(conn, wire, "converse()", await reader);
    expectClosed(conn, wire, "converse()");
    await served;
  }
  const broken = await brokenForWriting(wire);
  const failed = await settle(() => converse(broken, encode("list\n")));
  expectThrownOn(broken, wire, "converse()", failed);
  expectClosed(broken, wire, "converse()");
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
  const problem = new Deno.errors.NotConnected("the half-close failed");
  conn.closeWrite = () => Promise.reject(problem);
  // Who reads all the same comes to an end at once.
  await peer.end();
  const { error, came } = await settle(() => converse(conn, encode("list\n")));
  expect(error === problem, {
    expected: wanted.errorOfHalfClose,
    came,
    ...error === undefined
      ? mistakes.swallowsTheErrorOfTheHalfClose
      : { ...mistakes.changesTheError, look: look.halfClose },
  });
  expectClosed(conn, wire, "converse()");
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
  const { error, came } = await settle(() =>
    withConnection(address, () => {
      uses++;
      return Promise.reject(problem);
    })
  );
  expectProblem(error, problem, came);
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
  const { error, came } = await settle(() =>
    // No async function: it throws before there is any promise.
    withConnection(address, () => {
      throw problem;
    })
  );
  expectProblem(error, problem, came);
  expect(leaks(wire.log).length === 0, mistakes.needsAPromiseToClose);
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
    expectProblem(failed.error, problem, failed.came);
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
});
