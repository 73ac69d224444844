import assert from "node:assert/strict";
import { join } from "node:path";
import { linkFaults, wordsOf } from "./prove_pages.ts";

/** The faults of a page with this text, beside a glossary with one word. */
function faultsOf(text: string): string {
  const folder = Deno.makeTempDirSync();
  try {
    Deno.mkdirSync(join(folder, "03_connect"));
    Deno.writeTextFileSync(join(folder, "GLOSSARY.md"), "## Port\n");
    Deno.writeTextFileSync(join(folder, "GLOSSARY.ko.md"), "## 포트\n");
    const page = join(folder, "03_connect", "README.md");
    Deno.writeTextFileSync(page, text);
    return linkFaults(page, "en").join("\n");
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const port = "A [port](../GLOSSARY.md#port).";

Deno.test("linkFaults() finds nothing where every link leads somewhere", () => {
  const more = "# Why\n\n[a](#why) [b](https://x.test/) `[c](d)`";
  assert.equal(faultsOf(`${more}\n\n${port}`), "");
});

Deno.test("linkFaults() finds what is not there", () => {
  const said = faultsOf(`${port} [a](../gone.md) [b](../GLOSSARY.md#gone)`);
  assert.match(said, /file that is not there: \.\.\/gone\.md/);
  assert.match(said, /place that is not there: \.\.\/GLOSSARY\.md#gone/);
});

Deno.test("linkFaults() finds a link to another language, and no word", () => {
  assert.match(faultsOf("[포트](../GLOSSARY.ko.md#포트)"), /another language/);
  assert.match(faultsOf("Nothing."), /links to no word/);
});

Deno.test("wordsOf() gives the same for both languages", () => {
  const ko =
    "[스트림](../GLOSSARY.ko.md#stream) [포트](../GLOSSARY.ko.md#port)";
  const en = "[port](../GLOSSARY.md#port) [stream](../GLOSSARY.md#stream)";
  assert.deepEqual(wordsOf(ko), ["port", "stream"]);
  assert.deepEqual(wordsOf(en), wordsOf(ko));
});
