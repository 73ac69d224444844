import { join } from "node:path";
import type { Sources } from "../picture/details.ts";
import type { StudentRecord } from "./record.ts";
import { moduleUrl } from "../module_url.ts";

/**
 * The lines of the files that the calls of a submission were made from, by the
 * address that the records give. `folder` is the submission as it was marked:
 * no file is read but those that stand in it, whatever the records name.
 */
export function sourcesOf(
  { lessons }: Pick<StudentRecord, "lessons">,
  folder: string,
): Sources {
  const named = new Set(
    lessons.flatMap(({ checks }) =>
      checks.flatMap(({ wire }) =>
        wire?.events.flatMap(({ place }) => place?.url ?? []) ?? []
      )
    ),
  );
  const files = lessons.flatMap(({ lesson }) => filesIn(join(folder, lesson)));
  return new Map(files.flatMap((path) => {
    const href = moduleUrl(path);
    // In a stack, a space is a space.
    const names = [href, decodeURI(href)].filter((url) => named.has(url));
    if (names.length === 0) return [];
    const lines = Deno.readTextFileSync(path).split(/\r?\n/);
    return names.map((url) => [url, lines] as const);
  }));
}

function filesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].filter(({ isFile }) => isFile)
      .map(({ name }) => join(folder, name));
  } catch (error) {
    // Nothing was handed in for the lesson.
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
