import { serveEcho as right } from "../../../solutions/11_many_clients/many_clients.ts";
export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  await right(listener);
  listener.close();
}
