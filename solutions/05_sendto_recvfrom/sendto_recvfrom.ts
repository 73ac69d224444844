/** Where a server is: an IP address. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Calls `act` when `limit` ends, at once if it has ended; gives the way to undo.
 */
function whenOver(limit: AbortSignal, act: () => void): () => void {
  // A signal that has fired already does not fire again for a new listener.
  if (limit.aborted) act();
  limit.addEventListener("abort", act);
  return () => limit.removeEventListener("abort", act);
}

/**
 * Sends `question` to `server` as one datagram (sendto(2)), from a UDP socket
 * of its own, and returns the first datagram that comes from that server
 * (recvfrom(2)). When `limit` ends first, throws `Deno.errors.TimedOut`.
 * Leaves no socket open.
 */
export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  // receive() takes no signal. What ends it is the end of its socket.
  const undo = whenOver(limit, () => socket.close());
  try {
    await socket.send(question, { transport: "udp", ...server });
    while (true) {
      const [bytes, from] = await socket.receive();
      // Anybody may send to this port, not only the one who was asked.
      if (isSame(from as Deno.NetAddr, server)) return bytes;
    }
  } catch (error) {
    if (limit.aborted) throw timedOut(server);
    throw error;
  } finally {
    // The limit may end much later, and must not find a closed socket then.
    undo();
    if (!limit.aborted) socket.close();
  }
}

/**
 * Sends `answer(question)` back to whoever asked, for each datagram, until the
 * owner of `socket` closes it. A question for which `answer` throws gets no
 * answer.
 */
export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  while (true) {
    try {
      // The loop ends by itself when the socket is closed.
      for await (const [question, from] of socket) {
        await reply(socket, answer, question, from);
      }
      return;
    } catch (error) {
      // Windows says so when an answer has found nobody. The socket is as good
      // as before, and the next client has done nothing wrong.
      if (!(error instanceof Deno.errors.ConnectionReset)) throw error;
    }
  }
}

async function reply(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
  question: Uint8Array,
  from: Deno.Addr,
): Promise<void> {
  try {
    await socket.send(answer(question), from);
  } catch (error) {
    // One bad question must not end the server for everybody else.
    console.error(`No answer to ${(from as Deno.NetAddr).port}:`, error);
  }
}

function isSame(a: Address, b: Address): boolean {
  return a.hostname === b.hostname && a.port === b.port;
}

function timedOut({ hostname, port }: Address): Error {
  return new Deno.errors.TimedOut(`No answer from ${hostname}:${port} in time`);
}

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
