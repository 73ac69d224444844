import { bindTo as bind } from "../../../solutions/08_bind/bind.ts";
export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): unknown {
  const listener = bind(where, port);
  return [listener, listener.addr.port];
}
