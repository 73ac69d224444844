/**
 * Slips: the operators that leave out, exchange or shift by one.
 *
 * @module
 */
import {
  ancestorsOf,
  functionOf,
  mentions,
  operator,
  put,
} from "./operator.ts";
import type { Code, Node, Pen } from "./operator.ts";

/** A statement is missing. */
const dropStatement = operator(({ code, replace }) => {
  const drop = (node: Node) => {
    if (!code(node).startsWith("console.")) replace(node, ";");
  };
  return {
    ExpressionStatement: drop,
    IfStatement: drop,
    ThrowStatement: drop,
    ReturnStatement: drop,
    BreakStatement: drop,
    WhileStatement: drop,
    ForStatement: drop,
    ForOfStatement: drop,
  };
});

/** An `await` is missing, or two in one function. */
const dropAwait = operator(({ code, make, replace }) => {
  const seen: Deno.lint.AwaitExpression[] = [];
  return {
    ForOfStatement(node) {
      if (!node.await) return;
      replace(node, code(node).replace(/^for\s+await/, "for"));
    },
    AwaitExpression(node) {
      if (!isNeeded(node, code)) return;
      const without = ({ argument, range: [from] }: typeof node) => ({
        range: [from, argument.range[0]] as [number, number],
        text: "",
      });
      make(node, without(node));
      for (const other of seen) {
        if (functionOf(other) !== functionOf(node)) continue;
        make(node, without(other), without(node));
      }
      seen.push(node);
    },
  };
});

/** A call is awaited that should go on by itself. */
const addAwait = operator(({ code, replace }) => {
  const own = new Set<string>();
  const calls: Deno.lint.CallExpression[] = [];
  return {
    FunctionDeclaration(node) {
      if (node.async && node.id) own.add(node.id.name);
    },
    CallExpression(node) {
      calls.push(node);
    },
    "Program:exit"() {
      for (const node of calls) {
        const { callee, parent } = node;
        const isPromise = callee.type === "Identifier"
          ? own.has(callee.name)
          : callee.type === "MemberExpression" &&
            /\.(finally|then|catch)$/.test(code(callee));
        const waits = ["AwaitExpression", "ReturnStatement"]
          .includes(parent.type) || parent.type === "MemberExpression";
        if (isPromise && !waits && functionOf(node)?.async) {
          replace(node, `await ${code(node)}`);
        }
      }
    },
  };
});

/** Two neighbours stand in the other order. */
const swap = operator((pen) => {
  const inBlock = ({ body }: { body: Node[] }) => {
    body.forEach((node, i) => {
      const next = body[i + 1];
      if (next && !isDeclared(node, next, pen)) exchange(node, next, pen);
    });
  };
  const arguments_ = (node: { arguments: Node[] }) => {
    node.arguments.forEach((one, i, all) => {
      const last = all[i - 1] ?? one;
      const isSpread = [last, one].some(({ type }) => type === "SpreadElement");
      if (last !== one && !isSpread) exchange(last, one, pen);
    });
  };
  const members = new Map([
    ["localAddr", "remoteAddr"],
    ["remoteAddr", "localAddr"],
  ]);
  return {
    Program: inBlock,
    BlockStatement: inBlock,
    CallExpression: arguments_,
    NewExpression: arguments_,
    MemberExpression({ property }) {
      const other = members.get(pen.code(property));
      if (other !== undefined) pen.replace(property, other);
    },
  };
});

/** One thing is done before all the others of its block, or after them. */
const move = operator(({ code, make }) => ({
  BlockStatement({ body }) {
    body.forEach((node, i) => {
      const isDone = node.type === "ExpressionStatement" &&
        !code(node).startsWith("console.");
      if (!isDone) return;
      const first = body[0];
      const last = body.at(-1)!;
      const to = last.type === "ReturnStatement"
        ? last.range[0]
        : last.range[1];
      if (i > 1) {
        make(node, put(node, ";"), {
          range: [first.range[0], first.range[0]],
          text: code(node),
        });
      }
      if (i < body.length - 2) {
        make(node, put(node, ";"), { range: [to, to], text: code(node) });
      }
    });
  },
}));

/** A condition means its opposite, or only half of it. */
const negate = operator(({ code, replace }) => {
  const test = (node: { test: Node | null }) => {
    if (node.test !== null) replace(node.test, `!(${code(node.test)})`);
  };
  return {
    IfStatement: test,
    WhileStatement: test,
    DoWhileStatement: test,
    ForStatement: test,
    ConditionalExpression: test,
    LogicalExpression(node) {
      const { left, right } = node;
      const other = node.operator === "&&" ? "||" : "&&";
      replace(node, `(${code(left)}) ${other} (${code(right)})`);
      replace(node, code(left));
      replace(node, code(right));
    },
  };
});

/** Operators, and those that are one off. */
const others: Record<string, string[]> = {
  "<": ["<=", ">"],
  "<=": ["<", ">"],
  ">": [">=", "<"],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["+"],
};

/** A number, a sum, a comparison, a word or a truth is off by one. */
const offByOne = operator(({ code, replace }) => ({
  BinaryExpression(node) {
    const { left, right } = node;
    if (isRoom(node)) return;
    for (const other of others[node.operator] ?? []) {
      replace(node, `${code(left)} ${other} ${code(right)}`);
    }
    if (node.operator !== "+") return;
    replace(node, code(left));
    replace(node, code(right));
  },
  UpdateExpression(node) {
    const { argument, prefix, parent } = node;
    if (/^(ExpressionStatement|ForStatement)$/.test(parent.type)) return;
    const sign = node.operator;
    const name = code(argument);
    replace(node, prefix ? `${name}${sign}` : `${sign}${name}`);
  },
  Literal(node) {
    const { value } = node;
    if (typeof value === "boolean") replace(node, String(!value));
    if (typeof value === "string" && value !== "") replace(node, '""');
    if (typeof value !== "number" || value > 1 && isRoom(node)) return;
    replace(node, String(value + 1));
    if (value > 0) replace(node, String(value - 1));
  },
}));

/** An argument or a property is missing. */
const dropArgument = operator(({ code, make }) => {
  const shorter = (node: { arguments: Node[] } & Node) => {
    node.arguments.forEach((one, i, all) => {
      // Of `...rest`, the tree knows where it begins alone.
      const next = all[i + 1]?.range[0] ?? node.range[1] - 1;
      make(node, { range: [one.range[0], next], text: "" });
    });
  };
  return {
    CallExpression: shorter,
    NewExpression: shorter,
    ObjectExpression(node) {
      const { properties } = node;
      properties.forEach((one, i) => {
        // That is what Deno takes without it.
        if (code(one) === "port: 0") return;
        const next = properties[i + 1]?.range[0] ?? node.range[1] - 1;
        make(node, { range: [one.range[0], next], text: "" });
      });
    },
  };
});

/** A loop makes one round, or at least one. */
const oneRound = operator(({ code, make }) => {
  const once = (node: { body: Node | null } & Node) => {
    // The tree has no node for a body that is `;`.
    if (node.body === null) return;
    make(node, put(node.body, `{ ${code(node.body)} break; }`));
  };
  return {
    ForStatement: once,
    ForOfStatement: once,
    WhileStatement(node) {
      once(node);
      if (node.body === null || code(node.test) === "true") return;
      const round = `do ${code(node.body)} while (${code(node.test)});`;
      make(node, put(node, round));
    },
  };
});

/** Operators by the names that `--operator` takes. */
export const slips: Record<string, Deno.lint.Rule> = {
  "drop-statement": dropStatement,
  "drop-await": dropAwait,
  "add-await": addAwait,
  swap,
  move,
  negate,
  "off-by-one": offByOne,
  "drop-argument": dropArgument,
  "one-round": oneRound,
};

function exchange(a: Node, b: Node, { code, make }: Pen): void {
  make(b, put(a, code(b)), put(b, code(a)));
}

/** Whether `next` needs `node`, or their order means nothing. */
function isDeclared(node: Node, next: Node, { code }: Pen): boolean {
  if (isStill(node, code) || isStill(next, code)) return true;
  if (node.type !== "VariableDeclaration") return false;
  const names = node.declarations.flatMap(({ id }) =>
    code(id).match(/[\w$]+/g) ?? []
  );
  return names.some((name) => mentions(code(next), name));
}

/** Whether nothing happens in a statement that others could notice. */
function isStill(node: Node, code: Code): boolean {
  const text = code(node);
  if (text.startsWith("console.")) return true;
  return node.type === "VariableDeclaration"
    ? !/\b(await|yield|using|Deno\.\w+\()|\+\+|--|[^=!<>]=(?!>)[^=]*=(?!>)/
      .test(text)
    : /^(Import|Export|Function|Class|TS)/.test(node.type);
}

/** Whether a number says how large a buffer is, which is a matter of taste. */
function isRoom(node: Node): boolean {
  const user = ancestorsOf(node).find(({ type }) =>
    type !== "BinaryExpression"
  );
  return user?.type === "NewExpression";
}

/** Whether a function needs an `await` to do its work before it ends. */
function isNeeded(node: Deno.lint.AwaitExpression, code: Code): boolean {
  if (node.parent.type !== "ReturnStatement") return true;
  const fn = functionOf(node);
  const around = ancestorsOf(node);
  const inside = around.slice(0, around.indexOf(fn as Node));
  return inside.some(({ type }) => type === "TryStatement") ||
    (fn !== undefined && /\busing\b/.test(code(fn)));
}
