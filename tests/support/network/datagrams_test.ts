import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { mostBytes, oddSizes, strangers } from "./datagrams.ts";
import { testOnWire } from "../on_wire.ts";

testOnWire("oddSizes() can all be sent, and no byte more", async (wire) => {
  const [one, other] = [wire.datagram(), wire.datagram()];
  for (const bytes of oddSizes()) {
    await one.send(bytes, other.addr);
    assert.deepEqual((await other.receive())[0], bytes);
  }
  await assert.rejects(one.send(new Uint8Array(mostBytes + 1), other.addr));
});

testOnWire(
  "strangers() are none of them the one that is known",
  async (wire) => {
    const [student, known] = [wire.lentDatagram(), wire.datagram()];
    const server = known.addr as Deno.NetAddr;
    const all = strangers(wire, server);
    assert.ok(all.length > 0);
    for (const stranger of all) {
      await stranger.send(encode("believe me"), student.addr);
      const from = (await student.receive())[1] as Deno.NetAddr;
      assert.notDeepEqual(from, server);
      assert.equal(wire.socket(stranger).name?.en, "a stranger");
    }
  },
);
