/**
 * The message "I am ready" of a server, which must be true: whoever believes
 * it connects at once.
 *
 * @module
 */
import { expect } from "../support/failure.ts";
import { brief } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";
import { came, starting as mistakes, wanted } from "./start_words.ts";

/** One call of `ready`: the address it was given, and whether it was true. */
export interface ReadyCall {
  address?: Deno.NetAddr;
  /** Whether a socket of the student's code listened there at that moment. */
  listening: boolean;
}

/** The callback for the student's server; it notes each of its calls. */
export function noteReady(
  calls: ReadyCall[],
  wire: Wire,
): (address: Deno.NetAddr) => void {
  return (address) => {
    const listening = listenerAt(wire, address?.port) !== undefined;
    calls.push({ address, listening });
  };
}

/**
 * Expects that startServer() called `ready` once, with a real port that
 * listened at that moment. Gives the address.
 */
export function expectReady(
  calls: readonly ReadyCall[],
  wire: Wire,
): Deno.NetAddr {
  const [first] = calls;
  const given = first?.address;
  expect(calls.length === 1, {
    came: came.calls(calls.length),
    ...calls.length > 1 ? mistakes.callsReadyTwice : mistakes.callsReadyTooLate,
  });
  expect(typeof given === "object" && given !== null, {
    came: came.given(brief(given)),
    ...mistakes.announcesNoAddress,
  });
  expect(typeof given?.port === "number" && given.port > 0, {
    came: came.given(brief(given)),
    ...mistakes.announcesPortZero,
  });
  const { hostname, port } = given!;
  const listens = wire.log.sockets.some(({ side }) => side === "student");
  expect(first.listening, {
    came: came.nobodyListened(port),
    ...listens ? mistakes.callsReadyTooEarly : mistakes.listensNowhere,
  });
  const local = listenerAt(wire, port)?.local.hostname;
  // Whoever listens on every address is told so elsewhere.
  const everywhere = local === "0.0.0.0";
  expect(local === undefined || everywhere || hostname === local, {
    expected: wanted.itsAddress(local!),
    came: came.given(brief(hostname)),
    ...mistakes.announcesAName,
  });
  return given!;
}

function listenerAt({ log }: Wire, port: number | undefined) {
  return log.sockets.find(({ side, state, local }) =>
    side === "student" && state === "open" && local.port === port
  );
}
