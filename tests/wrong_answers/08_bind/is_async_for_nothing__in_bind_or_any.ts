import { bindOrAny as orAny } from "../../../solutions/08_bind/bind.ts";
export * from "../../../solutions/08_bind/bind.ts";

export async function bindOrAny(port: number): Promise<Deno.TcpListener> {
  return await orAny(port);
}
