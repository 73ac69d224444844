// Lesson: 03_connect
// Ends as: failed
// Must say: nothing may outlast a run
// @ts-nocheck: an attack

const brand = Object.getOwnPropertySymbols(new Headers())
  .find((symbol) => String(symbol) === "Symbol([[webidl.brand]])");
const storage = Object.create(CacheStorage.prototype);
storage[brand] = brand;
const notes = await storage.open("hostile_was_here");
await notes.put("http://127.0.0.1/", new Response("note"));

export const connectTo = () => {};
export const endpoints = () => {};
export const probe = () => {};
