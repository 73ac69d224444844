/**
 * What of a program's results and errors can be sent to the check.
 *
 * @module
 */
import type { ThrownError } from "./messages.ts";

const { structuredClone } = globalThis;

/** `value`, or undefined if it is something that cannot leave the worker. */
export function sendable(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

/** The name and the message of an error. */
export function sent({ name, message }: Error): ThrownError {
  return { name, message };
}
