import assert from "node:assert/strict";
import { parseOptions } from "./options.ts";
import type { Options } from "./plain_options.ts";
import { plain } from "./style.ts";
import { nameOfDeno } from "./name_of_deno.ts";
import { lookOf } from "./terminal.ts";

Deno.test({
  name: "lookOf() is plain and 80 columns wide away from a terminal",
  ignore: Deno.stdout.isTerminal(),
  fn() {
    const options = parseOptions(["--all", "--lang=ko"], "en") as Options;
    assert.deepEqual(lookOf(options), {
      language: "ko",
      columns: 80,
      style: plain,
      deno: nameOfDeno(),
      all: true,
    });
  },
});
