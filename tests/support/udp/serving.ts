/**
 * The student's UDP server while it runs on a socket of the check, and what it
 * owes to those who asked.
 *
 * @module
 */
import { expect } from "../failure.ts";
import type { Words } from "../failure.ts";
import { settle } from "../settle.ts";
import type { Settled } from "../settle.ts";
import { expectAsked, expectAskedQuestion } from "./asked.ts";
import { receives, sends } from "./log.ts";
import type { Wire } from "../wire.ts";
import type { WireLog } from "../log/wire_log.ts";

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
  wire.call({ en: "the client", ko: "클라이언트" });
  const socket = wire.lentDatagram();
  wire.log.events.length = 0;
  wire.onHang(owesAnAnswer);
  /** A copy of each question: the server may use its buffer again. */
  const asked: unknown[] = [];
  const done = settle(() =>
    serve(socket, (question) => {
      const isBytes = question instanceof Uint8Array;
      asked.push(isBytes ? question.slice() : question);
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
      if (ended !== undefined) expectRunning(ended, n);
      expectAsked(asked.length, n);
      expectAskedQuestion(asked[n - 1], question);
    },
  };
}

/** The verdict on a server that has left a question without its answer. */
function owesAnAnswer(log: WireLog): Partial<Words> | undefined {
  const received = receives(log)
    .filter(({ outcome }) => outcome === "ok").length;
  const sent = sends(log).length;
  return received <= sent ? undefined : {
    why: {
      en:
        `Your code has received ${received} and sent ${sent}: it waits for the next question and still owes an answer.`,
      ko:
        `질문 ${received}개를 받고 답 ${sent}개를 보냈습니다. 답하지 않은 질문이 있는데 다음 것을 기다립니다.`,
    },
    look: {
      en: "Follow one question from receive() to send().",
      ko: "질문 하나를 receive()부터 send()까지 따라가 보십시오.",
    },
  };
}

/** Fails: serve() has ended and owed its answer number `n`. */
function expectRunning({ error }: Settled<void>, n: number): never {
  if (error !== undefined) throw error;
  expect(false, {
    expected: {
      en:
        `An answer to question ${n}: serve() goes on while its socket is open.`,
      ko:
        `${n}번째 질문의 답이 와야 합니다. 소켓이 열려 있는 동안 serve()는 계속됩니다.`,
    },
    came: {
      en: `serve() ended after ${n - 1} answer${n === 2 ? "" : "s"}.`,
      ko: `serve()가 답을 ${n - 1}개 보내고 끝났습니다.`,
    },
    why: n === 1
      ? {
        en: "It returned before it had answered anything.",
        ko: "아무 답도 하지 않고 끝났습니다.",
      }
      : {
        en:
          "It answers and returns. A server answers for as long as questions come.",
        ko:
          "한 번 답하고 끝나 버렸습니다. 서버는 질문이 오는 동안 계속 답합니다.",
      },
    look: {
      en: "Is there a loop around receive(), and is each call awaited?",
      ko: "receive()가 반복문 안에 있고, 호출마다 await가 있습니까?",
    },
  });
}
