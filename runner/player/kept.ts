/**
 * A lesson's recording as one HTML file that works offline and by itself: the
 * scripts and the style stand in it, and nothing else may run in it.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { stripTypeScriptTypes } from "node:module";
import { basename } from "node:path";
import type { Language } from "../../tests/support/text.ts";
import type { PlayedLesson } from "./play.ts";

/** The modules of the player, each before those that import it. */
const parts = [
  "./state.ts",
  "./browser/dom.ts",
  "./browser/words.ts",
  "./browser/player.ts",
  "./browser/verdict.ts",
  "./browser/kept.ts",
];

/** A file of this folder, as it stands there. */
export function ownText(name: string): string {
  return Deno.readTextFileSync(new URL(name, import.meta.url));
}

/** A module of this folder as a browser takes it: without its types. */
export function ownModule(name: string): string {
  return stripTypeScriptTypes(ownText(name));
}

/**
 * The page of a recording. With `quiet` it says nothing of passed and failed,
 * for a hall.
 */
export function keptPage(
  lesson: PlayedLesson,
  language: Language,
  quiet = false,
): string {
  const script = ["const modules = {};", ...parts.map(asPart)].join("\n");
  const style = ownText("./player.css");
  const data = JSON.stringify({ lesson, language, quiet })
    .replaceAll("<", "\\u003c");
  const allowed = `default-src 'none'; style-src '${hashOf(style)}'; ` +
    `script-src '${hashOf(script)}'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${allowed}">
<title>socketlings</title>
<style>${style}</style>
</head>
<body>
<main>
<nav><button type="button" id="en">English</button> <button type="button" id="ko">한국어</button></nav>
<div id="verdict"></div>
</main>
<script type="application/json" id="kept">${data}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

/**
 * A module as a part of one script: what it exports is kept under the name of
 * its file, and what it imports comes from there.
 */
function asPart(name: string): string {
  const exported: string[] = [];
  const text = ownModule(name)
    .replaceAll(
      /^import (\{[^}]*\}) from "[^"]*?([\w]+\.ts)";$/gm,
      (_, names, file) => `const ${names} = modules["${file}"];`,
    )
    .replaceAll(
      /^export ((?:async )?function|const) (\w+)/gm,
      (_, kind, symbol) => `${kind} ${(exported.push(symbol), symbol)}`,
    );
  const own = `{ ${exported.join(", ")} }`;
  return `modules["${
    basename(name)
  }"] = (() => {\n${text}\nreturn ${own};\n})();`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
