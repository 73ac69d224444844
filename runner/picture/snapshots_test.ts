import assert from "node:assert/strict";
import { widthOf } from "../screen/width.ts";
import { load, pathOf, recorded } from "./fixtures/recorded.ts";
import { textsOf } from "./fixtures/snapshots.ts";

const renew =
  "Look at the difference. If it is wanted: deno run -A runner/picture/fixtures/renew.ts";

for (const one of recorded) {
  const texts = textsOf(load(one));
  for (const [suffix, text] of Object.entries(texts)) {
    Deno.test(`pictures of "${one.shows}" are as kept (${suffix})`, () => {
      const kept = Deno.readTextFileSync(pathOf(one, suffix));
      assert.equal(text, kept, text === kept ? "" : difference(text, kept));
    });
  }

  Deno.test(`the pictures of "${one.shows}" fit into 80 columns`, () => {
    for (const [suffix, text] of Object.entries(texts)) {
      if (!suffix.endsWith(".txt") || suffix === ".steps.txt") continue;
      const wide = text.split("\n").filter((line) => widthOf(line) > 80);
      assert.deepEqual(wide, []);
    }
    // deno-lint-ignore no-control-regex
    assert.match(texts[".ascii.txt"], /^[\x0a\x20-\x7e]+$/);
    assert.match(texts[".ko.txt"], /[가-힣]/);
  });
}

/** The first lines that differ, one above the other. */
function difference(text: string, kept: string): string {
  const [now, before] = [text.split("\n"), kept.split("\n")];
  const at = now.findIndex((line, i) => line !== before[i]);
  const from = at < 0 ? now.length : at;
  return [
    `line ${from + 1} differs`,
    ...before.slice(from, from + 3).map((line) => `- ${line}`),
    ...now.slice(from, from + 3).map((line) => `+ ${line}`),
    renew,
  ].join("\n");
}

/** What a newcomer must be able to point at, in each of the mistakes. */
const mistakes: Record<string, RegExp> = {
  hang: /^ +\d+ recv\(\) +✗ NEVER RETURNED/m,
  leak: /^ +\d+ connect\(\) +✗ NEVER CLOSED/m,
  reset: /^ +\d+ recv\(\) +│◄─+ RST: broken off/m,
  lost_datagram: /"question 2", never read/,
  serial_server: /^ +┆ +│◄─+ 6 bytes "cherry"/m,
  wrong_bytes: /^ +\d+ send\(\) +│─+ [\d,]+ bytes/m,
};

for (const [shows, sign] of Object.entries(mistakes)) {
  Deno.test(`the picture of "${shows}" shows the mistake`, () => {
    const one = recorded.find((other) => other.shows === shows)!;
    assert.match(textsOf(load(one))[".en.txt"], sign);
  });
}
