import type * as stub from "./stubs/01_socket/socket.ts";
import { encode } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { expectAtOnce, expectBytes, settleAtOnce } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import type { Words } from "./support/failure.ts";
import { returned, settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";

type Names = [domain: string, type: string, protocol: string];

const check = checksOf<typeof stub>("01_socket/socket.ts");
const tcp: Names = ["AF_INET", "SOCK_STREAM", "IPPROTO_TCP"];
const udp: Names = ["AF_INET", "SOCK_DGRAM", "IPPROTO_UDP"];

check({
  name: {
    en: "openSocket() opens a TCP listener for a stream",
    ko: "openSocket()은 스트림이면 TCP 듣기 소켓을 연다",
  },
  needs: ["openSocket"],
}, async ({ openSocket }, wire) => {
  wire.call({ en: "the client", ko: "클라이언트" });
  const socket: unknown = openSocket(...tcp);
  expectAtOnce(socket, "openSocket");
  expectStream(socket, wire);
  await talkOverStream(socket, wire);
  socket.close();
});

check({
  name: {
    en: "openSocket() opens a UDP socket for datagrams",
    ko: "openSocket()은 데이터그램이면 UDP 소켓을 연다",
  },
  needs: ["openSocket"],
}, async ({ openSocket }, wire) => {
  wire.call({ en: "the client", ko: "클라이언트" });
  const socket: unknown = openSocket(...udp);
  expectAtOnce(socket, "openSocket");
  expectDatagram(socket, wire);
  await talkOverDatagrams(socket, wire);
  socket.close();
});

check({
  name: {
    en: "openSocket() takes another free port each time",
    ko: "openSocket()은 부를 때마다 다른 빈 포트를 쓴다",
  },
  needs: ["openSocket"],
}, async ({ openSocket }, wire) => {
  for (const names of [tcp, udp]) {
    const { length } = wire.log.events;
    const first: unknown = openSocket(...names);
    expectSocket(first, wire, names);
    const { value: second, error, came } = await settle<unknown>(() =>
      openSocket(...names)
    );
    expect(error === undefined, {
      expected: {
        en: "Two sockets of one kind can be open at the same time.",
        ko: "같은 종류의 소켓 둘을 함께 열어 둘 수 있습니다.",
      },
      came,
      why: error instanceof Deno.errors.AddrInUse
        ? {
          en:
            "A fixed port serves one socket only: the second call finds it taken. The task asks for a free port, which the kernel picks.",
          ko:
            "정해 둔 포트는 소켓 하나만 쓸 수 있어, 두 번째 호출은 실패합니다. 과제에서는 커널이 고르는 빈 포트를 씁니다.",
        }
        : {
          en: "The first call succeeded, and the second met this error.",
          ko: "첫 호출은 성공했는데 두 번째 호출에서 이 오류가 났습니다.",
        },
      look: {
        en: "The port in your call: which number asks for a free one?",
        ko:
          "호출에 쓴 포트 번호를 보십시오. 어떤 번호가 빈 포트를 달라는 뜻입니까?",
      },
    });
    expectSocket(second, wire, names);
    // A later call may ask for the number that the kernel has picked.
    const port = wire.log.events.slice(length)
      .find((event) => event.port !== undefined)?.port;
    expect(port === 0, {
      expected: {
        en: "Your code asks for port 0, and the kernel picks a free one.",
        ko: "코드가 포트 0을 요청하고, 빈 포트는 커널이 고릅니다.",
      },
      came: {
        en: `It asked for port ${port}.`,
        ko: `코드가 요청한 포트는 ${port}번입니다.`,
      },
      why: {
        en:
          "A number that your code picks, at random too, can be taken. Which ports are free, only the kernel knows.",
        ko:
          "코드가 고른 번호는 무작위로 골랐더라도 남이 쓰고 있을 수 있습니다. 어느 포트가 비었는지는 커널만 압니다.",
      },
      look: {
        en: "The port in your call: where does its number come from?",
        ko: "호출에 쓴 포트 번호가 어디에서 오는지 보십시오.",
      },
    });
    first.close();
    second.close();
  }
});

for (const type of ["SOCK_STREAM", "SOCK_DGRAM"]) {
  const protocol = type === "SOCK_STREAM" ? "IPPROTO_UDP" : "IPPROTO_TCP";
  check({
    name: {
      en: `openSocket() refuses ${type} with ${protocol}`,
      ko: `openSocket()은 틀린 짝을 거부한다: ${type}, ${protocol}`,
    },
    needs: ["openSocket"],
    wire: false,
  }, async ({ openSocket }, wire) => {
    const settled = await settle(() => openSocket("AF_INET", type, protocol));
    const byType = isStream(settled.value) === (type === "SOCK_STREAM");
    expectRefusal(settled, wire, {
      names: ["AF_INET", type, protocol],
      unfit: [type, protocol],
      accepted: byType
        ? {
          en:
            "The type alone decided; the protocol was not looked at. The caller gets a socket that is not what the protocol says.",
          ko:
            "유형만 보고 열었고 프로토콜은 확인하지 않았습니다. 호출한 쪽은 적어 준 프로토콜과 다른 소켓을 받게 됩니다.",
        }
        : {
          en:
            "The protocol alone decided; the type was not looked at. The caller gets a socket that is not what the type says.",
          ko:
            "프로토콜만 보고 열었고 유형은 확인하지 않았습니다. 호출한 쪽은 적어 준 유형과 다른 소켓을 받게 됩니다.",
        },
    });
  });
}

check({
  name: {
    en: "openSocket() refuses every domain but AF_INET",
    ko: "openSocket()은 AF_INET이 아닌 도메인을 거부한다",
  },
  needs: ["openSocket"],
  wire: false,
}, async ({ openSocket }, wire) => {
  const domains = ["AF_UNIX", "AF_INET6", "af_inet", "2"];
  for (const domain of [...domains, "AF_", "", " AF_INET", "constructor"]) {
    for (const [, type, protocol] of [tcp, udp]) {
      const settled = await settle(() => openSocket(domain, type, protocol));
      expectRefusal(settled, wire, {
        names: [domain, type, protocol],
        unfit: [domain],
        accepted: nearly(domain, "AF_INET") ?? {
          en:
            "The domain was not compared, or not whole. The caller wanted another kind of address and gets an Internet socket.",
          ko:
            "도메인을 비교하지 않았거나 끝까지 비교하지 않았습니다. 다른 종류의 주소를 원한 쪽이 인터넷 소켓을 받게 됩니다.",
        },
      });
    }
  }
});

check({
  name: {
    en: "openSocket() refuses a type or protocol that it does not know",
    ko: "openSocket()은 모르는 유형이나 프로토콜을 거부한다",
  },
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
    expectRefusal(settled, wire, {
      names: [domain, type, protocol],
      unfit: [unfit],
      accepted: nearly(unfit, "SOCK_STREAM IPPROTO_UDP") ?? {
        en:
          "An unknown name fell through to a default. `else` stands for everything you did not think of.",
        ko:
          "모르는 이름이 기본값으로 빠졌습니다. `else`에는 미처 생각하지 못한 모든 경우가 들어갑니다.",
      },
    });
  }
});

check({
  name: {
    en: "openBoth() opens TCP and UDP on the port that it is given",
    ko: "openBoth()는 주어진 포트에 TCP와 UDP를 함께 연다",
  },
  needs: ["openBoth"],
}, async ({ openBoth }, wire) => {
  wire.call({ en: "the client", ko: "클라이언트" });
  const { port, ...settled } = await callWithFreePort(openBoth, wire);
  const { stream, datagram } = expectBoth(settled, wire);
  const ports = portsOf(stream, datagram);
  expect(ports.stream === port && ports.datagram === port, {
    expected: {
      en: `Both sockets have port ${port}.`,
      ko: `두 소켓 모두 ${port}번 포트를 씁니다.`,
    },
    came: cameWith(ports),
    why: {
      en:
        "A port in your code is not the parameter. Whoever knows the number finds only one of the two there, or none.",
      ko:
        "코드에 쓴 포트가 매개변수의 값이 아닙니다. 그 번호로 찾아오면 하나만 있거나 아무것도 없습니다.",
    },
    look: {
      en: "The port in both calls.",
      ko: "두 호출에 쓴 포트를 보십시오.",
    },
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
  name: {
    en: "openBoth(0) gives both sockets the number that the kernel picked",
    ko: "openBoth(0)이면 커널이 고른 번호를 두 소켓이 함께 쓴다",
  },
  needs: ["openBoth"],
}, async ({ openBoth }, wire) => {
  wire.call({ en: "the client", ko: "클라이언트" });
  // Two different picks are the same number by chance once in some thousands.
  for (let times = 0; times < 3; times++) {
    const settled = await callAgainIfTaken(() => openBoth(0), wire);
    const { stream, datagram } = expectBoth(settled, wire);
    const ports = portsOf(stream, datagram);
    expect(ports.stream === ports.datagram, {
      expected: {
        en: "Both sockets have the same port.",
        ko: "두 소켓의 포트 번호가 같습니다.",
      },
      came: cameWith(ports),
      why: {
        en:
          "Port 0 was asked for twice, and the kernel picked twice. After the first call the number is known, and the second call needs it.",
        ko:
          "두 번 모두 포트 0으로 열었으니 커널도 번호를 두 번 골랐습니다. 첫 호출이 끝나면 번호가 정해지고, 두 번째 호출에는 그 번호가 필요합니다.",
      },
      look: {
        en: "Where does a socket that is open say its own port?",
        ko: "열린 소켓의 포트 번호는 어디에 적혀 있습니까?",
      },
    });
    await talkOverStream(stream, wire);
    await talkOverDatagrams(datagram, wire);
    stream.close();
    datagram.close();
  }
});

for (const taken of ["UDP", "TCP"] as const) {
  check({
    name: {
      en: `openBoth() leaves nothing open when the ${taken} port is taken`,
      ko:
        `openBoth()는 ${taken} 포트를 남이 쓰고 있으면 아무것도 열어 두지 않는다`,
    },
    needs: ["openBoth"],
  }, async ({ openBoth }, wire) => {
    wire.call({ en: "another program", ko: "다른 프로그램" });
    const port = choosePort(wire, taken);
    const { value, error, came } = await settle<unknown>(() => openBoth(port));
    const mine = wire.log.sockets.filter(({ side }) => side === "student");
    const refusal = wire.log.events.find(({ side, outcome }) =>
      side === "student" && outcome === "error"
    )?.error;
    const stream = property(value, "stream");
    const datagram = property(value, "datagram");
    const hasBoth = isStream(stream) && isDatagram(datagram);
    const shares = hasBoth && portsOf(stream, datagram).datagram === port;
    expect(error instanceof Deno.errors.AddrInUse, {
      expected: {
        en: "openBoth() throws Deno.errors.AddrInUse.",
        ko: "openBoth()가 Deno.errors.AddrInUse를 던집니다.",
      },
      came,
      why: error instanceof TypeError && refusal !== undefined
        ? {
          en:
            "The clean-up itself threw, and its error took the place of AddrInUse: what was never opened cannot be closed.",
          ko:
            "뒷정리를 하다가 다른 오류가 나서 AddrInUse를 덮었습니다. 열리지 않은 것은 닫을 수도 없습니다.",
        }
        : error !== undefined
        ? {
          en:
            "AddrInUse says what is wrong and what to do: another program has the port. Another error hides that.",
          ko:
            "AddrInUse는 다른 프로그램이 그 포트를 쓰고 있다는 말이라, 할 일까지 알려 줍니다. 다른 오류로 바꾸면 그것을 알 수 없습니다.",
        }
        : shares
        ? {
          en:
            "With reuseAddress two programs have one UDP port, and only one of them gets what comes. Nothing tells you that it is the other one.",
          ko:
            "reuseAddress를 쓰면 두 프로그램이 한 UDP 포트를 함께 쓰고, 오는 것은 그중 하나만 받습니다. 상대가 받아도 이쪽은 알 수 없습니다.",
        }
        : refusal === undefined
        ? {
          en:
            "The port that was given was never asked for. Whoever knows the number will look there, and find somebody else.",
          ko:
            "받은 포트 번호로 연 적이 없습니다. 그 번호로 찾아온 쪽은 엉뚱한 상대를 만납니다.",
        }
        : hasBoth
        ? {
          en:
            "The error was caught, and the sockets were opened on another port. Whoever looks at the port that was given finds a stranger there.",
          ko:
            "오류를 잡은 다음 다른 포트에 열었습니다. 정해진 포트로 찾아온 쪽은 엉뚱한 상대를 만납니다.",
        }
        : isStream(stream) !== isDatagram(datagram)
        ? {
          en:
            "The error was caught and kept: the caller holds half a server and takes it for a whole one.",
          ko:
            "오류를 잡고서 알리지 않았습니다. 호출한 쪽은 반쪽 서버를 온전한 서버로 압니다.",
        }
        : {
          en:
            "The error was caught and kept: the caller holds nothing and does not learn why.",
          ko:
            "오류를 잡고서 알리지 않았습니다. 호출한 쪽은 아무것도 받지 못하고 까닭도 모릅니다.",
        },
      look: shares
        ? {
          en: "Which option of your call lets two sockets have one port?",
          ko: "호출의 어느 옵션이 두 소켓에 한 포트를 함께 쓰게 합니까?",
        }
        : {
          en: "What does your code do with an error after it has cleaned up?",
          ko: "뒷정리를 한 다음 그 오류를 어떻게 합니까?",
        },
    });
    expect(refusal === undefined || error.message === refusal.message, {
      expected: {
        en: "openBoth() throws the error of Deno as it is.",
        ko: "openBoth()가 Deno의 오류를 그대로 던집니다.",
      },
      came,
      why: {
        en:
          `The class is right, and the words of the system are lost: ${refusal?.message}.`,
        ko:
          `종류는 맞지만 시스템의 오류 메시지가 사라졌습니다: ${refusal?.message}`,
      },
      look: {
        en:
          "What does your code throw after it has cleaned up: what it caught?",
        ko: "뒷정리를 한 다음 던지는 것이 잡은 오류 그 자체입니까?",
      },
    });
    const open = mine.find(({ state }) => state === "open");
    const first: Text = taken === "UDP"
      ? { en: "TCP listener", ko: "TCP 듣기 소켓이" }
      : { en: "UDP socket", ko: "UDP 소켓이" };
    expect(open === undefined, {
      expected: {
        en: "When openBoth() throws, no socket of it is open.",
        ko: "openBoth()가 오류를 던지면 열려 있는 소켓이 없습니다.",
      },
      came: {
        en: `The ${first.en} on port ${open?.local.port} is still open.`,
        ko: `${open?.local.port}번 포트의 ${first.ko} 아직 열려 있습니다.`,
      },
      why: {
        en:
          "The first call succeeded, the second threw, and no variable is left that could close the first socket.",
        ko:
          "첫 호출은 성공하고 두 번째 호출이 오류를 던졌습니다. 첫 소켓을 닫아 줄 변수가 남지 않았습니다.",
      },
      look: {
        en: "Which way out leads past the second call, and who closes there?",
        ko: "두 번째 호출이 실패했을 때 첫 소켓은 누가 닫습니까?",
      },
    });
  });
}

/** Why `name`, which is nearly one of the `known` names, is accepted. */
function nearly(name: string, known: string): Text | undefined {
  if (name === "constructor") return inherited;
  if (name !== name.trim()) {
    return {
      en:
        "Only the exact C name counts, and a space is a part of what came. trim() makes a right name of a wrong one.",
      ko:
        "C의 이름과 똑같아야 합니다. 공백도 이름의 일부인데, trim()은 틀린 이름을 맞는 이름으로 바꾸어 버립니다.",
    };
  }
  if (known.includes(name)) {
    return {
      en:
        "A part of a name is not the name. includes() asks whether a text occurs in another, and the empty text occurs in each.",
      ko:
        "이름의 일부는 그 이름이 아닙니다. includes()는 한 문자열이 다른 문자열 안에 있는지를 묻고, 빈 문자열은 어디에나 있습니다.",
    };
  }
  return name !== name.toLowerCase() || name === "2" ? undefined : {
    en:
      "Only the exact C name counts. In C, lower case would not even compile, and a wrong name must not pass here either.",
    ko:
      "C의 이름과 똑같아야 합니다. C에서 소문자로 쓰면 컴파일조차 되지 않으니, 여기서도 통과시키지 않습니다.",
  };
}

const inherited: Text = {
  en:
    'Each object inherits names that nobody wrote into it, and "constructor" is one. `in` and [] find them too; a Map or Object.hasOwn does not.',
  ko:
    '객체에는 직접 적지 않아도 물려받은 이름이 있고, "constructor"도 그중 하나입니다. `in`과 []는 그런 이름도 찾지만, Map이나 Object.hasOwn은 찾지 않습니다.',
};

function isStream(value: unknown): value is Deno.TcpListener {
  return typeof property(value, "accept") === "function";
}

function isDatagram(value: unknown): value is Deno.DatagramConn {
  return typeof property(value, "receive") === "function";
}

function property(value: unknown, name: string): unknown {
  return (value as Record<string, unknown> | null | undefined)?.[name];
}

function portsOf(stream: Deno.TcpListener, datagram: Deno.DatagramConn) {
  return {
    stream: stream.addr.port,
    datagram: (datagram.addr as Deno.NetAddr).port,
  };
}

function cameWith(ports: { stream: number; datagram: number }): Text {
  return {
    en: `stream has port ${ports.stream}, datagram has port ${ports.datagram}.`,
    ko:
      `stream의 포트는 ${ports.stream}, datagram의 포트는 ${ports.datagram}입니다.`,
  };
}

/** Expects an open TCP listener on loopback. `name` is its property. */
function expectStream(
  value: unknown,
  wire: Wire,
  name?: string,
): asserts value is Deno.TcpListener {
  expect(isStream(value), notTheKind(value, "SOCK_STREAM", name));
  expectOpenOnLoopback(value, wire);
}

/** Expects an open UDP socket on loopback. `name` is its property. */
function expectDatagram(
  value: unknown,
  wire: Wire,
  name?: string,
): asserts value is Deno.DatagramConn {
  expect(isDatagram(value), notTheKind(value, "SOCK_DGRAM", name));
  expectOpenOnLoopback(value, wire);
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

function notTheKind(
  value: unknown,
  type: "SOCK_STREAM" | "SOCK_DGRAM",
  name?: string,
): Words {
  const kind = type === "SOCK_STREAM"
    ? "Deno.TcpListener"
    : "Deno.DatagramConn";
  const exchanged = isStream(value) || isDatagram(value);
  const came = returned(value);
  return {
    expected: name === undefined
      ? {
        en: `A socket for ${type} is returned: a ${kind}.`,
        ko: `${type}에 맞는 소켓, 곧 ${kind} 객체를 돌려줍니다.`,
      }
      : {
        en: `\`${name}\` of the result is a ${kind}.`,
        ko: `결과의 \`${name}\` 값은 ${kind} 객체입니다.`,
      },
    came: exchanged
      ? isStream(value)
        ? {
          en: "It is a TCP listener (Deno.TcpListener).",
          ko: "TCP 듣기 소켓(Deno.TcpListener)이 왔습니다.",
        }
        : {
          en: "It is a UDP socket (Deno.DatagramConn).",
          ko: "UDP 소켓(Deno.DatagramConn)이 왔습니다.",
        }
      : name === undefined
      ? came
      : {
        en: came.en.replace("It returned", `\`${name}\` is`),
        ko: came.ko.replace("돌려준 값은", `\`${name}\`의 값은`),
      },
    why: exchanged
      ? {
        en:
          "The two kinds are exchanged: a stream goes with TCP, datagrams go with UDP.",
        ko:
          "두 종류가 뒤바뀌었습니다. 스트림은 TCP와, 데이터그램은 UDP와 짝을 이룹니다.",
      }
      : typeof value === "number"
      ? {
        en:
          "In C a number stands for the socket. In Deno it is the object that the call gave you.",
        ko:
          "C에서는 번호가 소켓을 나타내지만, Deno에서는 호출이 준 객체가 소켓입니다.",
      }
      : {
        en:
          "A `return` is missing on one way out, or something else than the socket is returned.",
        ko:
          "한 종료 경로에 `return`이 없거나, 소켓이 아닌 것을 돌려주었습니다.",
      },
    look: {
      en: `Which call of Deno makes a ${kind}, and what becomes of its result?`,
      ko: `Deno의 어느 호출이 ${kind} 객체를 만들며, 그 결과는 어디로 갑니까?`,
    },
  };
}

function expectOpenOnLoopback(
  socket: Deno.TcpListener | Deno.DatagramConn,
  wire: Wire,
): void {
  const { hostname, port } = socket.addr as Deno.NetAddr;
  const kind = isStream(socket) ? "listener" : "datagram";
  const known = wire.log.sockets.findLast((known) =>
    known.kind === kind && known.side === "student" && known.local.port === port
  );
  expect(known?.state !== "closed", {
    expected: {
      en: "The socket that is returned is open.",
      ko: "돌려준 소켓은 열려 있습니다.",
    },
    came: {
      en: `The socket on port ${port} is already closed.`,
      ko: `${port}번 포트의 소켓이 이미 닫혔습니다.`,
    },
    why: {
      en:
        "`using` and `finally` close on every way out, on `return` too. The caller gets a socket that nobody can use.",
      ko:
        "`using`과 `finally`는 모든 종료 경로에서, `return`할 때에도 닫습니다. 호출한 쪽은 쓸 수 없는 소켓을 받습니다.",
    },
    look: {
      en: "On which way out should your code close, and on which not?",
      ko: "어느 길에서 닫아야 하고, 어느 길에서 닫지 말아야 합니까?",
    },
  });
  expect(hostname === "127.0.0.1", {
    expected: {
      en: "The socket is on 127.0.0.1.",
      ko: "소켓의 주소는 127.0.0.1입니다.",
    },
    came: { en: `It is on ${hostname}.`, ko: `${hostname}에 있습니다.` },
    why: hostname === "0.0.0.0"
      ? {
        en:
          "0.0.0.0, the default of Deno.listen, is every address of the machine: all the network could reach this socket.",
        ko:
          "Deno.listen의 기본값인 0.0.0.0은 이 컴퓨터의 모든 주소입니다. 네트워크의 누구나 이 소켓에 닿을 수 있습니다.",
      }
      : {
        en: "Another address of this machine is another place to knock at.",
        ko: "같은 컴퓨터라도 주소가 다르면 다른 곳입니다.",
      },
    look: {
      en: "The hostname in your call.",
      ko: "호출에 쓴 hostname을 보십시오.",
    },
  });
}

function expectBoth(
  { value, error }: Settled<unknown>,
  wire: Wire,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const { events } = wire.log;
  const failed = events.findLast(({ side, outcome }) =>
    side === "student" && outcome === "error"
  );
  const twice = failed !== undefined &&
    events.some(({ side, call, outcome }) =>
      side === "student" && call === failed.call && outcome === "ok"
    );
  expect(!(error instanceof Deno.errors.AddrInUse), {
    expected: {
      en: "TCP and UDP are opened on one port that is free for both.",
      ko: "둘 다 비어 있는 포트 하나에 TCP와 UDP가 열립니다.",
    },
    came: {
      en: `It threw ${error?.name}: ${error?.message}.`,
      ko: `오류를 던졌습니다. ${error?.name}: ${error?.message}`,
    },
    why: twice
      ? {
        en:
          `${failed.call}() was called twice for one port: two sockets of the same protocol. Each protocol can have the port once.`,
        ko:
          `한 포트에 ${failed.call}()을 두 번 불렀습니다. 같은 프로토콜의 소켓이 둘이 됩니다. 한 포트는 프로토콜마다 한 번만 쓸 수 있습니다.`,
      }
      : {
        en:
          "Another socket has the port that your code asks for: the port in a call is not the parameter.",
        ko:
          "코드가 요청한 포트를 다른 소켓이 쓰고 있습니다. 호출에 쓴 포트가 매개변수의 값이 아닙니다.",
      },
    look: twice
      ? {
        en: "Which call is for TCP, and which for UDP?",
        ko: "TCP 소켓은 어느 호출이, UDP 소켓은 어느 호출이 엽니까?",
      }
      : {
        en: "The port in both calls.",
        ko: "두 호출에 쓴 포트를 보십시오.",
      },
  });
  if (error !== undefined) throw error;
  const [stream, datagram] = [
    property(value, "stream"),
    property(value, "datagram"),
  ];
  expectStream(stream, wire, "stream");
  expectDatagram(datagram, wire, "datagram");
  return { stream, datagram };
}

/** Expects a TypeError with the names `unfit`, and no socket at all. */
function expectRefusal(
  { value, error, came }: Settled<unknown>,
  { log }: Wire,
  { names, unfit, accepted }: {
    names: Names;
    unfit: string[];
    accepted: Text;
  },
): void {
  const call = `openSocket(${names.map((name) => `"${name}"`).join(", ")})`;
  const opened = isStream(value) || isDatagram(value);
  expect(error instanceof TypeError, {
    expected: {
      en: `${call} throws a TypeError.`,
      ko: `${call} 호출은 TypeError를 던집니다.`,
    },
    came: !opened ? came : isStream(value)
      ? {
        en: "It opened a TCP listener.",
        ko: "TCP 듣기 소켓을 열었습니다.",
      }
      : { en: "It opened a UDP socket.", ko: "UDP 소켓을 열었습니다." },
    why: opened || accepted === inherited ? accepted : error === undefined
      ? {
        en:
          "In C the caller must compare with -1, and often forgets. What is thrown cannot be overlooked.",
        ko:
          "C에서는 호출한 쪽이 -1인지 확인해야 하고, 잊는 일이 많습니다. 던진 오류는 모르고 지나칠 수 없습니다.",
      }
      : {
        en:
          "Callers tell errors apart by their class. TypeError says that the arguments are wrong, not the network.",
        ko:
          "호출한 쪽은 오류의 종류(class)로 원인을 구별합니다. TypeError는 네트워크가 아니라 인수가 틀렸다는 뜻입니다.",
      },
    look: error === undefined
      ? {
        en: "Which combinations does your code let through, one by one?",
        ko: "코드가 어떤 조합을 통과시키는지 하나씩 따져 보십시오.",
      }
      : {
        en: "Where does this error come from: your `throw`, or another call?",
        ko:
          "이 오류는 어디에서 옵니까? 직접 쓴 `throw`입니까, 다른 호출입니까?",
      },
  });
  const list = unfit.map((name) => `"${name}"`);
  const absent = unfit.filter((name) => !error.message.includes(name));
  expect(absent.length === 0, {
    expected: {
      en: `The message of the error holds ${list.join(" and ")}.`,
      ko: `오류 메시지에 다음 이름이 들어 있습니다: ${list.join(", ")}`,
    },
    came: {
      en: `The message for ${call} is "${error.message}".`,
      ko: `${call}의 메시지는 다음과 같습니다: "${error.message}"`,
    },
    why: {
      en:
        "Whoever finds the message in a log at night has nothing else to see which of the three was wrong.",
      ko:
        "밤중에 로그에서 이 메시지만 본 사람은 셋 가운데 무엇이 틀렸는지 알 수 없습니다.",
    },
    look: {
      en: "Put the names that you were given into the message.",
      ko: "받은 이름을 메시지에 넣으십시오.",
    },
  });
  expect(!log.events.some(({ side }) => side === "student"), {
    expected: {
      en: `${call} opens nothing.`,
      ko: `${call} 호출은 아무것도 열지 않습니다.`,
    },
    came: {
      en: "It threw a TypeError, but a socket was opened before.",
      ko: "TypeError를 던졌지만 그 전에 소켓을 열었습니다.",
    },
    why: {
      en:
        "The names are looked at after the socket is made. Then somebody would have to close it on the way out.",
      ko:
        "소켓을 만든 다음에 이름을 확인했습니다. 그러면 빠져나갈 때 누군가 그 소켓을 닫아야 합니다.",
    },
    look: {
      en: "The order: first look at all three names, then open.",
      ko: "순서를 보십시오. 세 이름을 먼저 확인하고 나서 엽니다.",
    },
  });
}

/** A client connects, and bytes pass both ways. */
async function talkOverStream(
  listener: Deno.TcpListener,
  wire: Wire,
): Promise<void> {
  const client = await wire.client(listener.addr);
  const conn = await listener.accept();
  await client.send("over TCP");
  const buffer = new Uint8Array(8);
  const n = await conn.read(buffer) ?? 0;
  expectBytes(buffer.subarray(0, n), encode("over TCP"), {
    en: "What the client sent over TCP",
    ko: "클라이언트가 TCP로 보낸 것",
  });
  await conn.write(encode("TCP answers"));
  conn.close();
  expectBytes(await client.receiveToEnd(), encode("TCP answers"), {
    en: "The answer over TCP",
    ko: "TCP로 온 답",
  });
}

/** A datagram comes in, and one goes back to where it came from. */
async function talkOverDatagrams(
  socket: Deno.DatagramConn,
  wire: Wire,
): Promise<void> {
  const client = wire.datagram();
  await client.send(encode("over UDP"), socket.addr);
  const [message, from] = await socket.receive();
  expectBytes(message, encode("over UDP"), {
    en: "What the client sent over UDP",
    ko: "클라이언트가 UDP로 보낸 것",
  });
  await socket.send(encode("UDP answers"), from);
  const [answer] = await client.receive();
  expectBytes(answer, encode("UDP answers"), {
    en: "The answer over UDP",
    ko: "UDP로 온 답",
  });
}

/**
 * A port of 127.0.0.1 that is free at this moment, for TCP and for UDP. With
 * `taken` the check itself keeps it for that protocol.
 */
function choosePort(wire: Wire, taken?: "TCP" | "UDP"): number {
  for (;;) {
    const server = wire.server();
    const { port } = server.address;
    // This one would share its UDP port. A socket that asks for the port as
    // usual is refused all the same.
    const shared = { port, reuseAddress: taken === "UDP" };
    try {
      const datagram = wire.datagram(shared);
      if (taken !== "UDP") datagram.close();
      if (taken !== "TCP") server.close();
      return port;
    } catch {
      // Another program has that number for UDP: the next one, then.
      server.close();
    }
  }
}

/** Calls openBoth() with a port that is free for TCP and for UDP. */
async function callWithFreePort(
  openBoth: (port: number) => unknown,
  wire: Wire,
): Promise<Settled<unknown> & { port: number }> {
  let port = 0;
  const settled = await callAgainIfTaken(() => {
    port = choosePort(wire);
    wire.log.events.length = 0;
    return openBoth(port);
  }, wire);
  return { ...settled, port };
}

/**
 * Calls again if the port was taken: another program on this machine may have
 * been quicker. For a mistake in the student's code it is taken every time.
 */
async function callAgainIfTaken(
  call: () => unknown,
  { log }: Wire,
): Promise<Settled<unknown>> {
  for (let left = 9;; left--) {
    // The steps of a failure begin with what the student's code does.
    log.events.length = 0;
    const settled = await settleAtOnce("openBoth", call);
    const taken = settled.error instanceof Deno.errors.AddrInUse;
    if (!taken || left === 0) return settled;
    // By chance alone the port was taken. What code leaves open then is judged
    // where the port is taken for certain, and is closed with this check.
    for (const socket of log.sockets) socket.lent ||= socket.side === "student";
  }
}
