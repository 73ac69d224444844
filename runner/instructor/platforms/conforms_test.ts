import assert from "node:assert/strict";
import { faultsOf } from "./fixtures/conforms.ts";
import type { Schema } from "./fixtures/conforms.ts";
import { readYaml } from "./fixtures/read_yaml.ts";

const cases: [string, Schema, unknown, unknown][] = [
  ["type", { type: "integer" }, 1, 1.5],
  ["type", { type: "number" }, 1, "1"],
  ["type", { type: ["integer", "null"] }, null, true],
  ["type", { type: "object" }, {}, []],
  ["const", { const: "a" }, "a", "b"],
  ["enum", { enum: ["a", null] }, null, "b"],
  ["pattern", { pattern: "^a" }, "ab", "ba"],
  ["minLength", { minLength: 1 }, "a", ""],
  ["minimum", { minimum: 0 }, 0, -1],
  ["minItems", { minItems: 1 }, [1], []],
  ["minProperties", { minProperties: 1 }, { a: 1 }, {}],
  ["items", { items: { type: "string" } }, ["a"], ["a", 1]],
  ["required", { required: ["a"] }, { a: null }, { a: undefined }],
  ["properties", { properties: { a: { const: 1 } } }, { b: 2 }, { a: 2 }],
  [
    "patternProperties",
    { patternProperties: { "^a": { const: 1 } } },
    { ab: 1, b: 2 },
    { ab: 2 },
  ],
  [
    "additionalProperties",
    { properties: { a: {} }, additionalProperties: false },
    { a: 1 },
    { toString: 1 },
  ],
  [
    "oneOf",
    { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    { a: 1 },
    { a: 1, b: 1 },
  ],
];

for (const [keyword, schema, good, bad] of cases) {
  const shown = JSON.stringify(bad);
  Deno.test(`faultsOf() knows "${keyword}", and refuses ${shown}`, () => {
    assert.deepEqual(faultsOf(good, schema), []);
    assert.equal(faultsOf(bad, schema).length, 1);
  });
}

Deno.test("faultsOf() says where the fault is", () => {
  const schema: Schema = {
    properties: { a: { items: { properties: { b: { type: "string" } } } } },
  };
  assert.deepEqual(faultsOf({ a: [{}, { b: 1 }] }, schema), [
    "$.a[1].b is integer, not string",
  ]);
});

for (
  const text of [
    "a",
    "a: 1\na: 2",
    "a: 'x'",
    "a: b: c",
    "a: x # y",
    "a: 1\n  b: 2",
    "- a: 1\nb: 2",
  ]
) {
  Deno.test(`readYaml() refuses ${JSON.stringify(text)}`, () => {
    assert.throws(() => readYaml(text), /YAML/);
  });
}
