/**
 * Plays clients while the student's server runs, and tells at once if it ends
 * before its time.
 *
 * @module
 */
import { expectNoError } from "./errors.ts";
import { closedByOwner } from "./lent.ts";
import { accepted, clientsInWords } from "./seen.ts";
import { expectServed } from "./served.ts";
import { expect } from "../failure.ts";
import type { Settled } from "../settle.ts";
import type { WireLog } from "../log/wire_log.ts";

/**
 * Plays clients while the student's server function runs, and stops as soon as
 * that function ends in a way that leaves a client without its service.
 * `clients` is how many it has to serve before it may return; without it, it
 * may not return before the listener is closed.
 */
export async function whileServing<T>(
  log: WireLog,
  serving: Promise<Settled<unknown>>,
  clients: number | undefined,
  play: () => Promise<T>,
): Promise<T> {
  const early = serving.then((settled): Promise<never> => {
    expectNoError(log, settled);
    if (clients === undefined) expectListening(log, settled);
    else expectServed(log, clients);
    // What is still on its way to the clients will be seen by the script.
    return new Promise(() => {});
  });
  return await Promise.race([play(), early]);
}

/** Expects that a server without an end has not returned by itself. */
function expectListening(log: WireLog, { came }: Settled<unknown>): void {
  const listener = log.sockets.find(({ kind }) => kind === "listener");
  const taken = accepted(log).length;
  expect(closedByOwner(log), {
    expected: {
      en: "The server goes on until its caller closes the listener.",
      ko: "호출한 쪽이 듣기 소켓을 닫을 때까지 서버가 계속됩니다.",
    },
    came: {
      en: `${came.en} It had accepted ${clientsInWords(taken).en}.`,
      ko: `${came.ko} 그때까지 수락한 클라이언트는 ${taken}명입니다.`,
    },
    ...listener?.state === "closed"
      ? {
        mistake: "closesTheListener",
        why: {
          en:
            "Your code closed the listener: by close(), by `using`, or by leaving a `for await` over it with break, return or an error.",
          ko:
            "코드가 듣기 소켓을 닫았습니다. close()나 `using`을 썼거나, 듣기 소켓을 순회하는 `for await`를 break, return, 오류로 빠져나간 경우입니다.",
        },
      }
      : {
        mistake: "returnsTooEarly",
        why: {
          en:
            "The accept loop ends after a fixed number of clients, or what it starts is not awaited.",
          ko:
            "accept 반복문이 정해진 수의 클라이언트만 받고 끝나거나, 반복문에서 시작한 일을 await하지 않았습니다.",
        },
      },
    look: {
      en: "What ends your accept loop?",
      ko: "accept 반복문을 무엇이 끝냅니까?",
    },
  });
}
