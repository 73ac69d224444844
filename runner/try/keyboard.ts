/**
 * What is typed, as bytes of UTF-8 and lines that end with "\n", on every
 * system.
 *
 * @module
 */

/**
 * Standard input. On a Windows console Deno gives its bytes as they are: in the
 * console's code page, which is 949 on a Korean Windows, with "\r\n" at the end
 * of a line, and Ctrl+Z for the end. (denoland/deno, issue 18240.)
 */
export function standardInput(): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable } = Deno.stdin;
  return Deno.build.os === "windows" && Deno.stdin.isTerminal()
    ? readable.pipeThrough(fromConsole())
    : readable;
}

/** Turns the lines of a Windows console, each in a chunk, into UTF-8. */
export function fromConsole(): TransformStream<
  Uint8Array<ArrayBuffer>,
  Uint8Array<ArrayBuffer>
> {
  return new TransformStream({
    transform(chunk, controller) {
      // Ctrl+Z, the end of the input, where Windows leaves it in.
      if (chunk[0] === 0x1a) return controller.terminate();
      const text = decode(chunk).replaceAll("\r\n", "\n");
      controller.enqueue(new TextEncoder().encode(text));
    },
  });
}

/** UTF-8 where it can be that (code page 65001), and else code page 949. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes);
  } catch {
    // What the Encoding Standard calls EUC-KR is all of code page 949.
    return new TextDecoder("euc-kr").decode(bytes);
  }
}
