import assert from "node:assert/strict";
import { flood, narrow, waitsIn } from "./stillness.ts";
import type { Peer } from "../peer.ts";
import type { ResettingPeer } from "./reset.ts";
import { createScope, endScope, runInScope } from "../log/scope.ts";
import { testOnWire } from "../fixtures/on_wire.ts";
import { createWire } from "../wire.ts";
import type { Wire } from "../wire.ts";

testOnWire(
  "waitsIn() sees a call that waits now, or begins to",
  async (wire) => {
    const [conn] = await wire.pair();
    const seen = waitsIn(wire, "read");
    void conn.read(new Uint8Array(1));
    await seen;
    await waitsIn(wire, "read");
  },
);

testOnWire("waitsIn() is not content with another call", async (wire) => {
  const [conn, peer] = await wire.pair();
  let seen = false;
  void waitsIn(wire, "accept").then(() => seen = true);
  const reading = conn.read(new Uint8Array(1));
  await peer.send("x");
  await reading;
  assert.ok(!seen);
});

testOnWire("flood() ends in silence with its connection", async (wire) => {
  const [conn, peer] = await wire.pair();
  flood(peer, 8 * 1024 * 1024);
  conn.close();
  await wire.until((log) =>
    log.events.some(({ side, call, outcome }) =>
      side === "peer" && call === "write" && outcome === "error"
    )
  );
});

testNarrow(
  "narrow() makes a write() wait until the rest is read",
  async ({ wire, conn, client }) => {
    assert.equal(await conn.write(new Uint8Array(3)), 3);
    assert.equal(await conn.write(new Uint8Array(9)), 5);
    let n = 0;
    const writing = conn.write(new Uint8Array(4)).then((size) => n = size);
    await waitsIn(wire, "write");
    assert.equal(n, 0);
    await client.receive(8);
    await writing;
    assert.equal(n, 4);
    const writes = wire.log.events.filter(({ side, call }) =>
      side === "student" && call === "write"
    );
    assert.equal(writes.length, 3);
  },
);

testNarrow(
  "narrow() lets a write() fail with its connection",
  async ({ wire, conn, client, stuck }) => {
    const writing = conn.writable.getWriter().write(new Uint8Array(20));
    await stuck(client);
    client.reset();
    await assert.rejects(writing);
    assert.equal(wire.socket(conn).state, "closed");
  },
);

/** Tests on a connection in which eight bytes have room. */
function testNarrow(
  name: string,
  script: (own: {
    wire: Wire;
    conn: Deno.TcpConn;
    client: ResettingPeer;
    stuck: (client: Peer) => Promise<void>;
  }) => Promise<void>,
): void {
  Deno.test(name, async () => {
    const scope = createScope();
    await runInScope(scope, async () => {
      const wire = createWire(scope);
      const listener = wire.listener();
      const stuck = narrow(wire, listener, 8);
      const client = await wire.resettingClient(listener.addr);
      await script({ wire, conn: await listener.accept(), client, stuck });
    });
    endScope(scope);
  });
}
