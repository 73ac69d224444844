import { endedLimitHidden, onlyKnocks } from "./03_connect/diagnose.ts";
import {
  aRefusal,
  expectEndOfLimit,
  expectEnds,
  expectEndsNow,
  expectNotCapable,
  expectOneAttempt,
  expectOneConnection,
  expectOnlyKnocked,
  expectOpen,
  expectPassedOn,
  expectTimedOut,
  expectWord,
  expectWords,
  forbidden,
  kernelGaveUp,
  otherErrors,
} from "./03_connect/expect.ts";
import {
  answerIsNow,
  answerStays,
  mistakes,
  quoted,
  says,
  wanted,
} from "./03_connect/words.ts";
import type * as stub from "./stubs/03_connect/connect.ts";
import { checksOf } from "./support/check.ts";
import {
  connectsElsewhere,
  elsewhere,
  lacksElsewhere,
  lacksSecondAddress,
  secondAddress,
} from "./support/elsewhere.ts";
import { expectConnection, expectSame } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { reasons } from "./support/limit.ts";
import { leaks } from "./support/log/wire_log.ts";
import { staysPatient, waitsIn } from "./support/network/stillness.ts";
import { turns } from "./support/network/turns.ts";
import { sharesBetweenCalls } from "./support/network/twice.ts";
import { returned, settle } from "./support/settle.ts";
import { t } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("03_connect/connect.ts");
const noLimit = new AbortController().signal;
const server = t("the server", "서버");
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
  const settling = settle<unknown>(() => connectTo(address, noLimit));
  await staysPatient(wire);
  const { value: conn, error, thrown } = await settling;
  if (error !== undefined) throw thrown;
  expectConnection(conn);
  expectOpen(conn, wire, "connectTo");
  expectOneConnection(wire);
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
}, async ({ connectTo }, wire) => {
  for (const error of [aRefusal(), ...otherErrors(), kernelGaveUp()]) {
    await expectPassedOn(error, connectTo, wire);
  }
});

check({
  name: t(
    "connectTo() leaves Deno's own refusal as it is",
    "connectTo()는 Deno의 권한 거부를 그대로 둔다",
  ),
  needs: ["connectTo"],
  extra: true,
  after: connects,
}, async ({ connectTo }, wire) => {
  const settled = settle<unknown>(() => connectTo(forbidden, noLimit));
  await expectOneAttempt(settled, wire);
  expectNotCapable("connectTo", await settled, wire);
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
  for (const reason of [...reasons, aRefusal()]) {
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
  const settled = await settle<unknown>(() => connectTo(address, limit));
  expect(settled.error instanceof Deno.errors.TimedOut, {
    expected: wanted.endOfTheLimitAtOnce,
    came: settled.came,
    ...endedLimitHidden(settled, timeoutError, wire.log),
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
    "connectTo() gives each of many calls a connection of its own",
    "connectTo()는 동시에 호출해도 연결을 각각 맺는다",
  ),
  needs: ["connectTo"],
  after: connects,
}, async ({ connectTo }, wire) => {
  wire.call(server);
  wire.onHang(() => sharesBetweenCalls);
  const silent = await wire.silentAddress();
  const limit = new AbortController();
  // This one waits, and nobody else waits for it.
  const first = settle(() => connectTo(silent, limit.signal));
  await waitsIn(wire, "connect");
  const [one, two] = [wire.server(), wire.server()];
  const addresses = [one.address, two.address, one.address];
  const conns = await Promise.all(
    addresses.map((address) => connectTo(address, noLimit)),
  );
  addresses.push(one.address);
  conns.push(await connectTo(one.address, noLimit));
  expect(new Set(conns).size === conns.length, {
    ...wanted.oneForEach,
    ...mistakes.givesOneConnectionTwice,
  });
  for (const [i, conn] of conns.entries()) {
    expectConnection(conn);
    expect(wire.socket(conn).state === "open", {
      ...mistakes.closesTheConnection,
      ...wanted.oneForEach,
      ...sharesBetweenCalls,
    });
    const { port } = addresses[i];
    expect(conn.remoteAddr.port === port, {
      ...wanted.oneForEach,
      came: returned(conn.remoteAddr),
      ...sharesBetweenCalls,
    });
    conn.close();
  }
  limit.abort(timeoutError);
  await first;
});

check({
  name: t(
    "connectTo() ends the attempt whose own limit ends, and no other",
    "connectTo()는 제한 시간이 끝난 시도만 끝낸다",
  ),
  needs: ["connectTo"],
  after: givesUp,
}, async ({ connectTo }, wire) => {
  wire.onHang(() => sharesBetweenCalls);
  const address = await wire.silentAddress();
  const limits = [new AbortController(), new AbortController()];
  const ended: number[] = [];
  const attempts = limits.map(({ signal }, i) =>
    settle<unknown>(() => connectTo(address, signal))
      .finally(() => ended.push(i))
  );
  await waitsIn(wire, "connect");
  for (const [i, limit] of limits.entries()) {
    limit.abort(timeoutError);
    expectEndOfLimit(await attempts[i], timeoutError);
    expect(ended.length === i + 1, {
      ...wanted.theOtherWaits,
      ...sharesBetweenCalls,
    });
  }
  // What has ended is over: the next attempt has a limit of its own.
  const error = aRefusal();
  wire.failNext("connect", error);
  const settled = await settle(() => connectTo(address, noLimit));
  expectSame(error, settled, "connect", {
    ...settled.error instanceof Deno.errors.TimedOut ? sharesBetweenCalls : {},
  });
});

check({
  name: t(
    "connectTo() ends every attempt that has the same limit",
    "connectTo()는 한 제한 시간이 끝나면 그것을 받은 시도를 모두 끝낸다",
  ),
  needs: ["connectTo"],
  after: givesUp,
}, async ({ connectTo }, wire) => {
  wire.onHang(() => mistakes.takesTheSignalForItself);
  const address = await wire.silentAddress();
  const limit = new AbortController();
  let heard = false;
  // The signal is the caller's, who listens to it as well.
  limit.signal.onabort = () => heard = true;
  const attempts = [1, 2].map(() =>
    settle<unknown>(() => connectTo(address, limit.signal))
  );
  await waitsIn(wire, "connect");
  limit.abort(timeoutError);
  for (const settled of await Promise.all(attempts)) {
    expectEndOfLimit(settled, timeoutError);
  }
  expect(heard, { ...wanted.callerHears, ...mistakes.takesTheSignalForItself });
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
  expectEnds(endpoints(conn), conn, wire);
  // Still open: the owner of the connection goes on with it.
  await turns(1);
  expectOpen(conn, wire, "endpoints");
  await peer.send("hi");
  await conn.read(new Uint8Array(2));
});

check({
  name: t(
    "endpoints() answers anew for each connection",
    "endpoints()는 연결마다 새로 답한다",
  ),
  needs: ["endpoints"],
  wire: false,
}, async ({ endpoints }, wire) => {
  const { address } = wire.server();
  // All to one server: only the local port differs.
  const conns: Deno.TcpConn[] = [];
  for (let i = 0; i < 3; i++) conns.push(await lentTo(address, wire));
  const kept = conns.map((conn) => {
    const ends = endpoints(conn);
    return { conn, ends, first: { ...ends } };
  });
  const [{ first }, { first: second }] = kept;
  expect(second.local !== first.local, {
    ...wanted.otherEnds,
    came: returned(second),
    ...mistakes.keepsTheFirstAnswer,
  });
  for (const { conn, ends, first } of kept) {
    expectEnds(first, conn, wire);
    expect(ends.local === first.local && ends.remote === first.remote, {
      expected: answerStays(first),
      came: answerIsNow(ends),
      ...mistakes.givesOneObjectToAll,
    });
  }
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
  expectEnds(endpoints(conn), conn, wire);
  client.close();
  // And the other way round: now the remote end is the one elsewhere.
  const server = wire.server({ hostname: secondAddress });
  const connected = await lentTo(server.address, wire);
  expectEnds(endpoints(connected), connected, wire);
});

for (const expected of ["open", "refused"] as const) {
  check({
    name: t(
      `probe() says "${expected}" and leaves no connection behind`,
      `probe()는 ${quoted[expected]} 돌려주고 연결을 남기지 않는다`,
    ),
    needs: ["probe", "connectTo"],
    after: connects,
  }, async ({ probe }, wire) => {
    const address = expected === "open"
      ? wire.server().address
      : await wire.refusedAddress();
    wire.onHang(onlyKnocks);
    let open = false;
    const settled = settle(async () => {
      const word = await probe(address, noLimit);
      open = wire.log.sockets.some(({ side, state }) =>
        side === "student" && state === "open"
      );
      return word;
    });
    await expectOneAttempt(settled, wire);
    expectWord(await settled, expected, wire, { to: address });
    expectOnlyKnocked(wire);
    expectOneConnection(wire);
    // What is never closed is told as a leak.
    await turns(2);
    const closed = !leaks(wire.log).some(({ call }) => call === "connect");
    expect(!open || !closed, mistakes.closesTooLate);
  });
}

check({
  name: t(
    'probe() says "timed out" and leaves no connection behind',
    `probe()는 ${quoted["timed out"]} 돌려주고 연결을 남기지 않는다`,
  ),
  needs: ["probe", "connectTo"],
  after: givesUp,
}, async ({ probe }, wire) => {
  wire.onHang(onlyKnocks);
  for (const reason of [timeoutError, ...reasons, aRefusal()]) {
    const address = await wire.silentAddress();
    const limit = new AbortController();
    const settled = settle(() => probe(address, limit.signal));
    await waitsIn(wire, "connect");
    limit.abort(reason);
    const said = await expectEndsNow(settled, wire);
    expectWord(said, "timed out", wire, { reason, to: address });
    expectOnlyKnocked(wire);
  }
});

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
}, async ({ probe }, wire) => {
  for (const error of otherErrors()) await expectPassedOn(error, probe, wire);
});

check({
  name: t(
    "probe() throws Deno's own refusal on",
    "probe()는 Deno의 권한 거부를 그대로 던진다",
  ),
  needs: ["probe", "connectTo"],
  extra: true,
  after: connects,
}, async ({ probe }, wire) => {
  const settled = settle(() => probe(forbidden, noLimit));
  await expectOneAttempt(settled, wire);
  expectNotCapable("probe", await settled, wire);
});

check({
  name: t(
    "probe() answers each of many calls for itself",
    "probe()는 동시에 호출해도 저마다 답한다",
  ),
  needs: ["probe", "connectTo"],
  after: connects,
}, async ({ probe }, wire) => {
  wire.onHang(() => sharesBetweenCalls);
  const [open, refused, silent] = [
    wire.server(),
    await wire.refusedAddress(),
    await wire.silentAddress(),
  ];
  const limit = new AbortController();
  const waiting = settle(() => probe(silent, limit.signal));
  await waitsIn(wire, "connect");
  const others = [open.address, refused, open.address]
    .map((to) => settle(() => probe(to, noLimit)));
  const said = await Promise.all(others);
  limit.abort(timeoutError);
  said.push(await waiting);
  expectWords(said, ["open", "refused", "open", "timed out"]);
  // The server is gone, and its port refuses.
  open.close();
  expect(await probe(open.address, noLimit) === "refused", {
    expected: says("refused"),
    ...mistakes.remembersAnAnswer,
  });
});

/** A connection to `address` that is lent to the student's code. */
async function lentTo(
  { hostname, port }: Deno.NetAddr,
  wire: Wire,
): Promise<Deno.TcpConn> {
  const conn = await Deno.connect({ hostname, port });
  wire.socket(conn).lent = true;
  // The steps of a failure begin with what the student's code does.
  wire.log.events.length = 0;
  return conn;
}
