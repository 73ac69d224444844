/**
 * The outermost part of `deno task desk`: it makes sure that this Deno can run
 * the rest, and only then loads it.
 *
 * @module
 */
import { tooOld } from "../version.ts";

const refusal = tooOld(Deno.version.deno);
if (refusal !== undefined) {
  console.error(refusal);
  Deno.exit(2);
}

const { deskCommand } = await import("./desk_command.ts");
Deno.exit(await deskCommand(Deno.args));
