/**
 * Elements of a page, made of data: what a student wrote becomes text and
 * never markup.
 *
 * @module
 */
/// <reference lib="dom" />

/** The languages of the course, as in the data that comes along. */
export type Language = "en" | "ko";

/** What is said in both of them. */
export interface Text {
  en: string;
  ko: string;
}

/** What an element may have: attributes, and functions for events. */
export type Properties = Record<
  string,
  string | number | boolean | undefined | ((event: Event) => void)
>;

/**
 * Makes an element. A property with a function listens, one that is true is an
 * empty attribute, and one that is false or undefined is left out.
 */
export function make(
  name: string,
  properties: Properties = {},
  ...children: (Node | string | undefined)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}
