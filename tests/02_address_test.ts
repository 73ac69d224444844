import {
  bigEndian,
  first,
  high,
  layOut,
  lecture,
  low,
  pairs,
  ports,
  someOctets,
  toNumber,
} from "./02_address/addresses.ts";
import type { Octets } from "./02_address/addresses.ts";
import { noAddress } from "./02_address/diagnose.ts";
import {
  expectError,
  expectLayout,
  expectNetworkOrder,
  expectNewBytes,
  expectNoPool,
  expectNumber,
  expectOwnBytes,
  expectReached,
  expectRead,
  expectStays,
  expectUnchanged,
} from "./02_address/expect.ts";
import type { Mistake } from "./02_address/expect.ts";
import {
  callOf,
  givenBytes,
  givenFamily,
  wraps,
} from "./02_address/sentences.ts";
import { mistakes } from "./02_address/words.ts";
import type * as stub from "./stubs/02_address/address.ts";
import { checksOf } from "./support/check.ts";
import { settleAtOnce } from "./support/expect.ts";
import { returned, settle } from "./support/settle.ts";
import { t } from "./support/text.ts";

const check = checksOf<typeof stub>("02_address/address.ts");

const addresses = check({
  name: t(
    "inet_addr() makes one number of the four",
    "inet_addr()는 숫자 네 개를 정수 하나로 바꾼다",
  ),
  needs: ["inet_addr"],
  wire: false,
}, async ({ inet_addr }) => {
  for (const octets of low) await expectNumber(inet_addr, octets);
  // And once more, in another order.
  for (const octets of low.toReversed()) await expectNumber(inet_addr, octets);
});

check({
  name: t(
    "inet_addr() stays positive for 128.0.0.0 and above",
    "inet_addr()는 128.0.0.0 이상에서도 음수가 되지 않는다",
  ),
  needs: ["inet_addr"],
  wire: false,
  after: addresses,
}, async ({ inet_addr }) => {
  for (const octets of high) await expectNumber(inet_addr, octets);
});

check({
  name: t(
    "inet_addr() refuses what is not four numbers from 0 to 255",
    "inet_addr()는 0부터 255까지의 수 네 개가 아니면 거부한다",
  ),
  needs: ["inet_addr"],
  wire: false,
}, async ({ inet_addr }) => {
  for (const [texts, mistake] of malformed) {
    for (const text of texts) {
      const settled = await settle<unknown>(() => inet_addr(text));
      const accepted = noAddress(settled.value) ?? mistake;
      expectError(settled, "TypeError", callOf("inet_addr", text), accepted);
    }
  }
  // What was refused in between changes nothing.
  await expectNumber(inet_addr, first, { isKnown: true });
});

check({
  name: t(
    "inet_addr() refuses a zero in front of another digit",
    "inet_addr()는 다른 숫자 앞에 0이 붙어 있으면 거부한다",
  ),
  needs: ["inet_addr"],
  wire: false,
  extra: true,
}, async ({ inet_addr }) => {
  for (const text of ["01.2.3.4", "1.2.3.04", "1.2.00.4", "010.0.0.1"]) {
    const settled = await settle<unknown>(() => inet_addr(text));
    const call = callOf("inet_addr", text);
    expectError(settled, "TypeError", call, mistakes.acceptsLeadingZeros);
  }
});

check({
  name: t(
    "htons() gives a port as 2 bytes in network byte order",
    "htons()는 포트를 네트워크 바이트 순서의 2바이트로 바꾼다",
  ),
  needs: ["htons"],
  wire: false,
}, async ({ htons }) => {
  const some = someOctets(4, 5).map(([a, b]) => a * 256 + b);
  for (const port of [...ports, ...some]) {
    const settled = await settleAtOnce("htons", () => htons(port));
    expectNetworkOrder(settled, callOf("htons", port), bigEndian(port, 2));
  }
});

check({
  name: t(
    "htonl() gives an address as 4 bytes in network byte order",
    "htonl()은 주소를 네트워크 바이트 순서의 4바이트로 바꾼다",
  ),
  needs: ["htonl"],
  wire: false,
}, async ({ htonl }) => {
  for (const octets of [...low, ...high]) {
    const number = toNumber(octets);
    const settled = await settleAtOnce("htonl", () => htonl(number));
    expectNetworkOrder(settled, callOf("htonl", number), bigEndian(number, 4));
  }
});

for (const name of ["htons", "htonl"] as const) {
  const most = name === "htons" ? 0xffff : 0xffff_ffff;
  check({
    name: t(
      `${name}() refuses what is not a whole number from 0 to ${most}`,
      name === "htons"
        ? `htons()는 0부터 ${most}까지의 정수가 아니면 거부한다`
        : `htonl()은 0부터 ${most}까지의 정수가 아니면 거부한다`,
    ),
    needs: [name],
    wire: false,
  }, async (exercise) => {
    const values = [
      most + 1,
      -1,
      NaN,
      Infinity,
      -Infinity,
      most + 8081,
      -32768,
    ];
    for (const value of values) {
      const settled = await settle<unknown>(() => exercise[name](value));
      const accepted = Number.isNaN(value)
        ? mistakes.letsNanSlipThrough
        : { ...mistakes.letsTheNumberWrap, why: wraps(most) };
      expectError(settled, "RangeError", callOf(name, value), accepted);
    }
  });
  check({
    name: t(
      `${name}() refuses a fraction`,
      name === "htons"
        ? "htons()는 정수가 아닌 수를 거부한다"
        : "htonl()은 정수가 아닌 수를 거부한다",
    ),
    needs: [name],
    wire: false,
    extra: true,
  }, async (exercise) => {
    for (const value of [1.5, 80.5, 0.5, 1e-9, -0.5, most + 0.5, most - 0.5]) {
      const settled = await settle<unknown>(() => exercise[name](value));
      const accepted = mistakes.cutsOffTheFraction;
      expectError(settled, "RangeError", callOf(name, value), accepted);
    }
  });
}

const layout = check({
  name: t(
    "sockaddr_in() lays out the 16 bytes as the kernel reads them",
    "sockaddr_in()은 커널이 읽는 대로 16바이트를 배치한다",
  ),
  needs: ["sockaddr_in", "inet_addr", "htons", "htonl"],
  wire: false,
}, async ({ sockaddr_in }) => {
  for (const [octets, port] of pairs()) {
    const settled = await settleAtOnce(
      "sockaddr_in",
      () => sockaddr_in(octets.join("."), port),
    );
    expectLayout(settled, octets, port);
  }
});

check({
  name: t(
    "htons(), htonl() and sockaddr_in() return new bytes each time",
    "htons(), htonl(), sockaddr_in()은 호출할 때마다 새 바이트를 돌려준다",
  ),
  needs: ["sockaddr_in", "inet_addr", "htons", "htonl"],
  wire: false,
}, ({ htons, htonl, sockaddr_in }) => {
  expectOwnBytes("htons", htons(8080), () => htons(80));
  expectOwnBytes("htonl", htonl(0x01020304), () => htonl(0x7f000001));
  const bytes = sockaddr_in(lecture.join("."), 8080);
  expectOwnBytes("sockaddr_in", bytes, () => sockaddr_in("1.2.3.4", 80));
  // And not the same array for the same arguments either.
  expectNewBytes("htons", () => htons(443));
  expectNewBytes("htonl", () => htonl(0x05060708));
  expectNewBytes("sockaddr_in", () => sockaddr_in("5.6.7.8", 443));
  // And not out of a pool that begins again.
  expectNoPool("htons", (i) => htons(i & 0xffff));
  expectNoPool("htonl", (i) => htonl(i));
  expectNoPool("sockaddr_in", (i) => sockaddr_in("9.8.7.6", i & 0xffff));
});

check({
  name: t(
    "sockaddr_in() refuses a wrong address and a wrong port",
    "sockaddr_in()은 잘못된 주소와 잘못된 포트를 거부한다",
  ),
  needs: ["sockaddr_in", "inet_addr", "htons", "htonl"],
  wire: false,
}, async ({ sockaddr_in }) => {
  const texts = malformed.map(([[text]]) => text);
  for (const hostname of [...texts, "", "*", " 1.2.3.4", "1.2.3.4:80"]) {
    const settled = await settle<unknown>(() => sockaddr_in(hostname, 80));
    const call = callOf("sockaddr_in", hostname, 80);
    expectError(settled, "TypeError", call, mistakes.goesItsOwnWay);
  }
  for (const port of [65536, -1, NaN]) {
    const settled = await settle<unknown>(() => sockaddr_in("1.2.3.4", port));
    const call = callOf("sockaddr_in", "1.2.3.4", port);
    expectError(settled, "RangeError", call, mistakes.goesItsOwnWay);
  }
});

check({
  name: t(
    "A client that reads sockaddr_in()'s bytes reaches the server",
    "sockaddr_in()의 바이트를 읽은 클라이언트가 서버에 닿는다",
  ),
  needs: ["sockaddr_in", "inet_addr", "htons", "htonl"],
  wire: false,
  after: layout,
}, async ({ sockaddr_in }, wire) => {
  const server = wire.server();
  const { hostname, port } = server.address;
  const settled = await settle<unknown>(() => sockaddr_in(hostname, port));
  const octets = hostname.split(".").map(Number) as Octets;
  const bytes = expectLayout(settled, octets, port);
  await expectReached(wire, server, {
    hostname: `${bytes[4]}.${bytes[5]}.${bytes[6]}.${bytes[7]}`,
    port: bytes[2] * 256 + bytes[3],
  });
});

const reads = check({
  name: t(
    "parse_sockaddr_in() reads hostname and port back",
    "parse_sockaddr_in()은 hostname과 port를 읽어 낸다",
  ),
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
  name: t(
    "parse_sockaddr_in() does not mind the padding and what follows it",
    "parse_sockaddr_in()은 채움 바이트와 그 뒤에 오는 것을 따지지 않는다",
  ),
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
    const mistake = settled.error === undefined
      ? mistakes.looksFromTheEnd
      : mistakes.wantsExactly16Bytes;
    expectRead(settled, lecture, 8080, mistake, bytes);
    expectUnchanged(bytes, before);
  }
});

check({
  name: t(
    "parse_sockaddr_in() begins where its bytes begin",
    "parse_sockaddr_in()은 받은 바이트가 시작하는 곳부터 읽는다",
  ),
  needs: ["parse_sockaddr_in"],
  wire: false,
  extra: true,
  after: reads,
}, async ({ parse_sockaddr_in }) => {
  // As in a receive buffer: another address stands before the one we mean.
  const buffer = new Uint8Array(48);
  buffer.set(layOut([9, 9, 9, 9], 999));
  buffer.set(layOut(lecture, 8080), 19);
  const part = buffer.subarray(19, 35);
  const before = buffer.slice();
  const settled = await settle<unknown>(() => parse_sockaddr_in(part));
  const mistake = settled.error instanceof RangeError
    ? mistakes.readsThroughAUint16Array
    : mistakes.forgetsTheOffset;
  expectRead(settled, lecture, 8080, mistake);
  expectUnchanged(buffer, before);
});

check({
  name: t(
    "parse_sockaddr_in() returns a new object each time",
    "parse_sockaddr_in()은 호출할 때마다 새 객체를 돌려준다",
  ),
  needs: ["parse_sockaddr_in"],
  wire: false,
  after: reads,
}, async ({ parse_sockaddr_in }) => {
  const bytes = layOut(lecture, 8080);
  const mine = parse_sockaddr_in(bytes);
  const read = { ...mine };
  // Other bytes in the same buffer, as after the next receive().
  bytes.set(layOut([1, 2, 3, 4], 80));
  expectStays(mine, read, mistakes.readsTheBytesLater);
  const settled = await settle<unknown>(() => parse_sockaddr_in(bytes));
  const again = { ...settled, came: returned({ ...settled.value as object }) };
  expectRead(again, [1, 2, 3, 4], 80, mistakes.answersByWhatCameBefore);
  expectStays(mine, read, mistakes.givesOneObjectToAll);
  // What a caller writes into its result is its own affair.
  mine.hostname = "mine";
  bytes.set(layOut(lecture, 8080));
  const third = await settle<unknown>(() => parse_sockaddr_in(bytes));
  expectRead(third, lecture, 8080, mistakes.givesOneObjectToAll);
  expectNoPool("parse_sockaddr_in", () => parse_sockaddr_in(bytes));
});

check({
  name: t(
    "parse_sockaddr_in() refuses bytes that are no sockaddr_in",
    "parse_sockaddr_in()은 sockaddr_in이 아닌 바이트를 거부한다",
  ),
  needs: ["parse_sockaddr_in"],
  wire: false,
  after: reads,
}, async ({ parse_sockaddr_in }) => {
  const whole = layOut(lecture, 8080);
  // What was not received may still lie behind it in the buffer, or may not.
  const short = [15, 8, 7, 0].map((length) => whole.subarray(0, length));
  for (const bytes of [whole.slice(0, 15), ...short]) {
    const settled = await settle<unknown>(() => parse_sockaddr_in(bytes));
    const call = givenBytes(bytes.length);
    expectError(settled, "TypeError", call, mistakes.neverLooksAtTheLength);
  }
  for (const family of wrongFamilies) {
    const bytes = layOut(lecture, 8080);
    bytes.set(family);
    const settled = await settle<unknown>(() => parse_sockaddr_in(bytes));
    const accepted = family[1] === 0 && family[0] < 16
      ? mistakes.takesEveryFamily
      : mistakes.comparesOneByteOfTheFamily;
    expectError(settled, "TypeError", givenFamily(family), accepted);
  }
});

check({
  name: t(
    "A client reaches the server that parse_sockaddr_in() names",
    "parse_sockaddr_in()이 알려 준 서버에 클라이언트가 닿는다",
  ),
  needs: ["parse_sockaddr_in"],
  wire: false,
  after: reads,
}, async ({ parse_sockaddr_in }, wire) => {
  const server = wire.server();
  const { hostname, port } = server.address;
  const octets = hostname.split(".").map(Number) as Octets;
  const bytes = layOut(octets, port);
  const settled = await settle<unknown>(() => parse_sockaddr_in(bytes));
  expectRead(settled, octets, port);
  await expectReached(wire, server, { hostname, port });
});

/** Families that are not AF_INET, 02 00, and some that are nearly. */
const wrongFamilies = [
  [10, 0],
  [1, 0],
  [0, 0],
  [18, 0],
  [130, 0],
  [0, 2],
  [2, 1],
  [2, 2],
  [1, 1],
  [2, 128],
];

/** Texts that are no address, and the mistake that takes them for one. */
const malformed: [texts: string[], Mistake][] = [
  [["1.2.3.4 or 5.6.7.8"], mistakes.looksAtAPartOfTheText],
  [
    ["1,2,3,4", "1-2-3-4", "1x2x3x4", "1.2,3.4", "1:2:3:4"],
    mistakes.takesOtherSeparators,
  ],
  [["1.2.3.4\n5.6.7.8", "x\n1.2.3.4"], mistakes.asksLineByLine],
  [["256.1.1.1", "1.2.3.256", "1.2.999.4", "1.2.3.1000"], mistakes.accepts256],
  [
    ["1.2.3", "1.2.3.4.5", "", "0", "1", "16909060"],
    mistakes.doesNotCountTheNumbers,
  ],
  [["1..2.3", "1.2.3.", ".1.2.3", "..."], mistakes.takesAnEmptyPlaceForZero],
  [
    ["1..2.3.4", "1.2.3.4.", ".1.2.3.4", "1.2.3..4"],
    mistakes.leavesOutEmptyPlaces,
  ],
  [
    [
      " 1.2.3.4",
      "1.2.3.4 ",
      "1. 2.3.4",
      "1.2.3.4\n",
      "1.2.3. ",
      "1.2.3.4\u3000",
    ],
    mistakes.trimsTheText,
  ],
  [
    ["1.2.3.4a", "1.2.3.4/24", "1.2.3.4:80", "a.b.c.d"],
    mistakes.stopsAtTheFirstLetter,
  ],
  [
    ["localhost", "any", "*", "INADDR_ANY", "broadcasthost"],
    mistakes.takesNames,
  ],
  [["[1.2.3.4]", "::ffff:1.2.3.4", "1_0.2.3.4"], mistakes.takesOtherForms],
  [["1.2.3.4\0", "1.2.3.4\0.5"], mistakes.endsAtANul],
  [
    ["1.2.3.-4", "+1.2.3.4", "0x1.2.3.4", "1e1.2.3.4", "1.2.3.-0", "0b1.2.3.4"],
    mistakes.acceptsSignsAndHex,
  ],
  [["１.2.3.4", "1.2.3.４", "1.2.3.٤"], mistakes.takesOtherDigits],
  [["1.2.3.NaN", "NaN.2.3.4", "1.2.3.Infinity"], mistakes.takesNanForDigits],
];
