import type * as stub from "./stubs/03_connect/connect.ts";
import { checksOf } from "./support/check.ts";
import { expectConnection } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { settle } from "./support/settle.ts";

const check = checksOf<typeof stub>("03_connect/connect.ts");
const noLimit = new AbortController().signal;

const connects = check({
  name: {
    en: "connectTo() connects to the address that it is given",
    ko: "connectTo()는 주어진 주소에 연결한다",
  },
  needs: ["connectTo"],
}, async ({ connectTo }, wire) => {
  const other = wire.server();
  const server = wire.server();
  wire.call({ en: "the server", ko: "서버" });
  const accepted = server.accept();
  const conn = await connectTo(server.address, noLimit);
  expectConnection(conn);
  expect(conn.remoteAddr.port !== other.address.port, {
    expected: {
      en: `A connection to port ${server.address.port}.`,
      ko: `${server.address.port}번 포트로 가는 연결이어야 합니다.`,
    },
    came: {
      en: `It goes to port ${conn.remoteAddr.port}.`,
      ko: `${conn.remoteAddr.port}번 포트로 갑니다.`,
    },
    why: {
      en: "The port in your code is not the one of the parameter.",
      ko: "코드에 쓴 포트가 매개변수의 포트가 아닙니다.",
    },
    look: {
      en: "Both hostname and port come from `address`.",
      ko: "hostname과 port는 모두 `address`에서 옵니다.",
    },
  });
  // A connection is one only if what goes in here comes out there.
  const theirs = await accepted;
  await theirs.send("hi");
  await conn.read(new Uint8Array(2));
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
  const { error, came } = await settle(() => connectTo(address, noLimit));
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
          "거부도 하나의 답입니다. 컴퓨터는 있지만 그 포트에서 듣는 쪽이 없다는 뜻입니다. 다른 오류로 바꾸면 다른 이야기가 됩니다.",
      },
    look: {
      en: "Which errors does your catch let through unchanged?",
      ko: "catch가 어떤 오류를 그대로 통과시킵니까?",
    },
  });
});

const givesUp = check({
  name: {
    en: "connectTo() throws TimedOut when its limit ends",
    ko: "connectTo()는 제한 시간이 끝나면 TimedOut을 던진다",
  },
  needs: ["connectTo"],
  after: connects,
}, async ({ connectTo }, wire) => {
  const { address } = await wire.silentServer();
  wire.call({ en: "the silent server", ko: "응답 없는 서버" });
  const limit = new AbortController();
  const settled = settle(() => connectTo(address, limit.signal));
  await wire.until(({ events }) =>
    events.some(({ side, call }) => side === "student" && call === "connect")
  );
  limit.abort(new DOMException("The limit is over", "TimeoutError"));
  const { error, came } = await settled;
  expect(error instanceof Deno.errors.TimedOut, {
    expected: {
      en: "connectTo() throws Deno.errors.TimedOut.",
      ko: "connectTo()가 Deno.errors.TimedOut을 던집니다.",
    },
    came,
    why: {
      en:
        "A cancelled connect throws the signal's own reason. Its name depends on who made the signal, so callers cannot rely on it.",
      ko:
        "취소된 연결은 신호에 담긴 이유(reason)를 그대로 던집니다. 그 이름은 신호를 만든 쪽에 달려 있어 부른 쪽이 믿고 쓸 수 없습니다.",
    },
    look: {
      en: "How can you tell, in the catch, that it was the limit that ended?",
      ko: "catch 안에서 제한 시간이 끝났음을 어떻게 알 수 있습니까?",
    },
  });
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
  const write = ({ hostname, port }: Deno.NetAddr) => `${hostname}:${port}`;
  const local = write(peer.remote);
  const remote = write(peer.local);
  const { value: ends, came } = await settle(() => endpoints(conn));
  const swapped = ends?.local === remote && ends?.remote === local;
  expect(ends?.local === local && ends?.remote === remote, {
    expected: {
      en: `{ local: "${local}", remote: "${remote}" }`,
      ko: `{ local: "${local}", remote: "${remote}" }`,
    },
    came,
    why: swapped
      ? {
        en:
          "The two ends are exchanged: local is your own end, with a port that the kernel picked; remote is the server.",
        ko:
          "두 끝이 바뀌었습니다. local은 커널이 포트를 골라 준 내 쪽 끝이고, remote는 서버입니다.",
      }
      : {
        en: "Each end is an IP address and a port, joined by a colon.",
        ko: "각 끝은 IP 주소와 포트 번호를 콜론으로 이은 것입니다.",
      },
    look: {
      en: "conn.localAddr and conn.remoteAddr, and the parts of each.",
      ko: "conn.localAddr와 conn.remoteAddr, 그리고 그 안의 값들입니다.",
    },
  });
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
      : (await wire.silentServer()).address;
    const limit = new AbortController();
    const settled = settle(() => probe(address, limit.signal));
    if (expected === "timed out") {
      await wire.until(({ events }) =>
        events.some(({ side, call }) =>
          side === "student" && call === "connect"
        )
      );
      limit.abort(new DOMException("The limit is over", "TimeoutError"));
    }
    const { value, came } = await settled;
    expect(value === expected, {
      expected: {
        en: `probe() returns "${expected}".`,
        ko: `probe()가 ${korean[expected]} 돌려줍니다.`,
      },
      came,
      why: {
        en:
          "Refused means that the machine answered no. Timed out means that nobody answered. They call for different repairs.",
        ko:
          "refused는 컴퓨터가 거절했다는 뜻이고, timed out은 아무도 응답하지 않았다는 뜻입니다. 고치는 방법이 서로 다릅니다.",
      },
      look: {
        en: "Which error of connectTo() stands for which of the three words?",
        ko: "connectTo()의 어느 오류가 세 낱말 가운데 어느 것입니까?",
      },
    });
  });
}
