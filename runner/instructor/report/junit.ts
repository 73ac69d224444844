/**
 * `junit.xml`: the class as JUnit XML, one suite for each student and lesson,
 * one case a check. It is written piece by piece, and is of the shape that
 * both the schema of Ant's reports and that of Jenkins' xUnit plugin allow.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { Outcome } from "../../../tests/support/verdict/outcome.ts";
import {
  finerPoint,
  messageOf,
  toldIn,
} from "../../../tests/support/verdict/told.ts";
import { shownAs } from "../../run/verdict.ts";
import type { Shown } from "../../run/verdict.ts";
import { stateNames } from "../../screen/verdict.ts";
import type { LessonRecord, StudentRecord } from "../record.ts";
import { markup } from "./markup.ts";

/** How the suites of a student are written. */
export interface JunitOptions {
  /** The number of the first suite; the first of the file is 0. */
  firstId: number;
  /** When the submissions were marked. */
  when: Date;
  language: Language;
}

/** What stands before all suites. */
export const junitHead =
  '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';

/** What stands behind them. */
export const junitTail = "</testsuites>\n";

/** The suites of one student, one a lesson. */
export function junitSuites(
  { student, remarks, lessons }: StudentRecord,
  { firstId, when, language }: JunitOptions,
): string {
  const remarked = remarks.map(({ kind, text }) =>
    property(kind, text[language])
  ).join("");
  return lessons.map((record, i) => {
    const { lesson, checks, note, course } = record;
    const marked = course === undefined ? "" : property("course", course);
    const count = (...states: Shown[]) =>
      checks.filter((check) => states.includes(shownAs(check))).length;
    const attributes = {
      name: `${student} ${lesson}`,
      package: student,
      id: `${firstId + i}`,
      // Without a time zone: the schema does not want one.
      timestamp: when.toISOString().slice(0, 19),
      hostname: "localhost",
      tests: `${checks.length}`,
      failures: `${count("failed")}`,
      errors: `${count("could not be checked")}`,
      skipped: `${count("not started", "not on this system", "finer point")}`,
      time: seconds(checks.reduce((sum, { ms }) => sum + ms, 0)),
    };
    const cases = checks.map((check) => testCase(check, record, language));
    return `<testsuite${written(attributes)}>
<properties>
${marked}${remarked}</properties>
${cases.join("\n")}
<system-out>${markup(printedBy(checks, language))}</system-out>
<system-err>${markup(note?.[language] ?? "")}</system-err>
</testsuite>
`;
  }).join("");
}

function property(name: string, value: string): string {
  return `<property${written({ name, value })}/>\n`;
}

function testCase(
  { name, state: came, extra, told, ms }: Outcome<Text>,
  { student, lesson, state: whole }: LessonRecord,
  language: Language,
): string {
  const head = `<testcase${
    written({
      name: name[language],
      // What is behind the last point is the class, all before its package.
      classname: `${student}.${lesson}`,
      time: seconds(ms),
    })
  }`;
  const state = shownAs({ state: came, extra });
  if (state === "passed") return `${head}/>`;
  const said = told && toldIn(told, language);
  const words = state === "finer point"
    ? `${finerPoint(name[language], language)}\n${messageOf(said, language)}`
    : messageOf(said, language);
  const about = written({
    message: said?.came ?? said?.note ?? stateNames[state][language],
    type: whole === "missing" ? whole : state,
  });
  const element = elements[state];
  return `${head}>\n<${element}${about}>${
    markup(words)
  }</${element}>\n</testcase>`;
}

const elements = {
  failed: "failure",
  "not started": "skipped",
  "could not be checked": "error",
  "not on this system": "skipped",
  // No failure, which would turn the whole red.
  "finer point": "skipped",
};

/** What was printed belongs to the whole suite, so each part says whose. */
function printedBy(
  checks: readonly Outcome<Text>[],
  language: Language,
): string {
  return checks.filter(({ printed }) => printed !== "")
    .map(({ name, printed }) => `${name[language]}:\n${printed}`).join("\n");
}

function written(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${markup(value)}"`).join("");
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
