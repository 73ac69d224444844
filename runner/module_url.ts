/**
 * The URL of the file at an absolute path, spelled as Deno spells the URLs of
 * its modules. An import map and a call stack are compared letter by letter,
 * and `pathToFileURL()` of `node:url` writes `~ [ ] | ^` in percents, which
 * Deno does not. A URL is also how a command line of Deno names a file in whose
 * path `*`, `?` or `[` are letters: in a path they are patterns.
 *
 * `windows` says how the path is written: with a drive letter, as
 * `\\server\share\…` (UNC), and either of them behind `\\?\`. The percents are
 * those of the URL Standard, section 1.3.
 */
export function moduleUrl(
  path: string,
  windows: boolean = Deno.build.os === "windows",
): string {
  const plain = windows ? withSlashes(path) : path;
  // What would have a meaning in a URL, or would be left out of one.
  const letters = plain.replaceAll(/[%?#\\\t\n\r]/g, escaped);
  const isShare = windows && plain.startsWith("//");
  const start = isShare ? "file:" : plain.startsWith("/") ? "file://" : null;
  return new URL((start ?? "file:///") + letters).href;
}

/** A path of Windows without the prefix that allows long ones. */
function withSlashes(path: string): string {
  return path.replace(/^\\\\\?\\UNC\\/i, "\\\\").replace(/^\\\\\?\\/, "")
    .replaceAll("\\", "/");
}

function escaped(letter: string): string {
  const code = letter.charCodeAt(0).toString(16).toUpperCase();
  return `%${code.padStart(2, "0")}`;
}
