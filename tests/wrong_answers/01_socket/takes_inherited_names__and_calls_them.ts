export * from "../../../solutions/01_socket/socket.ts";

const hostname = "127.0.0.1";
const table: Record<string, Record<string, () => { close(): void }>> = {
  SOCK_STREAM: { IPPROTO_TCP: () => Deno.listen({ hostname, port: 0 }) },
  SOCK_DGRAM: {
    IPPROTO_UDP: () =>
      Deno.listenDatagram({ transport: "udp", hostname, port: 0 }),
  },
};

export function openSocket(domain: string, type: string, protocol: string) {
  const open = domain === "AF_INET" ? table[type]?.[protocol] : undefined;
  if (open === undefined) {
    throw new TypeError(`Unknown: ${domain} ${type} ${protocol}`);
  }
  return open();
}
