import { languages } from "../../../tests/support/text.ts";
import { findLessons } from "../../course.ts";
import type { Lesson } from "../../course.ts";
import { formatOf, languageOf, readArguments } from "../arguments.ts";
import { Refusal } from "../refusal.ts";
import { selectLessons } from "../selection.ts";
import type { Choice } from "./choice.ts";
import { marks, platforms } from "./for_platform.ts";
import type { Platform } from "./for_platform.ts";

/** What somebody asked of `deno task distribute`. */
export interface Options extends Choice {
  /** As it was typed. */
  out: string;
  force: boolean;
  /** The platform that the copy is for, if it is not for students alone. */
  platform?: Platform;
}

/**
 * Reads the command line. Throws a `Refusal` where it makes no sense.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseOptions } from "./options.ts";
 *
 * const options = parseOptions(["--out", "../a", "--lessons", "1-2", "--exam"]);
 * assert.ok(options !== "help");
 * assert.deepEqual(options.lessons.map(({ number }) => number), [1, 2]);
 * assert.deepEqual(options.languages, ["en", "ko"]);
 * assert.deepEqual([options.out, options.exam, options.force], [
 *   "../a",
 *   true,
 *   false,
 * ]);
 * ```
 */
export function parseOptions(
  args: readonly string[],
  lessons: readonly Lesson[] = findLessons(),
): Options | "help" {
  const { values, positionals } = readArguments(args, known);
  if (values.help) return "help";
  const [stray] = positionals;
  if (stray !== undefined) throw strayArgument(stray);
  const { out = "", lang, exam = false, force = false } = values;
  if (out === "") throw noTarget();
  const language = lang === undefined ? undefined : languageOf(lang);
  const platform = values.format === undefined
    ? undefined
    : formatOf(values.format, platforms);
  return {
    out,
    platform,
    marking: marks(platform),
    lessons: values.lessons === undefined
      ? lessons
      : selectLessons(values.lessons, lessons),
    // A platform that marks needs the titles of the lessons in both.
    languages: language === undefined || marks(platform)
      ? languages
      : [language],
    exam,
    force,
  };
}

const known = {
  out: { type: "string" },
  lessons: { type: "string" },
  lang: { type: "string" },
  exam: { type: "boolean" },
  force: { type: "boolean" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

function noTarget(): Refusal {
  return new Refusal({
    en:
      "Say with --out where the copy should go: a folder, or a file that ends in .zip or .tar.gz",
    ko:
      "사본을 만들 곳을 --out 뒤에 적어 주십시오. 폴더, 또는 .zip이나 .tar.gz로 끝나는 파일입니다",
  });
}

function strayArgument(argument: string): Refusal {
  return new Refusal({
    en:
      `"${argument}" stands behind no option. If it is where the copy should go, put --out before it`,
    ko:
      `"${argument}" 앞에 옵션이 없습니다. 사본을 만들 곳이라면 앞에 --out을 붙이십시오`,
  });
}
