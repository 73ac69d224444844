import assert from "node:assert/strict";
import { connect, installCalls, listen, listenDatagram } from "./calls.ts";
import { encode } from "./bytes.ts";
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

Deno.test("listenDatagram() records what comes and goes, even if empty", async () => {
  const scope = createScope();
  const mine = listenDatagram(scope, "student", udp);
  const theirs = listenDatagram(scope, "peer", udp);
  await mine.send(encode("hi"), theirs.addr);
  await mine.send(new Uint8Array(), theirs.addr);
  const [first, from] = await theirs.receive();
  const [second] = await theirs.receive();
  assert.deepEqual([first, second], [encode("hi"), new Uint8Array()]);
  assert.deepEqual(from, mine.addr);
  const [, , send, empty, receive, nothing] = scope.log.events;
  assert.deepEqual([send.size, empty.size], [2, 0]);
  assert.deepEqual([receive.size, nothing.size], [2, 0]);
  assert.deepEqual([receive.sample, nothing.outcome], [encode("hi"), "ok"]);
  assert.deepEqual([send.address, receive.address], [theirs.addr, mine.addr]);
  assert.equal(leaks(scope.log).length, 1);
  endScope(scope);
});

Deno.test("a tracked UDP socket fails as Deno's own does", async () => {
  const scope = createScope();
  const [plain, tracked] = [
    Deno.listenDatagram(udp),
    listenDatagram(scope, "student", udp),
  ];
  const endings = [];
  for (const socket of [plain, tracked]) {
    const to = socket.addr;
    const large = socket.send(new Uint8Array(70_000), to);
    const receiving = socket.receive().catch((error) => error);
    endings.push([
      await large.catch((error) => error.message),
      (socket.close(), (await receiving).message),
      await socket.receive().catch((error) => error.message),
      await socket.send(encode("x"), to).catch((error) => error.message),
      Symbol.dispose in socket,
    ]);
    assert.throws(() => socket.close(), Deno.errors.BadResource);
  }
  assert.deepEqual(endings[1], endings[0]);
});

Deno.test("a tracked listener fails as Deno's own does", async () => {
  const scope = createScope();
  const plain = Deno.listen(loopback);
  const tracked = listen(scope, "student", loopback);
  assert.equal(Object.getPrototypeOf(tracked), Object.getPrototypeOf(plain));
  const endings = [];
  for (const listener of [plain, tracked]) {
    const name = (error: Error) => `${error.name}: ${error.message}`;
    const first = listener.accept().catch(name);
    const second = await listener.accept().catch(name);
    listener.close();
    endings.push([second, await first, await listener.accept().catch(name)]);
    assert.throws(() => listener.close(), Deno.errors.BadResource);
    listener[Symbol.dispose]();
  }
  assert.deepEqual(endings[1], endings[0]);
  assert.equal(endings[1][0], "Busy: Another accept task is ongoing");
});

Deno.test("for await over a tracked listener ends when it is closed", async () => {
  const scope = createScope();
  const listener = listen(scope, "student", loopback);
  const clients = [
    await Deno.connect({ ...loopback, port: listener.addr.port }),
    await Deno.connect({ ...loopback, port: listener.addr.port }),
  ];
  let served = 0;
  for await (const conn of listener) {
    conn.close();
    if (++served === 2) listener.close();
  }
  const calls = scope.log.events.filter(({ outcome }) => outcome === "ok");
  assert.equal(calls.filter(({ call }) => call === "accept").length, 2);
  assert.deepEqual(leaks(scope.log), []);
  for (const client of clients) client.close();
});

Deno.test("for await over a tracked listener closes it when it is left", async () => {
  const scope = createScope();
  const listener = listen(scope, "student", loopback);
  using _client = await Deno.connect({ ...loopback, port: listener.addr.port });
  for await (const conn of listener) {
    conn.close();
    break;
  }
  assert.equal(scope.log.sockets[0].state, "closed");
});

Deno.test("installCalls() leaves the code outside of a check alone", async () => {
  const scope = createScope();
  using listener = Deno.listen(loopback);
  const address = { ...loopback, port: listener.addr.port };
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
