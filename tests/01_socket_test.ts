import {
  hidesAddrInUse,
  kindOf,
  nearly,
  notRefused,
  portTaken,
  property,
  wrongKind,
} from "./01_socket/diagnose.ts";
import type { Accepts } from "./01_socket/diagnose.ts";
import {
  callAgainIfTaken,
  callWithFreePort,
  choosePort,
} from "./01_socket/ports.ts";
import {
  askedFor,
  bothOn,
  holdsNames,
  isClosed,
  isOfKind,
  isOn,
  lostWords,
  messageIs,
  noSocket,
  opened,
  opensNothing,
  portsAre,
  refuses,
  socketOf,
  stillOpen,
  whatMakes,
  whyNot,
} from "./01_socket/sentences.ts";
import type { Kind } from "./01_socket/sentences.ts";
import { talkOverDatagrams, talkOverStream } from "./01_socket/talk.ts";
import { mistakes, wanted } from "./01_socket/words.ts";
import type * as stub from "./stubs/01_socket/socket.ts";
import { checksOf } from "./support/check.ts";
import { expectAtOnce } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { calls } from "./support/log/wire_log.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import { t } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";

type Names = [domain: string, type: string, protocol: string];

const check = checksOf<typeof stub>("01_socket/socket.ts");
const tcp: Names = ["AF_INET", "SOCK_STREAM", "IPPROTO_TCP"];
const udp: Names = ["AF_INET", "SOCK_DGRAM", "IPPROTO_UDP"];
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
    "openSocket()은 부를 때마다 다른 빈 포트를 쓴다",
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
    expectSocket(second, wire, names);
    // A later call may ask for the number that the kernel has picked.
    const port = wire.log.events.slice(length)
      .find((event) => event.port !== undefined)?.port;
    expect(port === 0, {
      came: askedFor(port),
      ...mistakes.picksThePortItself,
    });
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
  const domains = ["AF_UNIX", "AF_INET6", "af_inet", "2"];
  for (const domain of [...domains, "AF_", "", " AF_INET", "constructor"]) {
    for (const [, type, protocol] of [tcp, udp]) {
      const settled = await settle(() => openSocket(domain, type, protocol));
      const accepts = nearly(domain, "AF_INET") ?? mistakes.neverAsksTheDomain;
      const names: Names = [domain, type, protocol];
      expectRefusal(settled, wire, names, [domain], accepts);
    }
  }
});

check({
  name: t(
    "openSocket() refuses a type or protocol that it does not know",
    "openSocket()은 모르는 유형이나 프로토콜을 거부한다",
  ),
  needs: ["openSocket"],
  wire: false,
}, async ({ openSocket }, wire) => {
  const cases: [...Names, unfit: string][] = [
    ["AF_INET", "SOCK_RAW", "IPPROTO_TCP", "SOCK_RAW"],
    ["AF_INET", "SOCK_RAW", "IPPROTO_UDP", "SOCK_RAW"],
    ["AF_INET", "SOCKET_STREAM", "IPPROTO_TCP", "SOCKET_STREAM"],
    ["AF_INET", "SOCK_STREAM", "IPPROTO_SCTP", "IPPROTO_SCTP"],
    ["AF_INET", "SOCK_DGRAM", "IPPROTO_ICMP", "IPPROTO_ICMP"],
    ["AF_INET", "sock_stream", "IPPROTO_TCP", "sock_stream"],
    ["AF_INET", "SOCK_DGRAM", "ipproto_udp", "ipproto_udp"],
    ["AF_INET", "SOCK_", "IPPROTO_TCP", "SOCK_"],
    ["AF_INET", "SOCK_DGRAM", "", ""],
    ["AF_INET", "SOCK_STREAM ", "IPPROTO_TCP", "SOCK_STREAM "],
    ["AF_INET", "SOCK_DGRAM", " IPPROTO_UDP", " IPPROTO_UDP"],
    ["AF_INET", "constructor", "IPPROTO_TCP", "constructor"],
    ["AF_INET", "SOCK_STREAM", "constructor", "constructor"],
  ];
  for (const [domain, type, protocol, unfit] of cases) {
    const settled = await settle(() => openSocket(domain, type, protocol));
    const accepts = nearly(unfit, "SOCK_STREAM IPPROTO_UDP") ??
      mistakes.fallsThroughToADefault;
    const names: Names = [domain, type, protocol];
    expectRefusal(settled, wire, names, [unfit], accepts);
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
  const { stream, datagram } = expectBoth(settled, wire);
  const ports = portsOf(stream, datagram);
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
    const { stream, datagram } = expectBoth(settled, wire);
    const ports = portsOf(stream, datagram);
    expect(ports.stream === ports.datagram, {
      came: portsAre(ports),
      ...mistakes.letsTheKernelPickTwice,
    });
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
    const settled = await settle<unknown>(() => openBoth(port));
    const { error, came } = settled;
    const refusal = calls(wire.log, "student")
      .find(({ outcome }) => outcome === "error")?.error;
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
    const open = wire.log.sockets.find(({ side, state }) =>
      side === "student" && state === "open"
    );
    expect(open === undefined, {
      came: stillOpen(taken, open?.local.port),
      ...mistakes.leavesTheFirstSocketOpen,
    });
  });
}

function portsOf(stream: Deno.TcpListener, datagram: Deno.DatagramConn) {
  return {
    stream: stream.addr.port,
    datagram: (datagram.addr as Deno.NetAddr).port,
  };
}

/** Expects an open TCP listener on loopback. `name` is its property. */
function expectStream(
  value: unknown,
  wire: Wire,
  name?: string,
): asserts value is Deno.TcpListener {
  expectOpenOnLoopback(value, wire, "SOCK_STREAM", "Deno.TcpListener", name);
}

/** Expects an open UDP socket on loopback. `name` is its property. */
function expectDatagram(
  value: unknown,
  wire: Wire,
  name?: string,
): asserts value is Deno.DatagramConn {
  expectOpenOnLoopback(value, wire, "SOCK_DGRAM", "Deno.DatagramConn", name);
}

/** Expects an open socket of the kind that `names` asks for. */
function expectSocket(
  value: unknown,
  wire: Wire,
  names: Names,
): asserts value is Deno.TcpListener | Deno.DatagramConn {
  if (names === tcp) expectStream(value, wire);
  else expectDatagram(value, wire);
}

/** Expects an open socket on loopback, of the `kind` that goes with `type`. */
function expectOpenOnLoopback(
  value: unknown,
  wire: Wire,
  type: string,
  kind: Kind,
  name?: string,
): void {
  const actual = kindOf(value);
  expect(actual === kind, {
    expected: socketOf(type, kind, name),
    came: actual === undefined ? noSocket(value, name) : isOfKind[actual],
    look: whatMakes(kind),
    ...wrongKind(value),
  });
  const { addr } = value as Deno.TcpListener | Deno.DatagramConn;
  const { hostname, port } = addr as Deno.NetAddr;
  const known = wire.log.sockets.findLast(({ side, local, ...socket }) =>
    side === "student" && local.port === port &&
    socket.kind === (kind === "Deno.TcpListener" ? "listener" : "datagram")
  );
  expect(known?.state !== "closed", {
    came: isClosed(port),
    ...mistakes.closesWhatItReturns,
  });
  expect(hostname === "127.0.0.1", {
    came: isOn(hostname),
    why: whyNot(hostname),
    ...mistakes.listensOnAnotherAddress,
  });
}

function expectBoth(
  { value, error, came }: Settled<unknown>,
  wire: Wire,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  expect(!(error instanceof Deno.errors.AddrInUse), {
    expected: wanted.onePortForBoth,
    came,
    ...portTaken(wire.log),
  });
  if (error !== undefined) throw error;
  const stream = property(value, "stream");
  const datagram = property(value, "datagram");
  expectStream(stream, wire, "stream");
  expectDatagram(datagram, wire, "datagram");
  return { stream, datagram };
}

/** Expects a TypeError with the names `unfit`, and no socket at all. */
function expectRefusal(
  settled: Settled<unknown>,
  { log }: Wire,
  names: Names,
  unfit: string[],
  accepts: Accepts,
): void {
  const call = `openSocket(${names.map((name) => `"${name}"`).join(", ")})`;
  const { value, error, came } = settled;
  const kind = kindOf(value);
  expect(error instanceof TypeError, {
    expected: refuses(call),
    came: kind === undefined ? came : opened[kind],
    ...notRefused(settled, accepts),
  });
  expect(unfit.every((name) => error.message.includes(name)), {
    expected: holdsNames(unfit),
    came: messageIs(call, error.message),
    ...mistakes.doesNotNameWhatIsWrong,
  });
  expect(calls(log, "student").length === 0, {
    expected: opensNothing(call),
    ...mistakes.opensBeforeItLooks,
  });
}
