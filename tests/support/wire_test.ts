import assert from "node:assert/strict";
import { encode } from "./bytes.ts";
import { installCalls } from "./log/calls.ts";
import { createScope, endScope, runInScope } from "./log/scope.ts";
import type { Scope } from "./log/scope.ts";
import { lacksResets } from "./resets.ts";
import type { Text } from "./text.ts";
import { createWire } from "./wire.ts";
import type { Wire } from "./wire.ts";
import { leaks, otherEnd } from "./log/wire_log.ts";
import type { Call } from "./log/wire_log.ts";
import { settle } from "./settle.ts";

installCalls();

/** Tests `script` in the scope of a check, as a check's own script runs. */
function test(
  name: string,
  script: (wire: Wire, scope: Scope) => Promise<void> | void,
  lacks?: Text,
): void {
  Deno.test({ name, ignore: lacks !== undefined }, async () => {
    const scope = createScope();
    try {
      await runInScope(scope, () => script(createWire(scope), scope));
    } finally {
      endScope(scope);
    }
  });
}

const loopback = { hostname: "127.0.0.1", port: 0 };

test("server() accepts when the script says so", async (wire) => {
  const server = wire.server();
  using conn = await Deno.connect({ ...server.address, transport: "tcp" });
  assert.ok(!wire.log.events.some(({ call }) => call === "accept"));
  const client = await server.accept();
  await client.send("hi");
  assert.equal(await conn.read(new Uint8Array(8)), 2);
  assert.equal(client.local.port, server.address.port);
});

test("server() listens on a port that is asked for", (wire) => {
  const first = wire.server();
  first.close();
  const { port } = first.address;
  assert.equal(wire.server({ port }).address.port, port);
});

test("client() connects to the student's server under its name", async (wire) => {
  const listener = Deno.listen(loopback);
  const name = { en: "client A", ko: "클라이언트 A" };
  const client = await wire.client(listener.addr, name);
  const conn = await listener.accept();
  assert.equal(wire.socket(conn).remote?.port, client.local.port);
  const named = wire.log.sockets.filter((socket) => socket.name === name);
  assert.deepEqual(named.map(({ side, local }) => [side, local]), [
    ["peer", client.local],
  ]);
  assert.equal(leaks(wire.log).length, 2);
});

test("client() gives up an attempt when its signal says so", async (wire) => {
  const address = await wire.silentAddress();
  const limit = new AbortController();
  const connecting = wire.client(address, undefined, limit.signal);
  limit.abort();
  await assert.rejects(connecting, { name: "AbortError" });
});

test("resettingPair() lends a connection that can be reset", async (wire) => {
  const [conn, other] = await wire.resettingPair();
  assert.deepEqual(wire.log.events, []);
  assert.deepEqual(leaks(wire.log), []);
  assert.ok(wire.socket(conn).lent);
  const reading = conn.read(new Uint8Array(1));
  other.reset();
  await assert.rejects(reading, Deno.errors.ConnectionReset);
}, lacksResets);

test("resettingClient() has a name and can be reset", async (wire) => {
  const listener = wire.listener();
  const name = { en: "client A", ko: "클라이언트 A" };
  const client = await wire.resettingClient(listener.addr, name);
  using conn = await listener.accept();
  assert.equal(otherEnd(wire.log, wire.socket(conn))?.name, name);
  const reading = conn.read(new Uint8Array(1));
  client.reset();
  await assert.rejects(reading, Deno.errors.ConnectionReset);
}, lacksResets);

test("call() names the other end", (wire) => {
  const name = { en: "the server", ko: "서버" };
  wire.call(name);
  assert.equal(wire.log.peerName, name);
});

test("pair() lends a connection, without the steps that made it", async (wire) => {
  const [conn, other] = await wire.pair();
  assert.deepEqual(wire.log.events, []);
  const socket = wire.socket(conn);
  assert.deepEqual([socket.side, socket.lent], ["student", true]);
  assert.equal(other.remote.port, socket.local.port);
  await conn.write(encode("hi"));
  assert.deepEqual(await other.receive(2), encode("hi"));
  assert.deepEqual(leaks(wire.log), []);
});

test("pair() limits the student's end and not the check's", async (wire) => {
  const [conn, other] = await wire.pair({ read: 1, write: 3 });
  assert.equal(await conn.write(encode("hello")), 3);
  await other.send("hello");
  assert.equal(await conn.read(new Uint8Array(8)), 1);
  const sizes = wire.log.events.filter(({ side }) => side === "peer")
    .map(({ size }) => size);
  assert.deepEqual(sizes, [5]);
});

test("listener() lends a listener, whose connections are the student's", async (wire) => {
  const listener = wire.listener({ backlog: 8 }, { read: 1 });
  assert.ok(wire.socket(listener).lent);
  const client = await wire.client(listener.addr);
  const conn = await listener.accept();
  assert.deepEqual(leaks(wire.log).map(({ call }) => call), ["accept"]);
  await client.send("hi");
  assert.equal(await conn.read(new Uint8Array(8)), 1);
});

test("lentDatagram() and datagram() reach each other", async (wire) => {
  const mine = wire.lentDatagram();
  const other = wire.datagram();
  const elsewhere = wire.datagram({ hostname: "127.0.0.2" });
  await mine.send(encode("hi"), other.addr);
  assert.deepEqual((await other.receive())[1], mine.addr);
  assert.ok(wire.socket(mine).lent);
  assert.equal(wire.socket(other).side, "peer");
  assert.equal(wire.socket(elsewhere).local.hostname, "127.0.0.2");
  assert.deepEqual(leaks(wire.log), []);
});

test("refusedAddress() refuses each time, and is free of steps", async (wire) => {
  const addresses = [await wire.refusedAddress(), await wire.refusedAddress()];
  assert.deepEqual(wire.log.events, []);
  for (const { port } of [...addresses, ...addresses, ...addresses]) {
    await assert.rejects(
      Deno.connect({ ...loopback, port }),
      Deno.errors.ConnectionRefused,
    );
  }
  // That nobody else can begin to listen there: see refusingAddress().
});

test("silentAddress() lets a connect wait until its signal ends it", async (wire) => {
  const address = await wire.silentAddress();
  assert.deepEqual(wire.log.events, []);
  const limit = new AbortController();
  let settled = false;
  const connecting = Deno.connect({
    ...loopback,
    port: address.port,
    signal: limit.signal,
  }).catch((error) => error).finally(() => settled = true);
  // Another connection is made meanwhile, so the event loop has gone round.
  await wire.pair();
  assert.ok(!settled);
  limit.abort();
  assert.equal((await connecting).name, "AbortError");
});

test("socket() finds a socket of either side again", async (wire) => {
  const server = wire.server();
  const one = await Deno.connect({ ...server.address, transport: "tcp" });
  const two = await Deno.connect({ ...server.address, transport: "tcp" });
  const [lent] = await wire.pair();
  for (const conn of [one, two, lent]) {
    assert.equal(wire.socket(conn).local.port, conn.localAddr.port);
    assert.equal(wire.socket(conn).side, "student");
  }
  one.close();
  assert.equal(wire.socket(one).state, "closed");
});

test("until() resolves with an event on the wire", async (wire) => {
  const [conn, other] = await wire.pair();
  const read = wire.until((log) => log.events.some(({ size }) => size === 2));
  const reading = conn.read(new Uint8Array(8));
  await other.send("hi");
  await read;
  assert.equal(await reading, 2);
});

test("onHang() keeps the words for the judge", (wire, scope) => {
  const explain = () => undefined;
  wire.onHang(explain);
  assert.equal(scope.onHang, explain);
});

test("wire.failNext() has the student's next calls fail", async (wire) => {
  const error = new Deno.errors.NotSupported("not here");
  const [conn, peer] = await wire.pair();
  const [other] = await wire.pair();
  const listener = wire.listener();
  const datagram = wire.lentDatagram();
  const to = datagram.addr as Deno.NetAddr;
  const calls: Record<string, () => unknown> = {
    read: () => conn.read(new Uint8Array(1)),
    write: () => conn.write(new Uint8Array(1)),
    closeWrite: () => conn.closeWrite(),
    accept: () => listener.accept(),
    receive: () => datagram.receive(),
    send: () => datagram.send(new Uint8Array(1), to),
  };
  for (const [call, run] of Object.entries(calls)) {
    wire.failNext(call as Call, error);
    assert.equal((await settle(run)).thrown, error, call);
    assert.equal(wire.log.events.at(-1)?.outcome, "error", call);
  }
  wire.failNext("write", null, { on: other, after: 1 });
  await conn.write(new Uint8Array(1));
  await other.write(new Uint8Array(1));
  await conn.write(new Uint8Array(1));
  assert.equal((await settle(calls.write)).error, undefined);
  const settled = await settle(() => other.write(new Uint8Array(1)));
  assert.ok(settled.error !== undefined && settled.thrown === null);
  // The check's own end is never meant.
  wire.failNext("close", error);
  peer.close();
  assert.throws(() => conn.close(), error);
  assert.equal(wire.socket(conn).state, "closed");
});
