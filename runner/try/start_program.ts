/**
 * Runs the program of a lesson in a process of its own, with the rights of the
 * checks: loopback, and reading nothing but its own folder and ours.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { readOutput } from "../../tests/support/program/by_hand_report.ts";
import type { ByHandOutput } from "../../tests/support/program/by_hand_report.ts";
import { pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { importMap } from "../import_map.ts";
import { linesOf } from "../lines.ts";
import { allowedHosts } from "../run_checks.ts";
import { childEnvironment } from "../run_checks_environment.ts";
import { endedWithParent } from "../run_checks_parent.ts";
import { listOfPaths, readableBy } from "../run_checks_readable.ts";

/** What to run, and who is told of it. */
export interface ProgramOptions {
  lesson: Lesson;
  /** The program's arguments. */
  args: readonly string[];
  /** The file to run in the place of the exercise. */
  instead?: string;
  /** Told of each report and of each line that the program prints. */
  onOutput(output: ByHandOutput): void;
  /** Told of each line of standard error: errors that nobody caught. */
  onError(line: string): void;
}

/** A program that runs. */
export interface RunningProgram {
  /** Presses Enter, for a program that waits in alert(). */
  enter(): void;
  /** Ends it at once. */
  kill(): void;
  /** Its exit code, once it has ended and all that it wrote has been told. */
  ended: Promise<number>;
}

const watched = import.meta.resolve("../../tests/support/program/by_hand.ts");

/** MiB of memory that the program's objects may take in V8's heap. */
const heap = 512;

/** Starts the program of a lesson. */
export function startProgram(options: ProgramOptions): RunningProgram {
  const { lesson, args, instead, onOutput, onError } = options;
  const file = instead ?? pathsOf(lesson).exercise;
  const { cwd, list } = listOfPaths(
    readableBy(lesson, file),
    [root, dirname(file)],
  );
  const map = importMap(lesson, instead);
  // The start of the program asks for it, so no scope of the map holds for it.
  map.imports[watched] = watched;
  const [program, ...first] = [...endedWithParent(), Deno.execPath()];
  const child = new Deno.Command(program, {
    args: [
      ...first,
      "run",
      "--quiet",
      "--no-prompt",
      "--no-check",
      "--no-remote",
      "--no-npm",
      `--config=${join(root, "deno.json")}`,
      `--v8-flags=--max-old-space-size=${heap}`,
      `--allow-net=${allowedHosts().join(",")}`,
      `--allow-read=${list}`,
      "--import-map=data:application/json," +
      encodeURIComponent(JSON.stringify(map)),
      `--preload=${watched}`,
      file,
      ...args,
    ],
    cwd,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    ...childEnvironment(),
  }).spawn();
  const input = child.stdin.getWriter();
  const output = each(child.stdout, (line) => {
    readOutput(line).forEach(onOutput);
  });
  const errors = each(child.stderr, onError);
  const end = async () => {
    const { code } = await child.status;
    await Promise.all([output, errors]);
    // It is closed already where the program has ended by itself.
    await input.close().catch(() => {});
    return code;
  };
  return {
    enter: () => void input.write(Uint8Array.of(0x0a)).catch(() => {}),
    kill() {
      try {
        child.kill("SIGKILL");
      } catch {
        // It has ended by itself.
      }
    },
    ended: end(),
  };
}

async function each(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  take: (line: string) => void,
): Promise<void> {
  for await (const line of linesOf(stream)) take(line);
}
