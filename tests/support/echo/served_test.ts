import assert from "node:assert/strict";
import { expectServed } from "./serving.ts";
import { Failure } from "../failure.ts";
import { testOnListener } from "../fixtures/on_wire.ts";

const name = { en: "client A", ko: "클라이언트 A" };

testOnListener(
  "expectServed() wants one accept for each client",
  async (wire, listener) => {
    assert.throws(() => expectServed(wire.log, 1), Failure);
    const client = await wire.client(listener.addr);
    await client.end();
    using conn = await listener.accept();
    await conn.read(new Uint8Array(1));
    conn.close();
    expectServed(wire.log, 1);
    assert.throws(() => expectServed(wire.log, 2), Failure);
  },
);

testOnListener(
  "expectServed() wants a close after the end of the stream",
  async (wire, listener) => {
    const client = await wire.client(listener.addr, name);
    await client.end();
    const conn = await listener.accept();
    await conn.read(new Uint8Array(1));
    assert.throws(() => expectServed(wire.log, 1), (error) => {
      assert.ok(error instanceof Failure && "came" in error.words);
      assert.match(error.words.expected.en, /client A/);
      assert.match(error.words.expected.ko, /클라이언트 A/);
      return true;
    });
    conn.close();
    expectServed(wire.log, 1);
  },
);

testOnListener(
  "expectServed() wants the service to go on to the end",
  async (wire, listener) => {
    const client = await wire.client(listener.addr);
    await client.send("hi");
    const conn = await listener.accept();
    await conn.read(new Uint8Array(8));
    conn.close();
    assert.throws(() => expectServed(wire.log, 1), Failure);
  },
);
