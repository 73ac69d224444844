import { replaceMembers } from "./replace.ts";

/** SO_SNDBUF of Winsock: so many bytes may wait before a send() does. */
const sendBuffer = 65_536;

const { BadResource, BrokenPipe, ConnectionAborted, ConnectionReset } =
  Deno.errors;

/**
 * A connection that sends as Winsock does: write() takes all it is given, and
 * what the network has no room for is sent by and by, also after a close().
 */
export function bufferSends(conn: Deno.TcpConn): Deno.TcpConn {
  const real = {
    read: conn.read.bind(conn),
    write: conn.write.bind(conn),
    closeWrite: conn.closeWrite.bind(conn),
    close: conn.close.bind(conn),
  };
  /** Bytes that were taken and have not been sent. */
  let unsent = 0;
  let sending = Promise.resolve();
  let failure: Error | undefined;
  let hasEnded = false;
  let isClosed = false;
  let changed = Promise.withResolvers<void>();
  const closing = Promise.withResolvers<never>();
  closing.promise.catch(() => {});

  replaceMembers(conn, {
    async read(buffer: Uint8Array<ArrayBuffer>) {
      if (isClosed) throw new BadResource("Bad resource ID");
      return await Promise.race([real.read(buffer), closing.promise])
        .catch((error) => {
          throw inWinsock(error);
        });
    },
    async write(bytes: Uint8Array<ArrayBuffer>) {
      while (unsent >= sendBuffer && !failure && !isClosed) {
        await changed.promise;
      }
      if (isClosed) return await real.write(bytes);
      if (hasEnded) throw new Error(shutDown);
      if (failure) throw failure;
      const isFirst = unsent === 0;
      const begun = Promise.withResolvers<void>();
      begun.promise.catch(() => {});
      unsent += bytes.length;
      const taken = bytes.slice();
      sending = sending.then(() => send(taken, begun));
      // What can be handed on at once fails at once as well.
      if (isFirst) await begun.promise;
      return bytes.length;
    },
    async closeWrite() {
      hasEnded = true;
      if (unsent === 0) return await real.closeWrite();
      sending.then(real.closeWrite).catch(() => {});
    },
    close() {
      if (isClosed) return real.close();
      isClosed = true;
      change();
      closing.reject(new Deno.errors.Interrupted("operation canceled"));
      if (unsent === 0) return real.close();
      sending.then(real.close).catch(() => {});
    },
  });
  return conn;

  async function send(
    rest: Uint8Array<ArrayBuffer>,
    begun: PromiseWithResolvers<void>,
  ): Promise<void> {
    try {
      do {
        if (failure) throw failure;
        const n = await real.write(rest);
        unsent -= n;
        rest = rest.subarray(n);
        begun.resolve();
        change();
      } while (rest.length > 0);
    } catch (error) {
      failure ??= inWinsock(error);
      unsent = 0;
      begun.reject(failure);
      change();
    }
  }

  function change(): void {
    changed.resolve();
    changed = Promise.withResolvers();
  }
}

const shutDown =
  "A request to send or receive data was disallowed because the socket had already been shut down in that direction with a previous shutdown call. (os error 10058)";

/** The error that Deno has on Windows where it has this one here. */
function inWinsock(error: unknown): Error {
  if (error instanceof BrokenPipe) {
    return new ConnectionAborted(
      "An established connection was aborted by the software in your host machine. (os error 10053)",
    );
  }
  if (error instanceof ConnectionReset) {
    return new ConnectionReset(
      "An existing connection was forcibly closed by the remote host. (os error 10054)",
    );
  }
  return error as Error;
}
