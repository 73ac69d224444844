/**
 * The proof that no exercise file breaks its judge: each file in tests/hostile
 * is one attack, and must come to the verdict, and to the words, that its
 * header names, in time, and leave nothing behind.
 *
 * `deno run -A runner/dev/prove_hostile.ts [name]` proves those files alone
 * whose names contain `name`.
 *
 * @module
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseLesson, findLessons, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { inOrder } from "../run/in_order.ts";
import { runChecks } from "../run/checks.ts";
import { translate, verdictOf } from "../run/verdict.ts";
import { messageOf } from "../../tests/support/verdict/told.ts";
import { list, pathsOf } from "./answers.ts";

/** Where the attacks are. */
const folder = join(root, "tests", "hostile");

/** What an attack calls every file that it tries to make. */
export const mark = "hostile_was_here";

/** Milliseconds in which a verdict must come, whatever the code does. */
const mostTime = 20_000;

/** MiB that the process of an attack may ever have held; Linux only. */
const mostMemory = 3_072;

/** What the header of an attack claims. */
export interface HostileClaim {
  lesson: Lesson;
  /** The states that it may end as. */
  ends: string[];
  /**
   * What a student must read, in English; " | " parts what may vary. `nothing`
   * is what is told of a program that passes.
   */
  words: string;
}

/** What was found out about all attacks. */
export interface HostileProof {
  files: number;
  contained: number;
  /** What does not hold, one sentence each. */
  faults: string[];
}

/** Reads the header of an attack; undefined if something of it is missing. */
export function readHostileClaim(source: string): HostileClaim | undefined {
  const wanted = readLabel(source, "Lesson");
  const lesson = wanted && chooseLesson(findLessons(), wanted);
  const ends = readLabel(source, "Ends as")?.split(" or ");
  const words = readLabel(source, "Must say");
  if (!lesson || ends === undefined || words === undefined) return undefined;
  return { lesson, ends, words };
}

/** What stands in the header behind `label` and a colon. */
function readLabel(source: string, label: string): string | undefined {
  return new RegExp(`^// ${label}: (.*(?:\n//   .*)*)`, "m").exec(source)?.[1]
    .replaceAll(/\s*\n\/\/\s+/g, " ").trim();
}

/** Proves the attacks whose names contain `part`. */
export async function proveHostile(part = ""): Promise<HostileProof> {
  const files = list(folder).filter((file) => file.includes(part));
  const before = protectedTexts();
  const watch = watchMemory();
  const faults: string[] = [];
  let contained = 0;
  // Most of them wait for a deadline, so more of them than cores can run.
  const jobs = 3 * Math.max(1, navigator.hardwareConcurrency);
  for await (const found of inOrder(files, prove, jobs)) {
    if (found.length === 0) contained++;
    faults.push(...found);
  }
  watch.stop();
  for (const [file, size] of watch.peaks) {
    if (size <= mostMemory) continue;
    faults.push(`${file}: its process held ${Math.round(size)} MiB`);
  }
  const after = protectedTexts();
  for (const [path, text] of before) {
    if (after.get(path) !== text) faults.push(`${path} was changed`);
  }
  for (const path of after.keys()) {
    if (!before.has(path)) faults.push(`${path} was made`);
  }
  for (const place of [root, tmpdir(), folder]) {
    const made = list(place).filter((name) => name.includes(mark));
    faults.push(...made.map((name) => `${join(place, name)} was left`));
  }
  return { files: files.length, contained, faults };
}

/** Runs one attack and gives what does not hold of it. */
async function prove(file: string): Promise<string[]> {
  const instead = join(folder, file);
  const claim = readHostileClaim(Deno.readTextFileSync(instead));
  if (claim === undefined) return [`${file}: its header is not complete`];
  const { lesson, ends, words } = claim;
  const faults: string[] = [];
  const run = await runChecks({ lesson, instead });
  const { state, checks, note = "" } = translate(verdictOf(lesson, run), "en");
  const said = [...checks.map(({ told }) => messageOf(told, "en")), note].join(
    "\n",
  );
  if (!ends.includes(state)) {
    faults.push(`${file} ends as ${state}, not ${ends.join(" or ")}: ${said}`);
  }
  const plain = said.replaceAll(/\s+/g, " ");
  // Who passes is told nothing.
  const must = words === "nothing" ? said.trim() === "" : undefined;
  if (!(must ?? words.split(" | ").some((part) => plain.includes(part)))) {
    faults.push(`${file}: "${words}" is not in what it is told: ${said}`);
  }
  // What an attack has asked for itself may be named.
  const told = said.replaceAll(/Blocked by null entry for \S+/g, "");
  if (/tests\/(support|\d\d_)|ext:|Stack backtrace|panicked/.test(told)) {
    faults.push(`${file}: the words show the machinery: ${said}`);
  }
  if (run.ms > mostTime) {
    faults.push(`${file}: the verdict took ${Math.round(run.ms)} ms`);
  }
  const left = processesOf(file);
  if (left.length > 0) faults.push(`${file}: process ${left.join()} is left`);
  if (Deno.env.has("VERBOSE")) {
    console.log(`${file}: ${state}, ${Math.round(run.ms)} ms\n${said}\n`);
  }
  return faults;
}

/** The texts that no attack may change, by their paths. */
function protectedTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  const { exercise, stub, solution, checks } = pathsOf(
    chooseLesson(findLessons(), "3")!,
  );
  const attacks = list(folder).map((file) => join(folder, file));
  for (const path of [exercise, stub, solution, checks, ...attacks]) {
    texts.set(path, Deno.readTextFileSync(path));
  }
  return texts;
}

/** The processes that grade an attack, found by their arguments; Linux only. */
function processesOf(file?: string): string[] {
  if (Deno.build.os !== "linux") return [];
  return list("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    const called = read(`/proc/${pid}/cmdline`).split("\0");
    return called.includes("--record") && parentOf(pid) === Deno.pid &&
      (file === undefined || called.some((arg) => arg.includes(`/${file}`)));
  });
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]);
}

/** Notes how much memory each attack's process has ever held; Linux only. */
function watchMemory(): { peaks: Map<string, number>; stop(): void } {
  const peaks = new Map<string, number>();
  const timer = setInterval(() => {
    for (const pid of processesOf()) {
      const status = read(`/proc/${pid}/status`);
      const peak = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
      const file = /hostile[/\\](\w+\.ts)/.exec(read(`/proc/${pid}/cmdline`))
        ?.[1] ?? pid;
      peaks.set(file, Math.max(peak, peaks.get(file) ?? 0));
    }
  }, 100);
  return { peaks, stop: () => clearInterval(timer) };
}

/** A file of /proc; empty if its process has ended. */
function read(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return "";
  }
}

/** The proof in one line. */
export function hostileSummary({ files, contained }: HostileProof): string {
  return `hostile: ${files} files, ${contained} contained`;
}

if (import.meta.main) {
  const proof = await proveHostile(Deno.args[0]);
  console.log(hostileSummary(proof));
  for (const fault of proof.faults) console.log(`  FAULT ${fault}`);
}
