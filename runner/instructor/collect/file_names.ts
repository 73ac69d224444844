import type { Lesson } from "../../course.ts";

/** A file's name without what others have added to it. */
export interface PlainName {
  /** For example `connect.ts`, in small letters. */
  name: string;
  /** Which copy it says that it is; undefined for the file itself. */
  copy?: number;
}

/**
 * What programs write for a second file of one name: browsers, and Canvas for
 * what is handed in again; Windows; macOS. The last two do it in their language.
 */
const copies =
  /(?:-(\d+)|[ _]?\((\d+)\)| - (?:copy|복사본)(?: ?\((\d+)\))?| (?:copy|복사본)(?: (\d+))?| (\d+))$/u;

/**
 * A name as it was before it was downloaded, copied or handed in once more.
 * Some mail programs and editors of Windows add ".txt".
 */
export function plainName(name: string): PlainName {
  const whole = name.normalize("NFC").toLowerCase().replace(
    /\.ts\.txt$/,
    ".ts",
  );
  if (!whole.endsWith(".ts")) return { name: whole };
  const stem = whole.slice(0, -3);
  const found = copies.exec(stem);
  if (found === null) return { name: whole };
  const number = found.slice(1).find((one) => one !== undefined);
  return {
    name: `${stem.slice(0, found.index)}.ts`,
    copy: Number(number ?? 1),
  };
}

/** The lesson that a file or an archive is called like: by name or by folder. */
export function lessonOf(
  file: string,
  lessons: readonly Lesson[],
): Lesson | undefined {
  const program = file.replace(/\.(zip|tar|tar\.gz|tgz)$/i, ".ts");
  const plain = plainName(program).name;
  return lessons.find(({ name, folder }) =>
    plain === `${name}.ts` || plain === `${folder}.ts`
  );
}
