/**
 * Habits: the operators that do what people do who have not thought of many
 * clients, of errors, or of a network that is slow or far.
 *
 * @module
 */
import {
  ancestorsOf,
  around,
  atTop,
  everyFunction,
  functionOf,
  isExported,
  mentions,
  nameOfCall,
  operator,
  parametersOf,
  put,
} from "./operator.ts";
import type { Code, Fn, Node } from "./operator.ts";

/** A variable of a call becomes one of the module, made anew or not. */
const shareVariable = operator(({ code, make }) => ({
  VariableDeclaration(node) {
    const fn = functionOf(node);
    if (fn === undefined || /^For(Of|In)/.test(node.parent.type)) return;
    for (const one of node.declarations) {
      if (one.id.type !== "Identifier") continue;
      const name = one.id.name;
      const init = one.init === null ? "undefined" : code(one.init);
      const others = node.declarations.filter((other) => other !== one)
        .map((other) => `let ${code(other)};`).join(" ");
      const end = node.parent.type === "ForStatement" ? "" : ";";
      const top = atTop(`let ${name}: any;`);
      if (others !== "" && end === "") continue;
      // What closes itself goes on to do so.
      const start = node.kind.endsWith("using")
        ? `${node.kind} own = ${name}`
        : `${others}${name}`;
      make(node, put(node, `${start} ??= ${init}${end}`), top);
      // Made anew, it is another call's only while this one waits.
      if (!/\b(await|yield)\b/.test(whileInUse(node, name, code))) continue;
      make(node, put(node, `${start} = ${init}${end}`), top);
    }
  },
}));

/** What waits for the other end. */
const waits = /\.(read|write|receive|send|accept|connect|closeWrite)$/;

/** The end of the name of what is called: `.read` of `conn.read(buffer)`. */
function calledIn(node: Node, code: Code): string {
  return node.type === "CallExpression"
    ? /\.\w+$/.exec(code(node.callee))?.[0] ?? ""
    : "";
}

/** A pause that nobody asked for. */
const pause = operator(({ code, replace }) => ({
  AwaitExpression(node) {
    if (!waits.test(calledIn(node.argument, code))) return;
    replace(
      node,
      `(await new Promise((r) => setTimeout(r, 20)), ${code(node)})`,
    );
  },
}));

/** A limit of its own, or silence taken for the end. */
const ownLimit = operator(({ code, make, replace }) => ({
  [everyFunction](node: Fn) {
    for (const { name, type } of parametersOf(node, code)) {
      if (type !== "AbortSignal") continue;
      const shorter =
        `${name} = AbortSignal.any([${name}, AbortSignal.timeout(1000)]);`;
      make(node, ...around(node, shorter));
    }
  },
  AwaitExpression(node) {
    const name = calledIn(node.argument, code);
    // The others are done at once.
    if (!waits.test(name) || /^.(send|closeWrite)$/.test(name)) return;
    const call = code(node.argument);
    replace(
      node,
      `await Promise.race([${call}, new Promise<never>((_, no) => setTimeout(() => no(new Deno.errors.TimedOut("slow")), 1000))])`,
    );
    if (name !== ".read") return;
    replace(
      node,
      `await Promise.race([${call}, new Promise<null>((end) => setTimeout(() => end(null), 200))])`,
    );
  },
}));

/** Another try, by itself. */
const retry = operator(({ code, replace }) => ({
  CallExpression(node) {
    const call = code(node);
    const name = calledIn(node, code);
    if (/^.(connect|accept|send)$/.test(name)) {
      replace(node, `${call}.catch(() => ${call})`);
    }
    if (name !== ".send") return;
    replace(node, `(setTimeout(() => ${call}.catch(() => {}), 300), ${call})`);
  },
}));

/** How `error` is thrown on by somebody who does not leave it as it is. */
const throws = [
  "throw new Error(`It failed: ${error}`, { cause: error });",
  "throw new (error as any).constructor((error as Error).message);",
];

/** The same, where a function of the caller's throws: it may be anything. */
const throwsOfAnything = [
  "throw error instanceof Error ? error : new Error(String(error));",
  "if (error) throw error;",
];

/** How an error may be thrown on, by the function that it passes through. */
function throwsIn(fn: Fn | undefined, code: Code): string[] {
  const isAnything = fn &&
    parametersOf(fn, code).some(({ type }) => type.includes("=>"));
  return isAnything ? [...throws, ...throwsOfAnything] : throws;
}

/** An error is wrapped, copied, or swallowed. */
const changeError = operator(({ code, make, replace }) => ({
  ThrowStatement(node) {
    const handler = handlerOf(node);
    const name = handler?.param ? code(handler.param) : undefined;
    if (name === undefined || code(node.argument) !== name) return;
    for (const one of throwsIn(functionOf(node), code)) {
      replace(node, `{ ${one.replaceAll(/\berror\b/g, name)} }`);
    }
  },
  [everyFunction](node: Fn) {
    // What a function throws itself, it throws as it likes.
    const hasOthers = /\bawait\b|\bDeno\.\w+\(/.test(code(node)) ||
      parametersOf(node, code).some(({ type }) => type.includes("=>"));
    if (!isExported(node) || node.generator || !hasOthers) return;
    const [first, last] = node.async
      ? ["try { return await (async () => {", "})(); }"]
      : ["try { return (() => {", "})(); }"];
    for (const one of [...throwsIn(node, code), ""]) {
      make(node, ...around(node, first, `${last} catch (error) { ${one} }`));
    }
  },
  CatchClause(node) {
    const says = node.body.body.every((one) =>
      code(one).startsWith("console.")
    );
    if (!says) replace(node.body, "{}");
  },
  MemberExpression(node) {
    // A reason may be falsy.
    if (code(node.property) !== "aborted") return;
    make(node, put(node.property, "reason"));
  },
}));

/** `onabort =`, which the next one who listens takes away. */
const onAbort = operator(({ code, replace }) => ({
  CallExpression(node) {
    if (nameOfCall(node) !== "addEventListener") return;
    const { callee, arguments: [type, listener] } = node;
    if (callee.type !== "MemberExpression" || code(type) !== '"abort"') return;
    replace(node, `${code(callee.object)}.onabort = ${code(listener)}`);
  },
}));

/** A promise is left to itself, and its error with it. */
const background = operator(({ code, replace }) => ({
  ExpressionStatement(node) {
    const { expression } = node;
    if (expression.type !== "AwaitExpression") return;
    const promise = code(expression.argument);
    replace(node, `Promise.resolve(${promise}).catch(() => {});`);
  },
}));

/** One lock for all who call a function. */
const lock = operator(({ make }) => ({
  [everyFunction](node: Fn) {
    const isNamed = node.id !== null || isExported(node);
    if (!node.async || !isNamed) return;
    const first =
      "const turn = held; let free: () => void; held = new Promise((done) => free = done); await turn; try {";
    make(
      node,
      ...around(node, first, "} finally { free!(); }"),
      atTop("let held: Promise<void> = Promise.resolve();"),
    );
  },
}));

/** What should run side by side runs in turn, or not to its end. */
const inTurn = operator(({ code, replace }) => ({
  CallExpression(node) {
    const callee = code(node.callee);
    const [list] = node.arguments;
    if (!/^Promise\.(all|allSettled)$/.test(callee)) return;
    replace(node, `Promise.race(${code(list)})`);
    replace(
      node,
      callee === "Promise.all"
        ? `Promise.allSettled(${code(list)})`
        : `Promise.all(${code(list)})`,
    );
    if (list.type === "ArrayExpression") {
      const parts = list.elements.map(code);
      replace(list, `[${parts.map((part) => `await ${part}`).join(", ")}]`);
      if (parts.length !== 2) return;
      const [a, b] = parts;
      replace(
        list,
        `await (async () => { const second = await ${b}; return [await ${a}, second]; })()`,
      );
    }
    if (list.type === "CallExpression" && nameOfCall(list) === "map") {
      const { callee: map, arguments: [each] } = list;
      if (map.type !== "MemberExpression") return;
      replace(
        list,
        `await (async () => { const all = []; for (const [i, one] of ${
          code(map.object)
        }.entries()) all.push(await (${code(each)})(one, i)); return all; })()`,
      );
    }
  },
}));

/** Another address for loopback, or for every address. */
const otherAddress = operator(({ replace }) => ({
  'Literal[value="127.0.0.1"]'(node: Node) {
    for (const host of ["localhost", "0.0.0.0", "127.0.0.2", "::1"]) {
      replace(node, `"${host}"`);
    }
  },
  'Literal[value="0.0.0.0"]'(node: Node) {
    for (const host of ["127.0.0.1", "::", "localhost"]) {
      replace(node, `"${host}"`);
    }
  },
}));

/** A connection is closed on one way out alone, or on none. */
const closeSometimes = operator(({ code, make, replace }) => ({
  VariableDeclaration(node) {
    if (!node.kind.endsWith("using")) return;
    const { parent } = node;
    make(node, {
      range: node.range,
      text: code(node).replace(/^(await )?using/, "const"),
    });
    const [{ id }] = node.declarations;
    const fn = functionOf(node);
    if (parent.type !== "BlockStatement" || fn === undefined) return;
    const rest = code(parent).slice(
      node.range[1] - parent.range[0],
      parent.range[1] - parent.range[0] - 1,
    );
    const start = code(node).replace(/^(await )?using/, "const");
    const range: [number, number] = [node.range[0], parent.range[1] - 1];
    for (const text of onOneWay(rest, `${code(id)}.close();`, fn)) {
      make(node, { range, text: `${start} ${text}` });
    }
  },
  TryStatement(node) {
    const { block, handler, finalizer } = node;
    const fn = functionOf(node);
    if (finalizer === null || fn === undefined) return;
    const inner = code(block).slice(1, -1);
    const rest = handler === null ? inner : `try {${inner}} ${code(handler)}`;
    for (const text of onOneWay(rest, code(finalizer), fn)) {
      replace(node, text);
    }
  },
  CallExpression(node) {
    const { callee } = node;
    const handler = nameOfCall(node) === "close" ? handlerOf(node) : undefined;
    if (handler?.param) {
      for (const name of ["AddrInUse", "ConnectionReset"]) {
        const isOne = `${code(handler.param)} instanceof Deno.errors.${name}`;
        replace(node, `(${isOne} && ${code(node)})`);
      }
    }
    if (nameOfCall(node) !== "finally" || callee.type !== "MemberExpression") {
      return;
    }
    make(node, put(callee.property, "then"));
    make(node, put(callee.property, "catch"));
  },
}));

/** The first result is given to everybody who asks for the same. */
const remember = operator(({ code, make }) => ({
  [everyFunction](node: Fn) {
    if (!isExported(node) || node.generator) return;
    const names = node.params.map((one) =>
      one.type === "Identifier" ? one.name : undefined
    );
    const types = parametersOf(node, code).map(({ type }) => type);
    const arePlain = types.length === names.length && types.length > 0 &&
      types.every((type) => /^(string|number|Address|Uint8Array|")/.test(type));
    if (!arePlain) return;
    make(
      node,
      ...around(
        node,
        `const key = JSON.stringify([${
          names.join(", ")
        }]); if (known.has(key)) return known.get(key); const result = (${
          node.async ? "async " : ""
        }() => {`,
        "})(); known.set(key, result); return result;",
      ),
      atTop("const known = new Map<string, any>();"),
    );
  },
}));

/** Operators by the names that `--operator` takes. */
export const habits: Record<string, Deno.lint.Rule> = {
  "share-variable": shareVariable,
  pause,
  "own-limit": ownLimit,
  retry,
  "change-error": changeError,
  "on-abort": onAbort,
  background,
  lock,
  "in-turn": inTurn,
  "other-address": otherAddress,
  "close-sometimes": closeSometimes,
  remember,
};

/** The text in which a variable is in use: to the end of its last user. */
function whileInUse(
  node: Deno.lint.VariableDeclaration,
  name: string,
  code: Code,
): string {
  const { parent } = node;
  if (parent.type !== "BlockStatement") return code(parent);
  const users = parent.body.filter((one) =>
    one.range[0] > node.range[0] && mentions(code(one), name)
  );
  return parent.body.filter(({ range: [from] }) =>
    from > node.range[0] && from <= (users.at(-1)?.range[0] ?? 0)
  ).map(code).join("\n");
}

/** `rest`, and `closing` only after an error, or only where there was none. */
function onOneWay(rest: string, closing: string, fn: Fn): string[] {
  const afterError =
    `try {${rest}} catch (failed) { ${closing} throw failed; }`;
  if (!/\breturn\b/.test(rest)) return [afterError, `${rest} ${closing}`];
  if (fn.generator) return [afterError];
  const asynchronously = fn.async
    ? `await (async () => {${rest}})()`
    : `(() => {${rest}})()`;
  return [
    afterError,
    `const outcome = ${asynchronously}; ${closing} return outcome as any;`,
  ];
}

/** The `catch` that a node stands in. */
function handlerOf(node: Node): Deno.lint.CatchClause | undefined {
  return ancestorsOf(node).find((at) => at.type === "CatchClause");
}
