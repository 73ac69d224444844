/**
 * Students for the tests of the pages: one whose submission was really run and
 * recorded, and some that are made up to be awkward.
 *
 * @module
 */
import type { Text } from "../../../tests/support/text.ts";
import type { Outcome } from "../../../tests/support/verdict/outcome.ts";
import type { LessonRecord, MarkedLesson, StudentRecord } from "../record.ts";

const kept = new URL("fixtures/class.json", import.meta.url);

/** What is kept: three lessons, and one submission for them. */
export interface KeptClass {
  lessons: MarkedLesson[];
  student: StudentRecord;
}

/** Reads the kept class. Each call gives new objects. */
export function loadClass(): KeptClass {
  return JSON.parse(Deno.readTextFileSync(kept));
}

/** Keeps a class for {@linkcode loadClass}. */
export function keepClass(made: KeptClass): void {
  Deno.writeTextFileSync(kept, JSON.stringify(made, undefined, 2) + "\n");
}

/** A submission in which no lesson has a file. */
export function missingStudent(student: string): StudentRecord {
  const { lessons } = loadClass();
  const checks = (names: readonly Text[]) =>
    names.map((name) => outcome({ name, state: "not started" }));
  return {
    student,
    remarks: [],
    lessons: lessons.map(({ folder, checks: names }): LessonRecord => ({
      student,
      lesson: folder,
      state: "missing",
      checks: checks(names),
      key: "",
    })),
  };
}

/** What a page must show as text, and never take for markup or for a script. */
export const attack =
  `"'><script>document.title = "broken in"</script><img src=x onerror="document.title = 'broken in'">]]>&amp;\u0000\u001b[31m\ud800\uffff\u202e`;

/** A submission that says {@linkcode attack} wherever it can say anything. */
export function hostileStudent(): StudentRecord {
  const { student } = loadClass();
  const said: Text = { en: attack, ko: attack };
  const [first, ...rest] = student.lessons;
  const failed = first.checks.find(({ state }) => state === "failed")!;
  const text = JSON.stringify(failed.wire, (key, value) => {
    if (key === "file" || key === "message") return attack;
    return key === "sample" ? btoa("<script>alert(1)</script>") : value;
  });
  const checks = [
    outcome({
      name: said,
      state: "failed",
      told: { mistake: attack, expected: said, came: said, steps: [said] },
      printed: attack,
      place: { file: attack, line: 1, column: 1, url: attack },
      wire: JSON.parse(text),
    }),
    outcome({ name: said, state: "passed", printed: attack }),
    outcome({
      name: said,
      state: "could not be checked",
      told: { note: said },
    }),
    outcome({ name: said, state: "not started", told: { note: said } }),
  ];
  return {
    student: attack,
    remarks: [
      { kind: "tampering", text: said },
      { kind: "note", text: said },
    ],
    lessons: [{ ...first, student: attack, checks, note: said }, ...rest],
  };
}

/** A check with nothing to say but what `more` says. */
export function outcome(
  more: Pick<Outcome<Text>, "name" | "state"> & Partial<Outcome<Text>>,
): Outcome<Text> {
  return { printed: "", ms: 1, ...more };
}
