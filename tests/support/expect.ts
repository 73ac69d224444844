import { expect, Failure, withOwn } from "./failure.ts";
import type { Words } from "./failure.ts";
import { wordsOf } from "./exercise/thrown.ts";
import type { Call } from "./log/wire_log.ts";
import { brief, returned, settle } from "./settle.ts";
import type { Settled } from "./settle.ts";
import type { Text } from "./text.ts";

/** Expects that a function of the student's returned an open connection. */
export function expectConnection(
  value: unknown,
): asserts value is Deno.TcpConn {
  const conn = value as Partial<Deno.TcpConn> | null | undefined;
  expect(typeof conn?.read === "function" && conn.remoteAddr !== undefined, {
    mistake: "returnsNoConnection",
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

/** Expects that the function `name` returned its result and no promise. */
export function expectAtOnce(value: unknown, name: string): void {
  expect(!(value instanceof Promise), {
    mistake: "returnsAPromise",
    expected: {
      en: `${name}() returns its result at once.`,
      ko: `${name}() 호출은 결과를 바로 돌려줍니다.`,
    },
    came: {
      en: "It returned a promise of the result.",
      ko: "결과가 아니라 프로미스를 돌려주었습니다.",
    },
    why: {
      en:
        "`async` makes a promise of every result, and whoever calls the function as it was handed out does not await one.",
      ko:
        "`async`를 붙인 함수는 언제나 프로미스를 돌려줍니다. 빈칸 코드의 선언대로 부르는 쪽은 await하지 않습니다.",
    },
    look: {
      en: "The line with the function's name: which word was not there before?",
      ko: "함수 이름이 있는 줄에 처음에는 없던 말이 있는지 보십시오.",
    },
  });
}

/** How an error came out that was to be passed on as it is. */
export type Passed =
  | "the same"
  | "swallowed"
  | "wrapped"
  | "renamed"
  | "copied"
  | "another";

/**
 * Tells what became of `error`, which a call threw, on its way out of the
 * student's function: swallowed, put as the `cause` into another one, thrown
 * under another name, copied, or forgotten for another error.
 */
export function passedOn(error: unknown, settled: Settled<unknown>): Passed {
  if (settled.error === undefined) return "swallowed";
  const { thrown } = settled;
  if (Object.is(thrown, error)) return "the same";
  for (let at = thrown, i = 0; at instanceof Error && i < 9; i++) {
    if (!("cause" in at)) break;
    at = at.cause;
    if (Object.is(at, error)) return "wrapped";
  }
  const one = wordsOf(error);
  const two = wordsOf(thrown);
  if (one.message === two.message) {
    return one.name === two.name ? "copied" : "renamed";
  }
  // Words of its own, with those of the error in them.
  return one.message !== "" && two.message.includes(one.message)
    ? "renamed"
    : "another";
}

/**
 * Expects that `error`, which a call of the student's function threw, came out
 * of the function as the same object (ECMA-262, 7.2.14, SameValue). `call` is
 * that call. `words` say it for a lesson; those of one way are for that alone.
 *
 * @example
 * \`\`\`ts
 * import assert from "node:assert/strict";
 * import { expectSame } from "./expect.ts";
 * import { settle } from "./settle.ts";
 *
 * const error = new Error("no");
 * const wraps = await settle(() => Promise.reject(new Error("x", { cause: error })));
 * assert.throws(() => expectSame(error, wraps, "read"), /It threw/);
 * \`\`\`
 */
export function expectSame(
  error: unknown,
  settled: Settled<unknown>,
  call: Call,
  words: Partial<Words> & { [Way in Passed]?: Partial<Words> } = {},
): void {
  const way = passedOn(error, settled);
  if (way === "the same") return;
  const { expected, came, why, look, mistake } = words;
  const own = { expected, came, why, look, mistake, ...words[way] };
  throw new Failure(withOwn(passedWords(error, settled, call, way), own));
}

function passedWords(
  error: unknown,
  { came }: Settled<unknown>,
  call: Call,
  way: Exclude<Passed, "the same">,
): Words {
  const name = error instanceof Error ? wordsOf(error).name : brief(error);
  return {
    ...(way === "swallowed"
      ? { mistake: "swallowsTheError" }
      : { mistake: "changesTheError" }),
    expected: {
      en: `The very error that ${call}() threw comes out: ${name}.`,
      ko: `${call}()가 던진 오류 그대로, 곧 ${name} 객체가 나옵니다.`,
    },
    came,
    why: passedWhy[way],
    look: way === "swallowed" || way === "another"
      ? {
        en: "Each catch and finally on its way: which one lets it through?",
        ko: "오류가 지나가는 catch와 finally를 하나씩 보십시오.",
      }
      : {
        en: "`throw error;` in a catch passes on the same object.",
        ko: "catch 안의 `throw error;`는 같은 객체를 그대로 전합니다.",
      },
  };
}

const passedWhy: Record<Exclude<Passed, "the same">, Text> = {
  swallowed: {
    en:
      "A catch, or a return in a finally, swallowed it. Whoever called takes what failed for done.",
    ko:
      "catch나 finally의 return이 오류를 삼켰습니다. 호출한 쪽은 실패한 일을 끝난 일로 압니다.",
  },
  wrapped: {
    en:
      "It was put into a new error as its cause. Whoever asks for the name or the class of the error does not find it any more.",
    ko:
      "오류를 새 오류의 cause에 넣었습니다. 오류의 이름이나 클래스를 보는 쪽은 이제 그것을 알아보지 못합니다.",
  },
  renamed: {
    en:
      "A new error was made with the words of the old one. What else that one says, its class, its code, its stack, is lost.",
    ko:
      "원래 오류의 말로 새 오류를 만들었습니다. 원래 오류의 클래스, code, 스택은 사라집니다.",
  },
  copied: {
    en:
      "A copy was thrown. Whoever compares it with the error that is known, as with a signal's reason, takes it for another one.",
    ko:
      "복사본을 던졌습니다. 신호의 reason처럼 아는 오류와 비교하는 쪽은 다른 오류로 봅니다.",
  },
  another: {
    en:
      "Another error was thrown in its place: by your code, or by what it still called after the first one, in a catch or a finally.",
    ko:
      "다른 오류가 대신 나왔습니다. 코드가 던졌거나, 첫 오류 뒤에 catch나 finally에서 부른 호출이 던진 것입니다.",
  },
};

/** Settles a call of the function `name`, which must not give a promise. */
export async function settleAtOnce(
  name: string,
  call: () => unknown,
): Promise<Settled<unknown>> {
  let value: unknown;
  const settled = await settle(() => value = call());
  expectAtOnce(value, name);
  return settled;
}
