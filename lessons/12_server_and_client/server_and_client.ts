/** Where a server listens. 서버가 듣는 주소입니다. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Listens at `address` and calls `ready` once with the address that it really
 * has. Serves many clients at once: answers each line of a client with one
 * line, `N: LINE`, in which N counts the lines of this client from 1. When
 * `stop` is aborted, takes no new clients, serves those that it has to their
 * end, and resolves when everything is closed.
 *
 * `address`에서 듣고, 실제로 얻은 주소로 `ready`를 한 번 호출합니다. 여러
 * 클라이언트를 동시에 처리하며, 받은 줄마다 `N: 줄` 한 줄로 답합니다. N은 그
 * 클라이언트의 줄을 1부터 센 숫자입니다. `stop`이 abort되면 새 클라이언트를
 * 받지 않고, 연결되어 있던 클라이언트를 끝까지 처리한 다음, 모두 닫히면
 * 프로미스가 정상으로 끝납니다.
 */
export async function server(
  address: Address,
  ready: (address: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  throw new Error("server() is not written yet");
}

/**
 * Connects to `address`, sends all lines without waiting for answers,
 * half-closes, and at the same time reads answers until the server's stream
 * ends. Returns them without their "\n". Throws `Deno.errors.UnexpectedEof`
 * if there are fewer whole answers than lines.
 *
 * `address`에 연결해 답을 기다리지 않고 모든 줄을 보낸 다음 반만 닫으며,
 * 그동안 서버의 스트림이 끝날 때까지 답을 읽습니다. 답을 "\n" 없이
 * 돌려줍니다. 온전한 답이 보낸 줄보다 적으면 `Deno.errors.UnexpectedEof`를
 * 던집니다.
 */
export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  throw new Error("client() is not written yet");
}

// deno run --allow-net lessons/12_server_and_client/server_and_client.ts \
//   server 8080                    or: client 8080 hello 안녕
if (import.meta.main) {
  const [role, port = "8080", ...lines] = Deno.args;
  const address = { hostname: "127.0.0.1", port: Number(port) };
  if (role === "server") {
    const stop = new AbortController();
    // Ctrl+C
    Deno.addSignalListener("SIGINT", () => stop.abort());
    await server(address, ({ port }) => console.log(port), stop.signal);
  } else {
    for (const answer of await client(address, lines)) console.log(answer);
  }
}
