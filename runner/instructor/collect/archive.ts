/**
 * Opens a submission that is an archive. Its list is looked at first; then the
 * wanted members are written to a pipe, and what comes out of it is counted.
 * No tool is ever asked to make a file, so no name can lead anywhere.
 *
 * @module
 */
import type { Remark } from "../record.ts";
import {
  deadline,
  hardLinked,
  noTool,
  otherKind,
  tooBig,
  tooLong,
  tooMany,
  unreadable,
} from "./archive_remarks.ts";
import { isArchive, limits } from "./entry.ts";
import type { Source } from "./entry.ts";
import type { Member } from "./listing.ts";
import { judgeMembers } from "./members.ts";
import { readPacked } from "./read_packed.ts";
import { runTool } from "./run_tool.ts";
import type { Tool, Tools } from "./tools.ts";
import { unpackedSize } from "./unpacked_size.ts";

/** Bytes that a list may have; names may be long. */
const longestList = 8 * 1024 * 1024;

/**
 * Opens the archive at an absolute path. Whatever is wrong with it is a remark
 * of the source, which then has no entries.
 */
export async function openArchive(
  path: string,
  tools: Tools,
  signal?: AbortSignal,
): Promise<Source> {
  let size: number;
  try {
    const seen = Deno.lstatSync(path);
    if (!seen.isFile) return closed(unreadable("not a file"));
    if ((seen.nlink ?? 1) > 1) return closed(hardLinked);
    size = seen.size;
  } catch (error) {
    return closed(unreadable((error as Error).message));
  }
  if (!isArchive(path)) return closed(otherKind);
  const tool = /\.zip$/i.test(path) ? tools.zip : tools.tar;
  if (tool === undefined) return closed(noTool);
  if (/gz$/i.test(path)) {
    const most = limits.total + limits.entries * 2_048;
    const unpacked = await unpackedSize(path, most, signal);
    if (unpacked > most) return closed(tooBig(unpacked, size));
  }
  const members = await listMembers(path, tool, signal);
  if (!Array.isArray(members)) return closed(members);
  await findTargets(path, tool, members, signal);
  const { entries, remarks } = judgeMembers(members, size);
  return {
    entries,
    remarks,
    async read(wanted) {
      const names = new Set(wanted.map(({ path }) => path));
      const { found, remarks: failures } = await readPacked({
        archive: path,
        tool,
        wanted: entries.filter(({ path }) => names.has(path)),
        members,
        ms: deadline,
        signal,
      });
      remarks.push(...failures);
      return found;
    },
  };
}

async function listMembers(
  path: string,
  tool: Tool,
  signal: AbortSignal | undefined,
): Promise<Member[] | Remark> {
  const run = await runTool({
    program: tool.program,
    ...tool.list(path),
    most: longestList,
    ms: deadline,
    signal,
  });
  if (run.stopped === "too long") return tooLong;
  const lines = new TextDecoder().decode(run.bytes).split(/\r?\n/);
  const members = lines.flatMap((line) => tool.member(line) ?? []);
  if (run.stopped === "too much") return tooMany;
  if (run.code <= tool.good) return members;
  return unreadable(run.errors.trim().split("\n")[0]);
}

/** A link in a ZIP file keeps its target as its content. */
async function findTargets(
  archive: string,
  tool: Tool,
  members: Member[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const links = members.filter(({ kind, target, size, encrypted }) =>
    kind === "symbolic link" && target === undefined && !encrypted &&
    size < 4_096
  );
  const wanted = links.map((link) => ({ path: link.name, member: link }));
  const { found } = await readPacked(
    { archive, tool, wanted, members, ms: deadline, signal },
  );
  for (const link of links) {
    const target = found.get(link.name);
    link.target = target && new TextDecoder().decode(target);
  }
}

function closed(remark: Remark): Source {
  return {
    entries: [],
    remarks: [remark],
    read: () => Promise.resolve(new Map()),
  };
}
