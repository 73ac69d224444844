import { styleText } from "node:util";

/** Gives a text a colour, or leaves it as it is. */
export type Style = (
  format: "bold" | "dim" | "red" | "green" | "yellow" | "cyan",
  text: string,
) => string;

/** For a terminal that shows colours. */
export const coloured: Style = (format, text) =>
  styleText(format, text, { validateStream: false });

/** For everything else (no-color.org). */
export const plain: Style = (_, text) => text;
