/**
 * What people meet before any of our code runs: the commands of the README and
 * of the editor.
 *
 * @module
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { root } from "../course.ts";

const tasks: {
  linux: { options: { shell: { executable: string; args: string[] } } };
  tasks: { label: string; command: string; windows: { command: string } }[];
} = JSON.parse(
  Deno.readTextFileSync(join(root, ".vscode", "tasks.json")),
);

/** Runs a command line where no program is there but one, which is made up. */
async function runWithOnly(program: string, line: string): Promise<string> {
  const folder = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    const script = `#!/bin/sh\necho "${program} $*"\nexit 1\n`;
    Deno.writeTextFileSync(join(folder, program), script, { mode: 0o755 });
    const { executable, args } = tasks.linux.options.shell;
    const { code, stdout, stderr } = await new Deno.Command(executable, {
      args: [...args, line],
      clearEnv: true,
      env: { PATH: folder },
    }).output();
    assert.equal(new TextDecoder().decode(stderr), "");
    // A task ends as the command does.
    assert.equal(code, 1);
    return new TextDecoder().decode(stdout).trimEnd();
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

for (const { label, command, windows } of tasks.tasks) {
  const line = command.replaceAll("${input:lesson}", "3");

  Deno.test({
    name: `tasks.json works with Deno alone, and with Node.js alone: ${label}`,
    ignore: Deno.build.os === "windows",
    fn: async () => {
      const byDeno = await runWithOnly("deno", line);
      assert.match(
        byDeno,
        /^deno task (lesson (3|--list)|desk 3|doctor)( --watch)?$/,
      );
      const byNpx = await runWithOnly("npx", line);
      assert.equal(
        byNpx.replace(/^npx -y deno@\d+\.\d+\.\d+ /, "deno "),
        byDeno,
      );
    },
  });

  Deno.test(`tasks.json does the same on Windows: ${label}`, () => {
    const [, byDeno, byNpx] = /; then (deno .*); else (npx .*); fi$/.exec(
      command,
    )!;
    assert.equal(
      windows.command,
      `where /q deno & if errorlevel 1 (${byNpx}) else (${byDeno})`,
    );
  });
}

for (const page of ["README.md", "README.ko.md"]) {
  Deno.test(`the first commands of ${page} are the same in every shell`, () => {
    const text = Deno.readTextFileSync(join(root, page));
    const [, block] = /^```sh\n([^]*?)^```$/m.exec(text)!;
    const lines = block.trimEnd().split("\n");
    assert.match(lines[0], / task lesson 1$/);
    // Nothing that bash, zsh, PowerShell or cmd would take for a sign.
    for (const line of lines) assert.match(line, /^npx -y [a-z0-9 @.-]+$/i);
  });
}
