import assert from "node:assert/strict";
import { connect, listen, listenDatagram } from "./calls.ts";
import { mostBound, watchPromises } from "./crowd.ts";
import { createScope, endScope, runInScope } from "./scope.ts";
import { mostSockets, mostWaiting, Unawaited } from "../verdict/endless.ts";

const loopback = { hostname: "127.0.0.1", port: 0 };
const udp = { ...loopback, transport: "udp" } as const;

Deno.test("listen() and listenDatagram() refuse more than mostBound", () => {
  const scope = createScope();
  let ended = 0;
  scope.abort = () => ended++;
  const first = listen(scope, "student", loopback);
  for (let i = 1; i < mostBound; i++) listenDatagram(scope, "student", udp);
  assert.equal(ended, 0);
  assert.throws(() => listen(scope, "student", loopback), /No more sockets/);
  assert.throws(() => listenDatagram(scope, "student", udp), /No more sockets/);
  assert.equal(ended, 2);
  // What the check itself opens is not the student's, and what is closed gone.
  listenDatagram(scope, "peer", udp);
  first.close();
  listen(scope, "student", loopback);
  assert.equal(ended, 2);
  endScope(scope);
});

Deno.test("connect() counts what has only begun as well", async () => {
  const scope = createScope();
  let ended = 0;
  scope.abort = () => ended++;
  const { addr } = listen(scope, "peer", loopback);
  // As if so many sockets had been seen; two more may be.
  scope.log.sockets.length = mostSockets - 2;
  const attempts = [1, 2, 3].map(() => connect(scope, "student", addr));
  assert.equal(ended, 1);
  await assert.rejects(attempts[2], /No more sockets/);
  for (const conn of await Promise.allSettled(attempts)) {
    if (conn.status === "fulfilled") conn.value.close();
  }
  assert.equal(scope.attempts, 0);
  endScope(scope);
});

Deno.test("admitCall() ends a loop that starts calls and awaits none", async () => {
  const scope = createScope();
  const ended: unknown[] = [];
  scope.abort = (error) => ended.push(error);
  const listener = listen(scope, "student", loopback);
  const conn = await connect(scope, "student", listener.addr);
  const accepted = await listener.accept();
  const waiting = Array.from(
    { length: mostWaiting },
    () => conn.read(new Uint8Array(1)),
  );
  assert.equal(ended.length, 0);
  // At once, and again at whoever catches it; but it ends the check once.
  for (let i = 0; i < 3; i++) {
    assert.throws(() => conn.read(new Uint8Array(1)), /read\(\) is never/);
  }
  assert.equal(ended.length, 1);
  assert.ok(ended[0] instanceof Unawaited);
  assert.equal(ended[0].call, "read");
  // Other calls of the socket, and other sockets, have counts of their own.
  assert.equal(await conn.write(new Uint8Array(1)), 1);
  assert.equal(await accepted.read(new Uint8Array(1)), 1);
  endScope(scope);
  assert.equal(waiting.length, mostWaiting);
});

Deno.test("admitCall() counts calls that have ended no more", async () => {
  const scope = createScope();
  scope.abort = (error) => assert.fail(String(error));
  const listener = listen(scope, "student", loopback);
  const conn = await connect(scope, "student", listener.addr);
  const accepted = await listener.accept();
  for (let i = 0; i <= 2 * mostWaiting; i++) {
    await conn.write(new Uint8Array(1));
    await accepted.read(new Uint8Array(1));
  }
  endScope(scope);
});

Deno.test("watchPromises() notes a promise that is taken for a value", () => {
  const plain = Promise.resolve(3);
  const seen = () => [`${plain}`, Number(plain), "" + plain];
  const before = seen();
  watchPromises();
  const scope = createScope();
  runInScope(scope, () => assert.deepEqual(seen(), before));
  assert.equal(scope.converted?.times, 3);
  assert.match(scope.converted.trace.stack!, /crowd_test\.ts/);
  endScope(scope);
});
