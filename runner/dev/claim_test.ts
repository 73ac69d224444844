import assert from "node:assert/strict";
import { readClaim } from "./claim.ts";

Deno.test("readClaim() reads the check and the words", () => {
  const source = `// Refused by: endpoints() tells the ends apart
// Must say: The two ends are exchanged
export * from "./connect.ts";
`;
  assert.deepEqual(readClaim(source), {
    check: "endpoints() tells the ends apart",
    words: ["The two ends are exchanged"],
  });
});

Deno.test("readClaim() goes on in indented lines", () => {
  const source = `// Refused by: a check with
//   a long
//   name
// Must say: many
//   words
// Another comment.
`;
  assert.deepEqual(readClaim(source), {
    check: "a check with a long name",
    words: ["many words"],
  });
});

Deno.test("readClaim() keeps a colon in the words", () => {
  const source = "// Refused by: a: b\n// Must say: Came: 0\n";
  assert.deepEqual(readClaim(source), { check: "a: b", words: ["Came: 0"] });
});

Deno.test("readClaim() tells apart what each system says", () => {
  const source = "// Refused by: a\n// Must say: one | the\n//   other\n";
  assert.deepEqual(readClaim(source)?.words, ["one", "the other"]);
});

Deno.test("readClaim() finds none where a line is missing", () => {
  assert.equal(readClaim("// Refused by: a check\n"), undefined);
  assert.equal(readClaim("// Must say: words\n"), undefined);
  assert.equal(readClaim(""), undefined);
});

Deno.test("readClaim() reads only whole comment lines", () => {
  const source = 'const a = "// Refused by: x";\n  // Must say: y\n';
  assert.equal(readClaim(source), undefined);
});
