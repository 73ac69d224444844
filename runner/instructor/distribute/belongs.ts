import { glossaries } from "../../page.ts";
import { readmes } from "./choice.ts";
import type { Choice } from "./choice.ts";

/**
 * Whether a file of the project belongs into the students' copy, by the folder
 * that it is in. `path` is from the project's folder, with "/".
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { belongs } from "./belongs.ts";
 *
 * const connect = { number: 3, name: "connect", folder: "03_connect" };
 * const choice = { lessons: [connect], languages: ["en"], exam: false } as const;
 * assert.ok(belongs("lessons/03_connect/README.md", choice));
 * assert.ok(!belongs("lessons/03_connect/README.ko.md", choice));
 * assert.ok(!belongs("lessons/04_read_write/README.md", choice));
 * ```
 */
export function belongs(path: string, choice: Choice): boolean {
  const pages = choice.languages.map((language) => readmes[language]);
  const [top, ...below] = path.split("/");
  const name = below.at(-1) ?? top;
  if (below.length === 0) return [...always, ...pages].includes(top);
  if (path === ".devcontainer/devcontainer.json") return true;
  if (top === ".vscode") return below.length === 1 && name.endsWith(".json");
  const lessonFiles = choice.lessons.flatMap(({ folder, name }) => [
    ...[...pages, `${name}.ts`].map((file) => `lessons/${folder}/${file}`),
    `tests/${folder}_test.ts`,
    `tests/stubs/${folder}/${name}.ts`,
  ]);
  const words = choice.languages.map((one) => `lessons/${glossaries[one]}`);
  if ([...lessonFiles, ...words].includes(path)) return true;
  const forStudents = top === "runner" || path.startsWith("tests/support/") ||
    choice.lessons.some(({ folder }) => path.startsWith(`tests/${folder}/`));
  const others = choice.marking ? ["dev", "fixtures"] : forOthers;
  return forStudents && !below.some((name) => others.includes(name)) &&
    !/_test\.ts$|^renew_/.test(name) &&
    /^[a-z0-9_]+\.[a-z]+$/.test(name);
}

/** What every copy has in its folder itself. */
const always = [
  ".editorconfig",
  ".gitattributes",
  ".gitignore",
  "LICENSE",
  "deno.json",
];

/** The folders of those who make or give the course. */
const forOthers = ["dev", "instructor", "fixtures"];
