import { environment } from "../../environment.ts";
import {
  classroom50File,
  readClassroom50,
  toClassroom50,
} from "../platforms/classroom50.ts";
import { gradescopeFile, toGradescope } from "../platforms/gradescope.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import type { GradeOptions } from "./options.ts";

/** Makes the files for one student: their names and their texts. */
export type ExtraFiles = (
  student: StudentRecord,
  marks: Marks,
) => Map<string, string>;

/**
 * The files for the platforms that `--format` names, once it is known which
 * lessons are marked. Throws a `Refusal` at once if a platform has not said
 * what is being marked, before anything is written.
 */
export function extraFiles(
  { formats, language }: Pick<GradeOptions, "formats" | "language">,
): (lessons: readonly MarkedLesson[]) => ExtraFiles {
  const submission = formats.includes("classroom50")
    ? readClassroom50(environment)
    : undefined;
  return (lessons) => (student, marks) => {
    const files = new Map<string, string>();
    const add = (name: string, result: unknown) =>
      files.set(name, JSON.stringify(result, undefined, 2) + "\n");
    if (formats.includes("gradescope")) {
      add(gradescopeFile, toGradescope(student, marks, lessons, language));
    }
    if (submission !== undefined) {
      const now = new Date();
      const args = [student, lessons, language, submission, now] as const;
      add(classroom50File, toClassroom50(...args));
    }
    return files;
  };
}
