/**
 * What `deno task doctor` sees of a machine, as data: a finding can be tested
 * with a machine that nobody has.
 *
 * @module
 */
import type { Change } from "../checksums.ts";

/** What came of sending bytes there and back. */
export type Reached =
  /** `ms` is the median time for there and back. */
  | { state: "reached"; ms: number }
  /** Another peer, other bytes, or an end that is not handed on. */
  | { state: "changed" }
  /** Nothing came within the time. */
  | { state: "silent" }
  /** What the system said. */
  | { state: "failed"; error: string };

/** What becomes of a connection to a port where nobody listens. */
export type Refused = "refused" | "accepted" | "silent";

/** What all probes together have seen. */
export interface Probed {
  /** The version of Deno. */
  deno: string;
  os: typeof Deno.build.os;
  /** TCP at 127.0.0.1. */
  stream: Reached;
  /** UDP at 127.0.0.1. */
  datagrams: Reached;
  /** TCP at 127.0.0.1, to a listener at 0.0.0.0. */
  everywhere: Reached;
  /** TCP at 127.0.0.2. */
  second: Reached;
  /** TCP at ::1. */
  ipv6: Reached;
  refused: Refused;
  /** How many sockets could be open at once; at most `mostSockets`. */
  sockets: number;
  /** The variables that name a proxy. */
  proxies: string[];
  /** Where strace(1) is, and VS Code; undefined where they are not. */
  strace?: string;
  code?: string;
  /** Whether the settings for VS Code are there. */
  settings: boolean;
  /** The width of the terminal; undefined where the output is none. */
  columns?: number;
  /** The first of LC_ALL, LC_CTYPE and LANG that is not empty. */
  locale?: string;
  /** The course's files that are not there, from the course's folder. */
  missing: string[];
  /** The course's folder, where `deno test -P` finds no checks in it. */
  unseen?: string;
  /** Undefined in a course that carries no checksums. */
  changes?: Change[];
}

/** More sockets than that are not tried. */
export const mostSockets = 300;
