import { Buffer } from "node:buffer";
import type { ToPack } from "./packed.ts";

/**
 * A tar archive with the given files (POSIX.1, pax(1)). What does not fit into
 * the header of 1988, long names and those that are not ASCII, is in a header
 * of pax, so that every system reads it in UTF-8. `date` is the time of all.
 */
export function writeTar(files: readonly ToPack[], date: Date): Uint8Array {
  const parts = files.flatMap(({ path, bytes, executable }) => {
    const mode = executable ? 0o755 : 0o644;
    const plain = path.length <= 100 && /^[\x20-\x7e]*$/.test(path);
    const entry = member({ name: path, type: "0", bytes, mode, date });
    if (plain) return entry;
    const record = paxRecord("path", path);
    const pax = { name: "pax", type: "x", bytes: record, mode, date };
    return [...member(pax), ...entry];
  });
  return Buffer.concat([...parts, new Uint8Array(2 * 512)]);
}

interface Member {
  name: string;
  type: string;
  bytes: Uint8Array;
  mode: number;
  date: Date;
}

/** A header, the content, and zeros up to the end of its last block. */
function member({ name, type, bytes, mode, date }: Member): Uint8Array[] {
  const header = new Uint8Array(512);
  const put = (at: number, text: string) =>
    new TextEncoder().encodeInto(text, header.subarray(at));
  const octal = (value: number, digits: number) =>
    Math.floor(value).toString(8).padStart(digits, "0") + "\0";
  new TextEncoder().encodeInto(name, header.subarray(0, 100));
  put(100, octal(mode, 7) + octal(0, 7) + octal(0, 7));
  put(124, octal(bytes.length, 11) + octal(date.getTime() / 1_000, 11));
  put(148, " ".repeat(8) + type);
  put(257, "ustar\x0000");
  put(148, octal(header.reduce((sum, byte) => sum + byte, 0), 6));
  return [header, bytes, new Uint8Array((512 - bytes.length % 512) % 512)];
}

/** A record of pax begins with its own length, which counts its digits, too. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = new TextEncoder().encode(` ${key}=${value}\n`);
  let length = rest.length;
  while (length !== rest.length + `${length}`.length) {
    length = rest.length + `${length}`.length;
  }
  return Buffer.concat([new TextEncoder().encode(`${length}`), rest]);
}
