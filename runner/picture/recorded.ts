/**
 * The recordings that the pictures are tested with, made from real runs. What
 * differs from run to run is put in order: ports, times, folders.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import type { Lesson } from "../course.ts";
import { findLessons } from "../course.ts";
import { pathsOf } from "../dev/proof_paths.ts";
import { grade } from "../grade.ts";

/** A recording: whose answer, and what it shows. */
export interface Recorded {
  lesson: number;
  /** A wrong answer, or undefined for the solution. */
  wrong?: string;
  shows: string;
}

/** One of each kind of mistake, and two right answers. */
export const recorded: readonly Recorded[] = [
  { lesson: 3, shows: "connection" },
  {
    lesson: 7,
    wrong: "both_ends_wait__for_want_of_a_half_close",
    shows: "hang",
  },
  { lesson: 3, wrong: "leaves_the_probe_open", shows: "leak" },
  { lesson: 7, wrong: "leaves_a_socket_open__after_a_reset", shows: "reset" },
  { lesson: 5, wrong: "answers_once", shows: "lost_datagram" },
  { lesson: 11, wrong: "one_after_the_other", shows: "serial_server" },
  { lesson: 10, wrong: "sends_the_whole_buffer", shows: "wrong_bytes" },
  { lesson: 9, shows: "queue" },
];

const folder = fileURLToPath(new URL("fixtures", import.meta.url));

/** Where the recording is kept. */
export function pathOf({ shows }: Recorded, suffix = ".json"): string {
  return join(folder, shows + suffix);
}

/** A recording that is kept. */
export function load(one: Recorded): Outcome {
  return JSON.parse(Deno.readTextFileSync(pathOf(one)));
}

/** Runs the checks and returns the outcome that is worth a picture. */
export async function record(one: Recorded): Promise<Outcome> {
  const lesson = findLessons().find(({ number }) => number === one.lesson)!;
  const { checks } = await grade(lesson, {
    language: "en",
    wire: true,
    instead: answerOf(one, lesson),
    readable: [pathsOf(lesson).solution],
  });
  const queue = one.shows === "queue";
  const outcome = checks.find(({ state, name, wire }) =>
    wire !== undefined && wire.events.length > 0 &&
    (one.wrong === undefined ? !queue || /wait/.test(name) : state === "failed")
  );
  if (outcome === undefined) throw new Error(`${one.shows}: no such check`);
  return normalise(outcome);
}

function answerOf({ wrong }: Recorded, lesson: Lesson): string {
  const { solution, wrongAnswers } = pathsOf(lesson);
  return wrong === undefined ? solution : join(wrongAnswers, `${wrong}.ts`);
}

/** Replaces what is not the same in the next run. */
export function normalise(outcome: Outcome): Outcome {
  const wire = outcome.wire!;
  const ports = new Map<number, number>();
  for (const { local, remote } of wire.sockets) {
    for (const { port } of remote === undefined ? [local] : [local, remote]) {
      if (!ports.has(port)) ports.set(port, 50_001 + ports.size);
    }
  }
  for (const { address } of wire.events) {
    const port = address?.port;
    if (port && !ports.has(port)) ports.set(port, 50_001 + ports.size);
  }
  const times = [
    ...new Set(
      wire.events.flatMap(({ began, ended = began }) => [began, ended]),
    ),
  ].sort((a, b) => a - b);
  const text = JSON.stringify({ ...outcome, printed: "" }, (key, value) => {
    if (key === "port") return ports.get(value) ?? value;
    if (key === "began" || key === "ended") return times.indexOf(value);
    if (key === "ms") return value >= 2_000 ? 2_000 : 1;
    if (key === "url") return `file:///course/${value.split("/").at(-1)}`;
    if (key === "message") {
      return value.replaceAll(
        /\b\d{4,5}\b/g,
        (port: string) => `${ports.get(Number(port)) ?? port}`,
      );
    }
    return value;
  });
  return JSON.parse(text);
}
