/**
 * The style and the script of the page with all pictures of a lesson.
 *
 * @module
 */
import { palettes } from "./colours.ts";

const colours = (
  { paper, text, muted, line, arrow, fault }: Record<string, string>,
) =>
  `--paper:${paper};--text:${text};--muted:${muted};--line:${line};` +
  `--arrow:${arrow};--fault:${fault}`;

/** The look of the page around the pictures. */
export const pageRules = `:root{color-scheme:light dark;${
  colours(palettes.light)
}}
@media (prefers-color-scheme:dark){:root{${colours(palettes.dark)}}}
body{margin:0;background:var(--paper);color:var(--text);font:16px/1.5 ui-sans-serif,system-ui,'Noto Sans KR',sans-serif}
main{max-width:960px;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:2.5rem 0 .5rem}h2.failed{color:var(--fault)}
h3{font-size:1rem;margin:0 0 .25rem}
figure{margin:0;overflow-x:auto}svg{display:block;width:100%;min-width:680px;height:auto}
section>p{margin:.1rem 0}
.row[role]{cursor:pointer}
.row[role]:hover text{text-decoration:underline}
.row:focus-visible,.row[aria-pressed=true]{outline:2px solid var(--arrow);outline-offset:2px}
aside{position:sticky;bottom:0;max-height:45vh;overflow:auto;background:var(--paper);border-top:2px solid var(--line);padding:1rem max(1rem,calc(50vw - 464px));box-sizing:border-box}
aside button{float:right;font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:4px;padding:.1rem .7rem;cursor:pointer}
#shown{display:flex;flex-wrap:wrap;gap:1rem 3rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}
dt{color:var(--muted)}dd{margin:0;min-width:0;overflow-wrap:anywhere}
pre{margin:0;overflow-x:auto}pre,code{font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}
small{color:var(--muted)}`;

/** Copies what a row has to tell into the panel below. */
export const script = `const panel = document.getElementById("details");
const shown = document.getElementById("shown");
const hide = () => {
  panel.hidden = true;
  pressed()?.removeAttribute("aria-pressed");
};
const pressed = () => document.querySelector("[aria-pressed]");
const open = (row) => {
  pressed()?.removeAttribute("aria-pressed");
  row.setAttribute("aria-pressed", "true");
  const details = document.getElementById(row.dataset.details);
  shown.replaceChildren(...[details.content.cloneNode(true)].flatMap((copy) => {
    const parts = [];
    for (const heading of copy.querySelectorAll("h3")) {
      const part = document.createElement("div");
      part.append(heading.nextElementSibling);
      part.prepend(heading);
      parts.push(part);
    }
    return parts;
  }));
  panel.hidden = false;
  row.scrollIntoView({ block: "nearest" });
};
document.addEventListener("click", ({ target }) => {
  const row = target.closest("[data-details]");
  if (row) open(row);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
  const row = event.target.closest?.("[data-details]");
  if (!row || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  open(row);
});
document.getElementById("close").addEventListener("click", hide);`;
