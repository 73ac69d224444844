/** Where a server listens. 서버가 듣는 주소입니다. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Listens on 127.0.0.1, on a free port, with a queue for `backlog` waiting
 * connections. Calls `ready` once, with the real address, as soon as clients
 * can connect, and then returns the listener.
 *
 * 127.0.0.1의 빈 포트에서 듣습니다. 수신 대기열의 크기는 `backlog`입니다.
 * 클라이언트가 연결할 수 있게 되면 실제 주소로 `ready`를 한 번 호출한 다음
 * 듣기 소켓을 돌려줍니다.
 */
export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  throw new Error("startServer() is not written yet");
}

/**
 * Serves `clients` connections, one after the other, in the order in which
 * they came. Reads all that the client sends, to the end of its stream,
 * answers "you are number N\n" (N from 1) and closes that connection. Returns
 * the texts in this order. The listener stays open.
 *
 * 연결 `clients`개를 온 순서대로 하나씩 처리합니다. 클라이언트가 보내는 것을
 * 스트림의 끝까지 읽고, "you are number N\n"(N은 1부터)으로 답한 다음 그 연결을
 * 닫습니다. 읽은 텍스트를 순서대로 돌려줍니다. 듣기 소켓은 열어 둡니다.
 */
export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  throw new Error("serveQueue() is not written yet");
}

/**
 * Knocks at `address`, leaves no connection or attempt behind, and says what a
 * client sees of the queue. Any other error is thrown on.
 *
 * `address`를 두드려 보고, 연결도 시도도 남기지 않으며, 클라이언트에게 대기열이
 * 어떻게 보이는지 알려 줍니다. 다른 오류는 그대로 던집니다.
 */
export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  throw new Error("knock() is not written yet");
}

// deno run --allow-net lessons/09_listen/listen.ts
if (import.meta.main) {
  const say = (address: Deno.NetAddr) => console.log("port", address.port);
  using listener = startServer(1, say);
  alert("The queue is open, and nobody serves it. Press Enter to serve 3.");
  console.log(await serveQueue(listener, 3));
}
