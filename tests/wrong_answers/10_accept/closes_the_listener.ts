import { echoOne as served } from "../../../solutions/10_accept/accept.ts";
export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using server = listener;
  return await served(server);
}
