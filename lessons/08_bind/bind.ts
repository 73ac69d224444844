/**
 * Listens on `port` (0: any free port) of 127.0.0.1, or of every IPv4 address
 * of this machine. A port that is in use throws `Deno.errors.AddrInUse`.
 *
 * 127.0.0.1에서, 또는 이 컴퓨터의 모든 IPv4 주소에서 `port`(0이면 아무 빈
 * 포트)로 듣습니다. 쓰이고 있는 포트면 `Deno.errors.AddrInUse`를 던집니다.
 */
export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  throw new Error("bindTo() is not written yet");
}

/**
 * Listens on 127.0.0.1 and `port`, or on any free port if that one is in use.
 * Any other error is thrown on.
 *
 * 127.0.0.1의 `port`에서 듣습니다. 그 포트가 쓰이고 있으면 아무 빈 포트에서나
 * 듣습니다. 다른 오류는 그대로 던집니다.
 */
export function bindOrAny(port: number): Deno.TcpListener {
  throw new Error("bindOrAny() is not written yet");
}

/**
 * Says for people where `listener` listens: "listening on 127.0.0.1:40123", or
 * "listening on every address, port 40123".
 *
 * `listener`가 듣는 곳을 사람이 읽기 좋은 문장으로 돌려줍니다. "listening on 127.0.0.1:40123" 또는
 * "listening on every address, port 40123"입니다.
 */
export function describeListener(listener: Deno.TcpListener): string {
  throw new Error("describeListener() is not written yet");
}

// deno run --allow-net lessons/08_bind/bind.ts 8080
// deno run --allow-net lessons/08_bind/bind.ts 8080 everywhere
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
