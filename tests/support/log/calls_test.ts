import assert from "node:assert/strict";
import { connect, installCalls, listen } from "./calls.ts";
import { encode } from "../bytes.ts";
import { openPort } from "./reach.ts";
import { createScope, endScope, places, runInScope } from "./scope.ts";
import { leaks, otherEnd, pending } from "./wire_log.ts";

const loopback = { hostname: "127.0.0.1", port: 0 };
const udp = { ...loopback, transport: "udp" } as const;

installCalls();

Deno.test("listen() records its call and a socket", () => {
  const scope = createScope();
  const listener = listen(scope, "student", loopback);
  const [event] = scope.log.events;
  const [socket] = scope.log.sockets;
  assert.deepEqual([event.call, event.outcome, event.socket], [
    "listen",
    "ok",
    1,
  ]);
  assert.equal(event.address?.port, listener.addr.port);
  assert.equal(event.hostname, loopback.hostname);
  assert.deepEqual([socket.kind, socket.side], ["listener", "student"]);
  listener.close();
  assert.equal(socket.state, "closed");
});

Deno.test("listen() records an error and makes no socket", () => {
  const scope = createScope();
  const taken = listen(scope, "peer", loopback);
  assert.throws(
    () => listen(scope, "student", { ...loopback, port: taken.addr.port }),
    Deno.errors.AddrInUse,
  );
  const event = scope.log.events.at(-1)!;
  assert.deepEqual([event.outcome, event.error?.name], ["error", "AddrInUse"]);
  assert.equal(event.address?.port, taken.addr.port);
  assert.equal(scope.log.sockets.length, 1);
  endScope(scope);
});

Deno.test("connect() and accept() record both ends of a connection", async () => {
  const scope = createScope();
  const listener = listen(scope, "peer", loopback);
  const conn = await connect(scope, "student", listener.addr);
  const accepted = await listener.accept();
  assert.deepEqual(
    scope.log.events.map(({ side, call }) => `${side} ${call}`),
    ["peer listen", "student connect", "peer accept"],
  );
  assert.equal(scope.log.events[1].address?.port, listener.addr.port);
  assert.equal(scope.log.events[2].address?.port, conn.localAddr.port);
  const [, mine, theirs] = scope.log.sockets;
  assert.equal(otherEnd(scope.log, mine), theirs);
  await accepted.write(encode("hi"));
  await conn.read(new Uint8Array(8));
  assert.equal(scope.log.events.at(-1)!.size, 2);
  endScope(scope);
});

Deno.test("connect() records that it was refused", async () => {
  const scope = createScope();
  using listener = Deno.listen(loopback);
  const { port } = listener.addr;
  listener.close();
  await assert.rejects(
    connect(scope, "student", { ...loopback, port }),
    Deno.errors.ConnectionRefused,
  );
  const [event] = scope.log.events;
  assert.deepEqual([event.outcome, event.error?.name], [
    "error",
    "ConnectionRefused",
  ]);
  assert.deepEqual(leaks(scope.log), []);
});

Deno.test("connect() is ended by its signal, with the signal's reason", async () => {
  const scope = createScope();
  const full = Deno.listen({ ...loopback, tcpBacklog: 1 });
  const { port } = full.addr;
  const queued = [
    await Deno.connect({ ...loopback, port }),
    await Deno.connect({ ...loopback, port }),
  ];
  const limit = new AbortController();
  const address = { ...loopback, port, signal: limit.signal };
  const connecting = connect(scope, "student", address);
  assert.equal(pending(scope.log, "student").length, 1);
  assert.equal(leaks(scope.log).length, 1);
  const reason = new DOMException("late", "TimeoutError");
  limit.abort(reason);
  assert.equal(await connecting.catch((error) => error), reason);
  assert.equal(scope.log.events[0].error?.name, "TimeoutError");
  assert.deepEqual(leaks(scope.log), []);
  for (const socket of [...queued, full]) socket.close();
});

Deno.test("installCalls() leaves the code outside of a check alone", async () => {
  const scope = createScope();
  using listener = Deno.listen(loopback);
  const address = { ...loopback, port: listener.addr.port };
  openPort(scope.ports, { kind: "listener", local: listener.addr });
  using conn = await runInScope(scope, () => Deno.connect(address));
  using _other = await Deno.connect(address);
  assert.equal(scope.log.events.length, 1);
  assert.equal(scope.log.sockets[0].local.port, conn.localAddr.port);
});

Deno.test("installCalls() records all three calls as the student's", async () => {
  const scope = createScope();
  await runInScope(scope, async () => {
    using listener = Deno.listen(loopback);
    using _conn = await Deno.connect({
      ...loopback,
      port: listener.addr.port,
    });
    using _accepted = await listener.accept();
    Deno.listenDatagram(udp).close();
  });
  const made = scope.log.sockets.map(({ side, kind }) => `${side} ${kind}`);
  assert.deepEqual(made, [
    "student listener",
    "student connection",
    "student connection",
    "student datagram",
  ]);
  places(scope, scope.log.events, (url) => url === import.meta.url);
  assert.equal(scope.log.events[0].place?.file, "calls_test.ts");
});

Deno.test("installCalls() makes short reads where the scope has limits", async () => {
  const scope = createScope();
  scope.limits = { read: 1, write: 2 };
  await runInScope(scope, async () => {
    using listener = Deno.listen(loopback);
    using conn = await Deno.connect({
      ...loopback,
      port: listener.addr.port,
    });
    using accepted = await listener.accept();
    assert.equal(await conn.write(encode("hello")), 2);
    assert.equal(await accepted.read(new Uint8Array(8)), 1);
  });
});

Deno.test("installCalls() gives nothing to code whose check is over", () => {
  const scope = createScope();
  endScope(scope);
  runInScope(scope, () => {
    assert.throws(() => Deno.listen(loopback), Deno.errors.Interrupted);
    assert.throws(() => Deno.listenDatagram(udp), Deno.errors.Interrupted);
  });
  assert.deepEqual(scope.log.events, []);
});
