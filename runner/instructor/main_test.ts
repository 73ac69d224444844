import assert from "node:assert/strict";

const main = new URL("main.ts", import.meta.url).href;

async function deno(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  return { code, out: text.decode(stdout), err: text.decode(stderr) };
}

Deno.test("main.ts loads nothing but version.ts before it knows Deno", async () => {
  const { out } = await deno("info", "--json", main);
  const modules: {
    specifier: string;
    dependencies?: { specifier: string; isDynamic?: boolean }[];
  }[] = JSON.parse(out).modules;
  const { dependencies } = modules.find(({ specifier }) => specifier === main)!;
  const first = dependencies!.filter(({ isDynamic }) => !isDynamic);
  assert.deepEqual(first.map(({ specifier }) => specifier), ["../version.ts"]);
});

Deno.test("main.ts refuses an older Deno in both languages", async () => {
  const { code, out, err } = await deno(
    "eval",
    `const version = { ...Deno.version, deno: "2.4.0" };
    Object.defineProperty(Deno, "version", { value: version });
    await import("${main}");`,
  );
  assert.deepEqual([code, out], [2, ""]);
  const [en, ko, ...more] = err.trim().split("\n");
  assert.match(en, /^This course needs Deno 2\.\d+\.\d+ or newer.* 2\.4\.0:/);
  assert.match(ko, /^이 과정에는 Deno 2\.\d+\.\d+ 이상이 필요.* 2\.4\.0입니다/);
  assert.deepEqual(more, []);
});

for (const args of [[], ["list"]]) {
  Deno.test(`main.ts names its tasks to who asks for "${args}"`, async () => {
    const { code, out, err } = await deno("run", "-A", main, ...args);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /`deno task distribute` or `deno task grade`\./);
    assert.equal(err.trim().split("\n").length, 2);
  });
}
