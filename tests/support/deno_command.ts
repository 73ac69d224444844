/**
 * Commands in texts, as they work on this machine: whoever has Node.js alone
 * starts Deno by npx, and has no `deno`.
 *
 * @module
 */

/** Whether npx has fetched this Deno, so that nobody can call it `deno`. */
export function isOfNpx(execPath: string): boolean {
  return /[\\/]_npx[\\/]/.test(execPath);
}

/**
 * What starts a version of Deno by npx. Windows' PowerShell takes `npx` for a
 * script, and by default runs none; `npx.cmd` works in every shell there.
 */
export function npxDeno(
  version: string = Deno.version.deno,
  os: string = Deno.build.os,
): string {
  return `${os === "windows" ? "npx.cmd" : "npx"} -y deno@${version}`;
}

/**
 * A text in which commands begin with `deno`, as a person here types it. The
 * pages are written for npx, and our sentences for `deno`: both are understood.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withCommands } from "./deno_command.ts";
 *
 * const text = "Run `deno task lesson 3`.";
 * const byNpx = "Run `npx -y deno@2.9.6 task lesson 3`.";
 * assert.equal(withCommands(text, "npx -y deno@2.9.6"), byNpx);
 * assert.equal(withCommands(byNpx, "deno"), text);
 * ```
 */
export function withCommands(text: string, deno: string): string {
  return text.replaceAll(
    /(?<![\w@./\\-])(npx(\.cmd)? -y deno@[\w.]+|deno)(?= (task|test|run|check|eval)\b)/g,
    () => deno,
  );
}
