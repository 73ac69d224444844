import assert from "node:assert/strict";
import { endedWithParent } from "./sandbox.ts";

const ignore = endedWithParent().length === 0;

Deno.test({
  name: "endedWithParent() has a program end when its parent is killed",
  ignore,
  async fn() {
    const [setpriv, ...rest] = endedWithParent();
    // A parent that starts a child, says its number and waits for ever.
    const args = [...rest, "sleep", "60"].map((arg) => `"${arg}"`);
    const parent = new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        `const child = new Deno.Command("${setpriv}", {
          args: [${args}], stdin: "null", stdout: "inherit",
        }).spawn();
        console.log(child.pid);
        await child.status;`,
      ],
      stdin: "null",
      stdout: "piped",
    }).spawn();
    const reader = parent.stdout.getReader();
    const pid = Number(new TextDecoder().decode((await reader.read()).value));
    const began = performance.now();
    // It runs, which a signal that does nothing can tell.
    Deno.kill(pid, "SIGCONT");
    parent.kill("SIGKILL");
    await parent.status;
    // The child has the same standard output: this ends when it has ended.
    assert.equal((await reader.read()).done, true);
    assert.ok(performance.now() - began < 30_000);
  },
});

Deno.test("endedWithParent() changes nothing else of a program", async () => {
  const [program, ...args] = [
    ...endedWithParent(),
    Deno.execPath(),
    "eval",
    "Deno.exit(7)",
  ];
  const { code } = await new Deno.Command(program, { args }).output();
  assert.equal(code, 7);
});
