import { isAbsolute, join } from "node:path";
import { isOfNpx, npxDeno } from "../tests/support/deno_command.ts";

/** A variable of the environment, if this process may read it. */
export function environment(variable: string): string | undefined {
  const { state } = Deno.permissions.querySync({ name: "env", variable });
  return state === "granted" ? Deno.env.get(variable) : undefined;
}

/** What is known of how this Deno was started. */
export interface Started {
  execPath: string;
  os: typeof Deno.build.os;
  /** The variable PATH; undefined where it may not be read. */
  path?: string;
  /** npm's variable npm_command: npx sets it to "exec" (npm-exec(1)). */
  npmCommand?: string;
}

/**
 * What a person types in the place of `deno`, so that it works here: npx where
 * npx has brought this Deno along, whatever else there is, for another `deno`
 * may be too old; else `deno` where it is on the PATH, outside of the folders
 * that npm and npx put there for one program; and else the way to this Deno.
 */
export function nameOfDeno(
  { execPath, os, path, npmCommand }: Started = here(),
): string {
  if (isOfNpx(execPath)) return npxDeno(undefined, os);
  if (path === undefined || findProgram("deno", withoutNpm(path, os), os)) {
    return "deno";
  }
  if (npmCommand === "exec") return npxDeno(undefined, os);
  return /\s/.test(execPath) ? `"${execPath}"` : execPath;
}

function here(): Started {
  const { state } = Deno.permissions.querySync({ name: "read" });
  const mayReadAll = state === "granted";
  return {
    execPath: Deno.execPath(),
    os: Deno.build.os,
    // Nobody looks into folders that may not be read.
    path: mayReadAll ? environment("PATH") : undefined,
    npmCommand: environment("npm_command"),
  };
}

function withoutNpm(path: string, os: Started["os"]): string {
  return foldersOf(path, os)
    .filter((folder) => !/[\\/](_npx|node_modules)([\\/]|$)/.test(folder))
    .join(os === "windows" ? ";" : ":");
}

/**
 * Where a program is, if it is in one of the folders of `path`, the variable
 * PATH. It is looked for and not started.
 */
export function findProgram(
  name: string,
  path: string | undefined,
  os: typeof Deno.build.os = Deno.build.os,
): string | undefined {
  const endings = os === "windows" ? [".exe", ".cmd"] : [""];
  for (const folder of foldersOf(path, os)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (isFile(file)) return file;
    }
  }
  return undefined;
}

/** The folders of the variable PATH. */
export function foldersOf(
  path: string | undefined,
  os: typeof Deno.build.os = Deno.build.os,
): string[] {
  return (path ?? "").split(os === "windows" ? ";" : ":")
    .filter((folder) => folder !== "");
}

/** Whether there is a file at that path, or a link to one. */
export function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/**
 * The path that a person means by `path`. A task runs in the project's folder,
 * and Deno says in INIT_CWD where the person is.
 */
export function fromWorkingFolder(path: string): string {
  const folder = environment("INIT_CWD") ?? Deno.cwd();
  return isAbsolute(path) ? path : join(folder, path);
}
