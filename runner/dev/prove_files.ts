/**
 * That the files of a lesson are there, are the right ones and no others.
 *
 * @module
 */
import { join } from "node:path";
import { root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { list } from "./list.ts";
import { pathsOf } from "./proof_paths.ts";
import { moduleUrl } from "../module_url.ts";

/** How long a stub may be: one screen, with its comments in two languages. */
const longestStub = 64;

/** The faults of the files of a lesson, one sentence each. */
export function proveFiles(lesson: Lesson): string[] {
  const paths = pathsOf(lesson);
  const file = `${lesson.name}.ts`;
  const faults: string[] = [];
  const expected: Record<string, string[]> = {
    [join(root, "lessons", lesson.folder)]: ["README.ko.md", "README.md", file],
    [join(root, "solutions", lesson.folder)]: [file],
    [join(root, "tests", "stubs", lesson.folder)]: [file],
  };
  for (const [folder, names] of Object.entries(expected)) {
    const found = list(folder).join(", ");
    if (found !== names.sort().join(", ")) {
      faults.push(`${folder} holds ${found}, not ${names.join(", ")}`);
    }
  }
  const stub = Deno.readTextFileSync(paths.stub);
  if (Deno.readTextFileSync(paths.exercise) !== stub) {
    faults.push(`${file} in lessons is not the one in tests/stubs`);
  }
  const lines = stub.trimEnd().split("\n").length;
  if (lines > longestStub) {
    faults.push(`the stub has ${lines} lines, more than ${longestStub}`);
  }
  return faults;
}

/** The faults of what stub and solution export: it must be the same. */
export async function proveExports(lesson: Lesson): Promise<string[]> {
  const paths = pathsOf(lesson);
  const [stub, solution] = await Promise.all(
    [paths.stub, paths.solution].map(async (path) =>
      Object.keys(await import(moduleUrl(path))).sort().join(", ")
    ),
  );
  return stub === solution
    ? []
    : [`the stub exports ${stub}, the solution ${solution}`];
}
