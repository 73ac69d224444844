export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using talking = conn;
  let rest = request;
  while (rest.length > 0) rest = rest.subarray(await talking.write(rest));
  await talking.closeWrite();
  const answer = new Uint8Array(1024);
  const n = await talking.read(answer);
  return answer.slice(0, n ?? 0);
}
