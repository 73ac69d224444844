import { bindTo as bind } from "../../../solutions/08_bind/bind.ts";
export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  try {
    return bind(where, port);
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    throw new Deno.errors.AddrInUse(`Port ${port} is used by another program`);
  }
}
