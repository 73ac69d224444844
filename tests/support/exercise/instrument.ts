/**
 * Writes an exercise anew so that it tells what it does: each error that it
 * throws and hides, and each promise that nobody waits for. It is run in this
 * form only once a check has failed, for the words; see second_look.ts.
 *
 * @module
 */
import {
  calleeOf,
  functions,
  givesNothing,
  holds,
  isBackground,
  isCleanedUp,
  isGathered,
  isTakenForAValue,
  mayWait,
  outside,
  outwards,
  takesAValue,
  takesValues,
  textOf,
  waits,
} from "./uses.ts";
import type { Node } from "./uses.ts";

/** What a place in the exercise may turn out to do. */
export type Doing =
  /** An error came by: into a catch, or out of a function. */
  | "throws"
  /** The promise of a call is dropped. */
  | "drops"
  /** The promise of a call is taken for its value. */
  | "uses"
  /** The promise of a call is kept in a variable and never awaited. */
  | "keeps"
  /** A promise is made and kept, and may be rejected before anybody waits. */
  | "makes"
  /** A promise is returned from within a `try`, whose end does not wait. */
  | "returns"
  /** The function given to then() gives no value, and one is wanted. */
  | "then"
  /** A call is named and not made: the parentheses are missing. */
  | "names"
  /** forEach() is given a function that is async. */
  | "forEach";

/** One place of the exercise. */
export interface Spot {
  doing: Doing;
  /** The line, from 1. */
  line: number;
  /** What is called there, for example `conn.write()`. */
  what: string;
  /** Whether it may be meant so, as a server that serves in the background. */
  mayBeMeant: boolean;
}

/** An exercise that tells what it does. */
export interface Instrumented {
  /**
   * The text. All is on the line on which it was. `name` is a global function
   * that is there while the module is loaded: it is given the number of a spot
   * and a value, and gives the value back.
   */
  text: string;
  spots: Spot[];
}

interface Edit {
  at: number;
  text: string;
  /** What ends comes before what begins, and the inner end before the outer. */
  order: number;
}

/** What Deno's sockets have that gives a promise. */
const socketCalls =
  /\.(read|write|closeWrite|accept|receive|send)$|^Deno\.connect$/;

/** What is a call only with its parentheses. */
const parenthesized = /\.(close|closeWrite|unref|abort|throwIfAborted)$/;

/**
 * Instruments the text of an exercise. Texts that stand in imports are told
 * from `url` on. Undefined where the linter cannot read it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { instrument } from "./instrument.ts";
 *
 * const text = "async function f() {}\nf();\n";
 * const { spots } = instrument(text, "file:///c/ask.ts", "look")!;
 * const { doing, line, what } = spots.find(({ doing }) => doing === "drops")!;
 * assert.deepEqual([doing, line, what], ["drops", 2, "f()"]);
 * ```
 */
export function instrument(
  text: string,
  url: string,
  name: string,
): Instrumented | undefined {
  const edits: Edit[] = [];
  const spots: Spot[] = [];
  const lineStarts = [0];
  for (const { index } of text.matchAll(/\n/g)) lineStarts.push(index + 1);
  const lineOf = (at: number) => lineStarts.findLastIndex((it) => it <= at) + 1;
  const names = new Map<string, Node[]>();
  const kept: { name: string; call: Node }[] = [];
  const listed: typeof kept = [];
  const around = (
    [from, to]: [number, number],
    open: string,
    close: string,
  ) => {
    const order = edits.length + 1;
    if (from === to) edits.push({ at: from, text: open + close, order });
    else {
      edits.push({ at: from, text: open, order });
      edits.push({ at: to, text: close, order: -order });
    }
  };
  const add = (doing: Doing, node: Node, what: string, mayBeMeant = false) => {
    spots.push({ doing, line: lineOf(node.range[0]), what, mayBeMeant });
    return spots.length - 1;
  };
  const wrap = (doing: Doing, node: Node, mayBeMeant = false) => {
    const callee = calleeOf(node, text);
    const isNew = node.type === "NewExpression";
    const what = isNew ? `new ${callee}` : `${callee}()`;
    const spot = add(doing, node, what, mayBeMeant);
    around(node.range, `${name}(${spot}, `, ")");
  };

  const call = (node: Node) => {
    const parent = outside(node);
    const callee = calleeOf(node, text);
    const method = node.callee?.property?.name;
    if (method === "forEach" && node.arguments[0]?.async === true) {
      const spot = add("forEach", node, `${callee}()`);
      const [{ range }] = node.arguments;
      edits.push({ at: range[0], text: `${name}(${spot}, `, order: 0 });
      edits.push({ at: range[1], text: ")", order: -1e9 });
      return;
    }
    if (parent.type === "ExpressionStatement") {
      if (method === "catch") {
        // Its error is heard, and still nobody waits for it.
        const inner = node.callee.object;
        if (socketCalls.test(calleeOf(inner, text))) wrap("drops", inner);
        return;
      }
      const isSocket = socketCalls.test(callee);
      wrap("drops", node, !isSocket && isBackground(node, text));
    } else if (takesAValue(parent, node)) wrap("uses", node);
    else if (parent.type === "VariableDeclarator") {
      const isUsing = /using/.test(outside(parent).kind ?? "");
      if (parent.id.type !== "Identifier" || isUsing) wrap("uses", node);
      else kept.push({ name: parent.id.name, call: node });
    } else if (parent.type === "AssignmentExpression") {
      if (parent.operator !== "=") wrap("uses", node);
      else if (parent.left.type === "Identifier") {
        kept.push({ name: parent.left.name, call: node });
      }
    } else if (
      parent.type === "CallExpression" && !holds(parent.callee, node)
    ) {
      const taker = calleeOf(parent, text);
      const list = parent.callee.object;
      if (takesValues.test(taker)) wrap("uses", node);
      else if (/\.(push|unshift)$/.test(taker) && list.type === "Identifier") {
        listed.push({ name: list.name, call: node });
      }
    } else if (parent.type === "NewExpression") {
      if (parent.callee.name !== "Promise") wrap("uses", node);
    } else if (method === "then" && parent.type === "ReturnStatement") {
      if (givesNothing(node.arguments[0], text)) wrap("then", node);
    } else if (parent.type === "ReturnStatement" && isCleanedUp(parent)) {
      wrap("returns", node);
    }
  };
  const body = (node: Node) => {
    const { body } = node;
    if (body?.type !== "BlockStatement") return;
    const spot = add("throws", node, "");
    const [from, to] = body.range;
    around(
      [from + 1, to - 1],
      "try {",
      `} catch ($e) { ${name}(${spot}, $e); throw $e; }`,
    );
  };
  const handler = (node: Node) => {
    const spot = add("throws", node, "");
    const at = node.body.range[0] + 1;
    if (node.param === null) {
      edits.push({ at: node.body.range[0], text: "($e) ", order: 0 });
      edits.push({ at, text: `${name}(${spot}, $e);`, order: -1 });
    } else if (node.param.type === "Identifier") {
      const told = `${name}(${spot}, ${node.param.name});`;
      edits.push({ at, text: told, order: -1 });
    }
  };
  const cleanUp = ({ block, handler, finalizer }: Node) => {
    if (handler !== null || finalizer === null) return;
    const spot = add("throws", block, "");
    const told = `catch ($e) { ${name}(${spot}, $e); throw $e; }`;
    edits.push({ at: block.range[1], text: told, order: 0 });
  };
  const source = (node: Node) => {
    const { source } = node;
    if (source?.type !== "Literal" || !/^\.{0,2}\//.test(source.value)) return;
    const [at, end] = source.range;
    // The module will not stand where the exercise stands.
    const { href } = new URL(source.value, url);
    edits.push({ at, text: JSON.stringify(href) + "/*", order: 0 });
    edits.push({ at: end, text: "*/", order: -1e9 });
  };
  const create = () => ({
    CallExpression: call,
    NewExpression(node: Node) {
      const { type } = outside(node);
      if (node.callee.name === "Promise" && type === "VariableDeclarator") {
        wrap("makes", node);
      }
    },
    FunctionDeclaration: body,
    FunctionExpression: body,
    ArrowFunctionExpression: body,
    CatchClause: handler,
    TryStatement: cleanUp,
    ImportDeclaration: source,
    ImportExpression: source,
    ExportAllDeclaration: source,
    ExportNamedDeclaration: source,
    ExpressionStatement({ expression }: Node) {
      if (
        expression.type === "MemberExpression" &&
        parenthesized.test(textOf(expression, text))
      ) {
        const what = textOf(expression, text);
        const spot = add("names", expression, what);
        around(expression.range, `${name}(${spot}, `, ")");
      }
    },
    Identifier(node: Node) {
      const all = names.get(node.name);
      if (all === undefined) names.set(node.name, [node]);
      else all.push(node);
    },
  });
  /** Other functions may have a variable of the same name. */
  const usesOf = (name: string, call: Node) => {
    const within = outwards(call).find(({ type }) => functions.includes(type));
    return (names.get(name) ?? [])
      .filter((node) => within === undefined || holds(within, node));
  };
  const rules = { look: { create: create as never } };
  try {
    Deno.lint.runPlugin({ name: "look", rules }, "exercise.ts", text);
  } catch {
    return undefined;
  }
  for (const { name, call } of kept) {
    const uses = usesOf(name, call);
    const isLost = !uses.some((node) => waits(node)) &&
      (uses.some((node) => isTakenForAValue(node, text)) ||
        !uses.some((node) => mayWait(node, text)));
    wrap(isLost ? "keeps" : "makes", call);
  }
  for (const { name, call } of listed) {
    const isTaken = usesOf(name, call).some((node) => isGathered(node));
    wrap(isTaken ? "makes" : "keeps", call);
  }
  return {
    text: `const ${name} = globalThis.${name};` + edited(text, edits),
    spots,
  };
}

function edited(text: string, edits: Edit[]): string {
  let result = "";
  let from = 0;
  for (
    const edit of edits.toSorted((a, b) => a.at - b.at || a.order - b.order)
  ) {
    result += text.slice(from, edit.at) + edit.text;
    from = edit.at;
  }
  return result + text.slice(from);
}
