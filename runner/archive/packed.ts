/**
 * What all archives have in common: entries with names, and the ways in which
 * they can be wrong. Archives come from people whom nobody trusts, so whatever
 * one says of itself decides at most what is refused.
 *
 * @module
 */

/** A file, or something else, in an archive. */
export interface Packed {
  /** As it is written in the archive: it may lead anywhere. */
  name: string;
  kind: "file" | "folder" | "symbolic link" | "hard link" | "special";
  /** Bytes of its content, as the archive claims. */
  size: number;
  /**
   * The bytes of a file, or the name that a link points to, if they are at most
   * `most`. To be called before the next entry is asked for. Throws an
   * `ArchiveError`.
   */
  read(most: number): Promise<Uint8Array>;
}

/** A file that goes into an archive. */
export interface ToPack {
  /** Below the archive's root, separated by "/". */
  path: string;
  bytes: Uint8Array;
  /** True for a program, which may be executed. */
  executable?: boolean;
}

/** Why an archive, or an entry of it, cannot be read. */
export type Fault =
  /** The bytes are those of no archive. */
  | "unknown"
  /** A kind of archive, or of compression, that is not read here. */
  | "other kind"
  | "damaged"
  /** The file ends before the archive does. */
  | "cut off"
  /** More comes out than may. */
  | "too much"
  /** A name takes up more than any name does. */
  | "long name"
  /** A content is longer than may be read. */
  | "too long"
  /** What is said of an entry in two places does not agree. */
  | "lying"
  | "password";

/** What reading an archive throws. */
export class ArchiveError extends Error {
  override name = "ArchiveError";

  /** The `detail` is the name of a format, or of the part that is wrong. */
  constructor(readonly fault: Fault, readonly detail: string) {
    super(`${fault}: ${detail}`);
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
// In the WHATWG's Encoding Standard this is Windows' code page 949.
const cp949 = new TextDecoder("euc-kr", { fatal: true });

/**
 * A name, from the bytes of an archive that does not tell their encoding. What
 * is valid UTF-8 is hardly ever meant as anything else; otherwise it is what
 * Windows writes in Korea. What is neither has U+FFFD in it.
 */
export function decodeName(bytes: Uint8Array): string {
  for (const decoder of [utf8, cp949]) {
    try {
      return decoder.decode(bytes);
    } catch {
      // It is another encoding.
    }
  }
  return new TextDecoder().decode(bytes);
}
