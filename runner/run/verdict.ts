/**
 * From the outcomes of a lesson's checks to the verdict on the lesson.
 *
 * @module
 */
import { map } from "../../tests/support/text.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { inLanguage } from "../../tests/support/verdict/outcome.ts";
import type {
  LessonState,
  Outcome,
  State,
} from "../../tests/support/verdict/outcome.ts";
import { noteOf } from "../../tests/support/verdict/told.ts";
import type { Told } from "../../tests/support/verdict/told.ts";
import type { Lesson } from "../course.ts";
import type { Run } from "./checks.ts";

/**
 * The neutral record of one graded lesson, in one language, or in all of them
 * as `Verdict<Text>`; all that is shown comes from it.
 */
export interface Verdict<Words = string> {
  lesson: Lesson;
  state: LessonState;
  checks: Outcome<Words>[];
  /** What is to be said of the run as a whole. */
  note?: Words;
}

/** Makes the verdict of a run. */
export function verdictOf(lesson: Lesson, run: Run): Verdict<Text> {
  const checks = run.outcomes.map(inWords);
  const after = rest(run);
  const note = run.stopped === undefined
    ? undefined
    : map(stopped(run), (words, language) => words + after[language]);
  return { lesson, state: stateOf(run), checks, note };
}

/** The verdict for people who read `language`. */
export function translate(
  { checks, note, ...verdict }: Verdict<Text>,
  language: Language,
): Verdict {
  return {
    ...verdict,
    checks: checks.map((check) => inLanguage(check, language)),
    note: note?.[language],
  };
}

/** How many checks are in a state. */
export function countOf(
  verdict: Pick<Verdict<unknown>, "checks">,
  state: State,
): number {
  return verdict.checks.filter((check) => check.state === state).length;
}

/**
 * The checks that must pass: all but those that this system cannot show, and
 * the finer points.
 */
export function counted<C extends { state: string; extra?: true }>(
  checks: readonly C[],
): C[] {
  return checks.filter(({ state, extra }) =>
    state !== "not on this system" && !extra
  );
}

/** How a check is shown: a finer point that was missed is no failure. */
export type Shown = State | "finer point";

/** How a check is shown. */
export function shownAs(
  { state, extra }: Pick<Outcome<unknown>, "state" | "extra">,
): Shown {
  return extra && state === "failed" ? "finer point" : state;
}

/** What counts how much in the mark of a lesson. */
export interface Counting {
  /** Points of functions against each other; one that is not named has 1. */
  points?: Readonly<Record<string, number>>;
  /** Finer points count like the other checks of their function. */
  extras?: boolean;
}

/** A check, as far as its mark goes. */
export type Markable = Pick<Outcome<unknown>, "state" | "needs" | "extra">;

/** The function whose mark a check is a part of. */
export function functionOf({ needs = [] }: Markable): string {
  return needs[0] ?? "";
}

/**
 * What each check is worth of its lesson; all of them together are 1. A lesson
 * is shared among its functions, by their points, and a function's share in
 * equal parts among its checks. A check that does not count is worth 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sharesOf } from "./verdict.ts";
 *
 * const check = (name: string) => ({ state: "passed" as const, needs: [name] });
 * const checks = [check("ask"), check("ask"), check("serve")];
 * assert.deepEqual(sharesOf(checks), [0.25, 0.25, 0.5]);
 * assert.deepEqual(sharesOf(checks, { points: { serve: 3 } }), [
 *   0.125,
 *   0.125,
 *   0.75,
 * ]);
 * ```
 */
export function sharesOf(
  checks: readonly Markable[],
  { points = {}, extras = false }: Counting = {},
): number[] {
  const counts = ({ state, extra }: Markable) =>
    state !== "not on this system" && (extras || !extra);
  const sizes = new Map<string, number>();
  for (const check of checks.filter(counts)) {
    const name = functionOf(check);
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const pointsOf = (name: string) => points[name] ?? 1;
  const all = [...sizes.keys()].reduce((sum, name) => sum + pointsOf(name), 0);
  return checks.map((check) => {
    const name = functionOf(check);
    return all > 0 && counts(check)
      ? pointsOf(name) / all / sizes.get(name)!
      : 0;
  });
}

/** The mark of a lesson, from 0 to 100: what its passed checks are worth. */
export function markOf(
  checks: readonly Markable[],
  counting?: Counting,
): number {
  const shares = sharesOf(checks, counting);
  const mark = checks.reduce(
    (sum, { state }, i) => state === "passed" ? sum + shares[i] : sum,
    0,
  );
  // A sum of thirds may miss a whole number by a hair.
  return Math.round(mark * 1e11) / 1e9;
}

/** The checks that were not run, each with all that were not for one reason. */
export function groupsOf(checks: readonly Outcome[]): Map<Outcome, Outcome[]> {
  const groups = Map.groupBy(
    checks.filter(({ state }) => state === "could not be checked"),
    (check) => rootOf(check, checks) ?? check.told?.note ?? "",
  );
  return new Map(
    [...groups.values()].flatMap((group) => group.map((one) => [one, group])),
  );
}

/** The check that one waits for in the end, which has waited for none. */
export function rootOf(
  check: Outcome,
  checks: readonly Outcome[],
): string | undefined {
  let root = check.told?.waitsFor;
  // Not more steps than there are checks, whatever their names.
  for (let i = 0; i < checks.length; i++) {
    const next = checks.find(({ name }) => name === root)?.told?.waitsFor;
    if (next === undefined) break;
    root = next;
  }
  return root;
}

/** The state of a lesson, from those of its checks. */
export function stateOf(
  { outcomes, stopped }: Pick<Run, "outcomes" | "stopped">,
): LessonState {
  const checks = counted(outcomes);
  const some = (state: State) => checks.some((check) => check.state === state);
  if (some("failed")) return "failed";
  if (
    stopped !== undefined || checks.length === 0 ||
    some("could not be checked")
  ) {
    return "could not be checked";
  }
  return some("not started") ? "not started" : "passed";
}

/** Puts what Deno itself says of a check into words for the student. */
export function inWords(outcome: Outcome<Text>): Outcome<Text> {
  const { told, denoSays = "" } = outcome;
  if (told !== undefined || outcome.state !== "failed") return outcome;
  if (denoSays.includes("attempted to exit")) {
    return { ...outcome, told: exited };
  }
  const timeout = /^Test timed out after (\d+)ms/.exec(denoSays);
  if (timeout !== null) {
    const ms = Number(timeout[1]);
    return { ...outcome, ms, told: endless(ms / 1000) };
  }
  return {
    ...outcome,
    told: noteOf(
      denoSays === "" ? wordless : { en: denoSays, ko: denoSays },
    ),
  };
}

/** Deno ends all checks at once when it has nothing left to wait for. */
const wordless: Text = {
  en:
    "Deno ended this check before it could say anything: see the first failure, or look for a promise whose rejection nobody catches.",
  ko:
    "Deno가 이 검사를 도중에 끝냈습니다. 첫 실패를 보거나, 거부를 아무도 처리하지 않는 프로미스가 있는지 찾아보십시오.",
};

const exited: Told<Text> = {
  mistake: "endsTheProgram",
  expected: {
    en: "Your function returns, or throws an error.",
    ko: "함수가 값을 돌려주거나 오류를 던집니다.",
  },
  came: {
    en: "It ended the whole program.",
    ko: "프로그램 전체를 끝냈습니다.",
  },
  why: {
    en:
      "A program that exits takes every other connection of it down, and nobody learns why.",
    ko:
      "프로그램이 끝나면 다른 연결도 모두 끊기고, 까닭은 아무도 알 수 없습니다.",
  },
  look: {
    en: "Throw an error, and let the caller decide.",
    ko: "오류를 던지고 호출한 쪽이 정하게 하십시오.",
  },
};

function endless(seconds: number): Told<Text> {
  return {
    mistake: "neverGivesControlBack",
    expected: {
      en: "Your code gives control back now and then.",
      ko: "코드가 이따금 제어를 넘겨줍니다.",
    },
    came: {
      en: `It kept the processor to itself for ${seconds} s and was ended.`,
      ko: `${seconds}초 동안 프로세서를 붙잡고 있어서 강제로 끝냈습니다.`,
    },
    why: {
      en:
        "A loop never ends and never waits for anything that takes time. `while (true)` with a read() into an empty buffer, or a condition that nothing in the loop changes, does that. On a slow or busy machine code that only takes long is ended too: then run the checks again.",
      ko:
        "끝나지도 않고 시간이 걸리는 일을 기다리지도 않는 반복문이 있습니다. 빈 버퍼로 read()를 되풀이하는 `while (true)`나, 반복문 안에서 바뀌지 않는 조건이 그렇습니다. 느리거나 바쁜 컴퓨터에서는 오래 걸릴 뿐인 코드도 끝낼 수 있으니, 그런 경우라면 다시 실행하십시오.",
    },
    look: {
      en: "What changes in each round of your loops, and what ends them?",
      ko: "반복할 때마다 무엇이 바뀌고, 무엇이 반복을 끝냅니까?",
    },
  };
}

function stopped(run: Run): Text {
  const seconds = Math.round(run.ms / 1000);
  switch (run.stopped) {
    case "too long":
      return {
        en:
          `The checks were ended after ${seconds} s. Either the code never came to an end, or this machine is too slow or too busy: then run them again.`,
        ko:
          `검사를 ${seconds}초 뒤에 끝냈습니다. 코드가 끝나지 않거나, 이 컴퓨터가 너무 느리거나 바쁜 경우입니다. 바쁜 경우라면 다시 실행하십시오.`,
      };
    case "out of memory":
      return {
        en:
          "The checks were ended: the code used up all memory that a lesson may have. Usually a loop puts something into an array for ever.",
        ko:
          "코드가 한 과에 허용된 메모리를 모두 써서 검사가 끝났습니다. 대개 반복문이 배열에 끝없이 무언가를 넣은 경우입니다.",
      };
    default: {
      const reason = run.errors.trim().split("\n").slice(0, 6).join("\n");
      return {
        en:
          `The process that runs the checks ended before its time.\n${reason}`,
        ko: `검사를 실행하는 프로세스가 도중에 끝났습니다.\n${reason}`,
      };
    }
  }
}

function rest({ outcomes }: Run): Text {
  return outcomes.length === 0 ? { en: "", ko: "" } : {
    en: " The checks that are not listed were not run.",
    ko: " 목록에 없는 검사는 실행되지 않았습니다.",
  };
}
