import assert from "node:assert/strict";
import { join } from "node:path";
import { typeReport } from "./show_verdict.ts";

async function reportOn(source: string): Promise<string | undefined> {
  const folder = Deno.makeTempDirSync();
  try {
    const path = join(folder, "exercise.ts");
    Deno.writeTextFileSync(path, source);
    return await typeReport(path);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

Deno.test("typeReport() gives the compiler's words and the line", async () => {
  const report = await reportOn('const one = 1;\nconst n: number = "two";\n');
  assert.match(report!, /^TS2322 \[ERROR\]: Type 'string' is not assignable/);
  assert.match(report!, /exercise\.ts:2:7$/);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(report!, /\x1b|Type checking failed|Found \d/);
});

Deno.test("typeReport() has nothing to say of good types", async () => {
  assert.equal(await reportOn("export const n: number = 1;\n"), undefined);
});
