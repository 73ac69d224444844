import type * as stub from "./stubs/09_listen/listen.ts";
import { encode, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { deliver } from "./support/network/deliver.ts";
import { detour } from "./support/network/detour.ts";
import { expectAtOnce, expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { expectInTurn } from "./support/in_turn.ts";
import type { InTurnWords } from "./support/in_turn.ts";
import { attemptsEnd, endLimitIn, noLimit } from "./support/limit.ts";
import type { Peer } from "./support/peer.ts";
import { expectReady, noteReady } from "./support/ready.ts";
import type { ReadyCall } from "./support/ready.ts";
import {
  expectClosed,
  expectListener,
  expectLoopback,
} from "./support/served.ts";
import { brief, returned, settle } from "./support/settle.ts";
import { waitsIn } from "./support/network/stillness.ts";
import type { Text } from "./support/text.ts";
import { expectTexts } from "./support/texts.ts";
import type { Wire } from "./support/wire.ts";
import { pending } from "./support/log/wire_log.ts";
import type { WireLog } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("09_listen/listen.ts");

const starts = check({
  name: {
    en: "startServer() calls ready once clients can connect",
    ko: "startServer()는 클라이언트가 연결할 수 있게 되면 ready를 부른다",
  },
  needs: ["startServer"],
}, async ({ startServer }, wire) => {
  wire.call({ en: "a client", ko: "클라이언트" });
  const calls: ReadyCall[] = [];
  const listener = startServer(5, noteReady(calls, wire));
  const given = expectReady(calls, wire, "startServer");
  expectAtOnce(listener, "startServer");
  expectListener(listener, wire, "startServer");
  expectLoopback(listener);
  // The proof: what a client sends to that address arrives at this listener.
  const client = await wire.client(given);
  const [conn] = await Promise.all([listener.accept(), client.send("hi")]);
  await conn.read(new Uint8Array(2));
  conn.close();
  // A port is free only if a second server finds another one.
  const second = startServer(5, () => {});
  expectListener(second, wire, "startServer");
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
}, ({ startServer }, wire) => {
  for (const given of [1, 4]) {
    const listener = startServer(given, () => {});
    const asked = wire.socket(listener).made.backlog!;
    expect(asked === given, {
      expected: {
        en:
          `startServer(${given}, ready) asks the kernel for a queue of ${given}.`,
        ko:
          `startServer(${given}, ready)가 커널에 요청하는 대기열의 크기는 ${given}입니다.`,
      },
      came: {
        en: `It asks for a queue of ${asked}.`,
        ko: `요청한 크기는 ${asked}입니다.`,
      },
      why: asked > given ? longer : shorter,
      look: {
        en:
          "What becomes of the parameter backlog? Deno.listen has an option for it.",
        ko:
          "매개변수 backlog를 어디에 씁니까? Deno.listen에 그것을 받는 옵션이 있습니다.",
      },
    });
    listener.close();
  }
});

const longer: Text = {
  en:
    "The queue is longer than the backlog that was given. Without a word from you, Deno asks for 511. (What a kernel makes of the number differs: Linux holds one client more, macOS as many, and Windows refuses the next.)",
  ko:
    "대기열이 매개변수로 받은 backlog보다 깁니다. 따로 정하지 않으면 Deno는 511을 요청합니다. (그 수를 다루는 법은 커널마다 다릅니다. 리눅스는 하나 더 받고, macOS는 그만큼만 받으며, 윈도우는 그다음 클라이언트를 거부합니다.)",
};
const shorter: Text = {
  en:
    "The queue is shorter than the backlog that was given. A client that finds it full waits, or is refused on Windows, although there should be room.",
  ko:
    "대기열이 매개변수로 받은 backlog보다 짧습니다. 자리가 있어야 할 클라이언트가 가득 찬 대기열 앞에서 기다리거나, 윈도우에서는 거부당합니다.",
};

const serves = check({
  name: {
    en: "serveQueue() answers the clients that wait in the queue",
    ko: "serveQueue()는 대기열에서 기다리던 클라이언트에게 답한다",
  },
  needs: ["serveQueue"],
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const kim = await waiting(wire, listener, 1, "I am Kim\n");
  const lee = await waiting(wire, listener, 2, "I am Lee\n");
  const texts = await serveQueue(listener, 2);
  expectUntrimmed(texts, ["I am Kim\n", "I am Lee\n"]);
  expectTexts(texts, ["I am Kim\n", "I am Lee\n"], wire);
  expectClosed(wire);
  expectAnswer(await kim.receiveToEnd(), 1);
  expectAnswer(await lee.receiveToEnd(), 2);
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
  let early = false;
  const playing = settle(async () => {
    // The end of a line is not the end of the stream.
    await deliver(one, ["two tickets\n", "for Saturday"]);
    early = wire.log.events.some(({ side, call }) =>
      side === "student" && call === "write"
    );
    await one.end();
    return await one.receiveToEnd();
  });
  const texts = await serveQueue(listener, 1);
  expectTexts(texts, ["two tickets\nfor Saturday"], wire);
  expectClosed(wire);
  const { value: answer } = await playing;
  expect(!early, {
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

/** One client in the queue; what it says, and how little a call moves. */
const alone: {
  name: Text;
  text: string;
  limits?: { read?: number; write?: number };
  ifCut?: Text;
}[] = [{
  name: {
    en: "serveQueue() loses nothing that was sent before accept",
    ko: "serveQueue()는 수락하기 전에 온 것도 잃지 않는다",
  },
  text: Array.from(payload(520), (byte) => byte.toString(16)).join(),
  ifCut: {
    en:
      "What a client sends before it is accepted waits in the kernel, all of it. Only the first part was fetched.",
    ko:
      "수락하기 전에 클라이언트가 보낸 것은 모두 커널에서 기다립니다. 그 앞부분만 가져왔습니다.",
  },
}, {
  name: {
    en: "serveQueue() keeps a character whole that two reads share",
    ko: "serveQueue()는 두 번에 나뉘어 온 글자도 온전히 읽는다",
  },
  text: "토요일 표 두 장\n",
  limits: { read: 1 },
}, {
  name: {
    en: "serveQueue() sends the whole answer, whatever one write() takes",
    ko: "serveQueue()는 write() 한 번이 적게 옮겨도 답을 모두 보낸다",
  },
  text: "I am Park\n",
  limits: { write: 3 },
}];

for (const { name, text, limits, ifCut } of alone) {
  check({ name, needs: ["serveQueue"], after: readsToEnd }, async (
    { serveQueue },
    wire,
  ) => {
    const listener = wire.listener({}, limits);
    const one = await waiting(wire, listener, 1, text);
    expectTexts(await serveQueue(listener, 1), [text], wire, ifCut);
    expectClosed(wire);
    expectAnswer(await one.receiveToEnd(), 1);
  });
}

check({
  name: {
    en: "serveQueue() serves a client that says nothing",
    ko: "serveQueue()는 아무 말도 하지 않은 클라이언트에게도 답한다",
  },
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const silent = await waiting(wire, listener, 1, "");
  const other = await waiting(wire, listener, 2, "I am Choi\n");
  const texts = await serveQueue(listener, 1);
  const accepts = wire.log.events.filter(({ call }) => call === "accept");
  expect(accepts.length < 2, {
    expected: {
      en: 'serveQueue(listener, 1) serves client 1, and its text is "".',
      ko:
        'serveQueue(listener, 1)은 클라이언트 1에게 답하고, 텍스트는 ""입니다.',
    },
    came: {
      en: "It accepted client 2 as well.",
      ko: "클라이언트 2까지 수락했습니다.",
    },
    why: {
      en:
        "A client that sends nothing and ends its stream was not counted. It is a client like the others, with an empty text.",
      ko:
        "아무것도 보내지 않고 스트림을 끝낸 클라이언트를 세지 않았습니다. 이 클라이언트도 다른 클라이언트와 같으며, 텍스트가 비어 있을 뿐입니다.",
    },
    look: {
      en: "What does your code do with a text of no characters?",
      ko: "코드는 글자가 하나도 없는 텍스트를 어떻게 다룹니까?",
    },
  });
  expectTexts(texts, [""], wire);
  expectClosed(wire);
  expectAnswer(await silent.receiveToEnd(), 1);
  // The second is for whoever does not count the first.
  other.close();
});

check({
  name: {
    en: "serveQueue() closes the connection of a client that breaks off",
    ko: "serveQueue()는 도중에 끊은 클라이언트의 연결도 닫는다",
  },
  needs: ["serveQueue"],
  after: readsToEnd,
}, async ({ serveQueue }, wire) => {
  const listener = wire.listener();
  const one = await wire.resettingClient(listener.addr, client(1));
  // It may throw the error on, or go on with the next.
  const next = await waiting(wire, listener, 2, "I am Jung\n");
  const serving = settle(() => serveQueue(listener, 1));
  await deliver(one, ["I am"], { reader: serving, then: "reset" });
  await serving;
  const open = wire.log.sockets.some(({ kind, side, state, remote }) =>
    kind === "connection" && side === "student" && state === "open" &&
    remote?.port === one.local.port
  );
  expect(!open, {
    expected: {
      en: "The connection is closed, though the client has reset it.",
      ko: "클라이언트가 리셋한 연결도 닫습니다.",
    },
    came: {
      en: "The connection of client 1 is still open.",
      ko: "클라이언트 1의 연결이 아직 열려 있습니다.",
    },
    why: {
      en:
        "read() threw, and the line that closes was left out. Each client that breaks off costs the server a socket.",
      ko:
        "read()가 오류를 던져서 닫는 줄을 지나쳤습니다. 클라이언트가 도중에 끊을 때마다 서버는 소켓을 하나씩 잃습니다.",
    },
    look: {
      en: "What closes on every way out? `using` does, and `finally`.",
      ko:
        "어느 길로 빠져나가든 닫아 주는 것은 무엇입니까? `using`이나 `finally`입니다.",
    },
  });
  expectClosed(wire);
  next.close();
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
  const second = await waiting(wire, listener, 2, "I came second\n");
  const serving = settle(() => serveQueue(listener, 2));
  await Promise.race([serving, waitsIn(wire, "read")]);
  // Time enough for whoever serves the second client meanwhile.
  await detour(wire);
  await settle(() => say(first, "I came first\n"));
  const { value: texts, error } = await serving;
  if (error !== undefined) throw error;
  expectTexts(texts, ["I came first\n", "I came second\n"], wire);
  expectClosed(wire);
  expectInTurn(wire.log, oneByOne);
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
      const one = await waiting(wire, listener, n, `I am number ${n}\n`);
      expectAnswer(await one.receiveToEnd(), n);
    }
  });
  const answered = (log: WireLog) =>
    log.events.some(({ side, call }) => side === "student" && call === "write");
  wire.onHang((log) =>
    pending(log, "student").some(({ call }) => call === "accept")
      ? answered(log) ? keptOpen : {
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
  // A client that was answered wrongly does not come again.
  const first = await Promise.race([serving, playing]);
  if (first.error !== undefined) throw first.error;
  const { value: texts, error } = await serving;
  if (error !== undefined) throw error;
  expectTexts(texts, ["I am number 1\n", "I am number 2\n"], wire);
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
    clients.push(await waiting(wire, listener, n, `hello from ${n}\n`));
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
  expectTexts(texts, ["hello from 1\n", "hello from 2\n"], wire);
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
        "듣기 소켓은 다른 쪽이 연 것입니다. 듣기 소켓을 순회하는 `for await` 반복을 break나 return으로 빠져나가도 닫힙니다.",
    },
    look: {
      en: "What closes the listener? A loop that calls accept() does not.",
      ko:
        "무엇이 듣기 소켓을 닫습니까? accept()를 부르는 반복은 닫지 않습니다.",
    },
  });
  const rest = await serveQueue(listener, 1);
  expectTexts(rest, ["hello from 3\n"], wire);
  expectClosed(wire);
  for (const [i, one] of clients.entries()) {
    // The second call counts for itself.
    expectAnswer(await one.receiveToEnd(), i < 2 ? i + 1 : 1);
  }
});

const keptOpen = {
  why: {
    en:
      "A client has its answer, but its connection is still open: it reads on for the end, while your code waits for the next one.",
    ko:
      "클라이언트가 답을 받았지만 연결이 아직 열려 있어 스트림의 끝을 기다립니다. 그동안 코드는 다음 클라이언트를 기다립니다.",
  },
  look: {
    en:
      "When is the connection of a client closed: after its answer, or at the very end?",
    ko: "클라이언트의 연결을 언제 닫습니까? 답한 바로 다음입니까, 맨 끝입니까?",
  },
};

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
      : await wire.silentAddress();
    const reason = new Error("The limit is over");
    const { value, error, came } = expected === "no answer"
      ? await endLimitIn(wire, "connect", (limit) => knock(address, limit), {
        reason,
        words: { why: lets },
      })
      : await settle(() => knock(address, noLimit));
    await attemptsEnd(wire);
    const known = error !== undefined || value! in meanings;
    expect(value === expected, {
      expected: {
        en: `knock() returns "${expected}".`,
        ko: `knock()가 돌려줄 값은 "${expected}"입니다.`,
      },
      came,
      why: error === reason
        ? reasonThrown
        : known
        ? meanings[expected]
        : noWord,
      look: {
        en: "Which of the three words belongs to which end of Deno.connect?",
        ko: "Deno.connect가 끝나는 길마다 세 말 가운데 어느 것이 맞습니까?",
      },
    });
  });
}

const lets: Text = {
  en:
    "The server's queue is full, so the kernel lets the connection wait. Nothing in your code ended the attempt when the limit ended.",
  ko:
    "서버의 수신 대기열이 가득 차서 커널이 연결을 기다리게 합니다. 제한 시간이 끝났는데 그 시도를 끝내는 것이 코드에 없습니다.",
};

const reasonThrown: Text = {
  en:
    "This is the reason of the limit. A connect() that the limit ended throws that very object, whatever its name is.",
  ko:
    "제한 시간에 담긴 이유(reason)입니다. 제한 시간이 끝나 중단된 connect()는 이름이 무엇이든 바로 그 객체를 던집니다.",
};

const noWord: Text = {
  en: "It is one of three words, letter for letter.",
  ko: "세 말 가운데 하나를 글자 그대로 돌려주어야 합니다.",
};

const meanings: Record<"connected" | "refused" | "no answer", Text> = {
  connected: {
    en:
      "The server never accepts, and need not: its kernel connects the client and puts it into the queue.",
    ko:
      "서버는 수락하지 않으며, 그럴 필요도 없습니다. 커널이 클라이언트를 연결해서 대기열에 넣습니다.",
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

/** Expects that no text has lost its "\n", where that is all that it lacks. */
function expectUntrimmed(texts: unknown, wanted: string[]): void {
  if (!Array.isArray(texts) || texts.length !== wanted.length) return;
  const trimmed = wanted.every((text, i) => texts[i] === text.trimEnd());
  expect(!trimmed, {
    expected: {
      en: `It returns each text with its end: ${brief(wanted)}.`,
      ko: `텍스트를 그 끝까지 돌려줍니다: ${brief(wanted)}`,
    },
    came: returned(texts),
    why: {
      en:
        "Only the \\n at the end is gone, as after trim(). The client sent it, so it belongs to the text.",
      ko:
        "trim()을 쓴 것처럼 끝의 \\n만 없습니다. 이것도 클라이언트가 보낸 것이므로 텍스트에 들어갑니다.",
    },
    look: {
      en: "What happens to the text between the last read() and the list?",
      ko: "마지막 read() 다음부터 배열에 넣기까지 텍스트에 무엇을 합니까?",
    },
  });
}

const oneByOne: InTurnWords = {
  expected: {
    en: "The next client is accepted when the one before is done.",
    ko: "앞의 클라이언트를 다 처리한 다음에 다음 클라이언트를 수락합니다.",
  },
  why: {
    en:
      "A client that is accepted too early has left the queue, and nobody serves it. If your code fails meanwhile, it is lost.",
    ko:
      "너무 일찍 수락한 클라이언트는 대기열에서 나왔는데 아무도 처리하지 않습니다. 그사이 코드가 실패하면 잃어버리게 됩니다.",
  },
  look: {
    en: "What does your code await before it calls accept() again?",
    ko: "코드는 accept()를 다시 부르기 전에 무엇을 await합니까?",
  },
};

function client(n: number): Text {
  return { en: `client ${n}`, ko: `클라이언트 ${n}` };
}

/** A client that waits in the queue and has said all it has to say. */
async function waiting(
  wire: Wire,
  listener: Deno.TcpListener,
  n: number,
  text: string,
): Promise<Peer> {
  const one = await wire.client(listener.addr, client(n));
  await say(one, text);
  return one;
}

async function say(client: Peer, text: string): Promise<void> {
  await client.send(text);
  await client.end();
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
      why: text === ""
        ? {
          en: "The connection was closed, and no answer had been written.",
          ko: "답을 쓰지 않고 연결을 닫았습니다.",
        }
        : right.startsWith(text) && text.length < right.length - 1
        ? {
          en:
            "One write() may take fewer bytes than it was given. The number it returns says how many.",
          ko:
            "write() 한 번은 건넨 것보다 적게 옮길 수 있습니다. 몇 바이트를 옮겼는지는 돌려주는 수가 말해 줍니다.",
        }
        : {
          en: "The answer is that line and one \\n, and nothing else.",
          ko: "답은 그 한 줄과 \\n 하나이며, 그 밖에는 없습니다.",
        },
      look: {
        en:
          "The text of the answer, its last character, and what write() returns.",
        ko: "답의 내용과 마지막 글자, 그리고 write()가 돌려주는 수를 보십시오.",
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
