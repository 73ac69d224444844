/**
 * How sentences about a submission are made, in which somebody else chose the
 * names.
 *
 * @module
 */
import { map } from "../../../tests/support/text.ts";
import type { Text } from "../../../tests/support/text.ts";
import type { Remark } from "../record.ts";

/**
 * A name that somebody else chose, fit for a sentence: without what moves a
 * cursor or turns the direction of writing, and not too long.
 */
export function shown(name: string): string {
  const plain = name.replaceAll(/\p{C}|\p{Zl}|\p{Zp}/gu, "\uFFFD");
  const letters = [...plain];
  return letters.length <= 120
    ? plain
    : `${letters.slice(0, 60).join("")}…${letters.slice(-50).join("")}`;
}

/** The first names of a list, and how many more there are. */
export function listed(names: readonly string[]): Text {
  const some = names.slice(0, 3).map(shown).join(", ");
  const more = names.length - 3;
  return map(
    { en: ` and ${more} more`, ko: ` 외 ${more}개` },
    (rest) => some + (more > 0 ? rest : ""),
  );
}

/** A sentence about some paths, with their names behind it; none if there are none. */
export function remarkOn(
  paths: readonly string[],
  { kind, text }: Remark,
): Remark[] {
  if (paths.length === 0) return [];
  const list = listed(paths);
  const whole = map(text, (words, language) => `${words}: ${list[language]}`);
  return [{ kind, text: whole }];
}

/** Said of a file that is too long to be an exercise. */
export const tooLongFile: Remark = {
  kind: "note",
  text: {
    en: "Not taken in, because it is longer than 1 MiB",
    ko: "1 MiB보다 커서 가져오지 않은 파일",
  },
};

/** Said of files that would be too much together. */
export const tooMuch: Remark = {
  kind: "note",
  text: {
    en: "Not taken in, because the files together are longer than 8 MiB",
    ko: "파일을 모두 합쳐 8 MiB를 넘어 가져오지 않은 파일",
  },
};
