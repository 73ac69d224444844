import { inspect } from "node:util";
import type * as stub from "./stubs/09_listen/listen.ts";
import { count, encode, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import type { Words } from "./support/failure.ts";
import { returned, settle } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";
import { pending } from "./support/wire_log.ts";
import type { WireLog } from "./support/wire_log.ts";

const check = checksOf<typeof stub>("09_listen/listen.ts");
const noLimit = new AbortController().signal;
const linux = Deno.build.os === "linux" ? undefined : {
  en: "Only on Linux is it known how many clients a queue holds.",
  ko: "대기열에 몇이 들어가는지는 리눅스에서만 정해져 있습니다.",
};

const starts = check({
  name: {
    en: "startServer() calls ready once clients can connect",
    ko: "startServer()는 클라이언트가 연결할 수 있게 되면 ready를 부른다",
  },
  needs: ["startServer"],
}, async ({ startServer }, wire) => {
  wire.call({ en: "a client", ko: "클라이언트" });
  const calls: { address?: Deno.NetAddr; listening: boolean }[] = [];
  const listener = startServer(5, (address) => {
    const listening = wire.log.sockets.some(({ side, kind, local }) =>
      side === "student" && kind === "listener" && local.port === address?.port
    );
    calls.push({ address, listening });
  });
  const [first] = calls;
  const given = first?.address;
  const listens = wire.log.sockets.some(({ side }) => side === "student");
  expect(calls.length === 1, {
    expected: {
      en: "ready() is called once, before startServer() returns.",
      ko: "startServer()가 돌아오기 전에 ready()를 한 번 부릅니다.",
    },
    came: {
      en: `It was called ${calls.length} times.`,
      ko: `부른 횟수는 ${calls.length}번입니다.`,
    },
    why: calls.length > 1
      ? {
        en:
          "Whoever waits for the server would be told twice that it is there.",
        ko: "서버를 기다리는 쪽에 준비되었다는 소식이 여러 번 갑니다.",
      }
      : {
        en:
          "Nobody is told, or only later, that the server is there and at which port.",
        ko:
          "부르지 않았거나 나중에야 부릅니다. 서버가 준비되었는지, 어느 포트인지 아무도 알 수 없습니다.",
      },
    look: {
      en: "After which line can clients connect? There is the place for it.",
      ko:
        "어느 줄 다음부터 클라이언트가 연결할 수 있습니까? 거기가 부를 자리입니다.",
    },
  });
  expect(typeof given?.port === "number" && given.port > 0, {
    expected: {
      en: "ready() is given the address with the real port.",
      ko: "ready()에 실제 포트 번호가 든 주소를 건넵니다.",
    },
    came: {
      en: `It was given ${brief(given)}.`,
      ko: `건넨 값은 ${brief(given)}입니다.`,
    },
    why: {
      en:
        "Port 0 only asks the kernel for a free port. Which one it picked is known after listening, and nobody can connect to 0.",
      ko:
        "포트 0은 커널에 빈 포트를 달라는 뜻일 뿐입니다. 무엇을 받았는지는 듣기 시작한 뒤에야 알 수 있고, 0번으로는 연결할 수 없습니다.",
    },
    look: {
      en: "The listener knows its address.",
      ko: "듣기 소켓이 제 주소를 알고 있습니다.",
    },
  });
  expect(first.listening, {
    expected: {
      en: "When ready() is called, that port already listens.",
      ko: "ready()를 부를 때 그 포트는 이미 듣고 있습니다.",
    },
    came: {
      en: `It was called with port ${given.port}, where nobody listened.`,
      ko: `아무도 듣지 않는 ${given.port}번 포트로 불렀습니다.`,
    },
    why: listens
      ? {
        en:
          "ready() was called before Deno.listen, or with another port. Whoever believes it and connects is refused.",
        ko:
          "Deno.listen보다 먼저 불렀거나 다른 포트를 건넸습니다. 그 말을 믿고 연결하면 거부됩니다.",
      }
      : {
        en: "There is no listening socket at all.",
        ko: "듣기 소켓이 아예 없습니다.",
      },
    look: {
      en: "The order of the two calls, and where the address comes from.",
      ko: "두 호출의 순서와, 주소를 어디에서 가져오는지 보십시오.",
    },
  });
  expectListener(listener, wire);
  expect(listener.addr.hostname === "127.0.0.1", {
    expected: {
      en: "It listens on 127.0.0.1.",
      ko: "127.0.0.1에서 듣습니다.",
    },
    came: {
      en: `It listens on ${listener.addr.hostname}.`,
      ko: `듣는 주소는 ${listener.addr.hostname}입니다.`,
    },
    why: {
      en:
        "Without a hostname Deno listens on every address of the machine: the whole network can connect.",
      ko:
        "hostname이 없으면 Deno는 컴퓨터의 모든 주소에서 듣습니다. 네트워크의 누구나 연결할 수 있게 됩니다.",
    },
    look: {
      en: "The options of Deno.listen.",
      ko: "Deno.listen에 건네는 옵션을 보십시오.",
    },
  });
  // The proof: what a client sends to that address arrives at this listener.
  const client = await wire.client(given);
  const [conn] = await Promise.all([listener.accept(), client.send("hi")]);
  await conn.read(new Uint8Array(2));
  conn.close();
  // A port is free only if a second server finds another one.
  const second = startServer(5, () => {});
  expectListener(second, wire);
  second.close();
  listener.close();
});

check({
  name: {
    en: "startServer() makes the queue as long as it is told",
    ko: "startServer()는 수신 대기열을 정해 준 크기로 만든다",
  },
  needs: ["startServer"],
  after: starts,
  lacks: linux,
}, async ({ startServer }, wire) => {
  const small = startServer(1, () => {});
  wire.onHang(() => ({
    expected: {
      en: "A queue of 1 takes two clients on Linux, and one of 4 takes five.",
      ko:
        "리눅스에서 크기 1인 대기열에는 둘, 4인 대기열에는 다섯이 들어갑니다.",
    },
    came: {
      en: "A client was left waiting before the queue should have been full.",
      ko: "대기열이 차기 전인데 클라이언트가 연결되지 못하고 기다립니다.",
    },
    why: {
      en: "The queue is shorter than the backlog that was given.",
      ko: "대기열이 매개변수로 받은 backlog보다 짧습니다.",
    },
    look: wordsOfBacklog.look,
  }));
  await wire.client(small.addr, client(1));
  await wire.client(small.addr, client(2));
  const over = new AbortController();
  const third = settle(() => wire.client(small.addr, client(3), over.signal));
  await detour(wire);
  const knocked = wire.log.events.findLast(({ call }) => call === "connect")!;
  expect(knocked.outcome === "pending", wordsOfBacklog);
  over.abort();
  await third;
  const larger = startServer(4, () => {});
  for (let n = 1; n <= 5; n++) await wire.client(larger.addr, client(n));
  larger.close();
  small.close();
});

const wordsOfBacklog: Words = {
  expected: {
    en: "With a queue of 1, two clients fit on Linux, and the third waits.",
    ko: "크기 1인 대기열에는 리눅스에서 둘이 들어가고, 셋째는 기다립니다.",
  },
  came: {
    en: "The third was connected as well.",
    ko: "셋째도 연결되었습니다.",
  },
  why: {
    en:
      "The queue is longer than the backlog that was given. Without a word from you, Deno asks for 511.",
    ko:
      "대기열이 매개변수로 받은 backlog보다 깁니다. 따로 정하지 않으면 Deno는 511을 씁니다.",
  },
  look: {
    en:
      "What becomes of the parameter backlog? Deno.listen has an option for it.",
    ko:
      "매개변수 backlog를 어디에 씁니까? Deno.listen에 그것을 받는 옵션이 있습니다.",
  },
};

const serves = check({
  name: {
    en: "serveQueue() answers the clients that wait in the queue",
    ko: "serveQueue()는 대기열에서 기다리던 클라이언트에게 답한다",
  },
  needs: ["serveQueue"],
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const clients = [];
  for (const [i, text] of ["I am Kim\n", "I am Lee\n"].entries()) {
    const one = await wire.client(listener.addr, client(i + 1));
    await one.send(text);
    await one.end();
    clients.push(one);
  }
  const texts = await serveQueue(listener, 2);
  expectTexts(texts, ["I am Kim\n", "I am Lee\n"]);
  expectClosed(wire);
  for (const [i, one] of clients.entries()) {
    expectAnswer(await one.receiveToEnd(), i + 1);
  }
});

const readsToEnd = check({
  name: {
    en: "serveQueue() answers when the client has said all",
    ko: "serveQueue()는 클라이언트의 말을 끝까지 듣고 답한다",
  },
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const one = await wire.client(listener.addr, client(1));
  let early = 0;
  const playing = settle(async () => {
    await one.send("two tickets");
    await one.wasRead();
    await one.send(" for Saturday\n");
    await one.wasRead();
    early = wire.log.events.filter(({ side, call }) =>
      side === "student" && call === "write"
    ).length;
    await one.end();
    return await one.receiveToEnd();
  });
  const texts = await serveQueue(listener, 1);
  expectTexts(texts, ["two tickets for Saturday\n"]);
  expectClosed(wire);
  const { value: answer } = await playing;
  expect(early === 0, {
    expected: {
      en: "The answer is sent after the end of the client's stream.",
      ko: "클라이언트의 스트림이 끝난 뒤에 답을 보냅니다.",
    },
    came: {
      en: "It was sent while the client was still speaking.",
      ko: "클라이언트가 아직 말하는 중에 보냈습니다.",
    },
    why: {
      en:
        "The answer was written before the client had said all. In life it would answer a question that is not known yet.",
      ko:
        "클라이언트의 말이 끝나기 전에 답을 썼습니다. 실제라면 아직 모르는 질문에 답하는 셈입니다.",
    },
    look: {
      en: "The order: read to null, then write, then close.",
      ko: "null까지 읽고, 쓰고, 닫는 순서를 보십시오.",
    },
  });
  expectAnswer(answer, 1);
});

check({
  name: {
    en: "serveQueue() loses nothing that was sent before accept",
    ko: "serveQueue()는 accept하기 전에 온 것도 잃지 않는다",
  },
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const one = await wire.client(listener.addr, client(1));
  const long = Array.from(payload(3_000), (byte) => byte.toString(16)).join();
  const sending = settle(async () => {
    await one.send(long);
    await one.end();
  });
  const texts = await serveQueue(listener, 1);
  expectTexts(texts, [long], {
    en:
      "What a client sends before it is accepted waits in the kernel, all of it. Only the first part was fetched.",
    ko:
      "accept하기 전에 클라이언트가 보낸 것은 모두 커널에서 기다립니다. 그 앞부분만 가져왔습니다.",
  });
  expectClosed(wire);
  await sending;
  expectAnswer(await one.receiveToEnd(), 1);
});

check({
  name: {
    en: "serveQueue() keeps a character whole that two reads share",
    ko: "serveQueue()는 두 번에 나뉘어 온 글자도 온전히 읽는다",
  },
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener({}, { read: 1 });
  const one = await wire.client(listener.addr, client(1));
  await one.send("토요일 표 두 장\n");
  await one.end();
  const texts = await serveQueue(listener, 1);
  expectTexts(texts, ["토요일 표 두 장\n"]);
  expectClosed(wire);
  expectAnswer(await one.receiveToEnd(), 1);
});

check({
  name: {
    en: "serveQueue() sends the whole answer, whatever one write() takes",
    ko: "serveQueue()는 write() 한 번이 적게 옮겨도 답을 모두 보낸다",
  },
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener({}, { write: 3 });
  const one = await wire.client(listener.addr, client(1));
  await one.send("I am Park\n");
  await one.end();
  const texts = await serveQueue(listener, 1);
  expectTexts(texts, ["I am Park\n"]);
  expectClosed(wire);
  expectAnswer(await one.receiveToEnd(), 1);
});

check({
  name: {
    en: "serveQueue() serves first who came first, even if he speaks last",
    ko: "serveQueue()는 늦게 말하더라도 먼저 온 클라이언트부터 처리한다",
  },
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const first = await wire.client(listener.addr, client(1));
  const second = await wire.client(listener.addr, client(2));
  await second.send("I came second\n");
  await second.end();
  const serving = settle(() => serveQueue(listener, 2));
  const reading = (log: WireLog) =>
    pending(log, "student").some(({ call }) => call === "read");
  await Promise.race([serving, wire.until(reading)]);
  // Time enough for whoever serves the second client meanwhile.
  await detour(wire);
  await settle(async () => {
    await first.send("I came first\n");
    await first.end();
  });
  const { value: texts, error } = await serving;
  if (error !== undefined) throw error;
  expectTexts(texts, ["I came first\n", "I came second\n"]);
  expectClosed(wire);
  expectAnswer(await first.receiveToEnd(), 1);
  expectAnswer(await second.receiveToEnd(), 2);
});

check({
  name: {
    en: "serveQueue() answers a client before the next one comes",
    ko: "serveQueue()는 다음 클라이언트가 오기 전에 먼저 온 쪽에 답한다",
  },
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const serving = settle(() => serveQueue(listener, 2));
  const playing = settle(async () => {
    for (const n of [1, 2]) {
      const one = await wire.client(listener.addr, client(n));
      await one.send(`I am number ${n}\n`);
      await one.end();
      expectAnswer(await one.receiveToEnd(), n);
    }
  });
  wire.onHang((log) =>
    pending(log, "student").some(({ call }) => call === "accept")
      ? {
        why: {
          en:
            "Your code waits for a second client before it has served the first. This first one comes alone and waits for its answer.",
          ko:
            "첫 클라이언트를 처리하지 않고 둘째를 기다립니다. 첫 클라이언트는 혼자 와서 답을 기다리고 있습니다.",
        },
        look: {
          en: "What happens in your code between one accept() and the next?",
          ko: "accept()와 다음 accept() 사이에 코드는 무엇을 합니까?",
        },
      }
      : undefined
  );
  const { value: texts, error } = await serving;
  if (error !== undefined) throw error;
  expectTexts(texts, ["I am number 1\n", "I am number 2\n"]);
  expectClosed(wire);
  const played = await playing;
  if (played.error !== undefined) throw played.error;
});

check({
  name: {
    en: "serveQueue() takes no client too many and keeps listening",
    ko: "serveQueue()는 정해진 수만 받고 듣기 소켓을 열어 둔다",
  },
  needs: ["serveQueue"],
  after: serves,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const clients = [];
  for (const n of [1, 2, 3]) {
    const one = await wire.client(listener.addr, client(n));
    await one.send(`hello from ${n}\n`);
    await one.end();
    clients.push(one);
  }
  const texts = await serveQueue(listener, 2);
  const accepts = wire.log.events.filter(({ call }) => call === "accept");
  expect(accepts.length <= 2, {
    expected: {
      en: "serveQueue(listener, 2) accepts 2 clients.",
      ko: "serveQueue(listener, 2)는 클라이언트 둘을 받습니다.",
    },
    came: {
      en: `accept() was called ${accepts.length} times.`,
      ko: `accept()를 부른 횟수는 ${accepts.length}번입니다.`,
    },
    why: {
      en:
        "A client that was taken out of the queue and is not served is lost: no later call can find it there.",
      ko:
        "대기열에서 꺼내 놓고 처리하지 않은 클라이언트는 잃어버린 것입니다. 다음 호출은 그 클라이언트를 찾을 수 없습니다.",
    },
    look: {
      en: "Is the number compared before accept(), or after it?",
      ko: "수를 accept() 앞에서 비교합니까, 뒤에서 비교합니까?",
    },
  });
  expectTexts(texts, ["hello from 1\n", "hello from 2\n"]);
  expect(wire.socket(listener).state === "open", {
    expected: {
      en: "The listener is still open.",
      ko: "듣기 소켓이 아직 열려 있습니다.",
    },
    came: {
      en: "It is closed, with a client in its queue.",
      ko: "대기열에 클라이언트가 있는데 닫혔습니다.",
    },
    why: {
      en:
        "Somebody else opened it. Leaving a `for await` loop over a listener closes it too, even with break or return.",
      ko:
        "듣기 소켓은 다른 쪽이 연 것입니다. 듣기 소켓에 대한 `for await` 반복을 break나 return으로 빠져나가도 닫힙니다.",
    },
    look: {
      en: "What closes the listener? A loop that calls accept() does not.",
      ko:
        "무엇이 듣기 소켓을 닫습니까? accept()를 부르는 반복은 닫지 않습니다.",
    },
  });
  const rest = await serveQueue(listener, 1);
  expectTexts(rest, ["hello from 3\n"]);
  expectClosed(wire);
  for (const [i, one] of clients.entries()) {
    // The second call counts for itself.
    expectAnswer(await one.receiveToEnd(), i < 2 ? i + 1 : 1);
  }
});

for (const expected of ["connected", "refused", "no answer"] as const) {
  check({
    name: {
      en: `knock() says "${expected}" and leaves nothing behind`,
      ko: `knock()는 "${expected}"라고 말하고 아무것도 남기지 않는다`,
    },
    needs: ["knock"],
  }, async ({ knock }, wire) => {
    wire.call({ en: "the server", ko: "서버" });
    // The server of "connected" never accepts: its kernel does the rest.
    const address = expected === "connected"
      ? wire.server().address
      : expected === "refused"
      ? await wire.refusedAddress()
      : (await wire.silentServer()).address;
    const limit = new AbortController();
    const knocking = settle(() => knock(address, limit.signal));
    if (expected === "no answer") {
      const connecting = ({ events }: WireLog) =>
        events.some(({ side, call }) =>
          side === "student" && call === "connect"
        );
      await Promise.race([knocking, wire.until(connecting)]);
      limit.abort(new DOMException("The limit is over", "TimeoutError"));
    }
    const { value, came } = await knocking;
    expect(value === expected, {
      expected: {
        en: `knock() returns "${expected}".`,
        ko: `knock()가 돌려줄 값은 "${expected}"입니다.`,
      },
      came,
      why: meanings[expected],
      look: {
        en: "Which of the three words belongs to which end of Deno.connect?",
        ko: "Deno.connect가 끝나는 길마다 세 말 가운데 어느 것이 맞습니까?",
      },
    });
  });
}

const meanings: Record<"connected" | "refused" | "no answer", Text> = {
  connected: {
    en:
      "The server never accepted, and yet you are connected: the kernel did it and put you into the queue.",
    ko:
      "서버는 accept한 적이 없지만 연결은 되었습니다. 커널이 연결해서 대기열에 넣은 것입니다.",
  },
  refused: {
    en: "The machine answered that nobody listens on that port.",
    ko: "그 포트에서 듣는 쪽이 없다고 컴퓨터가 대답한 것입니다.",
  },
  "no answer": {
    en:
      "A full queue is no refusal: the server listens, but the kernel does not answer until there is room.",
    ko:
      "대기열이 찬 것은 거부가 아닙니다. 서버는 듣고 있지만 자리가 날 때까지 커널이 대답하지 않습니다.",
  },
};

check({
  name: {
    en: "knock() throws any other error on",
    ko: "knock()는 다른 오류를 그대로 던진다",
  },
  needs: ["knock"],
}, async ({ knock }) => {
  const address = { hostname: "127.0.0.1", port: 70_000 };
  const { error, came } = await settle(() => knock(address, noLimit));
  expect(error instanceof RangeError, {
    expected: {
      en: "knock() to port 70000 throws Deno's RangeError.",
      ko: "70000번 포트를 두드리면 Deno의 RangeError를 던집니다.",
    },
    came,
    why: {
      en:
        "There is no such port, so nothing was learnt about any queue. A catch turned the error into one of the three words.",
      ko:
        "그런 포트는 없으므로 대기열에 대해 알아낸 것이 없습니다. catch가 그 오류를 세 말 가운데 하나로 바꾸었습니다.",
    },
    look: {
      en: "Does your catch ask for each of the two errors that it knows?",
      ko: "catch가 아는 오류 두 가지를 저마다 확인합니까?",
    },
  });
});

function client(n: number): Text {
  return { en: `client ${n}`, ko: `클라이언트 ${n}` };
}

/**
 * Some full round trips on connections of the check's own, left out of the
 * log: whatever was ready on the student's sockets has come about by then.
 */
async function detour(wire: Wire): Promise<void> {
  const { events } = wire.log;
  const before = new Set(events);
  const server = wire.server();
  const one = await wire.client(server.address);
  const other = await server.accept();
  for (let i = 0; i < 8; i++) {
    await one.send("ping");
    await other.receive(4);
    await other.send("pong");
    await one.receive(4);
  }
  const ours = [server.address.port, one.local.port];
  const kept = events.filter((event) =>
    before.has(event) || !ours.includes(portOf(wire.log, event.socket))
  );
  events.splice(0, events.length, ...kept);
}

function portOf(log: WireLog, id: number | undefined): number {
  return log.sockets.find((socket) => socket.id === id)?.local.port ?? -1;
}

function brief(value: unknown): string {
  const text = inspect(value, { depth: 1, breakLength: Infinity });
  return text.length > 60 ? text.slice(0, 59) + "…" : text;
}

/** Expects that startServer() returned a listener that is open. */
function expectListener(
  value: unknown,
  wire: Wire,
): asserts value is Deno.TcpListener {
  const listener = value as Partial<Deno.TcpListener> | undefined;
  expect(typeof listener?.accept === "function", {
    expected: {
      en: "startServer() returns the listener.",
      ko: "startServer()가 듣기 소켓을 돌려줍니다.",
    },
    came: returned(value),
    why: {
      en:
        "The caller needs the listener to accept clients and to close it. A `return` is missing.",
      ko:
        "부른 쪽은 듣기 소켓이 있어야 클라이언트를 받고 닫을 수 있습니다. `return`이 빠졌습니다.",
    },
    look: {
      en: "What does the function return?",
      ko: "함수가 무엇을 돌려줍니까?",
    },
  });
  expect(wire.socket(value as Deno.TcpListener).state === "open", {
    expected: {
      en: "The listener that is returned is open.",
      ko: "돌려준 듣기 소켓이 열려 있습니다.",
    },
    came: { en: "It is closed.", ko: "닫혀 있습니다." },
    why: {
      en:
        "It was closed before the function returned; `using` does that at the end of its block. Here the caller closes it.",
      ko:
        "함수가 돌아오기 전에 닫혔습니다. `using`은 블록 끝에서 닫습니다. 여기서는 부른 쪽이 닫습니다.",
    },
    look: {
      en: "What closes the listener in your function?",
      ko: "함수 안에서 무엇이 듣기 소켓을 닫습니까?",
    },
  });
}

/** Expects that every connection that was accepted is closed. */
function expectClosed(wire: Wire): void {
  const open =
    wire.log.sockets.filter(({ side, kind, state }) =>
      side === "student" && kind === "connection" && state === "open"
    ).length;
  expect(open === 0, {
    expected: {
      en: "Each client's connection is closed after its answer.",
      ko: "답한 다음에는 클라이언트마다 그 연결이 닫혀 있습니다.",
    },
    came: {
      en: `The connections of ${open} of the clients are still open.`,
      ko: `아직 열려 있는 연결이 ${open}개입니다.`,
    },
    why: {
      en:
        "Each accept() opens a connection socket. The client reads on for ever, and the server runs out of sockets one day.",
      ko:
        "accept()는 부를 때마다 연결 소켓을 하나 엽니다. 닫지 않으면 클라이언트는 끝없이 읽고, 서버는 언젠가 소켓이 바닥납니다.",
    },
    look: {
      en: "On which line is the accepted connection closed?",
      ko: "accept한 연결을 어느 줄에서 닫습니까?",
    },
  });
}

/** Expects the whole answer to the client that was served as number `n`. */
function expectAnswer(actual: unknown, n: number): void {
  const right = `you are number ${n}\n`;
  const text = actual instanceof Uint8Array
    ? new TextDecoder().decode(actual)
    : "";
  const number = /^you are number (\d+)\n$/.exec(text)?.[1];
  if (number === undefined) {
    const name: Text = {
      en: "the answer to a client",
      ko: "클라이언트가 받은 답",
    };
    return expectBytes(actual, encode(right), name, {
      look: {
        en:
          "The text of the answer, its last character, and what write() returns.",
        ko: "답의 글과 마지막 글자, 그리고 write()가 돌려주는 수를 보십시오.",
      },
    });
  }
  expect(Number(number) === n, {
    expected: {
      en: `This client is answered "you are number ${n}\\n".`,
      ko: `이 클라이언트가 받을 답은 "you are number ${n}\\n"입니다.`,
    },
    came: {
      en: `It was answered "you are number ${number}\\n".`,
      ko: `받은 답은 "you are number ${number}\\n"입니다.`,
    },
    why: Number(number) < n
      ? {
        en: "The counting begins too low: the first client is number 1.",
        ko: "수를 너무 작은 데서 세기 시작했습니다. 첫 클라이언트가 1번입니다.",
      }
      : {
        en:
          "The counting begins too high. A counter outside of the function goes on from the call before; each call counts from 1 for itself.",
        ko:
          "수를 너무 큰 데서 세기 시작했습니다. 함수 밖의 변수는 앞선 호출에서 이어 셉니다. 호출마다 1부터 다시 셉니다.",
      },
    look: {
      en: "Where does the number begin, and when does it grow?",
      ko: "번호는 어디에서 시작하고 언제 커집니까?",
    },
  });
}

/** Expects these texts in this order, and tells which mistake is seen. */
function expectTexts(actual: unknown, wanted: string[], ifCut?: Text): void {
  const texts = Array.isArray(actual) ? actual as unknown[] : undefined;
  const same = texts?.length === wanted.length &&
    wanted.every((text, i) => texts[i] === text);
  if (same) return;
  const at = wanted.findIndex((text, i) => texts?.[i] !== text);
  const text = texts?.[at];
  const size = (value: unknown) => encode(String(value)).length;
  const sizes = size(text) > 60 && typeof text === "string"
    ? { en: ` (${count(size(text)).en})`, ko: ` (${count(size(text)).ko})` }
    : { en: "", ko: "" };
  expect(false, {
    expected: {
      en: `It returns ${brief(wanted)}${
        size(wanted[0]) > 60 ? ` (${count(size(wanted[0])).en})` : ""
      }.`,
      ko: `돌려줄 값은 ${brief(wanted)}${
        size(wanted[0]) > 60 ? ` (${count(size(wanted[0])).ko})` : ""
      }입니다.`,
    },
    came: {
      en: `It returned ${brief(actual)}${sizes.en}.`,
      ko: `돌려준 값은 ${brief(actual)}${sizes.ko}입니다.`,
    },
    ...causeOf(texts, wanted, text, wanted[at] ?? "", ifCut),
  });
}

function causeOf(
  texts: unknown[] | undefined,
  wanted: string[],
  text: unknown,
  right: string,
  ifCut?: Text,
): Pick<Words, "why" | "look"> {
  if (texts === undefined) {
    return {
      why: {
        en: "The result is no list: a `return` or an `await` is missing.",
        ko: "결과가 배열이 아닙니다. `return`이나 `await`가 빠졌습니다.",
      },
      look: {
        en: "What does the function return on each way out?",
        ko: "함수는 빠져나가는 길마다 무엇을 돌려줍니까?",
      },
    };
  }
  if (typeof text === "string" && text.includes("\ufffd")) {
    return {
      why: {
        en:
          "A Korean character has three bytes in UTF-8, and two reads shared them. Each part was decoded by itself and became �.",
        ko:
          "한글 한 글자는 UTF-8로 3바이트인데 두 번의 읽기에 나뉘어 왔습니다. 조각을 따로 디코드해서 �이 되었습니다.",
      },
      look: {
        en:
          "When does your code turn bytes into text: after each read, or at the end?",
        ko:
          "바이트를 언제 텍스트로 바꿉니까? 읽을 때마다입니까, 다 읽은 뒤입니까?",
      },
    };
  }
  if (
    texts.length === wanted.length && wanted.every((one) => texts.includes(one))
  ) {
    return {
      why: {
        en:
          "The clients were not served in the order in which they came. The queue gives them in order; somebody came out of turn here.",
        ko:
          "클라이언트를 온 순서대로 처리하지 않았습니다. 대기열은 순서대로 내주는데, 코드에서 차례가 바뀌었습니다.",
      },
      look: {
        en: "Does your code finish with one client before it accepts the next?",
        ko: "한 클라이언트를 다 처리한 다음에 다음 클라이언트를 받습니까?",
      },
    };
  }
  if (typeof text === "string" && right.startsWith(text)) {
    return {
      why: ifCut ?? {
        en:
          "The reading stopped before the client's end of stream: one read() brings only what is there, and more may follow.",
        ko:
          "클라이언트의 스트림이 끝나기 전에 읽기를 그만두었습니다. read() 한 번은 와 있는 것만 가져오고, 더 올 수 있습니다.",
      },
      look: {
        en: "What ends your reading? Only null is the end.",
        ko: "읽기는 무엇으로 끝납니까? 끝은 null뿐입니다.",
      },
    };
  }
  if (texts.length !== wanted.length) {
    return {
      why: {
        en: "There is to be one text for each client, as many as asked for.",
        ko: "클라이언트마다 텍스트가 하나씩, 정해진 수만큼 있어야 합니다.",
      },
      look: {
        en: "How many times does the loop run?",
        ko: "반복은 몇 번 돕니까?",
      },
    };
  }
  return {
    why: {
      en:
        "Other characters than were sent: often the whole buffer is used, where only its first n bytes were filled.",
      ko:
        "보낸 글과 다릅니다. 앞의 n바이트만 채워진 버퍼를 통째로 쓴 경우가 많습니다.",
    },
    look: {
      en: "What becomes of the number that read() returns?",
      ko: "read()가 돌려주는 수를 어떻게 씁니까?",
    },
  };
}
