import { parseArgs } from "node:util";
import type { ParseArgsOptionsConfig } from "node:util";
import { languages } from "../../tests/support/text.ts";
import type { Language } from "../../tests/support/text.ts";
import { badOption, noSuchLanguage } from "../lesson/options.ts";
import { Refusal } from "../refusal.ts";

/**
 * Reads the arguments of a command. Throws a `Refusal` for an option that the
 * command does not have, and for a value that is missing or too much.
 */
export function readArguments<T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
): ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; args: string[] }>
> {
  try {
    return parseArgs({
      // Who knows npm writes `--` before the arguments.
      args: args[0] === "--" ? args.slice(1) : [...args],
      allowPositionals: true,
      options,
    });
  } catch (error) {
    throw new Refusal(badOption(error as Error & { code?: string }));
  }
}

/** The language that `--lang` names. Throws a `Refusal` for any other. */
export function languageOf(name: string): Language {
  const language = languages.find((one) => one === name);
  if (language === undefined) throw new Refusal(noSuchLanguage(name));
  return language;
}

/** The format that `--format` names. Throws a `Refusal` for any other. */
export function formatOf<T extends string>(
  name: string,
  formats: readonly T[],
): T {
  const format = formats.find((one) => one === name);
  if (format !== undefined) return format;
  const all = formats.join(", ");
  throw new Refusal({
    en: `There is no format "${name}"; --format takes one of ${all}`,
    ko: `"${name}" 형식은 없습니다. --format에 쓸 수 있는 것: ${all}`,
  });
}
