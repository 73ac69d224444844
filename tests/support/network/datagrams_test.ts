import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import {
  lacksStrangersElsewhere,
  mostBytes,
  oddSizes,
  stranger,
  strangersElsewhere,
} from "./relay.ts";
import { testOnWire } from "../fixtures/on_wire.ts";

testOnWire("oddSizes() can all be sent, and no byte more", async (wire) => {
  const [one, other] = [wire.datagram(), wire.datagram()];
  for (const bytes of oddSizes()) {
    await one.send(bytes, other.addr);
    assert.deepEqual((await other.receive())[0], bytes);
  }
  await assert.rejects(one.send(new Uint8Array(mostBytes + 1), other.addr));
});

testOnWire("strangersElsewhere() are none that is known", async (wire) => {
  const [student, known] = [wire.lentDatagram(), wire.datagram()];
  const server = known.addr as Deno.NetAddr;
  const elsewhere = lacksStrangersElsewhere === undefined
    ? strangersElsewhere(wire, server)
    : [];
  for (const liar of [stranger(wire), ...elsewhere]) {
    await liar.send(encode("believe me"), student.addr);
    const from = (await student.receive())[1] as Deno.NetAddr;
    assert.notDeepEqual(from, server);
    assert.equal(from.hostname !== server.hostname, elsewhere.includes(liar));
    assert.equal(wire.socket(liar).name?.en, "a stranger");
  }
  if (elsewhere.length > 0) {
    assert.equal((elsewhere[1].addr as Deno.NetAddr).port, server.port);
  }
});
