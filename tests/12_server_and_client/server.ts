/**
 * The student's server of lines as a program of its own: how it starts, and
 * how it must stop.
 *
 * @module
 */
import { expect } from "../support/failure.ts";
import type { Socket, WireLog } from "../support/log/wire_log.ts";
import { announce, stopSignal } from "../support/program/program.ts";
import type {
  Program,
  ProgramEnd,
  ProgramOptions,
} from "../support/program/program.ts";
import { t } from "../support/text.ts";
import type { Wire } from "../support/wire.ts";
import { leftOpen, wrongAddress } from "./diagnose.ts";
import { came, mistakes, wanted } from "./words.ts";

/** A server that has been started and has told its address. */
export interface LineServer {
  program: Program;
  address: Deno.NetAddr;
  /** Stops it, and expects that nothing of it is left. */
  expectStop(): Promise<void>;
}

/** Starts the server and waits for the address that it announces. */
export async function startServer(
  wire: Wire,
  options: Pick<ProgramOptions, "path"> & Partial<ProgramOptions>,
): Promise<LineServer> {
  let stopping = false;
  const program = runServer(wire, {
    ...options,
    whyError: (error) =>
      stopping && error.message.startsWith("Listener")
        ? mistakes.rejectsWhenItStops
        : options.whyError?.(error),
  });
  wire.onHang(() => mistakes.announcesTooLate);
  const address = await program.announced as Deno.NetAddr;
  wire.onHang(() => undefined);
  const { hostname, port } = address ?? {};
  expect(hostname === "127.0.0.1" && port > 0, {
    expected: wanted.address,
    came: came.address(`${hostname}:${port}`),
    ...wrongAddress(port),
  });
  return {
    program,
    address,
    expectStop() {
      stopping = true;
      return expectStop(wire, program);
    },
  };
}

/** Starts the server, which may end before it has told an address. */
export function runServer(
  wire: Wire,
  options: Pick<ProgramOptions, "path"> & Partial<ProgramOptions>,
): Program {
  wire.call(t("the client", "클라이언트"));
  return wire.program({
    run: "server",
    args: [{ hostname: "127.0.0.1", port: 0 }, announce, stopSignal],
    name: t("your server", "내 서버"),
    ...options,
  });
}

/** Expects that a server which has come to its end has left nothing open. */
export function expectNothingOpen(
  { log }: Wire,
  { open }: Pick<ProgramEnd, "open">,
  cause = leftOpen(log, open),
): void {
  expect(open.length === 0, {
    expected: wanted.closed,
    came: came.open(open.length),
    ...cause,
  });
}

/** True once the server has closed its listening socket. */
export function listenerClosed(log: WireLog): boolean {
  return hasListener(log, "closed");
}

function hasListener({ sockets }: WireLog, state: Socket["state"]): boolean {
  return sockets.some((socket) =>
    socket.side === "student" && socket.kind === "listener" &&
    socket.state === state
  );
}

async function expectStop(wire: Wire, program: Program): Promise<void> {
  program.stop();
  wire.onHang((log) =>
    hasListener(log, "open") ? mistakes.keepsListeningAfterStop : undefined
  );
  const end = await program.ended;
  wire.onHang(() => undefined);
  expect(end.announcements === 1, {
    ...mistakes.announcesTwice,
    came: came.calls(end.announcements),
  });
  expectNothingOpen(wire, end);
}
