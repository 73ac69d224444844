/**
 * What a check says to start a program of the student's, and what it holds
 * then; see program.ts.
 *
 * @module
 */
import type { Words } from "../failure.ts";
import type { Lent, Task, ThrownError } from "./messages.ts";
import type { Text } from "../text.ts";
import type { WireEvent } from "../log/wire_log.ts";

/** Stands in the arguments for a function that announces what it is given. */
export const announce: Lent = { lend: "announce" };
/** Stands in the arguments for a signal that {@linkcode Program.stop} fires. */
export const stopSignal: Lent = { lend: "stop" };

/** What to run as a program. */
export interface ProgramOptions extends Task {
  /** For the messages: "your server". */
  name: Text;
  /** True if an error is what the check waits for. */
  mayFail?: boolean;
  /** Why it may have thrown this error, where the check knows that. */
  whyError?: (error: ThrownError) => Partial<Words> | undefined;
}

/** A program that has been started. */
export interface Program {
  /** What the program announced first. Ending without that ends the check. */
  announced: Promise<unknown>;
  /** How it ended. An error that was not expected ends the check instead. */
  ended: Promise<ProgramEnd>;
  /** Fires the signal that the program was lent. */
  stop(): void;
}

/** How a program came to its end. */
export interface ProgramEnd {
  value?: unknown;
  error?: ThrownError;
  /** In words: what its function returned, or what it threw. */
  came: Text;
  /** How many times it announced something. */
  announcements: number;
  /** The calls that made the sockets that were open at that moment. */
  open: WireEvent[];
}
