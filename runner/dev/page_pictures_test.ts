import assert from "node:assert/strict";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import type { Text } from "../../tests/support/text.ts";
import { outcomeOf, transfer } from "../picture/fixtures/made.ts";
import { drawForPage, picturesIn, withPictures } from "./page_pictures.ts";
import { comparePictures } from "./prove_pages.ts";

const name: Text = { en: 'send("x") sends', ko: 'send("x")는 보낸다' };
const { told: _, ...seen } = outcomeOf(transfer(2));
const sent: Outcome<Text> = { ...seen, name };
const english: Outcome = { ...outcomeOf(transfer(2)), name: name.en };

function pageWith(...diagrams: string[]): string {
  const blocks = diagrams.map((one) => `\`\`\`mermaid\n${one}\`\`\`\n`);
  return ["# Title\n", ...blocks, "```ts\nf();\n```\n"].join("\nText.\n\n");
}

const empty = `sequenceDiagram\n    accTitle: ${name.en}\n`;

Deno.test("withPictures() draws a new picture in the place of an empty one", () => {
  const drawn = drawForPage(english, "en")!;
  const page = withPictures(pageWith(empty), ({ check }) => {
    assert.equal(check, name.en);
    return drawn;
  });
  assert.equal(page, pageWith(drawn));
  // What has been drawn still says of which check it is.
  assert.deepEqual(picturesIn(page), [{ check: name.en, diagram: drawn }]);
});

Deno.test("withPictures() leaves a picture alone that cannot be drawn", () => {
  const page = pageWith(empty, "sequenceDiagram\n");
  assert.equal(withPictures(page, () => undefined), page);
});

Deno.test("drawForPage() draws nothing of a check that has not passed", () => {
  assert.equal(drawForPage({ ...english, state: "failed" }, "en"), undefined);
  const lacks = { ...english, state: "could not be checked" } as const;
  assert.equal(drawForPage(lacks, "en"), undefined);
});

Deno.test("comparePictures() finds nothing where the page is as drawn", () => {
  const page = pageWith(drawForPage(english, "en")!);
  assert.deepEqual(comparePictures(page, [sent], "en"), []);
  const windows = page.replaceAll("\n", "\r\n");
  assert.deepEqual(comparePictures(windows, [sent], "en"), []);
});

Deno.test("comparePictures() finds an old picture, a strange one and none", () => {
  const old = pageWith(drawForPage(english, "en")!.replace("abc", "abd"));
  assert.match(comparePictures(old, [sent], "en").join(), /old picture.*abc/s);
  const strange = pageWith(empty.replace("sends", "sands"));
  assert.match(comparePictures(strange, [sent], "en").join(), /is no check/);
  assert.match(comparePictures("", [sent], "en").join(), /has no picture/);
  // The name is that of the page's language.
  const [fault] = comparePictures(pageWith(empty), [sent], "ko");
  assert.match(fault, /is no check/);
});
