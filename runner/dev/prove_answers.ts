/**
 * The proof that the checks of a lesson tell right from wrong: they refuse each
 * wrong answer with the words that it is there for, and pass each right one.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { messagesOf } from "../../tests/support/verdict/told.ts";
import { filesBelow, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { shuffled } from "../../tests/support/network/segments.ts";
import { moduleUrl } from "../module_url.ts";
import { allChecks, toCheck } from "../instructor/mark/class.ts";
import { runChecks } from "../run/checks.ts";
import type { Run } from "../run/checks.ts";
import { inOrder } from "../run/in_order.ts";
import { counted, inWords } from "../run/verdict.ts";
import { list, pathsOf, runAnswer } from "./answers.ts";
import { changedWords, keptIn, readKept, wordsToKeep } from "./kept_words.ts";
import { creditOf, lostElsewhere } from "./prove_credit.ts";
import type { Credit } from "./prove_credit.ts";
import { toldOtherwise } from "./systems.ts";

/** What was found out about the answers to one lesson. */
export interface AnswersProof {
  wrongAnswers: number;
  rightAnswers: number;
  refused: number;
  /** Refused by a verdict that names the mistake. */
  rightWords: number;
  /** Left out, because the system cannot show the check that refuses them. */
  leftOut: number;
  /** What each wrong answer keeps of the mark. */
  credits: Credit[];
  /** What does not hold, one sentence each. */
  faults: string[];
}

/** Wrong answers of a lesson that are tried on a played system: so many. */
export interface Sample {
  count: number;
  /** Which ones: others for another seed. */
  seed: number;
}

/**
 * Runs all wrong and right answers; on the played system `system`, if given,
 * those wrong answers that `sample` chooses.
 */
export async function proveAnswers(
  lesson: Lesson,
  system?: string,
  sample?: Sample,
): Promise<AnswersProof> {
  const paths = pathsOf(lesson);
  const all = list(paths.wrongAnswers);
  const wrong = sample === undefined ? all : shuffled(sample.seed, all.length)
    .slice(0, sample.count).sort((a, b) => a - b).map((i) => all[i]);
  const right = list(paths.rightAnswers);
  const proof: AnswersProof = {
    wrongAnswers: wrong.length,
    rightAnswers: right.length,
    refused: 0,
    rightWords: 0,
    leftOut: 0,
    credits: [],
    faults: [],
  };
  // The stub knows all checks, also where a wrong answer ends the run early.
  const known = await runChecks({ lesson, instead: paths.stub });
  // What a mistake costs is proved once, on this system.
  const marking = system === undefined;
  // Two at a time: most of a wrong answer's time is spent in waiting.
  const refusals = inOrder(wrong, async (file) => {
    const instead = join(paths.wrongAnswers, file);
    return { file, run: await runAnswer({ lesson, instead, marking }, system) };
  }, 2);
  const kept = readKept(lesson);
  const mistakes = await mistakesOf(lesson);
  let said = "";
  for await (const { file, run } of refusals) {
    if (isLeftOut(keptIn(kept, file), run)) {
      proof.leftOut++;
      continue;
    }
    const failed = failuresOf(run);
    if (failed.length > 0) proof.refused++;
    said += wordsToKeep(file, failed[0]);
    const mistake = mistakeOf(file);
    const here = toldOtherwise[system ?? ""]?.[mistake] ?? mistake;
    const fault = compareName(here, failed[0]);
    if (fault === undefined) proof.rightWords++;
    else proof.faults.push(`${file}: ${fault}`);
    const outcomes = allChecks(run.outcomes, known.outcomes.map(toCheck));
    const source = Deno.readTextFileSync(join(paths.wrongAnswers, file));
    proof.credits.push(creditOf(file, outcomes));
    if (marking && run.stopped === undefined) {
      proof.faults.push(...lostElsewhere(file, source, outcomes));
    }
  }
  proof.faults.push(...unpaired(mistakes, all));
  // On another system numbers and errors are told in other words.
  if (system === undefined) proof.faults.push(...changedWords(kept, said));
  for (const file of right) {
    const instead = join(paths.rightAnswers, file);
    const run = await runAnswer({ lesson, instead }, system);
    proof.faults.push(...notPassed(file, run));
  }
  return proof;
}

/** What failed, in words: first what must pass, then the finer points. */
export function failuresOf({ outcomes }: Run): Outcome<Text>[] {
  const failed = outcomes.filter(({ state }) => state === "failed")
    .map(inWords);
  return [
    ...failed.filter(({ extra }) => !extra),
    ...failed.filter(({ extra }) => extra),
  ];
}

/**
 * What keeps an answer from passing the lesson, one sentence each; with
 * `extras`, also what it misses of the finer points.
 */
export function notPassed(
  what: string,
  run: Run,
  { extras = false } = {},
): string[] {
  const must = extras
    ? run.outcomes.filter(({ state }) => state !== "not on this system")
    : counted(run.outcomes);
  const faults = must
    .filter(({ state }) => state !== "passed")
    .map(({ name, state, told }) =>
      `${what}: "${name.en}" is ${state}: ${messagesOf(told).en}`
    );
  if (run.stopped !== undefined) faults.push(`${what}: ${run.stopped}`);
  return faults;
}

/** True where the check that refuses an answer is not possible here. */
function isLeftOut(check: string | undefined, { outcomes }: Run): boolean {
  return outcomes.some(({ name, state }) =>
    name.en === check && state === "not on this system"
  );
}

/** The mistakes that no wrong answer makes, and the other way round. */
function unpaired(
  mistakes: readonly string[],
  files: readonly string[],
): string[] {
  const made = new Set(files.map(mistakeOf));
  const known = mistakesOfKit().union(new Set(mistakes));
  return [
    ...mistakes.filter((mistake) => !made.has(mistake))
      .map((mistake) => `no wrong answer makes the mistake ${mistake}`),
    ...files.filter((file) => !known.has(mistakeOf(file)))
      .map((file) => `${file}: no catalogue has a mistake of this name`),
  ];
}

/** Compares the mistake that a file is named after with the one it is told. */
function compareName(
  mistake: string,
  first: Outcome<Text> | undefined,
): string | undefined {
  if (first === undefined) return "it passes";
  const told = first.told?.mistake ?? "none";
  return told === mistake
    ? undefined
    : `it is told the mistake ${told} by "${first.name.en}": ${
      messagesOf(first.told).en
    }`;
}

/*
 * The names that join a mistake in a catalogue, the failure that tells it, and
 * the wrong answers that make it: `swallowsTheRefusal` in `words.ts` is made by
 * `swallows_the_refusal.ts`, and by any `swallows_the_refusal__how.ts`.
 */

/**
 * The name of the mistake that a wrong answer makes.
 */
export function mistakeOf(file: string): string {
  const [name] = file.replace(/\.ts$/, "").split("__");
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The mistakes in the catalogue of a lesson; a new lesson may have none. */
export async function mistakesOf(lesson: Lesson): Promise<string[]> {
  const path = join(pathsOf(lesson).checksOwn, "words.ts");
  if (!existsSync(path)) return [];
  const { mistakes = {} } = await import(moduleUrl(path));
  return Object.keys(mistakes);
}

/** The mistakes that the kit knows in every lesson, from its source. */
export function mistakesOfKit(): Set<string> {
  const found = new Set<string>();
  for (const path of filesBelow(root, "tests/support")) {
    if (!path.endsWith(".ts") || path.endsWith("_test.ts")) continue;
    const source = Deno.readTextFileSync(join(root, path));
    // Where it depends on something, both names stand there.
    for (const [, value] of source.matchAll(/\bmistake:([^,;]*)[,;]/g)) {
      for (const [, name] of value.matchAll(/"(\w+)"/g)) found.add(name);
    }
  }
  return found;
}
