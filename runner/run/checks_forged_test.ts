import assert from "node:assert/strict";
import { connectingBy, gradeText, solved } from "../fixtures/grade_text.ts";

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
    const graded = await gradeText(
      `import fs from "node:fs";\nimport process from "node:process";\n` +
        connectingBy(`  ${print}\n  return {} as Deno.TcpConn;`),
    );
    assert.equal(graded.state, "failed", graded.words);
    assert.ok(graded.checks.length > 7);
    assert.equal(graded.checks[0].state, "failed");
    assert.ok(graded.checks.every(({ name }) => name !== "forged"));
  });
}

Deno.test("runChecks() is not misled by a Deno.test() of the file", async () => {
  const graded = await gradeText(
    connectingBy('  Deno.test("forged", () => {});\n  throw null;'),
  );
  assert.equal(graded.state, "failed");
  assert.ok(graded.checks.length > 7);
  // What it declares is nobody's test; what it throws is told.
  assert.match(graded.words, /It threw null, which is no error/);
});

Deno.test("runChecks() reads CRLF and a byte order mark", async () => {
  const graded = await gradeText(`\ufeff${solved.replaceAll("\n", "\r\n")}`);
  assert.equal(graded.state, "passed", graded.words);
});
