/**
 * Reads tar archives: ustar and pax (POSIX.1, pax(1)), the long names and sizes
 * of GNU tar (its manual, "Basic Tar Format"), and those of before 1988.
 *
 * @module
 */
import { ArchiveError, decodeName } from "./packed.ts";
import type { Packed } from "./packed.ts";

const block = 512;

/**
 * Bytes that a long name or a pax header may have. The attributes of macOS are
 * in there, too.
 */
const longestHeader = 1024 * 1024;

/**
 * Yields the entries of a tar archive, which comes in `chunks` of any size. A
 * chunk is not looked at after the next one was asked for, and nothing is kept
 * of what nobody reads.
 *
 * Throws an `ArchiveError`: "unknown" if this is no tar archive at all.
 */
export async function* readTar(
  chunks: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Packed> {
  try {
    yield* entriesOf(partsOf(chunks));
  } finally {
    await chunks.return(undefined);
  }
}

async function* entriesOf(next: Next): AsyncGenerator<Packed> {
  let extended: Extended = {};
  for (let first = true;; first = false) {
    const bytes = await take(next, block);
    if (!bytes.some((byte) => byte !== 0)) break;
    const header = headerOf(bytes, first);
    const { type } = header;
    const { name, target, size } = { ...header, ...extended };
    // A hard link may claim the size of what it points to, and brings no bytes.
    let left = type === "1" ? 0 : size;
    const padding = (block - left % block) % block;
    const content = async (most: number) => {
      if (left > most) throw new ArchiveError("too long", name);
      const length = left;
      left = 0;
      return await exactly(next, length);
    };
    if (type in meanings) {
      if (left > longestHeader) throw new ArchiveError("long name", name);
      const meaning = meanings[type](await content(longestHeader));
      extended = { ...extended, ...meaning };
    } else if (type !== "g" && type !== "V") {
      if (type === "S") await skipMap(next, bytes);
      const sparse = type === "S" || extended.sparse;
      const kind = kindOf(type, name);
      extended = {};
      yield {
        name,
        kind,
        size: left,
        async read(most) {
          if (sparse) throw new ArchiveError("other kind", "sparse");
          return /link/.test(kind)
            ? new TextEncoder().encode(target)
            : await content(most);
        },
      };
    }
    await skip(next, left + padding);
  }
  // What follows the end counts, and may be what shows that all is damaged.
  while ((await next(Infinity)).length > 0);
}

/** What a header says of the next entry, in the place of its own. */
interface Extended {
  name?: string;
  target?: string;
  size?: number;
  sparse?: boolean;
}

const meanings: Record<string, (bytes: Uint8Array) => Extended> = {
  L: (bytes) => ({ name: textOf(bytes) }),
  K: (bytes) => ({ target: textOf(bytes) }),
  x: paxOf,
  X: paxOf,
};

/** True for 512 bytes that are the header of an entry. */
export function isTarHeader(bytes: Uint8Array): boolean {
  const field = bytes.subarray(148, 156);
  const claimed = numberOf(field);
  let sum = 8 * 32;
  let signed = sum;
  for (const [at, byte] of bytes.entries()) {
    if (at >= 148 && at < 156) continue;
    sum += byte;
    // Old programs took the bytes for signed numbers.
    signed += byte << 24 >> 24;
  }
  return bytes.length === block && (claimed === sum || claimed === signed);
}

interface Header {
  name: string;
  type: string;
  size: number;
  target: string;
}

function headerOf(bytes: Uint8Array, first: boolean): Header {
  if (!isTarHeader(bytes)) {
    if (first) throw new ArchiveError("unknown", "tar");
    throw new ArchiveError(
      bytes.length < block ? "cut off" : "damaged",
      "tar",
    );
  }
  const size = numberOf(bytes.subarray(124, 136));
  if (!Number.isSafeInteger(size)) throw new ArchiveError("damaged", "size");
  // GNU tar keeps other things in the place of the prefix.
  const posix = textOf(bytes.subarray(257, 265)) === "ustar" &&
    bytes[263] === 48;
  const prefix = posix ? textOf(bytes.subarray(345, 500)) : "";
  const name = textOf(bytes.subarray(0, 100));
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    type: String.fromCharCode(bytes[156]),
    size,
    target: textOf(bytes.subarray(157, 257)),
  };
}

/** A number in octal digits, or, where the first bit is set, in base 256. */
function numberOf(field: Uint8Array): number {
  if (field[0] >= 0x80) {
    // 0xff begins a negative number.
    return field[0] === 0xff
      ? NaN
      : field.subarray(1).reduce((n, byte) => n * 256 + byte, field[0] & 0x7f);
  }
  const digits = /^[ \0]*([0-7]*)[ \0]*$/.exec(String.fromCharCode(...field));
  return digits === null ? NaN : parseInt(`0${digits[1]}`, 8);
}

function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return decodeName(end < 0 ? field : field.subarray(0, end));
}

function kindOf(type: string, name: string): Packed["kind"] {
  // Before 1988, only the name told a folder.
  if (type === "\0" && name.endsWith("/")) return "folder";
  return kinds[type] ?? "file";
}

const kinds: Record<string, Packed["kind"] | undefined> = {
  1: "hard link",
  2: "symbolic link",
  3: "special",
  4: "special",
  5: "folder",
  6: "special",
  D: "folder",
  M: "special",
};

/** The records of a pax header, each "LENGTH KEY=VALUE\n". */
function paxOf(bytes: Uint8Array): Extended {
  const found: Extended = {};
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(32, at);
    const equals = bytes.indexOf(61, space);
    const length = Number(textOf(bytes.subarray(at, Math.max(space, at))));
    const end = at + length;
    const well = space > 0 && equals > space && length > 0 &&
      equals < end && end <= bytes.length && bytes[end - 1] === 10;
    if (!well) throw new ArchiveError("damaged", "pax");
    const key = textOf(bytes.subarray(space + 1, equals));
    const value = bytes.subarray(equals + 1, end - 1);
    if (/^GNU\.sparse\./.test(key)) found.sparse = true;
    if (key === "path" || key === "GNU.sparse.name") {
      found.name = decodeName(value);
    } else if (key === "linkpath") found.target = decodeName(value);
    else if (key === "size") {
      found.size = Number(textOf(value));
      if (!/^\d+$/.test(textOf(value)) || !Number.isSafeInteger(found.size)) {
        throw new ArchiveError("damaged", "size");
      }
    }
    at = end;
  }
  return found;
}

/** Skips the blocks that say where the holes of a sparse file of GNU tar are. */
async function skipMap(next: Next, header: Uint8Array): Promise<void> {
  let more = header[482] !== 0;
  while (more) more = (await exactly(next, block))[504] !== 0;
}

/** Gives the next bytes of a stream, at most so many, and none at its end. */
type Next = (most: number) => Promise<Uint8Array>;

function partsOf(chunks: AsyncIterator<Uint8Array>): Next {
  let rest: Uint8Array = new Uint8Array();
  return async (most) => {
    while (rest.length === 0) {
      const { value, done } = await chunks.next();
      if (done) break;
      rest = value;
    }
    const part = rest.subarray(0, most);
    rest = rest.subarray(part.length);
    return part;
  };
}

/** The next bytes as a copy, fewer at the end of the stream. */
async function take(next: Next, length: number): Promise<Uint8Array> {
  const taken = new Uint8Array(length);
  let at = 0;
  while (at < length) {
    const part = await next(length - at);
    if (part.length === 0) break;
    taken.set(part, at);
    at += part.length;
  }
  return taken.subarray(0, at);
}

async function exactly(next: Next, length: number): Promise<Uint8Array> {
  const taken = await take(next, length);
  if (taken.length < length) throw new ArchiveError("cut off", "tar");
  return taken;
}

async function skip(next: Next, length: number): Promise<void> {
  while (length > 0) {
    const { length: passed } = await next(length);
    if (passed === 0) throw new ArchiveError("cut off", "tar");
    length -= passed;
  }
}
