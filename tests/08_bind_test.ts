import type * as stub from "./stubs/08_bind/bind.ts";
import { portOf, wrongForTooLarge } from "./08_bind/diagnose.ts";
import {
  bound,
  called,
  expectAnother,
  expectAnyPort,
  expectAskedFor0,
  expectFreePort,
  expectHostname,
  expectLine,
  expectListener,
  expectOneAttempt,
  expectPort,
  expectReached,
  expectStillOpen,
  expectThrownOn,
  expectVeryError,
  listenerOf,
} from "./08_bind/expect.ts";
import {
  lastPort,
  onFreePort,
  privileged,
  refuseSomePorts,
  takeWhenClosed,
} from "./08_bind/ports.ts";
import {
  reachedAt,
  returnedOnPort,
  secondGetsAnother,
  secondIsRefused,
  throwsAddrInUse,
} from "./08_bind/sentences.ts";
import { bothHaveThePort, mistakes, wanted } from "./08_bind/words.ts";
import { checksOf } from "./support/check.ts";
import {
  elsewhere,
  lacksElsewhere,
  lacksSecondAddress,
  secondAddress,
} from "./support/elsewhere.ts";
import { expect } from "./support/failure.ts";
import { settle } from "./support/settle.ts";
import { t } from "./support/text.ts";

const check = checksOf<typeof stub>("08_bind/bind.ts");
refuseSomePorts();
const loopback = "127.0.0.1";
const everywhere = "0.0.0.0";
const { AddrNotAvailable } = Deno.errors;

const binds = check({
  name: t(
    'bindTo("loopback", 0) listens on 127.0.0.1 and a free port',
    'bindTo("loopback", 0)은 127.0.0.1의 빈 포트에서 듣는다',
  ),
  needs: ["bindTo"],
}, async ({ bindTo }, wire) => {
  const first = await called(() => bindTo("loopback", 0));
  expectFreePort(first, wire);
  const listener = bound(first);
  expectListener(listener, wire);
  expectHostname(listener, loopback);
  await expectReached(listener, wire, loopback);
  const second = await called(() => bindTo("loopback", 0));
  expectFreePort(second, wire);
  listener.close();
  bound(second)?.close?.();
});

check({
  name: t(
    'bindTo("everywhere", 0) listens on every IPv4 address',
    'bindTo("everywhere", 0)은 모든 IPv4 주소에서 듣는다',
  ),
  needs: ["bindTo"],
}, async ({ bindTo }, wire) => {
  const first = await called(() => bindTo("everywhere", 0));
  const { error, came } = first;
  expect(!/\[::\]/.test(String(error?.message)), {
    ...mistakes.listensOnEveryIpv6Address,
    came,
  });
  expectFreePort(first, wire);
  const listener = bound(first);
  expectListener(listener, wire);
  expectHostname(listener, everywhere);
  await expectReached(listener, wire, loopback);
  // A port that is always the same may be free once, but not twice.
  const second = await called(() => bindTo("everywhere", 0));
  expectFreePort(second, wire);
  listener.close();
  bound(second)?.close?.();
});

check({
  name: t(
    'only bindTo("everywhere") is reached at another address',
    '다른 주소로는 bindTo("everywhere")에만 닿는다',
  ),
  needs: ["bindTo"],
  after: binds,
  lacks: lacksSecondAddress,
}, async ({ bindTo }, wire) => {
  const open = bindTo("everywhere", 0);
  expectListener(open, wire);
  await expectReached(open, wire, secondAddress);
  open.close();
  const closed = bindTo("loopback", 0);
  expectListener(closed, wire);
  const address = { ...closed.addr, hostname: secondAddress };
  const { error } = await settle(() => wire.client(address));
  const isRefused = error instanceof Deno.errors.ConnectionRefused;
  expect(isRefused, reachedAt(secondAddress));
  closed.close();
});

check({
  name: t(
    "bindTo() listens on the port that it is given",
    "bindTo()는 주어진 포트에서 듣는다",
  ),
  needs: ["bindTo"],
  after: binds,
}, async ({ bindTo }, wire) => {
  // What one call leaves behind must not change the next.
  for (const where of ["loopback", "everywhere", "loopback"] as const) {
    const [port, { value: listener, error }] = await onFreePort(
      wire,
      (port) => {
        const first = bindTo(where, port);
        expectListener(first, wire);
        expectPort(first, port);
        // A port that was let go can be had again.
        first.close();
        return bindTo(where, port);
      },
    );
    if (error !== undefined) throw error;
    expectListener(listener, wire);
    expectHostname(
      listener,
      where === "loopback" ? loopback : everywhere,
    );
    expectPort(listener, port);
    await expectReached(listener, wire, loopback);
    listener.close();
  }
});

check({
  name: t(
    "bindTo() throws AddrInUse for a port that is in use",
    "bindTo()는 쓰이고 있는 포트면 AddrInUse를 던진다",
  ),
  needs: ["bindTo"],
  after: binds,
}, async ({ bindTo }, wire) => {
  for (const where of ["loopback", "everywhere"] as const) {
    // The very same address, because on some systems only that is a conflict.
    const hostname = where === "everywhere" ? everywhere : loopback;
    const { port } = wire.listener({ hostname }).addr;
    wire.log.events.length = 0;
    const settled = await called(() => bindTo(where, port));
    const { error, came } = settled;
    const gotten = portOf(settled);
    expectOneAttempt(port, wire);
    expect(error instanceof Deno.errors.AddrInUse, {
      ...error === undefined
        ? mistakes.givesAnotherPortInsteadOfAnError
        : mistakes.changesTheError,
      expected: throwsAddrInUse(where, port),
      came: gotten === undefined ? came : returnedOnPort(gotten),
    });
  }
  const first = bindTo("loopback", 0);
  expectListener(first, wire);
  const { port } = first.addr;
  const again = await called(() => bindTo("loopback", port));
  expectAnother(again);
  const { error, came } = again;
  expect(error instanceof Deno.errors.AddrInUse, {
    ...mistakes.sharesThePort,
    expected: secondIsRefused(port),
    came: error === undefined ? bothHaveThePort : came,
  });
  first.close();
});

check({
  name: t(
    "bindTo() throws any other error on, as for port 70000",
    "bindTo()는 70000번 포트처럼 원인이 다른 오류도 그대로 던진다",
  ),
  needs: ["bindTo"],
  after: binds,
  // A port that no 16 bits can hold may be refused before any socket is made.
  wire: false,
}, async ({ bindTo }, wire) => {
  for (const where of ["loopback", "everywhere"] as const) {
    for (const port of [70_000, privileged, -1]) {
      expectThrownOn(
        await called(() => bindTo(where, port)),
        port,
        `bindTo("${where}", ${port})`,
        wire,
      );
    }
  }
});

check({
  name: t(
    "bindTo() throws the very error of Deno.listen on",
    "bindTo()는 Deno.listen의 오류 객체를 그대로 던진다",
  ),
  needs: ["bindTo"],
  after: binds,
}, async ({ bindTo }, wire) => {
  for (const where of ["loopback", "everywhere"] as const) {
    for (const kind of [Deno.errors.AddrInUse, AddrNotAvailable]) {
      const error = new kind("Somebody knows more of it (os error 99)");
      wire.failNext("listen", error);
      const settled = await called(() => bindTo(where, 0));
      expectVeryError(error, settled, `bindTo("${where}", 0)`);
    }
  }
});

// Who asks by connecting makes bindOrAny() async. Its checks bear that until
// they have told the mistake behind it.
const takes = check({
  name: t(
    "bindOrAny() listens on the given port if it is free",
    "bindOrAny()는 주어진 포트가 비어 있으면 거기서 듣는다",
  ),
  needs: ["bindOrAny"],
}, async ({ bindOrAny }, wire) => {
  const [port, settled] = await onFreePort(wire, bindOrAny);
  const listener = listenerOf(settled, mistakes.leavesItsTrialOpen);
  expectListener(listener, wire);
  expectHostname(listener, loopback);
  expectPort(listener, port);
  await expectReached(listener, wire, loopback);
  listener.close();
});

const fallsBack = check({
  name: t(
    "bindOrAny() takes any free port if the given one is in use",
    "bindOrAny()는 주어진 포트가 쓰이고 있으면 빈 포트에서 듣는다",
  ),
  needs: ["bindOrAny"],
  after: takes,
}, async ({ bindOrAny }, wire) => {
  const taken = wire.server().address.port;
  const settled = await settle(() => bindOrAny(taken));
  expectAskedFor0(settled, wire);
  const listener = listenerOf(settled, mistakes.doesNotFallBack);
  expectListener(listener, wire);
  expectAnyPort(listener, taken, wire);
  expectHostname(listener, loopback);
  await expectReached(listener, wire, loopback);
  const { port } = listener.addr;
  wire.log.events.length = 0;
  const again = await settle(() => bindOrAny(port));
  expectAskedFor0(again, wire);
  const { value: second } = again;
  expectListener(second, wire);
  expect(second.addr.port !== port, {
    ...mistakes.sharesThePort,
    expected: secondGetsAnother(port),
    came: bothHaveThePort,
  });
  second.close();
  listener.close();
});

check({
  name: t(
    "bindOrAny() takes any free port in the place of the last, 65535",
    "bindOrAny()는 마지막 포트인 65535번 대신에도 빈 포트에서 듣는다",
  ),
  needs: ["bindOrAny"],
  after: fallsBack,
}, async ({ bindOrAny }, wire) => {
  const settled = await settle(() => bindOrAny(lastPort));
  expect(!(settled.error instanceof RangeError), {
    ...mistakes.countsOnToTheNextPort,
    came: settled.came,
  });
  const listener = listenerOf(settled, mistakes.doesNotFallBack);
  expectListener(listener, wire);
  await expectReached(listener, wire, loopback);
  listener.close();
});

check({
  name: t(
    "bindOrAny() loses no port between a look and the bind",
    "bindOrAny()는 알아보고 바인드하는 사이에 포트를 빼앗기지 않는다",
  ),
  needs: ["bindOrAny"],
  after: fallsBack,
}, async ({ bindOrAny }, wire) => {
  const [, settled] = await onFreePort(wire, (port) => {
    takeWhenClosed(wire, port);
    return bindOrAny(port);
  });
  const listener = listenerOf(settled, mistakes.looksBeforeItBinds);
  expectListener(listener, wire);
  await expectReached(listener, wire, loopback);
  listener.close();
});

check({
  name: t(
    "bindOrAny() asks bind, not whether somebody answers there",
    "bindOrAny()는 누가 대답하는지가 아니라 bind에 묻는다",
  ),
  needs: ["bindOrAny"],
  after: fallsBack,
}, async ({ bindOrAny }, wire) => {
  // A connection has this port: nobody answers there, and it is in use.
  const { port } = await wire.refusedAddress();
  const settled = await settle(() => bindOrAny(port));
  const listener = listenerOf(settled, mistakes.asksWhetherSomebodyAnswers);
  expectListener(listener, wire);
  await expectReached(listener, wire, loopback);
  listener.close();
});

check({
  name: t(
    "bindOrAny() throws on any other error, as for port 70000",
    "bindOrAny()는 70000번 포트처럼 원인이 다른 오류를 그대로 던진다",
  ),
  needs: ["bindOrAny"],
  after: takes,
  // A port that no 16 bits can hold may be refused before any socket is made.
  wire: false,
}, async ({ bindOrAny }, wire) => {
  const settled = await called(() => bindOrAny(70_000));
  const instead = portOf(settled);
  expect(settled.error instanceof RangeError, {
    ...wrongForTooLarge(settled, wire.log),
    expected: wanted.rangeError,
    came: instead === undefined ? settled.came : returnedOnPort(instead),
  });
});

check({
  name: t(
    "bindOrAny() throws PermissionDenied on if it may not have port 80",
    "bindOrAny()는 80번 포트를 쓸 권한이 없으면 PermissionDenied를 그대로 던진다",
  ),
  needs: ["bindOrAny"],
  after: takes,
}, async ({ bindOrAny }, wire) => {
  expectThrownOn(
    await called(() => bindOrAny(privileged)),
    privileged,
    `bindOrAny(${privileged})`,
    wire,
  );
});

check({
  name: t(
    "bindOrAny() throws the very error of Deno.listen on, also the second one",
    "bindOrAny()는 Deno.listen의 오류 객체를 그대로 던지고, 두 번째 오류도 그렇게 한다",
  ),
  needs: ["bindOrAny"],
  after: fallsBack,
}, async ({ bindOrAny }, wire) => {
  const taken = wire.server().address.port;
  for (const after of [0, 1]) {
    const error = new AddrNotAvailable("Can't assign it (os error 99)");
    wire.failNext("listen", error, { after });
    const settled = await called(() => bindOrAny(taken));
    const other = after === 0
      ? mistakes.tellsLessThanTheError
      : mistakes.losesTheSecondError;
    expectVeryError(error, settled, `bindOrAny(${taken})`, other);
  }
});

check({
  name: t(
    "describeListener() tells the address and the port",
    "describeListener()는 주소와 포트를 알린다",
  ),
  needs: ["describeListener"],
  wire: false,
}, async ({ describeListener }, wire) => {
  const listener = wire.listener();
  wire.log.events.length = 0;
  const { port } = listener.addr;
  for (let asked = 1; asked <= 2; asked++) {
    const described = await called(() => describeListener(listener));
    expectLine(described, `listening on ${loopback}:${port}`, port);
  }
  expectStillOpen(listener, wire);
  await expectReached(listener, wire, loopback);
});

check({
  name: t(
    "describeListener() tells also an address other than 127.0.0.1",
    "describeListener()는 127.0.0.1이 아닌 주소도 알린다",
  ),
  needs: ["describeListener"],
  wire: false,
  lacks: lacksElsewhere,
}, async ({ describeListener }, wire) => {
  const listener = wire.listener({ hostname: elsewhere });
  wire.log.events.length = 0;
  const { port } = listener.addr;
  const described = await called(() => describeListener(listener));
  // An address of IPv6 may stand in brackets (RFC 3986, section 3.2.2).
  const host = String(described.value).includes(`[${elsewhere}]`)
    ? `[${elsewhere}]`
    : elsewhere;
  expectLine(described, `listening on ${host}:${port}`, port);
  expectStillOpen(listener, wire);
  await expectReached(listener, wire, elsewhere);
});

check({
  name: t(
    'describeListener() says "every address" for 0.0.0.0',
    'describeListener()는 0.0.0.0을 "every address"라고 알린다',
  ),
  needs: ["describeListener"],
  wire: false,
}, async ({ describeListener }, wire) => {
  const listener = wire.listener({ hostname: everywhere });
  wire.log.events.length = 0;
  const { port } = listener.addr;
  for (let asked = 1; asked <= 2; asked++) {
    const described = await called(() => describeListener(listener));
    expectLine(described, `listening on every address, port ${port}`, port);
  }
  expectStillOpen(listener, wire);
  await expectReached(listener, wire, loopback);
});

check({
  name: t(
    "describeListener() tells the port that was really bound",
    "describeListener()는 실제로 바인드된 포트를 알린다",
  ),
  needs: ["describeListener", "bindOrAny"],
  after: fallsBack,
}, async ({ describeListener, bindOrAny }, wire) => {
  const taken = wire.server().address.port;
  const asked = [taken, 0];
  const listeners = asked.map(bindOrAny);
  // The last one that was made comes last, for whoever remembers only that.
  for (const [i, listener] of listeners.entries()) {
    expectListener(listener, wire);
    const { port } = listener.addr;
    const described = await called(() => describeListener(listener));
    const line = `listening on ${loopback}:${port}`;
    expectLine(described, line, port, asked[i]);
    expectStillOpen(listener, wire);
    await expectReached(listener, wire, loopback);
  }
  for (const listener of listeners) listener.close();
});
