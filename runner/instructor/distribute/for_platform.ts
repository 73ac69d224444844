import { classroom50Autograder } from "../platforms/classroom50.ts";
import { gradescopeScripts } from "../platforms/gradescope.ts";
import { workflow, workflowPath } from "../platforms/workflow.ts";
import type { Language } from "../../../tests/support/text.ts";
import type { Lesson } from "../../course.ts";

/** What a copy can be made for, beside students. */
export const platforms = ["github", "gradescope", "classroom50"] as const;

/** One of them. */
export type Platform = typeof platforms[number];

/** True for a platform that marks, and so gets no students' copy. */
export function marks(platform: Platform | undefined): boolean {
  return platform === "gradescope" || platform === "classroom50";
}

/**
 * Adds to a copy what a platform starts, and puts the copy where the platform
 * wants it. `texts` has the text of each file by its path, with "/".
 */
export function forPlatform(
  platform: Platform,
  texts: ReadonlyMap<string, string>,
  lessons: readonly Lesson[],
  language: Language,
): Map<string, string> {
  const numbers = lessons.map(({ number }) => number).join(",");
  const options = ["--lessons", numbers, "--lang", language];
  switch (platform) {
    case "github":
      return new Map([...texts, [workflowPath, workflow(language)]]);
    case "gradescope":
      return new Map([
        ...texts,
        ...Object.entries(gradescopeScripts(options)),
      ]);
    case "classroom50":
      return new Map([
        ["autograder.py", classroom50Autograder(options)],
        ...[...texts].map(([path, text]) =>
          [`socketlings/${path}`, text] as const
        ),
      ]);
  }
}
