/**
 * Makes everything that the language and Deno share between modules
 * unchangeable, before the first line of an exercise runs. So an exercise
 * cannot change what a check relies on, neither by mistake (a polyfill, a
 * global called `name`) nor on purpose.
 *
 * @module
 */
import { watchPromises } from "../log/crowd.ts";
import { refuseWays } from "./refused.ts";
import { watchTimers } from "./timers.ts";

/**
 * Where code that does no harm assigns to an inherited name, as in
 * `error.name = "…"` or `object.toString = …`. On a frozen prototype that would
 * be an error, so there the names become accessors that write to the object
 * itself.
 */
const assignable = [
  Object.prototype,
  Function.prototype,
  Error.prototype,
  TypeError.prototype,
  RangeError.prototype,
  DOMException.prototype,
  EventTarget.prototype,
  Array.prototype,
  Promise.prototype,
  Map.prototype,
  Set.prototype,
  Uint8Array,
  Uint8Array.prototype,
  Object.getPrototypeOf(Uint8Array),
  Object.getPrototypeOf(Uint8Array.prototype),
];

/** The console is nobody's evidence, and node:process adds to it later. */
const leftAlone: readonly unknown[] = [globalThis, console];

/**
 * Globals that Deno makes when they are first asked for, and that the checks
 * use. The others may change: an exercise that does so hurts only itself.
 */
const lateNames = [
  "TextDecoder",
  "TextEncoder",
  "clearInterval",
  "clearTimeout",
  "setInterval",
  "setTimeout",
] as const;

let locked = false;

/** Whether code of an exercise may run from now on, at whichever time. */
export function isLockedDown(): boolean {
  return locked;
}

/**
 * Freezes all globals, what they are, and their prototypes, and takes away
 * what gets around the checks. Each call after the first does nothing.
 */
export function lockDown(): void {
  if (locked) return;
  locked = true;
  // At the first call Deno replaces this global, which a frozen one forbids.
  queueMicrotask(() => {});
  watchTimers();
  watchPromises();
  hideInternals();
  hideArguments();
  refuseWays();
  for (const prototype of assignable) allowAssignment(prototype);
  const shared: unknown[] = [
    // What no global names: the prototypes behind syntax.
    Object.getPrototypeOf(async function () {}),
    Object.getPrototypeOf(function* () {}),
    Object.getPrototypeOf(async function* () {}),
    Object.getPrototypeOf([][Symbol.iterator]()),
    Object.getPrototypeOf(new Map()[Symbol.iterator]()),
    Object.getPrototypeOf(new Set()[Symbol.iterator]()),
    Object.getPrototypeOf(""[Symbol.iterator]()),
    Object.getPrototypeOf("".matchAll(/x/g)),
    Object.getPrototypeOf(Uint8Array),
    ...Object.values(Deno.errors),
  ];
  for (const name of lateNames) {
    const value: unknown = globalThis[name];
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  for (const key of Reflect.ownKeys(globalThis)) {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, key)!;
    // Reading a getter would load what it stands for.
    if (!("value" in descriptor) || !descriptor.configurable) continue;
    shared.push(descriptor.value);
    Object.defineProperty(globalThis, key, {
      writable: false,
      configurable: false,
    });
  }
  for (const value of shared) {
    if (!isObject(value) || leftAlone.includes(value)) continue;
    const { prototype } = value as { prototype?: unknown };
    Object.freeze(value);
    if (isObject(prototype)) Object.freeze(prototype);
  }
}

/**
 * Takes Deno's own machinery away, operations of the test runner included,
 * but for the one function that the runner calls at its end.
 */
function hideInternals(): void {
  const name = Reflect.get(Deno, "internal") as symbol | undefined;
  if (name === undefined) return;
  const internals = Reflect.get(Deno, name) as Record<string, unknown>;
  const { flushTestSnapshots } = internals;
  Reflect.defineProperty(Deno, name, {
    value: Object.freeze({ flushTestSnapshots }),
  });
}

/**
 * The arguments are those of the checks, `--record` for example. An exercise
 * that is run as a program without any finds none either.
 */
function hideArguments(): void {
  const value: string[] = [];
  Object.defineProperty(Deno, "args", { value, enumerable: true });
}

/**
 * Freezes the prototypes of a socket. No global names them, and the check's
 * own end of the wire has the same.
 */
export function freezePrototypes(socket: object): void {
  for (
    let type = Object.getPrototypeOf(socket);
    type !== null && !Object.isFrozen(type) && type !== Object.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    Object.freeze(type);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null ||
    typeof value === "function";
}

/** Lets objects have properties of their own that a frozen prototype has. */
export function allowAssignment(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    // Deno.inspect names bytes after this one, and calls no accessor for it.
    if (key === "constructor" && prototype === Uint8Array.prototype) continue;
    const descriptor = Object.getOwnPropertyDescriptor(prototype, key)!;
    if (!("value" in descriptor) || !descriptor.configurable) continue;
    const { value, enumerable } = descriptor;
    Object.defineProperty(prototype, key, {
      enumerable,
      configurable: true,
      get: () => value,
      set(this: object, assigned: unknown) {
        if (this === prototype) {
          throw new TypeError(`Cannot change ${String(key)} for everybody`);
        }
        Object.defineProperty(this, key, {
          value: assigned,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
    });
  }
}
