import { bindTo as bind } from "../../../solutions/08_bind/bind.ts";
export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  for (const candidate of [port, 0]) {
    try {
      return bind("loopback", candidate);
    } catch (error) {
      const isFirst = candidate === port;
      if (isFirst && !(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
  throw new Error("There is no free port");
}
