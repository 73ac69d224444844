import assert from "node:assert/strict";
import { join } from "node:path";
import { languages } from "../../tests/support/text.ts";
import { look } from "../fixtures/verdicts.ts";
import { tested } from "../version.ts";
import { widthOf } from "../screen/width.ts";
import { renderFinding, renderFindings } from "./doctor_command.ts";
import { findings, isUsable } from "./findings.ts";
import { needsOf } from "./probes.ts";
import type { Machine } from "./probes.ts";

const reached = { state: "reached", ms: 0.1 } as const;
const late = { state: "reached", ms: 31.4 } as const;
const silent = { state: "silent" } as const;
const changed = { state: "changed" } as const;
const failed = (number: number) =>
  ({ state: "failed", error: `Boom (os error ${number})` }) as const;

/** A machine of which there is nothing to be said. */
const healthy: Machine = {
  deno: tested,
  typed: "deno",
  os: "linux",
  stream: reached,
  datagrams: reached,
  everywhere: reached,
  second: reached,
  ipv6: reached,
  refused: "refused",
  resets: true,
  sockets: 300,
  proxies: [],
  strace: "/usr/bin/strace",
  code: "/usr/bin/code",
  settings: true,
  columns: 80,
  locale: "ko_KR.UTF-8",
  course: "1.2.3",
  needs: {
    udp: [1, 5],
    everywhere: [8],
    "second address": [3, 5],
    ipv6: [3, 6],
    resets: [4, 7],
    sockets: [11],
  },
  missing: [],
};
const noNeeds = needsOf("/nowhere");

/** Machines that nobody has, by how they differ from that one. */
const machines: Record<string, Partial<Machine>> = {
  "a newer Deno": { deno: "99.0.0" },
  "npx on Windows": { os: "windows", typed: "npx.cmd -y deno@2.9.6" },
  "no loopback": { stream: failed(1) },
  "a firewall before TCP": { stream: silent },
  "something that takes connections": { stream: changed },
  "a slow loopback": { stream: late },
  "a firewall before UDP": { datagrams: silent },
  "a firewall before UDP and a listener everywhere": {
    datagrams: silent,
    everywhere: silent,
  },
  "a firewall before UDP, which no lesson needs": {
    datagrams: silent,
    needs: noNeeds,
  },
  "too few descriptors for UDP": { datagrams: failed(24) },
  "a listener that may not be everywhere": { everywhere: failed(1) },
  "a port that Windows keeps back": { os: "windows", stream: failed(10013) },
  "ports that accept whatever comes": { refused: "accepted" },
  "ports that say nothing": { refused: "silent" },
  "resets that are lost": { resets: false },
  "Linux without 127.0.0.2": { second: failed(99) },
  "Linux with too few descriptors for 127.0.0.2": { second: failed(24) },
  "macOS, which has no 127.0.0.2": { os: "darwin", second: failed(49) },
  "neither 127.0.0.2 nor IPv6": { second: failed(99), ipv6: failed(97) },
  "no IPv6": { ipv6: failed(97) },
  "few descriptors": { sockets: 229 },
  "just enough descriptors": { sockets: 230 },
  "a proxy": { proxies: ["HTTP_PROXY", "all_proxy"] },
  "Linux without strace": { strace: undefined },
  "no VS Code": { code: undefined },
  "VS Code without the course's settings": { settings: false },
  "VS Code and no deno": { typed: "npx -y deno@2.9.6" },
  "an old locale": { locale: "ko_KR.eucKR" },
  "a narrow terminal": { columns: 79 },
  "no terminal at all": { columns: undefined },
  "missing files": {
    missing: ["a.ts", "b.ts", "c.ts", "d.ts"],
    changes: [],
  },
  "a folder with brackets in its name": { unseen: "/home/kim/[3]" },
  "edited checks": { changes: [{ path: "tests/a.ts", state: "edited" }] },
  "checks as they were handed out": { changes: [] },
};

/** What is said of each of them that is not said of the good one. */
function allSaid(): string {
  const good = findings(healthy).map((one) => JSON.stringify(one));
  const parts = Object.entries(machines).map(([what, machine]) => {
    const found = findings({ ...healthy, ...machine })
      .filter((finding) => !good.includes(JSON.stringify(finding)));
    const lines = languages.flatMap((language) =>
      found.flatMap((one) => renderFinding(one, { ...look, language }))
    );
    const abouts = found.map(({ about }) => about).join(", ");
    return [`== ${what}: ${abouts}`, ...lines, ""].join("\n");
  });
  return parts.join("\n");
}

const kept = join(import.meta.dirname!, "fixtures", "findings.txt");

Deno.test("findings() says what is kept in findings.txt", () => {
  const text = Deno.readTextFileSync(kept).replaceAll("\r\n", "\n");
  assert.equal(allSaid(), text, "see the end of findings_test.ts");
});

Deno.test("renderFinding() fits everything into 80 columns", () => {
  const wide = allSaid().split("\n").filter((line) => widthOf(line) > 80);
  assert.deepEqual(wide, []);
});

Deno.test("findings() has nothing but good to tell of a good machine", () => {
  const found = findings(healthy);
  assert.ok(found.every(({ state, todo }) => state === "ok" && !todo));
  assert.ok(isUsable(found));
});

Deno.test("findings() blames nothing else for a loopback that is down", () => {
  const machine = { ...healthy, stream: failed(1), refused: "silent" } as const;
  const about = findings(machine).map((finding) => finding.about);
  assert.ok(!about.includes("refusal") && !about.includes("everywhere"));
});

Deno.test("renderFindings() names states, and counts what there is", () => {
  const found = findings({ ...healthy, code: undefined, sockets: 9 });
  const english = renderFindings(found, look);
  assert.ok(english.some((line) => line.startsWith("PROBLEM  Only 9")));
  assert.match(english.at(-1)!, /^This machine cannot run all .*: 1$/);
  const korean = renderFindings(findings(healthy), { ...look, language: "ko" });
  assert.equal(korean[0], `정상  Deno ${tested}`);
  assert.match(korean.at(-1)!, /실습할 수 있습니다\. 참고: 0개$/);
});

// `deno run -A runner/doctor/findings_test.ts` keeps what is said now. Read the
// difference before you commit it.
if (import.meta.main) Deno.writeTextFileSync(kept, allSaid());
