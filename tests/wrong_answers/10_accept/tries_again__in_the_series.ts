import { echoOne } from "../../../solutions/10_accept/accept.ts";
export * from "../../../solutions/10_accept/accept.ts";

export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const served: Deno.NetAddr[] = [];
  while (served.length < clients) {
    try {
      served.push(await echoOne(listener));
    } catch (error) {
      console.error("One client less:", error);
    }
  }
  return served;
}
