import assert from "node:assert/strict";
import { isOfNpx, npxDeno, withCommands } from "./deno_command.ts";

Deno.test("isOfNpx() knows what npx has fetched", () => {
  for (
    const [path, isNpx] of [
      ["/root/.npm/_npx/7a40be787520bede/node_modules/deno/deno", true],
      ["C:\\Users\\kim\\AppData\\npm-cache\\_npx\\7a\\deno.exe", true],
      ["/usr/local/bin/deno", false],
      ["/home/kim/my_npx/deno", false],
    ] as const
  ) assert.equal(isOfNpx(path), isNpx, path);
});

Deno.test("npxDeno() is what every shell of the system starts", () => {
  assert.equal(npxDeno("2.9.6", "linux"), "npx -y deno@2.9.6");
  assert.equal(npxDeno("2.9.6", "windows"), "npx.cmd -y deno@2.9.6");
});

Deno.test("withCommands() leaves what is no command", () => {
  for (
    const text of [
      "the deno binary",
      "`deno upgrade`, or put `npx -y deno@2.9.6` in the place of `deno`",
      "ps -C deno",
      "./deno task",
      "https://deno.com",
      "node_modules/deno test",
      "deno-lint-ignore",
    ]
  ) assert.equal(withCommands(text, "X"), text);
});

Deno.test("withCommands() finds every command of a text", () => {
  assert.equal(
    withCommands(
      "$ deno test -P\n`npx.cmd -y deno@2.9.6 task lesson`, deno run a.ts",
      "X",
    ),
    "$ X test -P\n`X task lesson`, X run a.ts",
  );
});
