import assert from "node:assert/strict";
import { lockDown } from "../exercise/lockdown.ts";
import { destinationOf, takeSend } from "./send.ts";

const udp = { transport: "udp", hostname: "127.0.0.1", port: 0 } as const;

Deno.test("takeSend() leaves no other way to Deno's own send()", async () => {
  const [socket, other] = [Deno.listenDatagram(udp), Deno.listenDatagram(udp)];
  const send = takeSend(socket);
  assert.equal(await socket.send(new Uint8Array(1), other.addr), 1);
  lockDown();
  const { send: hidden } = Object.getPrototypeOf(socket);
  assert.throws(
    () => hidden.call(socket, new Uint8Array(2), other.addr),
    Deno.errors.NotSupported,
  );
  assert.equal(await send(new Uint8Array(3), other.addr), 3);
  assert.equal((await other.receive())[0].length, 1);
  assert.equal((await other.receive())[0].length, 3);
  for (const each of [socket, other]) each.close();
});

Deno.test("destinationOf() reads once what it is given", () => {
  let asked = 0;
  const sly = {
    transport: "udp",
    hostname: { toString: () => "::1" } as unknown as string,
    get port() {
      return asked++;
    },
  } as Deno.NetAddr;
  assert.deepEqual(destinationOf(sly), { ...udp, hostname: "::1" });
  assert.equal(asked, 1);
  const port = (port: unknown) =>
    destinationOf({ ...udp, port } as Deno.NetAddr).port as unknown;
  assert.deepEqual([NaN, -1, 70_000, 8.9].map(port), [0, 0, 65_535, 8]);
  // Deno refuses these itself.
  assert.deepEqual(["8", undefined].map(port), ["8", undefined]);
});
