/**
 * Ports that are free, in use, refused or taken just now.
 *
 * @module
 */
import { settle } from "../support/settle.ts";
import type { Settled } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";

/** A port that needs special rights here, whoever runs the checks. */
export const privileged = 80;

/** The last of all ports, which is always in use here. */
export const lastPort = 65_535;

/**
 * Refuses two kinds of ports on every machine, as the kernel does on most:
 * whoever is root has every right, and a port that a check really took would
 * be in use for all who are marked at the same time.
 */
export function refuseSomePorts(): void {
  const { listen } = Deno;
  const refuse = (options: Deno.TcpListenOptions) => {
    const { port = 0 } = options ?? {};
    const refusal = port > 0 && port < 1024
      ? new Deno.errors.PermissionDenied("Permission denied (os error 13)")
      : port === lastPort
      ? new Deno.errors.AddrInUse("Address already in use (os error 98)")
      : undefined;
    if (refusal === undefined) return listen(options);
    const code = port === lastPort ? "EADDRINUSE" : "EACCES";
    const error = Object.assign(refusal, { code });
    // The call that writes into the log meets it where Deno's own begins.
    return listen({
      ...options,
      get transport(): "tcp" {
        throw error;
      },
    });
  };
  Object.assign(Deno, { listen: refuse });
}

/** Takes `port` at the moment when the student's code closes it. */
export function takeWhenClosed(wire: Wire, port: number): void {
  let taken = false;
  void wire.until(({ events, sockets }) => {
    const closed = sockets.find(({ side, local, state }) =>
      side === "student" && local.port === port && state === "closed"
    );
    const done = events.some(({ call, socket, outcome }) =>
      call === "close" && socket === closed?.id && outcome === "ok"
    );
    if (closed === undefined || !done || taken) return taken;
    taken = true;
    try {
      wire.server({ port });
    } catch {
      // Another program was quicker, which is the same to the student's code.
    }
    return true;
  });
}

/** Calls `listen` with a port that was free a moment ago. */
export async function onFreePort(
  wire: Wire,
  listen: (port: number) => Deno.TcpListener,
): Promise<[number, Settled<Deno.TcpListener>]> {
  for (let attempt = 1;; attempt++) {
    const server = wire.server();
    server.close();
    const { port } = server.address;
    wire.log.events.length = 0;
    const settled = await settle(() => listen(port));
    // Another program of this machine may have taken the port in between.
    const stolen = wire.log.events.some(({ error }) =>
      error?.name === "AddrInUse"
    ) && !wire.log.sockets.some(({ side, local }) =>
      side === "student" && local.port === port
    );
    if (!stolen || attempt === 3) return [port, settled];
    settled.value?.close?.();
  }
}
