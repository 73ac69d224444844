/**
 * The student's server of lines as a program of its own: how it starts, and
 * how it must stop.
 *
 * @module
 */
import { expect } from "./failure.ts";
import type { Words } from "./failure.ts";
import type { Cause } from "./line_words.ts";
import { announce, stopSignal } from "./program_options.ts";
import type { Program, ProgramOptions } from "./program_options.ts";
import type { Text } from "./text.ts";
import type { Wire } from "./wire.ts";
import type { WireLog } from "./wire_log.ts";

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
  const program = wire.program({
    run: "server",
    args: [{ hostname: "127.0.0.1", port: 0 }, announce, stopSignal],
    name: { en: "your server", ko: "학생의 서버" },
    ...options,
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
  return { program, address, expectStop: () => expectStop(wire, program) };
}

/** True once the server has closed its listening socket. */
export function listenerClosed({ sockets }: WireLog): boolean {
  return !sockets.some(({ side, kind, state }) =>
    side === "student" && kind === "listener" && state === "open"
  );
}

async function expectStop(wire: Wire, program: Program): Promise<void> {
  program.stop();
  wire.onHang((log) => listenerClosed(log) ? undefined : listenerOpen);
  const { open, announcements } = await program.ended;
  wire.onHang(() => undefined);
  expect(announcements === 1, {
    expected: { en: "ready() is called once.", ko: "ready()를 한 번 부릅니다." },
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
      ko: "server()는 모두 닫힌 다음에 이행합니다.",
    },
    came: {
      en: `It resolved while sockets of it were still open: ${open.length}.`,
      ko: `소켓 ${open.length}개가 아직 열려 있을 때 이행했습니다.`,
    },
    ...listening ? listenerLeft : clientsLeft,
  });
}

function wrongAddress(port: number | undefined): Text {
  if (port === 0) {
    return {
      en:
        "Port 0 is only the wish for a free port. Nobody can connect to it; the listener knows the real one.",
      ko:
        "포트 0은 빈 포트를 달라는 부탁일 뿐이고 아무도 거기에 연결할 수 없습니다. 진짜 번호는 듣기 소켓이 압니다.",
    };
  }
  return port === undefined
    ? {
      en: "That is no address: ready() takes one with hostname and port.",
      ko: "주소가 아닙니다. ready()는 hostname과 port가 있는 주소를 받습니다.",
    }
    : {
      en: "The server does not listen at the address that it was given.",
      ko: "서버가 주어진 주소에서 듣고 있지 않습니다.",
    };
}

const notAnnounced: Partial<Words> = {
  expected: {
    en: "server() calls ready() as soon as it listens.",
    ko: "server()는 듣기 시작하면 곧바로 ready()를 부릅니다.",
  },
  why: {
    en:
      "ready() was not called, so nobody learns the address. Perhaps something is awaited first that only a client can end.",
    ko:
      "ready()를 부르지 않아 아무도 주소를 모릅니다. 클라이언트가 와야 끝나는 것을 먼저 await하고 있는지 보십시오.",
  },
  look: {
    en: "What stands between listening and ready()?",
    ko: "듣기와 ready() 사이에 무엇이 있습니까?",
  },
};

const signal: Text = {
  en: "Who hears the signal, and what does it do to a waiting accept()?",
  ko: "누가 신호를 듣고, 기다리는 accept()에 무엇을 합니까?",
};

const listenerLeft: Cause = {
  why: {
    en:
      "`stop` was fired and the function ended, but nobody closed the listening socket.",
    ko: "`stop`이 울리고 함수는 끝났지만, 아무도 듣기 소켓을 닫지 않았습니다.",
  },
  look: signal,
};

const clientsLeft: Cause = {
  why: {
    en:
      "The accept loop ended, but nobody awaited the clients that were being served.",
    ko:
      "수락하는 반복문은 끝났지만, 맡고 있던 클라이언트를 아무도 await하지 않았습니다.",
  },
  look: {
    en: "Where does your code keep the promise of each service?",
    ko: "클라이언트를 맡은 프로미스를 코드가 어디에 간직합니까?",
  },
};

/** What it means if the listening socket is still open after `stop`. */
export const listenerOpen: Partial<Words> = {
  expected: {
    en: "When `stop` is aborted, the listener is closed.",
    ko: "`stop`이 울리면 듣기 소켓이 닫힙니다.",
  },
  why: {
    en:
      "`stop` was fired, and the listening socket is still open. The loop over it waits for a next client.",
    ko:
      "`stop`이 울렸는데 듣기 소켓이 아직 열려 있습니다. 그 반복문은 다음 클라이언트를 기다립니다.",
  },
  look: signal,
};
