/** Characters that are kept of one line: some times the longest outcome. */
export const longestLine = 16 * 1024 * 1024;

/**
 * The lines of a byte stream of UTF-8, each as soon as it is whole. Of a line
 * without end, only its beginning is kept.
 */
export async function* linesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const [first, ...others] = text.split("\n");
    if (rest.length < longestLine) rest += first;
    if (others.length === 0) continue;
    yield rest;
    rest = others.pop()!;
    yield* others;
  }
  if (rest !== "") yield rest;
}

/**
 * The beginning of a byte stream of UTF-8: `most` characters at the least, where
 * it has as many. The rest is read as well, so that whoever writes it is not
 * held up, and forgotten.
 */
export async function beginningOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<string> {
  let kept = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    if (kept.length < most) kept += text;
  }
  return kept;
}
