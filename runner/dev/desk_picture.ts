/**
 * Takes the pictures of the desk that README.md shows, in light and in dark:
 * `deno run -A runner/dev/desk_picture.ts`. It needs a browser.
 *
 * @module
 */
import { join } from "node:path";
import { findLessons, root } from "../course.ts";
import { inChrome } from "../fixtures/chrome.ts";
import { linesUntil } from "../fixtures/command.ts";
import { pathsOf } from "./answers.ts";
import { withCopy } from "./copy.ts";

/** A server that serves one client after the other, as many first ones do. */
const program = `
export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  for await (const conn of listener) {
    await echo(conn);
  }
}

async function echo(conn: Deno.TcpConn): Promise<number> {
  using _conn = conn;
  const buffer = new Uint8Array(1024);
  let size = 0;
  for (;;) {
    const n = await conn.read(buffer);
    if (n === null) return size;
    for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
    size += n;
  }
}

export async function serveNumbered(listener: Deno.TcpListener): Promise<void> {
  await serveEcho(listener);
}
`.trimStart();

/** Where a picture is kept. */
function pathOf(scheme: "light" | "dark"): string {
  return join(root, "runner", "desk", `picture_${scheme}.png`);
}

/** Takes both pictures. */
async function takePictures(): Promise<void> {
  await withCopy({ solved: true }, async (base) => {
    const lesson = findLessons(base).find(({ number }) => number === 11)!;
    Deno.writeTextFileSync(pathsOf(lesson, base).exercise, program);
    const child = new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "desk", "11", "--no-browser", "--lang=en"],
      cwd: base,
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    try {
      const said = await linesUntil(child.stdout)("http://");
      await inChrome(async (page) => {
        await page.look(1280);
        await page.go(/http:\S+/.exec(said)![0]);
        await page.see(`document.getElementById("tab-verdict").click()`);
        await page.until(`document.querySelector(".film .now") !== null`);
        // At the end of the film, the last client stands in the queue.
        await page.press("End");
        for (const scheme of ["light", "dark"] as const) {
          await page.look(1280, scheme);
          Deno.writeFileSync(pathOf(scheme), await page.picture());
        }
      });
    } finally {
      child.kill("SIGINT");
      await child.status;
    }
  });
}

if (import.meta.main) await takePictures();
