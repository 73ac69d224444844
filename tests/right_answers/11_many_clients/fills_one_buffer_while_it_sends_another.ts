// Right: reads ahead into a second buffer, and one last write of all that is left.
async function pump(conn: Deno.TcpConn): Promise<number> {
  const buffers = [new Uint8Array(5000), new Uint8Array(5000)];
  let sending: Promise<void> | undefined;
  let total = 0;
  for (let i = 0;; i ^= 1) {
    const n = await conn.read(buffers[i]);
    await sending;
    if (n === null) return total;
    total += n;
    sending = all(conn, buffers[i].subarray(0, n));
    sending.catch(() => {});
  }
}

async function all(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  const n = await conn.write(bytes);
  if (n < bytes.length) await all(conn, bytes.subarray(n));
}

type Service = (conn: Deno.TcpConn) => Promise<void>;

async function accepting(listener: Deno.TcpListener, service: Service) {
  const open: Promise<void>[] = [];
  for await (const conn of listener) {
    open.push(
      service(conn).then(() => conn.close(), (error) => {
        console.error(error);
        conn.close();
      }),
    );
  }
  for (const one of open) await one;
}

export const serveEcho = (listener: Deno.TcpListener): Promise<void> =>
  accepting(listener, async (conn) => void await pump(conn));

export async function serveNumbered(l: Deno.TcpListener): Promise<void> {
  let next = 1;
  await accepting(l, async (conn) => {
    const mine = next++;
    const bytes = await pump(conn);
    const line = new TextEncoder().encode(`client ${mine}: ${bytes} bytes\n`);
    await all(conn, line);
  });
}
