import { isAbsolute, join } from "node:path";
import { environment } from "./environment.ts";

/**
 * The path that a person means by `path`. A task runs in the project's folder,
 * and Deno says in INIT_CWD where the person is.
 */
export function fromWorkingFolder(path: string): string {
  const folder = environment("INIT_CWD") ?? Deno.cwd();
  return isAbsolute(path) ? path : join(folder, path);
}
