/**
 * Deno's three calls that make sockets, each writing into the wire log. The
 * check's own ends use them directly; `installCalls()` puts them in the place
 * of Deno's for the student's code.
 *
 * @module
 */
import { isLockedDown } from "../exercise/lockdown.ts";
import { admit } from "./crowd.ts";
import { lose, refuse, refusingAddress } from "./nowhere.ts";
import { routeTo } from "./reach.ts";
import type { Destination } from "./reach.ts";
import {
  begin,
  currentScope,
  fail,
  finish,
  meetFault,
  never,
} from "./scope.ts";
import type { Scope } from "./scope.ts";
import {
  failed,
  trackConnection,
  trackDatagram,
  trackListener,
} from "./track.ts";
import type { Limits } from "./track.ts";
import type { Side } from "./wire_log.ts";

const real = {
  listen: Deno.listen,
  connect: Deno.connect,
  listenDatagram: Deno.listenDatagram,
};

/** Where to: the part of Deno's addresses that all calls share. */
export type Address = Pick<Deno.NetAddr, "hostname" | "port">;

/** What connect takes: an address, and a signal that ends the attempt. */
export type ConnectOptions = Address & { signal?: AbortSignal };

/** What Deno asks listen(2) for where nothing is said. */
const defaultBacklog = 511;

type ListenOptions = Deno.TcpListenOptions & { transport?: "tcp" };
type DatagramOptions = Deno.UdpListenOptions & { transport: "udp" };

/** `Deno.listen`, recorded: socket(2), bind(2) and listen(2) in one. */
export function listen(
  scope: Scope,
  side: Side,
  options: ListenOptions,
  limits?: Limits,
): Deno.TcpListener {
  const event = begin(scope, { side, call: "listen" });
  event.address = addressOf(options);
  event.hostname = options?.hostname && event.address.hostname;
  event.port = event.address.port;
  try {
    event.backlog = Number(options?.tcpBacklog ?? defaultBacklog);
    meetFault(scope, event);
    admit(scope, side, "listener");
    const listener = real.listen(options) as Deno.TcpListener;
    finish(scope, event, { outcome: "ok", address: listener.addr });
    return trackListener(scope, event, listener, limits);
  } catch (error) {
    throw fail(scope, event, error);
  }
}

/**
 * `Deno.connect`, recorded: socket(2) and connect(2). A port on which nobody of
 * this check listens refuses, whoever else may listen there; see reach.ts.
 */
export async function connect(
  scope: Scope,
  side: Side,
  options: ConnectOptions,
  limits?: Limits,
): Promise<Deno.TcpConn> {
  // Read once, so that what is asked about is what is connected to as well.
  const { hostname, port, signal } = options ?? {};
  const address = addressOf({ hostname, port });
  const event = begin(scope, { side, call: "connect", address });
  try {
    meetFault(scope, event);
    admit(scope, side, "connection");
    const conn = await reach(scope, destinationOf(hostname, port), signal);
    if (scope.ended) {
      conn.close();
      return never();
    }
    finish(scope, event, { outcome: "ok" });
    scope.fruitless = 0;
    return trackConnection(scope, event, conn, limits);
  } catch (error) {
    return failed(scope, event, error);
  }
}

/** Connects to a listener of this check, is refused, or waits in vain. */
async function reach(
  scope: Scope,
  to: Destination,
  signal?: AbortSignal,
): Promise<Deno.TcpConn> {
  scope.attempts++;
  try {
    const at = (kind: "listener" | "silent" | "refusing") => {
      const hostname = routeTo(scope.ports, kind, to);
      return hostname === undefined ? undefined : { ...to, hostname };
    };
    const listener = at("listener");
    if (listener !== undefined) {
      return await real.connect({ ...listener, signal, transport: "tcp" });
    }
    const silent = at("silent");
    if (silent !== undefined) return await lose(silent, signal);
    return await refuse(
      at("refusing") ?? await refusingAddress(to.hostname),
      signal,
    );
  } finally {
    scope.attempts--;
  }
}

/** `Deno.listenDatagram`, recorded: socket(2) and bind(2). */
export function listenDatagram(
  scope: Scope,
  side: Side,
  options: DatagramOptions,
): Deno.DatagramConn {
  const event = begin(scope, { side, call: "listenDatagram" });
  event.address = addressOf(options);
  event.hostname = options?.hostname && event.address.hostname;
  event.port = event.address.port;
  try {
    meetFault(scope, event);
    admit(scope, side, "datagram");
    const datagram = real.listenDatagram(options);
    finish(scope, event, {
      outcome: "ok",
      address: datagram.addr as Deno.NetAddr,
    });
    return trackDatagram(scope, event, datagram);
  } catch (error) {
    throw fail(scope, event, error);
  }
}

/**
 * Replaces the three calls of `Deno`, so that all the code of a check, which
 * is the student's, is recorded. Code outside of a check gets Deno's own,
 * until an exercise is loaded, whose code may come at any time.
 */
export function installCalls(): void {
  const over = () => {
    throw new Deno.errors.Interrupted("The check that this belongs to is over");
  };
  const replacements = {
    listen(options: ListenOptions) {
      const scope = currentScope();
      if (scope === undefined) {
        return isLockedDown() ? over() : real.listen(options);
      }
      return scope.ended
        ? over()
        : listen(scope, "student", options, scope.limits);
    },
    connect(options: ConnectOptions, more?: unknown) {
      const scope = currentScope();
      if (scope === undefined && !isLockedDown()) {
        return real.connect(options as Deno.ConnectOptions);
      }
      if (scope === undefined || scope.ended) return never<Deno.TcpConn>();
      const made = connect(scope, "student", options, scope.limits);
      // Deno takes no notice of it, as who knows Node does not expect.
      if (typeof more === "function") {
        scope.log.events.at(-1)!.given = "a callback";
      }
      return made;
    },
    listenDatagram(options: DatagramOptions) {
      const scope = currentScope();
      if (scope === undefined) {
        return isLockedDown() ? over() : real.listenDatagram(options);
      }
      return scope.ended ? over() : listenDatagram(scope, "student", options);
    },
  };
  Object.assign(Deno, replacements);
}

/** Where a call leads: each part as Deno takes it, and with Deno's default. */
function destinationOf(hostname: unknown, port: unknown): Destination {
  const number = typeof port === "string" ? Number(port) : port;
  // Deno's own call refuses what is no number.
  return { hostname: String(hostname ?? "127.0.0.1"), port: number as number };
}

function addressOf(options?: Partial<Address>): Deno.NetAddr {
  const { hostname = "0.0.0.0", port = 0 } = options ?? {};
  // For the log, so of a fair length (RFC 1035, section 2.3.4), whatever comes.
  const name = String(hostname).slice(0, 255);
  return { transport: "tcp", hostname: name, port: Number(port) };
}
