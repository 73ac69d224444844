import { bindTo as bind } from "../../../solutions/08_bind/bind.ts";
export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  try {
    return bind("loopback", port);
  } catch (first) {
    if (!(first instanceof Deno.errors.AddrInUse)) throw first;
    try {
      return bind("loopback", 0);
    } catch {
      throw first;
    }
  }
}
