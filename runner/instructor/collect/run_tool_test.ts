import assert from "node:assert/strict";
import { runTool } from "./run_tool.ts";

const deno = (code: string) => ({
  program: Deno.execPath(),
  args: ["eval", "--quiet", code],
  most: 1_000,
  ms: 10_000,
});

Deno.test("runTool() gives the output, the errors and the exit status", async () => {
  const { bytes, code, errors, stopped } = await runTool(
    deno("console.log('소켓'); console.error('oh'); Deno.exit(3)"),
  );
  assert.equal(new TextDecoder().decode(bytes), "소켓\n");
  assert.equal(errors, "oh\n");
  assert.equal(code, 3);
  assert.equal(stopped, undefined);
});

Deno.test("runTool() keeps the wanted bytes of an endless output, and ends it", async () => {
  const { bytes, stopped } = await runTool(
    deno("for (;;) Deno.stdout.writeSync(new Uint8Array(70_000))"),
  );
  assert.equal(bytes.length, 1_000);
  assert.equal(stopped, "too much");
});

Deno.test("runTool() is not held up by endless errors", async () => {
  const { errors, stopped } = await runTool({
    ...deno("for (;;) Deno.stderr.writeSync(new Uint8Array(70_000))"),
    ms: 1_000,
  });
  assert.ok(errors.length <= 2_000);
  assert.equal(stopped, "too long");
});

Deno.test("runTool() ends what takes too long", async () => {
  const { stopped } = await runTool({
    ...deno("setInterval(() => {}, 1000)"),
    ms: 50,
  });
  assert.equal(stopped, "too long");
});

Deno.test("runTool() gives no input that could answer a question", async () => {
  const { bytes } = await runTool(
    deno("console.log(Deno.stdin.readSync(new Uint8Array(9)))"),
  );
  assert.equal(new TextDecoder().decode(bytes), "null\n");
});

Deno.test("runTool() ends when it is told to, and throws the reason", async () => {
  const reason = new Error("Ctrl-C");
  const stop = new AbortController();
  const running = runTool({
    ...deno("setInterval(() => {}, 1000)"),
    signal: stop.signal,
  });
  stop.abort(reason);
  await assert.rejects(running, reason);
});
