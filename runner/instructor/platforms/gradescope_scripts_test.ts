import assert from "node:assert/strict";
import { join } from "node:path";
import {
  gradescopeFailure,
  gradescopeFile,
  gradescopeScripts,
} from "./gradescope.ts";

/** The scripts are for Ubuntu; a system without bash cannot try them. */
const ignore = Deno.build.os === "windows";

/**
 * Runs run_autograder with a folder in the place of /autograder, and a `deno`
 * that is a script. Returns what became of results.json.
 */
async function run(deno: string, options: string[] = []): Promise<string> {
  const folder = await Deno.makeTempDir();
  try {
    for (const name of ["source", "bin"]) await Deno.mkdir(join(folder, name));
    const fake = join(folder, "bin", "deno");
    await Deno.writeTextFile(fake, `#!/usr/bin/env bash\n${deno}\n`);
    await Deno.chmod(fake, 0o755);
    const text = gradescopeScripts(options).run_autograder;
    const script = join(folder, "run_autograder");
    await Deno.writeTextFile(
      script,
      text.replaceAll("/autograder/", `${folder}/`),
    );
    const path = `${join(folder, "bin")}:${Deno.env.get("PATH")}`;
    const { code } = await new Deno.Command("bash", {
      args: [script],
      env: { PATH: path },
      stdout: "null",
      stderr: "null",
    }).output();
    assert.equal(code, 0);
    return await Deno.readTextFile(join(folder, "results", "results.json"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const failure = JSON.stringify(gradescopeFailure());

Deno.test({
  name: "gradescopeScripts() marks the submission and hands on its results",
  ignore,
  fn: async () => {
    const seen = await run(
      `out="\${@: -1}"; mkdir -p "$out/students/김 하나"
       printf '%s\\n' "$@" > "$out/students/김 하나/${gradescopeFile}"; exit 1`,
      ["--lessons", "1-3", "it's $HOME"],
    );
    const words = seen.trimEnd().split("\n");
    assert.deepEqual(words.slice(0, 2), ["task", "grade"]);
    assert.match(words[2], /\/submission$/);
    assert.deepEqual(words.slice(3, 9), [
      "--single",
      "--format",
      "gradescope",
      "--lessons",
      "1-3",
      "it's $HOME",
    ]);
  },
});

for (
  const [what, deno] of [
    ["ends before it has written anything", "exit 70"],
    ["is not there", "exec /nowhere"],
    [
      "leaves two results",
      `out="\${@: -1}"
       for s in a b; do mkdir -p "$out/students/$s"
       echo {} > "$out/students/$s/${gradescopeFile}"; done`,
    ],
  ]
) {
  Deno.test({
    name:
      `gradescopeScripts() leaves results that say so where marking ${what}`,
    ignore,
    fn: async () => {
      assert.equal(JSON.stringify(JSON.parse(await run(deno))), failure);
    },
  });
}

Deno.test({
  name: "gradescopeScripts() are scripts that bash understands",
  ignore,
  fn: async () => {
    for (const text of Object.values(gradescopeScripts())) {
      assert.match(text, /^#!\/usr\/bin\/env bash\n/);
      const bash = new Deno.Command("bash", { args: ["-n", "-c", text] });
      assert.ok((await bash.output()).success);
    }
  },
});
