// Lesson: 03_connect
// Ends as: failed
// Must say: Each exercise stands alone
// @ts-nocheck: an attack

export * from "../../solutions/03_connect/connect.ts";
