import assert from "node:assert/strict";
import { inOrder } from "./in_order.ts";

Deno.test("inOrder() yields in order, whichever is done first", async () => {
  const [first, second] = [0, 1].map(() => Promise.withResolvers<string>());
  const results = inOrder([first, second], ({ promise }) => promise, 2);
  second.resolve("b");
  first.resolve("a");
  assert.deepEqual(await Array.fromAsync(results), ["a", "b"]);
});

Deno.test("inOrder() does so many at a time and no more", async () => {
  let running = 0;
  let most = 0;
  const results = inOrder([1, 2, 3, 4, 5], async (n) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
    return n;
  }, 2);
  assert.deepEqual(await Array.fromAsync(results), [1, 2, 3, 4, 5]);
  assert.equal(most, 2);
});

Deno.test("inOrder() begins no more once nobody listens", async () => {
  const begun: number[] = [];
  for await (
    const n of inOrder([1, 2, 3, 4], (n) => {
      begun.push(n);
      return Promise.resolve(n);
    }, 1)
  ) if (n === 1) break;
  assert.ok(begun.length < 4, begun.join());
});

Deno.test("inOrder() throws what the work threw, in its place", async () => {
  const seen: number[] = [];
  await assert.rejects(async () => {
    const results = inOrder(
      [1, 2, 3],
      (n) => n === 2 ? Promise.reject(new Error("two")) : Promise.resolve(n),
    );
    for await (const n of results) seen.push(n);
  }, /two/);
  assert.deepEqual(seen, [1]);
});

Deno.test("inOrder() has nothing to do with nothing", async () => {
  const none = inOrder([], () => Promise.resolve(1));
  assert.deepEqual(await Array.fromAsync(none), []);
});
