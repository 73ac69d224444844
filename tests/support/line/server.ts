/**
 * The student's server of lines as a program of its own: how it starts, and
 * how it must stop.
 *
 * @module
 */
import { expect } from "../failure.ts";
import {
  acceptEnds,
  clientsLeft,
  listenerLeft,
  listenerOpen,
  notAnnounced,
  wrongAddress,
} from "./server_words.ts";
import { announce, stopSignal } from "../program/options.ts";
import type { Program, ProgramOptions } from "../program/options.ts";
import type { Wire } from "../wire.ts";
import type { Socket, WireLog } from "../log/wire_log.ts";

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
  wire.call({ en: "the client", ko: "클라이언트" });
  let stopping = false;
  const program = wire.program({
    run: "server",
    args: [{ hostname: "127.0.0.1", port: 0 }, announce, stopSignal],
    name: { en: "your server", ko: "내 서버" },
    ...options,
    whyError: (error) =>
      stopping && error.message.startsWith("Listener")
        ? acceptEnds
        : options.whyError?.(error),
  });
  wire.onHang(() => notAnnounced);
  const address = await program.announced as Deno.NetAddr;
  wire.onHang(() => undefined);
  const { hostname, port } = address ?? {};
  expect(hostname === "127.0.0.1" && port > 0, {
    expected: {
      en: "ready() is given 127.0.0.1 and the port that the kernel chose.",
      ko: "ready()에 127.0.0.1과 커널이 고른 포트 번호를 줍니다.",
    },
    came: {
      en: `It was given ${hostname}:${port}.`,
      ko: `받은 값은 ${hostname}:${port}입니다.`,
    },
    why: wrongAddress(port),
    look: {
      en: "Which object knows the port that the kernel has given?",
      ko: "커널이 준 포트 번호는 어느 객체가 알고 있습니까?",
    },
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
  wire.onHang((log) => hasListener(log, "open") ? listenerOpen : undefined);
  const { open, announcements } = await program.ended;
  wire.onHang(() => undefined);
  expect(announcements === 1, {
    expected: {
      en: "ready() is called once.",
      ko: "ready()를 한 번 부릅니다.",
    },
    came: {
      en: `It was called ${announcements} times.`,
      ko: `부른 횟수는 ${announcements}번입니다.`,
    },
    why: {
      en:
        "Whoever starts the server begins its work in ready(), and begins it once more with each call.",
      ko:
        "서버를 시작한 쪽은 ready()에서 할 일을 시작하므로, 부를 때마다 그 일이 다시 시작됩니다.",
    },
    look: {
      en: "From how many lines does your code call ready(), and how often?",
      ko: "코드가 ready()를 어느 줄들에서 몇 번 부릅니까?",
    },
  });
  const listening = open.some(({ call }) => call === "listen");
  expect(open.length === 0, {
    expected: {
      en: "server() resolves when everything is closed.",
      ko: "server()의 프로미스는 모두 닫힌 다음에 이행됩니다.",
    },
    came: {
      en: `It resolved while sockets of it were still open: ${open.length}.`,
      ko: `소켓 ${open.length}개가 아직 열려 있을 때 이행되었습니다.`,
    },
    ...listening ? listenerLeft : clientsLeft,
  });
}
