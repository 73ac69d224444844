export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  for (;;) {
    // An hour without questions: nobody needs this server any more.
    const idle = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => idle.resolve(undefined), 60 * 60 * 1000);
    try {
      const next = await Promise.race([socket.receive(), idle.promise]);
      if (next === undefined) return;
      await socket.send(answer(next[0]), next[1]);
    } catch (error) {
      const { Interrupted, BadResource } = Deno.errors;
      if (error instanceof Interrupted || error instanceof BadResource) return;
    } finally {
      clearTimeout(timer);
    }
  }
}
