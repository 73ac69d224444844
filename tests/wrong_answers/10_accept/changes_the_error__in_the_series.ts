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
    throw new Error(`Client ${served.length + 1} failed`, { cause: error });
  }
  return served;
}
