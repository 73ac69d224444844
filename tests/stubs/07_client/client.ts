/** Where a server listens. 서버가 듣는 주소입니다. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Calls `act` when `limit` ends, at once if it has ended; gives the way to undo.
 * `limit`이 끝나면(이미 끝났으면 바로) `act`를 호출합니다. 취소하는 함수를 줍니다.
 */
function whenOver(limit: AbortSignal, act: () => void): () => void {
  if (limit.aborted) act();
  limit.addEventListener("abort", act);
  return () => limit.removeEventListener("abort", act);
}

/**
 * The whole client: connects, sends all of the question, says with a half-close
 * that it is over, reads the answer to the end of the stream, and closes the
 * connection on every way out. When `limit` ends, at whatever moment, throws
 * `Deno.errors.TimedOut`; any other error stays what it is.
 *
 * 클라이언트 전체입니다. 연결하고, 질문을 모두 보내고, 반만 닫기로 질문이 끝났음을
 * 알리고, 답을 스트림의 끝까지 읽으며, 어떤 경로로 끝나든 연결을 닫습니다. 언제든
 * `limit`이 끝나면 `Deno.errors.TimedOut`을 던지고, 다른 오류는 그대로 둡니다.
 */
export async function request(
  address: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  throw new Error("request() is not written yet");
}

/**
 * Asks every server the same question. The result has one place for each
 * address, in the order of the addresses: the answer, or the error that
 * `request` threw for that server. One bad server spoils only its own place.
 *
 * 모든 서버에 같은 질문을 합니다. 결과에는 주소마다 한 자리가 주소의 순서대로 있고,
 * 그 자리에는 답이나 `request`가 그 서버에서 던진 오류가 들어갑니다. 서버 하나가
 * 잘못되어도 다른 자리는 그대로입니다.
 */
export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  throw new Error("requestEach() is not written yet");
}

// deno run --allow-net lessons/07_client/client.ts 8080 8081 8082
if (import.meta.main) {
  const ports = Deno.args.length > 0 ? Deno.args.map(Number) : [8080];
  const addresses = ports.map((port) => ({ hostname: "127.0.0.1", port }));
  const question = new TextEncoder().encode("prices, please\n");
  const limit = AbortSignal.timeout(20_000);
  (await requestEach(addresses, question, limit)).forEach((answer, i) => {
    const isError = answer instanceof Error;
    const text = isError ? `${answer}` : new TextDecoder().decode(answer);
    console.log(`${ports[i]}: ${text.trimEnd()}`);
  });
}
