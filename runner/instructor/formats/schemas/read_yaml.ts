/**
 * Reads the part of YAML (yaml.org/spec/1.2.2) in which workflows are written
 * here: mappings, sequences, `|` blocks, and plain words, numbers and booleans,
 * each on a line. Throws for a line that is nothing of this.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readYaml } from "./read_yaml.ts";
 *
 * assert.deepEqual(readYaml("a:\n  - b: 1\n    c: |\n      x: y\n  - d\n"), {
 *   a: [{ b: 1, c: "x: y\n" }, "d"],
 * });
 * ```
 */
export function readYaml(text: string): unknown {
  const lines = text.split("\n");
  const [value, next] = readBlock(lines, skip(lines, 0), 0);
  if (next < lines.length) throw new Error(`YAML line ${next + 1}`);
  return value;
}

const keyed = /^ *([\w-]+):(?: (.+))?$/;

type Read = [value: unknown, next: number];

/** The first line from `at` on that is neither empty nor a comment. */
function skip(lines: readonly string[], at: number): number {
  while (at < lines.length && /^\s*(#|$)/.test(lines[at])) at++;
  return at;
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

function readBlock(lines: readonly string[], at: number, indent: number): Read {
  return lines[at].startsWith("- ", indent)
    ? readSequence(lines, at, indent)
    : readMapping(lines, at, indent);
}

function readSequence(
  all: readonly string[],
  at: number,
  indent: number,
): Read {
  const lines = [...all];
  const items: unknown[] = [];
  while (at < lines.length && indentOf(lines[at]) === indent) {
    if (!lines[at].startsWith("- ", indent)) break;
    const plain = lines[at].slice(indent + 2);
    if (!keyed.test(plain)) {
      items.push(readScalar(plain));
      at = skip(lines, at + 1);
      continue;
    }
    // What follows the dash stands where the lines below it stand.
    lines[at] = " ".repeat(indent + 2) + lines[at].slice(indent + 2);
    const [item, next] = readBlock(lines, at, indent + 2);
    items.push(item);
    at = next;
  }
  return [items, at];
}

function readMapping(
  lines: readonly string[],
  at: number,
  indent: number,
): Read {
  const mapping: Record<string, unknown> = {};
  while (at < lines.length && indentOf(lines[at]) === indent) {
    const found = keyed.exec(lines[at]);
    if (found === null || found[1] in mapping) {
      throw new Error(`YAML line ${at + 1}: ${lines[at]}`);
    }
    const [, key, rest] = found;
    [mapping[key], at] = readValue(lines, at + 1, indent, rest);
  }
  return [mapping, at];
}

function readValue(
  lines: readonly string[],
  at: number,
  indent: number,
  rest: string | undefined,
): Read {
  if (rest === "|") return readText(lines, at, indent);
  const next = skip(lines, at);
  if (rest !== undefined) return [readScalar(rest), next];
  return next < lines.length && indentOf(lines[next]) > indent
    ? readBlock(lines, next, indentOf(lines[next]))
    : [null, next];
}

function readText(lines: readonly string[], at: number, indent: number): Read {
  const own = indentOf(lines[at]);
  const text: string[] = [];
  while (
    at < lines.length && (lines[at] === "" || indentOf(lines[at]) > indent)
  ) text.push(lines[at++].slice(own));
  return [text.join("\n").trimEnd() + "\n", skip(lines, at)];
}

function readScalar(text: string): unknown {
  if (/^[&*!|>'"%@`{}[\],?-]|: | #|:$/.test(text)) {
    throw new Error(`YAML needs quotes here: ${text}`);
  }
  if (/^(true|false)$/.test(text)) return text === "true";
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
