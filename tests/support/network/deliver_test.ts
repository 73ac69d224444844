import assert from "node:assert/strict";
import { payload } from "../bytes.ts";
import { deliver, deliverLong, longAfter } from "./deliver.ts";
import type { Peer } from "../peer.ts";
import type { ResettingPeer } from "./reset.ts";
import { lacksResets } from "../resets.ts";
import { everyStart, segments } from "./segments.ts";
import { settle } from "../settle.ts";
import { bytesMoved, otherEnd } from "../log/wire_log.ts";
import { testOnWire } from "../fixtures/on_wire.ts";

/** Reads to the end, and notes the size of each read. */
async function sizesOf(conn: Deno.TcpConn, sizes: number[] = []) {
  const buffer = new Uint8Array(64);
  for (let n; (n = await conn.read(buffer)) !== null;) sizes.push(n);
  return sizes;
}

testOnWire("deliver() lets each segment be one read", async (wire) => {
  const [conn, peer] = await wire.pair();
  const reading = sizesOf(conn);
  const parts = segments("하나둘셋", { seed: 4 });
  await deliver(peer, [...parts, "end"], { then: "end" });
  const sizes = [...parts.map(({ length }) => length), 3];
  assert.deepEqual(await reading, sizes);
});

testOnWire("deliver() waits until the last segment was read", async (wire) => {
  const [conn, peer] = await wire.pair({ read: 1 });
  void sizesOf(conn);
  await deliver(peer, ["fo", "ur"]);
  assert.equal(bytesMoved(wire.log, wire.socket(conn), "read"), 4);
});

testOnWire(
  "deliver() ends with the end of the stream, or with a close",
  async (wire) => {
    for (const then of ["end", "close"] as const) {
      const [conn, peer] = await wire.pair();
      const reading = sizesOf(conn);
      await deliver(peer, ["ab", "c"], { then });
      assert.deepEqual(await reading, [2, 1]);
      const { state } = otherEnd(wire.log, wire.socket(conn))!;
      assert.equal(state, then === "end" ? "open" : "closed");
    }
  },
);

testOnWire("deliver() breaks the connection off at any step", async (wire) => {
  for (const parts of everyStart(segments("abc", "one byte at a time"))) {
    const [conn, peer] = await wire.resettingPair();
    const sizes: number[] = [];
    const reading = settle(() => sizesOf(conn, sizes));
    await deliver(peer, parts, { then: "reset" });
    const { error } = await reading;
    assert.ok(error instanceof Deno.errors.ConnectionReset, String(error));
    assert.equal(sizes.length, parts.length);
  }
}, lacksResets);

testOnWire(
  "deliver() stops when the reader is done, whatever becomes of it",
  async (wire) => {
    for (const way of ["return", "throw", "close"]) {
      const [conn, peer] = await wire.pair();
      const reader = (async () => {
        await conn.read(new Uint8Array(64));
        if (way === "close") conn.close();
        if (way === "throw") throw new Error("enough");
      })();
      reader.catch(() => {});
      const parts = segments("many parts", "one byte at a time");
      await deliver(peer, parts, { reader, then: "end" });
      const { id } = otherEnd(wire.log, wire.socket(conn))!;
      const sent = wire.log.events.filter(({ call, socket }) =>
        call === "write" && socket === id
      );
      assert.ok(sent.length < parts.length);
    }
  },
);

testOnWire(
  "deliver() reports what goes wrong where there is no reader",
  async (wire) => {
    const [, peer] = await wire.pair();
    peer.close();
    await assert.rejects(deliver(peer, ["too late"]));
    await assert.rejects(deliver(peer, [], { then: "end" }));
  },
);

// A peer that cannot reset is refused by the compiler.
function _types(plain: Peer, resetting: ResettingPeer): void {
  void deliver(resetting, [], { then: "reset" });
  // @ts-expect-error: only a resetting peer can
  void deliver(plain, [], { then: "reset" });
}

testOnWire(
  "deliverLong() sends less to who takes few bytes a call",
  async (wire) => {
    const KiB = 1024;
    for (
      const [room, size] of [
        [16, 8 * KiB],
        [64, 64 * KiB + 16],
        [1024, 1088 * KiB + 16],
        [64 * KiB, longAfter(1)],
      ]
    ) {
      const [conn, peer] = await wire.pair({ read: room });
      const reading = new Response(conn.readable).bytes();
      const bytes = payload(longAfter(1));
      const sent = await deliverLong(wire, peer, bytes, reading);
      assert.equal(sent.length, size);
      assert.deepEqual(await reading, sent);
    }
  },
);

testOnWire("deliverLong() is done when its reader is", async (wire) => {
  const [conn, peer] = await wire.pair();
  const reading = conn.read(new Uint8Array(64 * 1024));
  await deliverLong(wire, peer, payload(longAfter(1)), reading, "end");
});
