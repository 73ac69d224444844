import assert from "node:assert/strict";
import { pageFaults } from "./prove_pages.ts";

const answer = "<details>\n<summary>Answer</summary>\n\nNo.\n\n</details>\n";
const command = "```sh\nnpx -y deno@2.9.6 task try 3\n```\n";
const question = `Will it?\n\n${answer}`;
const page = `# 3. connect

## Why it matters

_A story._ It broke.

## What your notes say

- It has no semicolon.

## Try it

What comes?

${command}
${answer}
## Questions

${[question, question, question].join("\n")}`;

/** The faults of the page when one of its parts is another one. */
function faultsWith(part: string, instead: string): string {
  assert.ok(page.includes(part));
  return pageFaults(page.replace(part, instead), "en").join("\n");
}

Deno.test("pageFaults() finds nothing in a page that has all", () => {
  assert.deepEqual(pageFaults(page, "en"), []);
  assert.deepEqual(pageFaults(page.replaceAll("\n", "\r\n"), "en"), []);
});

Deno.test("pageFaults() wants the source of a story, or a mark", () => {
  assert.match(faultsWith("_A story._ ", ""), /story without its source/);
  const source = "[It](https://example.test/) broke.";
  assert.equal(faultsWith("_A story._ It broke.", source), "");
});

Deno.test("pageFaults() wants what differs from the notes", () => {
  assert.match(faultsWith("- It has no", "It has no"), /from the notes/);
});

Deno.test("pageFaults() wants a question before the command, and an answer", () => {
  assert.match(faultsWith("What comes?", "See."), /asks nothing/);
  assert.match(faultsWith(command, ""), /no command to try/);
  const first = `${command}\n${answer}`;
  assert.match(faultsWith(first, `${answer}\n${command}`), /folds no answer/);
});

Deno.test("pageFaults() wants three questions", () => {
  assert.match(faultsWith("Will it?", "It will."), /to no question: It will/);
  assert.match(faultsWith(`${question}\n`, ""), /has 2 questions/);
});

Deno.test("pageFaults() refuses a command that not every machine has", () => {
  const run = "npx -y deno@2.9.6 task try 3";
  for (const other of ["deno task try 3", "nc -l 8080", `${run} | cat`]) {
    assert.match(faultsWith(run, other), /not every machine takes/, other);
  }
  for (const other of ["`nc -l 8080`", "`ss -tn`", "`deno eval 1`"]) {
    const said = faultsWith("It broke.", `Run ${other}.`);
    assert.match(said, /some systems only/, other);
    assert.equal(faultsWith("It broke.", `On Linux, run ${other}.`), "");
  }
});
