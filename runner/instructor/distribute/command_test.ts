import assert from "node:assert/strict";
import { join } from "node:path";
import { readArchive } from "../../archive/unpack.ts";
import { root } from "../../course.ts";
import { distribute } from "./fixtures/distribute.ts";
import { inFolder, names } from "./fixtures/folder.ts";

/** The names of what is in an archive. */
async function namesIn(archive: string): Promise<string[]> {
  const entries = readArchive(archive, { most: Infinity });
  return (await Array.fromAsync(entries)).map(({ name }) => name);
}

Deno.test("distributeCommand() writes a folder where the person is", async () => {
  await inFolder(async (folder) => {
    const args = ["--out", "나눔 1", "--lessons=2", "--lang=en", "--exam"];
    const { code, out, err } = await distribute(folder, ...args);
    assert.deepEqual([code, err], [0, ""]);
    const path = join(folder, "나눔 1");
    assert.equal(
      out,
      `The students' copy is in ${path}: 1 lesson, in English only, without hints.\n`,
    );
    assert.deepEqual(names(path), [
      ".devcontainer",
      ".editorconfig",
      ".gitattributes",
      ".gitignore",
      ".vscode",
      "LICENSE",
      "README.md",
      "deno.json",
      "lessons",
      "runner",
      "tests",
    ]);
    const again = await distribute(folder, ...args);
    assert.equal(again.code, 2);
    assert.match(again.err, /is there already\. To replace it, add --force\n$/);
    const forced = await distribute(folder, "--force", "--out=나눔 1");
    assert.equal(forced.code, 0, forced.err);
    assert.ok(names(path).includes("README.ko.md"));
    assert.deepEqual(names(folder), ["나눔 1"]);
  });
});

Deno.test("distributeCommand() packs a zip with one folder in it", async () => {
  await inFolder(async (folder) => {
    const { code, err } = await distribute(
      folder,
      ...["--out", "소켓.zip", "--lessons=2"],
    );
    assert.equal(code, 0, err);
    assert.deepEqual(names(folder), ["소켓.zip"]);
    const packed = await namesIn(join(folder, "소켓.zip"));
    assert.ok(packed.includes("소켓/deno.json"));
    assert.ok(packed.every((name) => name.startsWith("소켓/")));
  });
});

Deno.test("distributeCommand() makes what a platform marks with", async () => {
  await inFolder(async (folder) => {
    const args = ["--format=classroom50", "--out=c50", "--lessons=3"];
    const { code, out, err } = await distribute(folder, ...args);
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /It is not for students\.\n$/);
    const path = join(folder, "c50");
    assert.deepEqual(names(path), ["autograder.py", "socketlings"]);
    const config = join(path, "socketlings", "deno.json");
    const { tasks } = JSON.parse(Deno.readTextFileSync(config));
    assert.deepEqual(Object.keys(tasks), ["grade"]);
    // It marks by itself: nothing that it loads was left behind.
    const submission = join(folder, "kim");
    Deno.mkdirSync(submission);
    Deno.copyFileSync(
      join(root, "solutions", "03_connect", "connect.ts"),
      join(submission, "connect.ts"),
    );
    const marked = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["task", "--quiet", "grade", submission, "--single"],
        ...["--lessons=3", "--out", join(folder, "marks")],
      ],
      cwd: join(path, "socketlings"),
    }).output();
    assert.equal(marked.code, 0, new TextDecoder().decode(marked.stderr));
    const grades = Deno.readTextFileSync(join(folder, "marks", "grades.csv"));
    assert.match(grades, /^"kim",100,100,""/m);
  });
});

Deno.test("distributeCommand() adds a workflow for GitHub", async () => {
  await inFolder(async (folder) => {
    const args = ["--format=github", "--out=a", "--lessons=3"];
    assert.equal((await distribute(folder, ...args)).code, 0);
    const workflow = join(folder, "a", ".github", "workflows", "mark.yml");
    assert.match(Deno.readTextFileSync(workflow), /deno task lesson --list/);
    assert.ok(names(join(folder, "a")).includes("lessons"));
  });
});

Deno.test("distributeCommand() packs Gradescope's files at the root", async () => {
  await inFolder(async (folder) => {
    const args = ["--format=gradescope", "--out=auto.tgz", "--lessons=3"];
    assert.equal((await distribute(folder, ...args)).code, 0);
    const packed = await namesIn(join(folder, "auto.tgz"));
    for (const path of ["setup.sh", "run_autograder", "deno.json"]) {
      assert.ok(packed.includes(path), path);
    }
  });
});

Deno.test("distributeCommand() helps", async () => {
  await inFolder(async (folder) => {
    const { code, out } = await distribute(folder, "--help");
    assert.equal(code, 0);
    assert.match(out, /^Usage: .* task distribute --out DIR/);
  });
});

Deno.test("distributeCommand() refuses in a sentence, and writes nothing", async () => {
  await inFolder(async (folder) => {
    Deno.writeTextFileSync(join(folder, "file"), "");
    const refused: [string[], RegExp][] = [
      [["--out=file"], /^.*file is there already and is no older copy/],
      [["--out=file/in"], /^.*file[\\/]in cannot be used: /],
      [["--out", join(root, "new")], /in the project itself/],
      [["--out=new", "--lessons=0"], /^There is no lesson 0/],
      [["new"], /^"new" stands behind no option/],
    ];
    for (const [args, words] of refused) {
      const { code, out, err } = await distribute(folder, ...args);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, words);
      assert.doesNotMatch(err, /\bat file:/);
    }
    assert.deepEqual(names(folder), ["file"]);
  });
});
