/**
 * A recording that is kept as one file: it plays without us.
 *
 * @module
 */
/// <reference lib="dom" />
import type { PlayedLesson } from "../play.ts";
import type { Language } from "./dom.ts";
import { mountVerdict } from "./verdict.ts";
import type { Shown } from "./verdict.ts";

const kept: { lesson: PlayedLesson; language: Language; quiet: boolean } = JSON
  .parse(document.getElementById("kept")!.textContent!);
const root = document.getElementById("verdict")!;
let shown: Shown;

function show(language: Language): void {
  shown?.stop();
  document.documentElement.lang = language;
  shown = mountVerdict(root, kept.lesson, language, kept.quiet);
}

for (const language of ["en", "ko"] as const) {
  document.getElementById(language)!
    .addEventListener("click", () => show(language));
}
document.addEventListener("keydown", (event) => {
  const { target } = event;
  const isField = target instanceof HTMLInputElement;
  const isButton = target instanceof HTMLButtonElement && event.key === " ";
  if (isField || isButton || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (shown.key(event.key)) event.preventDefault();
});
show(kept.language);
