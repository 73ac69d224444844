import assert from "node:assert/strict";
import { connect, listen, listenDatagram } from "./calls.ts";
import { mostBound } from "./crowd.ts";
import { createScope, endScope } from "./scope.ts";
import { mostSockets } from "../verdict/endless.ts";

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
