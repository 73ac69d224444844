import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";
import { reset } from "./reset.ts";

const lesson: Lesson = { number: 3, name: "connect", folder: "03_connect" };
const stub = "export function ask() {\n  throw new Error();\n}\n";

/** Resets in a course that holds `exercise`, and looks at what is left. */
function inCourse(
  exercise: string | Uint8Array | undefined,
  use: (again: () => ReturnType<typeof reset>, folder: string) => void,
): void {
  const base = Deno.makeTempDirSync();
  try {
    const paths = pathsOf(lesson, base);
    Deno.mkdirSync(dirname(paths.stub), { recursive: true });
    Deno.writeTextFileSync(paths.stub, stub);
    const folder = dirname(paths.exercise);
    if (exercise !== undefined) {
      Deno.mkdirSync(folder, { recursive: true });
      if (typeof exercise === "string") {
        Deno.writeTextFileSync(paths.exercise, exercise);
      } else Deno.writeFileSync(paths.exercise, exercise);
    }
    use(() => reset(lesson, base), folder);
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
}

const namesIn = (folder: string) =>
  [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

const readIn = (folder: string, name: string) =>
  Deno.readTextFileSync(join(folder, name));

Deno.test("reset() puts the stub back and keeps the file beside it", () => {
  inCourse("mine", (again, folder) => {
    const { en, ko } = again();
    assert.equal(readIn(folder, "connect.ts"), stub);
    assert.equal(readIn(folder, "connect.mine.ts"), "mine");
    assert.match(en, /Yours is kept as connect\.mine\.ts\./);
    assert.match(ko, /connect\.mine\.ts/);
  });
});

Deno.test("reset() keeps a second file under another name", () => {
  inCourse("first", (again, folder) => {
    again();
    Deno.writeTextFileSync(join(folder, "connect.ts"), "second");
    const { en } = again();
    assert.equal(readIn(folder, "connect.ts"), stub);
    assert.equal(readIn(folder, "connect.mine.ts"), "first");
    assert.equal(readIn(folder, "connect.mine2.ts"), "second");
    assert.match(en, /connect\.mine2\.ts/);
  });
});

Deno.test("reset() makes a file that is missing", () => {
  inCourse(undefined, (again, folder) => {
    const { en } = again();
    assert.equal(readIn(folder, "connect.ts"), stub);
    assert.deepEqual(namesIn(folder), ["connect.ts"]);
    assert.equal(en, "connect.ts is as it was handed out.");
  });
});

Deno.test("reset() leaves a file alone that already is the stub", () => {
  inCourse(stub, (again, folder) => {
    const { en, ko } = again();
    assert.deepEqual(namesIn(folder), ["connect.ts"]);
    assert.match(en, /already/);
    assert.match(ko, /이미/);
  });
});

Deno.test("reset() keeps a file that is no text, byte by byte", () => {
  const bytes = new Uint8Array([0xff, 0x00, 0xc3, 0x28]);
  inCourse(bytes, (again, folder) => {
    again();
    const kept = Deno.readFileSync(join(folder, "connect.mine.ts"));
    assert.deepEqual(kept, bytes);
    assert.equal(readIn(folder, "connect.ts"), stub);
  });
});

Deno.test("reset() keeps a folder that stands in the place of the file", () => {
  inCourse(undefined, (again, folder) => {
    Deno.mkdirSync(join(folder, "connect.ts"), { recursive: true });
    again();
    assert.equal(readIn(folder, "connect.ts"), stub);
    assert.deepEqual(namesIn(folder), ["connect.mine.ts", "connect.ts"]);
  });
});
