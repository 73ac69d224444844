/**
 * From the system calls of a process to the lives of its sockets: the same
 * number is given to one socket after the other.
 *
 * @module
 */
import { addressOf, descriptorOf, errorOf } from "./parse.ts";
import type { SystemCall } from "./parse.ts";

/** What was done with one socket, from the call that made it to close(2). */
export interface Life {
  kind: "listener" | "connection" | "datagram";
  /** As `127.0.0.1:8080`. */
  local?: string;
  remote?: string;
  /** Without the call that made it, if that was an accept. */
  calls: SystemCall[];
  /** The connections that it gave, for a listener, and by which calls. */
  accepted: { call: SystemCall; life: Life }[];
}

/**
 * The lives of all sockets of the internet, in the order of their making.
 * Calls that came too early, with EAGAIN, are left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { livesOf } from "./lives.ts";
 * import { parseTrace } from "./parse.ts";
 *
 * const trace = `
 * 71 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 36
 * 71 listen(36, 511) = 0
 * 71 close(36) = 0
 * `;
 * const [life] = livesOf(parseTrace(trace));
 * assert.equal(life.kind, "listener");
 * assert.equal(life.calls.length, 3);
 * ```
 */
export function livesOf(calls: readonly SystemCall[]): Life[] {
  const lives: Life[] = [];
  const open = new Map<number, Life>();
  for (const call of calls) {
    const error = errorOf(call);
    if (error === "EAGAIN") continue;
    if (call.name === "socket") {
      if (error !== "" || !/^AF_INET6?,/.test(call.args)) continue;
      const kind = /SOCK_DGRAM/.test(call.args) ? "datagram" : "connection";
      begin(Number(call.result), { kind, calls: [call], accepted: [] });
      continue;
    }
    const descriptor = descriptorOf(call);
    const life = open.get(descriptor);
    if (life === undefined) continue;
    if (call.name === "accept4" || call.name === "accept") {
      if (error !== "") continue;
      const made: Life = {
        kind: "connection",
        local: life.local,
        remote: addressOf(call),
        calls: [],
        accepted: [],
      };
      life.accepted.push({ call, life: made });
      begin(Number(call.result), made);
      continue;
    }
    life.calls.push(call);
    learn(life, call, error);
    if (call.name === "close") open.delete(descriptor);
  }
  return lives;

  function begin(descriptor: number, life: Life): void {
    open.set(descriptor, life);
    lives.push(life);
  }
}

/** Takes over what a call tells of the socket. */
function learn(life: Life, call: SystemCall, error: string): void {
  const address = addressOf(call);
  if (call.name === "listen") life.kind = "listener";
  if (call.name === "connect") life.remote = address;
  if (call.name === "bind") life.local = address;
  if (error !== "") return;
  if (call.name === "getsockname") life.local = address;
  if (call.name === "getpeername") life.remote = address;
}
