import type * as stub from "./stubs/11_many_clients/many_clients.ts";
import { encode, firstDifference, join, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { echoHang } from "./support/echo_hang.ts";
import {
  accepted,
  closeAsOwner,
  echoWords,
  expectServed,
  whileServing,
} from "./support/echo_server.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import type { Peer } from "./support/peer.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { Limits } from "./support/track.ts";
import type { Wire } from "./support/wire.ts";
import { bytesMoved } from "./support/wire_log.ts";

const check = checksOf<typeof stub>("11_many_clients/many_clients.ts");

const nameOf = (letter: string): Text => ({
  en: `client ${letter}`,
  ko: `클라이언트 ${letter}`,
});
const echo: Text = { en: "The echo", ko: "되돌아온 바이트" };

/** A server of the student's that runs, and what its clients say. */
interface Running {
  wire: Wire;
  listener: Deno.TcpListener;
  serving: Promise<Settled<void>>;
  /** All that any client has said, to know foreign bytes by. */
  said: Map<Peer, Uint8Array>;
}

function start(
  wire: Wire,
  serve: (listener: Deno.TcpListener) => Promise<void>,
  limits?: Limits,
): Running {
  wire.onHang(echoHang);
  const listener = wire.listener({}, limits);
  const serving = settle(() => serve(listener));
  return { wire, listener, serving, said: new Map() };
}

/** Plays clients; ends at once if the server gives up before its time. */
function play<T>({ wire, serving }: Running, script: () => Promise<T>) {
  return whileServing(wire.log, serving, undefined, script);
}

/** Connects so many clients, each after the other. */
async function connect(
  { wire, listener }: Running,
  ...letters: string[]
): Promise<Peer[]> {
  const clients: Peer[] = [];
  for (const letter of letters) {
    clients.push(await wire.client(listener.addr, nameOf(letter)));
  }
  return clients;
}

/** Says something, hears it back, and compares. */
async function ask(server: Running, client: Peer, text: string) {
  const before = server.said.get(client) ?? encode("");
  server.said.set(client, join([before, encode(text)]));
  await client.send(text);
  expectEcho(server, client, await client.receive(text.length), encode(text));
}

/** Ends the talk, and waits until the server has ended it as well. */
async function leave(server: Running, client: Peer, last = "") {
  await client.end();
  expectEcho(server, client, await client.receiveToEnd(), encode(last));
}

const talks = check({
  name: {
    en: "serveEcho() answers a client as long as it talks, and lets it go",
    ko: "serveEcho()는 클라이언트가 말하는 동안 답하고, 끝나면 놓아준다",
  },
  needs: ["serveEcho"],
}, async ({ serveEcho }, wire) => {
  const server = start(wire, serveEcho);
  await play(server, async () => {
    const [client] = await connect(server, "A");
    await ask(server, client, "first");
    await ask(server, client, "second one");
    await leave(server, client);
  });
});

const atOnce = check({
  name: {
    en: "serveEcho() serves the client that came last while others are silent",
    ko:
      "serveEcho()는 먼저 온 이들이 말이 없어도 마지막 클라이언트를 서비스한다",
  },
  needs: ["serveEcho"],
  after: talks,
}, async ({ serveEcho }, wire) => {
  const server = start(wire, serveEcho);
  await play(server, async () => {
    const [a, b, c] = await connect(server, "A", "B", "C");
    await ask(server, c, "cherry");
    await ask(server, a, "apple");
    await leave(server, c);
    await ask(server, b, "banana");
    await ask(server, a, "almond");
    await leave(server, a);
    await leave(server, b);
  });
});

const ends = check({
  name: {
    en: "serveEcho() ends when its caller closes the listener",
    ko: "serveEcho()는 부른 쪽이 듣기 소켓을 닫으면 끝난다",
  },
  needs: ["serveEcho"],
  after: atOnce,
}, async ({ serveEcho }, wire) => {
  const server = start(wire, serveEcho);
  await play(server, async () => {
    const [client] = await connect(server, "A");
    await ask(server, client, "good night");
    await leave(server, client);
  });
  await close(server, 1);
});

check({
  name: {
    en: "serveEcho() serves those who are there to their end after the close",
    ko: "serveEcho()는 듣기 소켓이 닫혀도 있던 클라이언트를 끝까지 서비스한다",
  },
  needs: ["serveEcho"],
  after: ends,
}, async ({ serveEcho }, wire) => {
  const server = start(wire, serveEcho);
  let done = false;
  server.serving.then(() => done = true);
  await play(server, async () => {
    const clients = await connect(server, "A", "B");
    for (const client of clients) await ask(server, client, "hello");
    closeAsOwner(wire.log, server.listener);
    for (const text of ["still", "here"]) {
      for (const client of clients) {
        const { value: answer = encode("") } = await settle(async () => {
          await client.send(text);
          return await client.receive(text.length);
        });
        expectServiceGoesOn(answer.length > 0);
        expectStillRunning(!done);
        const words = echoWords(wire.log, client.local, answer);
        expectBytes(answer, encode(text), echo, words);
      }
    }
    await leave(server, clients[0]);
    await ask(server, clients[1], "the last one");
    expectStillRunning(!done);
    await leave(server, clients[1]);
  });
  await close(server, 2);
});

const goesOn = check({
  name: {
    en: "serveEcho() goes on when a client breaks its connection off",
    ko: "serveEcho()는 클라이언트 하나가 연결을 끊어 버려도 계속된다",
  },
  needs: ["serveEcho"],
  after: ends,
}, async ({ serveEcho }, wire) => {
  const server = start(wire, serveEcho);
  server.serving = server.serving.then((settled) => {
    expectSurvival(settled);
    return settled;
  });
  await play(server, async () => {
    const a = await wire.resettingClient(server.listener.addr, nameOf("A"));
    const [b] = await connect(server, "B");
    await ask(server, a, "apple");
    await ask(server, b, "banana");
    a.reset();
    await ask(server, b, "blueberry");
    const [c] = await connect(server, "C");
    await ask(server, c, "cherry");
    await leave(server, b);
    await leave(server, c);
  });
  await close(server, 3);
});

check({
  name: {
    en: "serveEcho() gives each of 100 clients its own bytes back",
    ko: "serveEcho()는 100명에게 저마다 자기 바이트를 되돌려 준다",
  },
  needs: ["serveEcho"],
  after: atOnce,
}, async ({ serveEcho }, wire) => {
  // Each call moves less than asked for, so that the services interleave.
  const server = start(wire, serveEcho, { read: 80, write: 40 });
  await play(server, async () => {
    const clients = await Promise.all(
      Array.from(
        { length: 100 },
        (_, i) => wire.client(server.listener.addr, nameOf(String(i + 1))),
      ),
    );
    for (const [i, client] of clients.entries()) {
      server.said.set(client, payload(203, i + 1));
    }
    // None of them ends before all of them have had an answer.
    const first = await Promise.all(clients.map(async (client) => {
      await client.send(server.said.get(client)!.subarray(0, 99));
      return await client.receive(99);
    }));
    await Promise.all(clients.map(async (client, i) => {
      const said = server.said.get(client)!;
      const [rest] = await Promise.all([
        client.receiveToEnd(),
        client.send(said.subarray(99)).then(client.end),
      ]);
      expectEcho(server, client, join([first[i], rest]), said);
    }));
  });
});

check({
  name: {
    en: "serveEcho() lets no client that does not read hold up the others",
    ko:
      "serveEcho()는 읽지 않는 클라이언트 때문에 다른 이들을 기다리게 하지 않는다",
  },
  needs: ["serveEcho"],
  after: goesOn,
}, async ({ serveEcho }, wire) => {
  const { log } = wire;
  const server = start(wire, serveEcho);
  await play(server, async () => {
    const slow = await wire.resettingClient(server.listener.addr, nameOf("A"));
    const [b] = await connect(server, "B");
    // More than the kernel keeps for a reader that does not read.
    const said = new Uint8Array(8 * 1024 * 1024);
    slow.send(said).catch(() => {});
    const echoed = () => {
      const socket = accepted(log)
        .find(({ remote }) => remote?.port === slow.local.port);
      return socket === undefined ? 0 : bytesMoved(log, socket, "write");
    };
    // B talks until A's echo has stood still for a long while: the server is
    // now stuck in a write to A. A server that moves few bytes a call would
    // take too long for that.
    for (let still = 0, last = 0; still < 20 && log.events.length < 20_000;) {
      await ask(server, b, "ping");
      still = echoed() === last && last > 0 ? still + 1 : 0;
      last = echoed();
    }
    const [c] = await connect(server, "C");
    await ask(server, c, "cherry");
    slow.reset();
    await leave(server, c);
    await leave(server, b);
  });
  await close(server, 3);
});

const numbers = check({
  name: {
    en: "serveNumbered() tells each client its own number and size",
    ko: "serveNumbered()는 클라이언트마다 자기 번호와 크기를 알려 준다",
  },
  needs: ["serveNumbered"],
  after: ends,
}, async ({ serveNumbered }, wire) => {
  const server = start(wire, serveNumbered, { read: 7, write: 5 });
  await play(server, async () => {
    const [a, b, c] = await connect(server, "A", "B", "C");
    await ask(server, c, "cherry");
    await ask(server, a, "almond milk");
    await ask(server, b, "banana");
    await ask(server, c, "cola");
    await farewell(server, c, 3, 10);
    await ask(server, b, "bread");
    await farewell(server, a, 1, 11);
    await farewell(server, b, 2, 11);
    const [d] = await connect(server, "D");
    await farewell(server, d, 4, 0);
  });
  await close(server, 4);
});

check({
  name: {
    en: "serveNumbered() counts anew for each server",
    ko: "serveNumbered()는 서버마다 처음부터 센다",
  },
  needs: ["serveNumbered"],
  after: numbers,
}, async ({ serveNumbered }, wire) => {
  const servers = [start(wire, serveNumbered), start(wire, serveNumbered)];
  for (const server of servers) {
    await play(server, async () => {
      for (const [i, letter] of ["A", "B"].entries()) {
        const [client] = await connect(server, letter);
        await ask(server, client, "one");
        await farewell(server, client, i + 1, 3);
      }
    });
  }
});

/** Closes the listener as its owner, and looks at how the server ends. */
async function close(
  { wire, listener, serving }: Running,
  clients: number,
): Promise<void> {
  if (wire.socket(listener).state === "open") closeAsOwner(wire.log, listener);
  const { error, came } = await serving;
  expect(error === undefined, {
    expected: {
      en: "The listener is closed, and the promise of the server resolves.",
      ko: "듣기 소켓이 닫히면 서버의 프로미스가 이행됩니다.",
    },
    came,
    why: {
      en:
        "A closed listener makes accept() throw BadResource or Interrupted. That is how a server is told to stop, and no failure of it.",
      ko:
        "닫힌 듣기 소켓에서는 accept()가 BadResource나 Interrupted를 던집니다. 서버에게 그만하라고 알리는 방법일 뿐, 서버의 실패가 아닙니다.",
    },
    look: {
      en: "What does your loop do with that error? `for await` simply ends.",
      ko: "반복문이 그 오류를 어떻게 합니까? `for await`는 그냥 끝납니다.",
    },
  });
  expectServed(wire.log, clients);
}

function expectEcho(
  { wire, said }: Running,
  client: Peer,
  actual: Uint8Array,
  expected: Uint8Array,
): void {
  const at = firstDifference(actual, expected);
  if (at === undefined) return;
  const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
  const wrong = text(actual.subarray(at, at + 6));
  const owner = wrong.length > 1 && [...said]
    .find(([other, bytes]) => other !== client && text(bytes).includes(wrong));
  if (!owner) {
    return expectBytes(
      actual,
      expected,
      echo,
      tooEarly(actual) ?? echoWords(wire.log, client.local, actual),
    );
  }
  const name = (of: Peer) =>
    wire.log.sockets.find(({ side, local }) =>
      side === "peer" && local.port === of.local.port
    )!.name!;
  const [mine, theirs] = [name(client), name(owner[0])];
  const socket = accepted(wire.log)
    .find(({ remote }) => remote?.port === client.local.port)!;
  const misled = bytesMoved(wire.log, socket, "write") >
    bytesMoved(wire.log, socket, "read");
  expect(false, {
    expected: {
      en: `Only what ${mine.en} sent comes back to it.`,
      ko: `${mine.ko}에는 스스로 보낸 것만 되돌아갑니다.`,
    },
    came: {
      en: `From byte ${at} on it got the bytes of ${theirs.en}.`,
      ko: `${at}번째 바이트부터 ${theirs.ko}의 바이트가 왔습니다.`,
    },
    why: misled
      ? {
        en:
          "The answer went to a connection that it is not for: to all of them, or to one in a variable that all services share.",
        ko:
          "답이 엉뚱한 연결로 갔습니다. 모든 연결에 보냈거나, 여러 서비스가 함께 쓰는 변수에 든 연결에 보낸 경우입니다.",
      }
      : {
        en:
          "The services share one buffer. While one of them awaits its write(), the read() of another fills the same bytes anew.",
        ko:
          "여러 서비스가 버퍼 하나를 함께 씁니다. 하나가 write()를 기다리는 사이에 다른 서비스의 read()가 같은 자리를 덮어씁니다.",
      },
    look: {
      en: "Which variables are declared outside of the service?",
      ko: "어떤 변수가 서비스 바깥에 선언되어 있습니까?",
    },
  });
}

/** The words for the last line where it does not come last. */
function tooEarly(answer: Uint8Array): { why: Text; look: Text } | undefined {
  if (!new TextDecoder().decode(answer).includes("clien")) return;
  return {
    why: {
      en:
        "The line with the number comes last: after the end of the client's stream, and after all of its echo.",
      ko:
        "번호가 든 줄은 마지막에 옵니다. 클라이언트의 스트림이 끝나고 에코도 다 보낸 다음입니다.",
    },
    look: {
      en: "When does the service know how many bytes there were?",
      ko: "바이트가 모두 몇이었는지 서비스가 언제 압니까?",
    },
  };
}

/** Ends the talk of the client `number`, which has sent `size` bytes. */
async function farewell(
  { wire }: Running,
  client: Peer,
  number: number,
  size: number,
): Promise<void> {
  await client.end();
  const rest = new TextDecoder().decode(await client.receiveToEnd());
  const line = `client ${number}: ${size} bytes\n`;
  const [, n, bytes] = /^client (\d+): (\d+) bytes\n$/.exec(rest) ?? [];
  const latest = accepted(wire.log)
    .filter(({ local }) => local.port === client.remote.port).length;
  expect(rest === line, {
    expected: {
      en: `The last line for client ${number}: ${JSON.stringify(line)}.`,
      ko: `클라이언트 ${number}의 마지막 줄: ${JSON.stringify(line)}.`,
    },
    came: {
      en: `After its stream ended came ${JSON.stringify(rest)}.`,
      ko: `스트림이 끝난 뒤에 온 것: ${JSON.stringify(rest)}.`,
    },
    why: n === undefined
      ? rest !== "" && line.startsWith(rest)
        ? {
          en:
            "The line is cut: a write() may take fewer bytes than it is given. That holds for one short line too.",
          ko:
            "줄이 잘렸습니다. write()는 준 것보다 적게 가져갈 수 있고, 짧은 줄 하나도 마찬가지입니다.",
        }
        : {
          en: "The line is missing, or it is written in another form.",
          ko: "줄이 없거나 다른 꼴로 쓰였습니다.",
        }
      : Number(n) > latest
      ? {
        en:
          "The count goes on from an earlier server: it lives outside of the function, where all servers of the program share it.",
        ko:
          "앞의 서버에서 세던 수가 이어집니다. 세는 변수가 함수 바깥에 있어 프로그램의 모든 서버가 함께 씁니다.",
      }
      : Number(n) !== number && Number(n) !== latest
      ? {
        en: "The first client that was accepted is number 1, the next one 2.",
        ko: "처음 수락한 클라이언트가 1번이고, 그다음이 2번입니다.",
      }
      : Number(n) !== number
      ? {
        en:
          "That is the number of another client: the shared count was read after an await, when others had come in between.",
        ko:
          "다른 클라이언트의 번호입니다. 함께 쓰는 수를 await 뒤에 읽었는데, 그 사이에 다른 클라이언트가 들어왔습니다.",
      }
      : Number(bytes) > size
      ? {
        en:
          "The bytes of other clients are counted along: the services share a variable that should be each one's own.",
        ko:
          "다른 클라이언트의 바이트까지 세었습니다. 서비스마다 따로 있어야 할 변수를 함께 쓰고 있습니다.",
      }
      : {
        en: "Each read() brings as many bytes as its number says; add them up.",
        ko: "read()마다 돌려준 수만큼 바이트가 온 것입니다. 그 수를 더합니다.",
      },
    look: n === undefined
      ? {
        en: "Compare the two texts, and see what write() says of the line.",
        ko: "두 글을 견주어 보고, 그 줄을 쓴 write()의 반환값을 보십시오.",
      }
      : {
        en: "Which variables belong to the server, and which to one client?",
        ko: "어떤 변수가 서버의 것이고, 어떤 변수가 클라이언트의 것입니까?",
      },
  });
}

const patience: Text = {
  en: "Those who are being served are served on, and then the server ends.",
  ko: "서비스를 받던 클라이언트를 마저 서비스한 다음에 서버가 끝납니다.",
};

function expectServiceGoesOn(goesOn: boolean): void {
  expect(goesOn, {
    expected: patience,
    came: {
      en: "A client that still talked had its connection closed.",
      ko: "아직 말하던 클라이언트의 연결이 닫혔습니다.",
    },
    why: {
      en:
        "Closing the listener only stops new clients. The connection sockets are others, and live on.",
      ko:
        "듣기 소켓을 닫으면 새 클라이언트만 막힙니다. 연결 소켓은 그와 다른 소켓이고, 그대로 살아 있습니다.",
    },
    look: {
      en: "Who closes a connection, and at which moment?",
      ko: "연결을 누가, 어느 순간에 닫습니까?",
    },
  });
}

function expectStillRunning(running: boolean): void {
  expect(running, {
    expected: patience,
    came: {
      en: "The promise of the server resolved while a client still talked.",
      ko: "클라이언트가 아직 말하는데 서버의 프로미스가 이행되었습니다.",
    },
    why: {
      en:
        "The services were started, but nothing awaits them at the end. A caller that exits now cuts them off.",
      ko:
        "서비스를 시작만 하고 마지막에 기다리지 않았습니다. 이때 부른 쪽이 프로그램을 끝내면 서비스가 모두 끊깁니다.",
    },
    look: {
      en:
        "What does your function do between the last accept() and its return?",
      ko: "마지막 accept()와 함수의 끝 사이에서 무엇을 합니까?",
    },
  });
}

function expectSurvival({ error, came }: Settled<unknown>): void {
  const { ConnectionReset, BrokenPipe } = Deno.errors;
  const broken = error instanceof ConnectionReset ||
    error instanceof BrokenPipe;
  expect(!broken, {
    expected: {
      en: "Only the service of the client that broke off ends.",
      ko: "연결을 끊은 클라이언트의 서비스만 끝납니다.",
    },
    came,
    why: {
      en:
        "The error of one client's read() or write() went up to the accept loop and took the server down, with all other clients.",
      ko:
        "클라이언트 하나의 read()나 write()에서 난 오류가 accept 반복문까지 올라가, 다른 클라이언트와 함께 서버를 끝냈습니다.",
    },
    look: {
      en: "Where is that error caught: in the service or outside of it?",
      ko: "그 오류를 어디서 잡습니까? 서비스 안입니까, 바깥입니까?",
    },
  });
}
