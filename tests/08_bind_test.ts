import type * as stub from "./stubs/08_bind/bind.ts";
import { encode } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import {
  elsewhere,
  lacksElsewhere,
  lacksSecondAddress,
  secondAddress,
} from "./support/elsewhere.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { returned, settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("08_bind/bind.ts");
refuseSomePorts();
const loopback = "127.0.0.1";
/** A port that needs special rights here, whoever runs the checks. */
const privileged = 80;
/** The last of all ports, which is always in use here. */
const lastPort = 65_535;

const binds = check({
  name: {
    en: 'bindTo("loopback", 0) listens on 127.0.0.1 and a free port',
    ko: 'bindTo("loopback", 0)은 127.0.0.1의 빈 포트에서 듣는다',
  },
  needs: ["bindTo"],
}, async ({ bindTo }, wire) => {
  const first = await called(() => bindTo("loopback", 0));
  expectFreePort(first, wire);
  const listener = bound(first);
  expectListener(listener, wire);
  expectHostname(listener, loopback, wire);
  await expectReached(listener, wire, loopback);
  const second = await called(() => bindTo("loopback", 0));
  expectFreePort(second, wire);
  listener.close();
  bound(second)?.close?.();
});

check({
  name: {
    en: 'bindTo("everywhere", 0) listens on every IPv4 address',
    ko: 'bindTo("everywhere", 0)은 모든 IPv4 주소에서 듣는다',
  },
  needs: ["bindTo"],
}, async ({ bindTo }, wire) => {
  const first = await called(() => bindTo("everywhere", 0));
  const { error, came } = first;
  expect(!/\[::\]/.test(String(error?.message)), {
    expected: {
      en: "A listener on 0.0.0.0.",
      ko: "0.0.0.0에서 듣는 소켓이어야 합니다.",
    },
    came,
    why: {
      en:
        ":: stands for every IPv6 address. The page asks for every IPv4 address, and the checks permit no other.",
      ko:
        "::는 모든 IPv6 주소를 뜻합니다. 과제에서 요구하는 것은 모든 IPv4 주소이고, 검사에서는 다른 주소를 쓸 수 없습니다.",
    },
    look: hostnameOfListen,
  });
  expectFreePort(first, wire);
  const listener = bound(first);
  expectListener(listener, wire);
  expectHostname(listener, "0.0.0.0", wire);
  await expectReached(listener, wire, loopback);
  // A port that is always the same may be free once, but not twice.
  const second = await called(() => bindTo("everywhere", 0));
  expectFreePort(second, wire);
  listener.close();
  bound(second)?.close?.();
});

check({
  name: {
    en: 'only bindTo("everywhere") is reached at another address',
    ko: '다른 주소로는 bindTo("everywhere")에만 닿는다',
  },
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
  expect(error instanceof Deno.errors.ConnectionRefused, {
    expected: {
      en: `A client that comes by way of ${secondAddress} is refused.`,
      ko: `${secondAddress}로 오는 클라이언트는 거부됩니다.`,
    },
    came: {
      en: "It was let in.",
      ko: "들어올 수 있었습니다.",
    },
    why: hostnameLeftOut,
    look: hostnameOfListen,
  });
  closed.close();
});

check({
  name: {
    en: "bindTo() listens on the port that it is given",
    ko: "bindTo()는 주어진 포트에서 듣는다",
  },
  needs: ["bindTo"],
  after: binds,
}, async ({ bindTo }, wire) => {
  for (const where of ["loopback", "everywhere"] as const) {
    const [port, { value: listener, error }] = await onFreePort(
      wire,
      (port) => bindTo(where, port),
    );
    if (error !== undefined) throw error;
    expectListener(listener, wire);
    expectPort(listener, port);
    await expectReached(listener, wire, loopback);
    listener.close();
  }
});

check({
  name: {
    en: "bindTo() throws AddrInUse for a port that is in use",
    ko: "bindTo()는 쓰이고 있는 포트면 AddrInUse를 던진다",
  },
  needs: ["bindTo"],
  after: binds,
}, async ({ bindTo }, wire) => {
  for (const where of ["loopback", "everywhere"] as const) {
    // The very same address, because on some systems only that is a conflict.
    const hostname = where === "everywhere" ? "0.0.0.0" : loopback;
    const { port } = wire.listener({ hostname }).addr;
    wire.log.events.length = 0;
    const { value, error, came } = await called(() => bindTo(where, port));
    const gotten = (value as Deno.TcpListener | undefined)?.addr?.port;
    expect(error instanceof Deno.errors.AddrInUse, {
      expected: {
        en: `bindTo("${where}", ${port}) throws Deno.errors.AddrInUse.`,
        ko:
          `다음 호출이 Deno.errors.AddrInUse를 던집니다: bindTo("${where}", ${port})`,
      },
      came: gotten === undefined ? came : {
        en: `It returned a listener on port ${gotten}.`,
        ko: `${gotten}번 포트의 듣기 소켓을 돌려주었습니다.`,
      },
      why: error === undefined
        ? {
          en:
            "The caller asked for this port, and its clients will knock there. Another port, or nothing, hides that from it.",
          ko:
            "부른 쪽은 이 포트를 원했고 클라이언트도 이리로 옵니다. 다른 포트나 빈 값을 돌려주면 그 사실이 감추어집니다.",
        }
        : {
          en:
            "The kernel's answer has a name, AddrInUse, and callers decide by it. Another error tells another story.",
          ko:
            "커널의 대답에는 AddrInUse라는 이름이 있고, 부른 쪽은 이것으로 판단합니다. 다른 오류로 바꾸면 뜻이 달라집니다.",
        },
      look: {
        en: "What happens to the error of Deno.listen?",
        ko: "Deno.listen의 오류가 어떻게 되는지 보십시오.",
      },
    });
  }
  const first = bindTo("loopback", 0);
  expectListener(first, wire);
  const { port } = first.addr;
  const second = await called(() => bindTo("loopback", port));
  expect(second.error instanceof Deno.errors.AddrInUse, {
    expected: {
      en:
        `One listener of yours has port ${port}, and a second gets AddrInUse.`,
      ko:
        `내 듣기 소켓 하나가 ${port}번 포트에 있으면, 두 번째 호출은 AddrInUse를 던집니다.`,
    },
    came: second.error !== undefined ? second.came : {
      en: "Two listeners have the same port.",
      ko: "듣기 소켓 둘이 한 포트를 씁니다.",
    },
    ...sharedPort,
  });
  first.close();
});

check({
  name: {
    en: "bindTo() throws any other error on, as for port 70000",
    ko: "bindTo()는 70000번 포트와 같은 다른 오류도 그대로 던진다",
  },
  needs: ["bindTo"],
  after: binds,
  // A port that no 16 bits can hold may be refused before any socket is made.
  wire: false,
}, async ({ bindTo }, wire) => {
  for (const where of ["loopback", "everywhere"] as const) {
    for (const port of [70_000, privileged]) {
      expectThrownOn(
        await called(() => bindTo(where, port)),
        port,
        `bindTo("${where}", ${port})`,
        wire,
      );
    }
  }
});

// Who asks by connecting makes bindOrAny() async. Its checks bear that until
// they have told the mistake behind it.
const takes = check({
  name: {
    en: "bindOrAny() listens on the given port if it is free",
    ko: "bindOrAny()는 주어진 포트가 비어 있으면 거기서 듣는다",
  },
  needs: ["bindOrAny"],
}, async ({ bindOrAny }, wire) => {
  const [port, settled] = await onFreePort(wire, bindOrAny);
  const listener = listenerOf(settled, {
    en:
      "The port was free before your code came: it has taken the port itself, with a listener that is still open.",
    ko:
      "그 포트는 비어 있었습니다. 코드가 먼저 연 듣기 소켓이 닫히지 않은 채 그 포트를 쓰고 있습니다.",
  });
  expectListener(listener, wire);
  expectHostname(listener, loopback, wire);
  expectPort(listener, port);
  await expectReached(listener, wire, loopback);
  listener.close();
});

const fallsBack = check({
  name: {
    en: "bindOrAny() takes any free port if the given one is in use",
    ko: "bindOrAny()는 주어진 포트가 쓰이고 있으면 빈 포트에서 듣는다",
  },
  needs: ["bindOrAny"],
  after: takes,
}, async ({ bindOrAny }, wire) => {
  const taken = wire.server().address.port;
  const settled = await settle(() => bindOrAny(taken));
  expectAskedFor0(settled, wire);
  const listener = listenerOf(settled, {
    en:
      "A port in use is no reason to give up here: the caller would rather have another port than none.",
    ko:
      "여기서는 포트가 쓰이고 있어도 포기하지 않습니다. 부른 쪽은 없는 것보다 다른 포트를 바랍니다.",
  });
  expectListener(listener, wire);
  expectHostname(listener, loopback, wire);
  await expectReached(listener, wire, loopback);
  const { port } = listener.addr;
  wire.log.events.length = 0;
  const again = await settle(() => bindOrAny(port));
  expectAskedFor0(again, wire);
  const { value: second } = again;
  expectListener(second, wire);
  expect(second.addr.port !== port, {
    expected: {
      en: `One listener of yours has port ${port}, and a second gets another.`,
      ko:
        `내 듣기 소켓 하나가 ${port}번 포트에 있으면, 두 번째는 다른 포트를 씁니다.`,
    },
    came: {
      en: "Two listeners have the same port.",
      ko: "듣기 소켓 둘이 한 포트를 씁니다.",
    },
    ...sharedPort,
  });
  second.close();
  listener.close();
});

check({
  name: {
    en: "bindOrAny() takes any free port in the place of the last, 65535",
    ko: "bindOrAny()는 마지막 포트인 65535번 대신에도 빈 포트에서 듣는다",
  },
  needs: ["bindOrAny"],
  after: fallsBack,
}, async ({ bindOrAny }, wire) => {
  const settled = await settle(() => bindOrAny(lastPort));
  expect(!(settled.error instanceof RangeError), {
    expected: {
      en: "Port 65535 is in use, and a free port is taken instead.",
      ko: "65535번 포트가 쓰이고 있으므로 다른 빈 포트에서 듣습니다.",
    },
    came: settled.came,
    why: {
      en:
        "After a port in use your code asks for the next number. There may be none, and it may take a port that others know as somebody else's.",
      ko:
        "쓰이고 있는 포트를 만나면 코드가 다음 번호를 요청합니다. 다음 번호가 없을 수도 있고, 다른 프로그램의 자리로 알려진 포트를 차지할 수도 있습니다.",
    },
    look: {
      en: "Who knows which port is free? Which port number asks for it?",
      ko: "어느 포트가 비었는지 누가 압니까? 몇 번을 주면 그것을 받습니까?",
    },
  });
  const listener = listenerOf(settled, {
    en:
      "A port in use is no reason to give up here: the caller would rather have another port than none.",
    ko:
      "여기서는 포트가 쓰이고 있어도 포기하지 않습니다. 부른 쪽은 없는 것보다 다른 포트를 바랍니다.",
  });
  expectListener(listener, wire);
  await expectReached(listener, wire, loopback);
  listener.close();
});

check({
  name: {
    en: "bindOrAny() loses no port between a look and the bind",
    ko: "bindOrAny()는 알아보고 바인드하는 사이에 포트를 빼앗기지 않는다",
  },
  needs: ["bindOrAny"],
  after: fallsBack,
}, async ({ bindOrAny }, wire) => {
  const [, settled] = await onFreePort(wire, (port) => {
    takeWhenClosed(wire, port);
    return bindOrAny(port);
  });
  const listener = listenerOf(settled, {
    en:
      "Your code had listened at that port to see that it is free, and closed it again. Before the second bind, somebody else took it.",
    ko:
      "코드가 포트가 비었는지 보려고 한 번 들었다가 닫았습니다. 두 번째 바인드 전에 다른 쪽이 그 포트를 차지했습니다.",
  });
  expectListener(listener, wire);
  await expectReached(listener, wire, loopback);
  listener.close();
});

check({
  name: {
    en: "bindOrAny() asks bind, not whether somebody answers there",
    ko: "bindOrAny()는 누가 대답하는지가 아니라 bind에 묻는다",
  },
  needs: ["bindOrAny"],
  after: fallsBack,
}, async ({ bindOrAny }, wire) => {
  // A connection has this port: nobody answers there, and it is in use.
  const { port } = await wire.refusedAddress();
  const listener = listenerOf(await settle(() => bindOrAny(port)), {
    en:
      "Nobody answers at that port, and yet it is in use, by a connection. Only bind knows whether it can be had.",
    ko:
      "그 포트에서는 아무도 대답하지 않지만 다른 연결이 쓰고 있습니다. 쓸 수 있는지는 bind만이 압니다.",
  });
  expectListener(listener, wire);
  await expectReached(listener, wire, loopback);
  listener.close();
});

check({
  name: {
    en: "bindOrAny() throws on any other error, as for port 70000",
    ko: "bindOrAny()는 70000번 포트와 같은 다른 오류를 그대로 던진다",
  },
  needs: ["bindOrAny"],
  after: takes,
  // A port that no 16 bits can hold may be refused before any socket is made.
  wire: false,
}, async ({ bindOrAny }, wire) => {
  const { value, error, came } = await called(() => bindOrAny(70_000));
  const listened = wire.log.events.some(({ call }) => call === "listen");
  const instead = (value as Deno.TcpListener | undefined)?.addr?.port;
  expect(error instanceof RangeError, {
    expected: {
      en: "bindOrAny(70000) throws the RangeError of Deno.listen.",
      ko: "bindOrAny(70000)이 Deno.listen의 RangeError를 던집니다.",
    },
    came: instead === undefined ? came : {
      en: `It returned a listener on port ${instead}.`,
      ko: `${instead}번 포트의 듣기 소켓을 돌려주었습니다.`,
    },
    why: instead === (70_000 & 0xffff) ? cutTo16Bits : error === undefined
      ? {
        en:
          "Every error was taken for a port in use. Port 70000 does not exist: somebody mistyped it and must be told.",
        ko:
          "모든 오류를 쓰이고 있는 포트로 여겼습니다. 70000번 포트는 없습니다. 잘못 적은 사람이 알 수 있어야 합니다.",
      }
      : listened
      ? {
        en: "The error was changed, or the second attempt failed as well.",
        ko: "오류를 다른 것으로 바꾸었거나, 두 번째 시도까지 실패했습니다.",
      }
      : {
        en:
          "Your code looked at the port itself and threw an error of its own. Deno.listen tells it already.",
        ko:
          "코드가 포트를 직접 살펴보고 따로 만든 오류를 던졌습니다. Deno.listen이 이미 알려 주는 일입니다.",
      },
    look: listened && instead !== (70_000 & 0xffff)
      ? {
        en: "Which errors does your catch answer with another port?",
        ko: "catch가 어떤 오류에 다른 포트로 답합니까?",
      }
      : beforeListen,
  });
});

check({
  name: {
    en: "bindOrAny() throws PermissionDenied on if it may not have port 80",
    ko:
      "bindOrAny()는 80번 포트를 쓸 권한이 없으면 PermissionDenied를 그대로 던진다",
  },
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
  name: {
    en: "describeListener() tells the address and the port",
    ko: "describeListener()는 주소와 포트를 알린다",
  },
  needs: ["describeListener"],
  wire: false,
}, async ({ describeListener }, wire) => {
  const listener = wire.listener();
  wire.log.events.length = 0;
  const { port } = listener.addr;
  const described = await called(() => describeListener(listener));
  expectLine(described, `listening on ${loopback}:${port}`, port);
  expectStillOpen(listener, wire);
  await expectReached(listener, wire, loopback);
});

check({
  name: {
    en: "describeListener() tells also an address other than 127.0.0.1",
    ko: "describeListener()는 127.0.0.1이 아닌 주소도 알린다",
  },
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
  name: {
    en: 'describeListener() says "every address" for 0.0.0.0',
    ko: 'describeListener()는 0.0.0.0을 "every address"라고 알린다',
  },
  needs: ["describeListener"],
  wire: false,
}, async ({ describeListener }, wire) => {
  const listener = wire.listener({ hostname: "0.0.0.0" });
  wire.log.events.length = 0;
  const { port } = listener.addr;
  const described = await called(() => describeListener(listener));
  expectLine(described, `listening on every address, port ${port}`, port);
  expectStillOpen(listener, wire);
  await expectReached(listener, wire, loopback);
});

check({
  name: {
    en: "describeListener() tells the port that was really bound",
    ko: "describeListener()는 실제로 바인드된 포트를 알린다",
  },
  needs: ["describeListener", "bindOrAny"],
  after: fallsBack,
}, async ({ describeListener, bindOrAny }, wire) => {
  const taken = wire.server().address.port;
  for (const asked of [taken, 0]) {
    const listener = bindOrAny(asked);
    expectListener(listener, wire);
    const { port } = listener.addr;
    const described = await called(() => describeListener(listener));
    expectLine(described, `listening on ${loopback}:${port}`, port, asked);
    expectStillOpen(listener, wire);
    await expectReached(listener, wire, loopback);
    listener.close();
  }
});

const hostnameLeftOut: Text = {
  en:
    "0.0.0.0, also the default without a hostname, binds to every address: the whole network reaches what was meant for this machine.",
  ko:
    "0.0.0.0은 모든 주소에 바인드한다는 뜻이고, hostname이 없을 때의 기본값이기도 합니다. 이 컴퓨터에서만 쓰려던 것에 네트워크의 누구나 닿습니다.",
};
const asyncForNothing: Text = {
  en:
    "The function is async, so it returns a promise. Deno.listen does not wait, and nothing here has to.",
  ko:
    "async 함수라서 프로미스를 돌려줍니다. Deno.listen은 기다리지 않으므로 여기서 기다릴 것은 없습니다.",
};
const sharedPort = {
  why: {
    en:
      "`reusePort` lets several listeners share one port. Each client then lands at one of them, and nobody learns of the other.",
    ko:
      "`reusePort`를 쓰면 여러 듣기 소켓이 한 포트를 나누어 씁니다. 클라이언트는 그 가운데 하나에 닿고, 다른 하나가 있는 줄은 아무도 모릅니다.",
  },
  look: {
    en: "The options of Deno.listen: which of them does the task need?",
    ko: "Deno.listen의 옵션 가운데 과제에 필요한 것은 무엇입니까?",
  },
};
const cutTo16Bits: Text = {
  en:
    "70000 was cut to 16 bits, as htons does it in C. Somebody mistyped it and finds the server at a port that nobody named.",
  ko:
    "70000이 C의 htons에서처럼 16비트로 잘렸습니다. 포트를 잘못 적은 사람은 아무도 적은 적이 없는 포트에서 서버를 만나게 됩니다.",
};
const beforeListen: Text = {
  en: "What happens to the port before Deno.listen gets it?",
  ko: "Deno.listen에 주기 전에 포트를 어떻게 다루는지 보십시오.",
};
const hostnameOfListen: Text = {
  en: "The hostname in the options of Deno.listen.",
  ko: "Deno.listen의 옵션 가운데 hostname입니다.",
};

/**
 * Refuses two kinds of ports on every machine, as the kernel does on most:
 * whoever is root has every right, and a port that a check really took would
 * be in use for all who are marked at the same time.
 */
function refuseSomePorts(): void {
  const { listen } = Deno;
  const refuse = (options: Deno.TcpListenOptions) => {
    const { port = 0 } = options ?? {};
    const refusal = port > 0 && port < 1024
      ? new Deno.errors.PermissionDenied("Permission denied (os error 13)")
      : port === lastPort
      ? new Deno.errors.AddrInUse("Address already in use (os error 98)")
      : undefined;
    if (refusal === undefined) return listen(options);
    const code = port === lastPort ? "EADDRINUSE" : "EACCES";
    const error = Object.assign(refusal, { code });
    // The call that writes into the log meets it where Deno's own begins.
    return listen({
      ...options,
      get transport(): "tcp" {
        throw error;
      },
    });
  };
  Object.assign(Deno, { listen: refuse });
}

/** Takes `port` at the moment when the student's code closes it. */
function takeWhenClosed(wire: Wire, port: number): void {
  let taken = false;
  void wire.until(({ events, sockets }) => {
    const closed = sockets.find(({ side, local, state }) =>
      side === "student" && local.port === port && state === "closed"
    );
    const done = events.some(({ call, socket, outcome }) =>
      call === "close" && socket === closed?.id && outcome === "ok"
    );
    if (closed === undefined || !done || taken) return taken;
    taken = true;
    try {
      wire.server({ port });
    } catch {
      // Another program was quicker, which is the same to the student's code.
    }
    return true;
  });
}

/** Expects of a call whose port is in use that it asked for port 0 then. */
function expectAskedFor0({ error }: Settled<unknown>, { log }: Wire): void {
  const failed = log.events.filter(({ call, side, error }) =>
    side === "student" && call === "listen" && error?.name === "AddrInUse"
  );
  const port = failed.at(-1)?.address?.port;
  expect(!(error instanceof Deno.errors.AddrInUse) || failed.length < 2, {
    expected: {
      en: "If its port is in use, bindOrAny() asks for port 0, any free one.",
      ko: "포트가 쓰이고 있으면 bindOrAny()는 아무 빈 포트, 곧 0을 요청합니다.",
    },
    came: {
      en: `It asked for port ${port}, and that is in use as well.`,
      ko: `요청한 포트는 ${port}번이고, 이것도 쓰이고 있습니다.`,
    },
    why: {
      en:
        `The second Deno.listen is given ${port} instead of 0. A fixed port may be in use just like the first.`,
      ko:
        `두 번째 Deno.listen에 준 포트는 0이 아니라 ${port}번입니다. 번호를 정해 두면 그것도 쓰이고 있을 수 있습니다.`,
    },
    look: {
      en: "The port in each call of Deno.listen. Which number means any?",
      ko:
        "Deno.listen 호출마다 port를 보십시오. 아무 포트나 뜻하는 수는 몇입니까?",
    },
  });
}

/** Expects the error that Deno.listen has for a port that cannot be had. */
function expectThrownOn(
  { value, error, came }: Settled<unknown>,
  port: number,
  call: string,
  { log }: Wire,
): void {
  const kind = port === privileged ? Deno.errors.PermissionDenied : RangeError;
  const instead = (value as Deno.TcpListener | undefined)?.addr?.port;
  const asked = log.events.findLast(({ call }) => call === "listen")?.address
    ?.port;
  const cut = port > lastPort && asked === (port & 0xffff);
  expect(error instanceof kind, {
    expected: {
      en: `${call} throws the ${kind.name} of Deno.listen.`,
      ko: `${call} 호출이 던질 오류는 Deno.listen의 ${kind.name}입니다.`,
    },
    came: instead === undefined ? came : {
      en: `It returned a listener on port ${instead}.`,
      ko: `${instead}번 포트의 듣기 소켓을 돌려주었습니다.`,
    },
    why: cut ? cutTo16Bits : instead !== undefined
      ? {
        en:
          "This error, too, was taken for a port in use. Nobody has the port; what is missing is the right to it, and the caller must be told.",
        ko:
          "이 오류까지 쓰이고 있는 포트로 여겼습니다. 그 포트는 아무도 쓰지 않으며, 없는 것은 권한입니다. 부른 쪽이 알 수 있어야 합니다.",
      }
      : error instanceof Deno.errors.AddrInUse
      ? {
        en:
          "Every error became AddrInUse. The caller would look for the program that has the port, and there is none.",
        ko:
          "모든 오류가 AddrInUse가 되었습니다. 부른 쪽은 그 포트를 쓰는 프로그램을 찾게 되지만, 그런 프로그램은 없습니다.",
      }
      : error === undefined
      ? {
        en: "A catch swallowed the error, and the caller gets no listener.",
        ko: "catch가 오류를 삼켰고, 부른 쪽은 듣기 소켓을 받지 못합니다.",
      }
      : {
        en: "The error was turned into another one, which tells less.",
        ko: "오류를 다른 오류로 바꾸어 까닭을 알 수 없게 되었습니다.",
      },
    look: cut ? beforeListen : {
      en: "Which errors does your catch answer, and which does it throw on?",
      ko: "catch가 어떤 오류에 대처하고, 어떤 오류를 그대로 던집니까?",
    },
  });
}

/** Calls `listen` with a port that was free a moment ago. */
async function onFreePort(
  wire: Wire,
  listen: (port: number) => Deno.TcpListener,
): Promise<[number, Settled<Deno.TcpListener>]> {
  for (let attempt = 1;; attempt++) {
    const server = wire.server();
    server.close();
    const { port } = server.address;
    wire.log.events.length = 0;
    const settled = await settle(() => listen(port));
    // Another program of this machine may have taken the port in between.
    const stolen = wire.log.events.some(({ error }) =>
      error?.name === "AddrInUse"
    ) && !wire.log.sockets.some(({ side, local }) =>
      side === "student" && local.port === port
    );
    if (!stolen || attempt === 3) return [port, settled];
    settled.value?.close?.();
  }
}

/**
 * How a call has ended. Nothing of this lesson has to wait, so a promise is no
 * result here but a value like any other.
 */
async function called<T>(call: () => T): Promise<Settled<T>> {
  const { value: list, error, came } = await settle(() => [call()]);
  if (list === undefined) return { error, came };
  const [value] = list;
  if (value instanceof Promise) value.catch(() => {});
  return { value, came: returned(value) };
}

/** What was returned; the name in place of an address has words of its own. */
function bound<T>({ value, error, came }: Settled<T>): T | undefined {
  const name = /"(loopback|everywhere):/.exec(String(error?.message))?.[1];
  expect(name === undefined, {
    expected: {
      en: "A listener on 127.0.0.1 or 0.0.0.0.",
      ko: "127.0.0.1이나 0.0.0.0에서 듣는 소켓이어야 합니다.",
    },
    came,
    why: {
      en:
        `"${name}" went to Deno.listen as a hostname. No machine has that name.`,
      ko:
        `"${name}"이라는 말이 hostname으로 Deno.listen에 갔습니다. 그런 이름의 컴퓨터는 없습니다.`,
    },
    look: {
      en: "Which address does each of the two words stand for?",
      ko: "두 낱말이 각각 어느 주소를 뜻하는지 보십시오.",
    },
  });
  if (error !== undefined) throw error;
  return value;
}

/** Expects of a call for port 0 that it did not ask for a port in use. */
function expectFreePort(
  { error, came }: Settled<Deno.TcpListener>,
  { log }: Wire,
): void {
  const port = log.events.findLast(({ call }) => call === "listen")?.address
    ?.port;
  expect(!(error instanceof Deno.errors.AddrInUse), {
    expected: {
      en: "Each call for port 0 finds a free port, also the second one.",
      ko: "포트 0으로 부를 때마다, 두 번째에도, 빈 포트를 얻습니다.",
    },
    came,
    why: {
      en:
        `Deno.listen was asked for port ${port}, which is in use. Port 0 is to reach it as 0.`,
      ko:
        `Deno.listen에 준 포트는 ${port}번이고, 이미 쓰이고 있습니다. 포트 0은 0 그대로 전해져야 합니다.`,
    },
    look: {
      en: "The port in the options of Deno.listen. 0 counts as false in `||`.",
      ko: "Deno.listen의 옵션 가운데 port입니다. `||`는 0을 거짓으로 여깁니다.",
    },
  });
}

/** What was returned; `inUse` says why AddrInUse should not have come. */
function listenerOf(
  { value, error, came }: Settled<Deno.TcpListener>,
  inUse: Text,
): Deno.TcpListener | undefined {
  if (error === undefined) return value;
  if (!(error instanceof Deno.errors.AddrInUse)) throw error;
  expect(false, {
    expected: {
      en: "bindOrAny() returns a listener.",
      ko: "bindOrAny()가 듣기 소켓을 돌려줍니다.",
    },
    came,
    why: inUse,
    look: {
      en: "Each call of Deno.listen on every way through the function.",
      ko: "함수가 지나가는 길마다 있는 Deno.listen 호출을 보십시오.",
    },
  });
}

/** Expects an open listener. */
function expectListener(
  value: unknown,
  wire: Wire,
): asserts value is Deno.TcpListener {
  const listener = value as Partial<Deno.TcpListener> | null | undefined;
  expect(typeof listener?.accept === "function" && !!listener.addr, {
    expected: {
      en: "The listener (Deno.TcpListener) is returned.",
      ko: "듣기 소켓(Deno.TcpListener)을 돌려줍니다.",
    },
    came: returned(value),
    why: value instanceof Promise ? asyncForNothing : value
      ? {
        en:
          "Something else is returned. The caller needs the listener itself, which Deno.listen gives.",
        ko:
          "다른 것을 돌려주었습니다. 부른 쪽에는 Deno.listen이 준 듣기 소켓 자체가 필요합니다.",
      }
      : {
        en:
          "A `return` is missing on one way out, or an error was caught and not passed on.",
        ko:
          "빠져나가는 길 하나에 `return`이 없거나, 오류를 잡고서 전하지 않았습니다.",
      },
    look: {
      en: "What does the function return on each way out?",
      ko: "함수는 빠져나가는 길마다 무엇을 돌려줍니까?",
    },
  });
  expectStillOpen(value as Deno.TcpListener, wire);
}

function expectStillOpen(listener: Deno.TcpListener, wire: Wire): void {
  expect(wire.socket(listener)?.state !== "closed", {
    expected: {
      en: "The listener is open: it belongs to the caller now.",
      ko: "듣기 소켓은 열려 있어야 합니다. 이제 부른 쪽의 것입니다.",
    },
    came: {
      en: "It is closed already.",
      ko: "이미 닫혀 있습니다.",
    },
    why: {
      en:
        "`using` and `finally` close when the function ends. That is right for what only the function needs, not for this.",
      ko:
        "`using`과 `finally`는 함수가 끝날 때 닫습니다. 함수 안에서만 쓰는 것에는 맞지만 여기에는 맞지 않습니다.",
    },
    look: {
      en: "Who closes the listener, and who still needs it?",
      ko: "듣기 소켓을 누가 닫고, 누가 아직 씁니까?",
    },
  });
}

function expectHostname(
  listener: Deno.TcpListener,
  expected: string,
  wire: Wire,
): void {
  const { hostname } = listener.addr;
  const { made } = wire.socket(listener);
  expect(made.hostname !== "localhost" || hostname !== expected, {
    expected: {
      en: `Deno.listen is given the address ${expected}.`,
      ko: `Deno.listen에 줄 주소: ${expected}`,
    },
    came: {
      en: "It is given the name localhost.",
      ko: "주어진 것은 localhost라는 이름입니다.",
    },
    why: {
      en:
        `On this machine the name stands for ${expected}. Elsewhere it may stand for ::1, and there no client would find the server.`,
      ko:
        `이 컴퓨터에서 이 이름이 가리키는 주소는 ${expected}입니다. 다른 곳에서는 ::1일 수도 있고, 그러면 클라이언트가 서버를 찾지 못합니다.`,
    },
    look: hostnameOfListen,
  });
  expect(hostname === expected, {
    expected: {
      en: `A listener on ${expected}.`,
      ko: `${expected}에서 듣는 소켓이어야 합니다.`,
    },
    came: {
      en: `It listens on ${hostname}.`,
      ko: `듣는 주소는 ${hostname}입니다.`,
    },
    why: hostname.includes(":")
      ? {
        en:
          "That is an IPv6 address. A name such as localhost may stand for 127.0.0.1 or for ::1, and these are two addresses.",
        ko:
          "이것은 IPv6 주소입니다. localhost 같은 이름은 127.0.0.1일 수도 ::1일 수도 있으며, 둘은 서로 다른 주소입니다.",
      }
      : hostname === "0.0.0.0"
      ? hostnameLeftOut
      : {
        en:
          "127.0.0.1 is loopback, which only this machine reaches. 0.0.0.0 stands for every address (INADDR_ANY).",
        ko:
          "127.0.0.1은 이 컴퓨터만 닿는 루프백이고, 0.0.0.0은 모든 주소(INADDR_ANY)를 뜻합니다.",
      },
    look: hostnameOfListen,
  });
}

function expectPort(listener: Deno.TcpListener, expected: number): void {
  const { port } = listener.addr;
  expect(port === expected, {
    expected: {
      en: `A listener on port ${expected}, which is free.`,
      ko: `비어 있는 ${expected}번 포트에서 듣는 소켓이어야 합니다.`,
    },
    came: {
      en: `It listens on port ${port}.`,
      ko: `${port}번 포트에서 듣습니다.`,
    },
    why: {
      en:
        "With port 0, or another one than the parameter, clients do not find the server where it was announced.",
      ko:
        "포트가 0이거나 매개변수와 다르면, 클라이언트가 알려진 곳에서 서버를 찾지 못합니다.",
    },
    look: {
      en: "The port in the options of Deno.listen.",
      ko: "Deno.listen의 옵션 가운데 port입니다.",
    },
  });
}

/** A client comes by way of `hostname` and says something: is it heard? */
async function expectReached(
  listener: Deno.TcpListener,
  wire: Wire,
  hostname: string,
): Promise<void> {
  const address = { ...listener.addr, hostname };
  const { value: client, came } = await settle(() =>
    wire.client(address, { en: "the client", ko: "클라이언트" })
  );
  expect(client !== undefined, {
    expected: {
      en: `A client gets in by way of ${hostname}:${address.port}.`,
      ko: `클라이언트가 들어올 수 있는 주소: ${hostname}:${address.port}`,
    },
    came,
    why: {
      en: "The listener is bound to another address, or it was closed.",
      ko: "듣기 소켓이 다른 주소에 묶였거나 이미 닫혔습니다.",
    },
    look: hostnameOfListen,
  });
  const conn = await listener.accept();
  await client.send("hello");
  await client.end();
  const heard = new Uint8Array(8);
  const n = await conn.read(heard) ?? 0;
  expectBytes(heard.subarray(0, n), encode("hello"), {
    en: "what the client said",
    ko: "클라이언트의 말",
  });
  conn.close();
  client.close();
}

/** Expects a line about `port`; `asked` is the port that was asked for. */
function expectLine(
  { value, error, came }: Settled<string>,
  expected: string,
  port: number,
  asked = 0,
): void {
  if (error !== undefined) throw error;
  const text = String(value);
  const told = Number(/(\d+)\D*$/.exec(text)?.[1]);
  const kind = text.includes("0.0.0.0");
  expect(value === expected, {
    expected: { en: `"${expected}"`, ko: `"${expected}"` },
    came,
    why: value as unknown instanceof Promise
      ? asyncForNothing
      : typeof value !== "string"
      ? {
        en: "The line is to be returned, and not printed or left out.",
        ko: "이 한 줄은 출력하는 것이 아니라 돌려주어야 합니다.",
      }
      : told === port
      ? expected.includes(elsewhere) && !text.includes(elsewhere)
        ? {
          en:
            "The listener is bound to this one address. The line sends people to another.",
          ko:
            "듣기 소켓은 이 주소 하나에만 묶여 있습니다. 알린 줄은 다른 곳을 가리킵니다.",
        }
        : kind
        ? {
          en:
            "0.0.0.0 is no address that anybody could visit. For people it is: every address.",
          ko:
            "0.0.0.0은 찾아갈 수 있는 주소가 아닙니다. 사람에게는 every address라고 알립니다.",
        }
        : {
          en:
            "Address and port are to be written exactly as on the page. Programs look for such a line, too.",
          ko:
            "주소와 포트를 설명에 나온 그대로 적어야 합니다. 이런 줄은 프로그램이 찾아 읽기도 합니다.",
        }
      : told === asked || told === 0
      ? {
        en:
          "That is the port that was asked for, not the one that was bound. Nobody can find this server.",
        ko:
          "이것은 요청한 포트이지 바인드된 포트가 아닙니다. 아무도 이 서버를 찾지 못합니다.",
      }
      : {
        en: "The port that was bound is not in the line.",
        ko: "바인드된 포트가 적혀 있지 않습니다.",
      },
    look: value as unknown instanceof Promise
      ? {
        en: "The word `async` in front of the function.",
        ko: "함수 앞에 있는 `async`입니다.",
      }
      : {
        en: "What the listener itself knows: listener.addr.",
        ko: "듣기 소켓 자신이 아는 것, 곧 listener.addr입니다.",
      },
  });
}
