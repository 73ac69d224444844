/**
 * What more than one check of this lesson expects: the addresses of clients.
 *
 * @module
 */
import { expect } from "../support/failure.ts";
import type { Peer } from "../support/peer.ts";
import { returned } from "../support/settle.ts";
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
