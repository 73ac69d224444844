export * from "../../../solutions/08_bind/bind.ts";

const options = { hostname: "127.0.0.1", port: 0 };

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  options.port = port;
  if (where === "everywhere") options.hostname = "0.0.0.0";
  return Deno.listen(options);
}
