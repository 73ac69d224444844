import { echoOne } from "../../../solutions/10_accept/accept.ts";
export * from "../../../solutions/10_accept/accept.ts";

export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const served: Deno.NetAddr[] = [];
  do {
    served.push(await echoOne(listener));
  } while (served.length < clients);
  return served;
}
