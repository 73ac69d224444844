import assert from "node:assert/strict";
import { turns } from "../network/turns.ts";
import { lose, refuse, refusingAddress, sinkAddress } from "./nowhere.ts";

const loopback = { hostname: "127.0.0.1", port: 0 };

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
  // Nobody else can begin to listen there; wine lets them.
  if (Deno.build.os !== "windows") {
    assert.throws(() => Deno.listen(address), Deno.errors.AddrInUse);
  }
});

Deno.test({
  name: "refuse() says what a kernel would that takes its time",
  // Only there it is known how to have the kernel say nothing.
  ignore: Deno.build.os !== "linux",
  async fn() {
    const kernel = await Deno.connect(await refusingAddress("127.0.0.1"))
      .catch((error) => error);
    using full = Deno.listen({ ...loopback, tcpBacklog: 0 });
    using _first = await Deno.connect({ ...loopback, port: full.addr.port });
    const ours = await refuse(full.addr).catch((error) => error);
    assert.equal(Object.getPrototypeOf(ours), Object.getPrototypeOf(kernel));
    for (const key of ["name", "message", "code"]) {
      assert.equal(ours[key], kernel[key]);
      assert.ok(Object.keys(ours).includes(key) || key === "message");
    }
  },
});

Deno.test("refuse() is ended by its signal before", async () => {
  const reason = new Error("The limit is over");
  const address = await refusingAddress("127.0.0.1");
  const ended = refuse(address, AbortSignal.abort(reason));
  assert.equal(await ended.catch((error) => error), reason);
});

Deno.test("lose() waits, whatever the kernel says, until its signal", async () => {
  using listener = Deno.listen(loopback);
  const reason = new Error("The limit is over");
  for (const to of [listener.addr, await refusingAddress("127.0.0.1")]) {
    const limit = new AbortController();
    let over = false;
    const lost = lose(to, limit.signal).catch((error) => error)
      .finally(() => over = true);
    await turns(20);
    assert.ok(!over);
    limit.abort(reason);
    assert.equal(await lost, reason);
    const before = lose(to, AbortSignal.abort(reason));
    assert.equal(await before.catch((error) => error), reason);
  }
  const junk = {} as AbortSignal;
  await assert.rejects(lose(listener.addr, junk), TypeError);
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
