import type { Schema } from "./conforms.ts";

const level: Schema = { enum: ["read", "write", "none"] };
const text: Schema = { type: "string", minLength: 1 };
const values: Schema = {
  type: "object",
  patternProperties: { "": { type: ["string", "number", "boolean"] } },
};
const name: Schema = { type: "string", pattern: "^[_a-zA-Z][a-zA-Z0-9_-]*$" };

const step: Schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    id: name,
    if: { type: ["string", "boolean", "number"] },
    name: text,
    uses: { type: "string", pattern: "^[^@ ]+@[^@ ]+$" },
    run: text,
    with: values,
    env: values,
    shell: text,
    "working-directory": text,
    "continue-on-error": { type: ["boolean", "string"] },
    "timeout-minutes": { type: ["number", "string"] },
  },
  // It runs something, or uses something, and never both.
  oneOf: [
    { type: "object", required: ["run"] },
    { type: "object", required: ["uses"] },
  ],
};

const job: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["runs-on", "steps"],
  properties: {
    name: text,
    "runs-on": text,
    strategy: {
      type: "object",
      additionalProperties: false,
      required: ["matrix"],
      properties: {
        "fail-fast": { type: "boolean" },
        matrix: {
          type: "object",
          minProperties: 1,
          patternProperties: { "": { type: "array", minItems: 1 } },
        },
      },
    },
    "timeout-minutes": { type: ["number", "string"] },
    defaults: {
      type: "object",
      additionalProperties: false,
      properties: {
        run: {
          type: "object",
          additionalProperties: false,
          minProperties: 1,
          properties: { shell: text, "working-directory": text },
        },
      },
    },
    env: values,
    steps: { type: "array", minItems: 1, items: step },
  },
};

/**
 * What a workflow of one kind of job may hold, from the facts of GitHub's
 * "Workflow syntax for GitHub Actions" (docs.github.com) and of the schema
 * github-workflow.json of SchemaStore (json.schemastore.org). The events and
 * the keys that no workflow here needs are left out.
 */
export const workflowSchema: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["on", "jobs"],
  properties: {
    name: text,
    on: {
      type: "object",
      additionalProperties: false,
      minProperties: 1,
      properties: {
        push: { type: ["object", "null"] },
        pull_request: { type: ["object", "null"] },
        schedule: {
          type: "array",
          items: {
            type: "object",
            required: ["cron"],
            properties: {
              cron: { type: "string", pattern: "^(\\S+ ){4}\\S+$" },
            },
          },
        },
        workflow_dispatch: { type: ["object", "null"] },
      },
    },
    permissions: {
      type: "object",
      additionalProperties: false,
      minProperties: 1,
      properties: {
        actions: level,
        checks: level,
        contents: level,
        deployments: level,
        issues: level,
        packages: level,
        "pull-requests": level,
        "security-events": level,
        statuses: level,
      },
    },
    concurrency: {
      type: "object",
      additionalProperties: false,
      required: ["group"],
      properties: { group: text, "cancel-in-progress": { type: "boolean" } },
    },
    jobs: {
      type: "object",
      minProperties: 1,
      additionalProperties: false,
      patternProperties: { "^[_a-zA-Z][a-zA-Z0-9_-]*$": job },
    },
  },
};
