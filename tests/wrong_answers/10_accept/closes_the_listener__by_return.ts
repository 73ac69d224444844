export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  for await (const conn of listener) {
    const client = conn.remoteAddr;
    await conn.readable.pipeTo(conn.writable).catch(() => {});
    return client;
  }
  throw new Error("The listener is closed");
}
