/**
 * Reads what strace(1) writes: one system call a line, and two lines for a
 * call during which another thread was told of.
 *
 * @module
 */

/** One system call that has ended. */
export interface SystemCall {
  name: string;
  /** What stands between the parentheses. */
  args: string;
  /** What the call gave back: a number, or -1 and the error. */
  result: string;
}

/**
 * The system calls of a trace, in the order in which they took effect: a
 * `close` when it began, for its number is free from then on, and all others
 * when they ended. Lines of another kind are left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseTrace } from "./parse.ts";
 *
 * const trace = `
 * 71 listen(36, 511)                 = 0
 * 71 recvfrom(22,  <unfinished ...>
 * 72 close(5)                        = 0
 * 71 <... recvfrom resumed>"hi", 2, 0, NULL, NULL) = 2
 * `;
 * assert.deepEqual(parseTrace(trace), [
 *   { name: "listen", args: "36, 511", result: "0" },
 *   { name: "close", args: "5", result: "0" },
 *   { name: "recvfrom", args: '22, "hi", 2, 0, NULL, NULL', result: "2" },
 * ]);
 * ```
 */
export function parseTrace(text: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const begun = new Map<string, string>();
  for (const line of text.split("\n")) {
    const told = /^\s*(\d+) +(.*)$/.exec(line);
    if (told === null) continue;
    const [, thread, rest] = told;
    const unfinished = /^(.*?) <unfinished \.\.\.>$/.exec(rest);
    const closing = /^close\((\d+)$/.exec(unfinished?.[1] ?? "");
    if (closing !== null) {
      calls.push({ name: "close", args: closing[1], result: "0" });
      continue;
    }
    if (unfinished !== null) {
      begun.set(thread, unfinished[1]);
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const whole = resumed === null
      ? rest
      : (begun.get(thread) ?? "") + resumed[1];
    if (resumed !== null) begun.delete(thread);
    const call = /^(\w+)\((.*)\) += (.+)$/.exec(whole);
    if (call === null || call[3] === "?") continue;
    calls.push({ name: call[1], args: call[2], result: call[3] });
  }
  return calls;
}

/** The name of the error, for example `EAGAIN`; "" if there was none. */
export function errorOf({ result }: SystemCall): string {
  return /^-1 (\w+)/.exec(result)?.[1] ?? "";
}

/** The first number of the arguments: the descriptor of most calls. */
export function descriptorOf({ args }: SystemCall): number {
  return parseInt(args);
}

/**
 * The address in the arguments of a call, as `127.0.0.1:8080` or `::1:8080`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { addressOf } from "./parse.ts";
 *
 * const args = "22, {sa_family=AF_INET, sin_port=htons(8080), " +
 *   'sin_addr=inet_addr("127.0.0.1")}, 16';
 * const call = { name: "connect", args, result: "0" };
 * assert.equal(addressOf(call), "127.0.0.1:8080");
 * ```
 */
export function addressOf({ args }: SystemCall): string | undefined {
  const found =
    /sin6?_port=htons\((\d+)\).*?(?:inet_addr\(|AF_INET6, )"([^"]+)"/.exec(
      args,
    );
  return found === null ? undefined : `${found[2]}:${found[1]}`;
}
