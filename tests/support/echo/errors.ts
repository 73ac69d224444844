/**
 * Whether an echo server's function has thrown, and in words what that means:
 * a client took it down, or two sockets are confused.
 *
 * @module
 */
import { isBroken } from "../broken.ts";
import { expect, Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import type { WireLog } from "../log/wire_log.ts";
import type { Settled } from "../settle.ts";

/** Expects that the server's function has not thrown. */
export function expectNoError(
  log: WireLog,
  { error, came }: Settled<unknown>,
): void {
  if (error === undefined) return;
  expectNotBrokenOff(log, { error, came });
  const wrongSocket = error instanceof TypeError &&
    /(read|write|readable|writable|closeWrite|close|accept)\b.*(not a function|undefined)|undefined .*\b(read|write|pipeTo|getReader)\b/
      .test(error.message);
  if (!wrongSocket) throw error;
  throw new Failure({ ...confused, came });
}

/** Expects that no client that broke off has taken the server along. */
export function expectNotBrokenOff(
  log: WireLog,
  { error, came }: Pick<Settled<unknown>, "error" | "came">,
): void {
  // Its own words for it are as bad as Deno's: the other clients go down too.
  const broken = isBroken(error) || error?.name === "Error";
  const met = log.events.some(({ side, call, outcome }) =>
    call === "reset" ||
    side === "student" && (call === "read" || call === "write") &&
      outcome === "error"
  );
  if (broken && met) {
    throw new Failure({ ...brokenOff, came });
  }
}

const brokenOff: Omit<Words, "came"> = {
  mistake: "diesWithItsClient",
  expected: {
    en: "Only the service of the client that broke off ends.",
    ko: "연결을 끊은 클라이언트의 처리만 끝납니다.",
  },
  why: {
    en:
      "A client broke its connection off, and the error of read() or write() took the whole server down, with all other clients. Anybody can do that, at any time.",
    ko:
      "클라이언트 하나가 연결을 끊자 read()나 write()의 오류가 다른 클라이언트까지 포함해 서버 전체를 끝냈습니다. 누구든 언제든지 할 수 있는 일입니다.",
  },
  look: {
    en: "Which errors belong to one client, and where are they caught?",
    ko: "어떤 오류가 클라이언트 하나의 것이고, 그것을 어디서 잡습니까?",
  },
};

const confused: Omit<Words, "came"> = {
  mistake: "confusesTheSockets",
  expected: {
    en: "accept() on the listening socket; read() and write() on the other.",
    ko: "듣기 소켓에서 accept()를, 연결 소켓에서 read()와 write()를 부릅니다.",
  },
  why: {
    en:
      "Two sockets are confused, or accept() lacks its await. The listening socket carries no bytes: they come and go on the socket that accept() resolves with.",
    ko:
      "두 소켓이 섞였거나 accept()에 await가 빠졌습니다. 듣기 소켓으로는 바이트가 오가지 않습니다. 바이트는 accept()로 얻은 연결 소켓으로 오갑니다.",
  },
  look: {
    en: "On which of the two sockets is that call made?",
    ko: "그 호출을 두 소켓 가운데 어느 쪽에서 불렀습니까?",
  },
};

/*
 * The listening socket that is lent to an echo server: only its owner, the
 * check, closes it.
 */

/** The listeners that the check has closed, by their ports. */
const closedByCheck = new WeakMap<WireLog, Set<number>>();

/** Closes the listener as its owner, the caller of the server's function. */
export function closeAsOwner(log: WireLog, listener: Deno.TcpListener): void {
  const { port } = listener.addr;
  expectListenerOpen(log, port);
  const closed = closedByCheck.get(log) ?? new Set();
  closedByCheck.set(log, closed.add(port));
  listener.close();
}

/**
 * Whether it was the check that closed the listener: that at `port`, where
 * there is more than one.
 */
export function closedByOwner(log: WireLog, port?: number): boolean {
  const closed = closedByCheck.get(log);
  return closed !== undefined && (port === undefined || closed.has(port));
}

/**
 * Expects that the student's code has not closed the lent listener: that at
 * `port`, where there is more than one.
 */
export function expectListenerOpen(log: WireLog, port?: number): void {
  const listener = log.sockets.find(({ kind, local }) =>
    kind === "listener" && (port === undefined || local.port === port)
  );
  expect(listener?.state === "open", {
    mistake: "closesTheListener",
    expected: {
      en: "The listening socket is still open for the next client.",
      ko: "듣기 소켓은 다음 클라이언트를 위해 열려 있습니다.",
    },
    came: {
      en: "Your code closed it. From now on every client is refused.",
      ko: "코드가 닫았습니다. 이제 모든 클라이언트가 거부됩니다.",
    },
    why: {
      en:
        "close() or `using` on the wrong socket, or a `for await` over the listener that was left by break, return or an error: that closes it too.",
      ko:
        "다른 소켓에 close()나 `using`을 썼거나, 듣기 소켓을 순회하는 `for await`를 break, return, 오류로 빠져나간 경우입니다. 이때도 듣기 소켓이 닫힙니다.",
    },
    look: {
      en: "Who made the listener? Only its maker closes it.",
      ko: "듣기 소켓을 만든 것은 누구입니까? 만든 쪽만 닫습니다.",
    },
  });
}
