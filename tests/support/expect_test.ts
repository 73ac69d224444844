import assert from "node:assert/strict";
import { encode, payload } from "./bytes.ts";
import {
  expectAtOnce,
  expectConnection,
  expectSame,
  passedOn,
  settleAtOnce,
} from "./expect.ts";
import { expectBytes } from "./expect_bytes.ts";
import type { Passed } from "./expect.ts";
import { Failure } from "./failure.ts";
import type { Words } from "./failure.ts";
import { settle } from "./settle.ts";

const what = { en: "the answer", ko: "답" };

/** The words with which `body` fails. */
function wordsOf(body: () => void): Words {
  try {
    body();
  } catch (error) {
    if (error instanceof Failure) return error.words as Words;
    throw error;
  }
  throw new Error("it did not fail");
}

function wordsFor(actual: unknown, expected: string): Words {
  return wordsOf(() => expectBytes(actual, encode(expected), what));
}

Deno.test("expectBytes() lets equal bytes pass", () => {
  expectBytes(encode("hello"), encode("hello"), what);
  expectBytes(new Uint8Array(), encode(""), what);
  expectBytes(payload(1 << 20), payload(1 << 20), what);
});

Deno.test("expectBytes() shows where bytes are missing", () => {
  const { expected, came, why } = wordsFor(encode("hello"), "hello, world\n");
  for (const language of ["en", "ko"] as const) {
    assert.match(expected[language], /13(바이트| bytes).*"ello, world\\n"\.$/);
    assert.match(came[language], /^5(바이트| bytes).*: "ello"\.$/);
  }
  assert.match(came.en, /the last 8 bytes are missing/);
  assert.match(came.ko, /마지막 8바이트가 없습니다/);
  assert.match(why.en, /^One read\(\) or write\(\) moves/);
});

Deno.test("expectBytes() shows where bytes are too many", () => {
  const { came, why } = wordsFor(encode("hello\0\0\0"), "hello");
  for (const language of ["en", "ko"] as const) {
    assert.match(came[language], /^8.* 5.*: "ello\\x00\\x00\\x00"\.$/);
  }
  assert.match(why.en, /^More bytes than were sent/);
});

Deno.test("expectBytes() shows the first wrong byte", () => {
  const { came, why } = wordsFor(encode("hallo"), "hello");
  assert.match(came.en, /^5 bytes; .* byte 1: "hallo"\.$/);
  assert.match(came.ko, /^5바이트\. 1번 .*: "hallo"\.$/);
  assert.match(why.en, /^Usually one buffer is used for several reads/);
  assert.match(why.ko, /^대개 버퍼 하나를/);
});

Deno.test("expectBytes() shows a short part of a long answer", () => {
  const right = payload(100_000);
  const wrong = right.slice();
  wrong[99_990] ^= 1;
  const { came } = wordsOf(() => expectBytes(wrong, right, what));
  assert.match(came.en, /^100,000 bytes; .* byte 99,990: "/);
  assert.ok(came.en.length < 200, came.en);
});

Deno.test("expectBytes() says what came instead of bytes", () => {
  for (const value of [undefined, null, "hello", [104], new ArrayBuffer(5)]) {
    const { expected, came } = wordsFor(value, "hello");
    assert.equal(expected.en, "A Uint8Array with the answer.");
    assert.match(came.en, /^It returned /);
  }
});

Deno.test("expectBytes() takes the words of the lesson instead of its own", () => {
  const why = { en: "why", ko: "이유" };
  const look = { en: "look", ko: "여기" };
  const words = wordsOf(() =>
    expectBytes(encode("a"), encode("b"), what, { why, look })
  );
  assert.deepEqual([words.why, words.look], [why, look]);
});

Deno.test("expectBytes() knows bytes that were a text on their way", () => {
  const binary = Uint8Array.of(1, 0xff, 2);
  const back = encode(new TextDecoder().decode(binary));
  const { why, look } = wordsOf(() => expectBytes(back, binary, what));
  assert.match(why.en, /made into a text and back/);
  assert.match(look.en, /a string/);
  // Whoever has sent the bytes EF BF BD gets them back.
  const cut = wordsOf(() => expectBytes(back.subarray(0, 4), back, what));
  assert.match(cut.why.en, /moves as many bytes as it likes/);
});

Deno.test("expectConnection() lets a connection pass and nothing else", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  using conn = await Deno.connect(listener.addr as Deno.ConnectOptions);
  using accepted = await listener.accept();
  expectConnection(conn);
  expectConnection(accepted);
  for (const value of [undefined, null, 3, {}, listener, conn.read]) {
    const { came } = wordsOf(() => expectConnection(value));
    assert.match(came.en, /^It returned /);
  }
});

Deno.test("expectAtOnce() wants a result and no promise of it", () => {
  for (const value of [undefined, 3, { then: 1 }]) expectAtOnce(value, "ask");
  const { expected, came } = wordsOf(() =>
    expectAtOnce(Promise.resolve(3), "ask")
  );
  assert.equal(expected.en, "ask() returns its result at once.");
  assert.equal(expected.ko, "ask() 호출은 결과를 바로 돌려줍니다.");
  assert.match(came.en, /a promise/);
});

Deno.test("settleAtOnce() says how the call ended, and wants no promise", async () => {
  assert.equal((await settleAtOnce("ask", () => 3)).value, 3);
  const { error } = await settleAtOnce("ask", () => {
    throw new RangeError("no");
  });
  assert.ok(error instanceof RangeError);
  const late = () => settleAtOnce("ask", () => Promise.reject(new Error("no")));
  await assert.rejects(late, Failure);
});

Deno.test("expectSame() tells what became of an error on its way", async () => {
  const error = new Deno.errors.BrokenPipe("Broken pipe (os error 32)");
  const ways: [string, Passed, () => unknown][] = [
    ["", "the same", () => {
      throw error;
    }],
    ["swallowsTheError", "swallowed", () => undefined],
    ["changesTheError", "wrapped", () => {
      throw new Error("while writing", { cause: error });
    }],
    ["changesTheError", "renamed", () => {
      throw new Error(error.message);
    }],
    ["changesTheError", "renamed", () => {
      throw new Error(`cannot write: ${error.message}`);
    }],
    ["changesTheError", "copied", () => {
      throw new Deno.errors.BrokenPipe(error.message);
    }],
    ["changesTheError", "another", () => {
      throw new TypeError("conn.shutdown is not a function");
    }],
    ["changesTheError", "another", () => {
      throw undefined;
    }],
  ];
  for (const [mistake, way, call] of ways) {
    const settled = await settle(call);
    assert.equal(passedOn(error, settled), way);
    const expecting = () => expectSame(error, settled, "write");
    if (mistake === "") expecting();
    else {
      assert.throws(
        expecting,
        (failure: Failure) => (failure.words as Words).mistake === mistake,
      );
    }
  }
});

Deno.test("expectSame() says in the lesson's words what it is told to say", async () => {
  const settled = await settle(() => 1);
  const why = { en: "because", ko: "까닭" };
  assert.throws(
    () =>
      expectSame(null, settled, "read", {
        swallowed: { why, mistake: "mine" },
        wrapped: { mistake: "other" },
      }),
    ({ words }: Failure) =>
      (words as Words).why === why && (words as Words).mistake === "mine" &&
      (words as Words).expected.en.includes("null"),
  );
});

Deno.test("expectSame() is content with a value that is no error", async () => {
  for (const thrown of [undefined, null, 0, "", false, NaN]) {
    const settled = await settle(() => Promise.reject(thrown));
    expectSame(thrown, settled, "connect");
    assert.match(settled.came.en, /^It threw .*, which is no error\.$/);
  }
});
