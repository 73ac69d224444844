import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";
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

/**
 * A ZIP file with the given files (PKWARE's APPNOTE.TXT), which every system
 * opens: deflated, names in UTF-8, permissions as on Unix, and `date` in local
 * time as the time of all. There may be 65,535 files, of 4 GiB together.
 */
export function writeZip(files: readonly ToPack[], date: Date): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = zipInPieces((bytes) => parts.push(bytes), date);
  files.forEach(zip.add);
  zip.end();
  return Buffer.concat(parts);
}

/** Begins such a file, whose bytes are handed on as they come. */
export function zipInPieces(
  write: (bytes: Uint8Array) => void,
  date: Date,
): { add(file: ToPack): void; end(): void } {
  const directory: Uint8Array[] = [];
  let at = 0;
  return { add, end };

  function add({ path, bytes, executable }: ToPack): void {
    const name = new TextEncoder().encode(path);
    const packed = deflateRawSync(bytes);
    const common = fields(
      [2, 20], // version needed to extract
      [2, 0x800], // the name is in UTF-8
      [2, 8], // deflated
      ...dosTime(date),
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0], // extra field
    );
    const mode = executable ? 0o100755 : 0o100644;
    directory.push(Buffer.concat([
      fields([4, 0x02014b50], [2, 0x0314]), // made on Unix
      common,
      fields([2, 0], [2, 0], [2, 0], [4, mode * 0x10000], [4, at]),
      name,
    ]));
    const entry = [fields([4, 0x04034b50]), common, name, packed];
    entry.forEach(write);
    at += entry.reduce((sum, { length }) => sum + length, 0);
  }

  function end(): void {
    directory.forEach(write);
    write(fields(
      [4, 0x06054b50],
      [4, 0],
      [2, directory.length],
      [2, directory.length],
      [4, directory.reduce((sum, { length }) => sum + length, 0)],
      [4, at],
      [2, 0],
    ));
  }
}

/** The time and the day of MS-DOS, which has no odd seconds. */
function dosTime(date: Date): [width: number, value: number][] {
  const time = date.getHours() << 11 | date.getMinutes() << 5 |
    date.getSeconds() >> 1;
  const day = (date.getFullYear() - 1980) << 9 | (date.getMonth() + 1) << 5 |
    date.getDate();
  return [[2, time], [2, day]];
}

/** Numbers with their widths in bytes, the low byte first. */
export function fields(...all: [width: number, value: number][]): Uint8Array {
  return new Uint8Array(
    all.flatMap(([width, value]) =>
      Array.from({ length: width }, (_, i) => value / 2 ** (8 * i) & 255)
    ),
  );
}
