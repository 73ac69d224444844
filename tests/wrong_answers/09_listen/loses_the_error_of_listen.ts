import { startServer as start } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  try {
    return start(backlog, ready);
  } catch (error) {
    // The error of ready() is the caller's own.
    if (!(error as Error).message.includes("os error")) throw error;
    throw new Error(`The server did not start: ${(error as Error).message}`);
  }
}
