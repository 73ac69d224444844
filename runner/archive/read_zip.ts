/**
 * Reads ZIP files (PKWARE's APPNOTE.TXT; the names of its fields in comments),
 * as far as students' computers write them: stored and deflated contents, the
 * sizes of zip64, names in UTF-8 and in CP949.
 *
 * @module
 */
import { crc32, inflateRawSync } from "node:zlib";
import { ArchiveError, decodeName } from "./packed.ts";
import type { Packed } from "./packed.ts";

/**
 * Fills `into` with the bytes of a file from `at` on. Returns how many there
 * were, which is fewer at the end of the file.
 */
export type ReadAt = (at: number, into: Uint8Array) => number;

/** Bytes of the directory that are in memory. An entry has 196,651 at most. */
const window = 256 * 1024;

/**
 * Yields the entries of a ZIP file of `size` bytes in the order of its central
 * directory, which is read piece by piece. A content is read when it is asked
 * for, and not before. Bytes in front of the archive are passed over.
 *
 * Entries may share bytes, which costs nothing, because each content that is
 * read is counted by itself.
 *
 * Throws an `ArchiveError`.
 */
export function* readZip(read: ReadAt, size: number): Generator<Packed> {
  const { start, end, shift } = directoryOf(read, size);
  const bytes = windowOn(read);
  for (let at = start; at < end;) {
    const fixed = viewOf(bytes(at, 46));
    if (fixed.getUint32(0, true) !== 0x02014b50) throw damaged("directory");
    const [name, extra, comment] = [28, 30, 32].map((at) =>
      fixed.getUint16(at, true)
    );
    const length = 46 + name + extra + comment;
    if (at + length > end) throw damaged("directory");
    const record = recordOf(bytes(at, length), name, extra);
    yield {
      name: record.name,
      kind: record.kind,
      size: record.size,
      read: (most) => {
        try {
          return Promise.resolve(contentOf(record, most, read, shift, start));
        } catch (error) {
          return Promise.reject(error);
        }
      },
    };
    at += length;
  }
}

/** What the central directory says of an entry. */
interface Listed {
  name: string;
  /** The same as it is written there, to compare. */
  rawName: Uint8Array;
  kind: Packed["kind"];
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Where its local header is, from the archive's beginning. */
  at: number;
}

function recordOf(bytes: Uint8Array, name: number, extra: number): Listed {
  const view = viewOf(bytes);
  const rawName = bytes.slice(46, 46 + name);
  const wide = zip64Of(bytes.subarray(46 + name, 46 + name + extra));
  let used = 0;
  /** A number of 32 bits; zip64 keeps the longer ones, in this order. */
  const long = (at: number) => {
    const value = view.getUint32(at, true);
    if (value !== 0xffffffff || wide === undefined) return value;
    if (used + 8 > wide.byteLength) throw damaged("zip64");
    used += 8;
    return Number(wide.getBigUint64(used - 8, true));
  };
  const size = long(24);
  const packed = long(20);
  const at = long(42);
  const text = decodeName(rawName);
  return {
    name: text,
    rawName,
    kind: kindOf(text, view.getUint32(38, true)),
    flags: view.getUint16(8, true),
    method: view.getUint16(10, true),
    crc: view.getUint32(16, true),
    packed,
    size,
    at,
  };
}

/** "External file attributes": st_mode of Unix, above the attributes of DOS. */
function kindOf(name: string, attributes: number): Packed["kind"] {
  const type = attributes >>> 28;
  if (type === 0o12) return "symbolic link";
  if (/[\\/]$/.test(name) || (attributes & 0x10) !== 0) return "folder";
  return [0, 0o4, 0o10].includes(type) ? "file" : "special";
}

/** "Zip64 extended information extra field", among the others. */
function zip64Of(extra: Uint8Array): DataView | undefined {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) break;
    if (view.getUint16(at, true) === 0x0001) {
      return viewOf(extra.subarray(at + 4, end));
    }
    at = end;
  }
  return undefined;
}

/** Where the central directory is, and how many bytes are before the archive. */
function directoryOf(
  read: ReadAt,
  size: number,
): { start: number; end: number; shift: number } {
  const found = endRecord(read, size);
  if (found === undefined) throw new ArchiveError("cut off", "zip");
  const view = viewOf(found.bytes);
  if (view.getUint16(4, true) !== 0 && view.getUint16(4, true) !== 0xffff) {
    throw new ArchiveError("cut off", "one part of several");
  }
  const wide = wideEndRecord(read, found.at);
  const end = wide?.at ?? found.at;
  const length = wide?.length ?? view.getUint32(12, true);
  const claimed = wide?.start ?? view.getUint32(16, true);
  const start = end - length;
  const shift = start - claimed;
  if (start < 0 || shift < 0) throw damaged("directory");
  return { start, end, shift };
}

/** True for a file of `size` bytes that ends like a ZIP file. */
export function isZip(read: ReadAt, size: number): boolean {
  return endRecord(read, size) !== undefined;
}

/** "End of central directory record"; a comment of 64 KiB may follow it. */
function endRecord(
  read: ReadAt,
  size: number,
): { at: number; bytes: Uint8Array } | undefined {
  const length = Math.min(size, 22 + 0xffff);
  const tail = bytesAt(read, size - length, length);
  const view = viewOf(tail);
  for (let at = length - 22; at >= 0; at--) {
    const ends = at + 22 + view.getUint16(at + 20, true) === length;
    if (ends && view.getUint32(at, true) === 0x06054b50) {
      return { at: size - length + at, bytes: tail.subarray(at) };
    }
  }
  return undefined;
}

/** "Zip64 end of central directory record", which its locator precedes. */
function wideEndRecord(
  read: ReadAt,
  before: number,
): { at: number; length: number; start: number } | undefined {
  if (before < 20 + 56) return undefined;
  const locator = viewOf(bytesAt(read, before - 20, 20));
  if (locator.getUint32(0, true) !== 0x07064b50) return undefined;
  const claimed = Number(locator.getBigUint64(8, true));
  // Bytes in front of the archive move it from where it says that it is.
  for (const at of [claimed, before - 20 - 56]) {
    if (at > before - 20 - 56) continue;
    const view = viewOf(bytesAt(read, at, 56));
    if (view.getUint32(0, true) !== 0x06064b50) continue;
    const length = Number(view.getBigUint64(40, true));
    return { at, length, start: Number(view.getBigUint64(48, true)) };
  }
  throw damaged("zip64");
}

/** Names of methods of compression, as programs show them. */
const methods: { [method: number]: string | undefined } = {
  9: "Deflate64",
  12: "BZip2",
  14: "LZMA",
  93: "Zstandard",
  95: "XZ",
  98: "PPMd",
};

function contentOf(
  record: Listed,
  most: number,
  read: ReadAt,
  shift: number,
  end: number,
): Uint8Array {
  const { name, flags, method, size, packed, crc } = record;
  if ((flags & 1) !== 0) throw new ArchiveError("password", name);
  if (method !== 0 && method !== 8) {
    const detail = methods[method] ?? `method ${method}`;
    throw new ArchiveError("other kind", detail);
  }
  if (size > most) throw new ArchiveError("too long", name);
  const at = shift + record.at + localHeader(record, read, shift);
  if (at + packed > end) throw damaged(name);
  // Deflate adds 5 bytes to each block of what it cannot make shorter.
  const longest = size + Math.ceil(size / 1_000) + 1_024;
  const bytes = bytesAt(read, at, Math.min(packed, longest));
  const content = method === 0 ? bytes : inflated(bytes, size, name);
  if (content.length > size) throw new ArchiveError("lying", name);
  if (content.length < size || crc32(content) !== crc) throw damaged(name);
  return content;
}

/** The length of a local header, which must say what the directory says. */
function localHeader(record: Listed, read: ReadAt, shift: number): number {
  const { rawName } = record;
  const length = 30 + rawName.length;
  const bytes = bytesAt(read, shift + record.at, length);
  const view = viewOf(bytes);
  const same = view.getUint32(0, true) === 0x04034b50 &&
    ((view.getUint16(6, true) ^ record.flags) & 1) === 0 &&
    view.getUint16(8, true) === record.method &&
    view.getUint16(26, true) === rawName.length &&
    rawName.every((byte, i) => bytes[30 + i] === byte);
  if (!same) throw new ArchiveError("lying", record.name);
  return length + view.getUint16(28, true);
}

function inflated(bytes: Uint8Array, size: number, name: string): Uint8Array {
  try {
    // One more byte than there should be tells that there are more.
    return inflateRawSync(bytes, { maxOutputLength: size + 1 });
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === "ERR_BUFFER_TOO_LARGE") throw new ArchiveError("lying", name);
    throw damaged(name);
  }
}

/** Gives parts of the file out of a piece of it that is in memory. */
function windowOn(read: ReadAt): (at: number, length: number) => Uint8Array {
  const buffer = new Uint8Array(window);
  let from = 0;
  let filled = 0;
  return (at, length) => {
    if (at < from || at + length > from + filled) {
      from = at;
      filled = read(at, buffer);
    }
    if (at + length > from + filled) throw damaged("directory");
    return buffer.subarray(at - from, at - from + length);
  };
}

function bytesAt(read: ReadAt, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  if (at < 0 || read(at, bytes) < length) {
    throw new ArchiveError("cut off", "zip");
  }
  return bytes;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(what: string): ArchiveError {
  return new ArchiveError("damaged", what);
}
