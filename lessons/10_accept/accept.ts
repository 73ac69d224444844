/**
 * The three port numbers that meet when `listener` has accepted `conn`: the
 * listening socket's own, the connection socket's own, and the client's.
 *
 * `listener`가 `conn`을 수락했을 때 만나는 세 포트 번호입니다. 듣기 소켓의 것,
 * 연결 소켓의 것, 클라이언트의 것을 차례로 담습니다.
 */
export function ports(
  listener: Deno.TcpListener,
  conn: Deno.TcpConn,
): { listening: number; connection: number; client: number } {
  throw new Error("ports() is not written yet");
}

/**
 * Accepts one client, sends back all that it sends until the end of its
 * stream, closes the connection, and returns the client's address. A client
 * that breaks the connection off ends nothing but its own service.
 *
 * 클라이언트 하나를 수락하고, 스트림의 끝까지 받은 것을 모두 되돌려 보낸 뒤,
 * 연결을 닫고 클라이언트의 주소를 돌려줍니다. 클라이언트가 연결을 끊어 버려도
 * 끝나는 것은 그 클라이언트의 처리뿐입니다.
 */
export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  throw new Error("echoOne() is not written yet");
}

/**
 * Serves that many clients, one after the other, and returns their addresses in
 * the order in which they were accepted.
 *
 * 클라이언트를 `clients`만큼 차례로 하나씩 처리하고, 수락한 차례대로 그
 * 주소들을 돌려줍니다.
 */
export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  throw new Error("echoInTurn() is not written yet");
}

// deno run --allow-net lessons/10_accept/accept.ts 8080 3
if (import.meta.main) {
  const [port = "8080", clients = "3"] = Deno.args;
  using listener = Deno.listen({ hostname: "127.0.0.1", port: Number(port) });
  console.log(`Listening at 127.0.0.1:${listener.addr.port}`);
  for (const client of await echoInTurn(listener, Number(clients))) {
    console.log(`${client.hostname}:${client.port}`);
  }
}
