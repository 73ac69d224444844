/**
 * What beginners do to data: operators that are right for short texts in
 * English, and for nothing else.
 *
 * @module
 */
import {
  around,
  everyFunction,
  functionOf,
  isExported,
  nameOfCall,
  operator,
  parametersOf,
  put,
  returnTypeOf,
} from "./operator.ts";
import type { Fn } from "./operator.ts";

const caps = [64 * 1024, 1024 * 1024];

/** No more than 64 KiB or 1 MiB is read, sent, taken or given. */
const cap = operator(({ code, make, replace }) => ({
  AwaitExpression(node) {
    const fn = functionOf(node);
    const call = node.argument;
    if (fn === undefined || call.type !== "CallExpression") return;
    const name = nameOfCall(call);
    if (name !== "read" && name !== "write") return;
    const rest = name === "read"
      ? "null"
      : `(${code(call.arguments[0])}).length`;
    for (const most of caps) {
      const capped = `(moved >= ${most} ? ${rest} : await ${
        code(call)
      }.then((n) => (moved += n ?? 0, n)))`;
      make(node, put(node, capped), ...around(fn, "let moved = 0;"));
    }
  },
  ReturnStatement(node) {
    const type = returnTypeOf(functionOf(node), code);
    if (node.argument === null || type === undefined) return;
    const value = code(node.argument);
    for (const most of caps) {
      if (/^Promise<(Uint8Array|string)>/.test(type)) {
        replace(node.argument, `(${awaited(value)}).slice(0, ${most})`);
      }
    }
  },
  [everyFunction](node: Fn) {
    for (const { name, type } of parametersOf(node, code)) {
      if (!/^(Uint8Array|string\[\]|string$)/.test(type)) continue;
      if (!node.async) continue;
      for (const most of caps) {
        const shorter = type === "string[]"
          ? `${name} = ${name}.map((one) => one.slice(0, ${most}));`
          : `${name} = ${name}.slice(0, ${most});`;
        make(node, ...around(node, shorter));
      }
    }
  },
  CallExpression(node) {
    if (
      nameOfCall(node) !== "push" || node.callee.type !== "MemberExpression"
    ) {
      return;
    }
    const list = code(node.callee.object);
    replace(node, `(${list}.length < 100 && ${code(node)})`);
  },
}));

/** An early way out for nothing: no bytes, no text, none, zero. */
const earlyReturn = operator(({ code, make }) => ({
  [everyFunction](node: Fn) {
    if (!isExported(node)) return;
    const result = emptyOf(returnTypeOf(node, code) ?? "");
    for (const { name, type } of parametersOf(node, code)) {
      if (/^(Uint8Array|string$|.*\[\]$)/.test(type)) {
        make(
          node,
          ...around(node, `if (${name}.length === 0) return${result};`),
        );
      }
      if (type === "number") {
        make(node, ...around(node, `if (${name} === 0) return${result};`));
      }
    }
  },
}));

/** Text is trimmed, normalized, or has other ends of lines. */
const changeText = operator(({ code, replace }) => ({
  CallExpression(node) {
    const name = nameOfCall(node);
    const call = code(node);
    // The last decode() gives what is left of a character, if anything.
    if (name === "decode" && node.arguments.length > 0) {
      replace(node, `${call}.trim()`);
      replace(node, `${call}.trimEnd()`);
      replace(node, `${call}.normalize()`);
      replace(node, `${call}.replaceAll("\\0", "")`);
      replace(node, `${call}.replaceAll("\\r\\n", "\\n")`);
    }
    if (name === "encode" && node.arguments.length > 0) {
      const start = code(node.callee);
      const text = `(${code(node.arguments[0])})`;
      replace(node, `${start}(${text}.normalize())`);
      replace(node, `${start}(${text}.trim())`);
      replace(node, `${start}(${text}.replaceAll("\\r", ""))`);
    }
    if (name === "split" && code(node.arguments[0]) === '"\\n"') {
      const start = code(node.callee);
      replace(node, `${start}(/\\r?\\n/)`);
      replace(node, `${start}(/\\n|\\u2028/)`);
      replace(node, `${call}.filter((one) => one !== "")`);
      replace(node, `${call}.map((one) => one.trim())`);
    }
  },
  NewExpression(node) {
    if (code(node.callee) !== "TextDecoder") return;
    replace(node, 'new TextDecoder("utf-8", { ignoreBOM: true })');
    replace(node, 'new TextDecoder("utf-8", { fatal: true })');
    replace(node, 'new TextDecoder("latin1")');
  },
  Literal(node) {
    if (node.raw === '"\\n"') replace(node, '"\\r\\n"');
  },
  TemplateElement(node) {
    const raw = code(node);
    if (raw.includes("\\n")) replace(node, raw.replace("\\n", "\\r\\n"));
  },
}));

/** Bytes go through a text, or are shared where they should be copied. */
const notTheBytes = operator(({ code, make, replace }) => ({
  CallExpression(node) {
    const name = nameOfCall(node);
    if (name === "write" || name === "send") {
      const [bytes] = node.arguments;
      replace(bytes, `new TextEncoder().encode(String(${code(bytes)}))`);
      replace(bytes, throughText(code(bytes)));
    }
    const other = new Map([["slice", "subarray"], ["subarray", "slice"]])
      .get(name ?? "");
    // To write or to decode a copy is as good.
    const isCopied = /^(write|send|decode)$/.test(
      nameOfCall(node.parent) ?? "",
    ) || code(node).includes(".write(");
    if (other === undefined || isCopied) return;
    if (node.callee.type !== "MemberExpression") return;
    make(node, put(node.callee.property, other));
  },
  ReturnStatement(node) {
    const type = returnTypeOf(functionOf(node), code) ?? "";
    if (node.argument === null || !/^(Promise<)?Uint8Array/.test(type)) return;
    const value = code(node.argument);
    const isPromise = type.startsWith("Promise");
    replace(node.argument, throughText(isPromise ? awaited(value) : value));
  },
}));

/** Operators by the names that `--operator` takes. */
export const data: Record<string, Deno.lint.Rule> = {
  cap,
  "early-return": earlyReturn,
  "change-text": changeText,
  "not-the-bytes": notTheBytes,
};

/** What somebody returns for nothing, by the type. */
function emptyOf(type: string): string {
  if (type.includes("[]")) return " []";
  if (type.includes("Uint8Array")) return " new Uint8Array()";
  return /^(Promise<)?string/.test(type) ? ' ""' : " undefined as any";
}

const awaited = (value: string) =>
  value.startsWith("await ") ? value : `await ${value}`;

const throughText = (bytes: string) =>
  `new TextEncoder().encode(new TextDecoder().decode(${bytes}))`;
