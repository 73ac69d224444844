/**
 * `deno task doctor`: says whether this machine can run the course.
 *
 * @module
 */
import { toLanguage } from "../../tests/support/text.ts";
import { plainOptions } from "../plain_options.ts";
import { nameOfDeno } from "../name_of_deno.ts";
import { lookOf, print } from "../terminal.ts";
import { findings, isUsable } from "./findings.ts";
import { doctorHelp, parseDoctorOptions } from "./options.ts";
import { probe } from "./probe.ts";
import { renderFindings } from "./render.ts";

/** Does what the arguments ask for. Returns the exit code. */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  const system = toLanguage(navigator.language);
  const options = parseDoctorOptions(args, system);
  if (!("json" in options)) {
    console.error(options[system]);
    return 2;
  }
  const { lang, json, help } = options;
  if (help) {
    console.log(doctorHelp(nameOfDeno())[lang]);
    return 0;
  }
  const probed = await probe();
  const found = findings(probed);
  const usable = isUsable(found);
  if (json) {
    const inOneLanguage = found.map(({ text, todo, ...finding }) => ({
      ...finding,
      text: text[lang],
      todo: todo?.[lang],
    }));
    console.log(JSON.stringify({ usable, findings: inOneLanguage, probed }));
  } else print(renderFindings(found, lookOf(plainOptions(undefined, lang))));
  return usable ? 0 : 1;
}
