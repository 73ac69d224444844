import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { connect, listen } from "./log/calls.ts";
import { encode, payload } from "./bytes.ts";
import { peer } from "./peer.ts";
import type { Peer } from "./peer.ts";
import { testOnWire } from "./fixtures/on_wire.ts";
import { createScope, endScope } from "./log/scope.ts";
import type { Scope } from "./log/scope.ts";

/** A student's connection and the check's end of it. */
async function pair(scope: Scope): Promise<[Deno.TcpConn, Peer]> {
  const listener = listen(scope, "peer", { hostname: "127.0.0.1", port: 0 });
  const conn = await connect(scope, "student", listener.addr);
  const other = peer(scope, await listener.accept());
  listener.close();
  return [conn, other];
}

/** Tests one script on a fresh pair. */
function test(
  name: string,
  script: (conn: Deno.TcpConn, other: Peer, scope: Scope) => Promise<void>,
): void {
  Deno.test(name, async () => {
    const scope = createScope();
    const [conn, other] = await pair(scope);
    try {
      await script(conn, other, scope);
    } finally {
      endScope(scope);
    }
  });
}

test("peer() knows both addresses", (conn, other) => {
  assert.deepEqual(other.local, conn.remoteAddr);
  assert.deepEqual(other.remote, conn.localAddr);
  return Promise.resolve();
});

test(
  "send() sends texts as UTF-8, and bytes as they are",
  async (conn, other) => {
    await other.send("한");
    await other.send(Uint8Array.of(0, 255));
    other.close();
    const all = await new Response(conn.readable).bytes();
    assert.deepEqual(all, Uint8Array.of(...encode("한"), 0, 255));
  },
);

test(
  "send() sends all of 6 MiB while the other end reads",
  async (conn, other) => {
    const bytes = payload(6 * 1024 * 1024);
    const sending = other.send(bytes).then(() => other.end());
    const all = await new Response(conn.readable).bytes();
    await sending;
    assert.equal(Buffer.compare(all, bytes), 0);
  },
);

test(
  "receive() puts its bytes together from many reads",
  async (conn, other, { log }) => {
    const receiving = other.receive(5);
    for (const part of ["he", "l", "lo, world"]) {
      await conn.write(encode(part));
    }
    assert.deepEqual(await receiving, encode("hello"));
    const reads = log.events.filter(({ call }) => call === "read");
    assert.ok(reads.length >= 1);
    assert.deepEqual(await other.receive(7), encode(", world"));
  },
);

test(
  "receive() gives fewer bytes when the stream ends before",
  async (conn, other) => {
    await conn.write(encode("hi"));
    conn.close();
    assert.deepEqual(await other.receive(5), encode("hi"));
    assert.deepEqual(await other.receive(5), new Uint8Array());
  },
);

test(
  "receiveSome() gives what there is, and nothing only at the end",
  async (conn, other) => {
    await conn.write(encode("hi"));
    assert.deepEqual(await other.receiveSome(), encode("hi"));
    conn.close();
    assert.deepEqual(await other.receiveSome(), new Uint8Array());
  },
);

test(
  "receiveToEnd() keeps what was sent before the end",
  async (conn, other) => {
    await conn.write(payload(100));
    await conn.closeWrite();
    assert.deepEqual(await other.receiveToEnd(), payload(100));
  },
);

test("end() is a half-close", async (conn, other) => {
  await other.end();
  assert.equal(await conn.read(new Uint8Array(1)), null);
  await conn.write(encode("hi"));
  assert.deepEqual(await other.receive(2), encode("hi"));
});

test(
  "wasRead() waits until the student's end has read all",
  async (conn, other) => {
    await other.wasRead();
    await other.send("hello");
    let read = false;
    const waiting = other.wasRead().then(() => assert.ok(read));
    await conn.read(new Uint8Array(3));
    assert.ok(!read);
    const reading = conn.read(new Uint8Array(3));
    read = true;
    await reading;
    await waiting;
  },
);

test(
  "wasRead() tells several connections of one server apart",
  async (conn, other, scope) => {
    const [second, otherOfSecond] = await pair(scope);
    await other.send("a");
    await otherOfSecond.send("b");
    await second.read(new Uint8Array(1));
    await otherOfSecond.wasRead();
    const reading = conn.read(new Uint8Array(1));
    await other.wasRead();
    assert.equal(await reading, 1);
  },
);

testOnWire(
  "endWasRead() waits for the end, not for the bytes",
  async (wire) => {
    const [conn, other] = await wire.pair();
    await other.send("x");
    await other.end();
    let seen = false;
    const waiting = other.endWasRead().then(() => seen = true);
    await conn.read(new Uint8Array(9));
    await other.wasRead();
    assert.ok(!seen);
    assert.equal(await conn.read(new Uint8Array(9)), null);
    await waiting;
  },
);
