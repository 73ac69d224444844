import assert from "node:assert/strict";
import {
  accepted,
  expectServed,
  nameOf,
  pendingOn,
  sawEnd,
  servedTo,
} from "./serving.ts";
import { testOnListener } from "../fixtures/on_wire.ts";

const name = { en: "client A", ko: "클라이언트 A" };

/** Serves one client: echoes until the end of its stream, and closes. */
async function serve(listener: Deno.TcpListener): Promise<void> {
  using conn = await listener.accept();
  const buffer = new Uint8Array(64);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    await conn.write(buffer.subarray(0, n));
  }
}

testOnListener(
  "accepted() and sawEnd() follow a client through its service",
  async (wire, listener) => {
    const serving = serve(listener);
    const client = await wire.client(listener.addr, name);
    await client.send("hi");
    await client.receive(2);
    const [socket] = accepted(wire.log);
    assert.equal(servedTo(wire.log, client.local), socket);
    assert.ok(!sawEnd(wire.log, socket));
    assert.equal(nameOf(wire.log, socket), name);
    await client.end();
    await serving;
    assert.ok(sawEnd(wire.log, socket));
    expectServed(wire.log, 1);
  },
);

testOnListener(
  "pendingOn() knows which call waits on which socket",
  async (wire, listener) => {
    void serve(listener);
    await wire.client(listener.addr);
    await wire.until((log) => log.events.at(-1)!.call === "read");
    const [socket] = accepted(wire.log);
    assert.ok(pendingOn(wire.log, socket, "read"));
    assert.ok(!pendingOn(wire.log, socket, "write"));
  },
);
