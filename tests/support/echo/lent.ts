/**
 * The listening socket that is lent to an echo server: only its owner, the
 * check, closes it.
 *
 * @module
 */
import { expect } from "../failure.ts";
import type { WireLog } from "../log/wire_log.ts";

const closedByCheck = new WeakSet<WireLog>();

/** Closes the listener as its owner, the caller of the server's function. */
export function closeAsOwner(log: WireLog, listener: Deno.TcpListener): void {
  expectListenerOpen(log);
  closedByCheck.add(log);
  listener.close();
}

/** Whether it was the check that closed the listener. */
export function closedByOwner(log: WireLog): boolean {
  return closedByCheck.has(log);
}

/** Expects that the student's code has not closed the lent listener. */
export function expectListenerOpen(log: WireLog): void {
  const listener = log.sockets.find(({ kind }) => kind === "listener");
  expect(listener?.state === "open", {
    mistake: "closesTheListener",
    expected: {
      en: "The listening socket is still open for the next client.",
      ko: "듣기 소켓은 다음 클라이언트를 위해 열려 있습니다.",
    },
    came: {
      en: "Your code closed it. From now on every client is refused.",
      ko: "코드가 닫았습니다. 이제 모든 클라이언트가 거부됩니다.",
    },
    why: {
      en:
        "close() or `using` on the wrong socket, or a `for await` over the listener that was left by break, return or an error: that closes it too.",
      ko:
        "다른 소켓에 close()나 `using`을 썼거나, 듣기 소켓을 순회하는 `for await`를 break, return, 오류로 빠져나간 경우입니다. 이때도 듣기 소켓이 닫힙니다.",
    },
    look: {
      en: "Who made the listener? Only its maker closes it.",
      ko: "듣기 소켓을 만든 것은 누구입니까? 만든 쪽만 닫습니다.",
    },
  });
}
