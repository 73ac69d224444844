/**
 * That the contributors' page speaks of the tree as it is.
 *
 * @module
 */
import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { root } from "../course.ts";

/** Whether a word names a file or a folder: `a/b`, `a/`, `b.ts`. */
function isPath(word: string): boolean {
  return /^[\w./-]+$/.test(word) && !/^[.\d/]/.test(word) &&
    (word.includes("/") || /\.(ts|md|json|txt|yml)$/.test(word));
}

/**
 * The paths in a page, from code between backticks and from blocks without a
 * language, which are drawings.
 */
function pathsIn(markdown: string): string[] {
  const drawings = [...markdown.matchAll(/^```text\n([^]*?)^```$/gm)];
  const code = markdown.replaceAll(/^```[^]*?^```$/gm, "")
    .matchAll(/`([^`\n]+)`/g);
  return [...drawings, ...code].flatMap(([, text]) => text.split(/[\s,]+/))
    .filter(isPath)
    // The lesson that stands for any.
    .map((path) => path.replace("NN_name", "03_connect"))
    .map((path) => path.replace(/\/$/, ""));
}

/** All files and folders of the project, with "/". */
function tree(folder: string = root): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    if (name === ".git" || name === "node_modules") return [];
    const path = join(folder, name);
    const own = relative(root, path).replaceAll("\\", "/");
    return isDirectory ? [own, ...tree(path)] : [own];
  });
}

/** The lesson that the page invents to show how one is added. */
const invented = /^solutions\/13_frame\/|^sends_no_length(__how)?\.ts$/;

Deno.test("CONTRIBUTING.md names no file that does not exist", () => {
  const page = Deno.readTextFileSync(join(root, "CONTRIBUTING.md"))
    .replaceAll("\r\n", "\n");
  const paths = tree();
  const named = pathsIn(page).filter((path) => !invented.test(path));
  assert.ok(named.length > 80, `${named.length} paths were found`);
  const gone = named.filter((path) =>
    !paths.some((one) => one === path || one.endsWith(`/${path}`))
  );
  assert.deepEqual(gone, []);
});
