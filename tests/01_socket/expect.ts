/**
 * What the checks of lesson 1 expect of sockets, pairs and refusals.
 *
 * @module
 */
import { expect } from "../support/failure.ts";
import { calls } from "../support/log/wire_log.ts";
import type { Socket } from "../support/log/wire_log.ts";
import type { Settled } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";
import {
  kindOf,
  notRefused,
  portTaken,
  property,
  wrongKind,
} from "./diagnose.ts";
import { tcp } from "./names.ts";
import type { Accepts, Names } from "./names.ts";
import {
  holdsNames,
  isClosed,
  isOfKind,
  isOn,
  messageIs,
  noSocket,
  opened,
  opensNothing,
  refuses,
  socketOf,
  whatMakes,
  whyNot,
} from "./sentences.ts";
import type { Kind } from "./sentences.ts";
import { mistakes, wanted } from "./words.ts";

/** What openBoth() returns. */
export interface Pair {
  stream: Deno.TcpListener;
  datagram: Deno.DatagramConn;
}

/** The ports of both sockets. */
export function portsOf({ stream, datagram }: Pair) {
  return {
    stream: stream.addr.port,
    datagram: (datagram.addr as Deno.NetAddr).port,
  };
}

/** Expects an open TCP listener on loopback. `name` is its property. */
export function expectStream(
  value: unknown,
  wire: Wire,
  name?: string,
): asserts value is Deno.TcpListener {
  expectOpenOnLoopback(value, wire, "SOCK_STREAM", "Deno.TcpListener", name);
}

/** Expects an open UDP socket on loopback. `name` is its property. */
export function expectDatagram(
  value: unknown,
  wire: Wire,
  name?: string,
): asserts value is Deno.DatagramConn {
  expectOpenOnLoopback(value, wire, "SOCK_DGRAM", "Deno.DatagramConn", name);
}

/** Expects an open socket of the kind that `names` asks for. */
export function expectSocket(
  value: unknown,
  wire: Wire,
  names: Names,
): asserts value is Deno.TcpListener | Deno.DatagramConn {
  if (names === tcp) expectStream(value, wire);
  else expectDatagram(value, wire);
}

/** Expects an open socket on loopback, of the `kind` that goes with `type`. */
function expectOpenOnLoopback(
  value: unknown,
  wire: Wire,
  type: string,
  kind: Kind,
  name?: string,
): void {
  const actual = kindOf(value);
  expect(actual === kind, {
    expected: socketOf(type, kind, name),
    came: actual === undefined ? noSocket(value, name) : isOfKind[actual],
    look: whatMakes(kind),
    ...wrongKind(value),
  });
  const { hostname, port } = addressOf(value as Opened);
  expect(known(value as Opened, wire)?.state !== "closed", {
    came: isClosed(port),
    ...mistakes.closesWhatItReturns,
  });
  expect(hostname === "127.0.0.1", {
    came: isOn(hostname),
    why: whyNot(hostname),
    ...mistakes.listensOnAnotherAddress,
  });
}

type Opened = Deno.TcpListener | Deno.DatagramConn;

function addressOf({ addr }: Opened): Deno.NetAddr {
  return addr as Deno.NetAddr;
}

/** The socket of the student's code in the log. */
function known(of: Opened, { log }: Wire): Socket | undefined {
  const { port } = addressOf(of);
  const kind = kindOf(of) === "Deno.TcpListener" ? "listener" : "datagram";
  return log.sockets.findLast((socket) =>
    socket.side === "student" && socket.local.port === port &&
    socket.kind === kind
  );
}

/** Expects that a later call has left an earlier result open. */
export function expectStillOpen(of: Opened, wire: Wire): void {
  expect(known(of, wire)?.state === "open", {
    came: isClosed(addressOf(of).port),
    ...mistakes.closesTheOneBefore,
  });
}

/** Expects a pair of openBoth(), each socket of its kind, open, on loopback. */
export function expectBoth(
  { value, error, came }: Settled<unknown>,
  wire: Wire,
): Pair {
  expect(!(error instanceof Deno.errors.AddrInUse), {
    expected: wanted.onePortForBoth,
    came,
    ...portTaken(wire.log),
  });
  if (error !== undefined) throw error;
  const stream = property(value, "stream");
  const datagram = property(value, "datagram");
  expectStream(stream, wire, "stream");
  expectDatagram(datagram, wire, "datagram");
  return { stream, datagram };
}

/**
 * Expects a TypeError, and no socket at all. Its message must hold the names
 * `unfit`, or any of them; in which case, and how it writes unusual characters,
 * is its own affair.
 */
export function expectRefusal(
  settled: Settled<unknown>,
  { log }: Wire,
  names: Names,
  unfit: readonly string[],
  accepts: Accepts,
  holds: "all" | "any" = "all",
): void {
  const call = `openSocket(${
    names.map((name) => JSON.stringify(name)).join(", ")
  })`;
  const { value, error, came } = settled;
  const kind = kindOf(value);
  expect(error instanceof TypeError, {
    expected: refuses(call),
    came: kind === undefined ? came : opened[kind],
    ...notRefused(settled, accepts),
  });
  const message = error.message.toLowerCase();
  const isHeld = (name: string) =>
    message.includes(name.toLowerCase()) || !/^[ -~]*$/.test(name);
  expect(holds === "all" ? unfit.every(isHeld) : unfit.some(isHeld), {
    expected: holdsNames(unfit, holds),
    came: messageIs(call, error.message),
    ...mistakes.doesNotNameWhatIsWrong,
  });
  expect(calls(log, "student").length === 0, {
    expected: opensNothing(call),
    ...mistakes.opensBeforeItLooks,
  });
}
