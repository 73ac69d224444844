export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using talking = conn;
  await talking.closeWrite();
  let rest = request;
  while (rest.length > 0) rest = rest.subarray(await talking.write(rest));
  return new Uint8Array(await new Response(talking.readable).arrayBuffer());
}
