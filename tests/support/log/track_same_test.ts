import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { begin, createScope, endScope, finish } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { trackConnection } from "./track.ts";

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
): Promise<[Deno.TcpConn, Deno.TcpConn]> {
  const [conn, other] = await plainPair();
  const made = begin(scope, { side: "student", call: "connect" });
  finish(scope, made, { outcome: "ok" });
  return [trackConnection(scope, made, conn), other];
}

/** What a call comes to, so that two runs can be compared. */
async function ending(call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

/** Tests that `script` sees the same on a plain and on a tracked connection. */
function same(
  name: string,
  script: (conn: Deno.TcpConn, other: Deno.TcpConn) => Promise<unknown>,
  result: unknown,
): void {
  Deno.test(`a tracked connection ${name}`, async () => {
    const scope = createScope();
    const [[plain, other], [tracked, otherOfTracked]] = [
      await plainPair(),
      await trackedPair(scope),
    ];
    try {
      assert.deepEqual(await script(plain, other), result, "plain Deno");
      assert.deepEqual(await script(tracked, otherOfTracked), result);
    } finally {
      endScope(scope);
      for (const end of [plain, other, otherOfTracked]) end[Symbol.dispose]();
    }
  });
}

const badResource = "BadResource: Bad resource ID";
/** EPIPE, for which Windows has WSAESHUTDOWN in words of the machine. */
const writesToAnEnd = Deno.build.os === "windows"
  ? await writingToAnEnd()
  : "BrokenPipe: Broken pipe (os error 32)";

async function writingToAnEnd(): Promise<unknown> {
  const [conn, other] = await plainPair();
  using _conn = conn, _other = other;
  await conn.closeWrite();
  return await ending(() => conn.write(new Uint8Array(1)));
}

const interrupted = "Interrupted: operation canceled";

same("reads the bytes and null at the end", async (conn, other) => {
  await other.write(encode("hi"));
  other.close();
  const buffer = new Uint8Array(8);
  return [await conn.read(buffer), await conn.read(buffer), buffer.join()];
}, [2, null, "104,105,0,0,0,0,0,0"]);

same("gives 0 for an empty buffer", async (conn, other) => {
  await other.write(encode("hi"));
  return [
    await conn.read(new Uint8Array()),
    await conn.write(new Uint8Array()),
  ];
}, [0, 0]);

same("gives BadResource after close", async (conn) => {
  conn.close();
  return [
    await ending(() => conn.read(new Uint8Array(1))),
    await ending(() => conn.write(new Uint8Array(1))),
    await ending(() => conn.closeWrite()),
    await ending(() => conn.close()),
  ];
}, [badResource, badResource, badResource, badResource]);

same("closes without an error by using, once or twice", async (conn) => {
  conn[Symbol.dispose]();
  conn[Symbol.dispose]();
  return [await ending(() => conn.close())];
}, [badResource]);

same("ends a read that waits when it is closed", async (conn) => {
  const reading = ending(() => conn.read(new Uint8Array(1)));
  conn.close();
  return await reading;
}, interrupted);

same("half-closes, and reads on", async (conn, other) => {
  await conn.closeWrite();
  const end = await other.read(new Uint8Array(1));
  await other.write(encode("hi"));
  return [
    end,
    await ending(() => conn.write(new Uint8Array(1))),
    await conn.read(new Uint8Array(9)),
  ];
}, [null, writesToAnEnd, 2]);

same("refuses what is no Uint8Array as Deno does", async (conn, other) => {
  await other.write(encode("hi"));
  // deno-lint-ignore no-explicit-any
  const wrong: any[] = ["hi", [1], new ArrayBuffer(4), new Uint16Array(2)];
  const endings = new Set();
  for (const value of wrong) {
    endings.add(await ending(() => conn.write(value)));
    endings.add(await ending(() => conn.read(value)));
  }
  return [...endings];
}, ["TypeError: expected typed ArrayBufferView"]);
