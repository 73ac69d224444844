import type * as stub from "./stubs/04_read_write/read_write.ts";
import {
  expectAwaited,
  expectBreakThrown,
  expectErrorOf,
  expectNotClosed,
  expectOneByOne,
  expectPassedOn,
  expectRead,
  expectText,
  expectUntouched,
  readParts,
  receiveWritten,
  throwOn,
} from "./04_read_write/expect.ts";
import {
  callsOf,
  causeInWriting,
  mostAtOnce,
} from "./04_read_write/diagnose.ts";
import { delayWrites } from "./04_read_write/watch.ts";
import {
  eachItsOwn,
  endedAfter,
  readTooFar,
  returnedText,
  taken,
  toldByAnother,
  tookTogether,
  unexpectedEof,
  withReplacement,
  withReplacementWithin,
} from "./04_read_write/sentences.ts";
import { mistakes, named } from "./04_read_write/words.ts";
import {
  awkward,
  encode,
  firstDifference,
  join,
  numberedLines,
  payload,
} from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import {
  deliver,
  deliverLong,
  firstOfLong,
  longAfter,
  readsOf,
} from "./support/network/deliver.ts";
import { expectBytes } from "./support/expect_bytes.ts";
import { expect } from "./support/failure.ts";
import { everyCut, everyStart, segments } from "./support/network/segments.ts";
import { lacksResets } from "./support/resets.ts";
import { settle } from "./support/settle.ts";
import { t } from "./support/text.ts";
import { waitsIn } from "./support/network/stillness.ts";
import {
  expectEachRight,
  inTurns,
  sharesBetweenCalls,
  twice,
} from "./support/network/twice.ts";
import { bytesMoved, pending } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("04_read_write/read_write.ts");
const otherEnd = t("the other end", "상대");
/** More than 6 MiB. */
const long = longAfter(1);
/** 28 bytes: after writes of three bytes each, one byte is left. */
const korean = "소켓은 스트림이다.\r\n";

/** All that code changes which takes bytes for a text: see `awkward`. */
const odd = join([encode("\ufeff"), ...awkward.map(({ bytes }) => bytes)]);
/** Two texts of the same length, and how they come: cut within a character. */
const two = ["첫째 연결의 소켓", "둘째 연결의 포트"];
const halves = [
  segments(two[0], { cutAt: [4, 20] }),
  segments(two[1], { cutAt: [2, 18] }),
] as const;

const writesAll = check({
  name: t(
    "writeAll() writes every byte, though each write takes only a few",
    "쓰기 한 번이 조금씩만 받아 가도 writeAll()은 모두 쓴다",
  ),
  needs: ["writeAll"],
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair({ write: 3 });
  const bytes = encode(korean);
  // A window on a larger buffer, as a caller may have it.
  const buffer = new Uint8Array(bytes.length + 20).fill(0x23);
  buffer.set(bytes, 10);
  const before = buffer.slice();
  const writing = delayWrites(conn);
  const lent = buffer.subarray(10, 10 + bytes.length);
  throwOn(await settle(() => writeAll(conn, lent)));
  expectAwaited(writing.now > 0);
  expectUntouched(buffer, before);
  expectNotClosed(conn, wire);
  const received = await receiveWritten(conn, peer, wire);
  const writes = callsOf(wire.log, "write");
  const cause = causeInWriting({ received, bytes, writes, ...writing });
  expectBytes(received, bytes, named.received, cause);
});

check({
  name: t(
    "writeAll() leaves the connection open for its owner",
    "writeAll()은 주인이 계속 쓰도록 연결을 열어 둔다",
  ),
  needs: ["writeAll"],
  after: writesAll,
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  throwOn(await settle(() => writeAll(conn, encode("one "))));
  const { error, came } = await settle(() => writeAll(conn, encode("two")));
  expect(error === undefined, { ...mistakes.keepsTheLockOfTheWriter, came });
  expectNotClosed(conn, wire);
  // Nothing to write is not the end of anything either.
  throwOn(await settle(() => writeAll(conn, new Uint8Array())));
  expectNotClosed(conn, wire);
  const received = await receiveWritten(conn, peer, wire);
  expectBytes(received, encode("one two"), named.ofTwoCalls);
  // Open in both directions: an answer still comes in.
  await peer.send("ok");
  await conn.read(new Uint8Array(2));
});

check({
  name: t(
    "writeAll() writes a long message in its order",
    "writeAll()은 긴 메시지를 순서대로 쓴다",
  ),
  needs: ["writeAll"],
  after: writesAll,
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  // Shorter than a piece that somebody may cut, and no part of its length.
  const [conn, peer] = await wire.pair({ write: 999 });
  const bytes = join([odd, encode(numberedLines(128 * 1024))]);
  const writing = delayWrites(conn);
  const receiving = settle(() => peer.receive(bytes.length));
  throwOn(await settle(() => writeAll(conn, bytes)));
  expectAwaited(writing.now > 0);
  expectOneByOne(writing.most);
  const moved = bytesMoved(wire.log, wire.socket(conn), "write");
  expect(moved === bytes.length, {
    ...mistakes.stopsWritingEarly,
    ...taken(moved, bytes.length),
    why: tookTogether(callsOf(wire.log, "write").length, moved, bytes.length),
  });
  expectBytes((await receiving).value, bytes, named.received);
});

check({
  name: t(
    "writeAll() is done only when the kernel has taken all 6 MiB",
    "writeAll()은 커널이 6 MiB를 모두 받아 간 뒤에야 끝난다",
  ),
  needs: ["writeAll"],
  after: writesAll,
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  const bytes = payload(6 * 1024 * 1024);
  const running = settle(() => writeAll(conn, bytes));
  // For as long as it takes, nobody reads.
  await Promise.race([running, waitsIn(wire, "write")]);
  const receiving = settle(() => peer.receive(bytes.length));
  throwOn(await running);
  expectAwaited(pending(wire.log, "student").length > 0);
  expectOneByOne(mostAtOnce(callsOf(wire.log, "write")));
  const moved = bytesMoved(wire.log, wire.socket(conn), "write");
  expect(moved === bytes.length, {
    ...mistakes.givesUpOnASlowReader,
    ...taken(moved, bytes.length),
  });
  expectBytes((await receiving).value, bytes, named.received);
});

check({
  name: t(
    "writeAll() throws on the error of a broken connection",
    "writeAll()은 끊어진 연결의 오류를 그대로 던진다",
  ),
  needs: ["writeAll"],
  after: writesAll,
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  const write = (conn: Deno.TcpConn) => writeAll(conn, encode("one two"));
  await expectPassedOn("write", write, wire);
  wire.log.events.length = 0;
  const [conn, peer] = await wire.resettingPair();
  peer.reset();
  // The first bytes may still find room; after the reset nothing does.
  const bytes = payload(6 * 1024 * 1024);
  const settled = await settle(() => writeAll(conn, bytes));
  expectErrorOf("write", "writeAll", settled, wire);
  // conn.writable closes by itself here, so who uses it cannot do otherwise.
  const closed = wire.log.events.some(({ call, byStream = false }) =>
    call === "close" && !byStream
  );
  expect(!closed, mistakes.closesWhenAWriteFails);
});

check({
  name: t(
    "writeAll() can write to two connections at once",
    "writeAll()은 두 연결에 동시에 쓸 수 있다",
  ),
  needs: ["writeAll"],
  after: writesAll,
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  const ends = [await wire.pair({ write: 3 }), await wire.pair({ write: 3 })];
  const runs = ends.map(([conn], i) => () => writeAll(conn, encode(two[i])));
  const each = await inTurns(wire, runs, []);
  expectEachRight(each, () => true, { expected: eachItsOwn });
  for (const [i, [conn, peer]] of ends.entries()) {
    const received = await receiveWritten(conn, peer, wire);
    expectBytes(received, encode(two[i]), named.received, sharesBetweenCalls);
  }
});

const readsExactly = check({
  name: t(
    "readExactly() collects a message that comes in pieces",
    "readExactly()는 조각조각 오는 메시지를 모은다",
  ),
  needs: ["readExactly"],
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  // The second has a last piece of one byte.
  for (const message of ["one message", "one message more"].map(encode)) {
    const [conn, peer] = await wire.pair({ read: 3 });
    await peer.send(message);
    const settled = await settle(() => readExactly(conn, message.length));
    expectRead(settled, message, wire);
    expectNotClosed(conn, wire);
  }
  // The end of the stream behind it is no part of it, and no error.
  for (const message of [payload(500), odd]) {
    const read = (conn: Deno.TcpConn) => readExactly(conn, message.length);
    const pieces = segments(message, { seed: 1 });
    wire.log.events.length = 0;
    expectRead(await readParts(read, pieces, wire), message, wire);
  }
});

check({
  name: t(
    "readExactly() leaves the next message to the next call",
    "readExactly()는 다음 메시지를 다음 호출에 남겨 둔다",
  ),
  needs: ["readExactly"],
  after: readsExactly,
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  const [first, second] = [encode("first"), encode("second")];
  // With short reads the next message is there when a part is missing.
  for (const limits of [{}, { read: 3 }]) {
    const [conn, peer] = await wire.pair(limits);
    await peer.send("firstsecond");
    const settled = await settle(() => readExactly(conn, first.length));
    throwOn(settled);
    const moved = bytesMoved(wire.log, wire.socket(conn), "read");
    expect(moved <= first.length, {
      ...mistakes.readsBeyondTheMessage,
      ...readTooFar(moved, first.length),
    });
    expectRead(settled, first, wire);
    expectNotClosed(conn, wire);
    const next = await settle(() => readExactly(conn, second.length));
    expectRead(next, second, wire);
    const { keepsOneBufferForAllCalls } = mistakes;
    expectBytes(
      settled.value,
      first,
      named.firstAgain,
      keepsOneBufferForAllCalls,
    );
  }
});

check({
  name: t(
    "readExactly() collects a message of several MiB",
    "readExactly()는 몇 MiB나 되는 메시지도 모은다",
  ),
  needs: ["readExactly"],
  after: readsExactly,
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  // The first message shows how much each read takes.
  let size = firstOfLong;
  for (const seed of [1, 2]) {
    const message = payload(size, seed);
    wire.log.events.length = 0;
    const reading = settle(() => readExactly(conn, size));
    const parts = segments(message, { cutAt: [100] });
    const sending = settle(() => deliver(peer, parts, { reader: reading }));
    expectRead(await reading, message, wire);
    await sending;
    size = longAfter(readsOf(wire.log) - 1);
    // Who reads byte by byte has done enough.
    if (size === firstOfLong) break;
  }
});

check({
  name: t(
    "readExactly() can read from two connections at once",
    "readExactly()는 두 연결에서 동시에 읽을 수 있다",
  ),
  needs: ["readExactly"],
  after: readsExactly,
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  const run = (conn: Deno.TcpConn) => readExactly(conn, encode(two[0]).length);
  const each = await twice(wire, run, halves);
  const isRight = (value: unknown, i: number) => isText(value, two[i]);
  expectEachRight(each, isRight, { expected: eachItsOwn });
});

check({
  name: t(
    "readExactly() throws UnexpectedEof when the stream ends before",
    "readExactly()는 스트림이 먼저 끝나면 UnexpectedEof를 던진다",
  ),
  needs: ["readExactly"],
  after: readsExactly,
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  for (const parts of everyStart(["hel", "l"]).reverse()) {
    const { length } = parts.join("");
    const [conn, peer] = await wire.pair();
    const reading = settle(() => readExactly(conn, 5));
    await deliver(peer, parts, { reader: reading, then: "end" });
    const { error, came } = await reading;
    expect(error instanceof Deno.errors.UnexpectedEof, {
      expected: unexpectedEof,
      came,
      ...error === undefined
        ? { ...mistakes.takesAnEarlyEndForSuccess, why: endedAfter(length) }
        : { ...mistakes.throwsAnErrorOfItsOwn, why: toldByAnother(length) },
    });
    // Half-closed is not closed: its owner may still say what was wrong.
    expectNotClosed(conn, wire);
  }
});

check({
  name: t(
    "readExactly() does not take a broken connection for the end",
    "readExactly()는 끊어진 연결을 스트림의 끝으로 여기지 않는다",
  ),
  needs: ["readExactly"],
  after: readsExactly,
  lacks: lacksResets,
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  await expectBreakThrown("readExactly", (conn) => readExactly(conn, 20), wire);
});

check({
  name: t(
    "readExactly() of 0 bytes gives an empty array and does not wait",
    "readExactly()로 0바이트를 읽으면 기다리지 않고 빈 배열을 준다",
  ),
  needs: ["readExactly"],
  after: readsExactly,
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  expectBytes(await readExactly(conn, 0), new Uint8Array(), named.none);
  // The connection is as it was: the next message is all there.
  await peer.send("next");
  const settled = await settle(() => readExactly(conn, 4));
  expectRead(settled, encode("next"), wire);
});

const readsToEnd = check({
  name: t(
    "readToEnd() gives all pieces, one after the other",
    "readToEnd()는 모든 조각을 순서대로 이어 돌려준다",
  ),
  needs: ["readToEnd"],
}, async ({ readToEnd }, wire) => {
  wire.call(otherEnd);
  for (
    const pieces of [
      ["one, ", "two, ", "three"].map(encode),
      segments(payload(500), { seed: 1 }),
      segments(odd, { seed: 1 }),
    ]
  ) {
    wire.log.events.length = 0;
    expectRead(await readParts(readToEnd, pieces, wire), join(pieces), wire);
  }
});

check({
  name: t(
    "readToEnd() gives an empty array when nothing comes before the end",
    "readToEnd()는 아무것도 오지 않고 끝나면 빈 배열을 준다",
  ),
  needs: ["readToEnd"],
  after: readsToEnd,
}, async ({ readToEnd }, wire) => {
  wire.call(otherEnd);
  const settled = await readParts(readToEnd, [], wire);
  throwOn(settled);
  expectBytes(settled.value, new Uint8Array(), named.none);
});

check({
  name: t(
    "readToEnd() reads more than its buffer has room for",
    "readToEnd()는 버퍼에 다 들어가지 않을 만큼 많이 와도 모두 읽는다",
  ),
  needs: ["readToEnd"],
  after: readsToEnd,
}, async ({ readToEnd }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  const reading = settle(() => readToEnd(conn));
  const sent = await deliverLong(wire, peer, payload(long), reading, "end");
  expectRead(await reading, sent, wire);
});

check({
  name: t(
    "readToEnd() can read from two connections at once",
    "readToEnd()는 두 연결에서 동시에 읽을 수 있다",
  ),
  needs: ["readToEnd"],
  after: readsToEnd,
}, async ({ readToEnd }, wire) => {
  wire.call(otherEnd);
  const run = (conn: Deno.TcpConn) => readToEnd(conn);
  const each = await twice(wire, run, halves);
  const isRight = (value: unknown, i: number) => isText(value, two[i]);
  expectEachRight(each, isRight, { expected: eachItsOwn });
});

check({
  name: t(
    "readToEnd() does not take a broken connection for the end",
    "readToEnd()는 끊어진 연결을 스트림의 끝으로 여기지 않는다",
  ),
  needs: ["readToEnd"],
  after: readsToEnd,
  lacks: lacksResets,
}, async ({ readToEnd }, wire) => {
  wire.call(otherEnd);
  await expectBreakThrown("readToEnd", readToEnd, wire);
});

const readsText = check({
  name: t(
    "readText() gives the whole text",
    "readText()는 텍스트를 모두 돌려준다",
  ),
  needs: ["readText"],
}, async ({ readText }, wire) => {
  wire.call(otherEnd);
  const lines = ["첫째 줄\n", "둘째 줄\n"];
  expectText(await readParts(readText, lines, wire), lines.join(""), wire);
});

check({
  name: t(
    "readText() keeps characters whole, wherever the bytes are cut",
    "readText()는 바이트가 어디서 잘려도 글자를 온전히 지킨다",
  ),
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  wire.call(otherEnd);
  const text = "소켓 é 😀";
  for (
    const pieces of [...everyCut(text), segments(text, "one byte at a time")]
  ) {
    expectText(await readParts(readText, pieces, wire), text, wire, pieces);
  }
});

check({
  name: t(
    "readText() changes no character, whatever it is",
    "readText()는 어떤 글자도 바꾸지 않는다",
  ),
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  wire.call(otherEnd);
  const text = "\t\u1112\u1161\u11ab\0 a\r\nb\rc\u2028d\n\n\ufeffe \r\n";
  // At once, and each character by itself: a decoder may begin anew with each.
  for (const parts of [[text], [...text]]) {
    wire.log.events.length = 0;
    expectText(await readParts(readText, parts, wire), text, wire);
  }
  const others = awkward.map(({ text = "" }) => text);
  // What becomes of � is for another check.
  const all = text + others.filter((text) => !text.includes("\ufffd")).join();
  wire.log.events.length = 0;
  expectText(await readParts(readText, [all], wire), all, wire);
});

check({
  name: t(
    "readText() gives a long text whole",
    "readText()는 긴 텍스트도 모두 돌려준다",
  ),
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  const reading = settle(() => readText(conn));
  const bytes = encode(numberedLines(long));
  const sent = await deliverLong(wire, peer, bytes, reading, "end");
  expectText(await reading, new TextDecoder().decode(sent), wire);
});

check({
  name: t(
    "readText() shows bytes that are not UTF-8",
    "readText()는 UTF-8이 아닌 바이트가 있음을 보여 준다",
  ),
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  wire.call(otherEnd);
  const pieces = ["one ", Uint8Array.of(0xff), " two"];
  const { value, error, came } = await readParts(readText, pieces, wire);
  expect(value === "one \ufffd two", {
    expected: withReplacementWithin,
    came: typeof value === "string" ? returnedText(value) : came,
    ...error !== undefined
      ? mistakes.letsTheDecoderThrow
      : value === "one  two"
      ? mistakes.leavesOutWhatIsNoText
      : mistakes.putsAnotherCharacterForIt,
  });
});

check({
  name: t(
    "readText() gives an empty text when nothing comes before the end",
    "readText()는 아무것도 오지 않고 끝나면 빈 문자열을 준다",
  ),
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  wire.call(otherEnd);
  expectText(await readParts(readText, [], wire), "", wire);
});

check({
  name: t(
    "readText() shows a character that the end of the stream has cut",
    "readText()는 스트림의 끝에서 잘린 글자가 있음을 보여 준다",
  ),
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  wire.call(otherEnd);
  for (const [half] of everyCut("왔")) {
    const pieces = ["끝까지 ", half];
    const { value, error, came } = await readParts(readText, pieces, wire);
    expect(value === "끝까지 \ufffd", {
      expected: withReplacement,
      came,
      ...error !== undefined
        ? mistakes.letsTheDecoderThrow
        : value === "끝까지 "
        ? mistakes.hidesTheHalfCharacter
        : mistakes.putsAnotherCharacterForIt,
    });
  }
});

check({
  name: t(
    "readText() can read from two connections at once",
    "readText()는 두 연결에서 동시에 읽을 수 있다",
  ),
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  wire.call(otherEnd);
  const run = (conn: Deno.TcpConn) => readText(conn);
  const each = await twice(wire, run, halves);
  const isRight = (value: unknown, i: number) => value === two[i];
  expectEachRight(each, isRight, { expected: eachItsOwn });
});

check({
  name: t(
    "readText() does not take a broken connection for the end",
    "readText()는 끊어진 연결을 스트림의 끝으로 여기지 않는다",
  ),
  needs: ["readText"],
  after: readsText,
  lacks: lacksResets,
}, async ({ readText }, wire) => {
  wire.call(otherEnd);
  await expectBreakThrown("readText", readText, wire);
});

function isText(value: unknown, text: string): boolean {
  return value instanceof Uint8Array &&
    firstDifference(value, encode(text)) === undefined;
}
