/**
 * What the checks of lesson 7 say with values.
 *
 * @module
 */
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** Expected: request() throws this error. */
export function throwsOn(kind: string): Text {
  return t(
    `request() throws Deno.errors.${kind}.`,
    `request()가 던질 오류는 Deno.errors.${kind}입니다.`,
  );
}

/** Expected: the function `name` throws TimedOut. */
export function throwsTimedOut(name: string): Text {
  return t(
    `${name}() throws Deno.errors.TimedOut.`,
    `${name}()가 던질 오류는 Deno.errors.TimedOut입니다.`,
  );
}
