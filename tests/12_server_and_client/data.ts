/**
 * What a line may hold, and some programs take for something else.
 *
 * @module
 */

/** Lines that somewhere are an order, or hold what ends a line elsewhere. */
export const oddLines: readonly string[] = [
  "quit",
  "exit",
  "bye",
  "end",
  "stop",
  ".",
  "close",
  "QUIT",
  // Each control character by itself, but the one that ends a line.
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code))
    .filter((character) => character !== "\n"),
  "a\0b",
  "one\rtwo",
  "one\u2028two\u2029three",
  "next\u0085line",
  "a\vb\fc",
  "한글".normalize("NFD"),
  "a\ufeffb",
  "MiXeD, ＡＢＣ, ß, 😀",
  "\ta  b\t ",
  "1: 2: 3",
  '%s %d \\n "quoted" {}',
  "__proto__",
  "null",
  "0",
];
