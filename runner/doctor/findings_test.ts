import assert from "node:assert/strict";
import { languages } from "../../tests/support/text.ts";
import { plain } from "../style.ts";
import { widthOf } from "../width.ts";
import { findings, isUsable } from "./findings.ts";
import { healthy } from "./fixtures.ts";
import { networkCases } from "./network_cases.ts";
import { renderFindings } from "./render.ts";
import { toolCases } from "./tool_cases.ts";

for (
  const { what, machine, about, state, en, ko } of [
    ...networkCases,
    ...toolCases,
  ]
) {
  Deno.test(`findings() tells of ${what}: ${state}`, () => {
    const found = findings({ ...healthy, ...machine });
    const one = found.find((finding) => finding.about === about)!;
    assert.equal(one.state, state);
    assert.match(`${one.text.en} ${one.todo?.en ?? ""}`.trimEnd(), en);
    assert.match(`${one.text.ko} ${one.todo?.ko ?? ""}`.trimEnd(), ko);
    assert.equal(isUsable(found), state !== "problem");
  });

  for (const language of languages) {
    Deno.test(`renderFindings() fits ${what} into 80 columns (${language})`, () => {
      const found = findings({ ...healthy, ...machine });
      const look = {
        language,
        columns: 80,
        style: plain,
        deno: "",
        all: false,
      };
      const lines = renderFindings(found, look);
      assert.deepEqual(lines.filter((line) => widthOf(line) > 80), []);
    });
  }
}

const silent = { state: "silent" } as const;

Deno.test("findings() has nothing but good to tell of a good machine", () => {
  const found = findings(healthy);
  assert.ok(found.every(({ state, todo }) => state === "ok" && !todo));
  const about = found.map((finding) => finding.about);
  assert.equal(new Set(about).size, 14);
});

Deno.test("findings() blames nothing else for a loopback that is down", () => {
  const machine = {
    ...healthy,
    stream: { state: "failed", error: "no" } as const,
    refused: "silent" as const,
  };
  const about = findings(machine).map((finding) => finding.about);
  assert.ok(!about.includes("refusal") && !about.includes("everywhere"));
});

Deno.test("findings() says once what to do about several things", () => {
  const machine = { ...healthy, datagrams: silent, everywhere: silent };
  const problems = findings(machine).filter((one) => one.state === "problem");
  assert.deepEqual(problems.map(({ todo }) => todo !== undefined), [
    true,
    false,
  ]);
});

Deno.test("renderFindings() names states, and counts what there is", () => {
  const found = findings({ ...healthy, code: undefined, refused: "accepted" });
  const look = { columns: 80, style: plain, deno: "", all: false };
  const english = renderFindings(found, { ...look, language: "en" });
  assert.ok(english.some((line) => line.startsWith("PROBLEM  Something")));
  assert.match(english.at(-1)!, /^This machine cannot run all .*: 1$/);
  const korean = renderFindings(findings(healthy), { ...look, language: "ko" });
  assert.equal(korean[0], "정상  Deno 2.9.6");
  assert.match(korean.at(-1)!, /실습할 수 있습니다\. 참고: 0개$/);
});
