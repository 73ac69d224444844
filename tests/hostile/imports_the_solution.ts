// Lesson: 03_connect
// Ends as: failed
// Must say: Requires read access
// @ts-nocheck: an attack

export * from "../../solutions/03_connect/connect.ts";
