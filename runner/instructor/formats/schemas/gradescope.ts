import type { Schema } from "./conforms.ts";

const visibility: Schema = {
  enum: ["hidden", "after_due_date", "after_published", "visible"],
};
const format: Schema = {
  enum: ["text", "simple_format", "html", "md", "ansi"],
};

const test: Schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    score: { type: "number" },
    max_score: { type: "number" },
    status: { enum: ["passed", "failed"] },
    name: { type: "string" },
    name_format: format,
    number: { type: "string" },
    output: { type: "string" },
    output_format: format,
    tags: { type: "array", items: { type: "string" } },
    visibility,
    extra_data: { type: "object" },
  },
};

/**
 * What a `results.json` may hold. Gradescope publishes no schema but a page,
 * and these are the facts of that page:
 * gradescope-autograders.readthedocs.io/en/latest/specs (sections "Output
 * format", "Controlling Test Case Visibility", "Test case status" and "Output
 * String Formatting"). It leaves unknown keys open; here there are none.
 */
export const gradescopeSchema: Schema = {
  type: "object",
  additionalProperties: false,
  // "required if not on each test case": here it is always on top.
  required: ["score"],
  properties: {
    score: { type: "number" },
    execution_time: { type: "number" },
    output: { type: "string" },
    output_format: format,
    test_output_format: format,
    test_name_format: format,
    visibility,
    stdout_visibility: visibility,
    extra_data: { type: "object" },
    tests: { type: "array", items: test },
    leaderboard: { type: "array", items: { type: "object" } },
  },
};
