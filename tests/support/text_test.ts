import assert from "node:assert/strict";
import { languages, map, toLanguage } from "./text.ts";

Deno.test("toLanguage() knows Korean in every spelling of its tag", () => {
  for (const tag of ["ko", "ko-KR", "KO", "ko-Kore-KR"]) {
    assert.equal(toLanguage(tag), "ko", tag);
  }
});

Deno.test("toLanguage() takes everything else for English", () => {
  // Konkani and Komi begin with the same letters as Korean.
  for (const tag of ["en", "en-US", "de", "kok", "kok-IN", "kom", "C", ""]) {
    assert.equal(toLanguage(tag), "en", tag);
  }
});

Deno.test("languages begins with the default", () => {
  assert.deepEqual(languages, ["en", "ko"]);
  assert.equal(toLanguage("xx"), languages[0]);
});

Deno.test("map() changes each language and says which one it is", () => {
  const text = map(
    { en: "refused", ko: "거부" },
    (sentence, language) => `${language}: ${sentence}`,
  );
  assert.deepEqual(text, { en: "en: refused", ko: "ko: 거부" });
});
