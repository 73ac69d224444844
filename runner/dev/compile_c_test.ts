import assert from "node:assert/strict";
import { blocksOfC, compileC } from "./prove_pages.ts";

Deno.test("blocksOfC() finds the C of a page and nothing else", () => {
  const page = "```c\nint a;\n```\n\n```ts\nlet b;\n```\n\n```c\nint c;\n```\n";
  assert.deepEqual(blocksOfC(page), ["int a;\n", "int c;\n"]);
  assert.deepEqual(blocksOfC(page.replaceAll("\n", "\r\n")), blocksOfC(page));
});

const hasCompiler = await compileC("int a;\n") !== undefined;

Deno.test({
  name: "compileC() says what is wrong with C, warnings too",
  ignore: !hasCompiler,
  async fn() {
    assert.equal(await compileC("int a;\n"), "");
    assert.match((await compileC("int a\n"))!, /expected/);
    assert.match(
      (await compileC("int f(void) { int a; return 0; }\n"))!,
      /unused/,
    );
  },
});
