import { replaceCall, replaceMembers } from "./replace.ts";
import type { ConnectOptions } from "./replace.ts";

/**
 * Lets queues hold exactly as many connections as their backlog says, as all
 * systems but Linux do, which lets in one more. `meetFull` is what a connect()
 * comes to that finds no room.
 */
export function countQueues(
  meetFull: (options: ConnectOptions) => Promise<Deno.TcpConn>,
): void {
  const queues = new Map<number, { room: number }>();
  replaceCall("listen", (listen) => (options) => {
    const listener = listen(options);
    const { tcpBacklog = 511 } = options as { tcpBacklog?: number };
    const queue = { room: tcpBacklog };
    const { port } = listener.addr;
    queues.set(port, queue);
    const accept = listener.accept.bind(listener);
    replaceMembers(listener, {
      async accept() {
        const conn = await accept();
        queue.room++;
        return conn;
      },
    });
    return listener;
  });
  replaceCall("connect", (connect) => async (options) => {
    const queue = queues.get(Number(options.port));
    if (queue === undefined) return await connect(options);
    if (queue.room <= 0) return await meetFull(options);
    queue.room--;
    try {
      return await connect(options);
    } catch (error) {
      queue.room++;
      throw error;
    }
  });
}
