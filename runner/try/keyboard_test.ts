import assert from "node:assert/strict";
import { encode } from "../../tests/support/bytes.ts";
import { fromConsole } from "./commands.ts";

async function typed(...lines: Uint8Array<ArrayBuffer>[]): Promise<string> {
  const stream = ReadableStream.from(lines).pipeThrough(fromConsole());
  return await new Response(stream).text();
}

Deno.test("fromConsole() reads code page 949 and UTF-8", async () => {
  // 안녕 똠방각하: the third syllable is in code page 949 and not in KS X 1001.
  const line = Uint8Array.fromHex("bec8b3e7208c63b9e6b0a2c7cf0d0a");
  assert.equal(await typed(line), "안녕 똠방각하\n");
  assert.equal(await typed(encode("안녕\r\n"), encode("hi\r\n")), "안녕\nhi\n");
});

Deno.test("fromConsole() ends at Ctrl+Z at the start of a line", async () => {
  const lines = ["a\x1a\r\n", "\x1a\r\n", "b\r\n"].map(encode);
  assert.equal(await typed(...lines), "a\x1a\n");
});
