/**
 * Runs the program of a lesson in a process of its own, with the rights of the
 * checks: loopback, and reading nothing but its own folder and ours.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { readOutput } from "../../tests/support/program/messages.ts";
import type { ByHandOutput } from "../../tests/support/program/messages.ts";
import { pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { allowedHosts, linesOf } from "../run/checks.ts";
import {
  childEnvironment,
  endedWithParent,
  importMap,
  listOfPaths,
  readableBy,
} from "../run/sandbox.ts";

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

/*
 * What the program of each lesson is started with.
 */

/** Stands for a port of the partner, in the arguments of a program. */
const port = "PORT";

/**
 * The ways in which the program of a lesson can be started, by the lesson's
 * name; the first is the usual one. A program that is given the port of the
 * partner is a client, and one that is given 0 listens where it can.
 */
const ways: Record<string, readonly string[]> = {
  socket: ["0"],
  address: [""],
  connect: [`127.0.0.1 ${port}`],
  read_write: [`127.0.0.1 ${port}`],
  sendto_recvfrom: ["serve 0", `ask ${port} hi`],
  close: [`127.0.0.1 ${port}`],
  client: [`${port} ${port}`],
  bind: ["0"],
  listen: [""],
  accept: ["0 3"],
  many_clients: ["0"],
  server_and_client: ["server 0", `client ${port} hello 안녕`],
};

/**
 * The arguments for the program of the lesson called `name`, where somebody
 * asked for it with `words`. The first words of a known way stand for all of
 * it: `ask` is `ask PORT hi`. Other words are taken as they are, and a lesson
 * that is not known here gets the port alone.
 */
export function argumentsFor(
  name: string,
  words: readonly string[],
): string[] {
  const known = (ways[name] ?? [port]).map((way) =>
    way.split(" ").filter((word) => word !== "")
  );
  const way = known.find((way) => words.every((word, i) => way[i] === word));
  return way ?? [...words];
}

/** How many ports of the partner are asked for: how many servers it is. */
export function serversIn(args: readonly string[]): number {
  return args.filter((word) => word === port).length;
}

/**
 * The arguments with the partner's ports, in their order.
 */
export function withPorts(
  args: readonly string[],
  ports: readonly number[],
): string[] {
  const rest = [...ports];
  return args.map((word) => word === port ? `${rest.shift()}` : word);
}
