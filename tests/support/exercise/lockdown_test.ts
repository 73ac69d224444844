import assert from "node:assert/strict";
import { lockDown } from "./lockdown.ts";

/** Tests that `change` is refused, and that it has changed nothing. */
function refused(what: string, change: () => unknown): void {
  Deno.test(`lockDown() refuses to change ${what}`, () => {
    assert.throws(change, TypeError);
  });
}

refused("a method of all arrays", () => {
  Array.prototype.map = () => [];
});
refused("a method of all byte strings", () => {
  Uint8Array.prototype.subarray = () => new Uint8Array();
});
refused("what all promises do", () => {
  Promise.prototype.then = () => Promise.reject();
});
refused("a function of Deno", () => {
  Deno.listen = () => {
    throw new Error("changed");
  };
});
refused("a global", () => {
  globalThis.performance = undefined as unknown as Performance;
});
refused("the clock", () => {
  Date.now = () => 0;
});
refused("every object at once", () => {
  Object.defineProperty(Object.prototype, "polluted", { value: 1 });
});

Deno.test("lockDown() lets a file have names of its own", () => {
  Reflect.set(globalThis, "counterOfMine", 1);
  assert.equal(Reflect.get(globalThis, "counterOfMine"), 1);
});

Deno.test("lockDown() lets an error have another name", () => {
  const error = new Error("no");
  error.name = "Late";
  error.message = "yes";
  assert.equal(String(error), "Late: yes");
  class TooLate extends Error {
    override name = "TooLate";
  }
  assert.equal(new TooLate("no").name, "TooLate");
});

Deno.test("lockDown() lets an object override what it inherits", () => {
  const point: { toString(): string } = {} as never;
  point.toString = () => "a point";
  assert.equal(String(point), "a point");
  assert.equal(String({}), "[object Object]");
});

Deno.test("lockDown() lets bytes be shown by their own name", () => {
  assert.equal(Deno.inspect(Uint8Array.of(1, 2)), "Uint8Array(2) [ 1, 2 ]");
});

Deno.test("lockDown() leaves the work with sockets as it was", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  using conn = await Deno.connect({ hostname: "127.0.0.1", port });
  const accepted = await listener.accept();
  await accepted.write(new TextEncoder().encode("hi"));
  accepted.close();
  const chunks = await Array.fromAsync(conn.readable);
  assert.equal(new TextDecoder().decode(chunks[0]), "hi");
  assert.throws(() => accepted.close(), Deno.errors.BadResource);
});

// It holds for the whole process, which is this file's alone, and no test can
// be declared after it. Deno's test runner itself still needs the internals of
// Deno when this file is done, so they stay.
const internal = Reflect.get(Deno, "internal") as symbol;
Object.defineProperty(Deno, internal, { configurable: false });
lockDown();

Deno.test("lockDown() leaves an exercise no arguments of the checks", () => {
  assert.deepEqual(Deno.args, []);
  const { argv } = Reflect.get(globalThis, "process") as { argv: string[] };
  assert.equal(argv.length, 2);
});
