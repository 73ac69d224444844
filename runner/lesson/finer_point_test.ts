import assert from "node:assert/strict";
import { join } from "node:path";
import { courseTest, run } from "../fixtures/command.ts";
import type { Course } from "../fixtures/command.ts";

/** The checks of endpoints() are finer points there, and it gives nothing. */
function makeFiner({ base, exercise, solution }: Course): string {
  const checks = join(base, "tests", "03_connect_test.ts");
  const text = Deno.readTextFileSync(checks)
    .replaceAll(/needs: \["endpoints"\],/g, "$& extra: true,");
  Deno.writeTextFileSync(checks, text);
  const wrong = solution.replace(
    /^export function endpoints[^]*?^}\n/m,
    "export function endpoints() {}\n",
  );
  Deno.writeTextFileSync(exercise, wrong);
  return checks;
}

courseTest("a lesson is passed without its finer points", async (course) => {
  makeFiner(course);
  const { code, out } = await run(course, "3", "--json");
  assert.equal(code, 0, out);
  const { state, checks } = JSON.parse(out);
  assert.equal(state, "passed");
  const failed = (checks as { state: string; extra?: true }[])
    .filter(({ state }) => state === "failed");
  assert.ok(failed.length > 0 && failed.every(({ extra }) => extra));
});

courseTest(
  "deno test -P stays green, and says what is missed",
  async (course) => {
    const { success, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["test", "-P", "--no-check", makeFiner(course), "--", "--lang=en"],
      cwd: course.base,
      stdin: "null",
      stderr: "null",
      env: { NO_COLOR: "1" },
    }).output();
    const out = new TextDecoder().decode(stdout);
    assert.ok(success, out);
    assert.match(
      out,
      /^A careful engineer would also see to this: endpoints\(\)/m,
    );
    assert.match(out, /^Expected: /m);
  },
);
