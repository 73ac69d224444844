import assert from "node:assert/strict";
import { join } from "node:path";
import type { Recording } from "../../tests/support/log/recording.ts";
import { findLessons } from "../course.ts";
import { list, pathsOf, runAnswer } from "../dev/answers.ts";
import { complete } from "../picture/layout.ts";
import { sizeOf, stateAt, stepsOf } from "./state.ts";

/** What the checks of an answer see on the wire, check by check. */
async function recordingsOf(
  number: number,
  wrong?: string,
): Promise<[string, Recording][]> {
  const lesson = findLessons().find((one) => one.number === number)!;
  const { solution, wrongAnswers } = pathsOf(lesson);
  const instead = wrong === undefined ? solution : join(wrongAnswers, wrong);
  const { outcomes } = await runAnswer({ lesson, instead, wire: true });
  return outcomes.flatMap(({ name, wire }) =>
    wire === undefined ? [] : [[name.en, complete(wire)]]
  );
}

/** Asserts what holds after each step, whatever the program did. */
function expectSound(name: string, recording: Recording): void {
  const steps = stepsOf(recording);
  const stride = Math.max(1, Math.floor(steps.length / 60));
  for (let count = 0; count <= steps.length; count += stride) {
    const { ways, waits, queues } = stateAt(recording, steps, count);
    for (const { written, read, lost, chunks, from } of ways) {
      const at = `${name}, step ${count}, from ${from}`;
      assert.equal(written, read + lost + sizeOf(chunks), at);
      assert.ok(chunks.every(({ size }) => size > 0), at);
    }
    for (const index of waits) {
      const { outcome, ended, began } = recording.events[index];
      assert.ok(outcome === "pending" || ended! >= began);
    }
    for (const queue of queues.values()) {
      assert.equal(new Set(queue).size, queue.length, name);
    }
  }
}

for (const { number, folder } of findLessons()) {
  Deno.test(`stateAt() loses no byte in lesson ${number}`, async () => {
    const lesson = findLessons().find((one) => one.number === number)!;
    const names = list(pathsOf(lesson).wrongAnswers)
      .filter((name) => name.endsWith(".ts"));
    const some = [undefined, names[0], names.at(-1)];
    let seen = 0;
    for (const wrong of some) {
      for (const [name, recording] of await recordingsOf(number, wrong)) {
        expectSound(`${wrong ?? "the solution"}: ${name}`, recording);
        seen += recording.events.length;
      }
    }
    assert.ok(folder.includes("address") || seen > 0);
  });
}
