/**
 * The colours of a picture in a file, for a light and for a dark page. Each
 * can be read on its background (WCAG 2.2, success criterion 1.4.3), and none
 * of them is the only sign of what it means.
 *
 * @module
 */

/** What has a colour of its own. */
export type Ink =
  | "paper"
  | "text"
  | "muted"
  | "line"
  | "arrow"
  | "fault"
  | "note"
  | "tint";

/** The colours on a light page and on a dark one. */
export const palettes: Record<"light" | "dark", Record<Ink, string>> = {
  light: {
    paper: "#ffffff",
    text: "#1b1f24",
    muted: "#57606a",
    line: "#6e7781",
    arrow: "#0550ae",
    fault: "#b00020",
    note: "#8a4600",
    tint: "#ffebe9",
  },
  dark: {
    paper: "#0d1117",
    text: "#e6edf3",
    muted: "#9da7b3",
    line: "#8b949e",
    arrow: "#79c0ff",
    fault: "#ff8a80",
    note: "#e3b341",
    tint: "#3d1214",
  },
};

/** The rules that give the parts of a picture their colours. */
export function colourRules(): string {
  const rules = (mode: "light" | "dark") =>
    (Object.keys(palettes[mode]) as Ink[]).map((ink) =>
      `.f-${ink}{fill:${palettes[mode][ink]}}` +
      `.s-${ink}{stroke:${palettes[mode][ink]}}`
    ).join("");
  return `${rules("light")}@media (prefers-color-scheme:dark){${
    rules("dark")
  }}`;
}

/**
 * The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
 */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
