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
import type { Words } from "./support/failure.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { WireEvent, WireLog } from "./support/log/wire_log.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("03_connect/connect.ts");
const noLimit = new AbortController().signal;
const server = { en: "the server", ko: "서버" };
/** An address for books (RFC 5737), where the checks may not connect to. */
const forbidden = { hostname: "192.0.2.1", port: 80 };

const connects = check({
  name: {
    en: "connectTo() connects to the address that it is given",
    ko: "connectTo()는 주어진 주소에 연결한다",
  },
  needs: ["connectTo"],
}, async ({ connectTo }, wire) => {
  const other = wire.server();
  const { address, accept } = wire.server();
  wire.call(server);
  const accepted = accept();
  const conn = await connectTo(address, noLimit);
  expectConnection(conn);
  expect(conn.remoteAddr.port !== other.address.port, {
    expected: {
      en: `A connection to port ${address.port}.`,
      ko: `${address.port}번 포트로 가는 연결이어야 합니다.`,
    },
    came: {
      en: `It goes to port ${conn.remoteAddr.port}.`,
      ko: `${conn.remoteAddr.port}번 포트로 갑니다.`,
    },
    why: {
      en: "The port in your code is not the one of the parameter.",
      ko: "코드에 쓴 포트가 매개변수의 포트가 아닙니다.",
    },
    look: bothFromAddress,
  });
  expectOpen(conn, wire, "connectTo()");
  expectOneConnection(wire);
  // A connection is one only if what goes in here comes out there.
  const theirs = await accepted;
  await theirs.send("hi");
  await conn.read(new Uint8Array(2));
  conn.close();
});

check({
  name: {
    en: "connectTo() goes to the hostname that it is given",
    ko: "connectTo()는 주어진 hostname으로 간다",
  },
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
    look: bothFromAddress,
  });
  expectConnection(conn);
  conn.close();
});

check({
  name: {
    en: "connectTo() reports a refused connection",
    ko: "connectTo()는 거부된 연결을 알린다",
  },
  needs: ["connectTo"],
}, async ({ connectTo }, wire) => {
  const address = await wire.refusedAddress();
  const settled = settle<unknown>(() => connectTo(address, noLimit));
  await expectOneAttempt(settled, wire);
  const { error, came } = await settled;
  expect(error instanceof Deno.errors.ConnectionRefused, {
    expected: {
      en: "connectTo() throws Deno.errors.ConnectionRefused.",
      ko: "connectTo()가 Deno.errors.ConnectionRefused를 던집니다.",
    },
    came,
    why: error === undefined
      ? {
        en:
          "A catch swallowed the refusal: the caller now holds something that is no connection and learns nothing.",
        ko:
          "catch가 거부를 삼켰습니다. 부른 쪽은 연결이 아닌 것을 받고도 까닭을 알 수 없습니다.",
      }
      : {
        en:
          "A refusal is an answer: the machine is there and nobody listens on that port. Another error tells another story.",
        ko:
          "거부도 하나의 답입니다. 컴퓨터는 있지만 그 포트에서 듣는 쪽이 없다는 뜻입니다. 다른 오류로 바꾸면 뜻이 달라집니다.",
      },
    look: catchLetsThrough,
  });
});

check({
  name: {
    en: "connectTo() leaves every other error as it is",
    ko: "connectTo()는 그 밖의 오류를 그대로 둔다",
  },
  needs: ["connectTo"],
  after: connects,
}, async ({ connectTo }, wire) => {
  const settled = settle<unknown>(() => connectTo(forbidden, noLimit));
  await expectOneAttempt(settled, wire);
  expectSameError("connectTo()", await settled, wire);
});

const givesUp = check({
  name: {
    en: "connectTo() throws TimedOut when its limit ends",
    ko: "connectTo()는 제한 시간이 끝나면 TimedOut을 던진다",
  },
  needs: ["connectTo"],
  after: connects,
}, async ({ connectTo }, wire) => {
  await expectTimedOut(connectTo, wire, timeoutError);
});

check({
  name: {
    en: "connectTo() throws TimedOut, whatever the signal's reason is",
    ko: "connectTo()는 신호의 이유(reason)가 무엇이든 TimedOut을 던진다",
  },
  needs: ["connectTo"],
  after: givesUp,
}, async ({ connectTo }, wire) => {
  for (const reason of [undefined, "cancel", new Error("The page is closed")]) {
    await expectTimedOut(connectTo, wire, reason);
  }
});

check({
  name: {
    en: "connectTo() throws TimedOut when its limit has ended before",
    ko: "connectTo()는 제한 시간이 이미 끝나 있어도 TimedOut을 던진다",
  },
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
    expected: {
      en: "connectTo() throws Deno.errors.TimedOut, and does not connect.",
      ko: "connectTo()가 연결하지 않고 Deno.errors.TimedOut을 던집니다.",
    },
    came,
    why: error === undefined
      ? {
        en:
          "The limit was over before the call. Whoever only listens for the abort event never hears of it: the event has already passed.",
        ko:
          "부르기 전에 제한 시간이 이미 끝났습니다. abort 이벤트만 기다리면 알 수 없습니다. 이벤트는 이미 지나갔습니다.",
      }
      : {
        en:
          "The limit was over before the call. That is the same to the caller as a limit that ends later, so it gets the same error.",
        ko:
          "부르기 전에 제한 시간이 이미 끝났습니다. 부른 쪽에는 나중에 끝나는 것과 다르지 않으므로 같은 오류를 던집니다.",
      },
    look: {
      en: "Does Deno.connect get the caller's own signal?",
      ko: "Deno.connect가 부른 쪽의 신호를 그대로 받습니까?",
    },
  });
});

check({
  name: {
    en: "connectTo() leaves the connection open when its limit ends later",
    ko: "connectTo()는 연결된 뒤에 제한 시간이 끝나도 연결을 열어 둔다",
  },
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
  expect(wire.socket(conn).state === "open", {
    expected: {
      en: "The connection stays open: the limit was one for connecting.",
      ko: "연결은 그대로 열려 있습니다. 제한 시간은 연결할 때까지의 것입니다.",
    },
    came: {
      en: "It was closed when the limit ended.",
      ko: "제한 시간이 끝나자 연결이 닫혔습니다.",
    },
    why: {
      en:
        "What connectTo() gave to the signal still listens to it. With AbortSignal.timeout(3_000) each connection would end after three seconds.",
      ko:
        "connectTo()가 신호에 걸어 둔 것이 아직 남아 있습니다. AbortSignal.timeout(3_000)이라면 연결마다 3초 뒤에 끊깁니다.",
    },
    look: {
      en: "Who closes the connection, and when does that stop to be your task?",
      ko: "연결을 누가 닫습니까? 돌려준 다음에도 이 함수의 일입니까?",
    },
  });
  await theirs.send("hi");
  await conn.read(new Uint8Array(2));
  conn.close();
});

check({
  name: {
    en: "endpoints() tells the local end from the remote end",
    ko: "endpoints()는 이쪽 끝과 저쪽 끝을 구별한다",
  },
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
  name: {
    en: "endpoints() gives each end the hostname of its own",
    ko: "endpoints()는 두 끝의 hostname을 각각 적는다",
  },
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

const korean = {
  open: '"open"을',
  refused: '"refused"를',
  "timed out": '"timed out"을',
};

for (const expected of ["open", "refused", "timed out"] as const) {
  check({
    name: {
      en: `probe() says "${expected}" and leaves no connection behind`,
      ko: `probe()는 ${korean[expected]} 돌려주고 연결을 남기지 않는다`,
    },
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
      await connectBegins(wire);
      limit.abort(timeoutError);
    } else {
      await expectOneAttempt(settled, wire);
    }
    expectWord(await settled, expected, wire);
    expectNothingSent(wire);
  });
}

check({
  name: {
    en: 'probe() says "timed out" when its limit has ended before',
    ko: 'probe()는 제한 시간이 이미 끝나 있으면 "timed out"을 돌려준다',
  },
  needs: ["probe", "connectTo"],
  after: givesUp,
  wire: false,
}, async ({ probe }, wire) => {
  const { address } = wire.server();
  wire.call(server);
  const limit = AbortSignal.abort(timeoutError);
  const settled = await settle(() => probe(address, limit));
  expectWord(settled, "timed out", wire, {
    en:
      "The limit belongs to the caller, and it was over before the call. A limit of your own, or none, goes on waiting.",
    ko:
      "제한 시간은 부른 쪽의 것이고 부르기 전에 이미 끝났습니다. 따로 만든 제한이나 제한 없는 호출은 계속 기다립니다.",
  });
});

check({
  name: {
    en: "probe() throws every other error on",
    ko: "probe()는 그 밖의 오류를 그대로 던진다",
  },
  needs: ["probe", "connectTo"],
  after: connects,
}, async ({ probe }, wire) => {
  const settled = settle(() => probe(forbidden, noLimit));
  await expectOneAttempt(settled, wire);
  expectSameError("probe()", await settled, wire);
});

const timeoutError = new DOMException("The limit is over", "TimeoutError");

const bothFromAddress: Text = {
  en: "Both hostname and port come from `address`.",
  ko: "hostname과 port를 모두 `address`에서 가져왔는지 보십시오.",
};

const catchLetsThrough: Text = {
  en: "Which errors does your catch let through unchanged?",
  ko: "catch가 어떤 오류를 그대로 내보내는지 보십시오.",
};

const isAttempt = ({ side, call }: WireEvent) =>
  side === "student" && call === "connect";

/** Expects that the call `settled` asks for one connection, and not again. */
async function expectOneAttempt(
  settled: Promise<unknown>,
  wire: Wire,
): Promise<void> {
  const attempts = () => wire.log.events.filter(isAttempt);
  await Promise.race([settled, wire.until(() => attempts().length > 1)]);
  const [first, ...others] = attempts();
  const answer = first?.error?.name;
  expect(answer === undefined || others.length === 0, {
    expected: {
      en: `One connect(), which throws ${answer}.`,
      ko: `connect()를 한 번만 부르고, 그 호출은 ${answer} 오류를 던집니다.`,
    },
    came: {
      en: `After ${answer} your code called connect() again.`,
      ko: `${answer} 오류 뒤에 코드가 connect()를 다시 불렀습니다.`,
    },
    why: answer === "ConnectionRefused"
      ? {
        en:
          "A refusal is an answer: nobody listens there. Whether and when to ask again is for the caller to decide, who is kept waiting meanwhile.",
        ko:
          "거부도 하나의 답입니다. 듣는 쪽이 없다는 뜻입니다. 언제 다시 시도할지는 부른 쪽이 정할 일인데, 그동안 기다리게 됩니다.",
      }
      : {
        en:
          "An error is an answer too. Whether and when to ask again is for the caller to decide, who is kept waiting meanwhile.",
        ko:
          "오류도 하나의 답입니다. 언제 다시 시도할지는 부른 쪽이 정할 일인데, 그동안 기다리게 됩니다.",
      },
    look: {
      en: "Which way leads from your catch back to Deno.connect?",
      ko: "catch에서 Deno.connect로 되돌아가는 길이 있는지 보십시오.",
    },
  });
}

/** What a hang of probe() means when it waits for bytes. */
function onlyKnocks({ events }: WireLog): Partial<Words> | undefined {
  const reads = events.some(({ side, call, outcome }) =>
    side === "student" && call === "read" && outcome === "pending"
  );
  return reads
    ? {
      why: {
        en:
          "A probe only knocks, and needs no read(): the connection is there as soon as connectTo() is done. Many a server speaks only when spoken to.",
        ko:
          "probe()는 두드려 보기만 하므로 read()가 필요 없습니다. connectTo()가 끝나면 연결은 이미 맺어진 것이고, 먼저 말하지 않는 서버도 많습니다.",
      },
      look: {
        en: "What do you know already when connectTo() has returned?",
        ko: "connectTo()가 연결을 돌려주었을 때 이미 무엇을 알고 있습니까?",
      },
    }
    : undefined;
}

/** Expects that a probe has written nothing. */
function expectNothingSent({ log }: Wire): void {
  const sent = log.events.some(({ side, call }) =>
    side === "student" && call === "write"
  );
  expect(!sent, {
    expected: {
      en: "probe() only knocks: no byte goes to the server.",
      ko: "probe()는 두드려 보기만 합니다. 서버로 바이트를 보내지 않습니다.",
    },
    came: {
      en: "Your code called write() on the connection.",
      ko: "코드가 연결에 write()를 불렀습니다.",
    },
    why: {
      en:
        "To the server these bytes are a request: it may do what they say, or report an attack. That the connection came about is the answer already.",
      ko:
        "서버는 그 바이트를 요청으로 받습니다. 그대로 따르거나 공격으로 여길 수도 있습니다. 연결이 맺어졌다는 것이 이미 답입니다.",
    },
    look: {
      en: "What do you know already when connectTo() has returned?",
      ko: "connectTo()가 연결을 돌려주었을 때 이미 무엇을 알고 있습니까?",
    },
  });
}

/** Resolves when the student's code has asked for a connection. */
function connectBegins(wire: Wire): Promise<void> {
  return wire.until(({ events }) =>
    events.some(({ side, call, outcome }) =>
      side === "student" && call === "connect" && outcome === "pending"
    )
  );
}

/** Lets `connectTo` wait for a silent server until its limit ends. */
async function expectTimedOut(
  connectTo: typeof stub.connectTo,
  wire: Wire,
  reason: unknown,
): Promise<void> {
  const address = await wire.silentAddress();
  wire.call({ en: "the silent server", ko: "응답 없는 서버" });
  const limit = new AbortController();
  const settled = settle<unknown>(() => connectTo(address, limit.signal));
  await connectBegins(wire);
  limit.abort(reason);
  const { value, error, came } = await settled;
  const own = limit.signal.reason;
  const isReason = error !== undefined &&
    (error === own || error.message === String(own));
  expect(error instanceof Deno.errors.TimedOut, {
    expected: {
      en: "connectTo() throws Deno.errors.TimedOut.",
      ko: "connectTo()가 Deno.errors.TimedOut을 던집니다.",
    },
    came,
    why: isReason
      ? {
        en:
          "A cancelled connect throws the signal's own reason, whatever it is, so callers cannot rely on its name. And a catch sees only what is awaited inside its try.",
        ko:
          "취소된 연결은 신호에 담긴 이유(reason)를 무엇이든 그대로 던지므로, 부른 쪽은 그 이름을 믿을 수 없습니다. 또 try 안에서 await한 것만 catch에 잡힙니다.",
      }
      : value instanceof Error
      ? {
        en:
          "The error was returned. To the caller, what is returned is a connection.",
        ko: "오류를 돌려주었습니다. 부른 쪽은 돌려받은 것을 연결로 압니다.",
      }
      : error === undefined
      ? {
        en:
          "A catch swallowed the end of the limit: the caller takes what it gets for a connection.",
        ko:
          "catch가 제한 시간이 끝난 것을 삼켰습니다. 부른 쪽은 받은 것을 연결로 압니다.",
      }
      : {
        en:
          "Callers tell errors apart by their class. This one stands for something else than a limit that has ended.",
        ko:
          "부른 쪽은 오류의 종류(class)로 원인을 구별합니다. 이 오류는 제한 시간이 끝났다는 뜻이 아닙니다.",
      },
    look: value instanceof Error
      ? {
        en: "Which word hands an error to the caller: `return` or `throw`?",
        ko: "오류를 부른 쪽에 전하는 것은 `return`입니까, `throw`입니까?",
      }
      : {
        en: "How can you tell, in the catch, that it was the limit that ended?",
        ko: "catch 안에서 제한 시간이 끝났음을 어떻게 알 수 있습니까?",
      },
  });
}

/** Expects that what Deno.connect threw is what came out of `name`. */
function expectSameError(
  name: string,
  { error, came }: Settled<unknown>,
  { log }: Wire,
): void {
  const asked = log.events.find(isAttempt);
  const { hostname, port } = asked?.address ?? forbidden;
  expect(hostname === forbidden.hostname && port === forbidden.port, {
    expected: {
      en: `${name} goes to ${forbidden.hostname}:${forbidden.port}.`,
      ko:
        `${name}가 찾아가는 곳은 ${forbidden.hostname}:${forbidden.port}입니다.`,
    },
    came: hostname === "0.0.0.0"
      ? {
        en: `It went to port ${port} without a hostname.`,
        ko: `hostname 없이 ${port}번 포트로 갔습니다.`,
      }
      : {
        en: `It went to ${hostname}:${port}.`,
        ko: `찾아간 곳은 ${hostname}:${port}입니다.`,
      },
    why: {
      en:
        "Somebody else answered, so the caller is told of a place that it did not ask about. Without a hostname Deno.connect takes 127.0.0.1.",
      ko:
        "답한 것은 다른 곳이니, 부른 쪽은 묻지도 않은 곳의 소식을 듣게 됩니다. hostname을 적지 않으면 Deno.connect는 127.0.0.1로 갑니다.",
    },
    look: bothFromAddress,
  });
  const thrown =
    log.events.find(({ side, outcome }) =>
      side === "student" && outcome === "error"
    )?.error?.name ?? "NotCapable";
  expect(error?.name === thrown, {
    expected: {
      en: `${name} throws on what Deno.connect threw: ${thrown}.`,
      ko: `${name}가 Deno.connect의 오류(${thrown})를 그대로 던집니다.`,
    },
    came,
    why: error === undefined
      ? {
        en:
          `${thrown} is neither a refusal nor a limit that has ended: this program may not connect there. The caller is told a thing that nobody found out.`,
        ko:
          `${thrown} 오류는 거부도 시간 초과도 아닙니다. 이 프로그램이 그 주소에 연결할 권한이 없다는 뜻입니다. 부른 쪽은 아무도 확인하지 않은 일을 사실로 듣게 됩니다.`,
      }
      : {
        en:
          `${thrown} says that this program may not connect there. Under another name nobody will look for that.`,
        ko:
          `${thrown} 오류는 이 프로그램이 그 주소에 연결할 권한이 없다는 뜻입니다. 다른 이름으로 바꾸면 아무도 그 까닭을 찾지 못합니다.`,
      },
    look: catchLetsThrough,
  });
}

/** Expects that a connection is still open after `name` is done with it. */
function expectOpen(conn: Deno.TcpConn, wire: Wire, name: string): void {
  expect(wire.socket(conn).state === "open", {
    expected: {
      en: `The connection is open when ${name} is done.`,
      ko: `${name}가 끝났을 때 연결은 열려 있습니다.`,
    },
    came: {
      en: "Your code has already closed it.",
      ko: "코드가 이미 닫았습니다.",
    },
    why: {
      en:
        "`using` and `finally` close on every way out, on `return` too. Here somebody else goes on with the connection.",
      ko:
        "`using`과 `finally`는 `return`을 포함해 어느 길로 나가도 닫습니다. 이 연결은 부른 쪽이 이어서 씁니다.",
    },
    look: {
      en: "Who needs the connection after this function?",
      ko: "이 함수 다음에 그 연결을 누가 씁니까?",
    },
  });
}

function expectOneConnection({ log }: Wire): void {
  const made = log.sockets.filter(({ side }) => side === "student").length;
  expect(made === 1, {
    expected: { en: "One connection is made.", ko: "연결을 하나 만듭니다." },
    came: {
      en: `${made} connections were made.`,
      ko: `연결이 ${made}개 만들어졌습니다.`,
    },
    why: {
      en:
        "Each Deno.connect makes a new connection. The caller gets one of them; nobody uses or closes the others.",
      ko:
        "Deno.connect는 부를 때마다 연결을 새로 만듭니다. 부른 쪽은 하나만 받고, 나머지는 아무도 쓰거나 닫지 않습니다.",
    },
    look: {
      en: "How often does your code call Deno.connect on its way?",
      ko: "코드가 Deno.connect를 몇 번 부르는지 보십시오.",
    },
  });
}

function expectEnds(
  endpoints: typeof stub.endpoints,
  conn: Deno.TcpConn,
  wire: Wire,
): void {
  const write = ({ hostname, port }: Deno.NetAddr) => `${hostname}:${port}`;
  const local = write(conn.localAddr);
  const remote = write(conn.remoteAddr);
  const ends = endpoints(conn);
  expectAtOnce(ends, "endpoints");
  const { localAddr: near, remoteAddr: far } = conn;
  const oneHostname = near.hostname !== far.hostname &&
    (ends?.local === write({ ...near, hostname: far.hostname }) ||
      ends?.remote === write({ ...far, hostname: near.hostname }));
  const words = `{ local: "${local}", remote: "${remote}" }`;
  const came = Deno.inspect(ends, { breakLength: Infinity });
  expect(ends?.local === local && ends?.remote === remote, {
    expected: { en: words, ko: words },
    came: { en: `It returned ${came}.`, ko: `돌려준 값은 ${came}입니다.` },
    why: ends?.local === remote && ends?.remote === local
      ? {
        en:
          "The two ends are exchanged: local is your own end, with a port that the kernel picked; remote is the server.",
        ko:
          "두 끝이 뒤바뀌었습니다. local은 커널이 포트를 골라 준 내 쪽 끝이고, remote는 서버입니다.",
      }
      : ends !== undefined && ends?.local === ends?.remote
      ? {
        en: "Both are the same end. A connection has two different ones.",
        ko: "둘 다 같은 끝입니다. 연결의 두 끝은 서로 다릅니다.",
      }
      : oneHostname
      ? {
        en:
          "An end has a hostname of its own, and here one of them is at 127.0.0.2. A server often sits elsewhere than its client.",
        ko:
          "hostname은 끝마다 따로 있고, 여기서는 한쪽이 127.0.0.2에 있습니다. 서버와 클라이언트는 대개 서로 다른 곳에 있습니다.",
      }
      : {
        en: "Each end is an IP address and a port, joined by a colon.",
        ko: "각 끝은 IP 주소와 포트 번호를 콜론으로 이은 것입니다.",
      },
    look: {
      en: "conn.localAddr and conn.remoteAddr, and the parts of each.",
      ko: "conn.localAddr와 conn.remoteAddr, 그리고 그 안의 값을 보십시오.",
    },
  });
  expectOpen(conn, wire, "endpoints()");
}

type Word = keyof typeof korean;

const isConnected = ({ side, call, outcome }: WireEvent) =>
  side === "student" && call === "connect" && outcome === "ok";

function expectWord(
  { value, error, came }: Settled<Word>,
  expected: Word,
  { log }: Wire,
  why?: Text,
): void {
  const tooEarly = value === "open" && !log.events.some(isConnected);
  expect(value === expected, {
    expected: {
      en: `probe() returns "${expected}".`,
      ko: `probe()가 ${korean[expected]} 돌려줍니다.`,
    },
    came,
    why: error !== undefined
      ? {
        en:
          `probe() has a word for this outcome, "${expected}". An error makes the caller look for a fault.`,
        ko:
          `이 결과를 나타내는 말이 있습니다: "${expected}". 오류를 던지면 부른 쪽은 무언가 잘못된 줄 압니다.`,
      }
      : value === undefined
      ? {
        en: "A `return` is missing on one way out.",
        ko: "빠져나가는 길 하나에 `return`이 없습니다.",
      }
      : !(value in korean)
      ? {
        en:
          "Callers compare with the three words of the task, letter by letter.",
        ko: "부른 쪽은 과제의 세 낱말과 한 글자씩 비교합니다.",
      }
      : tooEarly
      ? {
        en:
          "It said so before it knew. A call that is not awaited returns a promise at once, whatever becomes of it, and `catch` does not see its error.",
        ko:
          "결과를 알기도 전에 답했습니다. await하지 않은 호출은 결과와 상관없이 곧바로 프로미스를 돌려주며, 그 오류는 `catch`에 잡히지 않습니다.",
      }
      : why ?? {
        en:
          "Refused means that the machine answered no. Timed out means that nobody answered. They call for different repairs.",
        ko:
          "refused는 컴퓨터가 거부했다는 뜻이고, timed out은 아무도 응답하지 않았다는 뜻입니다. 고치는 방법이 서로 다릅니다.",
      },
    look: tooEarly
      ? {
        en: "Where does probe() wait for the outcome of connectTo()?",
        ko: "probe()가 connectTo()의 결과를 어디에서 기다립니까?",
      }
      : why !== undefined && error === undefined
      ? {
        en: "Whose signal does the call inside of probe() get?",
        ko: "probe() 안의 호출이 누구의 신호를 받는지 보십시오.",
      }
      : {
        en: "Which error of connectTo() stands for which of the three words?",
        ko: "connectTo()의 어느 오류가 세 낱말 가운데 어느 것에 해당합니까?",
      },
  });
}
