// Right: promises without await, the class of the error in a table.
interface Address {
  hostname: string;
  port: number;
}

export function connectTo(
  { hostname, port }: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  return Deno.connect({ hostname, port, transport: "tcp", signal: limit })
    .catch((cause) => {
      if (!limit.aborted) throw cause;
      throw new Deno.errors.TimedOut("The limit has ended", { cause });
    });
}

export function endpoints(
  { localAddr: local, remoteAddr: remote }: Deno.TcpConn,
): { local: string; remote: string } {
  return {
    local: [local.hostname, local.port].join(":"),
    remote: [remote.hostname, remote.port].join(":"),
  };
}

type Word = "open" | "refused" | "timed out";

const words: Partial<Record<string, Word>> = {
  ConnectionRefused: "refused",
  TimedOut: "timed out",
};

export function probe(address: Address, limit: AbortSignal): Promise<Word> {
  return connectTo(address, limit).then((conn): Word => {
    conn.close();
    return "open";
  }, (error: Error) => words[error.name] ?? Promise.reject(error));
}
