/**
 * `deno task messages [lesson]`: the first failure that each wrong answer is
 * told, in both languages. With `--keep` they become the words that the proof
 * compares with.
 *
 * @module
 */
import { join } from "node:path";
import { findLessons } from "../course.ts";
import { inOrder } from "../run/in_order.ts";
import { keptAnew, keptPath, readKept, wordsToKeep } from "./kept_words.ts";
import { list, pathsOf, runAnswer } from "./answers.ts";
import { failuresOf } from "./prove_answers.ts";

const keep = Deno.args.includes("--keep");
const wanted = Deno.args.filter((arg) => arg !== "--keep").map(Number);
for (const lesson of findLessons()) {
  if (wanted.length > 0 && !wanted.includes(lesson.number)) continue;
  const folder = pathsOf(lesson).wrongAnswers;
  const told = inOrder(list(folder), async (file) => {
    const run = await runAnswer({ lesson, instead: join(folder, file) });
    return wordsToKeep(file, failuresOf(run)[0]);
  });
  let text = "";
  for await (const words of told) {
    text += words;
    if (!keep) console.log(words);
  }
  if (keep) {
    const kept = keptAnew(readKept(lesson), text);
    Deno.writeTextFileSync(keptPath(lesson), kept);
  }
}
