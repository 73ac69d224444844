import { bindTo as bind } from "../../../solutions/08_bind/bind.ts";
export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  while (true) {
    try {
      return bind("loopback", port);
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
      port = 20_000 + Math.floor(Math.random() * 20_000);
    }
  }
}
