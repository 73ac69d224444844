import { isOfNpx, npxDeno } from "../tests/support/deno_command.ts";
import { environment } from "./environment.ts";
import { findProgram, foldersOf } from "./find_program.ts";

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
  return {
    execPath: Deno.execPath(),
    os: Deno.build.os,
    path: environment("PATH"),
    npmCommand: environment("npm_command"),
  };
}

function withoutNpm(path: string, os: Started["os"]): string {
  return foldersOf(path, os)
    .filter((folder) => !/[\\/](_npx|node_modules)([\\/]|$)/.test(folder))
    .join(os === "windows" ? ";" : ":");
}
