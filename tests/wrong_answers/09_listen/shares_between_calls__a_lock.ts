import { serveQueue as serve } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

let last: Promise<unknown> = Promise.resolve();

export function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  const mine = last.then(() => serve(listener, clients));
  last = mine.catch(() => {});
  return mine;
}
