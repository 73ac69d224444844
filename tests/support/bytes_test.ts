import assert from "node:assert/strict";
import { count, encode, firstDifference, join } from "./bytes.ts";
import {
  awkward,
  differenceOf,
  longLine,
  noise,
  payload,
  show,
} from "./bytes.ts";

Deno.test("show() quotes printable ASCII as it is", () => {
  assert.equal(show(encode("GET / HTTP/1.1")), '"GET / HTTP/1.1"');
  assert.equal(show(new Uint8Array()), '""');
});

Deno.test("show() escapes what would break a line or a quote", () => {
  assert.equal(show(encode('a\r\n\t"\\')), '"a\\r\\n\\t\\"\\\\"');
  assert.equal(
    show(Uint8Array.of(0, 0x1f, 0x7f, 0xff)),
    '"\\x00\\x1f\\x7f\\xff"',
  );
});

Deno.test("show() keeps whole UTF-8 characters of every length", () => {
  assert.equal(show(encode("é한🐚")), '"é한🐚"');
  // The sign that decoders write for what is no UTF-8 may be sent as well.
  assert.equal(show(encode("\ufffd")), '"\ufffd"');
});

Deno.test("show() escapes the bytes of a character that is cut", () => {
  assert.equal(show(encode("한").subarray(0, 2)), '"\\xed\\x95"');
  assert.equal(show(encode("한").subarray(1)), '"\\x95\\x9c"');
  assert.equal(show(encode("한글"), 4), '"한\\xea"…+2');
});

Deno.test("show() escapes what is no UTF-8", () => {
  // An overlong slash, and half of a surrogate pair.
  assert.equal(show(Uint8Array.of(0xc0, 0xaf)), '"\\xc0\\xaf"');
  assert.equal(show(Uint8Array.of(0xed, 0xa0, 0x80)), '"\\xed\\xa0\\x80"');
});

Deno.test("show() cuts after 32 bytes and counts the rest", () => {
  const line = "0123456789abcdef0123456789abcdef";
  assert.equal(show(encode(line)), `"${line}"`);
  assert.equal(show(encode(line + "!")), `"${line}"…+1`);
});

Deno.test("show() counts what was left out of a sample", () => {
  assert.equal(show(encode("ab"), 32, 2), '"ab"');
  assert.equal(show(encode("ab"), 32, 1000), '"ab"…+998');
  assert.equal(show(encode("ab"), 1, 1000), '"a"…+999');
});

Deno.test("firstDifference() finds the first wrong byte", () => {
  assert.equal(firstDifference(encode("abc"), encode("abc")), undefined);
  assert.equal(firstDifference(encode("abc"), encode("xbx")), 0);
  assert.equal(firstDifference(encode("abc"), encode("abx")), 2);
});

Deno.test("firstDifference() counts a missing byte as a difference", () => {
  assert.equal(firstDifference(encode("ab"), encode("abc")), 2);
  assert.equal(firstDifference(encode("abc"), encode("ab")), 2);
  assert.equal(firstDifference(encode(""), encode("")), undefined);
});

Deno.test("payload() gives the same bytes for one seed", () => {
  assert.deepEqual(payload(1000), payload(1000, 1));
  assert.deepEqual(payload(10), payload(1000).slice(0, 10));
});

Deno.test("payload() gives other bytes for another seed", () => {
  for (const seed of [0, 2, 3, 26, 27, 500]) {
    assert.notDeepEqual(payload(64, seed), payload(64, 1), `seed ${seed}`);
  }
});

Deno.test("payload() has the size that was asked for", () => {
  for (const size of [0, 1, 3, 4, 5, 65_537]) {
    assert.equal(payload(size).length, size);
  }
});

Deno.test("payload() does not repeat a part, so that exchanges show", () => {
  const size = 640 * 1024;
  const parts = new Set<string>();
  for (const seed of [1, 2, 27]) {
    const bytes = payload(size, seed);
    for (let at = 0; at < size; at += 10) {
      parts.add(bytes.subarray(at, at + 10).join());
    }
  }
  assert.equal(parts.size, 3 * size / 10);
});

Deno.test("payload() is no UTF-8, and has ends of lines and of texts in it", () => {
  const bytes = payload(100);
  assert.throws(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  for (const byte of [0, 0x0a, 0x0d, 0x1a]) assert.ok(bytes.includes(byte));
});

Deno.test("longLine() is one line of ASCII", () => {
  const line = new TextDecoder().decode(longLine(1000));
  assert.match(line, /^[A-Z\d. ]{1000}$/);
});

Deno.test("awkward has each text as the bytes that it is", () => {
  for (const { name, bytes, text } of awkward) {
    const back = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    if (text === undefined) assert.ok(back.includes("\ufffd"), name.en);
    else assert.equal(back, text, name.en);
  }
});

Deno.test("differenceOf() tells what is missing, doubled, displaced or more", () => {
  const all = payload(64 * 1024);
  const [a, b, c, d] = [0, 1, 2, 3].map((i) =>
    all.subarray(i * 16 * 1024, (i + 1) * 16 * 1024)
  );
  const size = 16 * 1024;
  const of = (...parts: Uint8Array[]) => differenceOf(join(parts), all);
  assert.equal(of(a, b, c, d), undefined);
  assert.deepEqual(of(a, b), { kind: "cut", at: 2 * size, size: 2 * size });
  assert.deepEqual(of(a, c, d), { kind: "missing", at: size, size });
  assert.deepEqual(of(a, b, b, c, d), {
    kind: "doubled",
    at: 2 * size,
    size,
    place: size,
  });
  assert.deepEqual(of(a, c, b, d), {
    kind: "displaced",
    at: size,
    size,
    place: 2 * size,
  });
  assert.deepEqual(of(a, b, c, d, new Uint8Array(9)), {
    kind: "longer",
    at: 4 * size,
    size: 9,
  });
  assert.equal(of(a, payload(size, 2), c, d)?.kind, "other");
  assert.equal(of(a, b, c, d, a)?.kind, "doubled");
});

Deno.test("join() keeps the order and makes a copy", () => {
  const first = encode("ab");
  const whole = join([first, new Uint8Array(), encode("c")]);
  first[0] = 0;
  assert.deepEqual(whole, encode("abc"));
  assert.equal(join([]).length, 0);
});

Deno.test("count() says one byte, no bytes and many bytes", () => {
  assert.deepEqual(count(1), { en: "1 byte", ko: "1바이트" });
  assert.deepEqual(count(0), { en: "0 bytes", ko: "0바이트" });
  assert.deepEqual(count(6291456), {
    en: "6,291,456 bytes",
    ko: "6,291,456바이트",
  });
});

Deno.test("payload() and noise() are others for another run", () => {
  for (const make of [payload, noise]) {
    const runs = [0, 1, 2, 999].map((run) => make(64, 7, run).join());
    assert.equal(new Set(runs).size, runs.length);
    assert.equal(make(64, 7, 2).join(), runs[2]);
    assert.equal(make(64, 7).join(), runs[0]);
  }
});
