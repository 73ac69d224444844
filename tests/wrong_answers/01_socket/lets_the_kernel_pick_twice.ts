export * from "../../../solutions/01_socket/socket.ts";

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const address = { hostname: "127.0.0.1", port };
  const stream = Deno.listen(address);
  try {
    const datagram = Deno.listenDatagram({ ...address, transport: "udp" });
    return { stream, datagram };
  } catch (error) {
    stream.close();
    throw error;
  }
}
