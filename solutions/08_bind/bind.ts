/** INADDR_ANY of ip(7), written as an address. */
const everyAddress = "0.0.0.0";
const loopback = "127.0.0.1";

/**
 * Listens on `port` (0: any free port) of 127.0.0.1, or of every IPv4 address
 * of this machine (bind(2), listen(2)). A port that is in use throws
 * `Deno.errors.AddrInUse`.
 */
export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  // Deno's default is every address. What is open to the network should be
  // open on purpose, so the hostname is always written down.
  const hostname = where === "everywhere" ? everyAddress : loopback;
  return Deno.listen({ hostname, port });
}

/**
 * Listens on 127.0.0.1 and `port`, or on any free port if that one is in use.
 * Any other error is thrown on.
 */
export function bindOrAny(port: number): Deno.TcpListener {
  try {
    // To ask first whether the port is free would be a race: somebody else may
    // take it in between. bind itself is the question.
    return bindTo("loopback", port);
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    return bindTo("loopback", 0);
  }
}

/**
 * Says for people where `listener` listens: "listening on 127.0.0.1:40123", or
 * "listening on every address, port 40123".
 */
export function describeListener(listener: Deno.TcpListener): string {
  // What the kernel has bound (getsockname(2)), not what was asked for.
  const { hostname, port } = listener.addr;
  return hostname === everyAddress
    ? `listening on every address, port ${port}`
    : `listening on ${hostname}:${port}`;
}

if (import.meta.main) {
  const [port = "0", where = "loopback"] = Deno.args;
  using listener = where === "everywhere"
    ? bindTo("everywhere", Number(port))
    : bindOrAny(Number(port));
  console.log(describeListener(listener));
  for await (const conn of listener) {
    console.log(`somebody came from ${conn.remoteAddr.hostname}`);
    conn.close();
  }
}
