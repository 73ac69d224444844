/**
 * What an operator is, and which mutants it makes of a program. It is a rule of
 * Deno's linter whose fix makes a mistake instead of mending one.
 *
 * @module
 */

/** A program with one mistake more than the one that it was made of. */
export interface Mutant {
  operator: string;
  /** The function that it is in, and what was changed, on one line. */
  change: string;
  /** The whole program. */
  text: string;
}

/**
 * The mutants of a program, none of them twice. Works where
 * `Deno.lint.runPlugin()` does: under `deno test`. Throws what that throws if
 * the program itself is no TypeScript.
 */
export function mutantsOf(
  program: string,
  operators: Record<string, Deno.lint.Rule>,
): Mutant[] {
  const plugin = { name: "mutants", rules: operators };
  const found = Deno.lint.runPlugin(plugin, "program.ts", program);
  const seen = new Set([program]);
  const times = new Map<string, number>();
  return found.flatMap(({ id, message, fix = [] }) => {
    const text = applied(program, fix);
    if (seen.has(text)) return [];
    seen.add(text);
    const operator = id.replace("mutants/", "");
    const change = `${message}: ${changeOf(program, fix)}`;
    const key = `${operator} ${change}`;
    const nth = (times.get(key) ?? 0) + 1;
    times.set(key, nth);
    const number = nth === 1 ? "" : ` (${nth})`;
    return { operator, change: change + number, text };
  });
}

/** A program with its fixes; those that stand at one place in their order. */
function applied(program: string, fixes: readonly Deno.lint.Fix[]): string {
  let text = "";
  let at = 0;
  for (
    const { range: [from, to], text: put = "" } of fixes.toSorted((a, b) =>
      a.range[0] - b.range[0]
    )
  ) {
    text += program.slice(at, from) + put;
    at = to;
  }
  return text + program.slice(at);
}

/** Characters of a text that are told. */
const most = 60;

/** A change of fewer characters is told along with its line. */
const least = 48;

/** What fixes change, on one line: `old → new; old → new`. */
function changeOf(program: string, fixes: readonly Deno.lint.Fix[]): string {
  const changes = fixes.filter(({ range }) => range[1] > 0)
    .map(({ range, text = "" }) => ({
      range,
      old: program.slice(...range),
      now: text,
    }));
  const [one, other] = changes;
  if (changes.length === 2 && one.old === other.now) {
    if (other.old === one.now) return `${short(one.old)} ⇄ ${short(one.now)}`;
    const way = one.range[0] < other.range[0] ? "down" : "up";
    if (one.now === ";") return `${short(one.old)} moved ${way}`;
  }
  return changes.map(({ range: [from, to], ...change }) => {
    const old = short(change.old);
    const now = short(change.now);
    const start = program.lastIndexOf("\n", from) + 1;
    const line = short(program.slice(start, program.indexOf("\n", to)));
    const isShort = old.length + now.length < least && line !== "";
    const where = isShort ? ` in ${line}` : "";
    if (old === "") return `+ ${now}`;
    return (now === "" ? `- ${old}` : `${old} → ${now}`) + where;
  }).join("; ");
}

/** A text on one line; of a long one, its beginning and its end. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= most
    ? line
    : `${line.slice(0, most / 2)}…${line.slice(-most / 2)}`;
}

/*
 * What operators are written with.
 */

/** A part of a program's syntax tree. */
export type Node = Deno.lint.Node;

/** A function of a program, however it is written. */
export type Fn =
  | Deno.lint.FunctionDeclaration
  | Deno.lint.FunctionExpression
  | Deno.lint.ArrowFunctionExpression;

/** Matches each `Fn`. */
export const everyFunction =
  ":matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)";

/** What an operator writes with. */
export interface Pen {
  /** The program text of a node. */
  code(node: Node): string;
  /** Makes a mutant: `node` is where its mistake is, `fixes` make it. */
  make(node: Node, ...fixes: Deno.lint.Fix[]): void;
  /** Makes a mutant with another text in the place of `node`. */
  replace(node: Node, text: string): void;
}

/** An operator that looks at a program with `visit`. */
export function operator(
  visit: (pen: Pen) => Deno.lint.LintVisitor,
): Deno.lint.Rule {
  return {
    create(context) {
      const source = context.sourceCode;
      const make: Pen["make"] = (node, ...fixes) => {
        const ancestors = [...source.getAncestors(node), node];
        if (ancestors.some(isUnjudged)) return;
        const message = nameOfPlace(ancestors);
        context.report({ node, message, fix: () => fixes });
      };
      return visit({
        code: (node) => source.getText(node),
        make,
        replace: (node, text) => make(node, put(node, text)),
      });
    },
  };
}

/** Another text in the place of `node`. */
export function put(node: Node, text: string): Deno.lint.Fix {
  return { range: node.range, text };
}

/** A text before `node`. */
export function before(node: Node, text: string): Deno.lint.Fix {
  return { range: [node.range[0], node.range[0]], text };
}

/** A text behind `node`. */
export function behind(node: Node, text: string): Deno.lint.Fix {
  return { range: [node.range[1], node.range[1]], text };
}

/** A text at the top of the module. */
export function atTop(text: string): Deno.lint.Fix {
  return { range: [0, 0], text: `${text}\n` };
}

/**
 * Texts at the beginning and at the end of a function's body. A body that is an
 * expression becomes a block that returns it between the two.
 */
export function around(fn: Fn, first: string, last = ""): Deno.lint.Fix[] {
  const { body } = fn;
  if (body === null) return [];
  if (body.type !== "BlockStatement") {
    return [before(body, `{ ${first} return (`), behind(body, `); ${last} }`)];
  }
  const [from, to] = body.range;
  const start = {
    range: [from + 1, from + 1],
    text: `\n  ${first}`,
  } satisfies Deno.lint.Fix;
  const end = {
    range: [to - 1, to - 1],
    text: `${last}\n`,
  } satisfies Deno.lint.Fix;
  return last === "" ? [start] : [start, end];
}

/** Whether other modules can call a function. */
export function isExported({ parent }: Fn): boolean {
  const holder = parent.type === "VariableDeclarator"
    ? parent.parent.parent
    : parent;
  return holder.type === "ExportNamedDeclaration";
}

/** What a node stands in, from the inside to the outside. */
export function ancestorsOf(node: Node): Node[] {
  const ancestors: Node[] = [];
  let at = node;
  while ("parent" in at && at.parent) {
    at = at.parent as Node;
    ancestors.push(at);
  }
  return ancestors;
}

/** The function that a node stands in. */
export function functionOf(node: Node): Fn | undefined {
  return ancestorsOf(node).find(isFunction);
}

/** Whether a node is a function. */
export function isFunction(node: Node): node is Fn {
  return [
    "FunctionDeclaration",
    "FunctionExpression",
    "ArrowFunctionExpression",
  ].includes(node.type);
}

/** The name of the called method or function: `read` of `conn.read(buffer)`. */
export function nameOfCall(node: Node | null): string | undefined {
  if (node?.type !== "CallExpression") return undefined;
  const { callee } = node;
  if (callee.type === "Identifier") return callee.name;
  if (callee.type !== "MemberExpression") return undefined;
  return callee.property.type === "Identifier"
    ? callee.property.name
    : undefined;
}

/** Gives the program text of a node. */
export type Code = (node: Node) => string;

/** The parameters of a function that are one name each, with their types. */
export function parametersOf(
  fn: Fn,
  code: Code,
): { name: string; type: string }[] {
  return fn.params.flatMap((one) => {
    if (one.type !== "Identifier" || !one.typeAnnotation) return [];
    const type = code(one.typeAnnotation).replace(/^:\s*/, "");
    return { name: one.name, type };
  });
}

/** The type that a function says that it returns. */
export function returnTypeOf(
  fn: Fn | undefined,
  code: Code,
): string | undefined {
  return fn?.returnType && code(fn.returnType).replace(/^:\s*/, "");
}

/** Whether a program text has a name in it. */
export function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${RegExp.escape(name)}(?![\\w$])`).test(text);
}

/** What checks do not judge: imports, types, output, and the program below. */
function isUnjudged(node: Node): boolean {
  switch (node.type) {
    case "ImportDeclaration":
    case "TSTypeAnnotation":
    case "TSTypeParameterInstantiation":
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
      return true;
    case "IfStatement":
      return node.test.type === "MemberExpression" &&
        node.test.object.type === "MetaProperty";
    case "CallExpression":
      return node.callee.type === "MemberExpression" &&
        node.callee.object.type === "Identifier" &&
        node.callee.object.name === "console";
    case "NewExpression":
      // The words of an error are the student's own.
      return nameEndsInError(node.callee);
    default:
      return false;
  }
}

const nameEndsInError = (node: Node): boolean =>
  node.type === "Identifier"
    ? node.name.endsWith("Error")
    : node.type === "MemberExpression" &&
      node.object.type === "MemberExpression" &&
      node.object.property.type === "Identifier" &&
      node.object.property.name === "errors";

/** The names of the functions around a node: `client.write`. */
function nameOfPlace(ancestors: Node[]): string {
  const names = ancestors.flatMap((node) => {
    switch (node.type) {
      case "FunctionDeclaration":
      case "ClassDeclaration":
        return node.id?.name ?? [];
      case "MethodDefinition":
      case "PropertyDefinition":
        return node.key.type === "Identifier" ? node.key.name : [];
      case "VariableDeclarator":
        return node.id.type === "Identifier" && node.init !== null &&
            isFunction(node.init)
          ? node.id.name
          : [];
      default:
        return [];
    }
  });
  return names.length === 0 ? "module" : names.join(".");
}
