/**
 * Mutants: programs with one mistake, made by rules from the solution of each
 * lesson and, but for slips, from three other right answers. The checks refuse
 * each of them, or it is right all the same and `tests/equal_mutants/` says why.
 *
 * `deno task mutants 3` shows those that survive in lesson 3; see `--help`.
 *
 * @module
 */
import { basename, join } from "node:path";
import { shuffled } from "../../tests/support/network/segments.ts";
import { t } from "../../tests/support/text.ts";
import { runCommand } from "../cli.ts";
import type { Command, Typed } from "../cli.ts";
import { findLessons, lessonCalled, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { allChecks, toCheck } from "../instructor/mark/class.ts";
import { moduleUrl } from "../module_url.ts";
import { runChecks } from "../run/checks.ts";
import type { Run } from "../run/checks.ts";
import { inOrder } from "../run/in_order.ts";
import { list, pathsOf } from "./answers.ts";
import { data } from "./mutants/data.ts";
import { habits } from "./mutants/habits.ts";
import type { Mutant } from "./mutants/operator.ts";
import { slips } from "./mutants/slips.ts";
import { creditLines, creditOf } from "./prove_credit.ts";
import type { Credit } from "./prove_credit.ts";

/** All operators by their names. */
export const operators: Record<string, Deno.lint.Rule> = {
  ...slips,
  ...data,
  ...habits,
};

/** Which mutants to judge: all, but for what is said here. */
export interface Choice {
  /** Names of programs: `solution`, or a right answer. */
  programs?: readonly string[];
  operators?: readonly string[];
  /** How many, picked by the seed. */
  sample?: number;
  seed?: number;
  /** Run each to its end, so that its mark is known. */
  credit?: boolean;
  /** Told of each survivor as soon as it is known. */
  onSurvivor?: (mutant: MutantOf) => void;
}

/** A mutant of one of a lesson's programs. */
export interface MutantOf extends Mutant {
  /** The program that it is made of. */
  original: string;
  /** Its name in `tests/equal_mutants/`. */
  key: string;
}

/** What came of a mutant. */
export interface Judged {
  mutant: MutantOf;
  survives: boolean;
  /** It was stopped before any check had refused it, on a slow machine. */
  isOpen: boolean;
  /** What it keeps of the mark, where all checks were run. */
  credit?: Credit;
}

/** What was found out about the mutants of a lesson. */
export interface MutantsProof {
  lesson: Lesson;
  made: number;
  judged: Judged[];
  /** Survivors that are not said to be right. */
  survivors: MutantOf[];
  /** How many are said to be right. */
  equal: number;
  /** What does not hold besides, such as in the list of those that are right. */
  faults: string[];
}

/** How many right answers besides the solution have mutants. */
const rightAnswers = 3;

/** The programs of a lesson that mutants are made of, by their names. */
function programsOf(lesson: Lesson): Map<string, string> {
  const paths = pathsOf(lesson);
  const others = list(paths.rightAnswers).slice(0, rightAnswers);
  return new Map([
    ["solution", paths.solution],
    ...others.map((file) =>
      [basename(file, ".ts"), join(paths.rightAnswers, file)] as const
    ),
  ]);
}

/** All mutants of all programs of a lesson. */
export async function mutantsOfLesson(lesson: Lesson): Promise<MutantOf[]> {
  const programs = [...programsOf(lesson)];
  const made = await mutantsOfFiles(programs.map(([, file]) => file));
  return programs.flatMap(([name, file], i) => {
    const original = Deno.readTextFileSync(file);
    // A slip shows what checks look at in one program as well as in four.
    const telling = made[i].filter(({ operator }) =>
      name === "solution" || !(operator in slips)
    );
    return telling.map((mutant) => {
      const key = `${name} ${mutant.operator} ${mutant.change}`;
      return { ...mutant, original, key };
    });
  });
}

/**
 * The mutants of some files, in their order. A child process makes them, because
 * only `deno test` has `Deno.lint.runPlugin()`.
 */
async function mutantsOfFiles(
  files: readonly string[],
): Promise<Mutant[][]> {
  const folder = await Deno.makeTempDir({ prefix: "mutants_" });
  try {
    const answer = join(folder, "mutants.json");
    const asker = join(folder, "asker.ts");
    await Deno.writeTextFile(asker, asking);
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "test",
        "--no-check",
        "--quiet",
        "--allow-read",
        `--allow-write=${answer}`,
        asker,
        "--",
        answer,
        ...files,
      ],
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return JSON.parse(await Deno.readTextFile(answer));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The module of that child. */
const asking = `
import { mutantsOf } from ${
  JSON.stringify(import.meta.resolve("./mutants/operator.ts"))
};
import { operators } from ${JSON.stringify(import.meta.url)};
const [answer, ...files] = Deno.args;
const mutants = files.map((file) =>
  mutantsOf(Deno.readTextFileSync(file), operators)
);
Deno.writeTextFileSync(answer, JSON.stringify(mutants));
`;

/** Makes the mutants of a lesson and has its checks judge them. */
export async function proveMutants(
  lesson: Lesson,
  choice: Choice = {},
): Promise<MutantsProof> {
  const all = await mutantsOfLesson(lesson);
  const wanted = all.filter(({ key, operator }) =>
    (choice.operators?.includes(operator) ?? true) &&
    (choice.programs?.includes(key.split(" ")[0]) ?? true)
  );
  const picked = choice.sample === undefined
    ? wanted
    : shuffled(choice.seed ?? 0, wanted.length).slice(0, choice.sample)
      .map((at) => wanted[at]);
  const equal = equalMutants(lesson);
  const proof: MutantsProof = {
    lesson,
    made: all.length,
    judged: [],
    survivors: [],
    equal: 0,
    faults: [...equal.keys()]
      .filter((key) => !all.some((mutant) => mutant.key === key))
      .map((key) => `said to be equal, but made no longer: ${key}`),
  };
  const folder = await Deno.makeTempDir({ prefix: "mutants_" });
  try {
    const known = choice.credit
      ? await runChecks({ lesson, instead: pathsOf(lesson).stub })
      : undefined;
    const judging = inOrder([...picked.entries()], async ([i, mutant]) => {
      const own = join(folder, String(i));
      await Deno.mkdir(own);
      const judged = await judge(lesson, mutant, own, known);
      await Deno.remove(own, { recursive: true });
      return judged;
    });
    for await (const judged of judging) {
      proof.judged.push(judged);
      const { mutant, survives, isOpen } = judged;
      if (isOpen) {
        proof.faults.push(
          `no verdict in time, is this machine busy? ${mutant.key}`,
        );
      } else if (equal.has(mutant.key)) {
        proof.equal++;
        if (survives) continue;
        proof.faults.push(`said to be equal, but refused: ${mutant.key}`);
      } else if (survives) {
        proof.survivors.push(mutant);
        choice.onSurvivor?.(mutant);
      }
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return proof;
}

/**
 * Runs the checks on a mutant in a folder of its own, until one refuses it. With
 * all checks that are `known`, from a run on the stub, to the end, for its mark.
 */
async function judge(
  lesson: Lesson,
  mutant: MutantOf,
  folder: string,
  known?: Run,
): Promise<Judged> {
  const { solution } = pathsOf(lesson);
  const instead = join(folder, `${lesson.name}.ts`);
  const text = mutant.text.replaceAll(
    /"(?:\.\.\/)+solutions\/[^"]+"/g,
    JSON.stringify(moduleUrl(solution)),
  );
  await Deno.writeTextFile(instead, text);
  const refused = new AbortController();
  const { outcomes, stopped } = await runChecks({
    lesson,
    instead,
    readable: [solution],
    marking: known !== undefined,
    signal: refused.signal,
    onOutcome({ state }) {
      if (known === undefined && state === "failed") refused.abort();
    },
  });
  const possible = outcomes.filter(({ state }) =>
    state !== "not on this system"
  );
  const isRefused = possible.some(({ state }) => state !== "passed");
  return {
    mutant,
    survives: stopped === undefined && possible.length > 0 && !isRefused,
    isOpen: stopped === "too long" && !isRefused,
    credit: known && creditOf(
      mutant.key,
      allChecks(outcomes, known.outcomes.map(toCheck)),
    ),
  };
}

/**
 * The mutants of a lesson that are right, each with the reason. In the file, a
 * line that begins with `#` is a reason, and the lines below it are the names of
 * those for which it holds.
 */
export function equalMutants(lesson: Lesson): Map<string, string> {
  const equal = new Map<string, string>();
  const folder = join(root, "tests", "equal_mutants");
  const file = `${lesson.folder}.txt`;
  if (!list(folder).includes(file)) return equal;
  let reason = "";
  for (const line of Deno.readTextFileSync(join(folder, file)).split(/\r?\n/)) {
    if (line.startsWith("# ")) reason = line.slice(2);
    else if (line !== "") equal.set(line, reason);
  }
  return equal;
}

/** The lines that a mutant has in the place of others, as `diff` shows them. */
export function diff(original: string, mutant: string): string {
  const old = original.split("\n");
  const now = mutant.split("\n");
  // The longest common subsequence, from the end.
  const length = old.map(() => now.map(() => 0));
  const at = (i: number, j: number) => length[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      length[i][j] = old[i] === now[j]
        ? 1 + at(i + 1, j + 1)
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length;) {
    if (i < old.length && j < now.length && old[i] === now[j]) i++, j++;
    else if (
      i < old.length && (j === now.length || at(i + 1, j) >= at(i, j + 1))
    ) {
      lines.push(`- ${old[i++]}`);
    } else lines.push(`+ ${now[j++]}`);
  }
  return lines.join("\n");
}

/** One line on a proof, for the screen. */
export function mutantsSummary(proof: MutantsProof): string {
  const survive = proof.survivors.length;
  const open = proof.judged.filter(({ isOpen }) => isOpen).length;
  const refused = proof.judged.length - survive - proof.equal - open;
  return `${proof.lesson.folder}: ${proof.made} mutants, ` +
    `${proof.judged.length} judged, ${refused} refused, ` +
    `${survive} survive, ${proof.equal} equal`;
}

/** What the slips that are refused keep of their marks, for the screen. */
function creditOfSlips({ judged }: MutantsProof): string {
  const credits = judged.filter(({ survives, mutant }) =>
    !survives && mutant.operator in slips
  ).flatMap(({ credit }) => credit ?? []);
  return creditLines(credits).map((line) => `  ${line}`).join("\n");
}

/** Refuses what is no whole number. */
const notANumber = (value: string) =>
  /^\d+$/.test(value) ? undefined : t(
    `A number is needed, not "${value}"`,
    `"${value}" 대신 숫자가 필요합니다`,
  );

const command = {
  name: "mutants",
  forms: [t("[LESSON ...]", "[과 ...]")],
  about: t(
    "Makes programs with one mistake out of right ones, and shows those that no\ncheck refuses. Without a lesson, of all lessons.",
    "올바른 프로그램에 실수를 하나씩 넣어 보고, 어떤 검사도 잡아내지 못한 것을\n보여 줍니다. 과를 쓰지 않으면 모든 과를 다룹니다.",
  ),
  options: {
    operator: {
      value: "NAME",
      many: true,
      oneOf: Object.keys(operators),
      refusal: (value) => {
        const all = Object.keys(operators).join(", ");
        return t(
          `There is no operator "${value}". The operators are: ${all}`,
          `"${value}" 연산자는 없습니다. 있는 연산자: ${all}`,
        );
      },
      text: t("make these mistakes alone", "이 실수만 넣기"),
    },
    program: {
      value: "NAME",
      many: true,
      text: t(
        "of these programs alone: solution, or a right answer",
        "이 프로그램만 쓰기. solution 또는 올바른 답의 이름",
      ),
    },
    sample: {
      value: "COUNT",
      refusal: notANumber,
      text: t("judge so many of each lesson", "과마다 이만큼만 채점하기"),
    },
    seed: {
      value: "NUMBER",
      refusal: notANumber,
      text: t("which of them; 0 without it", "무엇을 고를지. 쓰지 않으면 0"),
    },
    credit: {
      text: t(
        "run all checks, and show which slips cost more than half",
        "모든 검사를 실행하고, 점수의 절반 넘게 잃는 작은 실수 보기",
      ),
    },
  },
} satisfies Command;

/** `deno task mutants`. Returns the exit code: 1 if a mutant survives. */
async function showMutants(
  { values, words }: Typed<typeof command.options>,
): Promise<number> {
  const all = findLessons();
  const lessons = words.length === 0
    ? all
    : words.map((word) => lessonCalled(word, all));
  let holds = true;
  for (const lesson of lessons) {
    const proof = await proveMutants(lesson, {
      operators: values.operator,
      programs: values.program,
      sample: values.sample === undefined ? undefined : Number(values.sample),
      seed: Number(values.seed ?? 0),
      credit: values.credit,
      onSurvivor({ key, original, text }) {
        console.log(`\nsurvives: ${key}\n${diff(original, text)}`);
      },
    });
    for (const fault of proof.faults) console.log(`\n${fault}`);
    console.log(`\n${mutantsSummary(proof)}`);
    if (values.credit) console.log(creditOfSlips(proof));
    holds &&= proof.survivors.length + proof.faults.length === 0;
  }
  return holds ? 0 : 1;
}

if (import.meta.main) {
  Deno.exit(await runCommand(command, Deno.args, showMutants));
}
