import { echoOne as serveOne } from "../../../solutions/10_accept/accept.ts";
export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(listener: Deno.TcpListener): Promise<string> {
  const { hostname, port } = await serveOne(listener);
  return `${hostname}:${port}`;
}
