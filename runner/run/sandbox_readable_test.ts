import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { messagesOf } from "../../tests/support/verdict/told.ts";
import { pathsOf, root } from "../course.ts";
import { connectingBy, lesson } from "../fixtures/grade_text.ts";
import { moduleUrl } from "../module_url.ts";
import { runChecks } from "./checks.ts";
import { listOfPaths, readableBy } from "./sandbox.ts";

/** Two people's folders, with these files in the folder of the first. */
function withSubmissions<T>(
  files: Record<string, string>,
  use: (instead: string, base: string) => T,
): T {
  const base = Deno.realPathSync(
    Deno.makeTempDirSync({ prefix: "socketlings_" }),
  );
  const end = () => Deno.removeSync(base, { recursive: true });
  // A comma in a name must not part a path in two, and allow the first.
  const folder = join(base, "Kim, Lee", "03_connect");
  const other = join(base, "Park", "03_connect");
  Deno.mkdirSync(join(base, "Kim"));
  Deno.writeTextFileSync(join(base, "Kim", "x.ts"), "");
  for (const path of [folder, other]) Deno.mkdirSync(path, { recursive: true });
  Deno.writeTextFileSync(join(other, "connect.ts"), "export const x = 'PARK';");
  Deno.writeTextFileSync(join(other, "data.json"), '"PARK"');
  for (const [name, text] of Object.entries(files)) {
    Deno.mkdirSync(dirname(join(folder, name)), { recursive: true });
    Deno.writeTextFileSync(join(folder, name), text);
  }
  const used = use(join(folder, "connect.ts"), base);
  if (used instanceof Promise) return used.finally(end) as T;
  end();
  return used;
}

/** What the first failure says of an exercise that does `body` in a check. */
async function wordsOf(
  instead: string,
  body: string,
  head = "",
): Promise<string> {
  Deno.writeTextFileSync(instead, head + connectingBy(body));
  const { outcomes, stopped } = await runChecks({ lesson, instead });
  assert.equal(stopped, undefined);
  return outcomes.map(({ told }) => messagesOf(told).en).join("\n");
}

Deno.test("readableBy() are the checks and one folder", () => {
  const { exercise, stub, checks, checksOwn } = pathsOf(lesson);
  assert.deepEqual(readableBy(lesson, exercise), [
    join(root, "tests", "support"),
    checksOwn,
    stub,
    checks,
    dirname(exercise),
  ]);
});

Deno.test("readableBy() leave a file alone where its folder leads out", () => {
  const last = (path: string) => readableBy(lesson, path).at(-1);
  const hostile = join(root, "tests", "hostile", "imports_npm.ts");
  assert.equal(last(hostile), hostile);
  for (const name of ["x.cjs", "deep/er/x.CTS"]) {
    withSubmissions({ [name]: "" }, (path) => assert.equal(last(path), path));
  }
  const many = Array.from({ length: 1_001 }, (_, i) => [`${i}.ts`, ""]);
  withSubmissions(
    Object.fromEntries(many),
    (path) => assert.equal(last(path), path),
  );
  withSubmissions({ "help.ts": "" }, (path) => {
    assert.equal(last(path), dirname(path));
    if (Deno.build.os === "windows") return;
    Deno.symlinkSync("../../Park", join(dirname(path), "friend"));
    assert.equal(last(path), path);
  });
});

Deno.test("listOfPaths() knows when no comma can be kept out", () => {
  assert.throws(() => listOfPaths(["/a,b", "/c,d"], ["/"]), /with a comma/);
});

Deno.test("runChecks() follows no settings beside an exercise", async () => {
  const settings = { imports: { own: "../lesson/options.ts", zz: "node:net" } };
  const files = {
    "deno.json": JSON.stringify(settings),
    "package.json": '{"imports":{"#zz":"node:net"},"dependencies":{"a":"*"}}',
    ".env": "OWN=1",
    "help.ts": "",
  };
  await withSubmissions(files, async (instead) => {
    const words = await wordsOf(
      instead,
      `  const got: string[] = [];
  for (const name of ["own", "zz", "#zz", "a"]) {
    await import(name).then(() => got.push(name), () => {});
  }
  throw new Error("got [" + got + "]");`,
    );
    assert.ok(words.includes("got []"), words);
  });
});

Deno.test("runChecks() lets an exercise import what lies beside it", async () => {
  const files = {
    "help.ts": `export { text } from "./deep/text.mjs";`,
    "deep/text.mjs": "export const text = 'found';",
    "data.json": '"read"',
  };
  await withSubmissions(files, async (instead) => {
    const words = await wordsOf(
      instead,
      `  const type = "json";
  const data = await import("./data.json", { with: { type } });
  throw new Error(text + " and " + data.default);`,
      `import { text } from "./help.ts";\n`,
    );
    assert.match(words, /found and read/);
  });
});

const course = moduleUrl(root);

const foreign: [string, string][] = [
  ["another's file", `import(\`../../Park/03_connect/connect.ts\`)`],
  [
    "another's file, computed",
    `import("../../Park/" + "03_connect/connect.ts")`,
  ],
  [
    "another's data",
    `import("../../Park/" + "03_connect/data.json", { with: { type: "json" } })`,
  ],
  ["a file of the first half of a name", `import("../../Kim/" + "x.ts")`],
  ["a text", `import("/etc/" + "hostname", { with: { type: "text" } })`],
  [
    "a text by its URL",
    `import("file:///etc/" + "hostname", { with: { type: "text" } })`,
  ],
  [
    "the bytes of a file",
    `import("/etc/" + "hostname", { with: { type: "bytes" } })`,
  ],
  [
    "a module within a blob",
    `import(URL.createObjectURL(new Blob(
    ["export * from '" + new URL("../../Park/03_connect/connect.ts", import.meta.url) + "'"],
    { type: "text/javascript" })))`,
  ],
  [
    "the solution",
    `import("${course}/solutions/03_connect/" + "connect.ts")`,
  ],
  [
    "another lesson",
    `Deno.readTextFile(new URL("${course}/lessons/04_read_write/README.md"))`,
  ],
  [
    "another's file as text",
    `Deno.readTextFile(new URL("../../Park/03_connect/connect.ts", import.meta.url))`,
  ],
  [
    "where another's link leads",
    `Deno.readDir(new URL("../../Park", import.meta.url))[Symbol.asyncIterator]().next()`,
  ],
];

Deno.test("runChecks() lets an exercise import nothing from elsewhere", async () => {
  await withSubmissions({}, async (instead) => {
    const ways = foreign.map(([name, way]) => `
  await (async () => await ${way})().then(
    () => got.push(${JSON.stringify(name)}),
    (error: Error) => refused += Number(
      /^Blocked by null|^The checks do not allow|not a valid module type/.test(error.message)),
  );`);
    const words = await wordsOf(
      instead,
      `  const got: string[] = [];
  let refused = 0;${ways.join("")}
  throw new Error("refused " + refused + ", got [" + got + "]");`,
    );
    assert.ok(words.includes(`refused ${foreign.length}, got []`), words);
  });
});

Deno.test("runChecks() gives no exercise a require() by a file beside it", async () => {
  const common = `exports.net = require("node:net");`;
  const files = { "x.cjs": common, "package.json": '{"type":"commonjs"}' };
  for (const [name, text] of Object.entries(files)) {
    await withSubmissions({ [name]: text, "y.js": common }, async (instead) => {
      const words = await wordsOf(
        instead,
        `  const got: string[] = [];
  for (const path of ["./x.cjs", "./y.js", "./x.%63js"]) {
    await import(path).then(({ net }) => got.push(typeof net), () => {});
  }
  throw new Error("got [" + got + "]");`,
      );
      assert.ok(words.includes("got []"), words);
    });
  }
});
