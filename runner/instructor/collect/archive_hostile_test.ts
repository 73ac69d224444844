import assert from "node:assert/strict";
import { join } from "node:path";
import {
  deflatedZeros,
  gzippedZeros,
  tarOf,
  zipOf,
} from "../../archive/fixtures/archives.ts";
import type { Zipped } from "../../archive/fixtures/archives.ts";
import { inFolder, take } from "./fixtures/submissions.ts";

const exercise = "lessons/03_connect/connect.ts";
const good = { name: "lessons/06_close/close.ts", content: "mine" };
const gibibyte = 2 ** 30;

/** Takes in an archive, and asserts that it took little and left nothing. */
async function takeBytes(
  name: string,
  bytes: Uint8Array,
  use: (taken: Awaited<ReturnType<typeof take>>) => void,
): Promise<void> {
  await inFolder(async (base) => {
    Deno.writeFileSync(join(base, name), bytes);
    const before = Deno.memoryUsage().rss;
    const taken = await take(join(base, name));
    assert.ok(Deno.memoryUsage().rss - before < 200 * 1024 * 1024);
    assert.deepEqual([...Deno.readDirSync(base)].length, 2);
    use(taken);
  });
}

Deno.test({
  name: "takeIn() opens no ZIP file of a gibibyte of zeros",
  fn: () =>
    takeBytes(
      "kim.zip",
      zipOf([good, {
        name: exercise,
        content: deflatedZeros(1024),
        method: 8,
        size: gibibyte,
      }]),
      ({ files, said }) => {
        assert.deepEqual(files, {});
        assert.equal(said.length, 1);
        assert.match(said[0], /^tampering: .*would unpack to 1,025 MiB/);
      },
    ),
});

Deno.test({
  name: "takeIn() reads no more from a ZIP file than its list says",
  fn: () =>
    takeBytes(
      "kim.zip",
      zipOf([good, {
        name: exercise,
        content: deflatedZeros(1024),
        method: 8,
        size: 100,
      }]),
      ({ files, said }) => {
        assert.deepEqual(files, { "06_close/close.ts": "mine" });
        assert.match(said[0], /^tampering: .*than its list of contents says/);
      },
    ),
});

Deno.test({
  name: "takeIn() takes no member that is shorter than the list says",
  fn: () =>
    takeBytes(
      "kim.zip",
      zipOf([{ ...good, size: 1_000_000 }, {
        name: exercise,
        content: "mine",
      }]),
      ({ files, lessons }) => {
        assert.deepEqual(files, { "03_connect/connect.ts": "mine" });
        assert.deepEqual(lessons, ["03_connect"]);
      },
    ),
});

Deno.test({
  name: "takeIn() counts sizes that are greater than any number",
  fn: () =>
    takeBytes(
      "kim.zip",
      zipOf([{ name: exercise, content: "mine", size: 0xfffffffe }]),
      ({ files, said }) => {
        assert.deepEqual(files, {});
        assert.match(said[0], /^tampering: .*would unpack/);
      },
    ),
});

for (
  const [what, bytes] of [
    ["zeros", () => gzippedZeros(1024)],
    ["a file of zeros", () => gzippedTar()],
  ] as const
) {
  Deno.test({
    name: `takeIn() unpacks no gibibyte from a .tar.gz of ${what}`,
    fn: () =>
      takeBytes("kim.tar.gz", bytes(), ({ files, said }) => {
        assert.deepEqual(files, {});
        assert.match(said[0], /^tampering: The archive was not opened/);
      }),
  });
}

/** Two members of gzip, one behind the other, which unpack as one. */
function gzippedTar(): Uint8Array {
  const header = tarOf([{ name: exercise, size: gibibyte }]).subarray(0, 512);
  const stored = new Uint8Array([
    ...[31, 139, 8, 0, 0, 0, 0, 0, 0, 255],
    // One block of deflate that is stored as it is, and is not the last.
    ...[0, 0, 2, 255, 253],
    ...header,
  ]);
  const zeros = gzippedZeros(1024).subarray(10);
  const all = new Uint8Array(stored.length + zeros.length);
  all.set(stored);
  all.set(zeros, stored.length);
  return all;
}

Deno.test({
  name:
    "takeIn() opens no archive of 6,000 members, and says what they usually are",
  fn: async () => {
    const members: Zipped[] = Array.from({ length: 6_000 }, (_, i) => ({
      name: `modules/${i}.js`,
    }));
    members.push(good);
    for (
      const [name, bytes] of [
        ["kim.zip", zipOf(members)],
        ["kim.tar", tarOf(members.map(({ name }) => ({ name: `${name}` })))],
      ] as const
    ) {
      await takeBytes(name, bytes, ({ files, said }) => {
        assert.deepEqual(files, {});
        assert.match(said[0], /^note: .*more than 5000 members.*libraries/);
      });
    }
  },
});

Deno.test({
  name: "takeIn() opens no archive that unpacks to more than 64 MiB",
  fn: () =>
    takeBytes(
      "kim.tar",
      tarOf([good, { name: "a", content: new Uint8Array(65 * 1024 * 1024) }]),
      ({ files, said }) => {
        assert.deepEqual(files, {});
        assert.match(
          said[0],
          /^note: .*66 MiB or more, and 64 MiB is the limit/,
        );
      },
    ),
});

Deno.test({
  name:
    "takeIn() writes only names of lessons, whatever the names in an archive",
  fn: () =>
    takeBytes(
      "kim.zip",
      zipOf([
        { name: `../../${exercise}`, content: "x" },
        { name: `/${exercise}`, content: "x" },
        { name: `a/../${exercise}`, content: "x" },
        { name: "lessons/03_connect/../../../evil.ts", content: "x" },
        { name: `kim/${exercise}/../../../evil.ts`, content: "x" },
        good,
      ]),
      ({ files, said }) => {
        assert.deepEqual(files, { "06_close/close.ts": "mine" });
        assert.match(said[0], /^tampering: /);
      },
    ),
});

Deno.test({
  name: "takeIn() shows no name from an archive that moves the cursor",
  fn: () =>
    takeBytes(
      "kim.tar",
      tarOf([{ name: "../\x1b[2J\u202eevil.ts", content: "x" }, good]),
      ({ remarks }) => {
        const { en, ko } = remarks[0].text;
        assert.doesNotMatch(en + ko, /\p{C}/u);
      },
    ),
});
