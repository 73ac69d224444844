/** Where a server listens. 서버가 듣는 주소입니다. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Connects to `address`. When `limit` ends before there is a connection,
 * throws `Deno.errors.TimedOut`; any other error stays what it is.
 *
 * `address`에 연결합니다. 연결되기 전에 `limit`이 끝나면
 * `Deno.errors.TimedOut`을 던지고, 다른 오류는 그대로 둡니다.
 */
export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  throw new Error("connectTo() is not written yet");
}

/**
 * Both ends of a connection, each written as "127.0.0.1:8080".
 *
 * 연결의 두 끝을 각각 "127.0.0.1:8080"과 같이 적습니다.
 */
export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  throw new Error("endpoints() is not written yet");
}

/**
 * Knocks at `address`, leaves no connection behind, and says what it found.
 *
 * `address`를 두드려 보고, 연결을 남기지 않으며, 알아낸 것을 알려 줍니다.
 */
export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  throw new Error("probe() is not written yet");
}

// deno run --allow-net lessons/03_connect/connect.ts 127.0.0.1 8080
if (import.meta.main) {
  const [hostname = "127.0.0.1", port = "8080"] = Deno.args;
  const limit = AbortSignal.timeout(3_000);
  using conn = await connectTo({ hostname, port: Number(port) }, limit);
  const { local, remote } = endpoints(conn);
  console.log(`${local} → ${remote}`);
}
