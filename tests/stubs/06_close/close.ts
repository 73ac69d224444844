/** Where a server listens. 서버가 듣는 주소입니다. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Writes everything and then closes the connection, once, also when writing
 * fails; that error is thrown on.
 *
 * 모두 쓴 다음 연결을 한 번 닫습니다. 쓰기가 실패해도 닫고, 그 오류는 그대로
 * 던집니다.
 */
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  throw new Error("sendAndClose() is not written yet");
}

/**
 * Sends the request, says with a half-close that no more will come, reads the
 * answer to the end of the stream, and closes the connection on every way out.
 *
 * 요청을 보내고, 반만 닫기로 더 보낼 것이 없음을 알리고, 응답을 스트림의
 * 끝까지 읽습니다. 어떻게 끝나든 연결을 닫습니다.
 */
export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  throw new Error("converse() is not written yet");
}

/**
 * Connects, lets `use` work with the connection, and closes it whatever comes
 * of that, even if `use` has closed it before. Gives back what `use` gives.
 *
 * 연결을 맺어 `use`에 맡기고, 일이 어떻게 끝나든 연결을 닫습니다. `use`가
 * 이미 닫았어도 괜찮습니다. `use`의 결과를 돌려줍니다.
 */
export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  throw new Error("withConnection() is not written yet");
}

// deno run --allow-net lessons/06_close/close.ts 127.0.0.1 8080
if (import.meta.main) {
  const [hostname = "127.0.0.1", port = "8080"] = Deno.args;
  const address = { hostname, port: Number(port) };
  const request = new TextEncoder().encode("안녕하세요\n");
  const answer = await withConnection(
    address,
    (conn) => converse(conn, request),
  );
  console.log(new TextDecoder().decode(answer));
}
