/**
 * The outermost part of `deno task nc`: it makes sure that this Deno can run
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

const { ncCommand } = await import("./netcat.ts");
Deno.exit(await ncCommand(Deno.args));
