import assert from "node:assert/strict";
import { join } from "node:path";
import { atDesk, solved } from "../fixtures/grading.ts";
import type { Desk } from "../fixtures/grading.ts";

/** What is asked for, and the words of the refusal in both languages. */
const refused: Record<string, [(desk: Desk) => string[], RegExp, RegExp]> = {
  "an empty folder": [() => [], /empty|no submission/i, /비어|제출물이 없/],
  "a file in the place of the folder": [
    ({ submissions }) => {
      const file = join(submissions, "list.txt");
      Deno.writeTextFileSync(file, "kim\nlee\n");
      return [file];
    },
    /list\.txt/,
    /list\.txt/,
  ],
  "a folder that is not there": [
    ({ submissions }) => [join(submissions, "nowhere")],
    /nowhere/,
    /nowhere/,
  ],
  "folders without a lesson": [
    ({ submissions }) => {
      Deno.mkdirSync(join(submissions, "kim", "photos"), { recursive: true });
      return [];
    },
    /lessons\/03_connect/,
    /연습 문제 파일이 없습니다/,
  ],
  "results inside of the submissions": [
    (desk) => {
      desk.handIn("kim", solved);
      return [`--out=${join(desk.submissions, "results")}`];
    },
    /is\s+inside\s+of/,
    /겹쳐/,
  ],
  "results in a folder of other things": [
    (desk) => {
      desk.handIn("kim", solved);
      Deno.mkdirSync(desk.out);
      Deno.writeTextFileSync(join(desk.out, "thesis.txt"), "all of it");
      return [];
    },
    /holds\s+other\s+things/,
    /다른 것이 들어/,
  ],
  "results in a file": [
    (desk) => {
      desk.handIn("kim", solved);
      Deno.writeTextFileSync(desk.out, "");
      return [];
    },
    /is a file/,
    /파일입니다/,
  ],
  "a lesson that does not exist": [
    (desk) => {
      desk.handIn("kim", solved);
      return ["--lessons=99"];
    },
    /no lesson 99/,
    /99과는 없습니다/,
  ],
  "a file of weights that is not there": [
    (desk) => {
      desk.handIn("kim", solved);
      return ["--weights=/nowhere/weights.json"];
    },
    /weights\.json/,
    /weights\.json/,
  ],
  "a name that nobody has": [
    (desk) => {
      desk.handIn("kim", solved);
      return ["--only=park"];
    },
    /park/,
    /park/,
  ],
};

for (const [what, [prepare, english, korean]] of Object.entries(refused)) {
  Deno.test(`deno task grade refuses ${what} in a sentence`, () =>
    atDesk(async (desk) => {
      const more = prepare(desk);
      for (
        const [language, words] of [["en", english], ["ko", korean]] as const
      ) {
        const said = await desk.grade(...more, `--lang=${language}`);
        assert.equal(said.code, 2, said.words);
        assert.match(said.words, words);
        assert.doesNotMatch(said.words, /^\s+at |Uncaught/m);
      }
      const thesis = join(desk.out, "thesis.txt");
      if (what.includes("other things")) {
        assert.equal(Deno.readTextFileSync(thesis), "all of it");
      }
    }));
}
