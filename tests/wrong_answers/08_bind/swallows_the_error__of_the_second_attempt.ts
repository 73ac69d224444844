import { bindTo as bind } from "../../../solutions/08_bind/bind.ts";
export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener | null {
  try {
    return bind("loopback", port);
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    try {
      return bind("loopback", 0);
    } catch {
      return null;
    }
  }
}
