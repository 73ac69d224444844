import assert from "node:assert/strict";
import { argumentsFor } from "./program.ts";

Deno.test("argumentsFor() takes the first way without words", () => {
  assert.deepEqual(argumentsFor("read_write", []), ["127.0.0.1", "PORT"]);
  assert.deepEqual(argumentsFor("listen", []), []);
});

Deno.test("argumentsFor() completes words that begin a way", () => {
  assert.deepEqual(argumentsFor("server_and_client", ["client"]), [
    ..."client PORT hello 안녕".split(" "),
  ]);
});

Deno.test("argumentsFor() takes other words as they are", () => {
  const words = ["client", "8080", "hi"];
  assert.deepEqual(argumentsFor("server_and_client", words), words);
  assert.deepEqual(argumentsFor("bind", ["8080"]), ["8080"]);
});

Deno.test("argumentsFor() gives the port to a lesson that is new", () => {
  assert.deepEqual(argumentsFor("broadcast", []), ["PORT"]);
});
