/** Where a server is: an IP address. 서버가 있는 곳, 곧 IP 주소입니다. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Calls `act` when `limit` ends, at once if it has ended; gives the way to undo.
 * `limit`이 끝나면(이미 끝났으면 바로) `act`를 부릅니다. 취소하는 함수를 줍니다.
 */
function whenOver(limit: AbortSignal, act: () => void): () => void {
  if (limit.aborted) act();
  limit.addEventListener("abort", act);
  return () => limit.removeEventListener("abort", act);
}

/**
 * Sends `question` to `server` as one datagram, from a UDP socket of its own,
 * and returns the first datagram that comes from that server. When `limit`
 * ends first, throws `Deno.errors.TimedOut`. Leaves no socket open.
 *
 * 자기 UDP 소켓에서 `question`을 데이터그램 하나로 `server`에 보내고, 그 서버에서
 * 온 첫 데이터그램을 돌려줍니다. `limit`이 먼저 끝나면 `Deno.errors.TimedOut`을
 * 던집니다. 소켓을 열어 두지 않습니다.
 */
export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  throw new Error("ask() is not written yet");
}

/**
 * Sends `answer(question)` back to whoever asked, for each datagram, until the
 * owner of `socket` closes it. One for which `answer` throws gets none.
 *
 * `socket`의 주인이 닫을 때까지, 데이터그램마다 `answer(question)`을 물어본
 * 쪽에 돌려보냅니다. `answer`가 오류를 던진 질문에는 답하지 않습니다.
 */
export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  throw new Error("serve() is not written yet");
}

// deno run --allow-net lessons/05_sendto_recvfrom/sendto_recvfrom.ts ask 9000 hi
if (import.meta.main) {
  const [what = "serve", number = "9000", question = "hi"] = Deno.args;
  const address = { hostname: "127.0.0.1", port: Number(number) };
  const decoder = new TextDecoder();
  if (what === "serve") {
    const socket = Deno.listenDatagram({ transport: "udp", ...address });
    await serve(socket, (question) => {
      const text = decoder.decode(question).trim();
      return new TextEncoder().encode(`${text.toUpperCase()}!\n`);
    });
  } else {
    const bytes = new TextEncoder().encode(question);
    const answer = await ask(address, bytes, AbortSignal.timeout(3_000));
    console.log(decoder.decode(answer).trim());
  }
}
