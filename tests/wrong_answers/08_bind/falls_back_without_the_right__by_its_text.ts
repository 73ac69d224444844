import { bindTo as bind } from "../../../solutions/08_bind/bind.ts";
export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  try {
    return bind("loopback", port);
  } catch (error) {
    if (!(error as Error).message.includes("os error")) throw error;
    return bind("loopback", 0);
  }
}
