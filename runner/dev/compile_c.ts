/**
 * That the C of the pages is C: each block is compiled as a file of its own.
 *
 * @module
 */

/** The blocks of C in a page, without their fences. */
export function blocksOfC(markdown: string): string[] {
  return [
    ...markdown.replaceAll("\r\n", "\n").matchAll(/^```c\n([^]*?)^```$/gm),
  ]
    .map(([, code]) => code);
}

/**
 * What a C compiler says against a file with this content, with all warnings:
 * an empty text if nothing, undefined if this machine has no compiler. Nothing
 * is linked or run.
 */
export async function compileC(code: string): Promise<string | undefined> {
  const options = ["-Wall", "-Wextra", "-Werror", "-fsyntax-only"];
  try {
    await using child = new Deno.Command("cc", {
      args: [...options, "-x", "c", "-"],
      stdin: "piped",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    await new Blob([code]).stream().pipeTo(child.stdin);
    const { success, stderr } = await child.output();
    return success ? "" : new TextDecoder().decode(stderr).trim();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
