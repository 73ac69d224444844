import assert from "node:assert/strict";
import { hostileSummary, readHostileClaim } from "./prove_hostile.ts";

const header = `// Lesson: 03_connect
// Ends as: failed or could not be checked
// Must say: one thing | another
//   thing
// @ts-nocheck: an attack
`;

Deno.test("readHostileClaim() reads the three lines of a header", () => {
  const claim = readHostileClaim(header);
  assert.equal(claim?.lesson.number, 3);
  assert.deepEqual(claim.ends, ["failed", "could not be checked"]);
  assert.equal(claim.words, "one thing | another thing");
});

Deno.test("readHostileClaim() gives nothing for a header with a gap", () => {
  for (const label of ["Lesson", "Ends as", "Must say"]) {
    assert.equal(readHostileClaim(header.replace(label, "Other")), undefined);
  }
  const unknown = header.replace("03_connect", "99_nothing");
  assert.equal(readHostileClaim(unknown), undefined);
});

Deno.test("hostileSummary() counts", () => {
  const proof = { files: 3, contained: 2, faults: ["x"] };
  assert.equal(hostileSummary(proof), "hostile: 3 files, 2 contained");
});
