import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { connect } from "./calls.ts";
import { encode, payload } from "../bytes.ts";
import { openPort } from "./reach.ts";
import { createScope, endScope } from "./scope.ts";
import type { Scope } from "./scope.ts";

const loopback = { hostname: "127.0.0.1", port: 0 };

/** Tests that `script` comes to `result` on a plain and a tracked connection. */
function same(
  name: string,
  script: (conn: Deno.TcpConn, other: Deno.TcpConn) => Promise<unknown>,
  result: unknown,
): void {
  for (const tracked of [false, true]) {
    const whose = tracked ? "a tracked" : "Deno's own";
    Deno.test(`${whose} connection ${name}`, async () => {
      const scope = createScope();
      using listener = Deno.listen(loopback);
      const address = { ...loopback, port: listener.addr.port };
      openPort(scope.ports, { kind: "listener", local: listener.addr });
      using conn = tracked
        ? await connect(scope, "student", address)
        : await Deno.connect(address);
      using other = await listener.accept();
      assert.deepEqual(await script(conn, other), result);
      if (tracked) checkState(scope, conn);
      endScope(scope);
    });
  }
}

/** The log must know what has become of the connection. */
function checkState(scope: Scope, conn: Deno.TcpConn): void {
  const { state } = scope.log.sockets[0];
  assert.equal(state, isClosed(conn) ? "closed" : "open");
}

function isClosed(conn: Deno.TcpConn): boolean {
  try {
    conn.close();
    return false;
  } catch (error) {
    return error instanceof Deno.errors.BadResource;
  }
}

/** Writes all of `bytes`, and ends the stream. */
async function send(conn: Deno.TcpConn, bytes: Uint8Array<ArrayBuffer>) {
  let rest = bytes;
  while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
  await conn.closeWrite();
}

same("echoes 1 MiB by pipeTo and is closed then", async (conn, other) => {
  const bytes = payload(1024 * 1024);
  const sending = send(other, bytes);
  const echoing = conn.readable.pipeTo(conn.writable);
  const answer = await new Response(other.readable).bytes();
  await Promise.all([sending, echoing]);
  return [Buffer.compare(answer, bytes), isClosed(conn)];
}, [0, true]);

same("is closed at the end of its readable", async (conn, other) => {
  await send(other, encode("hi"));
  const chunks = await Array.fromAsync(conn.readable);
  return [Buffer.concat(chunks).toString(), isClosed(conn)];
}, ["hi", true]);

same("is closed when its readable is cancelled", async (conn) => {
  await conn.readable.cancel("enough");
  return isClosed(conn);
}, true);

same("is closed when a loop over its readable is left", async (conn, other) => {
  await other.write(encode("hi"));
  for await (const _chunk of conn.readable) break;
  return isClosed(conn);
}, true);

same("is closed by the end of its writable", async (conn, other) => {
  const writer = conn.writable.getWriter();
  await writer.write(encode("hi"));
  await writer.close();
  const came = await new Response(other.readable).text();
  return [came, isClosed(conn)];
}, ["hi", true]);

same("is closed when its writable is aborted", async (conn) => {
  await conn.writable.abort("enough");
  return isClosed(conn);
}, true);

same("stays open with preventClose", async (conn, other) => {
  const source = new Response("hi").body!;
  await source.pipeTo(conn.writable, { preventClose: true });
  const buffer = new Uint8Array(8);
  return [await other.read(buffer), isClosed(conn)];
}, [2, false]);

same("gives the same stream each time", (conn) => {
  const same = conn.readable === conn.readable &&
    conn.writable === conn.writable;
  return Promise.resolve(same);
}, true);

same("reads into the buffer of a BYOB reader", async (conn, other) => {
  await send(other, encode("hello"));
  const reader = conn.readable.getReader({ mode: "byob" });
  const first = await reader.read(new Uint8Array(3));
  const second = await reader.read(new Uint8Array(3));
  const end = await reader.read(new Uint8Array(3));
  return [first.value, second.value, end.done, end.value?.length];
}, [encode("hel"), encode("lo"), true, 0]);

same("fails to write to a closed stream", async (conn) => {
  conn.close();
  const writer = conn.writable.getWriter();
  writer.closed.catch(() => {});
  const error = await writer.write(encode("hi")).catch((error) => error);
  return error.name;
}, "BadResource");

same("fails to read from a closed stream", async (conn) => {
  conn.close();
  const reader = conn.readable.getReader();
  reader.closed.catch(() => {});
  const error = await reader.read().catch((error) => error);
  return error.name;
}, "BadResource");
