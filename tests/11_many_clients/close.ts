/**
 * How a server ends whose owner closes the listener.
 *
 * @module
 */
import type { EchoServer } from "../support/echo/clients.ts";
import { closeAsOwner, expectNotBrokenOff } from "../support/echo/errors.ts";
import { expectServed } from "../support/echo/serving.ts";
import { expect } from "../support/failure.ts";
import { mistakes } from "./words.ts";

/** Closes the listener as its owner, and looks at how the server ends. */
export async function close(
  { wire, listener, serving }: EchoServer<void>,
  clients: number,
): Promise<void> {
  const { id, state } = wire.socket(listener);
  if (state === "open") closeAsOwner(wire.log, listener);
  const settled = await serving;
  expectNotBrokenOff(wire.log, settled);
  const { error, came } = settled;
  const closedAgain = wire.log.events.some(({ socket, call, outcome }) =>
    socket === id && call === "close" && outcome === "error"
  );
  expect(error === undefined, {
    came,
    ...closedAgain
      ? mistakes.closesTheListenerAgain
      : mistakes.rejectsWhenTheListenerIsClosed,
  });
  expectServed(wire.log, clients, listener.addr.port);
}

/** Expects that a client is served on whose server takes no more of them. */
export function expectServiceGoesOn(goesOn: boolean): void {
  expect(goesOn, mistakes.closesEverythingWithTheListener);
}

/** Expects that the server has not ended before its clients. */
export function expectStillRunning(running: boolean): void {
  expect(running, mistakes.leavesBeforeItsClients);
}
