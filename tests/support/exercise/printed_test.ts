import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { capturePrinting, keptCharacters } from "./printed.ts";
import { createScope, runInScope } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";

const methods = ["log", "info", "debug", "warn", "error"] as const;

/**
 * Runs `body` while printing is captured in a new scope, and puts the methods
 * of this process back. What came through to the terminal is in `shown`.
 */
async function captured(
  silent: boolean,
  body: (scope: Scope) => unknown,
): Promise<{ scope: Scope; shown: string[] }> {
  const shown: string[] = [];
  const before = methods.map((method) => console[method]);
  const streams = [Deno.stdout, Deno.stderr];
  const writes = streams.map(({ write, writeSync }) => ({ write, writeSync }));
  for (const method of methods) {
    console[method] = (...values) => void shown.push(values.join(" "));
  }
  for (const stream of streams) {
    stream.writeSync = (bytes) => {
      shown.push(new TextDecoder().decode(bytes));
      return bytes.length;
    };
  }
  const scope = createScope();
  try {
    capturePrinting(silent);
    await runInScope(scope, () => body(scope));
    console.log("outside");
  } finally {
    methods.forEach((method, i) => console[method] = before[i]);
    streams.forEach((stream, i) => Object.assign(stream, writes[i]));
  }
  assert.equal(shown.pop(), "outside");
  return { scope, shown };
}

Deno.test("capturePrinting() keeps what each method of console prints", async () => {
  const { scope, shown } = await captured(true, () => {
    for (const method of methods) console[method](method, 1);
  });
  assert.equal(scope.printed.text, "log 1\ninfo 1\ndebug 1\nwarn 1\nerror 1\n");
  assert.deepEqual(shown, []);
});

Deno.test("capturePrinting() shows objects as console does", async () => {
  const { scope } = await captured(true, () => {
    console.log("got", { n: 3 }, Uint8Array.of(1), "a\tb", null);
    console.log();
  });
  assert.equal(
    scope.printed.text,
    "got { n: 3 } Uint8Array(1) [ 1 ] a\tb null\n\n",
  );
});

Deno.test("capturePrinting() keeps what is written to standard output", async () => {
  const { scope, shown } = await captured(true, async () => {
    assert.equal(Deno.stdout.writeSync(encode("one ")), 4);
    assert.equal(await Deno.stdout.write(encode("two ")), 4);
    assert.equal(await Deno.stderr.write(encode("three")), 5);
  });
  assert.equal(scope.printed.text, "one two three");
  assert.deepEqual(shown, []);
});

Deno.test("capturePrinting() prints as well unless it is silent", async () => {
  const { scope, shown } = await captured(false, () => {
    console.log("hi");
    Deno.stdout.writeSync(encode("there"));
  });
  assert.deepEqual(shown, ["hi", "there"]);
  assert.equal(scope.printed.text, "hi\nthere");
});

Deno.test("capturePrinting() cuts what is kept, and counts the rest", async () => {
  const { scope } = await captured(true, () => {
    console.log("x".repeat(keptCharacters - 10));
    console.log("y".repeat(50));
    console.log("z");
  });
  const { text, bytes } = scope.printed;
  assert.equal(text.length, keptCharacters);
  assert.ok(text.endsWith("\n" + "y".repeat(9)), text.slice(-12));
  assert.ok(bytes > keptCharacters);
});

Deno.test("capturePrinting() formats nothing that nobody will see", async () => {
  let formatted = 0;
  const costly = {
    [Symbol.for("Deno.customInspect")]() {
      formatted++;
      return "x".repeat(100);
    },
  };
  const { scope } = await captured(true, () => {
    for (let i = 0; i < 100_000; i++) console.log(costly);
  });
  assert.equal(scope.printed.text.length, keptCharacters);
  assert.ok(formatted <= keptCharacters / 100, `${formatted} times`);
});

Deno.test("capturePrinting() keeps the output of two checks apart", async () => {
  const [one, two] = [createScope(), createScope()];
  await captured(true, async () => {
    await Promise.all(
      [one, two].map((scope, i) =>
        runInScope(scope, async () => {
          console.log(`${i} begins`);
          await new Promise((resolve) => setTimeout(resolve, 0));
          console.log(`${i} ends`);
        })
      ),
    );
  });
  assert.equal(one.printed.text, "0 begins\n0 ends\n");
  assert.equal(two.printed.text, "1 begins\n1 ends\n");
});

Deno.test("capturePrinting() keeps of a printed stack what is the student's", async () => {
  const stack = "Error: no\n" +
    "    at ask (file:///c/lessons/03_connect/connect.ts:1:2)\n" +
    "    at run (file:///c/tests/support/verdict/judge.ts:3:4)\n" +
    "    at file:///c/tests/03_connect_test.ts:5:6\n" +
    "    at innerWrapped (ext:cli/40_test.js:300:5)\n";
  const { scope } = await captured(true, () => console.log(stack));
  assert.equal(
    scope.printed.text,
    "Error: no\n" +
      "    at ask (file:///c/lessons/03_connect/connect.ts:1:2)\n\n",
  );
});
