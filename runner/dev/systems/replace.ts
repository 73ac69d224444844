/**
 * How the other systems of this folder are played: each is a module that
 * `deno test --preload` loads before the checks, and that puts calls of its own
 * in the place of Deno's. What they do differently is documented behaviour of
 * these systems; all else is the kernel below.
 *
 * @module
 */

/** Deno's own calls, as they were before any system was played. */
export const kernel = {
  listen: Deno.listen.bind(Deno) as (
    options: Deno.TcpListenOptions,
  ) => Deno.TcpListener,
  connect: Deno.connect.bind(Deno) as (
    options: ConnectOptions,
  ) => Promise<Deno.TcpConn>,
  listenDatagram: Deno.listenDatagram.bind(Deno) as (
    options: Deno.UdpListenOptions & { transport: "udp" },
  ) => Deno.DatagramConn,
};

/** What the checks and the exercises connect with. */
export type ConnectOptions = Deno.ConnectOptions & { signal?: AbortSignal };

/** Says which system this is from now on. */
export function playSystem(os: typeof Deno.build.os): void {
  const value = { ...Deno.build, os };
  Object.defineProperty(Deno, "build", { value, configurable: true });
}

/**
 * Puts `around` in the place of one of Deno's calls. It is given the call as it
 * is now, so several of these can be put around each other.
 */
export function replaceCall<Name extends keyof typeof kernel>(
  name: Name,
  around: (call: typeof kernel[Name]) => typeof kernel[Name],
): void {
  const call = Deno[name].bind(Deno) as unknown as typeof kernel[Name];
  Object.assign(Deno, { [name]: around(call) });
}

/** Gives one object other members than all of its kind have. */
export function replaceMembers(
  target: object,
  members: Record<string, unknown>,
): void {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(target, name, {
      value,
      writable: true,
      configurable: true,
    });
  }
}

/** The prototype that all UDP sockets have in common. */
export function datagramPrototype(): Deno.DatagramConn {
  const hostname = "127.0.0.1";
  const any = kernel.listenDatagram({ transport: "udp", hostname, port: 0 });
  any.close();
  return Object.getPrototypeOf(any);
}

/**
 * Rejects as an operation does that its signal ends; waits for ever without
 * one, as a connect() does that nobody answers.
 */
export function untilAborted(signal?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}
