import { echoOne } from "../../../solutions/10_accept/accept.ts";
export * from "../../../solutions/10_accept/accept.ts";

const served: Deno.NetAddr[] = [];

export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  for (let i = 0; i < clients; i++) served.push(await echoOne(listener));
  return served;
}
