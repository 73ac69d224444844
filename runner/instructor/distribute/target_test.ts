import assert from "node:assert/strict";
import { join } from "node:path";
import { root } from "../../course.ts";
import { Refusal } from "../../refusal.ts";
import { inFolder, write } from "./fixtures/folder.ts";
import { nameOf, targetAt } from "./copy.ts";

/** The sentence with which a place is refused. */
function refusalAt(path: string, force: boolean, project?: string): string {
  try {
    targetAt(path, force, project);
  } catch (error) {
    if (error instanceof Refusal) {
      assert.ok(error.text.en.includes(path) && error.text.ko.includes(path));
      return error.text.en;
    }
    throw error;
  }
  throw new Error(`${path} is not refused`);
}

/** Makes what plainly is an older copy. */
function older(folder: string): void {
  write(folder, "deno.json", "{}");
  write(folder, "tests/checksums.txt", `${"0".repeat(64)}  deno.json\n`);
}

Deno.test("targetAt() takes a new folder and knows archives by their names", async () => {
  await inFolder((folder) => {
    for (
      const [name, kind] of [
        ["new", "folder"],
        ["deep/er/new", "folder"],
        ["new.zip", "zip"],
        ["new.ZIP", "zip"],
        ["new.tar.gz", "tar"],
        ["new.tgz", "tar"],
      ] as const
    ) {
      const path = join(folder, name);
      const present = "nothing";
      assert.deepEqual(targetAt(path, false), { path, kind, present });
    }
  });
});

Deno.test("targetAt() takes an empty folder", async () => {
  await inFolder((path) => {
    assert.equal(targetAt(path, false).present, "an empty folder");
  });
});

Deno.test("targetAt() replaces an older copy only with --force", async () => {
  await inFolder((path) => {
    older(path);
    assert.match(refusalAt(path, false), /is there already.*--force$/);
    assert.equal(targetAt(path, true).present, "an older copy");
    const archive = join(path, "a.zip");
    Deno.writeTextFileSync(archive, "");
    assert.match(refusalAt(archive, false), /--force$/);
    assert.equal(targetAt(archive, true).present, "an older copy");
  });
});

Deno.test("targetAt() never replaces anything else", async () => {
  await inFolder((path) => {
    const file = join(path, "file");
    write(path, "file", "");
    write(path, "folder.zip/in it", "");
    assert.match(refusalAt(path, true), /no older copy.*not even with --force/);
    assert.match(refusalAt(file, true), /no older copy/);
    assert.match(refusalAt(join(path, "folder.zip"), true), /no file/);
    write(path, "deno.json", "{}");
    write(path, "tests/checksums.txt", "");
    assert.match(refusalAt(path, true), /no older copy/);
  });
});

Deno.test({
  name: "targetAt() follows no link",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    await inFolder((folder) => {
      older(join(folder, "real"));
      Deno.symlinkSync(join(folder, "real"), join(folder, "link"));
      assert.match(refusalAt(join(folder, "link"), true), /no older copy/);
      Deno.symlinkSync(root, join(folder, "project"));
      const through = join(folder, "project", "new", "er");
      assert.match(refusalAt(through, true), /in the project itself/);
    });
  },
});

Deno.test("targetAt() makes no archives of other kinds, and no folder of that name", async () => {
  await inFolder((folder) => {
    for (const name of ["new.tar", "new.rar", "new.7Z"]) {
      const target = () => targetAt(join(folder, name), true);
      assert.throws(target, /ends in \.\w+ cannot be made/);
    }
  });
});

Deno.test("targetAt() refuses the project, what is in it and what it is in", async () => {
  assert.match(refusalAt(root, true), /in the project itself/);
  assert.match(refusalAt(join(root, "new.zip"), true), /in the project itself/);
  await inFolder((folder) => {
    const project = join(folder, "project");
    older(project);
    assert.match(refusalAt(project, true, project), /in the project itself/);
    assert.match(refusalAt(folder, true, project), /no older copy/);
    assert.equal(
      targetAt(join(folder, "project2"), true, project).kind,
      "folder",
    );
    assert.equal(
      targetAt(join(folder, "..project"), true, project).kind,
      "folder",
    );
  });
});

Deno.test("nameOf() names the folder in an archive like the archive", () => {
  const name = (path: string) =>
    nameOf({ path, kind: "zip", present: "nothing" });
  assert.equal(name(join("a", "소켓 1.zip")), "소켓 1");
  assert.equal(name(join("a", "week.1.tar.gz")), "week.1");
  assert.equal(name(join("a", "--x.tgz")), "x");
  assert.equal(name(join("a", ".zip")), "socketlings");
});
