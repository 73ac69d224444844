/**
 * Freezes what `node:events` and `node:stream` share with everybody, at the
 * time when it is loaded. The check's own end of a connection may be a socket
 * of `node:net`, which inherits from them: whoever could change them could
 * change what a check sees.
 *
 * @module
 */
import events from "node:events";
import stream from "node:stream";
import promises from "node:stream/promises";
import { allowAssignment } from "./lockdown.ts";

/** An object of each kind leads to the prototypes that no export names. */
const example = new stream.Duplex();

const shared: unknown[] = [events, stream, promises];
for (const value of Object.values(example)) {
  if (isObject(value)) shared.push(Object.getPrototypeOf(value));
}
// An array is gone through with what comes meanwhile.
for (const value of shared) {
  if (!isObject(value) || Object.isFrozen(value)) continue;
  const properties = Object.values(Object.getOwnPropertyDescriptors(value));
  const isPrototype = Object.hasOwn(value, "constructor");
  if (isPrototype) allowAssignment(value);
  Object.freeze(value);
  shared.push(Object.getPrototypeOf(value));
  for (const { value, get, set } of properties) shared.push(value, get, set);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null ||
    typeof value === "function";
}
