import { root } from "./course.ts";
import { moduleUrl } from "./module_url.ts";

/**
 * What the compiler says of a file, in its own words; undefined if it has
 * nothing to say. The checks do not wait for it: a program with a type error
 * may run, and what it does on the wire is worth seeing.
 */
export async function typeReport(
  path: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["check", "--quiet", "--no-remote", "--no-npm", moduleUrl(path)],
    cwd: root,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0" },
    signal,
  });
  const { success, stderr } = await child.output();
  if (success) return undefined;
  return new TextDecoder().decode(stderr)
    .replaceAll(/^error: Type checking failed\.\s*$/gm, "")
    .replaceAll(/^Found \d+ errors?\.\s*$/gm, "")
    .trim();
}
