/**
 * An echo server for many clients at the same time: each gets back what it
 * sends, as it sends it, until the end of its stream; then its connection is
 * closed. A client that breaks off ends nothing but its own service.
 *
 * Runs until its caller closes `listener`. Those who are being served then are
 * served to their end; after that the promise resolves.
 *
 * 여러 클라이언트를 동시에 받는 에코 서버입니다. 클라이언트마다 보낸 것을
 * 보내는 대로 되돌려 주고, 스트림이 끝나면 그 연결을 닫습니다. 클라이언트가
 * 연결을 끊어 버려도 끝나는 것은 그 클라이언트의 처리뿐입니다.
 *
 * 호출한 쪽이 `listener`를 닫을 때까지 돕니다. 그때 연결되어 있던 클라이언트는
 * 끝까지 처리하고, 그런 다음 프로미스가 정상으로 끝납니다.
 */
export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  throw new Error("serveEcho() is not written yet");
}

/**
 * The same, and at the end of its stream each client is told its number, in
 * the order of accept from 1 on, and how many bytes it has sent. The line
 * `client 2: 5 bytes\n` is the last thing before its connection is closed.
 *
 * 위와 같으며, 스트림이 끝난 클라이언트에게 1부터 수락한 차례로 매긴 번호와
 * 보낸 바이트 수를 알려 줍니다. `client 2: 5 bytes\n` 한 줄을 마지막으로
 * 보내고 연결을 닫습니다.
 */
export async function serveNumbered(
  listener: Deno.TcpListener,
): Promise<void> {
  throw new Error("serveNumbered() is not written yet");
}

// deno run --allow-net lessons/11_many_clients/many_clients.ts 8080
if (import.meta.main) {
  const [port = "8080"] = Deno.args;
  const listener = Deno.listen({ hostname: "127.0.0.1", port: Number(port) });
  console.log(`Listening at 127.0.0.1:${listener.addr.port}, Ctrl+C ends`);
  const stop = () => {
    console.log("No new clients; waiting for those who are here");
    Deno.removeSignalListener("SIGINT", stop);
    listener.close();
  };
  Deno.addSignalListener("SIGINT", stop);
  await serveNumbered(listener);
}
