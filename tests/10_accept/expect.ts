/**
 * What more than one check of this lesson expects: the addresses of clients.
 *
 * @module
 */
import { expect } from "../support/failure.ts";
import type { Peer } from "../support/peer.ts";
import { expectSame } from "../support/expect.ts";
import { calls } from "../support/log/wire_log.ts";
import { returned, settle } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";
import {
  mistakes,
  returnedAddress,
  returnedList,
  wantedAddress,
  wantedList,
} from "./words.ts";

/** Expects the address of this client's end. */
export function expectAddress(value: unknown, { local, remote }: Peer): void {
  const address = value as Partial<Deno.NetAddr> | null | undefined;
  expect(address?.hostname === local.hostname && address.port === local.port, {
    expected: wantedAddress(local),
    came: address?.port === undefined
      ? returned(value)
      : returnedAddress(address),
    ...address?.port === remote.port
      ? mistakes.returnsTheServersOwnEnd
      : value === undefined
      ? mistakes.forgetsTheReturn
      : mistakes.returnsNoAddress,
  });
}

/**
 * Has an accept() of the listener fail, and expects that very error of `serve`,
 * which must not call accept() once more. `before` is what happens first: a
 * client that is served, and then the accept() after that one fails.
 */
export async function expectErrorOfAccept(
  wire: Wire,
  listener: Deno.TcpListener,
  serve: () => Promise<unknown>,
  before?: () => Promise<void>,
): Promise<void> {
  const error = new Error("Too many open files (os error 24)");
  const after = before === undefined ? 0 : 1;
  const so = { on: listener, after };
  const begun = accepts(wire).length;
  wire.failNext("accept", error, so);
  const serving = settle(serve);
  const [settled] = await Promise.race([
    Promise.all([serving, before?.()]),
    wire.until(() => accepts(wire).length > begun + after + 1).then(() => []),
  ]);
  expect(settled !== undefined, mistakes.triesAgain);
  expectSame(error, settled, "accept", {
    swallowed: { ...mistakes.swallowsTheErrorOfAccept, came: settled.came },
  });
}

/** The calls of accept() so far. */
const accepts = ({ log }: Wire) => calls(log, "student", "accept");

/** Expects the addresses of these clients' ends, in this order. */
export function expectAddresses(
  value: unknown,
  clients: readonly Peer[],
): void {
  const should = clients.map(({ local }) => local.port);
  const came = portsOf(value);
  expect(came?.join() === should.join(), {
    expected: wantedList(should),
    came: came === undefined ? returned(value) : returnedList(came),
    ...came?.toSorted().join() === should.toSorted().join()
      ? mistakes.listsInAnotherOrder
      : mistakes.listsOthersThanItsClients,
  });
}

/** The ports of a list of addresses, if it is one. */
function portsOf(value: unknown): number[] | undefined {
  const isList = Array.isArray(value) &&
    value.every((address) => typeof address?.port === "number");
  return isList ? value.map(({ port }) => port) : undefined;
}
