/**
 * Just enough of XML 1.0 to prove in a test that a text is well-formed: no
 * prefixes, no CDATA, no document type.
 *
 * @module
 */
import assert from "node:assert/strict";

/** An element and what is in it, in its order. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/** The root of a document. Throws an `AssertionError` for what is no XML. */
export function parseXml(text: string): Element {
  assert.ok(text.isWellFormed(), "no half of a surrogate pair");
  assert.doesNotMatch(text, /[^\t\n\r\x20-\ud7ff\ud800-\udfff\ue000-\ufffd]/);
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  const token =
    /<\?xml [^?<>]*\?>\n|<\/([\w-]+)>|<([\w-]+)([^<>]*?)(\/?)>|([^<]+)/gy;
  let at = 0;
  for (const [all, end, start, rest, empty, words] of text.matchAll(token)) {
    at += all.length;
    if (end !== undefined) assert.equal(open.pop()!.name, end);
    else if (start !== undefined) {
      const element = {
        name: start,
        attributes: attributes(rest),
        children: [],
      };
      open.at(-1)!.children.push(element);
      if (empty === "") open.push(element);
    } else if (words !== undefined) {
      assert.ok(!words.includes("]]>"));
      open.at(-1)!.children.push(plain(words));
    } else assert.equal(at, all.length, "the declaration comes first");
  }
  assert.equal(at, text.length, `no markup: ${text.slice(at, at + 80)}`);
  assert.equal(open.length, 1, "all elements are closed");
  const [element, ...more] = elementsOf(root);
  assert.deepEqual(more, [], "there is one root");
  return element;
}

/** The elements in an element. */
export function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => typeof child !== "string");
}

/** The text in an element. */
export function textOf({ children }: Element): string {
  return children.filter((child) => typeof child === "string").join("");
}

function attributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const rest = text.replaceAll(/\s+([\w-]+)="([^"<]*)"/g, (_, name, value) => {
    assert.ok(!(name in found), `${name} once`);
    found[name] = plain(value);
    return "";
  });
  assert.equal(rest, "");
  return found;
}

function plain(text: string): string {
  assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot);)/);
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
