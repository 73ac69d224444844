import { hidesAddrInUse, kindOf } from "./01_socket/diagnose.ts";
import {
  expectBoth,
  expectDatagram,
  expectRefusal,
  expectSocket,
  expectStillOpen,
  expectStream,
  portsOf,
} from "./01_socket/expect.ts";
import { exchanged, glued, tcp, udp, unfitNames } from "./01_socket/names.ts";
import type { Names } from "./01_socket/names.ts";
import {
  callAgainIfTaken,
  callWithFreePort,
  choosePort,
} from "./01_socket/ports.ts";
import {
  askedFor,
  bothOn,
  lostWords,
  portsAre,
  stillOpen,
  triedAgain,
} from "./01_socket/sentences.ts";
import { talkOverDatagrams, talkOverStream } from "./01_socket/talk.ts";
import { mistakes, wanted } from "./01_socket/words.ts";
import type * as stub from "./stubs/01_socket/socket.ts";
import { checksOf } from "./support/check.ts";
import { expectAtOnce, expectSame } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { calls } from "./support/log/wire_log.ts";
import type { Socket, WireEvent } from "./support/log/wire_log.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import { t } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("01_socket/socket.ts");
const client = t("the client", "클라이언트");

check({
  name: t(
    "openSocket() opens a TCP listener for a stream",
    "openSocket()은 스트림이면 TCP 듣기 소켓을 연다",
  ),
  needs: ["openSocket"],
}, async ({ openSocket }, wire) => {
  wire.call(client);
  const socket: unknown = openSocket(...tcp);
  expectAtOnce(socket, "openSocket");
  expectStream(socket, wire);
  await talkOverStream(socket, wire);
  socket.close();
});

check({
  name: t(
    "openSocket() opens a UDP socket for datagrams",
    "openSocket()은 데이터그램이면 UDP 소켓을 연다",
  ),
  needs: ["openSocket"],
}, async ({ openSocket }, wire) => {
  wire.call(client);
  const socket: unknown = openSocket(...udp);
  expectAtOnce(socket, "openSocket");
  expectDatagram(socket, wire);
  await talkOverDatagrams(socket, wire);
  socket.close();
});

check({
  name: t(
    "openSocket() takes another free port each time",
    "openSocket()은 호출할 때마다 다른 빈 포트를 쓴다",
  ),
  needs: ["openSocket"],
}, async ({ openSocket }, wire) => {
  for (const names of [tcp, udp]) {
    const { length } = wire.log.events;
    const first: unknown = openSocket(...names);
    expectSocket(first, wire, names);
    const { value: second, error, came } = await settle<unknown>(() =>
      openSocket(...names)
    );
    expect(!(error instanceof Deno.errors.AddrInUse), {
      came,
      ...mistakes.takesOnePort,
    });
    if (error !== undefined) throw error;
    expect(second !== first, {
      ...wanted.anotherSocket,
      ...mistakes.givesOneSocketTwice,
    });
    expectStillOpen(first, wire);
    expectSocket(second, wire, names);
    // A later call may ask for the number that the kernel has picked.
    expectKernelToPick(wire.log.events.slice(length));
    first.close();
    second.close();
  }
});

for (const type of ["SOCK_STREAM", "SOCK_DGRAM"]) {
  const protocol = type === "SOCK_STREAM" ? "IPPROTO_UDP" : "IPPROTO_TCP";
  check({
    name: t(
      `openSocket() refuses ${type} with ${protocol}`,
      `openSocket()은 틀린 짝을 거부한다: ${type}, ${protocol}`,
    ),
    needs: ["openSocket"],
    wire: false,
  }, async ({ openSocket }, wire) => {
    const settled = await settle(() => openSocket("AF_INET", type, protocol));
    const stream = kindOf(settled.value) === "Deno.TcpListener";
    const accepts = stream === (type === "SOCK_STREAM")
      ? mistakes.letsTheTypeDecide
      : mistakes.letsTheProtocolDecide;
    const names: Names = ["AF_INET", type, protocol];
    expectRefusal(settled, wire, names, [type, protocol], accepts);
  });
}

check({
  name: t(
    "openSocket() refuses every domain but AF_INET",
    "openSocket()은 AF_INET이 아닌 도메인을 거부한다",
  ),
  needs: ["openSocket"],
  wire: false,
}, async ({ openSocket }, wire) => {
  for (const [domain, accepts] of unfitNames("AF_INET")) {
    for (const [, type, protocol] of [tcp, udp]) {
      const names: Names = [domain, type, protocol];
      const settled = await settle(() => openSocket(...names));
      expectRefusal(settled, wire, names, [domain], accepts);
    }
  }
  // The domain is unknown, whatever may be wrong with the other two.
  const names: Names = ["AF_UNIX", "SOCK_STREAM", "IPPROTO_UDP"];
  const settled = await settle(() => openSocket(...names));
  const accepts = mistakes.neverAsksTheDomain;
  expectRefusal(settled, wire, names, ["AF_UNIX"], accepts);
});

check({
  name: t(
    "openSocket() refuses a type or protocol that it does not know",
    "openSocket()은 모르는 유형이나 프로토콜을 거부한다",
  ),
  needs: ["openSocket"],
  wire: false,
}, async ({ openSocket }, wire) => {
  for (const known of [tcp, udp]) {
    for (const place of [2, 1]) {
      for (const [unfit, accepts] of unfitNames(known[place])) {
        const names = known.with(place, unfit) as Names;
        const settled = await settle(() => openSocket(...names));
        expectRefusal(settled, wire, names, [unfit], accepts);
      }
    }
  }
});

check({
  name: t(
    "openSocket() takes each name in its own place",
    "openSocket()은 이름이 제자리에 있을 때만 받아들인다",
  ),
  needs: ["openSocket"],
  wire: false,
}, async ({ openSocket }, wire) => {
  for (const known of [tcp, udp]) {
    for (
      const [accepts, cases] of [
        [mistakes.takesAnyOrder, exchanged(known)],
        [mistakes.gluesTheNames, glued(known)],
      ] as const
    ) {
      for (const names of cases) {
        const settled = await settle(() => openSocket(...names));
        expectRefusal(settled, wire, names, names, accepts, "any");
      }
    }
  }
});

check({
  name: t(
    "openSocket() knows no name in lower case",
    "openSocket()은 소문자로 쓴 이름을 모르는 이름으로 본다",
  ),
  needs: ["openSocket"],
  extra: true,
  wire: false,
}, async ({ openSocket }, wire) => {
  for (const known of [tcp, udp]) {
    for (const [place, name] of known.entries()) {
      const unfit = name.toLowerCase();
      const names = known.with(place, unfit) as Names;
      const settled = await settle(() => openSocket(...names));
      const accepts = mistakes.acceptsLowerCase;
      expectRefusal(settled, wire, names, [unfit], accepts);
    }
  }
});

check({
  name: t(
    "openSocket() throws an error of Deno on as it is",
    "openSocket()은 Deno의 오류를 그대로 던진다",
  ),
  needs: ["openSocket"],
}, async ({ openSocket }, wire) => {
  for (const names of [tcp, udp]) {
    const call = names === tcp ? "listen" : "listenDatagram";
    const error = noRights();
    wire.failNext(call, error);
    expectSame(error, await settle(() => openSocket(...names)), call);
  }
});

check({
  name: t(
    "openBoth() opens TCP and UDP on the port that it is given",
    "openBoth()는 주어진 포트에 TCP와 UDP를 함께 연다",
  ),
  needs: ["openBoth"],
}, async ({ openBoth }, wire) => {
  wire.call(client);
  const { port, ...settled } = await callWithFreePort(openBoth, wire);
  const pair = expectBoth(settled, wire);
  const { stream, datagram } = pair;
  const ports = portsOf(pair);
  expect(ports.stream === port && ports.datagram === port, {
    expected: bothOn(port),
    came: portsAre(ports),
    ...mistakes.takesAnyPort,
  });
  // Both at once: what goes to one of them must not come out of the other.
  await Promise.all([
    talkOverStream(stream, wire),
    talkOverDatagrams(datagram, wire),
  ]);
  stream.close();
  datagram.close();
});

check({
  name: t(
    "openBoth(0) gives both sockets the number that the kernel picked",
    "openBoth(0)이면 커널이 고른 번호를 두 소켓이 함께 쓴다",
  ),
  needs: ["openBoth"],
}, async ({ openBoth }, wire) => {
  wire.call(client);
  // Two different picks are the same number by chance once in some thousands.
  for (let times = 0; times < 3; times++) {
    const settled = await callAgainIfTaken(() => openBoth(0), wire);
    const pair = expectBoth(settled, wire);
    const { stream, datagram } = pair;
    const ports = portsOf(pair);
    expect(ports.stream === ports.datagram, {
      came: portsAre(ports),
      ...mistakes.letsTheKernelPickTwice,
    });
    expectKernelToPick(wire.log.events);
    await talkOverStream(stream, wire);
    await talkOverDatagrams(datagram, wire);
    stream.close();
    datagram.close();
  }
});

for (const taken of ["UDP", "TCP"] as const) {
  check({
    name: t(
      `openBoth() leaves nothing open when the ${taken} port is taken`,
      `openBoth()는 ${taken} 포트를 남이 쓰고 있으면 아무것도 열어 두지 않는다`,
    ),
    needs: ["openBoth"],
  }, async ({ openBoth }, wire) => {
    wire.call(t("another program", "다른 프로그램"));
    const port = choosePort(wire, taken);
    const { settled, open } = await callForTaken(() => openBoth(port), wire);
    const { error, came } = settled;
    const refused = calls(wire.log, "student")
      .filter(({ outcome }) => outcome === "error");
    const refusal = refused[0]?.error;
    expect(error instanceof Deno.errors.AddrInUse, {
      expected: wanted.addrInUse,
      came,
      ...hidesAddrInUse(settled, refusal, port),
    });
    expect(refusal === undefined || error.message === refusal.message, {
      came,
      why: lostWords(refusal?.message),
      ...mistakes.makesAnErrorOfItsOwn,
    });
    expect(open === undefined, {
      came: stillOpen(taken, open?.local.port),
      ...open?.state === "closed"
        ? mistakes.closesTooLate
        : mistakes.leavesTheFirstSocketOpen,
    });
    expect(refused.length < 2, {
      came: triedAgain(refused.length),
      ...mistakes.triesAgain,
    });
  });
}

check({
  name: t(
    "openBoth() throws an error of Deno on as it is, and leaves nothing open",
    "openBoth()는 Deno의 오류를 그대로 던지고 아무것도 열어 두지 않는다",
  ),
  needs: ["openBoth"],
}, async ({ openBoth }, wire) => {
  wire.call(client);
  for (const call of ["listenDatagram", "listen"] as const) {
    for (const error of [noRights(), alreadyInUse()]) {
      const port = choosePort(wire);
      wire.log.events.length = 0;
      wire.failNext(call, error);
      const { settled, open } = await callForTaken(() => openBoth(port), wire);
      expectSame(error, settled, call);
      expect(open === undefined, {
        came: stillOpen(call === "listen" ? "TCP" : "UDP", open?.local.port),
        ...mistakes.cleansUpAfterOneErrorOnly,
      });
    }
  }
});

check({
  name: t(
    "openBoth() never lets go of a port that it has got",
    "openBoth()는 얻은 포트를 도중에 놓지 않는다",
  ),
  needs: ["openBoth"],
  extra: true,
}, async ({ openBoth }, wire) => {
  wire.call(client);
  const settled = await callAgainIfTaken(() => openBoth(0), wire);
  const { stream, datagram } = expectBoth(settled, wire);
  // What failed meanwhile is a reason to begin again.
  const failed = wire.log.events.some(({ outcome }) => outcome === "error");
  const closed = calls(wire.log, "student", "close");
  expect(failed || closed.length === 0, mistakes.letsGoOfThePort);
  stream.close();
  datagram.close();
});

check({
  name: t(
    "openBoth() leaves the pair of an earlier call alone",
    "openBoth()는 앞선 호출이 연 두 소켓을 건드리지 않는다",
  ),
  needs: ["openBoth"],
}, async ({ openBoth }, wire) => {
  wire.call(client);
  const one = await callAgainIfTaken(() => openBoth(0), wire);
  const first = expectBoth(one, wire);
  const two = await callAgainIfTaken(() => openBoth(0), wire);
  expect(one.value !== two.value, {
    ...wanted.anotherPair,
    ...mistakes.givesOneSocketTwice,
  });
  expectStillOpen(first.stream, wire);
  expectStillOpen(first.datagram, wire);
  first.stream.close();
  first.datagram.close();
  const { stream, datagram } = expectBoth(two, wire);
  // Now only the TCP port is taken, and by the student's own code.
  datagram.close();
  wire.log.events.length = 0;
  const settled = await settle<unknown>(() => openBoth(stream.addr.port));
  expectStillOpen(stream, wire);
  expect(settled.error instanceof Deno.errors.AddrInUse, {
    expected: wanted.addrInUse,
    came: settled.came,
    ...mistakes.sharesTheTcpPort,
  });
  await talkOverStream(stream, wire);
  stream.close();
  // And both are free again, unless somebody was quicker.
  const again = await settle<unknown>(() => openBoth(stream.addr.port));
  const refused = calls(wire.log, "student")
    .findLast(({ call }) => call !== "close")?.outcome === "error";
  expect(again.error === undefined || refused, {
    came: again.came,
    ...mistakes.remembersAPort,
  });
  if (again.error !== undefined) return;
  const third = expectBoth(again, wire);
  third.stream.close();
  third.datagram.close();
});

/** Expects that the first of these calls that asks for a port asks for 0. */
function expectKernelToPick(events: readonly WireEvent[]): void {
  const port = events.find((event) => event.port !== undefined)?.port;
  expect(port === 0, {
    came: askedFor(port),
    ...mistakes.picksThePortItself,
  });
}

/** What Deno throws for a port below 1024, where that needs rights. */
function noRights(): Error {
  return new Deno.errors.PermissionDenied("Permission denied (os error 13)");
}

function alreadyInUse(): Error {
  return new Deno.errors.AddrInUse("Address already in use (os error 98)");
}

/** Calls openBoth(), and looks at once for a socket that it has left open. */
async function callForTaken(
  call: () => unknown,
  { log }: Wire,
): Promise<{ settled: Settled<unknown>; open: Socket | undefined }> {
  let open: Socket | undefined;
  const settled = await settle(() => {
    try {
      return call();
    } finally {
      open = log.sockets.find(({ side, state }) =>
        side === "student" && state === "open"
      );
    }
  });
  return { settled, open };
}
