/**
 * `deno task check [SEED]`: the one gate for people who change the project. It
 * needs no network, and ends with the number of things that hold and that do
 * not.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { findLessons, pathsOf, root } from "../course.ts";
import { readTap } from "../run/tap.ts";
import { inOrder } from "../run/in_order.ts";
import { linesOf } from "../run/checks.ts";
import { proveLesson, summary } from "./prove.ts";
import { creditLines, tooCostly } from "./prove_credit.ts";
import type { Credit } from "./prove_credit.ts";
import { hostileSummary, proveHostile } from "./prove_hostile.ts";
import { proveSystem, systemSummary } from "./prove_systems.ts";
import { soak } from "./soak.ts";
import { systems } from "./systems.ts";

/** What one part of the gate found. */
interface Part {
  passed: number;
  /** One entry for each thing that does not hold. */
  failures: string[];
}

/** What chooses the samples; `deno task check 7` takes others. */
const seed = Number(Deno.args[0] ?? 1);

const sources = ["lessons", "runner", "solutions", "tests"];

const before = files();
const parts: Part[] = [
  await command("format", ["fmt", "--check", "--quiet"]),
  await command("lint", ["lint", "--quiet"]),
  await command("types", ["check", "--quiet", ...sources]),
  await tests(),
  await untouchedCopy(),
  await proof(),
  await otherSystems(),
  await hostile(),
  await shortSoak(),
  leftovers(before, files()),
];
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failures = parts.flatMap((part) => part.failures);
if (failures.length > 0) console.log(`\n${failures.join("\n\n")}\n`);
console.log(`${passed} passed, ${failures.length} failed`);
Deno.exit(failures.length === 0 ? 0 : 1);

/** A command of Deno's that says by its exit code whether a thing holds. */
async function command(name: string, args: string[]): Promise<Part> {
  const { success, stdout, stderr } = await deno(args).output();
  console.log(`${success ? "ok" : "FAILED"}  ${name}`);
  if (success) return { passed: 1, failures: [] };
  const text = new TextDecoder();
  const said = text.decode(stdout) + text.decode(stderr);
  return { passed: 0, failures: [`${name}:\n${said.trim()}`] };
}

/** The tests of the runner and of what checks are made of, and their examples. */
async function tests(): Promise<Part> {
  const args = ["test", "--doc", "--quiet", "--allow-all", "--reporter=tap"];
  const own = findLessons().filter((one) => existsSync(pathsOf(one).checksOwn))
    .map(({ folder }) => `tests/${folder}`);
  const child = deno([...args, "runner", "tests/support", ...own]).spawn();
  const errors = new Response(child.stderr).text();
  const reader = readTap();
  for await (const line of linesOf(child.stdout)) reader.line(line);
  const { success } = await child.status;
  const failed = reader.outcomes.filter(({ state }) => state === "failed");
  const passed = reader.outcomes.filter(({ state }) => state === "passed");
  console.log(`${success ? "ok" : "FAILED"}  ${passed.length} tests`);
  const failures = failed.map(({ name, denoSays }) =>
    `${name.en}:\n${denoSays}`
  );
  if (!success && failures.length === 0) failures.push(await errors);
  return { passed: passed.length, failures };
}

/** What a student sees first: nothing red, nothing passed. */
async function untouchedCopy(): Promise<Part> {
  return await command("deno test -P of an untouched copy", [
    "test",
    "--quiet",
    "-P",
  ]);
}

/** The proof of the course, one line a lesson. Each takes all cores by itself. */
async function proof(): Promise<Part> {
  const part: Part = { passed: 0, failures: [] };
  const credits: Credit[] = [];
  for await (const found of inOrder(findLessons(), proveLesson, 1)) {
    const { folder } = found.lesson;
    // A lesson that is not finished does not land.
    const missing = [...found.faults, ...found.toDos];
    const holds = missing.length === 0;
    console.log(`${holds ? "ok" : "FAILED"}  ${summary(found)}`);
    if (holds) part.passed++;
    part.failures.push(...missing.map((fault) => `${folder}: ${fault}`));
    credits.push(...found.credits);
  }
  const unfair = tooCostly(credits);
  console.log(`${unfair ? "FAILED" : "ok"}  ${creditLines(credits)[0]}`);
  if (unfair === undefined) part.passed++;
  else part.failures.push(unfair);
  return part;
}

/**
 * The proof once more, on systems that are played; one line a system. Of the
 * wrong answers it tries a few in each lesson: the same ones for the same seed,
 * so that the gate says the same of the same tree.
 */
async function otherSystems(): Promise<Part> {
  const part: Part = { passed: 0, failures: [] };
  const sample = { count: 8, seed };
  console.log(`      seed ${seed}: ${sample.count} wrong answers a lesson`);
  for (const system of Object.keys(systems)) {
    const found = await proveSystem(system, findLessons(), sample);
    const holds = found.faults.length === 0;
    console.log(`${holds ? "ok" : "FAILED"}  ${systemSummary(found)}`);
    if (holds) part.passed++;
    part.failures.push(...found.faults);
  }
  return part;
}

/** A minute of the soak: a few files, graded again and again. */
async function shortSoak(): Promise<Part> {
  const found = await soak({ seconds: 60, sample: 12, seed });
  const holds = found.changes.length === 0;
  console.log(
    `${holds ? "ok" : "FAILED"}  soak: ${found.files} files, ` +
      `${found.verdicts} verdicts, ${found.changes.length} changed`,
  );
  return {
    passed: holds ? 1 : 0,
    failures: found.changes.map((change) => `soak (seed ${seed}): ${change}`),
  };
}

/** What no exercise file may do, however it tries. */
async function hostile(): Promise<Part> {
  const found = await proveHostile();
  const holds = found.faults.length === 0;
  console.log(`${holds ? "ok" : "FAILED"}  ${hostileSummary(found)}`);
  return { passed: found.contained, failures: found.faults };
}

/** Compares two listings of the project: a run leaves no file behind. */
function leftovers(before: Set<string>, after: Set<string>): Part {
  const changed = [...before.symmetricDifference(after)];
  console.log(`${changed.length === 0 ? "ok" : "FAILED"}  no stray files`);
  return changed.length === 0
    ? { passed: 1, failures: [] }
    : { passed: 0, failures: [`files came or went: ${changed.join(", ")}`] };
}

function files(folder: string = root): Set<string> {
  const found = new Set<string>();
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (name === ".git") continue;
    const path = `${folder}/${name}`;
    found.add(path);
    if (isDirectory) { for (const inner of files(path)) found.add(inner); }
  }
  return found;
}

function deno(args: string[]): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args,
    cwd: root,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  });
}
