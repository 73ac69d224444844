import type { Schema } from "./conforms.ts";

const text: Schema = { type: "string", minLength: 1 };
const points: Schema = { type: "integer", minimum: 0 };
const instant: Schema = {
  type: "string",
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}Z$",
};

/**
 * What a `classroom50/result/v1` must be, from the facts of the schema that
 * Classroom 50 publishes: schemas/result-v1.schema.json of
 * github.com/foundation50/classroom50. Two of its rules cannot be said in a
 * schema: no score is above its `max-score`, and classroom, assignment and
 * owner are those of the repository.
 */
export const classroom50Schema: Schema = {
  type: "object",
  additionalProperties: false,
  required: [
    "schema",
    "classroom",
    "assignment",
    "assignment_type",
    "owner",
    "submission",
    "commit",
    "release",
    "review",
    "datetime",
    "score",
    "max-score",
    "tests",
  ],
  properties: {
    schema: { const: "classroom50/result/v1" },
    classroom: text,
    assignment: text,
    assignment_type: { enum: ["individual", "group"] },
    owner: text,
    submission: { type: "string", pattern: "^submit/" },
    commit: text,
    release: text,
    review: text,
    datetime: instant,
    graded_at: instant,
    score: points,
    "max-score": points,
    tests: {
      type: "array",
      items: {
        type: "object",
        // More may be said of a test.
        required: ["test-name", "passed", "score", "max-score"],
        properties: {
          "test-name": text,
          passed: { type: "boolean" },
          score: points,
          "max-score": points,
        },
      },
    },
    submitted_by: {
      type: "object",
      additionalProperties: false,
      required: ["username"],
      properties: { username: text, id: { type: ["integer", "null"] } },
    },
  },
};
