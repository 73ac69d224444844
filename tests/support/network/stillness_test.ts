import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { flood, moreThanBuffers, standsStill, waitsIn } from "./stillness.ts";
import { bytesMoved, otherEnd } from "../log/wire_log.ts";
import { testOnWire } from "../on_wire.ts";

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

testOnWire("flood() fills every buffer between the two ends", async (wire) => {
  const [conn, peer] = await wire.pair();
  flood(peer);
  const socket = otherEnd(wire.log, wire.socket(conn))!;
  const buffer = new Uint8Array(64 * 1024);
  await conn.read(buffer);
  assert.ok(bytesMoved(wire.log, socket, "write") < moreThanBuffers);
  // All of it comes, once somebody reads.
  for (let n: number | null = 0, sum = 0; sum < 1024 * 1024; sum += n ?? 0) {
    n = await conn.read(buffer);
  }
});

testOnWire("flood() ends in silence with its connection", async (wire) => {
  const [conn, peer] = await wire.pair();
  flood(peer);
  conn.close();
  await wire.until((log) =>
    log.events.some(({ side, call, outcome }) =>
      side === "peer" && call === "write" && outcome === "error"
    )
  );
});

testOnWire(
  "standsStill() waits for movement first, and then for none",
  async (wire) => {
    let steps = 0;
    const moved = () => Math.min(10, Math.max(0, steps - 5));
    await standsStill(wire.log, moved, () => {
      steps++;
      return Promise.resolve();
    });
    assert.equal(steps, 15 + 20);
  },
);

testOnWire("standsStill() gives up on what moves for ever", async (wire) => {
  const [conn, peer] = await wire.pair();
  let steps = 0;
  const buffer = new Uint8Array(8);
  await standsStill(wire.log, () => ++steps, async () => {
    for (let i = 0; i < 50; i++) {
      await peer.send(encode("step"));
      await conn.read(buffer);
    }
  });
  assert.ok(wire.log.events.length >= 20_000);
});
