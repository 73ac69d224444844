/**
 * What decides a verdict, as one number: while it stays the same, the verdict
 * that is on disk still holds.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";

/** What runs the checks, below runner/; all else there only shows what came. */
const running = [
  "builtin_names.ts",
  "import_map.ts",
  "lines.ts",
  "memory_guard.ts",
  "run_checks.ts",
  "run_checks_environment.ts",
  "run_checks_parent.ts",
  "run_checks_readable.ts",
  "tap.ts",
  "verdict.ts",
];

/** The SHA-256 of the lesson's checks, what they are written with, and Deno. */
export function checksKey(lesson: Lesson): string {
  const { checks, checksOwn, stub } = pathsOf(lesson);
  const hash = createHash("sha256").update(Deno.version.deno);
  const paths = [
    checks,
    stub,
    join(root, "deno.json"),
    ...running.map((name) => join(root, "runner", name)),
    ...filesBelow(join(root, "tests", "support")),
    ...existsSync(checksOwn) ? filesBelow(checksOwn) : [],
  ];
  for (const path of paths) addFile(hash, path);
  return hash.digest("hex");
}

/** The SHA-256 of that and of all files that were handed in for the lesson. */
export function verdictKey(checksKey: string, exercise: string): string {
  const hash = createHash("sha256").update(checksKey);
  for (const path of filesBelow(dirname(exercise))) {
    // Where the folder of results is does not matter: it may be moved.
    hash.update(path.slice(dirname(exercise).length));
    addFile(hash, path);
  }
  return hash.digest("hex");
}

function addFile(hash: ReturnType<typeof createHash>, path: string): void {
  const bytes = Deno.readFileSync(path);
  hash.update(`\n${bytes.length}\n`).update(bytes);
}

function filesBelow(folder: string): string[] {
  return [...Deno.readDirSync(folder)]
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .flatMap(({ name, isDirectory }) => {
      const path = join(folder, name);
      return isDirectory ? filesBelow(path) : [path];
    });
}
