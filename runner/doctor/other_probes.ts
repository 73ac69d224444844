/**
 * The probes that look at anything but bytes that go there and back.
 *
 * @module
 */
import { join, relative } from "node:path";
import { findLessons, pathsOf } from "../course.ts";
import { mostSockets } from "./probed.ts";
import type { Refused } from "./probed.ts";
import { within } from "./within.ts";

/** In ms. Windows asks three times before it gives up, in two seconds. */
const patience = Deno.build.os === "windows" ? 3_000 : 1_500;

/** Connects to a port of 127.0.0.1 that was given back just before. */
export async function connectToNobody(): Promise<Refused> {
  const hostname = "127.0.0.1";
  try {
    const connected = await within(patience, async (keep) => {
      const listener = keep(Deno.listen({ hostname, port: 0 }));
      const { port } = listener.addr;
      listener.close();
      return keep(await Deno.connect({ hostname, port }));
    });
    return connected === undefined ? "silent" : "accepted";
  } catch {
    // Also where there is no loopback at all, of which others tell.
    return "refused";
  }
}

/** How many sockets this process can open besides those that it has. */
export function countSockets(): number {
  const sockets: Deno.Listener[] = [];
  try {
    while (sockets.length < mostSockets) {
      sockets.push(Deno.listen({ hostname: "127.0.0.1", port: 0 }));
    }
  } catch {
    // That was one too many.
  } finally {
    for (const socket of sockets) socket.close();
  }
  return sockets.length;
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
  const [separator, endings] = os === "windows"
    ? [";", [".exe", ".cmd"]]
    : [":", [""]];
  for (const folder of (path ?? "").split(separator)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder !== "" && isFile(file)) return file;
    }
  }
  return undefined;
}

/** The files without which a lesson below `base` cannot be done. */
export function missingFiles(base: string): string[] {
  try {
    return findLessons(base).flatMap((lesson) => {
      const { exercise, stub, checks, page } = pathsOf(lesson, base);
      const needed = [exercise, stub, checks];
      const pages = Object.values(page);
      return [
        ...needed.filter((file) => !isFile(file)),
        // A copy may be in one language only.
        ...(pages.some(isFile) ? [] : [page.en]),
      ];
    }).map((file) => relative(base, file).replaceAll("\\", "/"));
  } catch {
    return ["lessons"];
  }
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
 * Whether Deno takes the path of the course for a part of the pattern by which
 * deno.json names the checks: then `[3]` stands for a folder called `3`.
 */
export function isTakenForPattern(base: string): boolean {
  if (!base.includes("[")) return false;
  const config = JSON.parse(Deno.readTextFileSync(join(base, "deno.json")));
  return config.test.include.some((path: string) => path.includes("*"));
}
