import type { Remark } from "../record.ts";
import { limits } from "./entry.ts";
import type { Member } from "./listing.ts";
import type { PackedEntry } from "./members.ts";
import { patternFor } from "./pattern.ts";
import { failures } from "./packed_failures.ts";
import type { Failure } from "./packed_failures.ts";
import { remarkOn } from "./remarks.ts";
import { runTool } from "./run_tool.ts";
import type { Tool } from "./tools.ts";

/** What to read from an archive. */
export interface PackedWish {
  archive: string;
  tool: Tool;
  wanted: readonly PackedEntry[];
  /** All members of the archive, in their order. */
  members: readonly Member[];
  /** Milliseconds that all of it may take. */
  ms: number;
  signal?: AbortSignal;
}

/** Letters of names in one command: Windows allows 32,767 in all. */
const longestCommand = 12_000;

/**
 * Reads members of an archive. They come out of the tool one after the other,
 * so the list's sizes tell where each begins. Where the list turns out to be
 * wrong, each is read by itself, so that a bad one costs no other.
 */
export async function readPacked(
  wish: PackedWish,
): Promise<{ found: Map<string, Uint8Array>; remarks: Remark[] }> {
  const { wanted, members, tool } = wish;
  const ends = performance.now() + wish.ms;
  const place = new Map(members.map((member, i) => [member, i]));
  const failed: Record<Failure, string[]> = {
    tooBig: [],
    overall: [],
    lying: [],
    damaged: [],
    unnamed: [],
    locked: [],
    slow: [],
  };
  const found = new Map<string, Uint8Array>();
  const asked: Asked[] = [];
  let total = 0;
  const inOrder = wanted.toSorted((a, b) =>
    place.get(a.member)! - place.get(b.member)!
  );
  for (const { path, member } of inOrder) {
    const pattern = patternFor(member, members, tool);
    if (pattern === undefined) failed.unnamed.push(path);
    else if (member.size > limits.file) failed.tooBig.push(path);
    else if (total + member.size > limits.total) failed.overall.push(path);
    else {
      total += member.size;
      asked.push({ path, size: member.size, pattern });
    }
  }
  for (const batch of batches(asked)) {
    const together = await print(batch, wish, ends);
    if (together.failure === undefined) {
      let at = 0;
      for (const { path, size } of batch) {
        found.set(path, together.bytes.slice(at, at += size));
      }
      continue;
    }
    for (const one of batch) {
      const alone = await print([one], wish, ends);
      if (alone.failure === undefined) found.set(one.path, alone.bytes);
      else failed[alone.failure].push(one.path);
    }
  }
  const remarks = Object.entries(failed).flatMap(([why, paths]) =>
    remarkOn(paths, failures[why as Failure])
  );
  return { found, remarks };
}

interface Asked {
  path: string;
  size: number;
  pattern: string;
}

async function print(
  batch: readonly Asked[],
  { archive, tool, signal }: PackedWish,
  ends: number,
): Promise<{ bytes: Uint8Array; failure?: Failure }> {
  const size = batch.reduce((sum, { size }) => sum + size, 0);
  const run = await runTool({
    program: tool.program,
    ...tool.print(archive, batch.map(({ pattern }) => pattern)),
    most: size,
    ms: ends - performance.now(),
    signal,
  });
  const { bytes, stopped, code, errors } = run;
  if (stopped === "too much") return { bytes, failure: "lying" };
  if (stopped === "too long") return { bytes, failure: "slow" };
  if (code <= tool.good && bytes.length === size) return { bytes };
  const locked = /passphrase|encrypted/i.test(errors);
  return { bytes, failure: locked ? "locked" : "damaged" };
}

function* batches(all: readonly Asked[]): Generator<Asked[]> {
  let batch: Asked[] = [];
  let letters = 0;
  for (const one of all) {
    letters += one.pattern.length;
    if (letters > longestCommand && batch.length > 0) {
      yield batch;
      batch = [];
      letters = one.pattern.length;
    }
    batch.push(one);
  }
  if (batch.length > 0) yield batch;
}
