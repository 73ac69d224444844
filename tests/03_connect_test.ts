import {
  endOfLimitHidden,
  isConnected,
  onlyKnocks,
  otherErrorHidden,
  written,
  wrongEnds,
  wrongWord,
} from "./03_connect/diagnose.ts";
import {
  anotherAttempt,
  connectionsMade,
  goesTo,
  mistakes,
  oneAttempt,
  openAfter,
  openTooEarly,
  quoted,
  says,
  throwsOn,
  wanted,
  wentTo,
} from "./03_connect/words.ts";
import type { Word } from "./03_connect/words.ts";
import type * as stub from "./stubs/03_connect/connect.ts";
import { checksOf } from "./support/check.ts";
import {
  connectsElsewhere,
  elsewhere,
  lacksElsewhere,
  lacksSecondAddress,
  secondAddress,
} from "./support/elsewhere.ts";
import { expectAtOnce, expectConnection } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { calls } from "./support/log/wire_log.ts";
import { waitsIn } from "./support/network/stillness.ts";
import { returned, settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import { t } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("03_connect/connect.ts");
const noLimit = new AbortController().signal;
const server = t("the server", "서버");
/** An address for books (RFC 5737), where the checks may not connect to. */
const forbidden = { hostname: "192.0.2.1", port: 80 };
const timeoutError = new DOMException("The limit is over", "TimeoutError");

const connects = check({
  name: t(
    "connectTo() connects to the address that it is given",
    "connectTo()는 주어진 주소에 연결한다",
  ),
  needs: ["connectTo"],
}, async ({ connectTo }, wire) => {
  const { address, accept } = wire.server();
  wire.call(server);
  const accepted = accept();
  const conn = await connectTo(address, noLimit);
  expectConnection(conn);
  expectOpen(conn, wire, "connectTo");
  const made = wire.log.sockets.filter(({ side }) => side === "student").length;
  expect(made === 1, {
    came: connectionsMade(made),
    ...mistakes.connectsTwice,
  });
  // A connection is one only if what goes in here comes out there.
  const theirs = await accepted;
  await theirs.send("hi");
  await conn.read(new Uint8Array(2));
  conn.close();
});

check({
  name: t(
    "connectTo() goes to the hostname that it is given",
    "connectTo()는 주어진 hostname으로 간다",
  ),
  needs: ["connectTo"],
  after: connects,
  lacks: lacksElsewhere,
}, async ({ connectTo }, wire) => {
  const { address } = wire.server({ hostname: elsewhere });
  wire.call(server);
  const { value: conn, error, came } = await settle<unknown>(() =>
    connectTo(address, noLimit)
  );
  expect(error === undefined, {
    ...connectsElsewhere,
    came,
    ...mistakes.connectsToItsOwnMachine,
  });
  expectConnection(conn);
  conn.close();
});

check({
  name: t(
    "connectTo() reports a refused connection",
    "connectTo()는 거부된 연결을 알린다",
  ),
  needs: ["connectTo"],
}, async ({ connectTo }, wire) => {
  const address = await wire.refusedAddress();
  const settled = settle<unknown>(() => connectTo(address, noLimit));
  await expectOneAttempt(settled, wire);
  const { error, came } = await settled;
  expect(error instanceof Deno.errors.ConnectionRefused, {
    expected: wanted.refusal,
    came,
    ...error === undefined
      ? mistakes.swallowsTheRefusal
      : mistakes.renamesTheRefusal,
  });
});

check({
  name: t(
    "connectTo() leaves every other error as it is",
    "connectTo()는 그 밖의 오류를 그대로 둔다",
  ),
  needs: ["connectTo"],
  after: connects,
}, async ({ connectTo }, wire) => {
  const settled = settle<unknown>(() => connectTo(forbidden, noLimit));
  await expectOneAttempt(settled, wire);
  expectSameError("connectTo", await settled, wire);
});

const givesUp = check({
  name: t(
    "connectTo() throws TimedOut when its limit ends",
    "connectTo()는 제한 시간이 끝나면 TimedOut을 던진다",
  ),
  needs: ["connectTo"],
  after: connects,
}, async ({ connectTo }, wire) => {
  await expectTimedOut(connectTo, wire, timeoutError);
});

check({
  name: t(
    "connectTo() throws TimedOut, whatever the signal's reason is",
    "connectTo()는 신호의 이유(reason)가 무엇이든 TimedOut을 던진다",
  ),
  needs: ["connectTo"],
  after: givesUp,
}, async ({ connectTo }, wire) => {
  for (const reason of [undefined, "cancel", new Error("The page is closed")]) {
    await expectTimedOut(connectTo, wire, reason);
  }
});

check({
  name: t(
    "connectTo() throws TimedOut when its limit has ended before",
    "connectTo()는 제한 시간이 이미 끝나 있어도 TimedOut을 던진다",
  ),
  needs: ["connectTo"],
  after: givesUp,
  wire: false,
}, async ({ connectTo }, wire) => {
  const { address } = wire.server();
  wire.call(server);
  const limit = AbortSignal.abort(timeoutError);
  const { error, came } = await settle<unknown>(() =>
    connectTo(address, limit)
  );
  expect(error instanceof Deno.errors.TimedOut, {
    expected: wanted.endOfTheLimitAtOnce,
    came,
    ...error === undefined
      ? mistakes.waitsForTheAbortEvent
      : mistakes.tellsAnEndedLimitApart,
  });
});

check({
  name: t(
    "connectTo() leaves the connection open when its limit ends later",
    "connectTo()는 연결된 뒤에 제한 시간이 끝나도 연결을 열어 둔다",
  ),
  needs: ["connectTo"],
  after: connects,
}, async ({ connectTo }, wire) => {
  const { address, accept } = wire.server();
  wire.call(server);
  const accepted = accept();
  const limit = new AbortController();
  const conn = await connectTo(address, limit.signal);
  expectConnection(conn);
  const theirs = await accepted;
  limit.abort(timeoutError);
  expect(
    wire.socket(conn).state === "open",
    mistakes.closesWhenTheLimitEndsLater,
  );
  await theirs.send("hi");
  await conn.read(new Uint8Array(2));
  conn.close();
});

check({
  name: t(
    "endpoints() tells the local end from the remote end",
    "endpoints()는 이쪽 끝과 저쪽 끝을 구별한다",
  ),
  needs: ["endpoints"],
  wire: false,
}, async ({ endpoints }, wire) => {
  const [conn, peer] = await wire.pair();
  expectEnds(endpoints, conn, wire);
  // Still open: the owner of the connection goes on with it.
  await peer.send("hi");
  await conn.read(new Uint8Array(2));
});

check({
  name: t(
    "endpoints() gives each end the hostname of its own",
    "endpoints()는 두 끝의 hostname을 각각 적는다",
  ),
  needs: ["endpoints"],
  wire: false,
  lacks: lacksSecondAddress,
}, async ({ endpoints }, wire) => {
  const listener = wire.listener({ hostname: secondAddress });
  const accepted = listener.accept();
  const client = await wire.client(listener.addr as Deno.NetAddr);
  const conn = await accepted;
  wire.socket(conn).lent = true;
  // The steps of a failure begin with what the student's code does.
  wire.log.events.length = 0;
  expectEnds(endpoints, conn, wire);
  client.close();
  // And the other way round: now the remote end is the one elsewhere.
  const server = wire.server({ hostname: secondAddress });
  const { hostname, port } = server.address;
  const connected = await Deno.connect({ hostname, port });
  wire.socket(connected).lent = true;
  wire.log.events.length = 0;
  expectEnds(endpoints, connected, wire);
});

for (const expected of ["open", "refused", "timed out"] as const) {
  check({
    name: t(
      `probe() says "${expected}" and leaves no connection behind`,
      `probe()는 ${quoted[expected]} 돌려주고 연결을 남기지 않는다`,
    ),
    needs: ["probe", "connectTo"],
    after: expected === "timed out" ? givesUp : connects,
  }, async ({ probe }, wire) => {
    const address = expected === "open"
      ? wire.server().address
      : expected === "refused"
      ? await wire.refusedAddress()
      : await wire.silentAddress();
    const limit = new AbortController();
    wire.onHang(onlyKnocks);
    const settled = settle(() => probe(address, limit.signal));
    if (expected === "timed out") {
      await waitsIn(wire, "connect");
      limit.abort(timeoutError);
    } else {
      await expectOneAttempt(settled, wire);
    }
    expectWord(await settled, expected, wire);
    expect(
      calls(wire.log, "student", "write").length === 0,
      mistakes.writesInProbe,
    );
  });
}

check({
  name: t(
    'probe() says "timed out" when its limit has ended before',
    'probe()는 제한 시간이 이미 끝나 있으면 "timed out"을 돌려준다',
  ),
  needs: ["probe", "connectTo"],
  after: givesUp,
  wire: false,
}, async ({ probe }, wire) => {
  const { address } = wire.server();
  wire.call(server);
  const limit = AbortSignal.abort(timeoutError);
  const settled = await settle(() => probe(address, limit));
  expectWord(settled, "timed out", wire, { isOver: true });
});

check({
  name: t(
    "probe() throws every other error on",
    "probe()는 그 밖의 오류를 그대로 던진다",
  ),
  needs: ["probe", "connectTo"],
  after: connects,
}, async ({ probe }, wire) => {
  const settled = settle(() => probe(forbidden, noLimit));
  await expectOneAttempt(settled, wire);
  expectSameError("probe", await settled, wire);
});

/** Expects that the call `settled` asks for one connection, and not again. */
async function expectOneAttempt(
  settled: Promise<unknown>,
  wire: Wire,
): Promise<void> {
  const attempts = () => calls(wire.log, "student", "connect");
  await Promise.race([settled, wire.until(() => attempts().length > 1)]);
  const [first, ...others] = attempts();
  const answer = first?.error?.name;
  expect(answer === undefined || others.length === 0, {
    expected: oneAttempt(answer),
    came: anotherAttempt(answer),
    ...answer === "ConnectionRefused"
      ? mistakes.triesAgainWhenRefused
      : mistakes.triesAgainAtOtherErrors,
  });
}

/** Lets `connectTo` wait for a silent server until its limit ends. */
async function expectTimedOut(
  connectTo: typeof stub.connectTo,
  wire: Wire,
  reason: unknown,
): Promise<void> {
  const address = await wire.silentAddress();
  wire.call(t("the silent server", "응답 없는 서버"));
  const limit = new AbortController();
  const settling = settle<unknown>(() => connectTo(address, limit.signal));
  await waitsIn(wire, "connect");
  limit.abort(reason);
  const settled = await settling;
  expect(settled.error instanceof Deno.errors.TimedOut, {
    expected: wanted.endOfTheLimit,
    came: settled.came,
    ...endOfLimitHidden(settled, limit.signal.reason),
  });
}

/** Expects that what Deno.connect threw is what came out of `name`. */
function expectSameError(
  name: string,
  settled: Settled<unknown>,
  { log }: Wire,
): void {
  const address = calls(log, "student", "connect")[0]?.address ?? forbidden;
  const { hostname, port } = address;
  expect(hostname === forbidden.hostname && port === forbidden.port, {
    expected: goesTo(name, forbidden),
    came: wentTo(address),
    ...mistakes.goesElsewhere,
  });
  const thrown =
    calls(log, "student").find(({ outcome }) => outcome === "error")
      ?.error?.name ?? "NotCapable";
  expect(settled.error?.name === thrown, {
    expected: throwsOn(name, thrown),
    came: settled.came,
    ...otherErrorHidden(settled, thrown),
  });
}

/** Expects that a connection is still open after `name` is done with it. */
function expectOpen(conn: Deno.TcpConn, wire: Wire, name: string): void {
  expect(wire.socket(conn).state === "open", {
    expected: openAfter(name),
    ...mistakes.closesTheConnection,
  });
}

function expectEnds(
  endpoints: typeof stub.endpoints,
  conn: Deno.TcpConn,
  wire: Wire,
): void {
  const local = written(conn.localAddr);
  const remote = written(conn.remoteAddr);
  const ends = endpoints(conn);
  expectAtOnce(ends, "endpoints");
  const both = `{ local: "${local}", remote: "${remote}" }`;
  expect(ends?.local === local && ends?.remote === remote, {
    expected: t(both, both),
    came: returned(ends),
    ...wrongEnds(ends, conn),
  });
  expectOpen(conn, wire, "endpoints");
}

function expectWord(
  settled: Settled<Word>,
  expected: Word,
  { log }: Wire,
  { isOver = false } = {},
): void {
  expect(settled.value === expected, {
    expected: says(expected),
    came: settled.came,
    ...wrongWord(settled, expected, log, isOver),
  });
  expect(expected !== "open" || isConnected(log), {
    ...openTooEarly,
    ...mistakes.answersBeforeItKnows,
  });
}
