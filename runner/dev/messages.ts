/**
 * `deno task messages [lesson]`: every failure that a student can be told, in
 * both languages, with the wrong answer that causes it.
 *
 * @module
 */
import { join } from "node:path";
import type { Language } from "../../tests/support/text.ts";
import { findLessons } from "../course.ts";
import { grade } from "../grade.ts";
import { inOrder } from "../in_order.ts";
import { list } from "./list.ts";
import { pathsOf } from "./proof_paths.ts";

const wanted = Deno.args.map(Number);
const causes = findLessons()
  .filter(({ number }) => wanted.length === 0 || wanted.includes(number))
  .flatMap((lesson) => {
    const folder = pathsOf(lesson).wrongAnswers;
    return list(folder)
      .map((file) => ({ lesson, file, instead: join(folder, file) }));
  });

const told = inOrder(causes, async ({ lesson, file, instead }) => {
  const say = async (language: Language) => {
    const readable = [pathsOf(lesson).solution];
    const { checks } = await grade(lesson, { language, instead, readable });
    const first = checks.find(({ state }) => state === "failed");
    return first === undefined ? "-" : `${first.name}\n${first.message}`;
  };
  return `# ${lesson.folder}/${file}\n\n${await say("en")}\n\n${await say(
    "ko",
  )}\n`;
});
for await (const text of told) console.log(text);
