import { parseArgs } from "node:util";
import { languages } from "../../../tests/support/text.ts";
import type { Language } from "../../../tests/support/text.ts";
import { findLessons } from "../../course.ts";
import type { Lesson } from "../../course.ts";
import { badOption, noSuchLanguage } from "../../options.ts";
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
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  const [stray] = positionals;
  if (stray !== undefined) throw strayArgument(stray);
  const { out = "", lang, exam = false, force = false } = values;
  if (out === "") throw noTarget();
  if (lang !== undefined && !languages.includes(lang as Language)) {
    throw new Refusal(noSuchLanguage(lang));
  }
  const platform = platforms.find((one) => one === values.format);
  if (values.format !== undefined && platform === undefined) {
    throw noPlatform(values.format);
  }
  return {
    out,
    platform,
    marking: marks(platform),
    lessons: values.lessons === undefined
      ? lessons
      : selectLessons(values.lessons, lessons),
    // A platform that marks needs the titles of the lessons in both.
    languages: lang === undefined || marks(platform)
      ? languages
      : [lang as Language],
    exam,
    force,
  };
}

// deno-lint-ignore explicit-function-return-type
function parse(args: readonly string[]) {
  try {
    return parseArgs({
      // Who knows npm writes `--` before the arguments.
      args: args[0] === "--" ? args.slice(1) : [...args],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        lessons: { type: "string" },
        lang: { type: "string" },
        exam: { type: "boolean" },
        force: { type: "boolean" },
        format: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Refusal(badOption(error as Error & { code?: string }));
  }
}

function noPlatform(name: string): Refusal {
  const all = platforms.join(", ");
  return new Refusal({
    en: `There is no format "${name}"; --format takes one of ${all}`,
    ko: `"${name}" 형식은 없습니다. --format에 쓸 수 있는 것: ${all}`,
  });
}

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
