/**
 * Slips: the operators that leave out, exchange or shift by one.
 *
 * @module
 */
import { ancestorsOf, functionOf, operator, put } from "./operator.ts";
import type { Node, Pen } from "./operator.ts";

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
      if (i > 0) exchange(all[i - 1], one, pen);
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

/** A number, a comparison, a word or a truth is off by one. */
const offByOne = operator(({ code, replace }) => ({
  BinaryExpression(node) {
    const { left, right } = node;
    for (const other of others[node.operator] ?? []) {
      replace(node, `${code(left)} ${other} ${code(right)}`);
    }
  },
  UpdateExpression(node) {
    const { argument, prefix } = node;
    const sign = node.operator;
    const name = code(argument);
    replace(node, prefix ? `${name}${sign}` : `${sign}${name}`);
  },
  Literal(node) {
    const { value } = node;
    if (typeof value === "boolean") replace(node, String(!value));
    if (typeof value === "string" && value !== "") replace(node, '""');
    // How large a buffer is, is a matter of taste.
    const user = ancestorsOf(node).find(({ type }) =>
      type !== "BinaryExpression"
    );
    const isRoom = user?.type === "NewExpression" && Number(value) > 1;
    if (typeof value !== "number" || isRoom) return;
    replace(node, String(value + 1));
    if (value > 0) replace(node, String(value - 1));
  },
}));

/** An argument or a property is missing. */
const dropArgument = operator(({ make }) => {
  const shorter = (node: { arguments: Node[] } & Node) => {
    node.arguments.forEach((one, i, all) => {
      const next = all[i + 1];
      const before = all[i - 1];
      const range: [number, number] = next
        ? [one.range[0], next.range[0]]
        : [before ? before.range[1] : one.range[0], one.range[1]];
      make(node, { range, text: "" });
    });
  };
  return {
    CallExpression: shorter,
    NewExpression: shorter,
    ObjectExpression(node) {
      const { properties } = node;
      properties.forEach((one, i) => {
        // Of `...address`, the tree knows where it begins alone.
        const next = properties[i + 1]?.range[0] ?? node.range[1] - 1;
        make(node, { range: [one.range[0], next], text: "" });
      });
    },
  };
});

/** A loop makes one round. */
const oneRound = operator(({ code, make }) => {
  const once = (node: { body: Node } & Node) => {
    make(node, put(node.body, `{ ${code(node.body)} break; }`));
  };
  return {
    ForStatement: once,
    ForOfStatement: once,
    WhileStatement: once,
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
  const means = (one: Node) =>
    !/^(Import|Export|Function|Class|TS)/.test(one.type) &&
    !code(one).startsWith("console.");
  if (!means(node) || !means(next)) return true;
  if (node.type !== "VariableDeclaration") return false;
  const names = node.declarations.flatMap(({ id }) =>
    code(id).match(/[\w$]+/g) ?? []
  );
  return names.some((name) =>
    new RegExp(`(?<![\\w$])${RegExp.escape(name)}(?![\\w$])`).test(code(next))
  );
}
