import assert from "node:assert/strict";

/** Every module that `url` needs at its start, with itself. */
async function modulesOf(url: string): Promise<string[]> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", url],
  }).output();
  const { modules } = JSON.parse(new TextDecoder().decode(stdout));
  const isLoaded = ({ dependencies = [] }: {
    dependencies?: { specifier: string; isDynamic?: boolean }[];
  }) => dependencies.filter(({ isDynamic }) => !isDynamic);
  return modules.filter(({ specifier }: { specifier: string }) =>
    specifier === url
  ).flatMap(isLoaded).map(({ specifier }: { specifier: string }) => specifier);
}

Deno.test("main.ts loads nothing but version.ts before it knows Deno", async () => {
  const main = new URL("main.ts", import.meta.url).href;
  assert.deepEqual(await modulesOf(main), ["./version.ts"]);
});

Deno.test("main.ts refuses an older Deno in both languages", async () => {
  const main = new URL("main.ts", import.meta.url).href;
  const asOlder = `
    const version = { ...Deno.version, deno: "2.4.0" };
    Object.defineProperty(Deno, "version", { value: version });
    await import("${main}");`;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", asOlder],
    env: { NO_COLOR: "1" },
  }).output();
  assert.equal(code, 2);
  assert.equal(stdout.length, 0);
  const [en, ko, ...more] = new TextDecoder().decode(stderr).trim().split("\n");
  assert.match(en, /^This course needs Deno 2\.\d+\.\d+ or newer.* 2\.4\.0:/);
  assert.match(ko, /^이 과정에는 Deno 2\.\d+\.\d+ 이상이 필요.* 2\.4\.0입니다/);
  assert.deepEqual(more, []);
});
