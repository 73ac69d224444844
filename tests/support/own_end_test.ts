import assert from "node:assert/strict";
import { openPort } from "./log/reach.ts";
import { createScope, endScope } from "./log/scope.ts";

const loopback = { hostname: "127.0.0.1", port: 0 };

// calls.ts keeps Deno's own calls when it is loaded; here it gets a connect
// whose first connection ends in the very socket that it began in.
const real = Deno.connect;
const made: Deno.TcpConn[] = [];
Deno.connect = (async (options: Deno.ConnectOptions) => {
  const conn = await real(options);
  if (made.push(conn) === 1) {
    Object.defineProperty(conn, "localAddr", { value: conn.remoteAddr });
  }
  return conn;
}) as typeof Deno.connect;
const { connect } = await import("./log/calls.ts");
Deno.connect = real;

Deno.test("connect() tries again when a socket was connected to itself", async () => {
  const scope = createScope();
  using listener = Deno.listen(loopback);
  const address = { ...loopback, port: listener.addr.port };
  openPort(scope.ports, { kind: "listener", local: listener.addr });
  const conn = await connect(scope, "student", address);
  assert.equal(made.length, 2);
  assert.equal(conn, made[1]);
  assert.throws(() => made[0].close(), Deno.errors.BadResource);
  assert.equal(scope.log.events.length, 1);
  assert.equal(scope.log.sockets.length, 1);
  endScope(scope);
});
