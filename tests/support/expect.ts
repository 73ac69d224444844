import { expect } from "./failure.ts";
import { returned } from "./settle.ts";

/** Expects that a function of the student's returned an open connection. */
export function expectConnection(
  value: unknown,
): asserts value is Deno.TcpConn {
  const conn = value as Partial<Deno.TcpConn> | null | undefined;
  expect(typeof conn?.read === "function" && conn.remoteAddr !== undefined, {
    expected: {
      en: "The connection (Deno.TcpConn) is returned.",
      ko: "연결(Deno.TcpConn)을 돌려줍니다.",
    },
    came: returned(value),
    why: {
      en:
        "A `return` is missing on one way out, or an error was caught and not passed on.",
      ko:
        "빠져나가는 길 하나에 `return`이 없거나, 오류를 잡고서 전하지 않았습니다.",
    },
    look: {
      en: "What does the function return on each way out?",
      ko: "함수는 빠져나가는 길마다 무엇을 돌려줍니까?",
    },
  });
}
