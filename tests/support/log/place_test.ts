import assert from "node:assert/strict";
import { findPlace } from "./place.ts";

const any = () => true;

function stack(...lines: string[]): { stack: string } {
  return { stack: ["Error: no", ...lines].join("\n") };
}

Deno.test("findPlace() reads a frame with a function's name", () => {
  const error = stack("    at ask (file:///course/connect.ts:12:9)");
  assert.deepEqual(findPlace(error, any), {
    file: "connect.ts",
    line: 12,
    column: 9,
    url: "file:///course/connect.ts",
  });
});

Deno.test("findPlace() reads frames without a name, and async ones", () => {
  for (const words of ["", "async ", "new ", "async Promise.all (index 0), "]) {
    const error = stack(`    at ${words}file:///course/connect.ts:3:1`);
    assert.equal(findPlace(error, any)?.line, 3, words);
  }
  const asked = stack("    at async Server.ask (file:///c/connect.ts:4:2)");
  assert.equal(findPlace(asked, any)?.line, 4);
});

Deno.test("findPlace() gives the innermost line of the exercise", () => {
  const error = stack(
    "    at read (ext:deno_net/01_net.js:139:27)",
    "    at read (file:///course/tests/support/track.ts:50:9)",
    "    at inner (file:///course/connect.ts:7:3)",
    "    at outer (file:///course/connect.ts:20:3)",
  );
  const isExercise = (url: string) => url === "file:///course/connect.ts";
  assert.equal(findPlace(error, isExercise)?.line, 7);
});

Deno.test("findPlace() reads encoded names of folders and files", () => {
  const folders = [
    "file:///home/my%20course/connect.ts",
    "file:///home/100%25/connect.ts",
    "file:///home/%EA%B3%BC%EC%A0%9C/connect.ts",
    "file:///C:/Users/kim/connect.ts",
    "file://server/share/connect.ts",
  ];
  for (const url of folders) {
    const place = findPlace(stack(`    at ask (${url}:5:6)`), any);
    assert.deepEqual(place, { file: "connect.ts", line: 5, column: 6, url });
  }
  const spaces = stack("    at file:///home/my course/connect.ts:5:6");
  assert.equal(
    findPlace(spaces, any)?.url,
    "file:///home/my course/connect.ts",
  );
  const korean = stack("    at ask (file:///a/%EC%97%B0%EA%B2%B0.ts:5:6)");
  assert.equal(findPlace(korean, any)?.file, "연결.ts");
});

Deno.test("findPlace() takes the address, and not the name of a function", () => {
  const line = "    at x (file:///a.ts:1:1) (file:///b.ts:2:2)";
  assert.equal(findPlace(stack(line), any)?.file, "b.ts");
});

Deno.test("findPlace() gives nothing where there is no such line", () => {
  assert.equal(findPlace(stack(), any), undefined);
  assert.equal(findPlace(stack("    at ext:core/01.js:1:1"), any), undefined);
  const error = stack("    at ask (file:///course/connect.ts:12:9)");
  assert.equal(findPlace(error, () => false), undefined);
});

Deno.test("findPlace() is not misled by a message or a strange stack", () => {
  const quoted = { stack: "Error: see file:///course/connect.ts:1:1" };
  assert.equal(findPlace(quoted, any), undefined);
  assert.equal(findPlace({}, any), undefined);
  assert.equal(findPlace({ stack: 3 as unknown as string }, any), undefined);
});

Deno.test("findPlace() finds the line of an error that was really thrown", () => {
  const place = findPlace(new Error("here"), any);
  assert.equal(place?.file, "place_test.ts");
  assert.equal(place?.url, import.meta.url);
});
