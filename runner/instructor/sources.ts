import { pathToFileURL } from "node:url";
import type { Sources } from "../picture/details.ts";
import type { StudentRecord } from "./record.ts";

/**
 * The lines of the files that the calls of a submission were made from. No
 * file is read but those of the submission, whatever the records name.
 */
export function sourcesOf(
  { lessons }: Pick<StudentRecord, "lessons">,
  folder: string,
): Sources {
  const below = `${pathToFileURL(folder).href}/`;
  const urls = lessons.flatMap(({ checks }) =>
    checks.flatMap(({ wire }) =>
      wire?.events.flatMap(({ place }) => place?.url ?? []) ?? []
    )
  );
  const files = new Set(
    urls.filter((url) => new URL(url, below).href.startsWith(below)),
  );
  return new Map([...files].map((url) => [url, linesOf(url)]));
}

function linesOf(url: string): string[] {
  try {
    return Deno.readTextFileSync(new URL(url)).split(/\r?\n/);
  } catch {
    // The folder of results was moved: the pages go without the lines.
    return [];
  }
}
