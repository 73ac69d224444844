import { join } from "node:path";
import { checksumFile, checksumOf, decides } from "../../checksums.ts";
import { root } from "../../course.ts";
import { belongs } from "./belongs.ts";
import type { Choice } from "./choice.ts";
import { editConfig, entriesOf, studentTasks } from "./edit_config.ts";
import { withoutHints } from "./edit_page.ts";
import { editReadme } from "./edit_readme.ts";
import { reachable } from "./reachable.ts";

/**
 * The students' copy of the course below `base`, or what marking needs of it: the text of each file by its
 * path, with "/", in the order of the paths. Lines end with LF. The exercises
 * are the stubs, whatever the instructor has written into them.
 *
 * Throws what the file system throws.
 */
export async function copyOf(
  choice: Choice,
  base: string = root,
): Promise<Map<string, string>> {
  const paths = [...filesBelow(base)].filter((path) => belongs(path, choice));
  const texts = new Map(paths.map((path) => [path, read(base, path)]));
  for (const { folder, name } of choice.lessons) {
    const stub = read(base, `tests/stubs/${folder}/${name}.ts`);
    texts.set(`lessons/${folder}/${name}.ts`, stub);
  }
  for (const [path, text] of texts) {
    if (/^README/.test(path)) texts.set(path, editReadme(text, choice));
    if (/^lessons\/.*\.md$/.test(path) && choice.exam) {
      texts.set(path, withoutHints(text));
    }
  }
  const config = editConfig(
    texts.get("deno.json") ?? "",
    [...texts.keys()],
    choice.marking ? ["grade"] : studentTasks,
  );
  texts.set("deno.json", config);
  texts.set("runner/solution.ts", read(import.meta.dirname!, "no_solution.ts"));
  const needed = reachable(entriesOf(config), texts);
  const kept = [...texts].filter(([path]) =>
    !path.startsWith("runner/") || needed.has(path)
  );
  kept.push([checksumFile, await checksumsOf(kept)]);
  return new Map(kept.sort(([a], [b]) => a < b ? -1 : 1));
}

/** The list of checksums, in the format of sha256sum(1). */
async function checksumsOf(
  texts: readonly (readonly [string, string])[],
): Promise<string> {
  const deciding = texts.filter(([path]) => decides(path))
    .sort(([a], [b]) => a < b ? -1 : 1);
  const lines = deciding.map(async ([path, text]) =>
    `${await checksumOf(text)}  ${path}\n`
  );
  return (await Promise.all(lines)).join("");
}

function read(base: string, path: string): string {
  return Deno.readTextFileSync(join(base, path)).replaceAll("\r\n", "\n");
}

const folders = ["lessons", "tests", "runner", ".devcontainer", ".vscode"];

/** The files of the project by paths with "/", without links. */
function* filesBelow(base: string, folder = ""): Generator<string> {
  for (const entry of Deno.readDirSync(join(base, folder))) {
    const path = folder + entry.name;
    if (entry.isFile) yield path;
    // Whatever else somebody keeps in the project's folder is not looked at.
    if (entry.isDirectory && (folder !== "" || folders.includes(path))) {
      yield* filesBelow(base, `${path}/`);
    }
  }
}
