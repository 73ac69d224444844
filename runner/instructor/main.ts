/**
 * The outermost part of the instructor's tasks: it makes sure that this Deno
 * can run the rest, and only then loads it. So this file, and it alone, must be
 * understood by every older Deno.
 *
 * @module
 */
import { tooOld } from "../version.ts";

const refusal = tooOld(Deno.version.deno);
if (refusal !== undefined) {
  console.error(refusal);
  Deno.exit(2);
}

const [command, ...args] = Deno.args;
if (command === "distribute") {
  const { distributeCommand } = await import("./distribute/command.ts");
  Deno.exit(await distributeCommand(args));
}
if (command === "grade") {
  const { markCommand } = await import("./mark/command.ts");
  Deno.exit(await markCommand(args));
}
console.error(
  "This program is started as `deno task distribute` or `deno task grade`.\n" +
    "이 프로그램은 `deno task distribute`나 `deno task grade`로 시작합니다.",
);
Deno.exit(2);
