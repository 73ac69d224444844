import type * as stub from "./stubs/02_address/address.ts";
import { encode, firstDifference, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { expectBytes, settleAtOnce } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { Server, Wire } from "./support/wire.ts";

type Octets = [number, number, number, number];

const check = checksOf<typeof stub>("02_address/address.ts");
const lecture: Octets = [218, 234, 19, 87];

/** Addresses below 128.0.0.0, whose number has no highest bit. */
const low: Octets[] = [
  [1, 2, 3, 4],
  [127, 0, 0, 1],
  [10, 20, 30, 40],
  [0, 0, 0, 0],
  [100, 200, 249, 255],
  ...someOctets(6, 2).map(([a, ...rest]): Octets => [a & 0x7f, ...rest]),
];

/** Addresses from 128.0.0.0 on. */
const high: Octets[] = [
  [128, 0, 0, 0],
  lecture,
  [192, 168, 0, 1],
  [255, 255, 255, 255],
  ...someOctets(6, 3).map(([a, ...rest]): Octets => [a | 0x80, ...rest]),
];

const ports = [8080, 80, 443, 1, 256, 0, 65535, 53, 5300, 49152];

const addresses = check({
  name: {
    en: "inet_addr() makes one number of the four",
    ko: "inet_addr()는 숫자 네 개를 정수 하나로 바꾼다",
  },
  needs: ["inet_addr"],
  wire: false,
}, async ({ inet_addr }) => {
  for (const octets of low) await expectNumber(inet_addr, octets);
});

check({
  name: {
    en: "inet_addr() stays positive for 128.0.0.0 and above",
    ko: "inet_addr()는 128.0.0.0 이상에서도 음수가 되지 않는다",
  },
  needs: ["inet_addr"],
  wire: false,
  after: addresses,
}, async ({ inet_addr }) => {
  for (const octets of high) await expectNumber(inet_addr, octets);
});

check({
  name: {
    en: "inet_addr() refuses what is not four numbers from 0 to 255",
    ko: "inet_addr()는 0부터 255까지의 수 네 개가 아니면 거부한다",
  },
  needs: ["inet_addr"],
  wire: false,
}, async ({ inet_addr }) => {
  for (const { texts, why } of malformed) {
    for (const text of texts) {
      const call = `inet_addr(${JSON.stringify(text)})`;
      const settled = await settle<unknown>(() => inet_addr(text));
      const { value } = settled;
      expectError(settled, "TypeError", call, {
        accepted: value === 0xffff_ffff || value === -1
          ? {
            en:
              "This is INADDR_NONE, C's answer to a bad text. It is the number of 255.255.255.255 as well, so nobody can tell them apart.",
            ko:
              "C에서 잘못된 문자열에 돌려주는 INADDR_NONE입니다. 255.255.255.255와 같은 수라서 둘을 구별할 수 없습니다.",
          }
          : Number.isNaN(value)
          ? {
            en:
              "NaN is a value like others, and every computation goes on with it. Only an error cannot be overlooked.",
            ko:
              "NaN도 하나의 값이라 계산이 그대로 이어집니다. 모르고 지나칠 수 없는 것은 오류뿐입니다.",
          }
          : why,
        look: {
          en:
            "What may stand in each of the four places? Digits only, one to three of them, no zero in front.",
          ko:
            "네 자리에 각각 무엇이 올 수 있습니까? 숫자만, 한 개에서 세 개까지이며, 앞에 0을 붙이지 않습니다.",
        },
      });
    }
  }
});

check({
  name: {
    en: "htons() gives a port as 2 bytes in network byte order",
    ko: "htons()는 포트를 네트워크 바이트 순서의 2바이트로 바꾼다",
  },
  needs: ["htons"],
  wire: false,
}, async ({ htons }) => {
  const some = someOctets(4, 5).map(([a, b]) => a * 256 + b);
  for (const port of [...ports, ...some]) {
    const settled = await settleAtOnce("htons", () => htons(port));
    expectNetworkOrder(settled, `htons(${port})`, bigEndian(port, 2));
  }
});

check({
  name: {
    en: "htonl() gives an address as 4 bytes in network byte order",
    ko: "htonl()은 주소를 네트워크 바이트 순서의 4바이트로 바꾼다",
  },
  needs: ["htonl"],
  wire: false,
}, async ({ htonl }) => {
  for (const octets of [...low, ...high]) {
    const address = toNumber(octets);
    const settled = await settleAtOnce("htonl", () => htonl(address));
    expectNetworkOrder(settled, `htonl(${address})`, bigEndian(address, 4));
  }
});

for (const name of ["htons", "htonl"] as const) {
  const most = name === "htons" ? 0xffff : 0xffff_ffff;
  check({
    name: {
      en: `${name}() refuses what is not a whole number from 0 to ${most}`,
      ko: name === "htons"
        ? `htons()는 0부터 ${most}까지의 정수가 아니면 거부한다`
        : `htonl()은 0부터 ${most}까지의 정수가 아니면 거부한다`,
    },
    needs: [name],
    wire: false,
  }, async (exercise) => {
    const values = [most + 1, -1, 1.5, NaN, Infinity, most + 8081, -32768];
    for (const value of values) {
      const settled = await settle<unknown>(() => exercise[name](value));
      expectError(settled, "RangeError", `${name}(${value})`, {
        accepted: Number.isNaN(value)
          ? {
            en:
              "NaN answers no to every comparison, so a test for too small or too large lets it pass. Its bytes are those of 0.",
            ko:
              "NaN은 어떤 비교에도 거짓이라, 너무 작은지 너무 큰지만 물으면 통과합니다. 바이트로는 0이 됩니다.",
          }
          : {
            en:
              `DataView and typed arrays cut off what does not fit, without a word: ${
                most + 1
              } becomes 0. The program then talks to another place than it says.`,
            ko:
              `DataView와 형식화 배열은 들어가지 않는 부분을 말없이 잘라 냅니다. ${
                most + 1
              }도 0이 됩니다. 그러면 말한 곳과 다른 곳에 연결합니다.`,
          },
        look: {
          en:
            "What must be true of a number that fits? Ask for that, not for what is wrong.",
          ko:
            "들어가는 수라면 무엇이 참이어야 합니까? 틀린 것을 찾지 말고 맞는 것을 확인하십시오.",
        },
      });
    }
  });
}

const layout = check({
  name: {
    en: "sockaddr_in() lays out the 16 bytes as the kernel reads them",
    ko: "sockaddr_in()은 커널이 읽는 대로 16바이트를 배치한다",
  },
  needs: ["sockaddr_in", "inet_addr", "htons", "htonl"],
  wire: false,
}, async ({ sockaddr_in }) => {
  for (const [octets, port] of pairs()) {
    const call = `sockaddr_in("${octets.join(".")}", ${port})`;
    const settled = await settleAtOnce(
      "sockaddr_in",
      () => sockaddr_in(octets.join("."), port),
    );
    expectLayout(settled, call, octets, port);
  }
});

check({
  name: {
    en: "htons(), htonl() and sockaddr_in() return new bytes each time",
    ko: "htons(), htonl(), sockaddr_in()은 부를 때마다 새 바이트를 돌려준다",
  },
  needs: ["sockaddr_in", "inet_addr", "htons", "htonl"],
  wire: false,
  after: layout,
}, ({ htons, htonl, sockaddr_in }) => {
  expectOwnBytes("htons", htons(8080), () => htons(80));
  expectOwnBytes("htonl", htonl(0x01020304), () => htonl(0x7f000001));
  const first = sockaddr_in(lecture.join("."), 8080);
  expectOwnBytes("sockaddr_in", first, () => sockaddr_in("1.2.3.4", 80));
  // And not the same array for the same arguments either.
  expectNewBytes("htons", () => htons(443));
  expectNewBytes("htonl", () => htonl(0x05060708));
  expectNewBytes("sockaddr_in", () => sockaddr_in("5.6.7.8", 443));
});

check({
  name: {
    en: "sockaddr_in() refuses a wrong address and a wrong port",
    ko: "sockaddr_in()은 잘못된 주소와 잘못된 포트를 거부한다",
  },
  needs: ["sockaddr_in", "inet_addr", "htons", "htonl"],
  wire: false,
}, async ({ sockaddr_in }) => {
  for (const hostname of ["256.1.1.1", "1.2.3", "01.2.3.4", "localhost"]) {
    const settled = await settle<unknown>(() => sockaddr_in(hostname, 80));
    expectError(settled, "TypeError", `sockaddr_in("${hostname}", 80)`, {
      accepted: refusedInside,
      look: passesOn,
    });
  }
  for (const port of [65536, -1, 80.5]) {
    const settled = await settle<unknown>(() => sockaddr_in("1.2.3.4", port));
    expectError(settled, "RangeError", `sockaddr_in("1.2.3.4", ${port})`, {
      accepted: refusedInside,
      look: passesOn,
    });
  }
});

check({
  name: {
    en: "A client that reads sockaddr_in()'s bytes reaches the server",
    ko: "sockaddr_in()의 바이트를 읽은 클라이언트가 서버에 닿는다",
  },
  needs: ["sockaddr_in", "inet_addr", "htons", "htonl"],
  wire: false,
  after: layout,
}, async ({ sockaddr_in }, wire) => {
  const server = wire.server();
  const { hostname, port } = server.address;
  const settled = await settle<unknown>(() => sockaddr_in(hostname, port));
  const octets = hostname.split(".").map(Number) as Octets;
  const call = `sockaddr_in("${hostname}", ${port})`;
  const bytes = expectLayout(settled, call, octets, port);
  await expectReached(wire, server, {
    hostname: `${bytes[4]}.${bytes[5]}.${bytes[6]}.${bytes[7]}`,
    port: bytes[2] * 256 + bytes[3],
  });
});

const reads = check({
  name: {
    en: "parse_sockaddr_in() reads hostname and port back",
    ko: "parse_sockaddr_in()은 hostname과 port를 읽어 낸다",
  },
  needs: ["parse_sockaddr_in"],
  wire: false,
}, async ({ parse_sockaddr_in }) => {
  for (const [octets, port] of pairs()) {
    const bytes = layOut(octets, port);
    const settled = await settleAtOnce(
      "parse_sockaddr_in",
      () => parse_sockaddr_in(bytes),
    );
    expectRead(settled, octets, port);
    expectUnchanged(bytes, layOut(octets, port));
  }
});

check({
  name: {
    en: "parse_sockaddr_in() does not mind the padding and what follows it",
    ko: "parse_sockaddr_in()은 채움 바이트와 그 뒤에 오는 것을 따지지 않는다",
  },
  needs: ["parse_sockaddr_in"],
  wire: false,
  after: reads,
}, async ({ parse_sockaddr_in }) => {
  const padded = layOut(lecture, 8080);
  padded.fill(0xff, 8);
  // A receive buffer of 32 bytes, of which the first 16 are the address.
  const longer = new Uint8Array(32).fill(7);
  longer.set(layOut(lecture, 8080));
  for (const bytes of [padded, longer]) {
    const before = bytes.slice();
    const settled = await settle<unknown>(() => parse_sockaddr_in(bytes));
    const { value, error, came } = settled;
    const read = value as { hostname?: unknown; port?: unknown } | undefined;
    expect(read?.hostname === lecture.join(".") && read.port === 8080, {
      expected: {
        en: `{ hostname: "${lecture.join(".")}", port: 8080 } of ${
          hex(bytes)
        }.`,
        ko: `{ hostname: "${lecture.join(".")}", port: 8080 }, 읽은 바이트는 ${
          hex(bytes)
        }입니다.`,
      },
      came,
      why: error === undefined
        ? {
          en:
            "A field was looked for at the end of the bytes, not at its place.",
          ko: "각 필드를 정해진 자리가 아니라 바이트의 끝에서부터 찾았습니다.",
        }
        : {
          en:
            "The kernel reads family, port and address, and looks at nothing else. A buffer may be longer than the address in it.",
          ko:
            "커널은 family, port, address만 읽고 나머지는 보지 않습니다. 버퍼는 그 안의 주소보다 길 수 있습니다.",
        },
      look: {
        en: "Which of the 16 bytes carry the answer, and which do not?",
        ko:
          "16바이트 가운데 답이 담긴 것은 어느 것이고, 아닌 것은 어느 것입니까?",
      },
    });
    expectUnchanged(bytes, before);
  }
});

check({
  name: {
    en: "parse_sockaddr_in() begins where its bytes begin",
    ko: "parse_sockaddr_in()은 받은 바이트가 시작하는 곳부터 읽는다",
  },
  needs: ["parse_sockaddr_in"],
  wire: false,
  after: reads,
}, async ({ parse_sockaddr_in }) => {
  // As in a receive buffer: another address stands before the one we mean.
  const buffer = new Uint8Array(48);
  buffer.set(layOut([9, 9, 9, 9], 999));
  buffer.set(layOut(lecture, 8080), 19);
  const part = buffer.subarray(19, 35);
  const before = buffer.slice();
  const settled = await settle<unknown>(() => parse_sockaddr_in(part));
  expectRead(settled, lecture, 8080, {
    en:
      "A Uint8Array can be a view of a part of a larger buffer. `bytes.buffer` is the whole buffer, and begins before your bytes.",
    ko:
      "Uint8Array는 더 큰 버퍼의 일부를 보는 창일 수 있습니다. `bytes.buffer`는 버퍼 전체이고, 받은 바이트보다 앞에서 시작합니다.",
  });
  expectUnchanged(buffer, before);
});

check({
  name: {
    en: "parse_sockaddr_in() refuses bytes that are no sockaddr_in",
    ko: "parse_sockaddr_in()은 sockaddr_in이 아닌 바이트를 거부한다",
  },
  needs: ["parse_sockaddr_in"],
  wire: false,
  after: reads,
}, async ({ parse_sockaddr_in }) => {
  const whole = layOut(lecture, 8080);
  // What was not received may still lie behind it in the buffer, or may not.
  const short = [15, 8, 7, 0].map((length) => whole.subarray(0, length));
  for (const bytes of [whole.slice(0, 15), ...short]) {
    const { length } = bytes;
    const settled = await settle<unknown>(() => parse_sockaddr_in(bytes));
    expectError(settled, "TypeError", {
      en: `parse_sockaddr_in(), given ${length} bytes,`,
      ko: `parse_sockaddr_in()은 ${length}바이트를 받으면`,
    }, {
      accepted: {
        en:
          "The length was not looked at. What lies behind these bytes in the buffer is something else, an old address for one.",
        ko:
          "길이를 확인하지 않았습니다. 버퍼에서 이 바이트들 뒤에 있는 것은 지난 주소처럼 전혀 다른 것입니다.",
      },
      look: {
        en: "How many bytes are there, before you read the first one?",
        ko: "첫 바이트를 읽기 전에, 바이트가 몇 개 있습니까?",
      },
    });
  }
  for (const family of [[10, 0], [1, 0], [0, 0], [0, 2], [2, 1]]) {
    const bytes = layOut(lecture, 8080);
    bytes.set(family);
    const settled = await settle<unknown>(() => parse_sockaddr_in(bytes));
    expectError(settled, "TypeError", {
      en: `parse_sockaddr_in(), given the family ${hex(family)},`,
      ko: `parse_sockaddr_in()은 family가 ${hex(family)}이면`,
    }, {
      accepted: family[1] === 0
        ? {
          en:
            "The family was not looked at. In an address of another family the same bytes mean other things.",
          ko:
            "주소 체계(family)를 확인하지 않았습니다. 다른 체계의 주소에서는 같은 자리의 바이트가 다른 뜻입니다.",
        }
        : {
          en:
            "The family is 2 bytes in host byte order: AF_INET is 02 00, and nothing else is.",
          ko:
            "family는 호스트 바이트 순서의 2바이트입니다. AF_INET은 02 00뿐입니다.",
        },
      look: {
        en: "The first two bytes, read as one number.",
        ko: "처음 두 바이트를 수 하나로 읽어 보십시오.",
      },
    });
  }
});

check({
  name: {
    en: "A client reaches the server that parse_sockaddr_in() names",
    ko: "parse_sockaddr_in()이 알려 준 서버에 클라이언트가 닿는다",
  },
  needs: ["parse_sockaddr_in"],
  wire: false,
  after: reads,
}, async ({ parse_sockaddr_in }, wire) => {
  const server = wire.server();
  const { hostname, port } = server.address;
  const octets = hostname.split(".").map(Number) as Octets;
  const bytes = layOut(octets, port);
  const settled = await settle<unknown>(() => parse_sockaddr_in(bytes));
  await expectReached(wire, server, expectRead(settled, octets, port));
});

/** Texts that are no address, and why they are often taken for one. */
const malformed: { texts: string[]; why: Text }[] = [
  {
    texts: ["256.1.1.1", "1.2.3.256", "1.2.999.4", "1.2.3.1000"],
    why: {
      en: "Each number is one byte, so 255 is the most. 256 is no byte.",
      ko: "각 수는 한 바이트이므로 255까지입니다. 256은 바이트가 아닙니다.",
    },
  },
  {
    texts: ["1.2.3", "1.2.3.4.5", "", "1", "16909060"],
    why: {
      en:
        "It is not four numbers. C's inet_addr would read 1.2.3 as 1.2.0.3: an address that nobody wrote.",
      ko:
        "수가 네 개가 아닙니다. C의 inet_addr는 1.2.3을 1.2.0.3으로 읽습니다. 아무도 적지 않은 주소입니다.",
    },
  },
  {
    texts: ["1..2.3", "1.2.3.", ".1.2.3", "..."],
    why: {
      en: 'A place is empty, and Number("") is 0 without a complaint.',
      ko: '빈 자리가 있습니다. Number("")는 아무 말 없이 0이 됩니다.',
    },
  },
  {
    texts: ["1..2.3.4", "1.2.3.4.", ".1.2.3.4", "1.2.3..4"],
    why: {
      en:
        "Four numbers are in it, and an empty place as well. Whoever leaves the empty ones out takes a slip of the hand for an address.",
      ko:
        "수는 네 개이지만 빈 자리가 하나 더 있습니다. 빈 자리를 빼고 읽으면 잘못 적은 것을 주소로 알게 됩니다.",
    },
  },
  {
    texts: ["01.2.3.4", "1.2.3.04", "1.2.00.4", "010.0.0.1"],
    why: {
      en:
        "A leading zero means octal to some programs: 010 is 8 for one and 10 for the other. A filter and a server then see two addresses.",
      ko:
        "앞에 붙은 0을 8진수로 읽는 프로그램이 있습니다. 010이 한쪽에서는 8, 다른 쪽에서는 10이라, 필터와 서버가 서로 다른 주소를 봅니다.",
    },
  },
  {
    texts: [" 1.2.3.4", "1.2.3.4 ", "1. 2.3.4", "1.2.3.4\n", "1.2.3. "],
    why: {
      en:
        "White space is no digit. Number(), parseInt() and trim() pass over it without a complaint.",
      ko:
        "공백은 숫자가 아닙니다. Number(), parseInt(), trim()은 공백을 아무 말 없이 넘깁니다.",
    },
  },
  {
    texts: [
      "1.2.3.4a",
      "1.2.3.4/24",
      "1.2.3.4:80",
      "a.b.c.d",
      "1,2,3,4",
      "localhost",
    ],
    why: {
      en:
        "There is more in it than digits and dots. parseInt() stops at the first other character and keeps silent about the rest.",
      ko:
        "숫자와 점이 아닌 것이 있습니다. parseInt()는 다른 글자를 만나면 멈추고 나머지는 말없이 버립니다.",
    },
  },
  {
    texts: ["1.2.3.-4", "+1.2.3.4", "0x1.2.3.4", "1e1.2.3.4", "1.2.3.-0"],
    why: {
      en: "Number() reads more than digits: +1, 0x1 and 1e1 are numbers to it.",
      ko: "Number()는 숫자만 읽지 않습니다. +1, 0x1, 1e1도 수로 봅니다.",
    },
  },
  {
    texts: ["1.2.3.NaN", "NaN.2.3.4"],
    why: {
      en:
        "NaN is no digit. It answers no to every comparison, so a test for too small or too large lets it pass.",
      ko:
        "NaN은 숫자가 아닙니다. 어떤 비교에도 거짓이라, 너무 작은지 너무 큰지만 물으면 통과합니다.",
    },
  },
];

const refusedInside: Text = {
  en:
    "sockaddr_in() goes its own way where inet_addr(), htons() and htonl() would have refused, or it catches their error.",
  ko:
    "inet_addr(), htons(), htonl()이라면 거부했을 것을 sockaddr_in()이 따로 처리했거나, 그 오류를 잡아 버렸습니다.",
};

const refusedThoughRight: Text = {
  en:
    "This is a right value, and an error came. 0 and the greatest number fit as well.",
  ko: "올바른 값인데 오류가 났습니다. 0과 가장 큰 수도 들어갑니다.",
};

const passesOn: Text = {
  en: "Which of the smaller functions already know what is wrong?",
  ko: "무엇이 잘못인지 이미 아는 작은 함수는 어느 것입니까?",
};

/** `count` addresses that look random and are always the same. */
function someOctets(count: number, seed: number): Octets[] {
  const bytes = payload(4 * count, seed);
  return Array.from(
    { length: count },
    (_, i) => [...bytes.subarray(4 * i, 4 * i + 4)] as Octets,
  );
}

/** Addresses with a port each: chosen ones, and some that look random. */
function pairs(): [Octets, number][] {
  const some = someOctets(ports.length, 7);
  return [
    [lecture, 8080],
    [[1, 2, 3, 4], 80],
    [[127, 0, 0, 1], 443],
    [[0, 0, 0, 0], 65535],
    [[255, 255, 255, 255], 0],
    ...some.map((octets, i): [Octets, number] => [octets, ports[i]]),
    ...some.map((octets): [Octets, number] => [
      octets,
      octets[3] * 256 + octets[1],
    ]),
  ];
}

function toNumber([a, b, c, d]: Octets): number {
  return ((a * 256 + b) * 256 + c) * 256 + d;
}

function bigEndian(value: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = size - 1; i >= 0; i--) {
    bytes[i] = value % 256;
    value = Math.floor(value / 256);
  }
  return bytes;
}

/** The 16 bytes, as the check itself writes them. */
function layOut(octets: Octets, port: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(2, 0, ...bigEndian(port, 2), ...octets, ...zeros);
}

const zeros = [0, 0, 0, 0, 0, 0, 0, 0];

function hex(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join(" ");
}

/** Whether `actual` is `expected` from back to front. */
function isReversed(actual: Uint8Array, expected: Uint8Array): boolean {
  return firstDifference(actual.slice().reverse(), expected) === undefined;
}

async function expectNumber(
  inet_addr: (text: string) => unknown,
  octets: Octets,
): Promise<void> {
  const text = octets.join(".");
  const number = toNumber(octets);
  const settled = await settleAtOnce("inet_addr", () => inet_addr(text));
  const { value, error, came } = settled;
  const [a, b, c, d] = octets;
  expect(value === number, {
    expected: {
      en: `inet_addr("${text}") returns ${number}.`,
      ko: `inet_addr("${text}") 호출은 다음 수를 돌려줍니다: ${number}`,
    },
    came,
    why: error !== undefined
      ? {
        en:
          "A right address was refused. 0 by itself has no leading zero, and 255 is still a byte.",
        ko:
          "올바른 주소를 거부했습니다. 0 하나는 앞에 붙은 0이 아니고, 255도 바이트입니다.",
      }
      : typeof value !== "number"
      ? {
        en: "A `return` is missing, or what is returned is not a number.",
        ko: "`return`이 빠졌거나 수가 아닌 것을 돌려주었습니다.",
      }
      : value === number - 2 ** 32
      ? {
        en:
          "`<<` and `|` compute with signed numbers of 32 bits: from 128.0.0.0 on, the highest bit is taken for a minus.",
        ko:
          "`<<`와 `|`는 부호 있는 32비트 수로 계산합니다. 128.0.0.0부터는 가장 높은 비트를 음수 부호로 봅니다.",
      }
      : value === toNumber([d, c, b, a]) ||
          value === toNumber([d, c, b, a]) - 2 ** 32
      ? {
        en:
          "The order is reversed: the first of the four numbers is the highest byte.",
        ko:
          "순서가 거꾸로입니다. 네 숫자 가운데 첫 번째가 최상위 바이트입니다.",
      }
      : value === Number(octets.join(""))
      ? {
        en:
          "The dots were only taken out. Each of the four is a byte: a digit in base 256, not in base 10.",
        ko:
          "점만 뺐습니다. 네 숫자는 각각 한 바이트로, 10진수가 아니라 256진수의 한 자리입니다.",
      }
      : {
        en:
          "Each of the four is a byte: a digit in base 256, and the first counts most.",
        ko:
          "네 숫자는 각각 한 바이트로, 256진수의 한 자리입니다. 첫 번째가 가장 높은 자리입니다.",
      },
    look: {
      en: `${text} is 0x${bigEndian(number, 4).toHex()}: two hex digits each.`,
      ko: `16진수로 적으면 0x${
        bigEndian(number, 4).toHex()
      }입니다. 네 숫자가 각각 두 자리입니다.`,
    },
  });
}

/** Expects an error of the class `name`. `accepted` says why there is none. */
function expectError(
  { value, error, came }: Settled<unknown>,
  name: "TypeError" | "RangeError",
  call: string | Text,
  words: { accepted: Text; look: Text },
): void {
  const { en, ko } = typeof call === "string"
    ? { en: call, ko: `${call} 호출은` }
    : call;
  const wanted = name === "TypeError" ? TypeError : RangeError;
  expect(error instanceof wanted, {
    expected: {
      en: `${en} throws a ${name}.`,
      ko: `${ko} ${name}를 던집니다.`,
    },
    came: value instanceof Uint8Array
      ? {
        en: `It returned the bytes ${hex(value)}.`,
        ko: `돌려준 바이트는 ${hex(value)}입니다.`,
      }
      : came,
    why: error === undefined
      ? value === undefined
        ? {
          en:
            "Nothing came, and no error either. Who calls it cannot know that something is wrong.",
          ko:
            "돌려준 값도 오류도 없습니다. 호출한 쪽은 잘못된 줄을 알 수 없습니다.",
        }
        : words.accepted
      : {
        en:
          `Callers tell errors apart by their class, and the task asks for ${name}.`,
        ko:
          `호출한 쪽은 오류의 종류(class)로 원인을 구별합니다. 과제에서 정한 것은 ${name}입니다.`,
      },
    look: error === undefined ? words.look : {
      en: "Where does this error come from: your `throw`, or another call?",
      ko: "이 오류는 어디에서 옵니까? 직접 쓴 `throw`입니까, 다른 호출입니까?",
    },
  });
}

/** Expects the bytes of a number, the highest first. */
function expectNetworkOrder(
  { value, error, came }: Settled<unknown>,
  call: string,
  expected: Uint8Array,
): void {
  const isBytes = value instanceof Uint8Array;
  const right = isBytes && firstDifference(value, expected) === undefined;
  expect(right, {
    expected: {
      en: `${call} returns the ${expected.length} bytes ${hex(expected)}.`,
      ko: `${call} 호출은 다음 ${expected.length}바이트를 돌려줍니다: ${
        hex(expected)
      }`,
    },
    came: isBytes
      ? {
        en: `It returned the bytes ${hex(value)}.`,
        ko: `돌려준 바이트는 ${hex(value)}입니다.`,
      }
      : came,
    why: error !== undefined
      ? refusedThoughRight
      : typeof value === "number"
      ? {
        en:
          "In C the result is a number whose bytes lie in memory in network order. A JavaScript number has no byte order: return the bytes.",
        ko:
          "C에서는 메모리에 네트워크 순서로 놓이는 수를 돌려줍니다. JavaScript의 수에는 바이트 순서가 없으니 바이트를 돌려주십시오.",
      }
      : !isBytes
      ? {
        en: "The bytes are to be returned in a Uint8Array.",
        ko: "바이트는 Uint8Array에 담아 돌려주어야 합니다.",
      }
      : isReversed(value, expected)
      ? {
        en:
          "This is host byte order, the lowest byte first. On the network the highest byte goes first.",
        ko:
          "하위 바이트가 먼저인 호스트 바이트 순서입니다. 네트워크에서는 상위 바이트가 먼저 갑니다.",
      }
      : value.length !== expected.length
      ? {
        en:
          `The length belongs to the format: ${expected.length} bytes, no more and no fewer. Here are ${value.length}.`,
        ko:
          `길이도 형식의 일부입니다. 정확히 ${expected.length}바이트여야 하는데 ${value.length}바이트입니다.`,
      }
      : {
        en:
          "The number is cut into bytes of 8 bits each, and the highest byte goes first.",
        ko: "수를 8비트씩 바이트로 나누고, 상위 바이트를 먼저 적습니다.",
      },
    look: error !== undefined
      ? {
        en: "Which numbers does your code refuse? Try the limits of the range.",
        ko: "코드가 어떤 수를 거부합니까? 범위의 양 끝을 넣어 보십시오.",
      }
      : isBytes && isReversed(value, expected)
      ? {
        en:
          "DataView: which byte order does it use when you do not ask for one?",
        ko: "DataView는 따로 정하지 않으면 어느 바이트 순서를 씁니까?",
      }
      : {
        en: "What your function returns: its class, its length, its bytes.",
        ko: "함수가 돌려주는 것의 종류, 길이, 바이트를 차례로 보십시오.",
      },
  });
}

/** Expects a whole sockaddr_in, and says which field is not right. */
function expectLayout(
  { value, error, came }: Settled<unknown>,
  call: string,
  octets: Octets,
  port: number,
): Uint8Array {
  const expected = layOut(octets, port);
  const isBytes = value instanceof Uint8Array;
  expect(isBytes && firstDifference(value, expected) === undefined, {
    expected: {
      en: `${call} returns ${hex(expected)}.`,
      ko: `${call} 호출은 다음을 돌려줍니다: ${hex(expected)}`,
    },
    came: isBytes
      ? { en: `It returned ${hex(value)}.`, ko: `돌려준 것: ${hex(value)}` }
      : came,
    why: isBytes
      ? wrongField(value, expected)
      : error !== undefined
      ? refusedThoughRight
      : {
        en: "A `return` is missing, or the bytes are not in a Uint8Array.",
        ko: "`return`이 빠졌거나 바이트가 Uint8Array에 담기지 않았습니다.",
      },
    look: {
      en: "The drawing of the 16 bytes on the page, field by field.",
      ko: "설명에 있는 16바이트의 그림과 필드마다 비교해 보십시오.",
    },
  });
  return value;
}

function wrongField(actual: Uint8Array, expected: Uint8Array): Text {
  const differs = (from: number, to: number) =>
    firstDifference(actual.subarray(from, to), expected.subarray(from, to)) !==
      undefined;
  const reversed = (from: number, to: number) =>
    isReversed(actual.subarray(from, to), expected.subarray(from, to));
  if (actual.length !== 16) {
    return {
      en: `A sockaddr_in is 16 bytes long; these are ${actual.length}.`,
      ko: `sockaddr_in의 길이는 16바이트인데 ${actual.length}바이트입니다.`,
    };
  }
  if (differs(0, 2)) {
    return reversed(0, 2)
      ? {
        en:
          "The family is in network byte order. Only your own kernel reads it, so it stays in host byte order: 02 00.",
        ko:
          "family가 네트워크 바이트 순서입니다. 내 컴퓨터의 커널만 읽는 값이라 호스트 바이트 순서 그대로 02 00입니다.",
      }
      : {
        en: "The family, bytes 0 and 1, is not AF_INET, 02 00.",
        ko: "0번과 1번 바이트의 family가 AF_INET, 곧 02 00이 아닙니다.",
      };
  }
  if (differs(2, 4)) {
    const knocks = actual[2] * 256 + actual[3];
    return reversed(2, 4)
      ? {
        en:
          `The port is in host byte order. The kernel reads it as port ${knocks}: htons() was forgotten.`,
        ko:
          `포트가 호스트 바이트 순서입니다. 커널은 이것을 ${knocks}번 포트로 읽습니다. htons()를 빠뜨린 경우입니다.`,
      }
      : {
        en: `The port, bytes 2 and 3, is read as ${knocks}.`,
        ko: `2번과 3번 바이트의 포트는 ${knocks}번으로 읽힙니다.`,
      };
  }
  if (differs(4, 8)) {
    const reached = actual.subarray(4, 8).join(".");
    return reversed(4, 8)
      ? {
        en:
          `The address is in host byte order. The kernel reads it as ${reached}: htonl() was forgotten, or the octets are reversed.`,
        ko:
          `주소가 호스트 바이트 순서입니다. 커널이 읽는 주소는 ${reached}입니다. htonl()을 빠뜨렸거나 네 숫자의 순서가 거꾸로입니다.`,
      }
      : {
        en: `The address, bytes 4 to 7, is read as ${reached}.`,
        ko: `4번부터 7번까지의 주소는 다음과 같이 읽힙니다: ${reached}`,
      };
  }
  return {
    en: "The last 8 bytes, sin_zero, must all be 0.",
    ko: "마지막 8바이트 sin_zero는 모두 0이어야 합니다.",
  };
}

/** Expects what parse_sockaddr_in() must have read. */
function expectRead(
  { value, error, came }: Settled<unknown>,
  octets: Octets,
  port: number,
  offset?: Text,
): { hostname: string; port: number } {
  const read = value as { hostname?: unknown; port?: unknown } | undefined;
  const hostname = octets.join(".");
  const [high, low] = bigEndian(port, 2);
  const right = read?.hostname === hostname && read.port === port;
  expect(right, {
    expected: {
      en: `{ hostname: "${hostname}", port: ${port} } of ${
        hex(layOut(octets, port))
      }.`,
      ko: `{ hostname: "${hostname}", port: ${port} }, 읽은 바이트는 ${
        hex(layOut(octets, port))
      }입니다.`,
    },
    came,
    why: offset !== undefined
      ? error instanceof RangeError
        ? {
          en:
            "These bytes begin at an odd place in a larger buffer. A Uint16Array cannot begin there; a DataView can begin anywhere.",
          ko:
            "이 바이트는 더 큰 버퍼의 홀수 번째 자리에서 시작합니다. Uint16Array는 그런 자리에서 시작할 수 없고, DataView는 어디서든 됩니다.",
        }
        : offset
      : error instanceof TypeError
      ? {
        en:
          "These bytes are right. The family 02 00 is 2 in host byte order; in network byte order it would be 512.",
        ko:
          "바이트는 올바릅니다. family 02 00은 호스트 바이트 순서로 2입니다. 네트워크 바이트 순서로 읽으면 512가 됩니다.",
      }
      : error !== undefined
      ? {
        en: "These bytes are right, and reading them met an error.",
        ko: "바이트는 올바른데 읽다가 오류가 났습니다.",
      }
      : String(read?.hostname).includes("-")
      ? {
        en:
          "The bytes were read with a sign. A byte of an address goes from 0 to 255.",
        ko:
          "바이트를 부호 있는 수로 읽었습니다. 주소의 바이트는 0부터 255까지입니다.",
      }
      : read?.hostname !== hostname &&
          read?.hostname === octets.toReversed().join(".")
      ? {
        en:
          "The address is read from back to front: its first byte is the first of the four numbers.",
        ko:
          "주소를 거꾸로 읽었습니다. 첫 바이트가 네 숫자 가운데 첫 번째입니다.",
      }
      : read?.hostname === hostname && read.port === low * 256 + high
      ? {
        en:
          "The port is read in host byte order. It came in network byte order, the highest byte first.",
        ko:
          "포트를 호스트 바이트 순서로 읽었습니다. 포트는 상위 바이트가 먼저인 네트워크 바이트 순서로 옵니다.",
      }
      : read?.hostname === hostname
      ? {
        en:
          "The port is bytes 2 and 3, read as one number from 0 to 65535, without a sign.",
        ko:
          "포트는 2번과 3번 바이트를 부호 없이 0부터 65535까지의 수 하나로 읽은 것입니다.",
      }
      : {
        en:
          "The address is bytes 4 to 7, written as four numbers from 0 to 255 with dots between them.",
        ko:
          "주소는 4번부터 7번까지의 바이트이고, 0부터 255까지의 수 네 개를 점으로 이어 적습니다.",
      },
    look: {
      en: "From which byte on, and in which order, is each field read?",
      ko: "각 필드를 몇 번 바이트부터, 어느 순서로 읽습니까?",
    },
  });
  return { hostname, port };
}

/** Expects that a later call does not write into what an earlier one gave. */
function expectOwnBytes(
  name: string,
  first: Uint8Array,
  again: () => unknown,
): void {
  const before = hex(first);
  again();
  expect(hex(first) === before, {
    expected: {
      en: `What ${name}() returned stays as it was: ${before}.`,
      ko: `${name}()에서 받은 바이트는 그대로입니다: ${before}`,
    },
    came: {
      en: `After a second call the first result is ${hex(first)}.`,
      ko: `두 번째 호출 뒤에 첫 결과가 바뀌었습니다: ${hex(first)}`,
    },
    why: {
      en:
        "One array serves all calls, and each overwrites the one before. C's inet_ntoa works like this, and many have fallen over it.",
      ko:
        "배열 하나를 모든 호출이 함께 써서, 다음 호출이 앞의 결과를 덮어씁니다. C의 inet_ntoa가 이런 방식이라 낭패를 본 사람이 많습니다.",
    },
    look: {
      en: "Where is the array made: inside of the function, or outside?",
      ko: "배열을 함수 안에서 만듭니까, 밖에서 만듭니까?",
    },
  });
}

/** Expects that what the caller writes into a result changes no later one. */
function expectNewBytes(name: string, call: () => Uint8Array): void {
  const first = call();
  const right = hex(first);
  first.fill(0xee);
  const second = call();
  expect(hex(second) === right, {
    expected: {
      en: `${name}() returns the bytes ${right} each time.`,
      ko: `${name}() 호출은 부를 때마다 다음을 돌려줍니다: ${right}`,
    },
    came: {
      en: `The caller wrote into the first result. After that the second is ${
        hex(second)
      }.`,
      ko: `호출한 쪽이 첫 결과를 고쳐 쓰자 두 번째 결과가 달라졌습니다: ${
        hex(second)
      }`,
    },
    why: {
      en:
        "The same array is given out twice: one that was kept for the same arguments. What one caller writes into it, the next one gets.",
      ko:
        "인수가 같으면 보관해 둔 배열 하나를 거듭 돌려줍니다. 한쪽이 고쳐 쓴 것을 다음에 호출한 쪽이 받게 됩니다.",
    },
    look: {
      en: "Is an array made on each way through the function?",
      ko: "함수를 지나가는 길마다 배열을 새로 만드는지 보십시오.",
    },
  });
}

/** Expects that reading left the bytes as they were. */
function expectUnchanged(bytes: Uint8Array, before: Uint8Array): void {
  expect(firstDifference(bytes, before) === undefined, {
    expected: {
      en: `The bytes stay as they were: ${hex(before)}.`,
      ko: `받은 바이트는 그대로입니다: ${hex(before)}`,
    },
    came: {
      en: `They are now ${hex(bytes)}.`,
      ko: `바뀌어 있습니다: ${hex(bytes)}`,
    },
    why: {
      en:
        "reverse(), sort(), set() and fill() change the array itself, and subarray() is a window on the same bytes. The caller still needs them.",
      ko:
        "reverse(), sort(), set(), fill()은 배열 자체를 바꾸고, subarray()는 같은 바이트를 보는 창입니다. 호출한 쪽은 그 바이트를 계속 씁니다.",
    },
    look: {
      en: "Which call of your code writes into `bytes`?",
      ko: "코드의 어느 호출이 `bytes`를 바꾸는지 보십시오.",
    },
  });
}

/** Connects there, and expects to be heard by `server`. */
async function expectReached(
  wire: Wire,
  server: Server,
  address: { hostname: string; port: number },
): Promise<void> {
  const client = await wire.client({ transport: "tcp", ...address });
  const accepted = await server.accept();
  const question = encode(`I looked for port ${address.port}`);
  await client.send(question);
  await client.end();
  expectBytes(await accepted.receiveToEnd(), question, {
    en: "What the client sent",
    ko: "클라이언트가 보낸 것",
  });
  const answer = encode(`You found port ${server.address.port}`);
  await accepted.send(answer);
  await accepted.end();
  expectBytes(await client.receiveToEnd(), answer, {
    en: "What the server answered",
    ko: "서버가 답한 것",
  });
}
