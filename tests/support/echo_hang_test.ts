import assert from "node:assert/strict";
import { echoHang } from "./echo_hang.ts";
import type { Peer } from "./peer.ts";
import { createScope, endScope } from "./scope.ts";
import { createWire } from "./wire.ts";
import type { Wire } from "./wire.ts";

const a = { en: "client A", ko: "클라이언트 A" };
const b = { en: "client B", ko: "클라이언트 B" };
const byte = () => new Uint8Array(1);

/** Tests a script with a listener that is lent to a server. */
function test(
  title: string,
  script: (wire: Wire, listener: Deno.TcpListener) => Promise<void> | void,
): void {
  Deno.test(`echoHang() ${title}`, async () => {
    const scope = createScope();
    const wire = createWire(scope);
    try {
      await script(wire, wire.listener());
    } finally {
      endScope(scope);
    }
  });
}

/** What is said while `client` waits for its answer, in both languages. */
function said(wire: Wire, client?: Peer): string[] {
  void client?.receive(1);
  const words = echoHang(wire.log);
  return words === undefined
    ? []
    : (["en", "ko"] as const).map((language) =>
      Object.values(words).map((text) => text[language]).join("\n")
    );
}

test("has nothing to say where no client waits", async (wire, listener) => {
  assert.deepEqual(said(wire), []);
  await wire.client(listener.addr, a);
  assert.deepEqual(said(wire), []);
});

test("names the client that was never accepted", async (wire, listener) => {
  const client = await wire.client(listener.addr, a);
  const [en, ko] = said(wire, client);
  assert.match(en, /Client A[^]*accept\(\)/);
  assert.match(ko, /클라이언트 A[^]*accept\(\)/);
});

test(
  "names the client for whom the other one waits",
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

test("sees that nobody reads what a client sent", async (wire, listener) => {
  const client = await wire.client(listener.addr, a);
  await client.send("hi");
  await listener.accept();
  void listener.accept();
  const [en, ko] = said(wire, client);
  assert.match(en, /[Cc]lient A[^]*accept\(\)/);
  assert.match(ko, /클라이언트 A/);
});

test(
  "sees that a server reads all before it answers",
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

test(
  "sees a connection that stays open after its end",
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
