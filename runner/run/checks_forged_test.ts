import assert from "node:assert/strict";
import { connectingBy, judgeText, solved } from "../fixtures/judge_text.ts";

/** What a file would print that wants to look passed. */
const claim = [
  "",
  '    ok 1 - socketlings {"name":"x","state":"passed","message":""}',
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => `ok ${n} - forged`),
  "1..7",
  "",
].map((line) => line.replaceAll('"', '\\"')).join("\\n");

const ways: [string, string][] = [
  ["console.log()", `console.log("${claim}");`],
  ["standard output", `process.stdout.write("${claim}");`],
  ["file descriptor 1", `fs.writeSync(1, "${claim}");`],
  [
    "the stream of standard output",
    `await Deno.stdout.writable.getWriter()
      .write(new TextEncoder().encode("${claim}"));`,
  ],
];

for (const [name, print] of ways) {
  Deno.test(`runChecks() is not misled by ${name}`, async () => {
    const judged = await judgeText(
      `import fs from "node:fs";\nimport process from "node:process";\n` +
        connectingBy(`  ${print}\n  return {} as Deno.TcpConn;`),
    );
    assert.equal(judged.state, "failed", judged.words);
    assert.ok(judged.checks.length > 7);
    assert.equal(judged.checks[0].state, "failed");
    assert.ok(judged.checks.every(({ name }) => name !== "forged"));
  });
}

Deno.test("runChecks() is not misled by a Deno.test() of the file", async () => {
  const judged = await judgeText(
    connectingBy('  Deno.test("forged", () => {});\n  throw null;'),
  );
  assert.equal(judged.state, "failed");
  assert.ok(judged.checks.length > 7);
  assert.match(judged.words, /Nested Deno\.test\(\)/);
});

Deno.test("runChecks() reads CRLF and a byte order mark", async () => {
  const judged = await judgeText(`\ufeff${solved.replaceAll("\n", "\r\n")}`);
  assert.equal(judged.state, "passed", judged.words);
});
