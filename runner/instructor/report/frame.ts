/**
 * What all pages with marks have in common: one HTML file that needs nothing
 * from anywhere else, and links to itself in the other language.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { languages } from "../../../tests/support/text.ts";
import type { Language } from "../../../tests/support/text.ts";
import { palettes } from "../../picture/colours.ts";
import type { Ink } from "../../picture/colours.ts";
import { pageRules } from "../../picture/html.ts";
import { styleRules } from "../../picture/svg.ts";
import { markup, pageFiles } from "./markup.ts";

/** What a page consists of. */
export interface Frame {
  language: Language;
  /** Plain text. */
  title: string;
  /** What `main` contains, as HTML. */
  main: string;
  /** What stands behind `main`, as HTML. */
  after?: string;
  script?: string;
}

/**
 * The whole page. The policy allows this style and this script by their
 * hashes (W3C, Content Security Policy Level 3), so that nothing of a
 * submission could run even if it came to be markup.
 */
export function renderFrame(
  { language, title, main, after = "", script }: Frame,
): string {
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const links = languages.map((one) =>
    one === language
      ? `<span aria-current="page">${names[one]}</span>`
      : `<a href="${pageFiles[one]}" lang="${one}" hreflang="${one}">${
        names[one]
      }</a>`
  );
  const page = `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${markup(title)}</title>
<style>${style}</style>
</head>
<body>
<header class="top"><span>socketlings</span><nav aria-label="${
    { en: "Language", ko: "언어" }[language]
  }">${links.join(" ")}</nav></header>
<main>
${main}
</main>
${after}
${script === undefined ? "" : `<script>${script}</script>\n`}</body>
</html>
`;
  // Half a surrogate pair in a picture would be no UTF-8.
  return page.toWellFormed();
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

const names: Record<Language, string> = { en: "English", ko: "한국어" };

/*
 * The look of the pages with marks: system fonts, few colours, and what a
 * printer should do differently.
 */

/** The colours that the pages need besides those of the pictures. */
export const pageColours = {
  light: { good: "#116329", soft: "#f6f8fa", rule: "#d0d7de" },
  dark: { good: "#56d364", soft: "#161b22", rule: "#30363d" },
} as const;

const variables = (mode: "light" | "dark") =>
  Object.entries({ ...palettes[mode], ...pageColours[mode] })
    .map(([name, colour]) => `--${name}:${colour}`).join(";");

/** Paper is white whatever the screen is. */
const lightInks = (Object.keys(palettes.light) as Ink[]).map((ink) =>
  `.f-${ink}{fill:${palettes.light[ink]}}.s-${ink}{stroke:${
    palettes.light[ink]
  }}`
).join("");

/** The policy allows no style at an element, so that each width has a name. */
const widths = Array.from({ length: 101 }, (_, i) => `.w${i}{width:${i}%}`)
  .join("");

/** All rules of a page, as the content of a style element. */
export const style: string = `${styleRules}
${pageRules}
:root{${variables("light")}}
@media (prefers-color-scheme:dark){:root{${variables("dark")}}}
body{font-family:system-ui,-apple-system,'Segoe UI','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',sans-serif;overflow-wrap:anywhere;word-break:keep-all;-webkit-text-size-adjust:100%}
main,.top{max-width:960px;margin:0 auto;padding:0 1rem;box-sizing:border-box}
main{padding-bottom:4rem}
.top{display:flex;justify-content:space-between;padding:.9rem 1rem;font-size:.875rem;color:var(--muted)}
nav{display:flex;gap:1rem}nav span{color:var(--muted)}
a{color:var(--arrow);text-underline-offset:.2em;text-decoration-color:var(--rule)}a:hover{text-decoration-color:currentColor}
h1{font-size:2rem;line-height:1.2;font-weight:650;letter-spacing:-.01em;margin:1rem 0 .25rem}
h2{font-size:1.375rem;line-height:1.3;font-weight:650;margin:3.5rem 0 .5rem}
h3{font-size:1rem;line-height:1.5;font-weight:600;margin:0}
p{margin:.25rem 0}
.lead{color:var(--muted);margin:0}
.figures{display:flex;flex-wrap:wrap;gap:1rem 3rem;margin:1.5rem 0 2rem}
.figures div{min-width:5rem}
.figures dt{font-size:.8125rem}
.figures dd{font-size:2rem;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.02em;white-space:nowrap}
.figures small{font-size:1rem;font-weight:400;letter-spacing:0}
dl.figures,dl.words{grid-template-columns:none}
.remarks{border:1px solid var(--note);border-left-width:6px;border-radius:4px;padding:.75rem 1rem;margin:1.5rem 0}
.remarks h2{font-size:1rem;margin:0 0 .25rem;color:var(--note)}
.remarks.of-note{border-color:var(--rule)}.remarks.of-note h2{color:var(--text)}
.remarks ul{margin:.25rem 0;padding-left:1.2rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.45}
th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:baseline;font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.8125rem;color:var(--muted);border-bottom-color:var(--line);vertical-align:bottom}
tfoot th,tfoot td{border-bottom:0;font-weight:600}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.state{white-space:nowrap;font-size:.875rem}.state.is-failed{font-weight:650}
.state span{display:inline-block;width:1em;text-align:center}
.is-passed{color:var(--good)}.is-failed,.is-broken{color:var(--fault)}.is-could-not-be-checked,.is-missing{color:var(--note)}.is-not-started,.is-not-on-this-system{color:var(--muted)}
.sum{margin-bottom:.75rem}
.check{border-top:1px solid var(--rule);padding:.5rem 0}
.check h3{display:flex;gap:.25rem .9rem;flex-wrap:wrap;align-items:baseline;font-weight:400}
.check h3 .state{flex:0 0 6.5rem}.check h3 bdi{flex:1 1 16rem}
.check.failed{padding:.9rem 0 1.2rem}.check.failed h3{font-weight:600}
.check summary,.printed summary{cursor:pointer}
.check>summary{list-style:none;position:relative;padding-right:1.5rem}
.check>summary::-webkit-details-marker{display:none}
.check>summary::after{content:"";position:absolute;right:.3rem;top:.5em;width:.45em;height:.45em;border:solid var(--muted);border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
.check[open]>summary::after{transform:rotate(225deg);top:.75em}
summary:focus-visible,a:focus-visible{outline:2px solid var(--arrow);outline-offset:3px;border-radius:2px}
.place{color:var(--muted);font-weight:400}
.words{display:block;margin:.5rem 0 .75rem}
.words div{display:grid;grid-template-columns:6.5rem 1fr;gap:0 .9rem;padding:.1rem 0}
.words dt{font-weight:600;color:var(--text)}
.words dd,.said{white-space:pre-line}
.said{margin:.25rem 0 .75rem}
.parts{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;font-size:.875rem;color:var(--muted)}
.by-person{border-left:4px solid var(--arrow);padding-left:.75rem}
.label{font-weight:600;margin:.5rem 0 .25rem}
.steps,.printed pre{background:var(--soft);border-radius:4px;padding:.6rem .8rem;white-space:pre;overflow-x:auto}
.printed pre{white-space:pre-wrap;max-height:24rem;overflow:auto}
.printed{margin:.75rem 0 0}
.check figure{margin:.75rem 0 0;padding:.25rem 0}
.mark{display:inline-block;min-width:2.6em}
.bar,.stack,.part,.bar span{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.bar{display:inline-block;width:4.5rem;height:.5rem;margin-right:.6rem;vertical-align:middle;background:var(--rule)}
.bar span{display:block;height:100%;background:var(--arrow)}
${widths}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:2rem 2.5rem;align-items:start;margin:1rem 0}
.plots h2{margin-top:0}
.plot{font-size:.875rem}.plot th,.plot td{padding:.2rem .75rem .2rem 0;border-bottom:0;vertical-align:middle;white-space:nowrap}
.plot th[scope=row]{min-width:0;width:1%;font-variant-numeric:tabular-nums}.totals th[scope=row]{text-align:right}
.plot td:last-child{padding-right:0}
.plot thead th{border-bottom:1px solid var(--line)}
.plot .bar{display:inline-block;width:calc(100% - 3.6rem);height:1.1rem;background:none}
.stack{display:flex;height:1.4rem}
.part{display:flex;align-items:center;justify-content:center;box-sizing:border-box;min-width:4px;border:1px solid var(--text);overflow:hidden;line-height:1}
.part+.part{border-left:0}
.part b{background:var(--paper);padding:.05em .2em}.p-passed b{background:none;color:var(--paper)}
.p-passed{background:var(--arrow)}
.p-failed{background:repeating-linear-gradient(135deg,var(--fault) 0 1.5px,transparent 1.5px 6px)}
.p-broken{background:repeating-linear-gradient(45deg,var(--fault) 0 3px,transparent 3px 8px)}
.p-missing{background:radial-gradient(var(--note) 1.2px,transparent 1.7px) 0 0/6px 6px}
.p-could-not-be-checked{background:linear-gradient(var(--line) 1px,transparent 1px) 0 0/8px 8px,linear-gradient(90deg,var(--line) 1px,transparent 1px) 0 0/8px 8px}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.25rem 0 .5rem;font-size:.875rem}
.legend .part{display:inline-block;width:1.2rem;height:.9rem;vertical-align:-.1rem}
.zero{color:var(--muted)}small{font-size:.8125em}abbr{text-decoration:none}
th[scope=row]{min-width:5.5rem}.wide th[scope=row],.links{min-width:9rem}
tr[hidden]{display:none!important}
.matrix{font-size:.875rem}.matrix abbr{margin-right:.2em}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;margin:.5rem 0 1rem;font-size:.9375rem}.tools[hidden]{display:none}
.tools input,.tools select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:.3rem .5rem;margin-left:.4rem;max-width:100%;box-sizing:border-box}
.tools output{color:var(--muted);font-variant-numeric:tabular-nums}
th button{font:inherit;color:inherit;background:none;border:0;padding:.2rem 0;cursor:pointer;text-align:inherit}
th button:focus-visible,.tools :focus-visible{outline:2px solid var(--arrow);outline-offset:2px}
th button::after{content:"";display:inline-block;width:.9em;text-align:right}
[aria-sort=ascending] button::after{content:"▲";font-size:.7em}[aria-sort=descending] button::after{content:"▼";font-size:.7em}
.matrix th:first-child{position:sticky;left:0;background:var(--paper);min-width:7rem}
@media (max-width:600px){
h1{font-size:1.6rem}h2{margin-top:2.5rem}
.bar{display:none}
table{font-size:.875rem}th,td{padding-right:.5rem}
.wide thead{display:none}
.wide tr,.matrix tr{display:flex;flex-wrap:wrap;gap:.1rem .9rem;border-bottom:1px solid var(--rule);padding:.45rem 0}
.wide :is(td,th),.matrix :is(td,th){border:0;padding:0;min-width:0}
.wide th[scope=row],.matrix th[scope=row],.links{flex:1 0 100%}
:is(.wide,.matrix) td[data-label]::before{content:attr(data-label) " ";color:var(--muted);font-size:.8125rem}
.matrix th:first-child{position:static}
.matrix th button{padding:.2rem .3rem}.matrix td:empty{display:none}
.words div{display:block;margin-bottom:.4rem}
.figures{gap:1rem 2rem}.figures dd{font-size:1.6rem}
}
@media print{
:root{color-scheme:light;${variables("light")}}
${lightInks}
html{font-size:10pt}body{font-size:1rem;background:none}pre,code{font-size:8.5pt}
.plots{grid-template-columns:1fr 1fr}
main,.top{max-width:none;padding:0}
nav,aside,.screen,details:not([open]),details.printed>summary{display:none!important}
details.check:not([open]){display:block!important}
details.check>summary::after{display:none}
h1{font-size:20pt;margin-top:0}h2{font-size:14pt}
h2,h3{break-after:avoid}
.lesson{break-before:page}.lesson h2{margin-top:0}
tr,figure,.words div{break-inside:avoid}
thead{display:table-header-group}
figure,.scroll{overflow:visible}svg{min-width:0}
.steps,.printed pre{background:none;border:1px solid var(--rule);white-space:pre-wrap;max-height:none}
.matrix th:first-child{position:static}
a{color:inherit;text-decoration:none}
}`;
