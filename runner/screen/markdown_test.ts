import assert from "node:assert/strict";
import { renderMarkdown } from "./markdown.ts";
import { coloured, plain } from "./terminal.ts";
import { widthOf } from "./width.ts";

const look = { columns: 80, style: plain, deno: "deno" };
const render = (markdown: string, columns = 80) =>
  renderMarkdown(markdown, { ...look, columns });

Deno.test("renderMarkdown() shows the commands that work here", () => {
  const page = "Run `npx -y deno@2.9.6 test -P`.\n\n```sh\ndeno run a.ts\n```";
  assert.deepEqual(renderMarkdown(page, { ...look, deno: "/opt/deno" }), [
    "Run /opt/deno test -P.",
    "",
    "    /opt/deno run a.ts",
  ]);
});

Deno.test("renderMarkdown() shows a heading without its signs", () => {
  assert.deepEqual(render("## Why it matters"), ["Why it matters"]);
});

Deno.test("renderMarkdown() makes one paragraph of its lines", () => {
  assert.deepEqual(render("one\ntwo\n\nthree"), ["one two", "", "three"]);
});

Deno.test("renderMarkdown() wraps a paragraph", () => {
  assert.deepEqual(render("one two\nthree", 9), ["one two", "three"]);
});

Deno.test("renderMarkdown() hangs the lines of a list item", () => {
  assert.deepEqual(render("- one two\n  three\n- four", 9), [
    "- one two",
    "  three",
    "- four",
  ]);
  assert.deepEqual(render("1. one two\n2. three", 8), [
    "1. one",
    "   two",
    "2. three",
  ]);
});

Deno.test("renderMarkdown() shows code as it stands, indented", () => {
  const code = "```ts\nconst a = **b**;\n\n  # c\n```\nend";
  assert.deepEqual(render(code), [
    "    const a = **b**;",
    "    ",
    "      # c",
    "end",
  ]);
});

Deno.test("renderMarkdown() shows what is stressed without its signs", () => {
  assert.deepEqual(render("_A story._ In FIN_WAIT_1 and `a _b_`, **now**"), [
    "A story. In FIN_WAIT_1 and a _b_, now",
  ]);
});

Deno.test("renderMarkdown() indents wide code by what room there is", () => {
  const code = `a\n${"b".repeat(78)}`;
  assert.deepEqual(render(`\`\`\`\n${code}\n\`\`\``), [
    "  a",
    `  ${"b".repeat(78)}`,
  ]);
});

Deno.test("renderMarkdown() tells a sequence diagram step by step", () => {
  const diagram = [
    "```mermaid",
    "sequenceDiagram",
    "    accTitle: a check",
    "    participant A as your code",
    "    participant B as the server",
    "    A->>B: connect()<br/>connection",
    "    A--xB: connect()<br/>refused",
    "    Note over A: close()",
    "```",
  ].join("\n");
  assert.deepEqual(render(diagram), [
    "    your code  ──► the server  connect(): connection",
    "    your code  ╌╌✗ the server  connect(): refused",
    "    your code                  close()",
  ]);
  const narrow = render(diagram, 40);
  assert.deepEqual(narrow.filter((line) => widthOf(line) > 40), []);
});

const table = [
  "| in C        | in Deno         |",
  "| ----------- | :-------------- |",
  "| returns 0   | **resolves**    |",
  "| `close(fd)` | `conn.close()`  |",
].join("\n");

Deno.test("renderMarkdown() shows a table that fits in columns", () => {
  assert.deepEqual(render(table), [
    "in C       in Deno",
    "returns 0  resolves",
    "close(fd)  conn.close()",
  ]);
});

Deno.test("renderMarkdown() aligns the columns of a Korean table", () => {
  const lines = render("| 이름 | b |\n| --- | --- |\n| a | 둘 |");
  assert.deepEqual(lines, ["이름  b", "a     둘"]);
});

Deno.test("renderMarkdown() shows a table that does not fit row by row", () => {
  assert.deepEqual(render(table, 20), [
    "in C: returns 0",
    "in Deno: resolves",
    "",
    "in C: close(fd)",
    "in Deno:",
    "    conn.close()",
    "",
  ]);
});

Deno.test("renderMarkdown() shows bold, code and links as their text", () => {
  assert.deepEqual(
    render("**Who opens** calls `close()`, see [RFC 793](https://x.test)."),
    ["Who opens calls close(), see RFC 793."],
  );
});

Deno.test("renderMarkdown() colours bold and code on a terminal", () => {
  assert.deepEqual(renderMarkdown("**a** `b`", { ...look, style: coloured }), [
    "\x1b[1ma\x1b[22m \x1b[36mb\x1b[39m",
  ]);
});

Deno.test("renderMarkdown() shows what is in details", () => {
  const details = "<details>\n<summary>Hint 1</summary>\n\nLook.\n\n</details>";
  assert.deepEqual(render(details), ["Hint 1", "", "Look.", ""]);
});

Deno.test("renderMarkdown() reads the line ends of Windows", () => {
  assert.deepEqual(render("# a\r\n\r\nb\r\n"), ["a", "", "b", ""]);
});

Deno.test("renderMarkdown() comes to an end on code that is not closed", () => {
  assert.ok(render("```ts\na\nb").length > 0);
});

Deno.test("renderMarkdown() keeps long lines of text within 80 columns", () => {
  const long = "소켓은 **연결**입니다 ".repeat(20);
  const lines = render(
    `${long}\n\n- ${long}\n\n| a | b |\n| ${long} | ${long} |`,
  );
  assert.deepEqual(lines.filter((line) => widthOf(line) > 80), []);
});

Deno.test("renderMarkdown() reads no signs of Markdown in code", () => {
  const text = "**`a[b](c)` is code**, and `**` too";
  assert.deepEqual(renderMarkdown(text, look), [
    "a[b](c) is code, and ** too",
  ]);
});
