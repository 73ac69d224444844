// Lesson: 03_connect
// Ends as: failed
// Must say: Came:
// @ts-nocheck: an attack

// The name of a function stands in call stacks, and may be anything.
const up = new URL(".", import.meta.url).href + "..%2f".repeat(12);
const names = [
  "x (file://[:1:1)\n    at y (file://[/a:1:1)\n   ",
  `x\n    at y (${up}etc/passwd:1:1)\n   `,
  `x\n    at y (file:///%:1:1)\n   `,
];
const functions = names.map((name) => ({
  [name]: async (address, signal) => {
    const conn = await Deno.connect({ ...address, signal });
    conn.close();
    return conn;
  },
}[name]));

let calls = 0;
export const connectTo = (address, limit) =>
  functions[calls++ % functions.length](address, limit);
export const endpoints = () => ({ local: "a", remote: "b" });
export const probe = () => Promise.resolve("open");
