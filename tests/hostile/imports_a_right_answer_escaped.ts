// Lesson: 03_connect
// Ends as: failed
// Must say: Blocked by null
// @ts-nocheck: an attack

const url = new URL("../../solution%73/03_connect/connect.ts", import.meta.url);
export const { connectTo, endpoints, probe } = await import(url.href);
