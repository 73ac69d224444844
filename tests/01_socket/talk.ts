/**
 * Clients of the check, which find out whether a socket is what it seems.
 *
 * @module
 */
import { encode } from "../support/bytes.ts";
import { expectBytes } from "../support/expect_bytes.ts";
import type { Wire } from "../support/wire.ts";
import { sent } from "./words.ts";

/** A client connects, and bytes pass both ways. */
export async function talkOverStream(
  listener: Deno.TcpListener,
  wire: Wire,
): Promise<void> {
  const client = await wire.client(listener.addr);
  const conn = await listener.accept();
  await client.send("over TCP");
  const buffer = new Uint8Array(8);
  const n = await conn.read(buffer) ?? 0;
  expectBytes(buffer.subarray(0, n), encode("over TCP"), sent.overTcp);
  await conn.write(encode("TCP answers"));
  conn.close();
  const answer = await client.receiveToEnd();
  expectBytes(answer, encode("TCP answers"), sent.answerOverTcp);
}

/** A datagram comes in, and one goes back to where it came from. */
export async function talkOverDatagrams(
  socket: Deno.DatagramConn,
  wire: Wire,
): Promise<void> {
  const client = wire.datagram();
  await client.send(encode("over UDP"), socket.addr);
  const [message, from] = await socket.receive();
  expectBytes(message, encode("over UDP"), sent.overUdp);
  await socket.send(encode("UDP answers"), from);
  const [answer] = await client.receive();
  expectBytes(answer, encode("UDP answers"), sent.answerOverUdp);
}
