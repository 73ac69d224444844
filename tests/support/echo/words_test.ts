import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { echoWords } from "./words.ts";
import { testOnListener } from "../fixtures/on_wire.ts";

testOnListener(
  "echoWords() tells too many bytes from too few",
  async (wire, listener) => {
    const client = await wire.client(listener.addr);
    const conn = await listener.accept();
    await client.send("hello");
    await conn.read(new Uint8Array(8));
    const words = () => echoWords(wire.log, client.local, encode("x")).why?.en;
    await conn.write(encode("hel"));
    assert.match(words()!, /read 5 bytes and wrote 3 bytes: a write\(\) may/);
    await conn.write(encode("lo"));
    assert.equal(words(), undefined);
    await conn.write(encode("\0"));
    assert.match(
      words()!,
      /read 5 bytes and wrote 6 bytes: it sends the whole/,
    );
  },
);

testOnListener(
  "echoWords() sees a decoder, though only one byte of it has come",
  async (wire, listener) => {
    const client = await wire.client(listener.addr);
    const conn = await listener.accept();
    await client.send(Uint8Array.of(0xec));
    await conn.read(new Uint8Array(8));
    await conn.write(encode("\ufffd"));
    const { why } = echoWords(wire.log, client.local, Uint8Array.of(0xef));
    assert.match(why!.en, /went through a text and back/);
  },
);

testOnListener(
  "echoWords() sees a server that speaks first",
  async (wire, listener) => {
    const client = await wire.client(listener.addr);
    const conn = await listener.accept();
    await conn.write(encode("hello"));
    const { why } = echoWords(wire.log, client.local, encode("hello"));
    assert.match(why!.en, /wrote before it had read/);
  },
);
