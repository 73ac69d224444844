import { basename, dirname } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import { pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";

/**
 * Puts the stub of a lesson back, as it was handed out, and says what became
 * of the student's file: it is kept beside it, under a name that was free.
 *
 * Throws what the file system throws.
 */
export function reset(lesson: Lesson, base?: string): Text {
  const { stub: from, exercise: to } = pathsOf(lesson, base);
  const stub = Deno.readTextFileSync(from);
  const file = basename(to);
  const present = read(to);
  if (present === stub) {
    return {
      en: `${file} already is as it was handed out.`,
      ko: `${file} 파일은 이미 처음 상태입니다.`,
    };
  }
  const kept = present === undefined ? undefined : freeName(to);
  // The old file gets its new name before there is a new file in its place, so
  // that nothing is lost whatever happens in between.
  if (kept !== undefined) Deno.renameSync(to, kept);
  Deno.mkdirSync(dirname(to), { recursive: true });
  Deno.writeTextFileSync(to, stub);
  return kept === undefined
    ? {
      en: `${file} is as it was handed out.`,
      ko: `${file} 파일을 처음 상태로 만들었습니다.`,
    }
    : {
      en: `${file} is as it was handed out. Yours is kept as ${
        basename(kept)
      }.`,
      ko: `${file} 파일을 처음 상태로 되돌렸습니다. 작성한 코드는 ${
        basename(kept)
      } 파일에 남아 있습니다.`,
    };
}

function read(path: string): string | undefined {
  try {
    return new TextDecoder().decode(Deno.readFileSync(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    // A file that cannot be read is kept as well.
    return "";
  }
}

function freeName(path: string): string {
  const taken = new Set(
    [...Deno.readDirSync(dirname(path))].map(({ name }) => name),
  );
  const base = path.replace(/\.ts$/, "");
  for (let i = 1;; i++) {
    const name = `${base}.mine${i === 1 ? "" : i}.ts`;
    if (!taken.has(basename(name))) return name;
  }
}
