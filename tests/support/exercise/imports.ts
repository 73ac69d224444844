/**
 * What an exercise imports, found before it is loaded: `deno test -P` has no
 * import map that could hold anything back, and so both commands refuse the
 * same imports in the same words.
 *
 * @module
 */
import { allowedModules } from "./allowed_modules.ts";

/** An import of a file, by a text that stands in it. */
export interface Import {
  specifier: string;
  /** From 1. */
  line: number;
  column: number;
}

/** An import that the checks do not allow. */
export interface Refused extends Import {
  /** The module with the import. */
  url: string;
  /**
   * A module of Node.js that is not allowed, or one without its `node:`; one
   * that would be downloaded; a package; a file elsewhere; a file that is not
   * there, or is there with the ending that was left out.
   */
  kind:
    | "module"
    | "prefix"
    | "remote"
    | "package"
    | "elsewhere"
    | "missing"
    | "ending";
}

/** Where words stand that may be an import; a comment may have them too. */
const candidate = /\bimport\b(?!\s*\.\s*meta\b)|\bfrom\s*["']/;

/**
 * The imports of a module that are written as a text, `import()` and
 * `export … from` included, but for those of types alone, which nobody loads.
 * The syntax is read by the linter that `deno test` has. A text that is no
 * TypeScript has none: loading it will say so.
 */
export function importsOf(text: string): Import[] {
  if (!candidate.test(text)) return [];
  const found: Import[] = [];
  const add = (node: {
    source: Deno.lint.Node | null;
    range: [number, number];
    importKind?: string;
    exportKind?: string;
  }) => {
    const { source, range } = node;
    if (source?.type !== "Literal" || typeof source.value !== "string") return;
    if (node.importKind === "type" || node.exportKind === "type") return;
    const before = text.slice(0, range[0]).split("\n");
    found.push({
      specifier: source.value,
      line: before.length,
      column: before.at(-1)!.length + 1,
    });
  };
  const create = () => ({
    ImportDeclaration: add,
    ImportExpression: add,
    ExportAllDeclaration: add,
    ExportNamedDeclaration: add,
  });
  const plugin = { name: "exercise", rules: { imports: { create } } };
  try {
    Deno.lint.runPlugin(plugin, "exercise.ts", text);
  } catch {
    return [];
  }
  return found;
}

/** How `firstRefused()` knows the files. */
export interface Files {
  /** Whether the module at a URL may be imported. */
  isAllowed(url: string): boolean;
  /** The text of a file; undefined if there is none. */
  read(url: string): string | undefined;
}

/**
 * The first import that the checks do not allow, of the module at `url` and of
 * those that it imports.
 */
export function firstRefused(
  url: string,
  text: string,
  files: Files,
): Refused | undefined {
  const modules = new Map([[url, text]]);
  // A map is gone through with what comes meanwhile.
  for (const [url, text] of modules) {
    for (const found of importsOf(text)) {
      const target = kindOf(found.specifier, url, files);
      if (typeof target === "string") return { ...found, url, kind: target };
      if (target !== undefined && !modules.has(target.url)) {
        modules.set(target.url, target.text);
      }
    }
  }
}

/** Why an import is not allowed; or the module that has to be looked at too. */
function kindOf(
  specifier: string,
  url: string,
  { isAllowed, read }: Files,
): Refused["kind"] | { url: string; text: string } | undefined {
  if (/^\.{0,2}\/|^file:/.test(specifier)) {
    if (!URL.canParse(specifier, url)) return "missing";
    const { href } = new URL(specifier, url);
    if (!isAllowed(href)) return "elsewhere";
    const text = read(href);
    if (text !== undefined) return { url: href, text };
    return read(`${href}.ts`) === undefined ? "missing" : "ending";
  }
  const name = specifier.replace(/^node:/, "");
  if (name !== specifier) {
    return allowedModules.includes(name) ? undefined : "module";
  }
  if (/^(https?|npm|jsr):/.test(specifier)) return "remote";
  if (/^(data|blob):/.test(specifier)) return undefined;
  return allowedModules.includes(name) ? "prefix" : "package";
}
