/**
 * A function that runs twice at once. Each run alone may be right, and the two
 * of them wrong, where they share a buffer, a decoder, a list, a counter or a
 * lock that stands outside of the function. So one of them waits with half of
 * a line or of a character in its hands while the other goes on.
 *
 * @module
 */
import { expect, Failure, withOwn } from "../failure.ts";
import type { Words } from "../failure.ts";
import { currentScope } from "../log/scope.ts";
import type { Limits } from "../log/track.ts";
import { settle } from "../settle.ts";
import type { Settled } from "../settle.ts";
import type { Wire } from "../wire.ts";
import { turns } from "./turns.ts";

/** What a failure says where calls at the same time spoil each other. */
export const sharesBetweenCalls = {
  mistake: "sharesBetweenCalls",
  why: {
    en:
      "Each call alone is right; two at the same time spoil each other. They share what stands outside of the function: a buffer, a decoder, a list, a counter, a lock.",
    ko:
      "한 번씩 부르면 맞지만 동시에 두 번 부르면 서로를 망칩니다. 함수 밖에 있는 버퍼, 디코더, 배열, 카운터, 잠금 따위를 함께 쓰기 때문입니다.",
  },
  look: {
    en:
      "Which of your variables stand outside of the function? Each call needs its own.",
    ko: "함수 밖에 있는 변수를 보십시오. 호출마다 따로 있어야 합니다.",
  },
} as const;

/** Turns of the event loop that a read() waits for one of another call. */
const patience = 3;

/** So many reads wait for others; then a long stream flows. */
const mostHeld = 200;

/**
 * From now on read() and receive() of different sockets of the student's come
 * back together: one that has been filled waits until another one is, for a
 * few turns of the event loop. Kernels do that too, whenever two segments come
 * at once (epoll(7)). Who reads into a buffer that another call has as well
 * finds the other's bytes in it.
 */
export function readsTogether(wire: Pick<Wire, "log">): void {
  const scope = currentScope();
  if (scope === undefined || scope.log !== wire.log) return;
  let left = mostHeld;
  let waiting: { socket?: number; release: () => void } | undefined;
  scope.hold = ({ side, socket }) => {
    if (side === "peer" || left <= 0) return undefined;
    if (waiting !== undefined && waiting.socket !== socket) {
      waiting.release();
      waiting = undefined;
      return undefined;
    }
    left--;
    const { promise, resolve } = Promise.withResolvers<void>();
    const mine = { socket, release: resolve };
    waiting = mine;
    return Promise.race([promise, turns(patience)]).then(() => {
      if (waiting === mine) waiting = undefined;
    });
  };
}

/**
 * Starts the runs of one function at the same time, and then makes the steps of
 * their other ends in turns: the first of each run, the second of each, and so
 * on. The steps of one turn are made at once, and each must be over before the
 * next turn, unless its run has ended before. Says how each run ended. A hang,
 * from here on, is told as something that the runs share.
 */
export async function inTurns<T>(
  wire: Wire,
  runs: readonly (() => T | Promise<T>)[],
  steps: readonly (readonly (() => Promise<unknown>)[])[],
): Promise<Settled<T>[]> {
  readsTogether(wire);
  wire.onHang(() => sharesBetweenCalls);
  const running = runs.map((run) => settle(run));
  const done = running.map((run) => run.then(() => true));
  const most = Math.max(...steps.map(({ length }) => length));
  for (let turn = 0; turn < most; turn++) {
    await Promise.all(steps.map(async (mine, i) => {
      if (turn >= mine.length) return;
      const step = mine[turn]().then(() => true);
      // What a run that is over has done to its other end is told by its result.
      const over = done[i].then(() => turns(1));
      step.catch(() => {});
      await Promise.race([step, over]);
    }));
  }
  return await Promise.all(running);
}

/**
 * Runs a function of one connection twice at once, on a pair each, and brings
 * each its parts in turns, one read at a time, and then the end of the stream:
 * the first connection ends while the second waits for its last part.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createScope, endScope, runInScope } from "../log/scope.ts";
 * import { createWire } from "../wire.ts";
 * import { segments } from "./segments.ts";
 * import { twice } from "./twice.ts";
 *
 * const scope = createScope();
 * const decoder = new TextDecoder();
 * const shares = async (conn: Deno.TcpConn) => {
 *   let text = "";
 *   for await (const part of conn.readable) {
 *     text += decoder.decode(part, { stream: true });
 *   }
 *   return text;
 * };
 * const [a, b] = await runInScope(scope, () =>
 *   twice(createWire(scope), shares, [
 *     segments("소켓", { cutAt: [2] }),
 *     segments("포트", { cutAt: [4] }),
 *   ]));
 * assert.notEqual(a.value, "소켓");
 * assert.notEqual(b.value, "포트");
 * endScope(scope);
 * ```
 */
export async function twice<T>(
  wire: Wire,
  run: (conn: Deno.TcpConn) => T | Promise<T>,
  parts: readonly [readonly Part[], readonly Part[]],
  options: { limits?: Limits; then?: "end" | "close" } = {},
): Promise<[Settled<T>, Settled<T>]> {
  const { limits, then = "end" } = options;
  const first = await wire.pair(limits);
  const second = await wire.pair(limits);
  const ends = [first, second];
  const steps = ends.map(([, peer], i) => {
    const bring = parts[i].map((part) => async () => {
      await peer.send(part);
      await peer.wasRead();
    });
    const end = async () => await peer[then]();
    // The second one has still something to come when the first one ends.
    return i === 0 ? [...bring, end] : [...bring, () => turns(patience), end];
  });
  const runs = ends.map(([conn]) => () => run(conn));
  const [a, b] = await inTurns(wire, runs, steps);
  return [a, b];
}

type Part = string | Uint8Array;

/**
 * Expects of each call that ran at the same time as others what it would have
 * given alone: `isRight` says it of the call number `i`. An error is one more
 * thing that calls do to each other.
 */
export function expectEachRight<T>(
  calls: readonly Settled<T>[],
  isRight: (value: T | undefined, i: number) => boolean,
  words: Pick<Words, "expected"> & Partial<Words>,
): void {
  for (const [i, { value, error, came }] of calls.entries()) {
    if (error instanceof Failure) throw error;
    expect(error === undefined && isRight(value, i), {
      ...withOwn({ ...sharesBetweenCalls, expected: words.expected, came }, {
        ...words,
        came: undefined,
      }),
    });
  }
}
