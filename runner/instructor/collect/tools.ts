/**
 * The system's tools that open archives, and how each is asked. They list, and
 * they write single files to a pipe; none of them is ever asked to make a file.
 *
 * @module
 */
import { basename, dirname } from "node:path";
import { readBsdtar, readGnuTar, readZipinfo } from "./listing.ts";
import type { Member } from "./listing.ts";
import { runTool } from "./run_tool.ts";

/** How to ask one tool. */
export interface Tool {
  program: string;
  /** Arguments that make it list an archive. */
  list(archive: string): Asked;
  /** What a line of the list says; undefined for one that names no member. */
  member(line: string): Member | undefined;
  /** Arguments that make it write members, in their order, to its output. */
  print(archive: string, patterns: readonly string[]): Asked;
  /** A name, or a part of one, as a pattern that only means itself. */
  literal(name: string): string;
  /** The greatest exit status that still means that all went well. */
  good: number;
}

/** Arguments, and where they hold. */
export interface Asked {
  args: string[];
  cwd?: string;
}

/** The tools of a system; undefined what it lacks. */
export interface Tools {
  zip?: Tool;
  tar?: Tool;
}

/** Windows has bsdtar, but another tar may come first in its search path. */
const ownTar = Deno.build.os === "windows"
  ? `${Deno.env.get("SystemRoot") ?? "C:\\Windows"}\\System32\\tar.exe`
  : "tar";

let known: Promise<Tools> | undefined;

/** The tools of this system. It is asked once. */
export function systemTools(): Promise<Tools> {
  return known ??= findTools();
}

/** Asks programs who they are: what is called tar differs between systems. */
export async function findTools(
  programs: { tar: string; unzip: string } = { tar: ownTar, unzip: "unzip" },
): Promise<Tools> {
  const [tarSays, unzipSays] = await Promise.all([
    firstWords(programs.tar, "--version"),
    firstWords(programs.unzip, "-v"),
  ]);
  const bsd = /^bsdtar/.test(tarSays) ? bsdtar(programs.tar) : undefined;
  const gnu = /GNU tar/.test(tarSays) ? gnuTar(programs.tar) : undefined;
  const zip = /^UnZip 6/.test(unzipSays) ? unzip(programs.unzip) : undefined;
  return { zip: zip ?? bsd, tar: bsd ?? gnu };
}

async function firstWords(program: string, option: string): Promise<string> {
  try {
    const call = { program, args: [option], most: 4_000, ms: 10_000 };
    return new TextDecoder().decode((await runTool(call)).bytes);
  } catch {
    return "";
  }
}

/** Info-ZIP's unzip, in which `-Z` is zipinfo. */
function unzip(program: string): Tool {
  // A character in brackets means itself, and a pattern is no option.
  const literal = (name: string) =>
    name.replaceAll(
      /[[*?\\]|^-/g,
      (sign) => sign === "\\" ? "\\\\" : `[${sign}]`,
    );
  // The last name in the archive's path would be a pattern as well.
  const inFolder = (archive: string, ...args: string[]) => ({
    args: [...args, literal(basename(archive))],
    cwd: dirname(archive),
  });
  return {
    program,
    list: (archive) => inFolder(archive, "-Z", "-lT", "--h-t"),
    member: readZipinfo,
    print: (archive, patterns) => {
      // With a password, even a wrong one, nobody is asked for it.
      const { args, cwd } = inFolder(archive, "-p", "-P", "none");
      return { args: [...args, ...patterns], cwd };
    },
    literal,
    good: 1,
  };
}

const escaped = (name: string) => name.replaceAll(/[[\]*?\\]/g, "\\$&");

function gnuTar(program: string): Tool {
  // Without this, a colon in a path means another machine.
  const local = "--force-local";
  return {
    program,
    list: (archive) => ({
      // -P: it would leave out of the list what leads out, and that must be seen.
      args: [local, "-tvP", "--full-time", "--numeric-owner"]
        .concat("--quoting-style=escape", "-f", archive),
    }),
    member: readGnuTar,
    print: (archive, patterns) => ({
      args: [local, "-xO", "--wildcards", "--no-unquote", "-f", archive]
        .concat("--", patterns),
    }),
    literal: escaped,
    good: 0,
  };
}

/** The tar of libarchive, on macOS and Windows. It reads ZIP files as well. */
function bsdtar(program: string): Tool {
  return {
    program,
    list: (archive) => ({ args: ["-tvf", archive] }),
    member: readBsdtar,
    print: (archive, patterns) => {
      // With a password, even a wrong one, nobody is asked for it.
      const password = /\.zip$/i.test(archive) ? ["--passphrase", "none"] : [];
      return { args: ["-xO", ...password, "-f", archive, "--", ...patterns] };
    },
    literal: escaped,
    good: 0,
  };
}
