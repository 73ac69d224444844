/** Why a file cannot be read as the text of an exercise. */
export interface Unreadable {
  kind: "missing" | "empty" | "UTF-16" | "CP949" | "unknown" | "NUL" | "system";
  /** The first line, from 1, that is not UTF-8. */
  line?: number;
  /** What the system says. */
  message?: string;
}

/**
 * The text of the file at a URL, or why there is none. A program that knows
 * the encoding can still save it anew, so its name is worth finding: UTF-16 is
 * what Notepad calls Unicode and older PowerShells write, and CP949 is the
 * "ANSI" of a Korean Windows, which the Encoding Standard calls euc-kr.
 */
export function readText(url: string): string | Unreadable {
  let bytes: Uint8Array;
  try {
    bytes = Deno.readFileSync(new URL(url));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return { kind: "missing" };
    return { kind: "system", message: (error as Error).message };
  }
  if (bytes.length === 0) return { kind: "empty" };
  if (isUtf16(bytes)) return { kind: "UTF-16" };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { kind: "NUL", line: lineAt(bytes, nul) };
  const text = decode("utf-8", bytes);
  if (text !== undefined) return text;
  const { line, part } = firstLineNotUtf8(bytes);
  // The rest may be UTF-8 nevertheless, if two programs have written it.
  const isKorean = decode("euc-kr", part) !== undefined;
  return { kind: isKorean ? "CP949" : "unknown", line };
}

/** By its mark, or by the zero that is half of each ASCII letter. */
function isUtf16(bytes: Uint8Array): boolean {
  const mark = bytes[0] << 8 | bytes[1];
  if (mark === 0xfffe || mark === 0xfeff) return true;
  const zeros = [0, 0];
  bytes.forEach((byte, i) => zeros[i % 2] += byte === 0 ? 1 : 0);
  const half = bytes.length / 2;
  return Math.max(...zeros) > half / 2 && Math.min(...zeros) < half / 10;
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstLineNotUtf8(
  bytes: Uint8Array,
): { line: number; part: Uint8Array } {
  let start = 0;
  for (let line = 1;; line++) {
    const end = bytes.indexOf(10, start);
    const part = bytes.subarray(start, end < 0 ? undefined : end);
    if (end < 0 || decode("utf-8", part) === undefined) return { line, part };
    start = end + 1;
  }
}

function lineAt(bytes: Uint8Array, index: number): number {
  return bytes.subarray(0, index).filter((byte) => byte === 10).length + 1;
}
