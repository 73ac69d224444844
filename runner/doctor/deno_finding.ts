/**
 * What is to be said of a Deno. `main.ts` needs it before it knows that this
 * Deno can run the rest, so all that is loaded here must be understood by
 * every older one.
 *
 * @module
 */
import { isOlder, oldest } from "../version.ts";
import type { Finding } from "./finding.ts";

/**
 * Whether a version of Deno can run the course.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { denoFinding } from "./deno_finding.ts";
 *
 * assert.equal(denoFinding("2.4.0").state, "problem");
 * assert.equal(denoFinding("2.9.6").state, "ok");
 * ```
 */
export function denoFinding(version: string): Finding {
  if (!isOlder(version, oldest)) {
    return {
      about: "deno",
      state: "ok",
      text: { en: `Deno ${version}`, ko: `Deno ${version}` },
    };
  }
  return {
    about: "deno",
    state: "problem",
    text: {
      en: `This is Deno ${version}, and the course needs ${oldest} or newer.`,
      ko:
        `지금 Deno의 버전은 ${version}이지만, 이 과정에는 ${oldest} 이상이 필요합니다.`,
    },
    todo: {
      en:
        "Run `deno upgrade`, or put `npx -y deno@2.9.6` in the place of `deno`.",
      ko:
        "`deno upgrade`를 실행하거나 `deno` 대신 `npx -y deno@2.9.6`을 쓰십시오.",
    },
  };
}
