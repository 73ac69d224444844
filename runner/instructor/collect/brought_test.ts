import assert from "node:assert/strict";
import { checksumOf } from "../../run/checksums.ts";
import { broughtRemarks } from "./submission.ts";
import { inFolder, write } from "./fixtures/submissions.ts";

const ours = { "tests/03_connect_test.ts": "a\n", "deno.json": "{}\n" };
const path = "tests/03_connect_test.ts";

/** What is said of a submission with these files, with a list of `handedOut`. */
async function said(
  files: Readonly<Record<string, string>>,
  handedOut?: Readonly<Record<string, string>>,
): Promise<string[]> {
  const all = new Map(Object.entries(files));
  if (handedOut !== undefined) {
    const lines = Object.entries(handedOut).map(async ([path, text]) =>
      `${await checksumOf(text)}  ${path}\n`
    );
    all.set("tests/checksums.txt", (await Promise.all(lines)).join(""));
  }
  const entries = [...all.keys()].map((path) => ({ path: `kim/${path}` }));
  async function* read(
    wanted: readonly { path: string }[],
  ): AsyncGenerator<[string, Uint8Array]> {
    for (const { path } of wanted) {
      const text = all.get(path.slice("kim/".length))!;
      yield [path, new TextEncoder().encode(text)];
    }
  }
  const remarks: string[] = [];
  await inFolder(async (base) => {
    write(base, ours);
    const found = await broughtRemarks({ entries, read }, base);
    remarks.push(...found.map(({ kind, text }) => `${kind}: ${text.en}`));
  });
  return remarks;
}

Deno.test("broughtRemarks() has nothing to say of the checks as handed out", async () => {
  assert.deepEqual(await said({ ...ours }, ours), []);
  assert.deepEqual(await said({ [path]: "\uFEFFa\r\n" }, ours), []);
  assert.deepEqual(await said({ [path]: "a\n" }), []);
  assert.deepEqual(await said({ "03_connect/connect.ts": "mine" }), []);
});

Deno.test("broughtRemarks() calls edited checks tampering, and names them", async () => {
  const [first, ...others] = await said({ [path]: "passed\n" }, ours);
  assert.match(
    first,
    /^tampering: Checks that differ.*not used, ours were: tests\/03_connect_test\.ts$/,
  );
  assert.deepEqual(others, []);
});

Deno.test("broughtRemarks() knows an older edition from edited checks", async () => {
  const old = { [path]: "older\n" };
  assert.match((await said(old, old))[0], /^note: .*another edition/);
  assert.match((await said(old))[0], /^note: .*brings other checks/);
});

Deno.test("broughtRemarks() calls no other settings tampering", async () => {
  const files = { [path]: "a\n", "deno.json": "{1}\n" };
  assert.match((await said(files, ours))[0], /^note: .*deno\.json$/);
  const copy = { [path]: "a\n", "deno.json": "{students}\n" };
  assert.deepEqual(await said(copy, copy), []);
});

Deno.test("broughtRemarks() lets students add checks of their own", async () => {
  const files = { ...ours, "tests/my_test.ts": "mine" };
  assert.deepEqual(await said(files, ours), []);
});
