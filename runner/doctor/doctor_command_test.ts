import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../course.ts";
import { canUnshare } from "../dev/namespace.ts";
import { expectPlain } from "../fixtures/command.ts";

const main = new URL("main.ts", import.meta.url);

/** All that the doctor may do, as deno.json says. */
const permissions: string[] = JSON.parse(
  Deno.readTextFileSync(join(root, "deno.json")),
).tasks.doctor.command.replaceAll("'", "").match(/--allow-\S+/g);

/** Runs the doctor, where wanted under another program. */
async function run(
  args: readonly string[],
  env: Record<string, string> = {},
  under: readonly string[] = [],
): Promise<{ code: number; out: string; err: string }> {
  const command = [
    ...under,
    Deno.execPath(),
    "run",
    "--quiet",
    "--no-prompt",
    ...permissions,
    fileURLToPath(main),
    ...args,
  ];
  const { code, stdout, stderr } = await new Deno.Command(command[0], {
    args: command.slice(1),
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
  const [out, err] = [stdout, stderr].map((b) => new TextDecoder().decode(b));
  return { code, out, err };
}

Deno.test("deno task doctor tells of this machine in each language", async () => {
  for (
    const [lang, words] of [["en", /^ok +Deno \d/], [
      "ko",
      /^정상 +Deno \d/,
    ]] as const
  ) {
    const { out, err } = await run(["--lang", lang]);
    assert.match(out, words);
    assert.equal(err, "");
    expectPlain(out);
  }
});

Deno.test("deno task doctor --json is one object, and the exit code follows it", async () => {
  const env = { HTTPS_PROXY: "http://secret@proxy.invalid" };
  const { code, out } = await run(["--json", "--lang", "ko"], env);
  const { usable, findings, probed } = JSON.parse(out);
  assert.equal(code, usable ? 0 : 1);
  assert.equal(probed.stream.state, "reached");
  assert.ok(
    findings.every(({ text }: { text: unknown }) => typeof text === "string"),
  );
  // Whoever posts the answer somewhere posts no password.
  assert.ok(probed.proxies.includes("HTTPS_PROXY") && !out.includes("secret"));
});

Deno.test("deno task doctor --help lists the options", async () => {
  const { code, out } = await run(["--help", "--lang", "ko"]);
  assert.equal(code, 0);
  assert.match(out, /^사용법: .*--json.*--lang en\|ko/s);
  expectPlain(out);
});

for (const args of [["--fast"], ["3"], ["--lang", "de"], ["--json=1"]]) {
  Deno.test(`deno task doctor ${args.join(" ")} is refused with a sentence`, async () => {
    const { code, out, err } = await run(args);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err, /^[^\n]*(--help|en and ko|takes no value)[^\n]*\n$/);
  });
}

Deno.test({
  name: "deno task doctor finds out that the loopback is down",
  ignore: !canUnshare("--net"),
  fn: async () => {
    const { code, out } = await run(["--json"], {}, ["unshare", "--net"]);
    const { usable, probed } = JSON.parse(out);
    assert.deepEqual([code, usable], [1, false]);
    assert.equal(probed.stream.state, "failed");
    assert.equal(probed.datagrams.state, "failed");
  },
});

Deno.test({
  name: "deno task doctor finds out that there are few descriptors",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const under = ["sh", "-c", 'ulimit -n 64 && exec "$@"', "sh"];
    const { code, out } = await run(["--lang", "en"], {}, under);
    assert.equal(code, 1);
    assert.match(out, /^PROBLEM +Only \d\d sockets can be open at once\./m);
  },
});

Deno.test("main.ts tells an older Deno no more than that, in both languages", async () => {
  const asOlder = `
    const version = { ...Deno.version, deno: "1.46.3" };
    Object.defineProperty(Deno, "version", { value: version });
    await import("${main}");`;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", asOlder],
  }).output();
  assert.equal(code, 1);
  assert.equal(stdout.length, 0);
  const [en, ko] = new TextDecoder().decode(stderr).split("\n");
  assert.match(en, /^This course needs Deno 2\.\d+\.\d+ .* is Deno 1\.46\.3/);
  assert.match(ko, /^이 과정에는 .* 지금은 Deno 1\.46\.3입니다/);
});
