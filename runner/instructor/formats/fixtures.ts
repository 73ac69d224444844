/**
 * A submission that nobody made: two lessons, every state, and every kind of
 * text that a format has to carry.
 *
 * @module
 */
import type { Outcome, State } from "../../../tests/support/verdict/outcome.ts";
import type { Text } from "../../../tests/support/text.ts";
import type { Told } from "../../../tests/support/verdict/told.ts";
import type { MarkedLesson, StudentRecord } from "../record.ts";

function check(en: string, ko: string, state: State): Outcome<Text> {
  const told: Told<Text> = {
    expected: { en: "<b>two</b> bytes.", ko: "2바이트." },
    came: { en: "\x1b[31mone\x1b[0m.", ko: "1바이트." },
  };
  const printed = state === "failed" ? "```\n</pre>안녕\n" : "";
  return {
    name: { en, ko },
    state,
    ...(state === "failed" ? { told } : {}),
    printed,
    ms: 12.5,
  };
}

/** Two lessons, of which the second counts three times as much. */
export const lessons: readonly MarkedLesson[] = [
  {
    number: 3,
    name: "connect",
    folder: "03_connect",
    title: { en: "connect: reaching another program", ko: "connect: 연결하기" },
    weight: 1,
    checks: [{ en: "one", ko: "하나" }, { en: "two", ko: "둘" }],
  },
  {
    number: 11,
    name: "many_clients",
    folder: "11_many_clients",
    title: { en: "many clients", ko: "여러 클라이언트" },
    weight: 3,
    checks: ["a", "b", "c"].map((name) => ({ en: name, ko: name })),
  },
];

/** Half of the first lesson, and two thirds of the second. */
export const student: StudentRecord = {
  student: "김하나 (20261234)",
  remarks: [
    {
      kind: "tampering",
      text: {
        en: "extra.ts is a link that leads out of the submission.",
        ko: "extra.ts는 제출물 밖을 가리키는 링크입니다.",
      },
    },
  ],
  lessons: [
    {
      student: "김하나 (20261234)",
      lesson: "03_connect",
      state: "failed",
      checks: [
        check("one", "하나", "passed"),
        check("two | **bold**", "둘", "failed"),
      ],
      note: { en: "It ended early.", ko: "일찍 끝났습니다." },
      key: "secret",
    },
    {
      student: "김하나 (20261234)",
      lesson: "11_many_clients",
      state: "not started",
      checks: [
        check("a", "가", "passed"),
        check("b", "나", "passed"),
        check("c", "다", "could not be checked"),
      ],
      key: "secret",
    },
  ],
};

/** The same student, marked on a system that cannot show a check more. */
export const lacking: StudentRecord = {
  ...student,
  lessons: student.lessons.map((record) => ({
    ...record,
    checks: [...record.checks, check("z", "하", "not on this system")],
  })),
};

/** The same student, who handed in nothing at all. */
export const nothing: StudentRecord = {
  student: student.student,
  remarks: [],
  lessons: student.lessons.map((record) => ({
    ...record,
    state: "missing",
    note: undefined,
    checks: record.checks.map(({ name }) => ({
      name,
      state: "not started",
      message: { en: "", ko: "" },
      printed: "",
      ms: 0,
    })),
  })),
};
