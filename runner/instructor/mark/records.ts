/**
 * The verdicts on disk, one file each, written as each one ends. They are all
 * that a stopped run leaves and all that the next one needs to go on.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { filesBelow, pathsOf, root } from "../../course.ts";
import type { Lesson } from "../../course.ts";
import { systemRefusal } from "../../refusal.ts";
import type { LessonRecord, Remark } from "../record.ts";

/** Where the verdict on a lesson is kept, in the folder of results. */
export function recordPath(out: string, student: string, lesson: string) {
  return join(out, "records", student, `${lesson}.json`);
}

/**
 * Reads the record of a verdict; undefined if there is none, if it is not
 * whole, or if something that decides the verdict has changed since.
 */
export function readRecord(
  path: string,
  key?: string,
): LessonRecord | undefined {
  const record = readJson(path) as LessonRecord | undefined;
  if (!Array.isArray(record?.checks)) return undefined;
  return key === undefined || record.key === key ? record : undefined;
}

/** Writes the record of a verdict. */
export function writeRecord(path: string, record: LessonRecord): void {
  writeWhole(path, JSON.stringify(record));
}

/** What was noticed about a submission when it was taken in. */
export function readRemarks(out: string, student: string): Remark[] {
  const read = readJson(recordPath(out, student, "remarks"));
  return Array.isArray(read) ? read : [];
}

/** Keeps what was noticed about a submission. */
export function writeRemarks(
  out: string,
  student: string,
  remarks: readonly Remark[],
): void {
  writeWhole(recordPath(out, student, "remarks"), JSON.stringify(remarks));
}

/**
 * Writes a file as a whole or not at all: a rename replaces it at one moment
 * (rename(2)), so a power cut leaves the old file or the new one. Throws a
 * `Refusal` if the system does not let it.
 */
export function writeWhole(path: string, text: string): void {
  const file = writeInPieces(path);
  file.add(text);
  file.end();
}

/** A file that is written piece by piece, and is there once it is whole. */
export interface Pieces {
  add(piece: string | Uint8Array): void;
  end(): void;
}

/** Begins such a file. Throws a `Refusal` if the system does not let it. */
export function writeInPieces(path: string): Pieces {
  const partial = `${path}.partial`;
  const encoder = new TextEncoder();
  const file = or(path, () => {
    Deno.mkdirSync(dirname(path), { recursive: true });
    return Deno.openSync(partial, {
      write: true,
      create: true,
      truncate: true,
    });
  });
  return {
    add: (piece) =>
      or(path, () => {
        const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
        for (let at = 0; at < bytes.length;) {
          at += file.writeSync(bytes.subarray(at));
        }
      }),
    end: () =>
      or(path, () => {
        file.close();
        Deno.renameSync(partial, path);
      }),
  };
}

/** What the system refuses becomes a sentence that names the file. */
function or<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw error instanceof Error ? systemRefusal(path, error) : error;
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(Deno.readTextFileSync(path));
  } catch (error) {
    // A file that is not whole is one that was never written.
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/*
 * What decides a verdict, as one number: while it stays the same, the verdict
 * that is on disk still holds.
 */

/** The SHA-256 of the lesson's checks, what they are written with, and Deno. */
export function checksKey(lesson: Lesson): string {
  const { checks, stub } = pathsOf(lesson);
  const hash = createHash("sha256").update(Deno.version.deno);
  const paths = [
    checks,
    stub,
    join(root, "deno.json"),
    // All else of the runner only shows what came.
    ...["runner/run", "tests/support", `tests/${lesson.folder}`]
      .flatMap((folder) => filesBelow(root, folder))
      .map((path) => join(root, path)),
  ];
  for (const path of paths) addFile(hash, path);
  return hash.digest("hex");
}

/** The SHA-256 of that and of all files that were handed in for the lesson. */
export function verdictKey(checksKey: string, exercise: string): string {
  const hash = createHash("sha256").update(checksKey);
  const folder = dirname(exercise);
  for (const path of filesBelow(folder, "")) {
    // Where the folder of results is does not matter: it may be moved.
    hash.update(path);
    addFile(hash, join(folder, path));
  }
  return hash.digest("hex");
}

function addFile(hash: ReturnType<typeof createHash>, path: string): void {
  const bytes = Deno.readFileSync(path);
  hash.update(`\n${bytes.length}\n`).update(bytes);
}
