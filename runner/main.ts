/**
 * The outermost part of `deno task lesson`: it makes sure that this Deno can
 * run the rest, and only then loads it. So this file, and it alone, must be
 * understood by every older Deno.
 *
 * @module
 */
import { tooOld } from "./version.ts";

const refusal = tooOld(Deno.version.deno);
if (refusal !== undefined) {
  console.error(refusal);
  Deno.exit(2);
}

const { lessonCommand } = await import("./lesson/command.ts");
Deno.exit(await lessonCommand(Deno.args));
