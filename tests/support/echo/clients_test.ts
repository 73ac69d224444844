import assert from "node:assert/strict";
import {
  ask,
  connect,
  finished,
  leave,
  play,
  startEcho,
  wasAccepted,
} from "./clients.ts";
import { accepted } from "./serving.ts";
import { Failure } from "../failure.ts";
import { testOnWire } from "../fixtures/on_wire.ts";

/** Serves one client, with `change` done to each chunk. */
async function echo(
  listener: Deno.TcpListener,
  change = (bytes: Uint8Array<ArrayBuffer>) => bytes,
): Promise<string> {
  using conn = await listener.accept();
  const buffer = new Uint8Array(64);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    await conn.write(change(buffer.subarray(0, n)));
  }
  return "served";
}

testOnWire("a client asks, leaves, and the server returns", async (wire) => {
  const server = startEcho(wire, echo, { clients: 1 });
  await play(server, async () => {
    const [client] = await connect(server, "A");
    await wasAccepted(wire, client);
    assert.equal(accepted(wire.log).length, 1);
    await ask(server, client, "hello");
    await ask(server, client, "안녕", "one byte at a time");
    assert.equal(server.said.get(client)!.length, 11);
    await leave(server, client);
  });
  assert.equal(await finished(server), "served");
});

testOnWire("ask() refuses a wrong answer", async (wire) => {
  const server = startEcho(
    wire,
    (listener) => echo(listener, (bytes) => bytes.map((byte) => byte ^ 1)),
    { clients: 1 },
  );
  await assert.rejects(
    play(server, async () => {
      const [client] = await connect(server, "A");
      await ask(server, client, "hello");
    }),
    Failure,
  );
});

testOnWire("leave() refuses bytes after the end", async (wire) => {
  const server = startEcho(wire, async (listener) => {
    using conn = await listener.accept();
    await conn.read(new Uint8Array(1));
    await conn.write(new TextEncoder().encode("and another thing"));
  }, { clients: 1 });
  await assert.rejects(
    play(server, async () => {
      const [client] = await connect(server, "A");
      await leave(server, client);
    }),
    Failure,
  );
});

testOnWire("finished() wants as many clients as agreed", async (wire) => {
  const server = startEcho(wire, () => {}, { clients: 1 });
  await assert.rejects(finished(server), Failure);
});
