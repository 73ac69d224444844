import { echoOne } from "../../../solutions/10_accept/accept.ts";
export * from "../../../solutions/10_accept/accept.ts";

export function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const all = Array.from({ length: clients }, () => echoOne(listener));
  return Promise.all(all);
}
