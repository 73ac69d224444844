/**
 * A small part of JSON Schema (json-schema.org/draft/2020-12), enough to hold
 * what is written for a platform against what the platform has published.
 *
 * @module
 */

/** A schema of the keywords that are understood here. */
export interface Schema {
  type?: Kind | readonly Kind[];
  const?: unknown;
  enum?: readonly unknown[];
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  minProperties?: number;
  items?: Schema;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  patternProperties?: Readonly<Record<string, Schema>>;
  additionalProperties?: false;
  oneOf?: readonly Schema[];
}

/** The types of JSON, and the whole numbers. */
export type Kind =
  | "object"
  | "array"
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "null";

/**
 * What is wrong with a value, a sentence for each fault, with its place. None
 * if it conforms.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { faultsOf } from "./conforms.ts";
 *
 * const schema = { properties: { score: { type: "integer" } } } as const;
 * assert.deepEqual(faultsOf({ score: 0.5 }, schema), [
 *   "$.score is number, not integer",
 * ]);
 * ```
 */
export function faultsOf(
  value: unknown,
  schema: Schema,
  at: string = "$",
): string[] {
  const kinds = schema.type === undefined ? [] : [schema.type].flat();
  const kind = kindOf(value);
  if (
    kinds.length > 0 && !kinds.includes(kind) &&
    !(kind === "integer" && kinds.includes("number"))
  ) return [`${at} is ${kind}, not ${kinds.join(" or ")}`];
  return [
    ...faultsOfOne(value, schema).map((fault) => `${at} ${fault}`),
    ...faultsOfParts(value, schema, at),
  ];
}

/** What is wrong with the value itself, whatever is in it. */
function faultsOfOne(value: unknown, schema: Schema): string[] {
  const { const: only, enum: allowed, oneOf } = schema;
  const bad = (wrong: boolean, words: string) => wrong ? [words] : [];
  const text = typeof value === "string" ? value : undefined;
  const number = typeof value === "number" ? value : NaN;
  const matches = oneOf?.filter((one) => faultsOf(value, one).length === 0);
  return [
    ...bad("const" in schema && value !== only, `is not ${only}`),
    ...bad(allowed?.includes(value) === false, `is none of ${allowed}`),
    ...bad(number < (schema.minimum ?? -Infinity), "is too small"),
    ...bad(
      text !== undefined && text.length < (schema.minLength ?? 0),
      "is too short",
    ),
    ...bad(
      text !== undefined && schema.pattern !== undefined &&
        !new RegExp(schema.pattern, "u").test(text),
      `does not match ${schema.pattern}`,
    ),
    ...bad(
      matches !== undefined && matches.length !== 1,
      `matches ${matches?.length} of ${oneOf?.length} forms, not one`,
    ),
  ];
}

/** What is wrong with the parts of an array or an object. */
function faultsOfParts(value: unknown, schema: Schema, at: string): string[] {
  if (Array.isArray(value)) {
    const { items, minItems = 0 } = schema;
    const few = value.length < minItems ? [`${at} has too few items`] : [];
    return items === undefined
      ? few
      : [...few, ...value.flatMap((v, i) => faultsOf(v, items, `${at}[${i}]`))];
  }
  if (kindOf(value) !== "object") return [];
  const { required = [], minProperties = 0 } = schema;
  const entries = Object.entries(value as object)
    .filter(([, part]) => part !== undefined);
  const names = entries.map(([name]) => name);
  return [
    ...required.filter((name) => !names.includes(name))
      .map((name) => `${at}.${name} is missing`),
    ...(names.length < minProperties ? [`${at} has too few properties`] : []),
    ...entries.flatMap(([name, part]) => {
      const schemas = schemasFor(name, schema);
      return schemas.length === 0 && schema.additionalProperties === false
        ? [`${at}.${name} is unknown`]
        : schemas.flatMap((one) => faultsOf(part, one, `${at}.${name}`));
    }),
  ];
}

function schemasFor(name: string, schema: Schema): Schema[] {
  const { properties = {}, patternProperties = {} } = schema;
  return [
    ...(Object.hasOwn(properties, name) ? [properties[name]] : []),
    ...Object.entries(patternProperties)
      .filter(([pattern]) => new RegExp(pattern, "u").test(name))
      .map(([, one]) => one),
  ];
}

function kindOf(value: unknown): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") {
    return Number.isInteger(value) ? "integer" : "number";
  }
  return typeof value as Kind;
}
