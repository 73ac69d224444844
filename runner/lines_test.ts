import assert from "node:assert/strict";
import { linesOf } from "./lines.ts";

/** A stream of bytes that come in these pieces. */
function streamOf(...pieces: Uint8Array<ArrayBuffer>[]) {
  return ReadableStream.from(pieces);
}

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("linesOf() puts the pieces of a line together", async () => {
  const lines = linesOf(
    streamOf(bytes("one\ntw"), bytes("o\n\nth"), bytes("ree\n")),
  );
  assert.deepEqual(await Array.fromAsync(lines), ["one", "two", "", "three"]);
});

Deno.test("linesOf() puts the bytes of a Korean letter together", async () => {
  const whole = bytes("소켓\n");
  const pieces = [...whole].map((byte) => new Uint8Array([byte]));
  assert.deepEqual(await Array.fromAsync(linesOf(streamOf(...pieces))), [
    "소켓",
  ]);
});

Deno.test("linesOf() gives a last line without an end", async () => {
  const lines = linesOf(streamOf(bytes("one\ntwo")));
  assert.deepEqual(await Array.fromAsync(lines), ["one", "two"]);
});

Deno.test("linesOf() gives nothing for an empty stream", async () => {
  assert.deepEqual(await Array.fromAsync(linesOf(streamOf())), []);
});
