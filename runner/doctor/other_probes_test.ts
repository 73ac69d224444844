import assert from "node:assert/strict";
import { join } from "node:path";
import { findLessons, pathsOf, root } from "../course.ts";
import { countSockets, missingFiles } from "./other_probes.ts";
import { mostSockets } from "./probed.ts";

Deno.test("countSockets() counts and gives them back", () => {
  const first = countSockets();
  assert.ok(first > 0 && first <= mostSockets);
  assert.equal(countSockets(), first);
});

Deno.test({
  name: "countSockets() finds the limit of the system",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const module = new URL("other_probes.ts", import.meta.url);
    const { stdout } = await new Deno.Command("sh", {
      args: [
        "-c",
        'ulimit -n 64 && exec "$0" eval "$1"',
        Deno.execPath(),
        `import { countSockets } from "${module}"; console.log(countSockets())`,
      ],
    }).output();
    const count = Number(new TextDecoder().decode(stdout));
    assert.ok(count > 20 && count < 64, `${count}`);
  },
});

Deno.test("missingFiles() misses nothing here", () => {
  assert.deepEqual(missingFiles(root), []);
});

Deno.test("missingFiles() names what is gone, and is content with one language", () => {
  const base = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    assert.deepEqual(missingFiles(base), ["lessons"]);
    const [lesson] = findLessons();
    const from = pathsOf(lesson);
    const to = pathsOf(lesson, base);
    for (const kind of ["lessons", "tests", "tests/stubs"]) {
      Deno.mkdirSync(join(base, kind, lesson.folder), { recursive: true });
    }
    for (const kind of ["exercise", "stub", "checks"] as const) {
      Deno.copyFileSync(from[kind], to[kind]);
    }
    Deno.copyFileSync(from.page.ko, to.page.ko);
    assert.deepEqual(missingFiles(base), []);
    Deno.removeSync(to.stub);
    Deno.removeSync(to.page.ko);
    assert.deepEqual(missingFiles(base), [
      "tests/stubs/01_socket/socket.ts",
      "lessons/01_socket/README.md",
    ]);
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
});
