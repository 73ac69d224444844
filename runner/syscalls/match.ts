/**
 * Finds the system calls that each recorded call became. The clocks of both
 * records differ, so sockets are found by their addresses and calls by their
 * order on a socket.
 *
 * @module
 */
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";
import type { Life } from "./lives.ts";
import { addressOf, errorOf } from "./parse.ts";
import type { SystemCall } from "./parse.ts";

/** A call of the student's code and what became of it. */
export interface Became {
  event: RecordedEvent;
  calls: SystemCall[];
}

const making =
  /^(socket|[gs]etsockopt|bind|listen|connect|getsockname|getpeername)$/;
const receiving = /^(recvfrom|recvmsg|read|readv)$/;
const sending = /^(sendto|sendmsg|write|writev)$/;

/**
 * What the student's calls of one check became. Takes the sockets of the check
 * out of `lives`, and what they did out of their calls, so that the next check
 * finds its own.
 *
 * The check itself calls what the student's code gave it or what it lent: such
 * calls have no place in the exercise and are left out. Where no call has a
 * place, as in a program that runs as a whole, only those on lent sockets are.
 */
export function match(recording: Recording, lives: Set<Life>): Became[] {
  const claimed = new Map<number, Life>();
  for (const socket of recording.sockets) {
    const life = [...lives].find((one) =>
      one.kind === socket.kind && one.local === write(socket.local) &&
      (socket.kind !== "connection" || one.remote === write(socket.remote))
    );
    if (life === undefined) continue;
    claimed.set(socket.id, life);
    lives.delete(life);
  }
  const own = recording.events.filter(({ side }) => side === "student");
  const found = own.map((event) => ({
    event,
    calls: event.socket === undefined
      ? failed(event, lives)
      : done(event, claimed.get(event.socket)),
  }));
  const placed = found.filter(({ event }) => event.place !== undefined);
  if (placed.length > 0) return placed;
  const lent = recording.sockets.filter((socket) => socket.lent)
    .map(({ id }) => id);
  return found.filter(({ event }) => !lent.includes(event.socket ?? 0));
}

/** The calls of an attempt that made no socket for Deno. */
function failed(event: RecordedEvent, lives: Set<Life>): SystemCall[] {
  const name = event.call === "connect" ? "connect" : "bind";
  const made = [...lives].filter(({ calls }) =>
    calls.some((call) => call.name === name && goesTo(call, event))
  ).slice(0, event.times);
  for (const life of made) lives.delete(life);
  return made.flatMap(({ calls }) => calls);
}

/** The calls on a socket that both records know. */
function done(event: RecordedEvent, life: Life | undefined): SystemCall[] {
  if (life === undefined) return [];
  const { calls } = life;
  switch (event.call) {
    case "connect":
    case "listen":
    case "listenDatagram": {
      const end = calls.findIndex(({ name }) => !making.test(name));
      const made = calls.splice(0, end === -1 ? calls.length : end);
      // Deno asks for both addresses of a connection, to have them at hand.
      return event.call === "connect"
        ? made.filter(({ name }) => !/^get(sock|peer)name$/.test(name))
        : made;
    }
    case "accept": {
      const from = write(event.address);
      const at = life.accepted.findIndex((one) => one.life.remote === from);
      return at === -1 || event.outcome !== "ok"
        ? []
        : life.accepted.splice(at, 1).map(({ call }) => call);
    }
    case "read":
    case "receive":
      return moved(event, calls, receiving);
    case "write":
    case "send":
      return moved(event, calls, sending);
    case "closeWrite":
      return take(calls, ({ name }) => name === "shutdown", 1);
    case "close":
    case "reset":
      return take(calls, ({ name }) => /^(shutdown|close)$/.test(name), 9);
  }
}

/** The calls that moved as many bytes as the event tells, or its errors. */
function moved(
  event: RecordedEvent,
  calls: SystemCall[],
  kind: RegExp,
): SystemCall[] {
  const next = calls.find(({ name }) => kind.test(name));
  if (next === undefined || event.outcome === "pending") return [];
  const wrong = event.outcome === "error";
  if (wrong !== (errorOf(next) !== "")) return [];
  const size = event.size ?? 0;
  if (wrong || size === 0) return take(calls, (call) => call === next, 1);
  let sum = 0;
  return take(calls, (call) => {
    if (sum >= size || !kind.test(call.name)) return false;
    sum += Math.max(0, Number.parseInt(call.result));
    return true;
  }, Infinity);
}

/** Takes the first calls that are wanted out of a list. */
function take(
  calls: SystemCall[],
  wanted: (call: SystemCall) => boolean,
  most: number,
): SystemCall[] {
  const taken: SystemCall[] = [];
  for (let i = 0; i < calls.length && taken.length < most;) {
    if (wanted(calls[i])) taken.push(...calls.splice(i, 1));
    else i++;
  }
  return taken;
}

function goesTo(call: SystemCall, { address }: RecordedEvent): boolean {
  const numeric = /^[\d.]+$|:/.test(address?.hostname ?? "");
  const to = addressOf(call);
  return address === undefined || to === write(address) ||
    !numeric && to?.endsWith(`:${address.port}`) === true;
}

function write(address: Deno.NetAddr | undefined): string | undefined {
  return address && `${address.hostname}:${address.port}`;
}
