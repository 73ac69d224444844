import assert from "node:assert/strict";
import { guardMemory, sizeIn } from "./memory_guard.ts";

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

Deno.test("sizeIn() reads what each system writes", () => {
  assert.equal(sizeIn("123904\n"), 121);
  assert.equal(sizeIn('"deno.exe","8","Console","1","123.904 K"\r\n'), 121);
  assert.equal(sizeIn('"deno.exe","8","Services","0","123 904 Ko"'), 121);
  // The digits may be parted by a character of another encoding.
  assert.equal(sizeIn('"deno.exe","8","RDP","2","123\ufffd904 K"'), 121);
  assert.equal(
    sizeIn("INFO: No tasks are running which match 1\r\n"),
    undefined,
  );
  assert.equal(sizeIn(""), undefined);
});
