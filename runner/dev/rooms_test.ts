/**
 * The house: which folder may import from which. A room may use the rooms
 * below it in this list and none above it, so there is no circle, and whoever
 * changes a room knows who may notice.
 *
 * @module
 */
import assert from "node:assert/strict";
import { dirname, join, relative } from "node:path";
import { filesBelow, root } from "../course.ts";

/** From the roof to the ground. */
const rooms = [
  "runner/dev",
  "runner/dev/systems",
  "runner/doctor",
  "runner/desk",
  "runner/try",
  "runner/instructor/mark",
  "runner/instructor/distribute",
  "runner/instructor/platforms",
  "runner/instructor/report",
  "runner/instructor/collect",
  "runner/instructor",
  "runner/archive",
  "runner/lesson",
  "runner/player",
  "runner/syscalls",
  "runner/picture",
  "runner/screen",
  "runner/run",
  "runner",
  "tests/support",
];

/** How many files there may be: more, and nobody finds a thing by its name. */
const mostFiles = 230;

/** How long a file may be: longer, and it is more than one thing. */
const mostLines = 450;

/** The sources of a folder and below, but for tests and what they are fed. */
function sources(folder: string): string[] {
  return filesBelow(root, folder).filter((path) =>
    /(?<!_test)\.ts$/.test(path) && !path.includes("/fixtures/")
  );
}

const files = [...sources("runner"), ...sources("tests/support")];

/** The room of a file: the deepest folder of the list that it lies in. */
function roomOf(file: string): number {
  const depth = (room: string) =>
    file.startsWith(`${room}/`) ? room.length : -1;
  const lengths = rooms.map(depth);
  return lengths.indexOf(Math.max(...lengths));
}

/** What a file imports of ours, as paths from the course's folder. */
function importsOf(file: string): string[] {
  const text = Deno.readTextFileSync(join(root, file))
    .replaceAll(/\/\*\*.*?\*\//gs, "");
  return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+\.ts)"/g)]
    .map(([, to]) =>
      relative(root, join(root, dirname(file), to)).replaceAll("\\", "/")
    );
}

/** A door loads what is behind it, and nobody imports a door. */
const isDoor = (file: string) => /(^|\/)(main|nc)\.ts$/.test(file);

Deno.test("rooms import downwards only", () => {
  const upwards = files.filter((file) => !isDoor(file)).flatMap((file) =>
    importsOf(file).filter((to) => roomOf(to) < roomOf(file))
      .map((to) => `${file} imports ${to}`)
  );
  assert.deepEqual(upwards, []);
});

Deno.test("rooms hold files that can be found by name, none too long", () => {
  assert.ok(files.length <= mostFiles, `there are ${files.length} files`);
  const long = files.filter((file) =>
    Deno.readTextFileSync(join(root, file)).split("\n").length - 1 > mostLines
  );
  assert.deepEqual(long, []);
});

Deno.test("CONTRIBUTING.md has the rooms in their order", () => {
  const page = Deno.readTextFileSync(join(root, "CONTRIBUTING.md"));
  const rows = [...page.matchAll(/^\| `([\w/]+)` +\|/gm)].map(([, room]) =>
    room
  );
  assert.deepEqual(rows.filter((row) => rooms.includes(row)), rooms);
});
