import assert from "node:assert/strict";
import { join } from "node:path";
import {
  filesIn,
  inFolder,
  take,
  takeFiles,
  write,
} from "./fixtures/submissions.ts";

const unix = Deno.build.os !== "windows";
const exercise = "lessons/03_connect/connect.ts";
const copied = "03_connect/connect.ts";

/** A folder of kim's in which `make` has put what no program would pack. */
async function takeMade(
  make: (folder: string, base: string) => Promise<void> | void,
  use: (taken: Awaited<ReturnType<typeof take>>) => void,
): Promise<void> {
  await inFolder(async (base) => {
    const folder = join(base, "kim");
    Deno.mkdirSync(join(folder, "lessons", "03_connect"), { recursive: true });
    await make(folder, base);
    use(await take(folder));
  });
}

Deno.test({
  name: "takeIn() follows no symbolic link, and tells of one that leads out",
  ignore: !unix,
  fn: () =>
    takeMade((folder, base) => {
      write(base, { "solution.ts": "secret" });
      Deno.symlinkSync(join(base, "solution.ts"), join(folder, exercise));
      Deno.symlinkSync("../..", join(folder, "up"));
      write(folder, { "a.ts": "a" });
      Deno.symlinkSync("a.ts", join(folder, "b.ts"));
    }, ({ files, said }) => {
      assert.deepEqual(files, {});
      assert.match(
        said[0],
        /^tampering: Links that lead out.*connect\.ts → \//,
      );
      assert.match(said[0], /up → \.\.\/\.\./);
      assert.match(said[1], /^note: Links are not followed.*: b\.ts$/);
    }),
});

Deno.test({
  name: "takeIn() does not look into a folder that is a link",
  ignore: !unix,
  fn: () =>
    takeMade((folder, base) => {
      write(base, { "theirs/connect.ts": "secret" });
      Deno.removeSync(join(folder, "lessons", "03_connect"));
      Deno.symlinkSync("../../theirs", join(folder, "lessons", "03_connect"));
    }, ({ files, said }) => {
      assert.deepEqual(files, {});
      assert.match(said[0], /^tampering/);
    }),
});

Deno.test({
  name: "takeIn() takes no hard link, whose other name may be anybody's",
  ignore: !unix,
  fn: () =>
    takeMade((folder, base) => {
      write(base, { "solution.ts": "secret" });
      Deno.linkSync(join(base, "solution.ts"), join(folder, exercise));
      write(folder, { "lessons/06_close/close.ts": "mine" });
    }, ({ files, lessons, said }) => {
      assert.deepEqual(files, { "06_close/close.ts": "mine" });
      assert.deepEqual(lessons, ["06_close"]);
      assert.match(said[0], /^tampering: .*hard links.*: lessons\/03_connect/);
    }),
});

Deno.test({
  name: "takeIn() does not wait for a named pipe",
  ignore: !unix,
  fn: () =>
    takeMade(async (folder) => {
      const made = await new Deno.Command("mkfifo", {
        args: [join(folder, exercise)],
      }).output();
      assert.ok(made.success);
    }, ({ files, said }) => {
      assert.deepEqual(files, {});
      assert.match(said[0], /^tampering: Devices, pipes.*connect\.ts$/);
    }),
});

Deno.test({
  name: "takeIn() does not open a device (as root, on Linux)",
  ignore: Deno.build.os !== "linux" || Deno.uid() !== 0,
  fn: () =>
    takeMade(async (folder) => {
      const made = await new Deno.Command("mknod", {
        args: [join(folder, exercise), "c", "1", "5"],
      }).output();
      assert.ok(made.success);
    }, ({ files, said }) => {
      assert.deepEqual(files, {});
      assert.match(said[0], /^tampering: Devices/);
    }),
});

Deno.test("takeIn() takes no file that is longer than 1 MiB", async () => {
  const files = { [exercise]: "x".repeat(1024 * 1024 + 1), "close.ts": "mine" };
  await takeFiles(files, ({ files, said }) => {
    assert.deepEqual(files, { "06_close/close.ts": "mine" });
    assert.match(said[0], /^note: .*longer than 1 MiB: lessons/);
  });
});

Deno.test("takeIn() does not read a gigabyte that lies beside the exercise", async () => {
  await inFolder(async (base) => {
    const folder = join(base, "kim");
    write(folder, { [exercise]: "mine", "video.mp4": "" });
    Deno.truncateSync(join(folder, "video.mp4"), 2 ** 30);
    const before = Deno.memoryUsage().rss;
    const { files, said } = await take(folder);
    assert.ok(Deno.memoryUsage().rss - before < 200 * 1024 * 1024);
    assert.deepEqual(files, { [copied]: "mine" });
    assert.deepEqual(said, []);
  });
});

Deno.test("takeIn() stops looking at 5,000 entries, and sees the lessons first", async () => {
  const files: Record<string, string> = { [exercise]: "mine" };
  for (let i = 0; i < 5_000; i++) files[`a/${i}`] = "";
  await takeFiles(files, ({ files, said }) => {
    assert.deepEqual(files, { [copied]: "mine" });
    assert.match(said[0], /^note: .*more than 5000 files/);
  });
});

Deno.test("takeIn() passes over what nobody hands in", async () => {
  await takeFiles({
    "__MACOSX/lessons/03_connect/connect.ts": "x",
    "__MACOSX/connect.ts": "x",
    ".git/connect.ts": "x",
    "node_modules/connect.ts": "x",
    "build/connect.ts": "x",
    "lessons/03_connect/._connect.ts": "x",
    [exercise]: "mine",
  }, ({ files, said }) => {
    assert.deepEqual(files, { [copied]: "mine" });
    assert.deepEqual(said, []);
  });
});

Deno.test({
  name: "takeIn() goes on where a folder cannot be read (not as root)",
  ignore: !unix || Deno.uid() === 0,
  fn: async () =>
    await inFolder(async (base) => {
      const folder = join(base, "kim");
      write(folder, { [exercise]: "mine", "closed/a.ts": "" });
      Deno.chmodSync(join(folder, "closed"), 0);
      const { files, said } = await take(folder);
      Deno.chmodSync(join(folder, "closed"), 0o700);
      assert.deepEqual(files, { [copied]: "mine" });
      assert.match(said[0], /^note: Not looked into.*closed/);
    }),
});

Deno.test("takeIn() touches nothing of the submission", async () => {
  await inFolder(async (base) => {
    const folder = join(base, "kim");
    write(folder, { [exercise]: "mine", "README.md": "me" });
    const before = filesIn(folder);
    await take(folder);
    assert.deepEqual(filesIn(folder), before);
  });
});
