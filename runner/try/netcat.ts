/**
 * What netcat does: bytes from an input to a socket, and from the socket to an
 * output, each until its own end.
 *
 * @module
 */
import { t } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import { runCommand } from "../cli.ts";
import type { Command, Typed } from "../cli.ts";
import { Refusal } from "../refusal.ts";
import { standardInput } from "./commands.ts";

/** Which socket. */
export interface Where {
  /** Whether to listen there, or to speak to who listens there. */
  listens: boolean;
  transport: "tcp" | "udp";
  hostname: string;
  /** 0 to 65535; 0 lets the kernel pick one to listen at. */
  port: number;
}

/** Where bytes come from and go to. */
export interface Terminal {
  input: ReadableStream<Uint8Array<ArrayBuffer>>;
  write(bytes: Uint8Array): void;
  /** Says something that is not one of the bytes. */
  say(words: Text): void;
}

/** Milliseconds that an answer by UDP may take after the last datagram. */
const patience = 1_000;

/** Copies both ways. Returns the exit code: 0, or 1 where it failed. */
export async function netcat(
  where: Where,
  terminal: Terminal,
): Promise<number> {
  try {
    await (where.transport === "tcp" ? byTcp : byUdp)(where, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    terminal.say(explain(error, where));
    return 1;
  }
}

async function byTcp(where: Where, terminal: Terminal): Promise<void> {
  using conn = where.listens
    ? await acceptOne(where, terminal)
    : await Deno.connect(where as Where & { transport: "tcp" });
  const sent = sendAll(conn, terminal);
  // Whoever reads hears of a broken connection as well, and then nobody sends.
  sent.catch(() => {});
  const chunk = new Uint8Array(64 * 1024);
  for (let n; (n = await conn.read(chunk)) !== null;) {
    terminal.write(chunk.subarray(0, n));
  }
  if (!await isDone(sent)) terminal.say(theyEnded);
  await sent;
}

/** Waits for one client, and listens no longer. */
async function acceptOne(
  { hostname, port }: Where,
  { say }: Terminal,
): Promise<Deno.TcpConn> {
  using listener = Deno.listen({ hostname, port });
  say(listening(listener.addr));
  return await listener.accept();
}

/** Sends the input to its end, and says so with a half-close. */
async function sendAll(
  conn: Deno.TcpConn,
  { input }: Terminal,
): Promise<void> {
  for await (const bytes of input) {
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
  }
  await conn.closeWrite();
}

async function byUdp(where: Where, terminal: Terminal): Promise<void> {
  const { listens, hostname, port } = where;
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: hostname === "localhost" ? "127.0.0.1" : hostname,
    port: listens ? port : 0,
  });
  if (listens) terminal.say(listening(socket.addr as Deno.NetAddr));
  let other: Deno.Addr | undefined = listens
    ? undefined
    : { transport: "udp", hostname, port };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inputEnded = false;
  const answered = Promise.withResolvers<void>();
  /** UDP has no end: who asks ends when no answer has come for a while. */
  const wait = () => {
    if (listens || !inputEnded) return;
    clearTimeout(timer);
    timer = setTimeout(answered.resolve, patience);
  };
  const printing = (async () => {
    for (;;) {
      const [bytes, from] = await socket.receive();
      other = from;
      terminal.write(bytes);
      wait();
    }
  })();
  const sending = (async () => {
    for await (const line of datagramsOf(terminal.input)) {
      if (other === undefined) terminal.say(nobodyYet);
      else await socket.send(line, other);
    }
    inputEnded = true;
    wait();
    await answered.promise;
  })();
  await Promise.race([printing, sending]);
}

/** One datagram for each line, with its newline. */
async function* datagramsOf(
  input: Terminal["input"],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let rest: number[] = [];
  for await (const bytes of input) {
    for (const byte of bytes) {
      rest.push(byte);
      if (byte !== 0x0a) continue;
      yield new Uint8Array(rest);
      rest = [];
    }
  }
  if (rest.length > 0) yield new Uint8Array(rest);
}

/** Whether a promise has come to its end, well or not. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  const pending = Symbol();
  const first = await Promise.race([
    promise.catch(() => {}),
    new Promise((resolve) => setTimeout(resolve, 0, pending)),
  ]);
  return first !== pending;
}

function listening(at: Deno.NetAddr): Text {
  const place = placeOf(at);
  return { en: `Listening at ${place}`, ko: `듣는 곳: ${place}` };
}

/** An address as people write it (RFC 3986, section 3.2.2). */
function placeOf({ hostname, port }: Pick<Where, "hostname" | "port">): string {
  return hostname.includes(":")
    ? `[${hostname}]:${port}`
    : `${hostname}:${port}`;
}

const theyEnded: Text = {
  en:
    "The other end has ended its stream (FIN). You can still send: the end of your input, Ctrl+D, ends this (on Windows Ctrl+Z and Enter).",
  ko:
    "상대가 스트림을 끝냈습니다(FIN). 아직 보낼 수 있으며, 입력을 끝내면(Ctrl+D, Windows에서는 Ctrl+Z와 Enter) 끝납니다.",
};

const nobodyYet: Text = {
  en: "Not sent: nobody has written yet, so there is nobody to answer.",
  ko: "보내지 못했습니다. 아직 아무도 보내 오지 않아 답할 곳이 없습니다.",
};

/** An error in words: what happened, and what to do. */
function explain(error: Error, where: Where): Text {
  const { errors } = Deno;
  const { hostname, port, listens } = where;
  const place = placeOf(where);
  if (error instanceof errors.ConnectionRefused) {
    return {
      en:
        `Refused: nobody listens at ${place}. Start the server first, or look at its port.`,
      ko:
        `거부되었습니다. ${place}에서 아무도 듣고 있지 않습니다. 서버를 먼저 실행하거나 포트 번호를 확인하십시오.`,
    };
  }
  if (error instanceof errors.AddrInUse) {
    return {
      en:
        `Port ${port} is in use by another program. Take another one; 0 is any free port.`,
      ko:
        `${port}번 포트는 다른 프로그램이 쓰고 있습니다. 다른 번호를 쓰십시오. 0은 아무 빈 포트입니다.`,
    };
  }
  if (error instanceof errors.NotCapable) {
    return {
      en:
        `nc reaches only this machine: 127.0.0.1, ::1 and localhost, not ${hostname}.`,
      ko:
        `nc는 이 컴퓨터 안에만 닿습니다(127.0.0.1, ::1, localhost). 입력한 호스트: ${hostname}`,
    };
  }
  if (error instanceof errors.PermissionDenied && listens) {
    return {
      en:
        `This system does not let you listen at port ${port}. Take one above 1023.`,
      ko:
        `이 시스템은 ${port}번 포트에서 듣지 못하게 합니다. 1023보다 큰 번호를 쓰십시오.`,
    };
  }
  if (where.transport === "udp" && error instanceof errors.ConnectionReset) {
    // Windows alone tells it to sockets that are not connected.
    return {
      en:
        `Nobody receives at ${place}: the answer was "port unreachable" (ICMP).`,
      ko:
        `${place}에서 아무도 받지 않습니다. "포트에 닿을 수 없음"(ICMP)이라는 답이 왔습니다.`,
    };
  }
  if (
    error instanceof errors.ConnectionReset ||
    error instanceof errors.ConnectionAborted ||
    error instanceof errors.BrokenPipe
  ) {
    return {
      en: "The other end has broken the connection off (RST).",
      ko: "상대가 연결을 강제로 끊었습니다(RST).",
    };
  }
  return {
    en: `It failed: ${error.message}`,
    ko: `실패했습니다: ${error.message}`,
  };
}

/*
 * `deno task nc`: a plain netcat within this machine, for every system. What
 * comes in goes to standard output, byte by byte; all else that it says goes to
 * standard error.
 */

/** What `deno task nc` takes. */
export const command = {
  name: "nc",
  forms: [t("HOST PORT", "호스트 포트"), t("-l PORT", "-l 포트")],
  about: t(
    `A plain netcat within this machine. What you type is sent, what comes is
printed. At the end of what you type (Ctrl+D; on Windows Ctrl+Z and Enter) it
says so with a half-close, and goes on printing until the other end has ended.`,
    `이 컴퓨터 안에서만 쓰는 간단한 netcat입니다. 입력한 것을 보내고 온 것을
출력합니다. 입력을 끝내면(Ctrl+D, Windows에서는 Ctrl+Z와 Enter) 반만 닫아
알리고, 상대가 끝낼 때까지 계속 출력합니다.`,
  ),
  options: {
    listen: {
      short: "l",
      text: t(
        "listen at 127.0.0.1 and take one client; PORT 0 is any free one",
        "127.0.0.1에서 듣다가 클라이언트 하나를 받음. 포트 0은 빈 포트",
      ),
    },
    udp: {
      short: "u",
      text: t("UDP: each line is one datagram", "UDP. 한 줄이 데이터그램 하나"),
    },
  },
  after: t(
    `HOST is 127.0.0.1, ::1 or localhost: nothing else can be reached.
Exit codes: 0 both ends have ended, 1 something went wrong, 2 not understood.`,
    `호스트는 127.0.0.1, ::1, localhost 가운데 하나이며 다른 곳에는 닿지 않습니다.
종료 코드: 0 양쪽이 모두 끝냄, 1 문제가 생김, 2 이해하지 못함.`,
  ),
} satisfies Command;

/** Does what the arguments ask for. Returns the exit code. */
export function ncCommand(args: readonly string[]): Promise<number> {
  return runCommand(command, args, async (typed) => {
    const say = (words: Text) => console.error(words[typed.language]);
    return await netcat(whereOf(typed), {
      input: standardInput(),
      write(bytes) {
        for (let at = 0; at < bytes.length;) {
          at += Deno.stdout.writeSync(bytes.subarray(at));
        }
      },
      say,
    });
  });
}

/** Which socket is meant. Throws a `Refusal` where that cannot be said. */
export function whereOf(
  { values, words }: Typed<typeof command.options>,
): Where {
  const { listen: listens = false, udp = false } = values;
  const [port, host = "127.0.0.1", ...more] = words.toReversed();
  if (port === undefined || more.length > 0) throw new Refusal(usage);
  if (!listens && words.length < 2) throw new Refusal(usage);
  const number = /^\d{1,5}$/.test(port) ? Number(port) : -1;
  if (number < (listens ? 0 : 1) || number > 65_535) throw noPort(port);
  return {
    listens,
    transport: udp ? "udp" : "tcp",
    // Any other name or number is refused by Deno's permissions.
    hostname: host.replace(/^\[(.*)\]$/, "$1"),
    port: number,
  };
}

const usage = t(
  "nc takes a host and a port, or -l and a port; --help shows both",
  "nc 뒤에는 호스트와 포트를 쓰거나 -l과 포트를 씁니다. --help로 쓰는 법을 확인하십시오",
);

function noPort(port: string): Refusal {
  return new Refusal(t(
    `A port is a number from 1 to 65535, not "${port}"`,
    `포트 번호는 1부터 65535까지입니다. 입력한 값은 "${port}"입니다`,
  ));
}
