import { messagesOf } from "../../../tests/support/verdict/told.ts";
import assert from "node:assert/strict";
import type { StudentRecord } from "../record.ts";
import { junitHead, junitSuites, junitTail } from "./junit.ts";
import { hostileStudent, loadClass, missingStudent } from "./fixtures/made.ts";
import { elementsOf, parseXml, textOf } from "./fixtures/parse_xml.ts";
import type { Element } from "./fixtures/parse_xml.ts";

const when = new Date("2026-11-22T10:30:00.500+09:00");

function fileOf(...students: StudentRecord[]): Element {
  let firstId = 0;
  const suites = students.map((student) => {
    const text = junitSuites(student, { firstId, when, language: "en" });
    firstId += student.lessons.length;
    return text;
  });
  return parseXml(junitHead + suites.join("") + junitTail);
}

/**
 * What the schema of Ant's reports (JUnit.xsd of Windy Road) asks of each
 * element: its attributes, and its children in their order as a pattern. The
 * schema of Jenkins' xUnit plugin (junit-10.xsd) allows all of it as well.
 */
const schema: Record<string, [RegExp, Record<string, RegExp>]> = {
  testsuites: [/^(testsuite )*$/, {}],
  testsuite: [/^properties (testcase )*system-out system-err $/, {
    name: /\S/,
    package: /\S/,
    id: /^\d+$/,
    timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    hostname: /\S/,
    tests: /^\d+$/,
    failures: /^\d+$/,
    errors: /^\d+$/,
    skipped: /^\d+$/,
    time: /^\d+\.\d+$/,
  }],
  properties: [/^(property )*$/, {}],
  property: [/^$/, { name: /\S/, value: /^/ }],
  testcase: [/^(skipped |error |failure )?$/, {
    name: /\S/,
    classname: /\S/,
    time: /^\d+\.\d+$/,
  }],
  skipped: [/^$/, { message: /^/, type: /\S/ }],
  error: [/^$/, { message: /^/, type: /\S/ }],
  failure: [/^$/, { message: /^/, type: /\S/ }],
  "system-out": [/^$/, {}],
  "system-err": [/^$/, {}],
};

function expectValid(element: Element): void {
  const [children, attributes] = schema[element.name];
  const names = elementsOf(element).map(({ name }) => `${name} `).join("");
  assert.match(names, children);
  assert.deepEqual(
    Object.keys(element.attributes).sort(),
    Object.keys(attributes).sort(),
  );
  for (const [name, pattern] of Object.entries(attributes)) {
    assert.match(element.attributes[name], pattern);
  }
  elementsOf(element).forEach(expectValid);
}

Deno.test("junitSuites() makes XML of the shape that Ant and Jenkins read", () => {
  const root = fileOf(
    loadClass().student,
    missingStudent("lee"),
    hostileStudent(),
  );
  expectValid(root);
  const ids = elementsOf(root).map(({ attributes }) => attributes.id);
  assert.deepEqual(ids, ids.map((_, i) => `${i}`));
});

Deno.test("junitSuites() names the version of the course", () => {
  const { student } = loadClass();
  const [first] = student.lessons;
  const lessons = [{ ...first, course: "1.2.3" }];
  const [suite] = elementsOf(fileOf({ ...student, lessons }));
  const [course] = elementsOf(elementsOf(suite)[0]);
  assert.deepEqual(course.attributes, { name: "course", value: "1.2.3" });
});

Deno.test("junitSuites() counts what it lists", () => {
  for (const suite of elementsOf(fileOf(loadClass().student))) {
    const cases = elementsOf(suite).filter(({ name }) => name === "testcase");
    const count = (name: string) =>
      cases.filter((one) => elementsOf(one)[0]?.name === name).length;
    const { tests, failures, errors, skipped } = suite.attributes;
    assert.deepEqual(
      [tests, failures, errors, skipped].map(Number),
      [cases.length, count("failure"), count("error"), count("skipped")],
    );
  }
});

Deno.test("junitSuites() says what each check says", () => {
  const { student } = loadClass();
  const [connect, client, both] = elementsOf(fileOf(student));
  assert.equal(connect.attributes.name, "김민준 20231234 03_connect");
  const [, hang, , blocked] = elementsOf(client)
    .filter(({ name }) => name === "testcase");
  const [failure] = elementsOf(hang);
  const { told } = student.lessons[1].checks[1];
  assert.equal(failure.name, "failure");
  assert.match(failure.attributes.message, /^Still waiting in read\(\)/);
  assert.equal(textOf(failure), messagesOf(told).en);
  assert.equal(elementsOf(blocked)[0].name, "error");
  const begun = elementsOf(both).find(({ name }) => name === "testcase")!;
  assert.equal(elementsOf(begun)[0].attributes.type, "not started");
});

Deno.test("junitSuites() tells a missing file from a lesson not started", () => {
  const [suite] = elementsOf(fileOf(missingStudent("lee")));
  const skipped = elementsOf(elementsOf(suite)[1])[0];
  assert.deepEqual([skipped.name, skipped.attributes.type], [
    "skipped",
    "missing",
  ]);
});

Deno.test("junitSuites() makes no failure of a finer point that is missed", () => {
  const { student } = loadClass();
  const [lesson] = student.lessons;
  const checks = lesson.checks.map((check) => ({
    ...check,
    ...(check.state === "failed" ? { extra: true as const } : {}),
  }));
  const root = fileOf({ ...student, lessons: [{ ...lesson, checks }] });
  expectValid(root);
  const [suite] = elementsOf(root);
  assert.equal(suite.attributes.failures, "0");
  const skipped = elementsOf(suite).flatMap(elementsOf)
    .filter(({ name }) => name === "skipped");
  assert.equal(skipped[0].attributes.type, "finer point");
  assert.match(textOf(skipped[0]), /^A careful engineer would also see to/);
});
