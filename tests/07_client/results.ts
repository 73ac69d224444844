/**
 * One question to many servers: what came of it stands in a list, with one
 * place for each server.
 *
 * @module
 */
import type { ErrorClass } from "../support/broken.ts";
import { show } from "../support/bytes.ts";
import { expect } from "../support/failure.ts";
import { expectList, returnsNoList } from "../support/list.ts";
import type { ListWords } from "../support/list.ts";
import { brief, returned } from "../support/settle.ts";
import type { Settled } from "../support/settle.ts";
import { hasPlaces } from "./sentences.ts";
import { askingEach as mistakes } from "./each_words.ts";

const results: ListWords = {
  write: (place) =>
    place instanceof Uint8Array
      ? show(place, 24)
      : place instanceof Error || typeof place === "function"
      ? place.name
      : brief(place),
  fits: (entry, place: Uint8Array | ErrorClass) =>
    typeof place === "function"
      ? entry instanceof place
      : entry instanceof Uint8Array && show(entry) === show(place),
  order: mistakes.returnsInOrderOfArrival,
  entry: (entry, place: Uint8Array | ErrorClass, all) => {
    if (!(entry instanceof Uint8Array)) {
      return mistakes.putsNeitherBytesNorErrors;
    }
    return all && typeof place === "function"
      ? mistakes.putsBytesInThePlaceOfErrors
      : undefined;
  },
  size: mistakes.leavesOutAPlace,
};

/**
 * Expects a result with each answer or error at the place of its address, and
 * that no error of one server ended the whole function. `spoilt` is an error
 * that it may have thrown because of its limit.
 */
export function expectResults(
  { value, error, came }: Settled<unknown>,
  places: readonly (Uint8Array | ErrorClass)[],
  spoilt?: Error,
): void {
  const known = places.some((place) =>
    typeof place === "function" && error instanceof place
  );
  // Any other error is none of a server's, and is explained like all others.
  if (error !== undefined && error !== spoilt && !known) throw error;
  expect(error === undefined, {
    ...spoilt === undefined
      ? mistakes.letsOneServerSpoilAll
      : mistakes.givesUpAtTheLimit,
    came,
  });
  expectList(value, places, results);
}

/** Expects a list of so many places, whatever is in them. */
export function expectPlaces(value: unknown, places: number): void {
  const list = Array.isArray(value) ? value : undefined;
  // A place that nothing was put into is none.
  const filled = list?.filter(() => true).length;
  expect(list !== undefined && filled === places && list.length === places, {
    ...list === undefined ? returnsNoList : mistakes.leavesOutAPlace,
    expected: hasPlaces(places),
    came: returned(value),
  });
}
