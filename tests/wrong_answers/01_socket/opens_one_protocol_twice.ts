export * from "../../../solutions/01_socket/socket.ts";

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.TcpListener } {
  const stream = Deno.listen({ hostname: "127.0.0.1", port });
  try {
    const datagram = Deno.listen({
      hostname: "127.0.0.1",
      port: stream.addr.port,
    });
    return { stream, datagram };
  } catch (error) {
    stream.close();
    throw error;
  }
}
