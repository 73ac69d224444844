/**
 * What holds of every server: its listener is the caller's, and each
 * connection that it accepted is its own to close.
 *
 * @module
 */
import { expect } from "./failure.ts";
import { returned } from "./settle.ts";
import type { Wire } from "./wire.ts";

/**
 * Expects that the function `name` returned a listener that is open.
 *
 * @example
 * ```ts
 * import { createScope, endScope } from "./log/scope.ts";
 * import { expectListener } from "./served.ts";
 * import { createWire } from "./wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * expectListener(wire.listener(), wire, "startServer");
 * endScope(scope);
 * ```
 */
export function expectListener(
  value: unknown,
  wire: Wire,
  name: string,
): asserts value is Deno.TcpListener {
  const listener = value as Partial<Deno.TcpListener> | undefined;
  expect(typeof listener?.accept === "function", {
    mistake: "returnsNoListener",
    expected: {
      en: `${name}() returns the listener.`,
      ko: `${name}()가 듣기 소켓을 돌려줍니다.`,
    },
    came: returned(value),
    why: {
      en:
        "The caller needs the listener to accept clients and to close it. A `return` is missing.",
      ko:
        "호출한 쪽은 듣기 소켓이 있어야 클라이언트를 수락할 수도, 소켓을 닫을 수도 있습니다. `return`이 빠졌습니다.",
    },
    look: {
      en: "What does the function return?",
      ko: "함수가 무엇을 돌려줍니까?",
    },
  });
  expect(wire.socket(value as Deno.TcpListener).state === "open", {
    mistake: "closesTheListenerItReturns",
    expected: {
      en: "The listener that is returned is open.",
      ko: "돌려준 듣기 소켓이 열려 있습니다.",
    },
    came: { en: "It is closed.", ko: "닫혀 있습니다." },
    why: {
      en:
        "It was closed before the function returned; `using` does that at the end of its block. Here the caller closes it.",
      ko:
        "함수가 돌아오기 전에 닫혔습니다. `using`은 블록 끝에서 닫습니다. 여기서는 호출한 쪽이 닫습니다.",
    },
    look: {
      en: "What closes the listener in your function?",
      ko: "함수 안에서 무엇이 듣기 소켓을 닫습니까?",
    },
  });
}

/** Expects that every connection that the student's code accepted is closed. */
export function expectClosed(wire: Wire): void {
  const open =
    wire.log.sockets.filter(({ side, kind, state }) =>
      side === "student" && kind === "connection" && state === "open"
    ).length;
  expect(open === 0, {
    mistake: "leavesAClientOpen",
    expected: {
      en: "Each client's connection is closed after its answer.",
      ko: "답한 다음에는 그 클라이언트의 연결을 닫습니다.",
    },
    came: {
      en: `The connections of ${open} of the clients are still open.`,
      ko: `아직 열려 있는 연결이 ${open}개입니다.`,
    },
    why: {
      en:
        "Each accept() opens a connection socket. The client reads on and on, and the server runs out of sockets one day.",
      ko:
        "accept()는 부를 때마다 연결 소켓을 하나 엽니다. 닫지 않으면 클라이언트는 끝없이 읽고, 서버는 언젠가 소켓이 바닥납니다.",
    },
    look: {
      en: "On which line is the accepted connection closed?",
      ko: "수락한 연결을 어느 줄에서 닫습니까?",
    },
  });
}
