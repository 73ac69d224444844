/**
 * What is asked and answered in the checks of this lesson, and what may go wrong
 * meanwhile.
 *
 * @module
 */
import { encode, join } from "../support/bytes.ts";
import type { Call } from "../support/log/wire_log.ts";

/** Not even Windows, whose send() takes all, takes more than this of it. */
export const shortWrites = { write: 64 * 1024 };
/** Sizes, in bytes. */
export const oneMiB = 1024 * 1024;
export const sixMiB = 6 * oneMiB;
/** What is lost or changed by who takes bytes for a text, or tidies them up. */
export const oddBytes = join([
  encode("\ufeff \0\r\n가\u2028"),
  Uint8Array.of(0xff, 0xc3, 0x28, 0x80),
  encode(" \n\r\n\0"),
]);
/** What servers are asked, what they answer, and a part of that. */
export const question = encode("prices, please\n");
export const answer = encode("milk 1200\nrice 3400\nbread 2800\n");
export const part = answer.subarray(0, 17);
const { ConnectionRefused, NetworkUnreachable } = Deno.errors;
/** Errors that a call may throw, and that tell more than their class. */
export const brokenCalls: [Call, Error][] = [
  ["connect", new ConnectionRefused("Connection refused (os error 111)")],
  ["connect", new NetworkUnreachable("Network is unreachable (os error 101)")],
  ["write", new Error("No buffer space available (os error 105)")],
  ["closeWrite", new Error("Transport endpoint is down (os error 107)")],
  ["read", new Error("The machine runs out of memory (os error 12)")],
];
