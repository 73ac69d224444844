export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: { hostname: string; port: number },
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  const conn = await Deno.connect(address);
  conn.close();
  return await use(conn);
}
