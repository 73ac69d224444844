/**
 * What the checks of lesson 6 expect, and what they say with values.
 *
 * @module
 */
import { brief } from "../support/settle.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** What is wanted. */
export const wanted = {
  eachItsOwn: t(
    "Each of two calls does its work with its own connection.",
    "두 호출이 저마다 자기 연결로 일합니다.",
  ),
  refusal: t(
    "withConnection() throws Deno.errors.ConnectionRefused; `use` is not called.",
    "withConnection()이 Deno.errors.ConnectionRefused를 던지고, `use`는 부르지 않습니다.",
  ),
  result: t(
    'The result of `use`, "the result", is returned.',
    '`use`의 결과인 "the result"를 돌려줍니다.',
  ),
};

/** The wish that what `use` has thrown is thrown on. */
export function errorOfWork(problem: unknown): Text {
  const shown = brief(problem);
  return problem instanceof Error
    ? t(
      "The error of `use`, the same object, is thrown on.",
      "`use`가 던진 바로 그 오류 객체를 그대로 던집니다.",
    )
    : t(
      `What \`use\` has thrown is thrown on, here ${shown}.`,
      `\`use\`가 던진 것을 그대로 던집니다. 여기서는 ${shown}입니다.`,
    );
}

/** What came where `use` must not be called. */
export const wasUsed = t("`use` was called.", "`use`를 불렀습니다.");

/** How often `use` was called. */
export function timesUsed(uses: number): Text {
  return t(`It was called ${uses} times.`, `${uses}번 불렀습니다.`);
}

/** How often close() was called. */
export function timesClosed(closes: number): Text {
  return t(
    `close() was called ${closes} times.`,
    `close()를 ${closes}번 불렀습니다.`,
  );
}

/** The wish that a certain result of `use` comes back. */
export function thisResult(result: unknown): Text {
  const shown = brief(result);
  return t(
    `The result of \`use\` is returned, here ${shown}.`,
    `\`use\`의 결과를 그대로 돌려줍니다. 여기서는 ${shown}입니다.`,
  );
}

/** The wish that the connection is closed when the function is done. */
export function closedAfter(name: string): Text {
  return t(
    `The connection is closed when ${name} is done.`,
    `${name}가 끝나면 연결은 닫혀 있습니다.`,
  );
}

/** The wish that the function meets the error of a connection that broke. */
export function meetsTheBreak(name: string): Text {
  return t(
    `${name} meets the error of the connection and throws it on.`,
    `${name}가 연결의 오류를 만나고 그대로 던집니다.`,
  );
}

/** Why nobody met the break. */
export const stoppedBefore = t(
  "The connection broke, and no call of your code met the break: it had stopped reading before. Only null says that the answer is complete.",
  "연결이 끊어졌는데 코드의 어떤 호출도 그것을 만나지 못했습니다. 그 전에 읽기를 그만두었습니다. 응답이 끝났음을 알려 주는 것은 null뿐입니다.",
);

/** The wish that the function throws the error that a call of it met. */
export function throwsOn(name: string, error: string): Text {
  return t(
    `${name} throws on the error of the failed call (${error}).`,
    `${name}가 실패한 호출의 오류를 그대로 던집니다(${error}).`,
  );
}
