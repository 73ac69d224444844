import assert from "node:assert/strict";
import { echoHang } from "./hang.ts";
import type { Peer } from "../peer.ts";
import { testOnListener } from "../fixtures/on_wire.ts";
import { answers } from "../verdict/told.ts";
import type { Wire } from "../wire.ts";

const a = { en: "client A", ko: "클라이언트 A" };
const b = { en: "client B", ko: "클라이언트 B" };
const byte = () => new Uint8Array(1);

/** What is said while `client` waits for its answer, in both languages. */
function said(wire: Wire, client?: Peer): string[] {
  void client?.receive(1);
  const words = echoHang(wire.log);
  return words === undefined
    ? []
    : (["en", "ko"] as const).map((language) =>
      answers.map((key) => words[key]?.[language] ?? "").join("\n")
    );
}

testOnListener(
  "echoHang() has nothing to say where no client waits",
  async (wire, listener) => {
    assert.deepEqual(said(wire), []);
    await wire.client(listener.addr, a);
    assert.deepEqual(said(wire), []);
  },
);

testOnListener(
  "echoHang() names the client that was never accepted",
  async (wire, listener) => {
    const client = await wire.client(listener.addr, a);
    const [en, ko] = said(wire, client);
    assert.match(en, /Client A[^]*accept\(\)/);
    assert.match(ko, /클라이언트 A[^]*accept\(\)/);
  },
);

testOnListener(
  "echoHang() names the client for whom the other one waits",
  async (wire, listener) => {
    await wire.client(listener.addr, a);
    const second = await wire.client(listener.addr, b);
    const conn = await listener.accept();
    void conn.read(byte());
    const [en, ko] = said(wire, second);
    assert.match(en, /Client B stands in the queue[^]*read\(\) for client A/);
    assert.match(ko, /클라이언트 A[^]*클라이언트 B/);
  },
);

testOnListener(
  "echoHang() names the client in the queue, though it waits in no call",
  async (wire, listener) => {
    await wire.client(listener.addr, a);
    const conn = await listener.accept();
    assert.deepEqual(said(wire), []);
    await wire.client(listener.addr, b);
    void conn.read(byte());
    const [en, ko] = said(wire);
    assert.match(en, /Client B stands in the queue[^]*read\(\) for client A/);
    assert.match(ko, /클라이언트 A[^]*클라이언트 B/);
    void listener.accept();
    assert.deepEqual(said(wire), []);
  },
);

testOnListener(
  "echoHang() sees that nobody reads what a client sent",
  async (wire, listener) => {
    const client = await wire.client(listener.addr, a);
    await client.send("hi");
    await listener.accept();
    void listener.accept();
    const [en, ko] = said(wire, client);
    assert.match(en, /[Cc]lient A[^]*accept\(\)/);
    assert.match(ko, /클라이언트 A/);
  },
);

testOnListener(
  "echoHang() sees that a server reads all before it answers",
  async (wire, listener) => {
    const client = await wire.client(listener.addr, a);
    await client.send("hi");
    const conn = await listener.accept();
    await conn.read(new Uint8Array(8));
    void conn.read(byte());
    const [en, ko] = said(wire, client);
    assert.match(en, /read 2 bytes and written 0 bytes/);
    assert.match(ko, /2바이트[^]*0바이트/);
  },
);

testOnListener(
  "echoHang() sees a connection that stays open after its end",
  async (wire, listener) => {
    const client = await wire.client(listener.addr, a);
    await client.end();
    const conn = await listener.accept();
    await conn.read(byte());
    const [en, ko] = said(wire, client);
    assert.match(en, /[Cc]lient A[^]*still open/);
    assert.match(ko, /클라이언트 A[^]*열려 있습니다/);
    conn.close();
    assert.deepEqual(said(wire), []);
  },
);

testOnListener(
  "echoHang() knows who is held up by a client that does not read",
  async (wire, listener) => {
    const slow = await wire.client(listener.addr, a);
    const second = await wire.client(listener.addr, b);
    const [one] = [await listener.accept(), await listener.accept()];
    await second.send("hi");
    void one.write(new Uint8Array(64 * 1024 * 1024));
    const [en, ko] = said(wire, second);
    assert.match(en, /Client B gets nothing[^]*write\(\) to client A waits/);
    assert.match(ko, /클라이언트 A[^]*write\(\)[^]*클라이언트 B/);
    slow.close();
  },
);

testOnListener(
  "echoHang() sees an answer that went to another client",
  async (wire, listener) => {
    const first = await wire.client(listener.addr, a);
    await wire.client(listener.addr, b);
    const one = await listener.accept();
    const other = await listener.accept();
    await first.send("hi");
    await one.read(new Uint8Array(8));
    await other.write(new Uint8Array(2));
    void one.read(byte());
    const [en, ko] = said(wire, first);
    assert.match(en, /The answer went to client B/);
    assert.match(ko, /클라이언트 B/);
  },
);
