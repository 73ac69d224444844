import assert from "node:assert/strict";
import { turns } from "./turns.ts";

Deno.test("turns() lets what an event has started come to its end", async () => {
  const limit = new AbortController();
  const acted = new Promise((resolve) =>
    limit.signal.addEventListener(
      "abort",
      () => setTimeout(resolve, 0, "acted"),
    )
  );
  limit.abort();
  assert.equal(await Promise.race([acted, turns(3)]), "acted");
});

Deno.test("turns() does not wait for a timer", async () => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = new Promise((resolve) => {
    timer = setTimeout(resolve, 60_000, "later");
  });
  assert.equal(await Promise.race([later, turns(3)]), undefined);
  clearTimeout(timer);
});
