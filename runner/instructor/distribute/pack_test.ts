import assert from "node:assert/strict";
import { Refusal } from "../refusal.ts";
import { inFolder } from "./fixtures/folder.ts";
import { pack, packer } from "./pack.ts";

const never = new AbortController().signal;

Deno.test("packer() takes the program that each system has", () => {
  assert.equal(packer("zip", "a.zip", "a", "linux")[0], "zip");
  assert.equal(packer("zip", "a.zip", "a", "darwin")[0], "zip");
  assert.equal(packer("tar", "a.tgz", "a", "linux")[0], "tar");
  for (const kind of ["zip", "tar"] as const) {
    const [program, ...args] = packer(kind, "a.zip", "a", "windows");
    assert.match(program, /System32[\\/]tar\.exe$/);
    // With -a, the tar of Windows chooses the format by the file's name.
    assert.equal(args.includes("-a"), kind === "zip");
  }
});

Deno.test("pack() says which program is missing", async () => {
  await inFolder(async (folder) => {
    await assert.rejects(
      pack(["no_such_program", "-x"], folder, never),
      (error) =>
        error instanceof Refusal &&
        /^no_such_program is not on this machine/.test(error.text.en) &&
        /no_such_program\n/.test(error.text.ko),
    );
  });
});

Deno.test("pack() gives the words of a program that fails", async () => {
  await inFolder(async (folder) => {
    const failing = [
      Deno.execPath(),
      "eval",
      "console.error('no!');Deno.exit(1)",
    ];
    await assert.rejects(
      pack(failing, folder, never),
      (error) =>
        error instanceof Refusal &&
        /could not pack.*: .*no!/.test(error.text.en),
    );
  });
});
