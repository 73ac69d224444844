/**
 * What a place in a program does with a value, by the tree of its syntax.
 *
 * @module
 */

/** A node of the syntax tree, as the linter's plugins see it. */
export interface Node {
  type: string;
  range: [number, number];
  parent?: Node;
  // deno-lint-ignore no-explicit-any
  [field: string]: any;
}

/** What takes a value and can do nothing with a promise. */
export const takesValues =
  /\.(subarray|slice|set|fill|decode|encode|log|isNaN|startsWith|includes|concat)$|^(Number|String|Boolean|parseInt|isNaN)$/;

/** The functions of the language, as the tree names them. */
export const functions = [
  "ArrowFunctionExpression",
  "FunctionDeclaration",
  "FunctionExpression",
];

/** What stands around a node, but for what only types have a use for. */
export function outside(node: Node): Node {
  let parent = node.parent!;
  while (/^(TSAs|TSNonNull|TSSatisfies|Chain)/.test(parent.type)) {
    parent = parent.parent!;
  }
  return parent;
}

export function textOf(node: Node, text: string): string {
  return text.slice(...node.range).replaceAll(/\s+/g, " ");
}

/** What is called: `conn.write`. A long one is only its end. */
export function calleeOf(node: Node, text: string): string {
  if (node.callee === undefined) return "";
  const callee = textOf(node.callee, text).replaceAll(/\?\.|!\./g, ".");
  return callee.length <= 40
    ? callee
    : `….${node.callee.property?.name ?? "call"}`;
}

/** Whether a promise is no use where this value is taken. */
export function takesAValue(parent: Node, node: Node): boolean {
  switch (parent.type) {
    case "BinaryExpression":
    case "TemplateLiteral":
    case "SwitchStatement":
      return true;
    case "UnaryExpression":
      return parent.operator !== "void" && parent.operator !== "typeof";
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
    case "ConditionalExpression":
      return holds(parent.test, node);
    case "ForOfStatement":
      return parent.await !== true && holds(parent.right, node);
    case "MemberExpression":
      return holds(parent.object, node) &&
        !["then", "catch", "finally"].includes(parent.property.name);
    default:
      return false;
  }
}

export function holds(outer: Node | null | undefined, inner: Node): boolean {
  return outer != null && outer.range[0] <= inner.range[0] &&
    inner.range[1] <= outer.range[1];
}

/** Whether somebody surely waits for what a variable holds, by this use of it. */
export function waits(node: Node): boolean {
  const parent = outside(node);
  return ["AwaitExpression", "ArrayExpression", "ReturnStatement"]
    .includes(parent.type) ||
    parent.type === "MemberExpression" && holds(parent.object, node) &&
      ["then", "catch", "finally"].includes(parent.property.name);
}

/** Whether the promises in a list are waited for, by this use of the list. */
export function isGathered(node: Node): boolean {
  const parent = outside(node);
  return parent.type === "ForOfStatement" || parent.type === "SpreadElement" ||
    parent.type === "CallExpression" && !holds(parent.callee, node);
}

/** Whether a promise in a variable is no use where this use of it stands. */
export function isTakenForAValue(node: Node, text: string): boolean {
  const parent = outside(node);
  // The key of an object, or a member that happens to have the name.
  if (parent.type === "MemberExpression" && !holds(parent.object, node)) {
    return false;
  }
  return takesAValue(parent, node) ||
    parent.type === "CallExpression" && !holds(parent.callee, node) &&
      takesValues.test(calleeOf(parent, text));
}

/** Whether somebody may wait for what a variable holds, by this use of it. */
export function mayWait(node: Node, text: string): boolean {
  const parent = outside(node);
  switch (parent.type) {
    case "VariableDeclarator":
      return holds(parent.init, node);
    case "AssignmentExpression":
      return holds(parent.right, node) && parent.operator === "=";
    case "CallExpression":
      return !holds(parent.callee, node) &&
        !takesValues.test(calleeOf(parent, text));
    case "MemberExpression":
      return holds(parent.object, node) &&
        ["then", "catch", "finally"].includes(parent.property.name);
    case "Property":
      return holds(parent.value, node);
    case "ForOfStatement":
      return parent.await === true;
    case "ArrowFunctionExpression":
      return holds(parent.body, node);
    case "AwaitExpression":
    case "NewExpression":
    case "ArrayExpression":
    case "ReturnStatement":
    case "YieldExpression":
    case "SpreadElement":
    case "LogicalExpression":
      return true;
    default:
      return false;
  }
}

/** The function or the loop for clients in which a node stands, and so on. */
export function* outwards(node: Node): Generator<Node> {
  for (let at = node.parent; at != null; at = at.parent) yield at;
}

/** Whether a call that nobody waits for may be meant so. */
export function isBackground(node: Node, text: string): boolean {
  for (const at of outwards(node)) {
    // A loop that takes clients must not wait for one of them.
    if (at.type === "ForOfStatement" && at.await) {
      if (at.right.type === "Identifier") return true;
    }
    if (/^(While|DoWhile|For)Statement$/.test(at.type)) {
      if (/\.accept\(/.test(textOf(at, text))) return true;
    }
    if (!functions.includes(at.type)) continue;
    // A callback of a timer or an event cannot wait.
    const { parent } = at;
    return parent?.type === "CallExpression" && at.async !== true &&
      !/\.(then|finally|forEach|map)$/.test(calleeOf(parent, text));
  }
  return true;
}

/** Whether what is returned is closed or given up before it is done. */
export function isCleanedUp(node: Node): boolean {
  for (const at of outwards(node)) {
    if (functions.includes(at.type)) return false;
    if (at.type === "TryStatement" && at.finalizer !== null) return true;
    if (at.type !== "BlockStatement") continue;
    const isUsing = ({ type, kind }: Node) =>
      type === "VariableDeclaration" && /using/.test(kind);
    if (at.body.some(isUsing)) return true;
  }
  return false;
}

/** Whether a function has a body and returns nothing from it. */
export function givesNothing(node: Node | undefined, text: string): boolean {
  return node !== undefined && functions.includes(node.type) &&
    node.body.type === "BlockStatement" &&
    !/\b(return|throw)\b/.test(textOf(node.body, text));
}
