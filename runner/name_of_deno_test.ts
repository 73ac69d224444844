import assert from "node:assert/strict";
import { join } from "node:path";
import { isOfNpx, npxDeno } from "../tests/support/deno_command.ts";
import { nameOfDeno } from "./environment.ts";

const { os } = Deno.build;
const execPath = "/opt/deno/deno";
const ofNpx = "/root/.npm/_npx/7a40/node_modules/deno/deno";

/** A folder that holds a `deno`, in the end of a path. */
function withDeno(use: (folder: string) => void, ...below: string[]): void {
  const base = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    const folder = join(base, ...below);
    Deno.mkdirSync(folder, { recursive: true });
    const file = os === "windows" ? "deno.exe" : "deno";
    Deno.writeTextFileSync(join(folder, file), "");
    use(folder);
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
}

Deno.test("nameOfDeno() is deno where deno is on the PATH", () => {
  withDeno((folder) => {
    const path = ["nowhere", folder].join(os === "windows" ? ";" : ":");
    assert.equal(nameOfDeno({ execPath, os, path }), "deno");
  });
});

Deno.test("nameOfDeno() is npx where npx brought this Deno along", () => {
  withDeno((path) => {
    // The other one may be too old for the course.
    assert.equal(
      nameOfDeno({ execPath: ofNpx, os: "linux", path }),
      `npx -y deno@${Deno.version.deno}`,
    );
    assert.equal(
      nameOfDeno({ execPath: "C:\\npm-cache\\_npx\\7a\\d.exe", os: "windows" }),
      `npx.cmd -y deno@${Deno.version.deno}`,
    );
  });
});

for (const folder of ["_npx/7a/node_modules/.bin", "node_modules/.bin"]) {
  Deno.test(`nameOfDeno() finds no deno in ${folder}`, () => {
    withDeno((path) => {
      const started = { execPath, os, path };
      assert.equal(nameOfDeno(started), execPath);
      const npmCommand = "exec";
      assert.equal(nameOfDeno({ ...started, npmCommand }), npxDeno());
    }, ...folder.split("/"));
  });
}

Deno.test("nameOfDeno() is the way to a Deno that is nowhere on the PATH", () => {
  const path = "/nowhere";
  assert.equal(nameOfDeno({ execPath, os: "linux", path }), execPath);
  const spaced = "/my programs/deno";
  assert.equal(
    nameOfDeno({ execPath: spaced, os: "linux", path }),
    `"${spaced}"`,
  );
});

Deno.test({
  name: "nameOfDeno() is deno where the PATH may not be read",
  permissions: { read: [Deno.cwd()], env: true },
  fn() {
    assert.equal(nameOfDeno({ execPath, os: "linux" }), "deno");
    if (!isOfNpx(Deno.execPath())) assert.equal(nameOfDeno(), "deno");
  },
});
