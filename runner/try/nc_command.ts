/**
 * `deno task nc`: a plain netcat within this machine, for every system. What
 * comes in goes to standard output, byte by byte; all else that it says goes to
 * standard error.
 *
 * @module
 */
import { toLanguage } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import { plainOptions } from "../plain_options.ts";
import { lookOf } from "../terminal.ts";
import { standardInput } from "./keyboard.ts";
import { ncHelp, parseNcOptions } from "./nc_options.ts";
import { netcat } from "./netcat.ts";

/** Does what the arguments ask for. Returns the exit code. */
export async function ncCommand(args: readonly string[]): Promise<number> {
  const system = toLanguage(navigator.language);
  const options = parseNcOptions(args, system);
  if (!("port" in options)) {
    console.error(options[system]);
    return 2;
  }
  const { lang, help, ...where } = options;
  if (help) {
    console.log(ncHelp(lookOf(plainOptions(undefined, lang)).deno)[lang]);
    return 0;
  }
  const say = (words: Text) => console.error(words[lang]);
  return await netcat(where, {
    input: standardInput(),
    write(bytes) {
      for (let at = 0; at < bytes.length;) {
        at += Deno.stdout.writeSync(bytes.subarray(at));
      }
    },
    say,
  });
}
