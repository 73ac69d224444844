import { echoOne } from "../../../solutions/10_accept/accept.ts";
export * from "../../../solutions/10_accept/accept.ts";

export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const served: Deno.NetAddr[] = [];
  try {
    while (served.length < clients) served.push(await echoOne(listener));
  } catch (error) {
    console.error("No more clients:", error);
  }
  return served;
}
