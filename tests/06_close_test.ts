import type * as stub from "./stubs/06_close/close.ts";
import { encode, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import {
  connectsElsewhere,
  elsewhere,
  lacksElsewhere,
} from "./support/elsewhere.ts";
import { deliver } from "./support/network/deliver.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { everyStart, segments } from "./support/network/segments.ts";
import { lacksResets } from "./support/resets.ts";
import { brief, settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";
import { leaks, pending } from "./support/log/wire_log.ts";
import type { Call, WireEvent } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("06_close/close.ts");
const server = { en: "the server", ko: "서버" };
const receiver = { en: "the receiver", ko: "받는 쪽" };
const look = {
  wayOut: {
    en: "Go through each way out. `using` or `finally` closes on all of them.",
    ko:
      "빠져나가는 길을 하나씩 따라가 보십시오. `using`이나 `finally`는 모든 길에서 닫아 줍니다.",
  },
  numbers: {
    en: "What becomes of the number that each write() returns?",
    ko: "write()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
  },
};

const sends = check({
  name: {
    en: "sendAndClose() sends everything and then closes the connection",
    ko: "sendAndClose()는 모두 보낸 다음 연결을 닫는다",
  },
  needs: ["sendAndClose"],
}, async ({ sendAndClose }, wire) => {
  wire.call(receiver);
  const [conn, peer] = await wire.pair({ write: 3 });
  const bytes = encode("마지막 인사\n");
  const atClose = watchClose(conn, wire);
  const { error } = await settle(() => sendAndClose(conn, bytes));
  expectWritten(atClose);
  expectClosed(conn, wire, "sendAndClose()");
  if (error !== undefined) throw error;
  const writes = callsOf(conn, wire, "write").length;
  expectBytes(await peer.receiveToEnd(), bytes, {
    en: "what came before the end of the stream",
    ko: "스트림이 끝나기 전에 온 바이트",
  }, {
    why: writes === 1
      ? {
        en:
          "It was closed after one write(). That one had taken 3 bytes, and with close() the rest was lost.",
        ko:
          "write() 한 번 뒤에 닫았습니다. 그 한 번은 3바이트만 받아 갔고, 나머지는 close()와 함께 사라졌습니다.",
      }
      : undefined,
    look: look.numbers,
  });
});

check({
  name: {
    en: "sendAndClose() closes only when all 6 MiB are written",
    ko: "sendAndClose()는 6 MiB를 모두 쓴 뒤에야 닫는다",
  },
  needs: ["sendAndClose"],
  after: sends,
}, async ({ sendAndClose }, wire) => {
  wire.call({ en: "the slow receiver", ko: "느린 상대" });
  const [conn, peer] = await wire.pair();
  const bytes = payload(6 * 1024 * 1024);
  const atClose = watchClose(conn, wire);
  const receiving = settle(() => peer.receiveToEnd());
  const { error } = await settle(() => sendAndClose(conn, bytes));
  expectWritten(atClose);
  expectClosed(conn, wire, "sendAndClose()");
  if (error !== undefined) throw error;
  expectBytes((await receiving).value, bytes, {
    en: "what came before the end of the stream",
    ko: "스트림이 끝나기 전에 온 바이트",
  }, { look: look.numbers });
});

check({
  name: {
    en: "sendAndClose() closes also when writing fails",
    ko: "sendAndClose()는 쓰기가 실패해도 닫는다",
  },
  needs: ["sendAndClose"],
  after: sends,
}, async ({ sendAndClose }, wire) => {
  wire.call(receiver);
  const conn = await brokenForWriting(wire);
  const settled = await settle(() => sendAndClose(conn, encode("too late")));
  expectThrownOn(conn, wire, "sendAndClose()", settled);
  expectClosed(conn, wire, "sendAndClose()");
  // A break has another name (ConnectionReset), and is an error all the same.
  const [broken, peer] = await wire.resettingPair();
  peer.reset();
  const bytes = payload(6 * 1024 * 1024);
  const failed = await settle(() => sendAndClose(broken, bytes));
  expectThrownOn(broken, wire, "sendAndClose()", failed);
  expectClosed(broken, wire, "sendAndClose()");
});

const converses = check({
  name: {
    en: "converse() gets the answer of a server that waits for the end",
    ko: "converse()는 스트림의 끝을 기다리는 서버에게서 응답을 받는다",
  },
  needs: ["converse"],
}, async ({ converse }, wire) => {
  wire.call(server);
  const [conn, peer] = await wire.pair({ write: 3 });
  const request = encode("sum 1 2 3 4\n");
  const answer = encode("the sum is 10\n");
  let received: Uint8Array | undefined;
  const served = settle(async () => {
    received = await peer.receiveToEnd();
    await peer.send(answer);
    peer.close();
  });
  const atClose = watchClose(conn, wire);
  const { value, error } = await settle(() => converse(conn, request));
  expectWritten(atClose);
  expectHalfClose(conn, wire);
  if (error !== undefined) throw error;
  expectAnswer(value, answer, conn, wire);
  expectClosed(conn, wire, "converse()");
  await served;
  expectBytes(received, request, {
    en: "the request that the server received",
    ko: "서버가 받은 요청",
  }, { look: look.numbers });
});

check({
  name: {
    en: "converse() reads an answer that comes slowly, in pieces",
    ko: "converse()는 천천히 조각조각 오는 응답을 끝까지 읽는다",
  },
  needs: ["converse"],
  after: converses,
}, async ({ converse }, wire) => {
  wire.call(server);
  const text = encode("first, second, third");
  for (
    const [answer, cut] of [
      [text, { cutAt: [7, 15] }],
      [text, { seed: 1 }],
      // As a picture or a packed file would be: no text in any encoding.
      [payload(200), { seed: 2 }],
    ] as const
  ) {
    const [conn, peer] = await wire.pair();
    const reader = settle(() => converse(conn, encode("list\n")));
    const served = settle(async () => {
      await peer.receiveToEnd();
      await deliver(peer, segments(answer, cut), { reader, then: "close" });
    });
    const { value, error } = await reader;
    if (error !== undefined) throw error;
    expectAnswer(value, answer, conn, wire);
    expectClosed(conn, wire, "converse()");
    await served;
  }
});

check({
  name: {
    en: "converse() closes also when the connection breaks",
    ko: "converse()는 연결이 끊어져도 닫는다",
  },
  needs: ["converse"],
  after: converses,
  lacks: lacksResets,
}, async ({ converse }, wire) => {
  wire.call(server);
  // Before the answer, within it, and behind what might be all of it.
  for (const parts of everyStart(["first, ", "second"])) {
    const [conn, peer] = await wire.resettingPair();
    const reader = settle(() => converse(conn, encode("list\n")));
    const served = settle(async () => {
      await peer.receiveToEnd();
      await deliver(peer, parts, { reader, then: "reset" });
    });
    expectThrownOn(conn, wire, "converse()", await reader);
    expectClosed(conn, wire, "converse()");
    await served;
  }
  const broken = await brokenForWriting(wire);
  const failed = await settle(() => converse(broken, encode("list\n")));
  expectThrownOn(broken, wire, "converse()", failed);
  expectClosed(broken, wire, "converse()");
});

check({
  name: {
    en: "converse() passes on the error of a half-close that fails",
    ko: "converse()는 반만 닫기가 실패하면 그 오류를 그대로 전한다",
  },
  needs: ["converse"],
  after: converses,
}, async ({ converse }, wire) => {
  wire.call(server);
  const [conn, peer] = await wire.pair();
  const problem = new Deno.errors.NotConnected("the half-close failed");
  conn.closeWrite = () => Promise.reject(problem);
  // Who reads all the same comes to an end at once.
  await peer.end();
  const { error, came } = await settle(() => converse(conn, encode("list\n")));
  expect(error === problem, {
    expected: {
      en: "converse() throws on the error of closeWrite(), here NotConnected.",
      ko:
        "converse()가 closeWrite()의 오류를 그대로 던집니다. 여기서는 NotConnected입니다.",
    },
    came,
    why: error === undefined
      ? {
        en:
          "The error was swallowed. Without its half-close the request may never be complete for the server.",
        ko:
          "오류를 삼켰습니다. 반만 닫기가 되지 않으면 서버는 요청이 끝난 줄 모를 수 있습니다.",
      }
      : {
        en: "Another error took its place on the way out.",
        ko: "빠져나오는 길에 다른 오류로 바뀌었습니다.",
      },
    look: {
      en: "Is closeWrite() awaited, and what becomes of its error?",
      ko: "closeWrite()에 await가 있는지, 그 오류가 어떻게 되는지 보십시오.",
    },
  });
  expectClosed(conn, wire, "converse()");
});

const works = check({
  name: {
    en: "withConnection() gives back the result, and closes after the work",
    ko: "withConnection()은 결과를 돌려주고, 일이 끝난 뒤에 닫는다",
  },
  needs: ["withConnection"],
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address, accept } = wire.server();
  const served = settle(async () => {
    const peer = await accept();
    await peer.receive(4);
    await peer.send("pong");
  });
  let lent: Deno.TcpConn | undefined;
  let atClose: AtClose | undefined;
  wire.onHang(() => lent === undefined ? notUsed : undefined);
  let closedBefore = false;
  let done = false;
  const { value, error, came } = await settle(() =>
    withConnection(address, async (conn) => {
      lent = conn;
      closedBefore = wire.socket(conn).state === "closed";
      atClose = watchClose(conn, wire, () => !done);
      await conn.write(encode("ping"));
      const answer = new Uint8Array(4);
      await conn.read(answer);
      done = true;
      return answer;
    })
  );
  expect(!(atClose?.early ?? false), {
    expected: {
      en: "The connection is open as long as `use` works with it.",
      ko: "`use`가 일하는 동안에는 연결이 열려 있습니다.",
    },
    ...closedBefore ? closedBeforeUse : closedDuringUse,
  });
  if (error !== undefined) throw error;
  expect(lent !== undefined, {
    expected: {
      en: "`use` is called with the connection.",
      ko: "연결을 주면서 `use`를 부릅니다.",
    },
    came: { en: "`use` was not called.", ko: "`use`를 부르지 않았습니다." },
    why: {
      en: "withConnection() came back before it had let `use` do its work.",
      ko: "`use`에 일을 맡기기 전에 withConnection()이 돌아왔습니다.",
    },
    look: {
      en: "What does the function do between connecting and closing?",
      ko: "연결하고 닫는 사이에 함수가 무엇을 합니까?",
    },
  });
  expect(value instanceof Uint8Array, {
    expected: {
      en: "What `use` returned is returned.",
      ko: "`use`가 돌려준 것을 돌려줍니다.",
    },
    came,
    why: {
      en:
        "The result of `use` was lost on the way out: a `return` is missing, or another one replaced it.",
      ko:
        "`use`의 결과가 빠져나오는 길에 사라졌습니다. `return`이 빠졌거나, 다른 `return`이 그 자리를 차지했습니다.",
    },
    look: {
      en: "What does your function do with the result of `use`?",
      ko: "함수가 `use`의 결과를 어떻게 합니까?",
    },
  });
  await served;
  expectBytes(value, encode("pong"), {
    en: "the result of `use`",
    ko: "`use`의 결과",
  });
});

const worksOrFails = check({
  name: {
    en: "withConnection() closes when the work fails, and throws its error on",
    ko: "withConnection()은 일이 실패해도 닫고, 그 오류를 그대로 던진다",
  },
  needs: ["withConnection"],
  after: works,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server();
  const problem = new Error("the work failed");
  let uses = 0;
  const { error, came } = await settle(() =>
    withConnection(address, () => {
      uses++;
      return Promise.reject(problem);
    })
  );
  expectProblem(error, problem, came);
  expect(uses === 1, {
    expected: { en: "`use` is called once.", ko: "`use`를 한 번 부릅니다." },
    came: {
      en: `It was called ${uses} times.`,
      ko: `${uses}번 불렀습니다.`,
    },
    why: {
      en:
        "Nobody asked for a second try. Work that failed half-way would then be done twice, as a payment would.",
      ko:
        "다시 해 보라고 한 쪽은 없습니다. 중간에 실패한 일이 두 번 일어납니다. 결제라면 두 번 결제됩니다.",
    },
    look: {
      en: "What does your code do after `use` has thrown?",
      ko: "`use`가 오류를 던진 뒤 코드가 무엇을 합니까?",
    },
  });
});

check({
  name: {
    en: "withConnection() closes when the work fails at once",
    ko: "withConnection()은 일이 시작하자마자 실패해도 닫는다",
  },
  needs: ["withConnection"],
  after: worksOrFails,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server();
  const problem = new Error("the work failed at once");
  const { error, came } = await settle(() =>
    // No async function: it throws before there is any promise.
    withConnection(address, () => {
      throw problem;
    })
  );
  expectProblem(error, problem, came);
  const open = leaks(wire.log).length > 0;
  expect(!open, {
    expected: {
      en: "The connection is closed when withConnection() is done.",
      ko: "withConnection()이 끝나면 연결은 닫혀 있습니다.",
    },
    came: { en: "It is still open.", ko: "아직 열려 있습니다." },
    why: {
      en:
        "`use` threw before it had given a promise. Then there is nothing on which `.then()` or `.finally()` could be called, and no close() either.",
      ko:
        "`use`가 프로미스를 주기도 전에 오류를 던졌습니다. 그러면 `.then()`이나 `.finally()`를 부를 대상이 없고, close()에도 이르지 못합니다.",
    },
    look: look.wayOut,
  });
});

check({
  name: {
    en: "withConnection() gives back 0 and nothing as well",
    ko: "withConnection()은 0이나 빈 값도 그대로 돌려준다",
  },
  needs: ["withConnection"],
  after: works,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server();
  for (const result of [0, "", false, null, undefined]) {
    const { value, error, came } = await settle<unknown>(() =>
      withConnection<unknown>(address, () => Promise.resolve(result))
    );
    expect(error === undefined && value === result, {
      expected: {
        en: `The result of \`use\` is returned, here ${brief(result)}.`,
        ko: `\`use\`의 결과를 그대로 돌려줍니다. 여기서는 ${
          brief(result)
        }입니다.`,
      },
      came,
      why: {
        en:
          "0, an empty text and nothing at all are results, too. That the work has failed is told by its error, and by nothing else.",
        ko:
          "0도, 빈 문자열도, 아무 값이 없는 것도 결과입니다. 일이 실패했음은 결과가 아니라 오류가 알려 줍니다.",
      },
      look: {
        en: "What does your code do where the result counts as false?",
        ko: "결과가 거짓으로 여겨지는 값일 때 코드가 무엇을 하는지 보십시오.",
      },
    });
  }
});

check({
  name: {
    en: "withConnection() goes to the hostname that it is given",
    ko: "withConnection()은 주어진 hostname으로 간다",
  },
  needs: ["withConnection"],
  after: works,
  lacks: lacksElsewhere,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server({ hostname: elsewhere });
  const { error, came } = await settle(() =>
    withConnection(address, () => Promise.resolve())
  );
  expect(error === undefined, {
    ...connectsElsewhere,
    came,
    look: {
      en: "Both hostname and port come from `address`.",
      ko: "hostname과 port는 모두 `address`에서 옵니다.",
    },
  });
});

check({
  name: {
    en: "withConnection() lets the work close the connection itself",
    ko: "withConnection()은 맡은 쪽이 연결을 스스로 닫아도 괜찮다",
  },
  needs: ["withConnection"],
  after: works,
}, async ({ withConnection }, wire) => {
  wire.call(server);
  const { address } = wire.server();
  const { value, error, came } = await settle(() =>
    withConnection(address, (conn) => {
      conn.close();
      return Promise.resolve("the result");
    })
  );
  expect(value === "the result", {
    expected: {
      en: 'The result of `use`, "the result", is returned.',
      ko: '`use`의 결과인 "the result"를 돌려줍니다.',
    },
    came,
    why: error === undefined
      ? {
        en: "The result of `use` was lost on the way out.",
        ko: "`use`의 결과가 빠져나오는 길에 사라졌습니다.",
      }
      : {
        en:
          "`use` had closed the connection. A second close() throws, and its error hides the result.",
        ko:
          "`use`가 이미 연결을 닫았습니다. 두 번째 close()는 오류를 던지고, 그 오류가 결과를 가립니다.",
      },
    look: secondClose,
  });
  for (
    const problem of [
      new Error("the work failed"),
      // As if it had gone on to use what it had closed.
      new Deno.errors.BadResource("the work read from a closed file"),
    ]
  ) {
    const failed = await settle(() =>
      withConnection(address, (conn) => {
        conn.close();
        return Promise.reject(problem);
      })
    );
    expectProblem(failed.error, problem, failed.came);
  }
});

check({
  name: {
    en: "withConnection() reports a refused connection",
    ko: "withConnection()은 거부된 연결을 알린다",
  },
  needs: ["withConnection"],
  after: works,
}, async ({ withConnection }, wire) => {
  const address = await wire.refusedAddress();
  let used = false;
  const { error, came } = await settle(() =>
    withConnection(address, () => {
      used = true;
      return Promise.resolve();
    })
  );
  const refused = error instanceof Deno.errors.ConnectionRefused;
  expect(refused && !used, {
    expected: {
      en:
        "withConnection() throws Deno.errors.ConnectionRefused; `use` is not called.",
      ko:
        "withConnection()이 Deno.errors.ConnectionRefused를 던지고, `use`는 부르지 않습니다.",
    },
    came: used ? { en: "`use` was called.", ko: "`use`를 불렀습니다." } : came,
    why: error instanceof TypeError
      ? {
        en:
          "There is nothing to close when connecting has failed, and the error of that close() hides the refusal.",
        ko:
          "연결에 실패하면 닫을 것이 없습니다. 그런데도 부른 close()의 오류가 거부를 가립니다.",
      }
      : error === undefined
      ? {
        en: "The refusal did not reach the caller.",
        ko: "거부가 부른 쪽에 전해지지 않았습니다.",
      }
      : {
        en:
          "Callers know a refusal by its class, ConnectionRefused. An error of your own is another one to them, even with the refusal as its cause.",
        ko:
          "부른 쪽은 ConnectionRefused라는 종류(class)로 거부를 알아봅니다. 새로 만든 오류는 cause에 거부를 담아도 다른 오류입니다.",
      },
    look: error instanceof TypeError
      ? {
        en: "Does the block that closes begin before there is a connection?",
        ko: "닫는 블록이 연결이 생기기 전에 시작됩니까?",
      }
      : {
        en: "What does your code do with an error of Deno.connect?",
        ko: "Deno.connect의 오류를 코드가 어떻게 하는지 보십시오.",
      },
  });
});

const notUsed = {
  why: {
    en: "Your code works with the connection itself and has not called `use`.",
    ko: "`use`를 부르지 않고 연결을 직접 쓰고 있습니다.",
  },
  look: {
    en: "Who is to read and write here, your code or `use`?",
    ko: "여기서 읽고 쓰는 것은 누구의 일입니까? 내 코드입니까, `use`입니까?",
  },
};

const closedDuringUse = {
  came: {
    en: "It was closed while `use` was still at work.",
    ko: "`use`가 아직 일하고 있는데 연결이 닫혔습니다.",
  },
  why: {
    en:
      "The promise of `use` is not awaited before close(). `return use(conn)` without await leaves the block at once, and `using` or `finally` closes.",
    ko:
      "close() 전에 `use`의 프로미스를 await하지 않았습니다. await 없는 `return use(conn)`은 블록을 바로 빠져나가고, `using`이나 `finally`가 연결을 닫습니다.",
  },
  look: {
    en: "At which moment is the block left?",
    ko: "블록을 빠져나가는 때가 언제입니까?",
  },
};

const closedBeforeUse = {
  came: {
    en: "It was closed before `use` was called.",
    ko: "`use`를 부르기도 전에 연결이 닫혔습니다.",
  },
  why: {
    en: "close() comes first and `use` second: nothing is left to work with.",
    ko: "close()가 먼저이고 `use`가 나중이라, 쓸 연결이 남아 있지 않습니다.",
  },
  look: {
    en: "In which order does your code use and close the connection?",
    ko: "연결을 쓰고 닫는 순서를 보십시오.",
  },
};

const secondClose = {
  en: "What closes only if it is still open, or bears that it is closed?",
  ko: "아직 열려 있을 때만 닫거나, 이미 닫혔어도 괜찮은 방법은 무엇입니까?",
};

/** A lent connection on which each write fails, and nothing is to be read. */
async function brokenForWriting(wire: Wire): Promise<Deno.TcpConn> {
  const [conn, peer] = await wire.pair();
  await conn.closeWrite();
  await peer.end();
  wire.log.events.length = 0;
  return conn;
}

/** The calls of one kind that the student's code made on `conn`. */
function callsOf(conn: Deno.TcpConn, wire: Wire, name: Call): WireEvent[] {
  const { id } = wire.socket(conn);
  return wire.log.events.filter(({ socket, call }) =>
    socket === id && call === name
  );
}

/** What was true when the student's code called close() first. */
interface AtClose {
  /** A write() was still under way, or `isEarly` was true. */
  early: boolean;
}

function watchClose(
  conn: Deno.TcpConn,
  wire: Wire,
  isEarly = () => pending(wire.log, "student").some((e) => e.call === "write"),
): AtClose {
  const atClose = { early: false };
  wire.until(() => {
    if (callsOf(conn, wire, "close").length === 0) return false;
    atClose.early = isEarly();
    return true;
  });
  return atClose;
}

function expectWritten({ early }: AtClose): void {
  expect(!early, {
    expected: {
      en: "close() comes after the last write() has ended.",
      ko: "close()는 마지막 write()가 끝난 뒤에 부릅니다.",
    },
    came: {
      en: "close() was called while a write() was still under way.",
      ko: "write()가 아직 끝나지 않았는데 close()를 불렀습니다.",
    },
    why: {
      en:
        "That write() is not awaited. What it has not moved by then is never sent.",
      ko:
        "그 write()에 await가 없습니다. 그때까지 옮기지 못한 것은 영영 나가지 않습니다.",
    },
    look: {
      en: "Is there an `await` before each call that returns a promise?",
      ko: "프로미스를 돌려주는 호출마다 `await`가 있습니까?",
    },
  });
}

/** Expects one close() of a lent connection. */
function expectClosed(conn: Deno.TcpConn, wire: Wire, name: string): void {
  const closing = callsOf(conn, wire, "close");
  const closes = closing.length;
  expect(closes <= 1, {
    expected: { en: "One close().", ko: "close()를 한 번 부릅니다." },
    came: {
      en: `close() was called ${closes} times.`,
      ko: `close()를 ${closes}번 불렀습니다.`,
    },
    why: closing.some(({ byStream }) => byStream)
      ? {
        en:
          "conn.readable at its end, and conn.writable when it is closed, close the whole connection. Your own close() comes on top and throws BadResource.",
        ko:
          "conn.readable은 끝에 이르면, conn.writable은 닫으면 연결 전체를 닫습니다. 코드의 close()가 한 번 더 닫아서 BadResource가 납니다.",
      }
      : {
        en:
          "Two ways out overlap, as a close() at the end of try and one in finally. The second throws BadResource; in C it may hit a stranger's new socket.",
        ko:
          "try 끝의 close()와 finally의 close()처럼 두 길이 겹쳤습니다. 두 번째는 BadResource를 던집니다. C에서는 남이 새로 연 소켓을 닫을 수도 있습니다.",
      },
    look: {
      en: "Which one place of your code is passed on every way out?",
      ko: "어느 길로 나가든 꼭 한 번 지나는 자리가 어디입니까?",
    },
  });
  const half = callsOf(conn, wire, "closeWrite").length > 0;
  const failed = wire.log.events.some((event) =>
    event.socket === wire.socket(conn).id && event.outcome === "error"
  );
  expect(wire.socket(conn).state === "closed", {
    expected: {
      en: `The connection is closed when ${name} is done.`,
      ko: `${name}가 끝나면 연결은 닫혀 있습니다.`,
    },
    came: { en: "It is still open.", ko: "아직 열려 있습니다." },
    why: failed
      ? {
        en:
          "A call failed, and the error left the function on a way that passes no close().",
        ko:
          "호출 하나가 실패했고, 오류가 close()를 거치지 않는 길로 함수를 빠져나갔습니다.",
      }
      : half
      ? {
        en:
          "closeWrite() ends only your sending half. The socket stays until close().",
        ko:
          "closeWrite()는 보내는 쪽만 끝냅니다. 소켓은 close()를 부를 때까지 남습니다.",
      }
      : {
        en:
          "Nothing closes it by itself, not even the garbage collector. And a close() that a timer or another task makes later comes too late.",
        ko:
          "가비지 컬렉터가 돌아도 연결은 저절로 닫히지 않습니다. 타이머나 다른 작업이 나중에 부르는 close()는 너무 늦습니다.",
      },
    look: look.wayOut,
  });
}

/** Expects that closeWrite() was used to end the request, and not close(). */
function expectHalfClose(conn: Deno.TcpConn, wire: Wire): void {
  const [closed] = callsOf(conn, wire, "close");
  const [firstRead] = callsOf(conn, wire, "read");
  const half = callsOf(conn, wire, "closeWrite").length > 0;
  const { events } = wire.log;
  const tooEarly = !half && closed !== undefined &&
    (firstRead === undefined ||
      events.indexOf(closed) < events.indexOf(firstRead));
  expect(!tooEarly, {
    expected: {
      en: "Half-close after the request, then read, then close.",
      ko: "요청 뒤에 반만 닫고, 응답을 읽고, 그다음 닫습니다.",
    },
    came: {
      en: "close() was called before the answer was read.",
      ko: "응답을 읽기 전에 close()를 불렀습니다.",
    },
    why: {
      en:
        "close() gives up both directions: the server learns that the request is complete, but nobody is left to read its answer.",
      ko:
        "close()는 두 방향을 모두 포기합니다. 서버는 요청이 끝났음을 알게 되지만 그 응답을 읽을 쪽이 남지 않습니다.",
    },
    look: {
      en: "Which call ends only the sending half?",
      ko: "보내는 쪽만 끝내는 호출은 무엇입니까?",
    },
  });
}

function expectAnswer(
  value: unknown,
  answer: Uint8Array,
  conn: Deno.TcpConn,
  wire: Wire,
): void {
  const sawEnd = callsOf(conn, wire, "read")
    .some(({ outcome }) => outcome === "end");
  expectBytes(value, answer, {
    en: "the server's answer",
    ko: "서버의 응답",
  }, {
    why: sawEnd ? undefined : {
      en:
        "Your code stopped reading before the end of the stream. Only null says that the answer is complete.",
      ko:
        "스트림이 끝나기 전에 읽기를 그만두었습니다. 응답이 끝났음을 알려 주는 것은 null뿐입니다.",
    },
    look: sawEnd ? undefined : {
      en: "Which condition ends your reading?",
      ko: "읽기를 끝내는 조건이 무엇인지 보십시오.",
    },
  });
}

/** Expects the error of the call that failed on `conn`. */
function expectThrownOn(
  conn: Deno.TcpConn,
  wire: Wire,
  name: string,
  { error, came }: Settled<unknown>,
): void {
  const { id } = wire.socket(conn);
  const failed = wire.log.events.find(({ socket, outcome }) =>
    socket === id && outcome === "error"
  );
  expect(failed !== undefined || error !== undefined, {
    expected: {
      en: `${name} meets the error of the connection and throws it on.`,
      ko: `${name}가 연결의 오류를 만나고 그대로 던집니다.`,
    },
    came,
    why: {
      en:
        "The connection broke, and no call of your code met the break: it had stopped reading before. Only null says that the answer is complete.",
      ko:
        "연결이 끊어졌는데 코드의 어떤 호출도 그것을 만나지 못했습니다. 그 전에 읽기를 그만두었습니다. 응답이 끝났음을 알려 주는 것은 null뿐입니다.",
    },
    look: {
      en: "Which condition ends your reading?",
      ko: "읽기를 끝내는 조건이 무엇인지 보십시오.",
    },
  });
  const what = failed?.error?.name ?? "Error";
  expect(error !== undefined && error.name === what, {
    expected: {
      en: `${name} throws on the error of the failed call (${what}).`,
      ko: `${name}가 실패한 호출의 오류를 그대로 던집니다(${what}).`,
    },
    came,
    why: error === undefined
      ? {
        en:
          "The error was swallowed: the caller believes that everything has arrived.",
        ko: "오류를 삼켰습니다. 부른 쪽은 모든 것이 잘 갔다고 믿습니다.",
      }
      : {
        en: "Another error took its place on the way out.",
        ko: "빠져나오는 길에 다른 오류로 바뀌었습니다.",
      },
    look: {
      en: "What does your code do with an error, and what in `finally`?",
      ko: "오류가 났을 때, 그리고 `finally`에서 코드가 무엇을 합니까?",
    },
  });
}

/** Expects the very error that `use` threw. */
function expectProblem(
  error: Error | undefined,
  problem: Error,
  came: Text,
): void {
  expect(error === problem, {
    expected: {
      en: "The error of `use`, the same object, is thrown on.",
      ko: "`use`가 던진 바로 그 오류 객체를 그대로 던집니다.",
    },
    came,
    why: error === undefined
      ? {
        en:
          "A catch swallowed it: the caller never learns that the work has failed.",
        ko: "catch가 오류를 삼켰습니다. 부른 쪽은 일이 실패한 줄 모릅니다.",
      }
      : error.name === "BadResource"
      ? {
        en:
          "`use` had closed the connection. A second close() throws, and its error hides that of `use`.",
        ko:
          "`use`가 이미 연결을 닫았습니다. 두 번째 close()는 오류를 던지고, 그 오류가 `use`의 오류를 가립니다.",
      }
      : {
        en: "Another error took its place on the way out.",
        ko: "빠져나오는 길에 다른 오류로 바뀌었습니다.",
      },
    look: error === undefined
      ? {
        en: "Is a catch needed at all? `finally` and `using` let errors pass.",
        ko:
          "catch가 꼭 필요합니까? `finally`와 `using`은 오류를 그대로 보냅니다.",
      }
      : error.name === "BadResource"
      ? secondClose
      : {
        en: "What does your code throw, in `catch` and in `finally`?",
        ko: "`catch`와 `finally`에서 코드가 무엇을 던지는지 보십시오.",
      },
  });
}
