import { join } from "node:path";
import type { Remark } from "../record.ts";
import { byPath, isMade, limits } from "./entry.ts";
import type { OnDisk, Source } from "./entry.ts";
import {
  cut,
  failures,
  linkRemarks,
  remarkOn,
  special,
  unreadable,
} from "./remarks.ts";
import type { Failure } from "./remarks.ts";

/** What a walk through a folder has found so far. */
interface Walk {
  entries: OnDisk[];
  links: { path: string; target: string }[];
  specials: string[];
  unreadable: string[];
  /** True if there was more than is looked at. */
  cut: boolean;
}

/**
 * Opens a submission that is a folder. No link is followed, and nothing but
 * regular files is ever opened: opening a named pipe waits for ever, and
 * opening a device may do anything.
 */
export function openFolder(base: string): Source<OnDisk> {
  const walk = walkThrough(base);
  const source = openFiles(walk.entries);
  source.remarks.push(
    ...linkRemarks(walk.links),
    ...remarkOn(walk.specials, special),
    ...remarkOn(walk.unreadable, unreadable),
  );
  if (walk.cut) source.remarks.push(cut);
  return source;
}

/** Opens files wherever they are. */
export function openFiles(files: readonly OnDisk[]): Source<OnDisk> {
  const remarks: Remark[] = [];
  const places = new Map(files.map(({ path, file }) => [path, file]));
  return {
    entries: files.toSorted(byPath),
    remarks,
    async *read(wanted) {
      const failed: Record<Failure, string[]> = {
        linked: [],
        tooBig: [],
        overall: [],
        gone: [],
      };
      let total = 0;
      for (const { path } of wanted) {
        const content = readRegular(places.get(path)!);
        if (typeof content === "string") failed[content].push(path);
        else if ((total += content.length) > limits.taken) {
          failed.overall.push(path);
        } else yield [path, content];
      }
      for (const [why, paths] of Object.entries(failed)) {
        remarks.push(...remarkOn(paths, failures[why as Failure]));
      }
    },
  };
}

/** First what is named like a lesson, then breadth first: what counts is seen. */
function walkThrough(base: string): Walk {
  const walk: Walk = {
    entries: [],
    links: [],
    specials: [],
    unreadable: [],
    cut: false,
  };
  let seen = 0;
  const [lessons, others]: string[][] = [[], [""]];
  for (;;) {
    const folder = lessons.shift() ?? others.shift();
    if (folder === undefined) return walk;
    for (const entry of entriesOf(base, folder, walk)) {
      if (isMade(entry.name)) continue;
      if (++seen > limits.entries) return { ...walk, cut: true };
      const path = `${folder}${entry.name}`;
      const full = join(base, ...path.split("/"));
      if (entry.isSymlink) {
        walk.links.push({ path, target: targetOf(full) });
      } else if (entry.isDirectory) {
        const counts = /^(lessons|\d\d_\w+)$/.test(entry.name);
        if (path.split("/").length < limits.depth) {
          (counts ? lessons : others).push(`${path}/`);
        }
      } else if (entry.isFile) walk.entries.push({ path, file: full });
      else walk.specials.push(path);
    }
  }
}

function entriesOf(base: string, folder: string, walk: Walk): Deno.DirEntry[] {
  try {
    return [...Deno.readDirSync(join(base, ...folder.split("/")))]
      .sort((a, b) => a.name < b.name ? -1 : 1);
  } catch {
    walk.unreadable.push(folder === "" ? "./" : folder);
    return [];
  }
}

function targetOf(link: string): string {
  try {
    return Deno.readLinkSync(link);
  } catch {
    return "";
  }
}

/** A file's bytes, or why it is not taken in. */
function readRegular(path: string): Uint8Array | Failure {
  try {
    const seen = Deno.lstatSync(path);
    if (!seen.isFile) return "gone";
    // Another name of a file of somebody else, such as the solution.
    if ((seen.nlink ?? 1) > 1) return "linked";
    if (seen.size > limits.file) return "tooBig";
    using file = Deno.openSync(path);
    const buffer = new Uint8Array(seen.size);
    let length = 0;
    for (;;) {
      const read = file.readSync(buffer.subarray(length));
      if (read === null || read === 0) return buffer.subarray(0, length);
      length += read;
    }
  } catch {
    return "gone";
  }
}
