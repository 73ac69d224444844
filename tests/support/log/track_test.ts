import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { encode, join, payload } from "../bytes.ts";
import { begin, createScope, endScope, finish } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { trackConnection } from "./track.ts";
import type { Limits } from "./track.ts";
import { bytesMoved, leaks } from "./wire_log.ts";

/** A plain connection of Deno's, and its other end. */
async function plainPair(): Promise<[Deno.TcpConn, Deno.TcpConn]> {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  const conn = await Deno.connect({ hostname: "127.0.0.1", port });
  return [conn, await listener.accept()];
}

/** The same with the first end tracked as the student's. */
async function trackedPair(
  scope: Scope,
  limits?: Limits,
): Promise<[Deno.TcpConn, Deno.TcpConn]> {
  const [conn, other] = await plainPair();
  const made = begin(scope, { side: "student", call: "connect" });
  finish(scope, made, { outcome: "ok" });
  return [trackConnection(scope, made, conn, limits), other];
}

/** What a call comes to, so that two runs can be compared. */
async function ending(call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

Deno.test("a tracked connection is the same object with the same prototype", async () => {
  const scope = createScope();
  const [plain, other] = await plainPair();
  const made = begin(scope, { side: "student", call: "connect" });
  const prototype = Object.getPrototypeOf(plain);
  const tracked = trackConnection(scope, made, plain);
  assert.equal(tracked, plain);
  assert.equal(Object.getPrototypeOf(tracked), Object.getPrototypeOf(other));
  assert.equal(Object.getPrototypeOf(tracked), prototype);
  endScope(scope);
  other.close();
});

Deno.test("trackConnection() records each call, its size and its sample", async () => {
  const scope = createScope();
  const [conn, other] = await trackedPair(scope);
  await conn.write(payload(100));
  await other.write(encode("hi"));
  await conn.read(new Uint8Array(8));
  await conn.closeWrite();
  other.close();
  await conn.read(new Uint8Array(8));
  conn.close();
  await ending(() => conn.close());
  const [made, write, read, closeWrite, end, close, again] = scope.log.events;
  assert.deepEqual([made.call, made.socket], ["connect", 1]);
  assert.deepEqual([write.call, write.size], ["write", 100]);
  assert.deepEqual(write.sample, payload(48));
  assert.deepEqual([read.size, read.sample], [2, encode("hi")]);
  assert.deepEqual([closeWrite.call, closeWrite.size], [
    "closeWrite",
    undefined,
  ]);
  assert.deepEqual([end.call, end.outcome, end.size], ["read", "end", 0]);
  assert.deepEqual([close.call, close.outcome], ["close", "ok"]);
  assert.deepEqual([again.outcome, again.error], ["error", {
    name: "BadResource",
    message: "Bad resource ID",
  }]);
  assert.ok(scope.log.events.every(({ side }) => side === "student"));
});

Deno.test("trackConnection() keeps a copy of the sample", async () => {
  const scope = createScope();
  const [conn, other] = await trackedPair(scope);
  const bytes = encode("hi");
  await conn.write(bytes);
  bytes.fill(0);
  assert.deepEqual(scope.log.events.at(-1)!.sample, encode("hi"));
  conn.close();
  other.close();
});

Deno.test("trackConnection() records a call that waits as pending", async () => {
  const scope = createScope();
  const [conn, other] = await trackedPair(scope);
  const reading = ending(() => conn.read(new Uint8Array(1)));
  const event = scope.log.events.at(-1)!;
  assert.deepEqual([event.call, event.outcome], ["read", "pending"]);
  conn.close();
  await reading;
  assert.deepEqual([event.outcome, event.error?.name], [
    "error",
    "Interrupted",
  ]);
  assert.ok(event.ended! >= event.began);
  other.close();
});

Deno.test("trackConnection() counts a socket as a leak until it is closed", async () => {
  const scope = createScope();
  const [conn, other] = await trackedPair(scope);
  const [socket] = scope.log.sockets;
  assert.deepEqual([socket.kind, socket.state], ["connection", "open"]);
  assert.equal(socket.local.port, conn.localAddr.port);
  assert.equal(socket.remote?.port, conn.remoteAddr.port);
  assert.deepEqual(leaks(scope.log), [scope.log.events[0]]);
  conn[Symbol.dispose]();
  assert.equal(socket.state, "closed");
  assert.deepEqual(leaks(scope.log), []);
  other.close();
});

Deno.test("trackConnection() makes short reads and writes with limits", async () => {
  const scope = createScope();
  const [conn, other] = await trackedPair(scope, { read: 2, write: 3 });
  assert.equal(await conn.write(encode("hello")), 3);
  await other.write(encode("hello"));
  other.close();
  const buffer = new Uint8Array(5);
  const parts: Uint8Array[] = [];
  for (let n; (n = await conn.read(buffer)) !== null;) {
    assert.ok(n <= 2);
    parts.push(buffer.slice(0, n));
  }
  assert.deepEqual(join(parts), encode("hello"));
  assert.equal(bytesMoved(scope.log, scope.log.sockets[0], "write"), 3);
  assert.equal(bytesMoved(scope.log, scope.log.sockets[0], "read"), 5);
  conn.close();
});

Deno.test("a tracked connection writes 6 MiB to a peer that reads later", async () => {
  const scope = createScope();
  const [conn, other] = await trackedPair(scope);
  const sent = payload(6 * 1024 * 1024);
  async function writeAll() {
    let rest = sent;
    while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
    conn.close();
  }
  const writing = writeAll();
  const received = await new Response(other.readable).bytes();
  await writing;
  assert.ok(Buffer.compare(sent, received) === 0);
  assert.equal(
    bytesMoved(scope.log, scope.log.sockets[0], "write"),
    sent.length,
  );
});
