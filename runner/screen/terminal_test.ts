import assert from "node:assert/strict";
import { nameOfDeno } from "../environment.ts";
import { lookOf, plain } from "./terminal.ts";

Deno.test({
  name: "lookOf() is plain and 80 columns wide away from a terminal",
  ignore: Deno.stdout.isTerminal(),
  fn() {
    assert.deepEqual(lookOf({ lang: "ko", all: true }), {
      language: "ko",
      columns: 80,
      style: plain,
      deno: nameOfDeno(),
      all: true,
    });
  },
});

/** script(1) of util-linux gives a program a terminal. */
const script = "/usr/bin/script";

/** What a program prints that asks for colours on a terminal of that kind. */
function onTerminal(TERM: string): string {
  const terminal = new URL("terminal.ts", import.meta.url);
  const program = `import { lookOf, showProgress } from "${terminal}";
    showProgress("…");
    console.log(lookOf({ lang: "en" }).style("red", "words"));`;
  const file = Deno.makeTempFileSync({ suffix: ".ts" });
  try {
    Deno.writeTextFileSync(file, program);
    const { stdout } = new Deno.Command(script, {
      args: ["-qec", `"${Deno.execPath()}" run --allow-env=TERM "${file}"`]
        .concat("/dev/null"),
      env: { TERM, NO_COLOR: "" },
      stdin: "null",
    }).outputSync();
    return new TextDecoder().decode(stdout);
  } finally {
    Deno.removeSync(file);
  }
}

Deno.test({
  name: "lookOf() and showProgress() give a dumb terminal nothing but text",
  ignore: Deno.build.os !== "linux",
  fn() {
    assert.equal(onTerminal("dumb"), "words\r\n");
    assert.ok(onTerminal("xterm").includes("\x1b[K…\x1b[31mwords"));
  },
});
