import assert from "node:assert/strict";
import { encode } from "./bytes.ts";
import {
  accepted,
  closeAsOwner,
  echoWords,
  expectServed,
} from "./echo_server.ts";
import { expectListenerOpen, expectNoError, nameOf } from "./echo_server.ts";
import { pendingOn, sawEnd, whileServing } from "./echo_server.ts";
import { Failure } from "./failure.ts";
import { createScope, endScope } from "./scope.ts";
import { settle } from "./settle.ts";
import { createWire } from "./wire.ts";
import type { Wire } from "./wire.ts";

const name = { en: "client A", ko: "클라이언트 A" };

/** Tests a script with a listener that is lent to a server. */
function test(
  title: string,
  script: (wire: Wire, listener: Deno.TcpListener) => Promise<void> | void,
): void {
  Deno.test(title, async () => {
    const scope = createScope();
    const wire = createWire(scope);
    try {
      await script(wire, wire.listener());
    } finally {
      endScope(scope);
    }
  });
}

/** Serves one client: echoes until the end of its stream, and closes. */
async function serve(listener: Deno.TcpListener): Promise<void> {
  using conn = await listener.accept();
  const buffer = new Uint8Array(64);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    await conn.write(buffer.subarray(0, n));
  }
}

test(
  "accepted() and sawEnd() follow a client through its service",
  async (wire, listener) => {
    const serving = serve(listener);
    const client = await wire.client(listener.addr, name);
    await client.send("hi");
    await client.receive(2);
    const [socket] = accepted(wire.log);
    assert.equal(socket.remote?.port, client.local.port);
    assert.ok(!sawEnd(wire.log, socket));
    assert.equal(nameOf(wire.log, socket), name);
    await client.end();
    await serving;
    assert.ok(sawEnd(wire.log, socket));
    expectServed(wire.log, 1);
  },
);

test(
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

test(
  "expectServed() wants one accept for each client",
  async (wire, listener) => {
    assert.throws(() => expectServed(wire.log, 1), Failure);
    const client = await wire.client(listener.addr);
    await client.end();
    await serve(listener);
    expectServed(wire.log, 1);
    assert.throws(() => expectServed(wire.log, 2), Failure);
  },
);

test(
  "expectServed() wants a close after the end of the stream",
  async (wire, listener) => {
    const client = await wire.client(listener.addr, name);
    await client.end();
    const conn = await listener.accept();
    await conn.read(new Uint8Array(1));
    assert.throws(() => expectServed(wire.log, 1), (error) => {
      assert.ok(error instanceof Failure && "came" in error.words);
      assert.match(error.words.expected.en, /client A/);
      assert.match(error.words.expected.ko, /클라이언트 A/);
      return true;
    });
    conn.close();
    expectServed(wire.log, 1);
  },
);

test(
  "expectServed() wants the service to go on to the end",
  async (wire, listener) => {
    const client = await wire.client(listener.addr);
    await client.send("hi");
    const conn = await listener.accept();
    await conn.read(new Uint8Array(8));
    conn.close();
    assert.throws(() => expectServed(wire.log, 1), Failure);
  },
);

test(
  "closeAsOwner() closes a listener that is still open, once",
  (wire, listener) => {
    expectListenerOpen(wire.log);
    closeAsOwner(wire.log, listener);
    assert.throws(() => expectListenerOpen(wire.log), Failure);
    assert.throws(() => closeAsOwner(wire.log, listener), Failure);
  },
);

test("whileServing() stops when the server returns by itself", async (wire) => {
  const serving = settle(() => {});
  const endless = () => new Promise<void>(() => {});
  await assert.rejects(
    whileServing(wire.log, serving, undefined, endless),
    Failure,
  );
  await assert.rejects(whileServing(wire.log, serving, 1, endless), Failure);
});

test(
  "whileServing() lets a server return whose listener was closed",
  async (wire, listener) => {
    closeAsOwner(wire.log, listener);
    const serving = settle(() => {});
    const play = () => serving.then(() => "played");
    assert.equal(
      await whileServing(wire.log, serving, undefined, play),
      "played",
    );
  },
);

test(
  "expectNoError() passes an error on, or explains a confused socket",
  async (_, listener) => {
    expectNoError(await settle(() => "fine"));
    const error = new RangeError("mine");
    const thrown = await settle(() => Promise.reject(error));
    assert.throws(() => expectNoError(thrown), (caught) => caught === error);
    const confused = listener as unknown as Deno.TcpConn;
    const mixed = await settle(() => confused.read(new Uint8Array(1)));
    assert.throws(() => expectNoError(mixed), Failure);
  },
);

test(
  "echoWords() tells too many bytes from too few",
  async (wire, listener) => {
    const client = await wire.client(listener.addr);
    const conn = await listener.accept();
    await client.send("hello");
    await conn.read(new Uint8Array(8));
    const words = () => echoWords(wire.log, client.local, encode("x")).why?.en;
    await conn.write(encode("hel"));
    assert.match(words()!, /read 5 bytes and wrote 3 bytes: a write\(\) may/);
    await conn.write(encode("lo"));
    assert.equal(words(), undefined);
    await conn.write(encode("\0"));
    assert.match(
      words()!,
      /read 5 bytes and wrote 6 bytes: it sends the whole/,
    );
  },
);
