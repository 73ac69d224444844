import assert from "node:assert/strict";
import { beginningOf, linesOf, longestLine } from "./checks.ts";

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

Deno.test("linesOf() keeps the beginning of a line without end", async () => {
  const piece = new Uint8Array(1024 * 1024).fill(0x78);
  let written = 0;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (written++ < 100) return controller.enqueue(piece);
      controller.enqueue(bytes("\nnext\n"));
      controller.close();
    },
  });
  const [line, next, ...others] = await Array.fromAsync(linesOf(endless));
  assert.ok(line.length >= longestLine);
  assert.ok(line.length < longestLine + 2 * piece.length);
  assert.deepEqual([next, others], ["next", []]);
});

Deno.test("beginningOf() keeps the beginning, and reads the rest", async () => {
  const pieces = ["one ", "소", "켓 ", "three ", "four"].map(bytes);
  assert.equal(await beginningOf(streamOf(...pieces), 5), "one 소");
  assert.equal(
    await beginningOf(streamOf(...pieces), 99),
    "one 소켓 three four",
  );
  let given = 0;
  const counted = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (given === pieces.length) controller.close();
      else controller.enqueue(pieces[given++]);
    },
  });
  assert.equal(await beginningOf(counted, 1), "one ");
  assert.equal(given, pieces.length);
});
