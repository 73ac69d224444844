/**
 * The outermost part of `deno task doctor`. What it loads at its start must be
 * understood by every older Deno: of those, this is all that is to be said.
 *
 * @module
 */
import { denoFinding } from "./deno_finding.ts";

const { state, text, todo } = denoFinding(Deno.version.deno);
if (state === "problem") {
  console.error(`${text.en} ${todo?.en}\n${text.ko} ${todo?.ko}`);
  Deno.exit(1);
}

const { doctorCommand } = await import("./doctor_command.ts");
Deno.exit(await doctorCommand(Deno.args));
