/**
 * The student's UDP server while it runs on a socket of the check, and what it
 * owes to those who asked.
 *
 * @module
 */
import { expectBytes } from "../support/expect_bytes.ts";
import { expect, Failure } from "../support/failure.ts";
import { settle } from "../support/settle.ts";
import type { Settled } from "../support/settle.ts";
import { t } from "../support/text.ts";
import type { Wire } from "../support/wire.ts";
import { miscounted, owesAnAnswer, wronglyAsked } from "./diagnose.ts";
import { sends } from "./log.ts";
import { asked, endedBefore, sentFrom, sentTo } from "./sentences.ts";
import { mistakes, named } from "./words.ts";

/** A server function of the student's that runs. */
export interface Serving {
  socket: Deno.DatagramConn;
  address: Deno.NetAddr;
  done: Promise<Settled<void>>;
  /**
   * Waits until the server has sent `n` datagrams, and expects that it has
   * asked answer() once for each of them, at last for `question`.
   */
  answered(n: number, question: Uint8Array): Promise<void>;
}

/** Starts `serve` on a UDP socket that is lent to it. */
export function startServing(
  wire: Wire,
  serve: (
    socket: Deno.DatagramConn,
    answer: (question: Uint8Array) => Uint8Array,
  ) => Promise<void>,
  answer: (question: Uint8Array) => Uint8Array,
): Serving {
  wire.call(t("the client", "클라이언트"));
  const socket = wire.lentDatagram();
  wire.log.events.length = 0;
  wire.onHang(owesAnAnswer);
  /** A copy of each question: the server may use its buffer again. */
  const questions: unknown[] = [];
  const done = settle(() =>
    serve(socket, (question) => {
      const isBytes = question instanceof Uint8Array;
      questions.push(isBytes ? question.slice() : question);
      return answer(question);
    })
  );
  return {
    socket,
    address: socket.addr as Deno.NetAddr,
    done,
    async answered(n, question) {
      const ended = await Promise.race([
        done,
        wire.until((log) => sends(log).length >= n),
      ]);
      if (ended !== undefined) throw ended.error ?? new Failure(endedBefore(n));
      const calls = questions.length;
      const cause = miscounted(calls, n, wire.log);
      expect(calls === n, { ...cause, ...asked(n, calls) });
      const got = questions[n - 1];
      expectBytes(got, question, named.asked, wronglyAsked(got, question));
    },
  };
}

/** Expects that the answer was sent to the port that had asked. */
export function expectSentTo(to: number, asker: number, own: number): void {
  expect(to === asker, {
    ...to === own ? mistakes.repliesToItself : mistakes.repliesToAnotherClient,
    ...sentTo(to, asker),
  });
}

/** Expects that the answer came from the port that was asked. */
export function expectSentFrom(from: number, asked: number): void {
  expect(from === asked, sentFrom(from, asked));
}
