/**
 * The proof that a mistake costs what it broke: what each wrong answer keeps of
 * the mark of its lesson, and that it loses nothing in a function that it
 * neither touches nor reaches.
 *
 * @module
 */
import type { Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { functionOf, markOf, sharesOf } from "../run/verdict.ts";

/** What a wrong answer keeps. */
export interface Credit {
  file: string;
  /** The mark that it gets, from 0 to 100. */
  mark: number;
  /** For each function how many of its checks passed, such as `probe 3/5`. */
  parts: string[];
}

/** A mark below this is a mistake that costs more than half of the lesson. */
const half = 50;

/** The part of all wrong answers that may cost more than half of a lesson. */
const mostCostly = 0.03;

/** What came of the checks of a lesson as a mark. */
export function creditOf(
  file: string,
  outcomes: readonly Outcome<Text>[],
): Credit {
  const shares = sharesOf(outcomes);
  const must = outcomes.filter((_, i) => shares[i] > 0);
  const parts = [...Map.groupBy(must, functionOf)].map(([name, checks]) => {
    const passed = checks.filter(({ state }) => state === "passed").length;
    return `${name} ${passed}/${checks.length}`;
  });
  return { file, mark: markOf(outcomes), parts };
}

/** Those that cost more than half, from the dearest on. */
export function costly(credits: readonly Credit[]): Credit[] {
  return credits.filter(({ mark }) => mark < half)
    .sort((a, b) => a.mark - b.mark || a.file.localeCompare(b.file));
}

/** What is said where too many of them cost more than half of their lesson. */
export function tooCostly(credits: readonly Credit[]): string | undefined {
  const dear = costly(credits);
  return dear.length <= mostCostly * credits.length
    ? undefined
    : `more than ${100 * mostCostly} % of the mistakes cost more than half:\n${
      creditLines(credits).join("\n")
    }`;
}

/** What a lesson's wrong answers keep, for the screen. */
export function creditLines(credits: readonly Credit[]): string[] {
  const dear = costly(credits);
  return [
    `credit: ${dear.length} of ${credits.length} cost more than half`,
    ...dear.map(({ file, mark, parts }) =>
      `  ${mark.toFixed(0).padStart(3)}  ${file}: ${parts.join(", ")}`
    ),
  ];
}

/**
 * The functions that a wrong answer writes anew, from its source: it is not
 * loaded, because it may never finish loading. Undefined for one that does not
 * take over the solution's others, and so has all of its own.
 */
export function touchedBy(source: string): Set<string> | undefined {
  if (!/^export \* from /m.test(source)) return undefined;
  const declared = source.matchAll(
    /^export (?:async )?(?:function\*?|const|let|var) +(\w+)/gm,
  );
  const listed = source.matchAll(/^export \{([^}]*)\}/gm);
  return new Set([
    ...[...declared].map(([, name]) => name),
    ...[...listed].flatMap(([, names]) =>
      names.split(",").map((name) => name.trim().split(/\s+as\s+/).at(-1)!)
    ),
  ]);
}

/** Mistakes of a file that is not loaded at all. */
const unloaded: (string | undefined)[] = [
  "cannotBeLoaded",
  "importsWhatIsNotAllowed",
  "isNoTextFile",
];

/** What a wrong answer loses where it has changed nothing, one sentence each. */
export function lostElsewhere(
  file: string,
  source: string,
  outcomes: readonly Outcome<Text>[],
): string[] {
  // What is not loaded has none of its functions.
  if (outcomes.some(({ told }) => unloaded.includes(told?.mistake))) return [];
  const touched = touchedBy(source);
  if (touched === undefined) return [];
  return outcomes.filter(({ state, needs = [] }) =>
    state !== "passed" && state !== "not on this system" &&
    !needs.some((name) => touched.has(name))
  ).map(({ name, state }) =>
    `${file}: "${name.en}" is ${state}, and calls nothing of ${
      [...touched].join(", ")
    }`
  );
}
