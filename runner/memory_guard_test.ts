import assert from "node:assert/strict";
import { guardMemory } from "./memory_guard.ts";

const ignore = Deno.build.os === "windows";

Deno.test({
  name: "guardMemory() tells of a process that takes more than it may",
  ignore,
  async fn() {
    const told = Promise.withResolvers<void>();
    const unguard = guardMemory(Deno.pid, 1, told.resolve);
    await told.promise;
    unguard();
  },
});

Deno.test({
  name: "guardMemory() ends with the process that it watches",
  ignore,
  async fn() {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["eval", ""],
    }).spawn();
    let told = false;
    const unguard = guardMemory(child.pid, 1_000_000, () => told = true);
    await child.status;
    unguard();
    assert.equal(told, false);
  },
});
