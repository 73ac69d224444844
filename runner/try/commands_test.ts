import assert from "node:assert/strict";
import { encode } from "../../tests/support/bytes.ts";
import { parseCommand } from "./commands.ts";
import type { Typed } from "./commands.ts";

const send = (text: string): Typed => ({ do: "send", bytes: encode(text) });

const read: [string, Typed][] = [
  ["send", send("\n")],
  ["send hi", send("hi\n")],
  ["send  two  spaces ", send(" two  spaces \n")],
  ["SEND Hi", send("Hi\n")],
  ["send 안녕", send("안녕\n")],
  ['send "hi"', send("hi")],
  ['send "a\\n\\r\\t\\0\\"\\\\"', send('a\n\r\t\0"\\')],
  ['send "가\\xff"', { do: "send", bytes: Uint8Array.of(234, 176, 128, 255) }],
  ['send ""', send("")],
  ['send he said "hi"', send('he said "hi"\n')],
  ["send \\n", send("\\n\n")],
  ["send 2", send("2\n")],
  ["hex 68 69", send("hi")],
  ["hex 6869 0A", send("hi\n")],
  ["pieces 1", { do: "pieces", size: 1 }],
  ["stop reading", { do: "stop reading" }],
  ["stop", { do: "stop reading" }],
  ["  read ", { do: "read" }],
  ["2", { do: "use", to: 2 }],
  ["2 end", { do: "end", to: 2 }],
  ["2 send  x", { ...send(" x\n"), to: 2 } as Typed],
  ["2 another", { do: "another" }],
  ["lose", { do: "lose", count: 1 }],
  ["lose 2", { do: "lose", count: 2 }],
  ["", { do: "enter" }],
  ["   ", { do: "enter" }],
  ["quit", { do: "quit" }],
  ["help", { do: "help" }],
];

for (const [line, typed] of read) {
  Deno.test(`parseCommand() reads ${JSON.stringify(line)}`, () => {
    assert.deepEqual(parseCommand(line), typed);
  });
}

for (
  const line of [
    "sned hi",
    "hex",
    "hex 6",
    "hex zz",
    "pieces",
    "pieces -1",
    "lose two",
    "end now",
    "stop it",
    'send "\\q"',
    'send "\\x1"',
    "2 nothing",
    "constructor",
  ]
) {
  Deno.test(`parseCommand() refuses ${line} in both languages`, () => {
    const typed = parseCommand(line);
    assert.ok(typed.do === "refused");
    assert.match(typed.words.ko, /[가-힣]/);
    assert.ok(typed.words.en.length > 20);
  });
}
