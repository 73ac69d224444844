import assert from "node:assert/strict";
import { childEnvironment } from "./sandbox.ts";

Deno.test("childEnvironment() leaves out what Deno does not need", async () => {
  Deno.env.set("HOSTILE_WAS_HERE", "a password");
  try {
    const environment = childEnvironment();
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["eval", "console.log(JSON.stringify(Deno.env.toObject()))"],
      ...environment,
    }).output();
    const seen = JSON.parse(new TextDecoder().decode(stdout));
    assert.equal(seen.HOSTILE_WAS_HERE, undefined);
    assert.equal(seen.NO_COLOR, "1");
    assert.equal(seen.PATH, Deno.env.get("PATH"));
    // Where the cache is: without it each run would compile all again.
    assert.equal(seen.HOME, Deno.env.get("HOME"));
    assert.equal(seen.DENO_DIR, Deno.env.get("DENO_DIR"));
  } finally {
    Deno.env.delete("HOSTILE_WAS_HERE");
  }
});

Deno.test({
  name: "childEnvironment() hands its own on where it may not read it",
  permissions: { env: ["HOME"] },
  fn() {
    const { clearEnv, env } = childEnvironment();
    assert.equal(clearEnv, undefined);
    assert.deepEqual(env, {
      NO_COLOR: "1",
      RUST_BACKTRACE: "0",
      DENO_DISABLE_NODE_SHIM: "1",
    });
  },
});
