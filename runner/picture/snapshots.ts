/**
 * The texts that the renderers are to make of the recordings, which are kept
 * beside them.
 *
 * @module
 */
import { fold, tell } from "../../tests/support/verdict/steps.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import type { Language } from "../../tests/support/text.ts";
import type { WireEvent } from "../../tests/support/log/wire_log.ts";
import { plain } from "../style.ts";
import { drawHtml } from "./html.ts";
import { layout } from "./layout.ts";
import type { Size } from "./layout.ts";
import { ascii, unicode } from "./signs.ts";
import type { Signs } from "./signs.ts";
import { drawSvg } from "./svg.ts";
import { drawTerminal } from "./terminal.ts";

const inTerminal: Size = { ends: 4, rows: 60 };
const inFile: Size = { ends: 6, rows: 200 };

/** Every text that is made of a recording, by the suffix of its file. */
export function textsOf(outcome: Outcome): Record<string, string> {
  const picture = layout(outcome, inFile)!;
  const sources = new Map<string, string[]>();
  return {
    ".en.txt": terminal(outcome, "en", unicode),
    ".ko.txt": terminal(outcome, "ko", unicode),
    ".ascii.txt": terminal(outcome, "en", ascii),
    ".steps.txt": steps(outcome),
    ".svg": drawSvg("Lesson", [picture], "en"),
    ".html": drawHtml("Lesson", [{ outcome, picture }], sources, "ko"),
  };
}

function terminal(outcome: Outcome, language: Language, signs: Signs): string {
  const picture = layout(outcome, inTerminal)!;
  const drawing = { language, columns: 80, style: plain, signs };
  return drawTerminal(picture, drawing).join("\n") + "\n";
}

/** The numbered steps of a failure, from the same events. */
function steps({ wire }: Outcome): string {
  const { events, sockets, peerName } = wire!;
  const log = events.map(({ sample, ...event }): WireEvent => ({
    ...event,
    sample: sample === undefined ? undefined : Uint8Array.fromBase64(sample),
  }));
  const made = sockets.map((socket) => ({ ...socket, made: log[0] }));
  const all = { events: log, sockets: made, peerName, touched: 0 };
  return tell(all, fold(log)).map(({ en }) => en).join("\n") + "\n";
}
