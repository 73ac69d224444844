import assert from "node:assert/strict";
import { createScope, endScope, runInScope } from "../log/scope.ts";
import { quietTimers } from "./late.ts";

/** The errors that reach the program while `act` runs. */
async function uncaughtDuring(act: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const listen = (event: ErrorEvent) => {
    event.preventDefault();
    said.push(event.error.message);
  };
  globalThis.addEventListener("error", listen);
  const real = { setTimeout, setInterval };
  try {
    quietTimers();
    await act();
  } finally {
    Object.assign(globalThis, real);
    globalThis.removeEventListener("error", listen);
  }
  return said;
}

/** Lets a timer of a check throw, before the check ends or after. */
function throwIn(late: boolean): Promise<void> {
  const scope = createScope();
  const { promise, resolve } = Promise.withResolvers<void>();
  runInScope(scope, () =>
    setTimeout(() => {
      setTimeout(resolve, 0);
      throw new Error("from a timer");
    }, 0));
  if (late) endScope(scope);
  return promise.finally(() => endScope(scope));
}

Deno.test("quietTimers() keeps an error from the check that comes after", async () => {
  assert.deepEqual(await uncaughtDuring(() => throwIn(true)), []);
});

Deno.test("quietTimers() lets the error of a check that runs be told", async () => {
  const said = await uncaughtDuring(() => throwIn(false));
  assert.deepEqual(said, ["from a timer"]);
});

Deno.test("quietTimers() gives the arguments, and an id that can be cleared", async () => {
  await uncaughtDuring(async () => {
    const given = await new Promise((resolve) =>
      setTimeout((...args: unknown[]) => resolve(args), 0, 1, "two")
    );
    assert.deepEqual(given, [1, "two"]);
    let ran = false;
    clearTimeout(setTimeout(() => ran = true, 0));
    await new Promise((resolve) => setTimeout(resolve, 1));
    assert.ok(!ran);
  });
});
