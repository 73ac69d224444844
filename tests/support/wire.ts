/**
 * What a check's script has in its hands: the other ends of the student's
 * sockets, on loopback and on ports that are free at that moment.
 *
 * @module
 */
import { connect, listen, listenDatagram } from "./log/calls.ts";
import type { Address } from "./log/calls.ts";
import { timePasses } from "./exercise/timers.ts";
import type { Disturbance } from "./exercise/timers.ts";
import { Failure } from "./failure.ts";
import type { Words } from "./failure.ts";
import { peer } from "./peer.ts";
import type { Peer } from "./peer.ts";
import { startProgram } from "./program/program.ts";
import type { Program, ProgramOptions } from "./program/program.ts";
import { resettingClient, resettingServer } from "./network/reset.ts";
import type { ResettingPeer } from "./network/reset.ts";
import { turns } from "./network/turns.ts";
import { closePort, holdPort } from "./log/reach.ts";
import { until } from "./log/scope.ts";
import type { Scope } from "./log/scope.ts";
import { returned } from "./settle.ts";
import type { Text } from "./text.ts";
import type { Limits } from "./log/track.ts";
import type { Call, Socket, WireLog } from "./log/wire_log.ts";

/** A listening socket of the check. */
export interface Server {
  address: Deno.NetAddr;
  accept(): Promise<Peer>;
  close(): void;
}

/** The network of one check. */
export interface Wire {
  /** All that has happened so far. */
  log: WireLog;
  /** Gives the other end a name for the messages; "the check" without one. */
  call(name: Text): void;
  /** A server of the check. It accepts when the script says so. */
  server(
    options?: { backlog?: number; hostname?: string; port?: number },
  ): Server;
  /**
   * A client of the check, connected to the student's server. Where there is
   * more than one, `name` tells them apart in the messages. The signal ends an
   * attempt that waits because the server's queue is full.
   */
  client(
    address: Deno.NetAddr,
    name?: Text,
    signal?: AbortSignal,
  ): Promise<Peer>;
  /** A server of the check whose connections can be reset. */
  resettingServer(): ReturnType<typeof resettingServer>;
  /** A client of the check that can reset its connection. */
  resettingClient(address: Deno.NetAddr, name?: Text): Promise<ResettingPeer>;
  /**
   * Has each connection that the student's code makes from now on move only so
   * many bytes a call. A send(2) of Windows takes whatever it is given.
   */
  limit(limits: Limits): void;
  /**
   * Has the next call of that name by the student's code fail with `error`,
   * which may be anything that can be thrown. `on` is the socket it is made on,
   * where it matters; `after` such calls succeed before. Any call of a socket
   * can fail at any time (errno(3)), and no kernel can be asked to do it.
   *
   * @example
   * \`\`\`ts
   * import assert from "node:assert/strict";
   * import { createScope, endScope } from "./log/scope.ts";
   * import { settle } from "./settle.ts";
   * import { createWire } from "./wire.ts";
   *
   * const scope = createScope();
   * const wire = createWire(scope);
   * const [conn] = await wire.pair();
   * const broken = new Deno.errors.BrokenPipe("Broken pipe (os error 32)");
   * wire.failNext("write", broken);
   * const { thrown } = await settle(() => conn.write(new Uint8Array(1)));
   * assert.equal(thrown, broken);
   * endScope(scope);
   * \`\`\`
   */
  failNext(
    call: Call,
    error: unknown,
    options?: {
      on?: Deno.TcpConn | Deno.TcpListener | Deno.DatagramConn;
      after?: number;
    },
  ): void;
  /** A UDP socket of the check. */
  datagram(options?: Partial<Address>): Deno.DatagramConn;
  /**
   * A connection that is lent to the student's code, and its other end. With
   * `limits` the student's end moves only so many bytes a call.
   */
  pair(limits?: Limits): Promise<[Deno.TcpConn, Peer]>;
  /** A connection that is lent, and whose other end can reset it. */
  resettingPair(): Promise<[Deno.TcpConn, ResettingPeer]>;
  /** A listening socket that is lent to the student's code. */
  listener(
    options?: { backlog?: number; hostname?: string },
    limits?: Limits,
  ): Deno.TcpListener;
  /** A UDP socket that is lent to the student's code. */
  lentDatagram(): Deno.DatagramConn;
  /** An address that refuses every connection as long as the check runs. */
  refusedAddress(): Promise<Deno.NetAddr>;
  /** An address where a connect waits, as if the server's queue were full. */
  silentAddress(): Promise<Deno.NetAddr>;
  /** Starts a program of the student's, which shares only the wire. */
  program(options: ProgramOptions): Program;
  /** What the log knows of a socket of either side. */
  socket(
    of: Deno.TcpConn | Deno.TcpListener | Deno.DatagramConn,
  ): Socket;
  /**
   * What a hang means from here on, where the script knows it better than the
   * log: the words it gives take the place of the usual ones.
   */
  onHang(explain: (log: WireLog) => Partial<Words> | undefined): void;
  /**
   * An hour passes in which the other end is silent: the timers that the
   * student's code has running come to their end, and do what they do. Code
   * without a limit, a pause or a retry of its own does nothing, and for it
   * no time passes here at all. Gives back the first thing that a timer did;
   * where none may do anything, `staysPatient()` and `waitsIn()` say so.
   */
  timePasses(): Promise<Disturbance | undefined>;
  /** Resolves as soon as `happened` is true of the log. */
  until(happened: (log: WireLog) => boolean): Promise<void>;
}

const loopback = { hostname: "127.0.0.1", port: 0 } as const;

/** The network for the check that runs in `scope`. */
export function createWire(scope: Scope): Wire {
  const { log } = scope;
  const known = new Map<unknown, Socket>();
  function remember<T>(made: T, socket = log.sockets.at(-1)!): T {
    known.set(made, socket);
    return made;
  }
  function lend<T>(made: T, socket = log.sockets.at(-1)!): T {
    socket.lent = true;
    return remember(made, socket);
  }
  /** The other end may be accepted, and logged, before connect resolves. */
  async function lendConnection(address: Deno.NetAddr, limits?: Limits) {
    const conn = await connect(scope, "student", address, limits);
    return lend(conn, find(log, conn));
  }
  /** The steps of a failure begin with what the student's code does. */
  function forgetSetUp(): void {
    log.events.length = 0;
  }
  function server(
    { backlog, ...address }: NonNullable<Parameters<Wire["server"]>[0]> = {},
  ): Server {
    const options = { ...loopback, ...address, tcpBacklog: backlog };
    const listener = listen(scope, "peer", options);
    return {
      address: listener.addr,
      accept: async () => peer(scope, await listener.accept()),
      close: () => listener.close(),
    };
  }
  async function client(
    address: Deno.NetAddr,
    name?: Text,
    signal?: AbortSignal,
  ) {
    const conn = await connect(scope, "peer", { ...address, signal });
    find(log, conn).name = name;
    return peer(scope, conn);
  }
  return {
    log,
    call: (name) => {
      log.peerName = name;
    },
    server,
    client,
    limit: (limits) => {
      scope.limits = limits;
    },
    failNext(call, error, { on, after = 0 } = {}) {
      const socket = on && this.socket(on).id;
      scope.faults.push({ call, error, after, socket });
    },
    resettingServer: () => resettingServer(scope),
    async resettingClient(address, name) {
      const client = await resettingClient(scope, address);
      const { port } = client.local;
      log.sockets.findLast(({ local }) => local.port === port)!.name = name;
      return client;
    },
    datagram: (options) =>
      remember(
        listenDatagram(scope, "peer", {
          ...loopback,
          ...options,
          transport: "udp",
        }),
      ),
    async pair(limits) {
      const listener = listen(scope, "peer", loopback);
      const accepted = listener.accept();
      const conn = await lendConnection(listener.addr, limits);
      const other = peer(scope, await accepted);
      listener.close();
      forgetSetUp();
      return [conn, other];
    },
    async resettingPair() {
      const server = await resettingServer(scope);
      const accepted = server.accept();
      const conn = await lendConnection(server.address);
      const other = await accepted;
      forgetSetUp();
      return [conn, other];
    },
    listener: ({ backlog, ...address } = {}, limits) => {
      const options = { ...loopback, ...address, tcpBacklog: backlog };
      return lend(listen(scope, "student", options, limits));
    },
    lentDatagram: () =>
      lend(
        listenDatagram(scope, "student", { ...loopback, transport: "udp" }),
      ),
    async refusedAddress() {
      // A connected socket keeps its port from everybody, and does not listen.
      const { address, accept } = server();
      const holder = await client(address);
      await accept();
      holdPort(scope.ports, holder.local, "refusing");
      forgetSetUp();
      return holder.local;
    },
    async silentAddress() {
      const { address } = server({ backlog: 1 });
      const listener = log.sockets.at(-1)!;
      // On Linux this queue is full now, and the kernel's silence is real. No
      // other system is asked for it: there one of these may wait as well.
      const clients = [client(address), client(address)];
      await Promise.race([Promise.allSettled(clients), turns(20)]);
      closePort(scope.ports, listener);
      holdPort(scope.ports, address, "silent");
      forgetSetUp();
      return address;
    },
    program: (options) => startProgram(scope, options),
    socket: (of) => known.get(of) ?? find(log, of),
    onHang: (explain) => {
      scope.onHang = explain;
    },
    timePasses: () => timePasses(scope),
    until: (happened) => until(scope, happened),
  };
}

function find(
  log: WireLog,
  of: Deno.TcpConn | Deno.TcpListener | Deno.DatagramConn,
): Socket {
  const local = ("addr" in of ? of.addr : of.localAddr) as
    | Deno.NetAddr
    | undefined;
  const remote = "remoteAddr" in of ? of.remoteAddr?.port : undefined;
  const found = log.sockets.findLast((socket) =>
    socket.local.port === local?.port && socket.remote?.port === remote
  );
  if (found === undefined) throw new Failure(notSeen(of));
  return found;
}

/** What looks like a socket and is none that was seen on the wire. */
function notSeen(of: unknown): Words {
  return {
    mistake: "returnsASocketOfItsOwnMaking",
    expected: {
      en: "The socket that Deno made is returned.",
      ko: "Deno가 만든 소켓을 그대로 돌려줍니다.",
    },
    came: returned(of),
    why: {
      en: "No socket with these addresses was seen on the wire.",
      ko: "이 주소들을 쓰는 소켓은 네트워크에 없었습니다.",
    },
    look: {
      en: "Which call made what you return?",
      ko: "돌려주는 값은 어느 호출이 만든 것입니까?",
    },
  };
}
