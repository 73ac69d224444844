import assert from "node:assert/strict";
import { refusingAddress, sinkAddress } from "./nowhere.ts";

Deno.test("refusingAddress() is one that refuses, again and again", async () => {
  const address = await refusingAddress("localhost");
  assert.equal(address.hostname, "127.0.0.1");
  assert.deepEqual(await refusingAddress("0.0.0.0"), address);
  for (let i = 0; i < 3; i++) {
    await assert.rejects(
      Deno.connect(address),
      Deno.errors.ConnectionRefused,
    );
  }
  // Nobody else can begin to listen there.
  assert.throws(() => Deno.listen(address), Deno.errors.AddrInUse);
});

Deno.test("sinkAddress() takes more than anybody could keep", async () => {
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  const sink = sinkAddress("127.0.0.1");
  assert.deepEqual(sinkAddress("localhost"), sink);
  const bytes = new Uint8Array(8_000);
  for (let i = 0; i < 200; i++) {
    assert.equal(await socket.send(bytes, sink), bytes.length);
  }
  socket.close();
});
