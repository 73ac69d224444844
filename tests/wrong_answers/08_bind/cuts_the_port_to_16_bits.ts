// Refused by: bindOrAny() throws on any other error, as for port 70000
// Must say: 70000 was cut to 16 bits
export * from "../../../solutions/08_bind/bind.ts";
import { bindOrAny as rightly } from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  return rightly(port & 0xffff);
}
