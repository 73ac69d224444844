// Lesson: 03_connect
// Ends as: failed
// Must say: Blocked by null
// @ts-nocheck: an attack

const solution = new URL(
  "../../solutions/03_connect/connect.ts",
  import.meta.url,
);
const source = `export * from "${solution}";`;
const url = "data:text/javascript," + encodeURIComponent(source);
export const { connectTo, endpoints, probe } = await import(url);
