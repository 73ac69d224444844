/**
 * The net under the words: what each wrong answer of a lesson is told first,
 * in all languages, is kept in `tests/golden/`. A change of the words shows as
 * a difference there, and nothing else does: numbers, such as ports and
 * counts, are masked, and the steps are left out, because chance and the
 * machine have a part in them.
 *
 * @module
 */
import { join } from "node:path";
import { languages, map } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { messagesOf } from "../../tests/support/verdict/told.ts";
import { root } from "../course.ts";
import type { Lesson } from "../course.ts";

/** The file that keeps the words of a lesson. */
export function keptPath(lesson: Lesson, base: string = root): string {
  return join(base, "tests", "golden", `${lesson.folder}.txt`);
}

/** The words that are kept of a lesson; none of one that is new. */
export function readKept(lesson: Lesson): string {
  try {
    return Deno.readTextFileSync(keptPath(lesson)).replaceAll("\r\n", "\n");
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

/** The English name of the check that refuses `file`, as it is kept. */
export function keptIn(kept: string, file: string): string | undefined {
  const at = kept.split("\n").findIndex((line) =>
    line === `# ${file}` || line.startsWith(`# ${file} (`)
  );
  return at < 0 ? undefined : kept.split("\n")[at + 1];
}

/** What the wrong answer `file` is told first, as it is kept. */
export function wordsToKeep(
  file: string,
  failed: Outcome<Text> | undefined,
): string {
  if (failed === undefined) return `# ${file}\nnothing\n\n`;
  const { steps: _, mistake, ...words } = failed.told ?? {};
  const message = map(messagesOf(words), masked);
  const named = mistake === undefined ? "" : ` (${mistake})`;
  const said = languages.map((language) =>
    `${failed.name[language]}\n${message[language]}\n`
  );
  return `# ${file}${named}\n${said.join("")}\n`;
}

function masked(text: string): string {
  return text.replaceAll(/"(?:[^"\\\n]|\\.)*"…\+\d+/g, '"…"')
    .replaceAll(/\d+/g, "#");
}

/** The parts of a kept text, by the names of their files. */
function partsOf(text: string): Map<string, string[]> {
  const parts = text.split(/^(?=# )/m).filter((part) => part !== "");
  return Map.groupBy(parts, (part) => part.slice(2, part.indexOf(".ts")));
}

/**
 * Those parts of `now` that are not kept, and those kept that are gone. Of a
 * program that chance lets fail in several ways, each may be kept.
 */
export function changedWords(kept: string, now: string): string[] {
  const [before, after] = [partsOf(kept), partsOf(now)];
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [was, [is] = []] = [before.get(name) ?? [], after.get(name)];
    if (is !== undefined && was.includes(is)) return [];
    return `${name} is told other words than tests/golden/ keeps. Was:\n${
      was.join("") || "nothing\n"
    }Is:\n${is ?? "nothing\n"}If that is wanted: deno task messages --keep`;
  });
}

/** What is kept from now on: `now`, and the other ways that were kept. */
export function keptAnew(kept: string, now: string): string {
  const before = partsOf(kept);
  return [...partsOf(now)].map(([name, [is]]) => {
    const was = before.get(name) ?? [];
    return was.includes(is) ? was.join("") : is;
  }).join("");
}
