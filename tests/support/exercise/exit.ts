import { Failure } from "../failure.ts";
import { currentScope } from "../log/scope.ts";

/**
 * Makes an attempt of an exercise to end the whole program the failure of the
 * one check that runs.
 */
export function forbidExit(): void {
  const exit = Deno.exit;
  const refuse = (code?: number): never => {
    const scope = currentScope();
    if (scope === undefined) return exit(code);
    scope.abort(exited());
    // No Failure: what the exercise can catch must not show how to make one.
    throw new Error("Deno.exit() would end the whole program");
  };
  Deno.exit = refuse;
}

function exited(): Failure {
  return new Failure({
    mistake: "endsTheProgram",
    expected: {
      en: "Your function returns, or throws an error.",
      ko: "함수가 값을 돌려주거나 오류를 던집니다.",
    },
    came: {
      en: "It called Deno.exit(), which ends the whole program.",
      ko: "프로그램 전체를 끝내는 Deno.exit()를 불렀습니다.",
    },
    why: {
      en:
        "A program that exits takes every other connection of it down, and nobody learns why.",
      ko:
        "프로그램이 끝나면 다른 연결도 모두 끊기고, 까닭은 아무도 알 수 없습니다.",
    },
    look: {
      en:
        "Throw an error, and let the caller decide. Deno.exit() belongs below `if (import.meta.main)`.",
      ko:
        "오류를 던지고 부른 쪽이 정하게 하십시오. Deno.exit()는 `if (import.meta.main)` 아래에만 둡니다.",
    },
  });
}
