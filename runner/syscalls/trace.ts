/**
 * Reads what strace(1) writes: one system call a line, and two lines for a
 * call during which another thread was told of.
 *
 * @module
 */
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";

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
 */
export function addressOf({ args }: SystemCall): string | undefined {
  const found =
    /sin6?_port=htons\((\d+)\).*?(?:inet_addr\(|AF_INET6, )"([^"]+)"/.exec(
      args,
    );
  return found === null ? undefined : `${found[2]}:${found[1]}`;
}

/*
 * From the system calls of a process to the lives of its sockets: the same
 * number is given to one socket after the other.
 */

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

/*
 * Finds the system calls that each recorded call became. The clocks of both
 * records differ, so sockets are found by their addresses and calls by their
 * order on a socket.
 */

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
