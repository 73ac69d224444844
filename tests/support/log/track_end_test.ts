import assert from "node:assert/strict";
import { connect, listen, listenDatagram } from "./calls.ts";
import { encode } from "../bytes.ts";
import { failEndless } from "../verdict/endless.ts";
import type { Failure } from "../failure.ts";
import { createScope, endScope, fruitlessLimit } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { leaks } from "./wire_log.ts";

const loopback = { hostname: "127.0.0.1", port: 0 };

/** A connection of the student's, and its other end, both tracked. */
async function pair(scope: Scope): Promise<[Deno.TcpConn, Deno.TcpConn]> {
  const listener = listen(scope, "peer", loopback);
  const conn = await connect(scope, "student", listener.addr);
  const other = await listener.accept();
  listener.close();
  return [conn, other];
}

/** Notes whether a promise ever settles. */
function watch(promise: Promise<unknown>): { settled: boolean } {
  const watched = { settled: false };
  const note = () => void (watched.settled = true);
  promise.then(note, note);
  return watched;
}

/** Lets the event loop go round often enough for all that is under way. */
async function turns(): Promise<void> {
  using listener = Deno.listen(loopback);
  const { port } = listener.addr;
  for (let i = 0; i < 3; i++) {
    using _conn = await Deno.connect({ ...loopback, port });
    using _accepted = await listener.accept();
  }
}

Deno.test("endScope() closes every socket that is open", async () => {
  const scope = createScope();
  const [conn, other] = await pair(scope);
  const listener = listen(scope, "student", loopback);
  const { port } = listener.addr;
  assert.equal(leaks(scope.log).length, 2);
  endScope(scope);
  for (const socket of [conn, other, listener]) {
    assert.throws(() => socket.close(), Deno.errors.BadResource);
  }
  await assert.rejects(
    Deno.connect({ ...loopback, port }),
    Deno.errors.ConnectionRefused,
  );
});

Deno.test("a call that waits when its scope ends never comes back", async () => {
  const scope = createScope();
  const [conn] = await pair(scope);
  const listener = listen(scope, "student", loopback);
  const datagram = listenDatagram(scope, "student", {
    ...loopback,
    transport: "udp",
  });
  const waiting = [
    watch(conn.read(new Uint8Array(1))),
    watch(conn.write(new Uint8Array(16 * 1024 * 1024))),
    watch(listener.accept()),
    watch(datagram.receive()),
    watch(connect(scope, "student", listener.addr)),
  ];
  endScope(scope);
  const before = JSON.stringify(scope.log);
  await turns();
  assert.deepEqual(waiting.map(({ settled }) => settled), Array(5).fill(false));
  assert.equal(JSON.stringify(scope.log), before, "the log has grown");
});

Deno.test("a call that is made after the end never comes back", async () => {
  const scope = createScope();
  const [conn, other] = await pair(scope);
  const listener = listen(scope, "student", loopback);
  endScope(scope);
  const events = scope.log.events.length;
  const waiting = [
    watch(conn.read(new Uint8Array(1))),
    watch(conn.write(new Uint8Array(1))),
    watch(conn.closeWrite()),
    watch(other.read(new Uint8Array(1))),
    watch(listener.accept()),
  ];
  await turns();
  assert.deepEqual(waiting.map(({ settled }) => settled), Array(5).fill(false));
  assert.equal(scope.log.events.length, events);
});

Deno.test("a scope that has ended can end once more", async () => {
  const scope = createScope();
  await pair(scope);
  endScope(scope);
  endScope(scope);
  assert.equal(scope.closers.size, 0);
});

/** Calls `call` until it is stopped, and gives the verdict on the loop. */
async function loop(
  scope: Scope,
  call: () => Promise<unknown>,
): Promise<Failure> {
  const stopped = Promise.withResolvers<Failure>();
  scope.abort = (error) => stopped.resolve(error as Failure);
  void (async () => {
    while (true) await call().catch(() => {});
  })();
  return await stopped.promise;
}

Deno.test("a loop that reads on after the end is stopped", async () => {
  const scope = createScope();
  const [conn, other] = await pair(scope);
  other.close();
  const failure = await loop(scope, () => conn.read(new Uint8Array(1)));
  const read = scope.log.events.at(-1)!;
  assert.equal(read.outcome, "end");
  assert.deepEqual(failure.words, failEndless(read).words);
  const reads = scope.log.events.filter(({ call }) => call === "read");
  assert.equal(reads.length, fruitlessLimit);
  endScope(scope);
});

Deno.test("a loop around a call that fails is stopped, with its error", async () => {
  const scope = createScope();
  const [conn] = await pair(scope);
  conn.close();
  const failure = await loop(scope, () => conn.read(new Uint8Array(1)));
  const last = scope.log.events.at(-1)!;
  assert.deepEqual([last.outcome, last.error?.name], ["error", "BadResource"]);
  assert.deepEqual(failure.words, failEndless(last).words);
  endScope(scope);
});

Deno.test("a loop that connects where nobody listens is stopped", async () => {
  const scope = createScope();
  const listener = listen(scope, "peer", loopback);
  const address = listener.addr;
  listener.close();
  const failure = await loop(scope, () => connect(scope, "student", address));
  const last = scope.log.events.at(-1)!;
  assert.equal(last.error?.name, "ConnectionRefused");
  assert.deepEqual(failure.words, failEndless(last).words);
  assert.deepEqual(leaks(scope.log), []);
  endScope(scope);
});

Deno.test("a loop that moves a byte now and then is not stopped", async () => {
  const scope = createScope();
  const [conn, other] = await pair(scope);
  scope.abort = (error) => assert.fail(error as Error);
  for (let i = 0; i < fruitlessLimit + 10; i++) {
    if (i % 1000 === 0) await conn.write(encode("x"));
    await conn.write(new Uint8Array());
  }
  other.close();
  endScope(scope);
});

Deno.test("a close by a stream is told from one by the code", async () => {
  const scope = createScope();
  for (const byStream of [true, false]) {
    const [conn] = await pair(scope);
    if (byStream) await conn.writable.close();
    else conn.close();
    const { call, byStream: told } = scope.log.events.at(-1)!;
    assert.deepEqual([call, told === true], ["close", byStream]);
  }
  endScope(scope);
});
