import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { entriesIn, isThere } from "./fixtures/reading.ts";
import { writeTar, writeZip } from "./write.ts";

const date = new Date(2026, 10, 25, 15, 30, 42);
const texts: readonly (readonly [string, string])[] = [
  ["course/deno.json", "{}\n"],
  ["소켓 과정/연습.ts", "소켓\n".repeat(100)],
  [`${"long/".repeat(30)}name.ts`, ""],
  ["course/run", "#!/bin/sh\n"],
];
const files = texts.map(([path, text]) => ({
  path,
  bytes: new TextEncoder().encode(text),
  executable: text.startsWith("#!"),
}));
const archives = [
  { name: "a.zip", bytes: writeZip(files, date), unpack: ["unzip", "-q"] },
  {
    name: "a.tar.gz",
    bytes: gzipSync(writeTar(files, date)),
    unpack: ["tar", "-xzf"],
  },
];

for (const { name, bytes, unpack: [program, options] } of archives) {
  Deno.test(`what is written as ${name} is read as it was`, async () => {
    assert.deepEqual(
      await entriesIn(bytes),
      texts.map(([path, text]) => [path, "file", text]),
    );
  });

  Deno.test({
    name: `${program} unpacks what is written as ${name}`,
    ignore: !isThere(program),
    fn: async () => {
      const folder = Deno.makeTempDirSync({ prefix: "unpack_" });
      try {
        Deno.writeFileSync(join(folder, name), bytes);
        const { success, stderr } = await new Deno.Command(program, {
          args: [options, name],
          cwd: folder,
          // Without a locale for UTF-8, unzip writes #U0123 into names.
          env: { LC_ALL: "C.UTF-8" },
        }).output();
        assert.ok(success, new TextDecoder().decode(stderr));
        for (const [path, text] of texts) {
          const full = join(folder, ...path.split("/"));
          assert.equal(Deno.readTextFileSync(full), text);
          const { mtime, mode } = Deno.statSync(full);
          assert.equal(mtime?.getTime(), date.getTime());
          if (Deno.build.os === "windows") continue;
          assert.equal((mode ?? 0) & 0o100, text.startsWith("#!") ? 0o100 : 0);
        }
      } finally {
        Deno.removeSync(folder, { recursive: true });
      }
    },
  });
}

Deno.test("writeZip() and writeTar() write empty archives", async () => {
  assert.deepEqual(await entriesIn(writeZip([], date)), []);
  const tar = Buffer.from(writeTar([], date));
  assert.deepEqual([tar.length, tar.some((byte) => byte !== 0)], [1024, false]);
});
