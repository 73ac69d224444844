import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { connect, listen } from "../log/calls.ts";
import { encode, payload } from "../bytes.ts";
import { resettingClient, resettingServer } from "./reset.ts";
import type { ResettingPeer } from "./reset.ts";
import { lacksResets } from "../resets.ts";
import { testOnWire } from "../fixtures/on_wire.ts";
import { createScope, endScope } from "../log/scope.ts";
import { settle } from "../settle.ts";
import type { Scope } from "../log/scope.ts";
import { bytesMoved, otherEnd } from "../log/wire_log.ts";

/** A student's connection to a server of the check that can reset it. */
async function toServer(scope: Scope): Promise<[Deno.TcpConn, ResettingPeer]> {
  const server = await resettingServer(scope);
  const conn = await connect(scope, "student", server.address);
  return [conn, await server.accept()];
}

/** The same with the check as the client. */
async function toClient(scope: Scope): Promise<[Deno.TcpConn, ResettingPeer]> {
  const listener = listen(scope, "student", {
    hostname: "127.0.0.1",
    port: 0,
  });
  const client = await resettingClient(scope, listener.addr);
  const conn = await listener.accept();
  listener.close();
  return [conn, client];
}

for (const [name, make] of Object.entries({ toServer, toClient })) {
  const test = (
    does: string,
    script: (conn: Deno.TcpConn, other: ResettingPeer, scope: Scope) => unknown,
    ignore = false,
  ) =>
    Deno.test(`a resetting peer (${name}) ${does}`, { ignore }, async () => {
      const scope = createScope();
      const [conn, other] = await make(scope);
      try {
        await script(conn, other, scope);
      } finally {
        endScope(scope);
      }
    });

  test("lets the other end see ConnectionReset", async (conn, other) => {
    const reading = conn.read(new Uint8Array(1));
    other.reset();
    await assert.rejects(reading, Deno.errors.ConnectionReset);
  }, lacksResets !== undefined);

  test("was connected, whatever breaks later", async (conn, other, { log }) => {
    conn.close();
    await assert.rejects(async () => {
      for (;;) await other.send("x");
    });
    // node:net tells of an error once more, in a later turn.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const made = log.events.find(({ side, call }) =>
      side === "peer" && (call === "connect" || call === "accept")
    );
    assert.equal(made?.outcome, "ok");
  });

  test("records the reset and closes its socket", (_conn, other, { log }) => {
    other.reset();
    const event = log.events.at(-1)!;
    assert.deepEqual([event.side, event.call, event.outcome], [
      "peer",
      "reset",
      "ok",
    ]);
    const socket = log.sockets.find(({ id }) => id === event.socket)!;
    assert.deepEqual([socket.side, socket.state], ["peer", "closed"]);
  });

  test("is known to the log as the other end", (conn, other, { log }) => {
    const mine = log.sockets.find(({ side, kind }) =>
      side === "student" && kind === "connection"
    )!;
    assert.equal(otherEnd(log, mine)?.side, "peer");
    assert.equal(other.local.port, conn.remoteAddr.port);
    assert.equal(other.remote.port, conn.localAddr.port);
  });

  test("talks in both directions before", async (conn, other, { log }) => {
    await other.send("hello");
    const buffer = new Uint8Array(8);
    assert.equal(await conn.read(buffer), 5);
    await conn.write(encode("world"));
    assert.deepEqual(await other.receive(3), encode("wor"));
    assert.deepEqual(await other.receive(2), encode("ld"));
    await other.wasRead();
    const peer = log.sockets.find(({ side, kind }) =>
      side === "peer" && kind === "connection"
    )!;
    assert.equal(bytesMoved(log, peer, "read"), 5);
    assert.equal(bytesMoved(log, peer, "write"), 5);
  });

  test("reads to the end, and half-closes", async (conn, other) => {
    const bytes = payload(300_000);
    const receiving = other.receiveToEnd();
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
    await conn.closeWrite();
    assert.equal(Buffer.compare(await receiving, bytes), 0);
    await other.end();
    assert.equal(await conn.read(new Uint8Array(1)), null);
  });

  test("closes politely when it does not reset", async (conn, other) => {
    other.close();
    assert.equal(await conn.read(new Uint8Array(1)), null);
  });
}

Deno.test("resettingServer() accepts clients in their order", async () => {
  const scope = createScope();
  const server = await resettingServer(scope);
  const accepting = server.accept();
  const one = await connect(scope, "student", server.address);
  assert.equal((await accepting).remote.port, one.localAddr.port);
  const two = await connect(scope, "student", server.address);
  assert.equal((await server.accept()).remote.port, two.localAddr.port);
  server.close();
  endScope(scope);
});

Deno.test("resettingClient() fails where nobody listens", async () => {
  const scope = createScope();
  const server = listen(scope, "peer", { hostname: "127.0.0.1", port: 0 });
  const address = server.addr;
  server.close();
  await assert.rejects(
    resettingClient(scope, address),
    { code: "ECONNREFUSED" },
  );
  assert.equal(scope.log.events.at(-1)!.outcome, "error");
  endScope(scope);
});

Deno.test("endScope() ends the server and the connections", async () => {
  const scope = createScope();
  const server = await resettingServer(scope);
  await connect(scope, "student", server.address);
  await server.accept();
  endScope(scope);
  const { hostname, port } = server.address;
  await assert.rejects(
    Deno.connect({ hostname, port }),
    Deno.errors.ConnectionRefused,
  );
});

testOnWire(
  "resetHeardBy() decides whether a read or a write hears of the reset",
  async (wire) => {
    for (const first of ["read", "write"] as const) {
      const [conn, peer] = await wire.resettingPair();
      const order: string[] = [];
      const note = async (name: string, call: Promise<unknown>) => {
        const { value, error } = await settle(() => call);
        order.push(`${name} ${error?.name ?? value}`);
      };
      const reading = note("read", conn.read(new Uint8Array(9)));
      // More than the kernel takes: the last write waits.
      const writing = note(
        "write",
        (async () => {
          const much = new Uint8Array(1024 * 1024);
          for (;;) await conn.write(much);
        })(),
      );
      await wire.until(({ events }) =>
        events.filter(({ outcome }) => outcome === "pending").length === 2
      );
      await peer.resetHeardBy(first);
      await Promise.all([reading, writing]);
      assert.deepEqual(
        order,
        first === "read"
          ? ["read ConnectionReset", "write BrokenPipe"]
          : ["write ConnectionReset", "read null"],
      );
    }
  },
);
