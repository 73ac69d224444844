/**
 * The names that join a mistake in a catalogue, the failure that tells it, and
 * the wrong answers that make it: `swallowsTheRefusal` in `words.ts` is made by
 * `swallows_the_refusal.ts`, and by any `swallows_the_refusal__how.ts`.
 *
 * @module
 */
import { join } from "node:path";
import { pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { moduleUrl } from "../module_url.ts";
import { list } from "./list.ts";

/**
 * The name of the mistake that a wrong answer makes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { mistakeOf } from "./mistakes.ts";
 *
 * assert.equal(mistakeOf("reads_once__in_turn.ts"), "readsOnce");
 * ```
 */
export function mistakeOf(file: string): string {
  const [name] = file.replace(/\.ts$/, "").split("__");
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The mistakes in the catalogue of a lesson; undefined if it has none. */
export async function mistakesOf(
  lesson: Lesson,
): Promise<string[] | undefined> {
  const path = join(pathsOf(lesson).checksOwn, "words.ts");
  try {
    Deno.statSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  const { mistakes = {} } = await import(moduleUrl(path));
  return Object.keys(mistakes);
}

/** The mistakes that the kit knows in every lesson, from its source. */
export function mistakesOfKit(): Set<string> {
  const found = new Set<string>();
  const walk = (folder: string) => {
    for (const name of list(folder)) {
      const path = join(folder, name);
      if (Deno.statSync(path).isDirectory) walk(path);
      else if (name.endsWith(".ts") && !name.endsWith("_test.ts")) {
        const source = Deno.readTextFileSync(path);
        for (const [, mistake] of source.matchAll(/\bmistake: "(\w+)"/g)) {
          found.add(mistake);
        }
      }
    }
  };
  walk(join(root, "tests", "support"));
  return found;
}
