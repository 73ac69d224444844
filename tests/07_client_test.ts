import { inspect } from "node:util";
import type * as stub from "./stubs/07_client/client.ts";
import { count, encode, join, payload, show } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import type { Words } from "./support/failure.ts";
import type { Peer } from "./support/peer.ts";
import { settle } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";
import { pending } from "./support/wire_log.ts";
import type { Call, WireLog } from "./support/wire_log.ts";

const check = checksOf<typeof stub>("07_client/client.ts");
const noLimit = new AbortController().signal;
const theQuestion: Text = {
  en: "the question, as the server read it",
  ko: "서버가 읽은 질문",
};
const theAnswer: Text = { en: "the server's answer", ko: "서버의 답" };
const question = encode("prices, please\n");
const answer = encode("milk 1200\nrice 3400\nbread 2800\n");

/** One conversation, as a server of this lesson has it. */
async function serve<P extends Peer>(
  server: { accept(): Promise<P> },
  speak: (peer: P) => Promise<void> | void,
): Promise<Uint8Array> {
  const peer = await server.accept();
  const read = await peer.receiveToEnd();
  await speak(peer);
  return read;
}

/** Sends an answer piece by piece, each after the one before was read. */
async function inPieces(peer: Peer, pieces: Uint8Array[]): Promise<void> {
  for (const piece of pieces) {
    await peer.send(piece);
    await peer.wasRead();
  }
  peer.close();
}

const asks = check({
  name: {
    en: "request() sends the question and returns the answer",
    ko: "request()는 질문을 보내고 답을 돌려준다",
  },
  needs: ["request"],
}, async ({ request }, wire) => {
  wire.call({ en: "the server", ko: "서버" });
  const server = wire.server();
  const serving = settle(async () => {
    const peer = await server.accept();
    const read = await peer.receive(question.length);
    await peer.send(answer);
    await peer.end();
    return read;
  });
  const came = await request(server.address, question, noLimit);
  expectBytes(came, answer, theAnswer);
  expectBytes((await serving).value, question, theQuestion);
});

const ends = check({
  name: {
    en: "request() tells the server that the question is over",
    ko: "request()는 질문이 끝났음을 서버에 알린다",
  },
  needs: ["request"],
  after: asks,
}, async ({ request }, wire) => {
  wire.call({ en: "the server", ko: "서버" });
  const server = wire.server();
  const serving = settle(() =>
    serve(server, async (peer) => {
      await peer.send(answer);
      peer.close();
    })
  );
  wire.onHang(() => ({
    look: {
      en: "Closing would end the answer as well. What says only “no more”?",
      ko:
        "닫아 버리면 답도 받지 못합니다. 더 보낼 것이 없다고만 말하는 호출은 무엇입니까?",
    },
  }));
  const came = await request(server.address, question, noLimit);
  expectBytes(came, answer, theAnswer);
  expectBytes((await serving).value, question, theQuestion);
});

const readsAll = check({
  name: {
    en: "request() reads the answer to the end of the stream",
    ko: "request()는 답을 스트림의 끝까지 읽는다",
  },
  needs: ["request"],
  after: ends,
}, async ({ request }, wire) => {
  wire.call({ en: "the server", ko: "서버" });
  const server = wire.server();
  const pieces = [7, 1, 6_000, 30].map((size, i) => payload(size, i + 1));
  const serving = settle(() => serve(server, (peer) => inPieces(peer, pieces)));
  const came = await request(server.address, question, noLimit);
  const expected = join(pieces);
  const reads = wire.log.events.filter(({ side, call }) =>
    side === "student" && call === "read"
  );
  const gotEnd = reads.some(({ outcome }) => outcome === "end");
  expectBytes(
    came,
    expected,
    theAnswer,
    came instanceof Uint8Array && came.length < expected.length && !gotEnd
      ? {
        why: {
          en:
            "The reading stopped before the end of the stream. The server sends its answer in several parts, and each read() brings only what is there.",
          ko:
            "스트림이 끝나기 전에 읽기를 그만두었습니다. 서버는 답을 여러 번에 나누어 보내고, read()는 그때 와 있는 것만 가져옵니다.",
        },
        look: {
          en: "How many times does your code read, and what ends the loop?",
          ko: "코드가 몇 번 읽습니까? 반복은 무엇으로 끝납니까?",
        },
      }
      : {},
  );
  await serving;
});

check({
  name: {
    en: "request() sends a question of 6 MiB whole",
    ko: "request()는 6 MiB짜리 질문도 빠짐없이 보낸다",
  },
  needs: ["request"],
  after: ends,
}, async ({ request }, wire) => {
  wire.call({ en: "the server", ko: "서버" });
  const server = wire.server();
  const long = payload(6 * 1024 * 1024);
  const serving = settle(() =>
    serve(server, async (peer) => {
      await peer.send(answer);
      peer.close();
    })
  );
  const came = await request(server.address, long, noLimit);
  expectBytes(came, answer, theAnswer);
  const { value: read } = await serving;
  const cut = read !== undefined && read.length < long.length;
  expectBytes(read, long, theQuestion, {
    why: cut
      ? {
        en:
          "One write() took as much as there was room for. The rest of the question was never written.",
        ko:
          "write() 한 번은 자리가 있는 만큼만 가져갔고, 질문의 나머지는 보내지 않았습니다.",
      }
      : {
        en: "Parts of the question are sent twice or in the wrong order.",
        ko: "질문의 일부를 두 번 보냈거나 순서가 바뀌었습니다.",
      },
    look: {
      en: "The number that write() returns: what becomes of the rest?",
      ko: "write()가 돌려주는 수를 보십시오. 남은 것은 어떻게 됩니까?",
    },
  });
});

check({
  name: {
    en: "request() throws a refusal on",
    ko: "request()는 연결이 거부되면 그 오류를 그대로 던진다",
  },
  needs: ["request"],
}, async ({ request }, wire) => {
  const address = await wire.refusedAddress();
  const { error, came } = await settle(() =>
    request(address, question, noLimit)
  );
  expect(error instanceof Deno.errors.ConnectionRefused, {
    expected: {
      en: "request() throws Deno.errors.ConnectionRefused.",
      ko: "request()가 Deno.errors.ConnectionRefused를 던집니다.",
    },
    came,
    why: error === undefined
      ? {
        en:
          "A catch swallowed the refusal: to the caller it looks like a server that answered nothing.",
        ko:
          "catch가 거부를 삼켰습니다. 부른 쪽에는 서버가 빈 답을 보낸 것으로 보입니다.",
      }
      : error instanceof Deno.errors.TimedOut
      ? timedOutForAll
      : {
        en: "The refusal was turned into another error, which tells less.",
        ko: "거부를 다른 오류로 바꾸어 까닭을 알 수 없게 되었습니다.",
      },
    look: {
      en: "Which errors does your catch let through unchanged?",
      ko: "catch가 어떤 오류를 그대로 통과시킵니까?",
    },
  });
});

const timedOutForAll: Text = {
  en:
    "Every error became TimedOut, but the limit has not ended. A caller would wait and try again, where it should repair.",
  ko:
    "모든 오류가 TimedOut이 되었지만 제한 시간은 끝나지 않았습니다. 부른 쪽은 고쳐야 할 때에 기다렸다 다시 시도하게 됩니다.",
};

check({
  name: {
    en: "request() does not take a reset for the end of the answer",
    ko: "request()는 강제로 끊긴 연결을 답의 끝으로 여기지 않는다",
  },
  needs: ["request"],
  after: readsAll,
}, async ({ request }, wire) => {
  wire.call({ en: "the server", ko: "서버" });
  const server = await wire.resettingServer();
  const serving = settle(() =>
    serve(server, async (peer) => {
      await peer.send(answer.subarray(0, 17));
      await peer.wasRead();
      peer.reset();
    })
  );
  const { value, error, came } = await settle(() =>
    request(server.address, question, noLimit)
  );
  const part = value as unknown instanceof Uint8Array && value!.length > 0;
  expect(error instanceof Deno.errors.ConnectionReset, {
    expected: {
      en: "request() throws Deno.errors.ConnectionReset.",
      ko: "request()가 Deno.errors.ConnectionReset을 던집니다.",
    },
    came: value as unknown instanceof Uint8Array
      ? {
        en: `It returned ${count(value!.length).en}: ${show(value!)}.`,
        ko: `돌려준 값은 ${count(value!.length).ko}입니다: ${show(value!)}`,
      }
      : came,
    why: part
      ? {
        en:
          "The part that came was handed on as if it were the whole answer. The server broke off in the middle of it.",
        ko:
          "서버가 답을 보내다가 끊겼는데, 그때까지 온 일부를 답 전체인 것처럼 돌려주었습니다.",
      }
      : error === undefined
      ? {
        en: "A catch swallowed the reset, and the caller learns nothing of it.",
        ko: "catch가 끊김을 삼켜서 부른 쪽은 아무것도 알 수 없습니다.",
      }
      : error instanceof Deno.errors.TimedOut
      ? timedOutForAll
      : {
        en: "The reset was turned into another error, which tells less.",
        ko: "끊김을 다른 오류로 바꾸어 까닭을 알 수 없게 되었습니다.",
      },
    look: {
      en:
        "Only null is the end of the answer. What does your code do when read() throws?",
      ko:
        "답의 끝은 null뿐입니다. read()가 오류를 던지면 코드는 무엇을 합니까?",
    },
  });
  await serving;
});

/** The moments at which a limit may end, and how the log shows each. */
const moments: {
  name: Text;
  /** What the server does until then. */
  open(wire: Wire): Promise<Deno.NetAddr> | Deno.NetAddr;
  question?: Uint8Array;
  waitsIn: Call;
  look: Text;
}[] = [{
  name: { en: "while it connects", ko: "연결하는 중에" },
  open: async (wire) => (await wire.silentServer()).address,
  waitsIn: "connect",
  look: {
    en: "Deno.connect takes a signal. Which one does your code give it?",
    ko: "Deno.connect는 signal을 받습니다. 코드는 무엇을 건넵니까?",
  },
}, {
  name: { en: "while it sends the question", ko: "질문을 보내는 중에" },
  open: (wire) => wire.server().address,
  question: new Uint8Array(16 * 1024 * 1024),
  waitsIn: "write",
  look: {
    en:
      "From which line on does the end of the limit close the connection? A write() can wait as well.",
    ko:
      "제한 시간이 끝나면 연결을 닫는 일은 어느 줄부터 준비되어 있습니까? write()도 기다릴 수 있습니다.",
  },
}, {
  name: { en: "while it awaits the answer", ko: "답을 기다리는 중에" },
  open(wire) {
    const server = wire.server();
    settle(() => serve(server, () => {}));
    return server.address;
  },
  waitsIn: "read",
  look: {
    en: "What happens in your code at the moment when the limit ends?",
    ko: "제한 시간이 끝나는 순간 코드에서 무슨 일이 일어납니까?",
  },
}, {
  name: { en: "in the middle of the answer", ko: "답을 받는 중에" },
  open(wire) {
    const server = wire.server();
    settle(() => serve(server, (peer) => peer.send(answer.subarray(0, 17))));
    return server.address;
  },
  waitsIn: "read",
  look: {
    en: "What happens in your code at the moment when the limit ends?",
    ko: "제한 시간이 끝나는 순간 코드에서 무슨 일이 일어납니까?",
  },
}];

for (const { name, open, question: asked, waitsIn, look } of moments) {
  const middle = name.en.includes("middle");
  check({
    name: {
      en: `request() throws TimedOut when the limit ends ${name.en}`,
      ko: `request()는 ${name.ko} 제한 시간이 끝나면 TimedOut을 던진다`,
    },
    needs: ["request"],
    after: middle ? readsAll : ends,
  }, async ({ request }, wire) => {
    wire.call({ en: "the server", ko: "서버" });
    const address = await open(wire);
    const limit = new AbortController();
    const asking = settle(() =>
      request(address, asked ?? question, limit.signal)
    );
    const waits = (log: WireLog) =>
      pending(log, "student").some(({ call }) => call === waitsIn) &&
      (!middle || sizeOf(log, "student", "read") === 17) &&
      (waitsIn !== "read" ||
        log.events.some(({ side, outcome }) =>
          side === "peer" && outcome === "end"
        ));
    await Promise.race([asking, wire.until(waits)]);
    limit.abort(new DOMException("The limit is over", "TimeoutError"));
    const why: Text = {
      en:
        `The limit has ended, and nothing in your code ended the ${waitsIn}() that waits. ${
          waitsIn === "connect"
            ? "It ends only if it was given the signal."
            : "It takes no signal; only closing the connection ends it."
        }`,
      ko: `제한 시간이 끝났는데 기다리는 ${waitsIn}()를 끝내는 것이 없습니다. ${
        waitsIn === "connect"
          ? "signal을 건네야 끝납니다."
          : "이 호출은 signal을 받지 않으며, 연결을 닫아야 끝납니다."
      }`,
    };
    wire.onHang(() => ({ why, look }));
    const { value, error, came } = await asking;
    expect(error instanceof Deno.errors.TimedOut, {
      expected: {
        en: "request() throws Deno.errors.TimedOut.",
        ko: "request()가 Deno.errors.TimedOut을 던집니다.",
      },
      came,
      why: error === limit.signal.reason && error !== undefined
        ? {
          en:
            "A cancelled call throws the signal's own reason. Its name depends on who made the signal, so callers cannot rely on it.",
          ko:
            "취소된 호출은 신호에 담긴 이유(reason)를 그대로 던집니다. 그 이름은 신호를 만든 쪽에 달려 있어 부른 쪽이 믿고 쓸 수 없습니다.",
        }
        : error instanceof Deno.errors.Interrupted ||
            error instanceof Deno.errors.BadResource
        ? {
          en:
            "This is what a call throws when its connection is closed. To the caller, closing was only the means; the end of the limit is the cause.",
          ko:
            "연결이 닫힐 때 호출이 던지는 오류입니다. 닫은 것은 수단일 뿐이고, 부른 쪽이 알아야 할 까닭은 제한 시간이 끝났다는 것입니다.",
        }
        : value as unknown instanceof Uint8Array
        ? {
          en:
            "The end of the limit was taken for the end of the answer: a part came back as if it were the whole.",
          ko:
            "제한 시간이 끝난 것을 답이 끝난 것으로 여겨, 일부를 답 전체처럼 돌려주었습니다.",
        }
        : {
          en: "Not every way out after the end of the limit throws TimedOut.",
          ko:
            "제한 시간이 끝난 뒤 빠져나가는 길 가운데 TimedOut을 던지지 않는 길이 있습니다.",
        },
      look: {
        en: "In the catch: how can you tell that the limit has ended?",
        ko: "catch 안에서 제한 시간이 끝났음을 어떻게 알 수 있습니까?",
      },
    });
  });
}

check({
  name: {
    en: "request() is not disturbed by a limit that ends after the answer",
    ko: "request()는 답을 받은 뒤에 끝나는 제한 시간에 흔들리지 않는다",
  },
  needs: ["request"],
  after: ends,
}, async ({ request }, wire) => {
  wire.call({ en: "the server", ko: "서버" });
  const server = wire.server();
  const serving = settle(() =>
    serve(server, async (peer) => {
      await peer.send(answer);
      peer.close();
    })
  );
  const limit = new AbortController();
  const came = await request(server.address, question, limit.signal);
  expectBytes(came, answer, theAnswer);
  await serving;
  limit.abort(new DOMException("The limit is over", "TimeoutError"));
});

const asksEach = check({
  name: {
    en: "requestEach() returns the answers in the order of the addresses",
    ko: "requestEach()는 답을 주소의 순서대로 돌려준다",
  },
  needs: ["requestEach", "request"],
  after: readsAll,
}, async ({ requestEach }, wire) => {
  wire.call({ en: "a server", ko: "서버" });
  const names = ["first", "second", "third"];
  const answers = names.map((name) => encode(`I am the ${name}\n`));
  const servers = names.map(() => wire.server());
  // The first answers byte by byte: whoever asks all at once has it last.
  const serving = servers.map((server, i) =>
    settle(() =>
      serve(server, (peer) =>
        inPieces(
          peer,
          i > 0 ? [answers[i]] : [...answers[i]].map((b) => Uint8Array.of(b)),
        ))
    )
  );
  const { value, error, came } = await settle(() =>
    requestEach(servers.map(({ address }) => address), question, noLimit)
  );
  if (error !== undefined) throw error;
  expectPlaces(value, answers, came);
  for (const served of serving) {
    expectBytes((await served).value, question, theQuestion);
  }
});

check({
  name: {
    en: "requestEach() puts a refusal in its place and keeps the answers",
    ko: "requestEach()는 거부를 제자리에 넣고 다른 답을 지킨다",
  },
  needs: ["requestEach", "request"],
  after: asksEach,
}, async ({ requestEach }, wire) => {
  wire.call({ en: "a server", ko: "서버" });
  const answers = ["I am the first\n", "I am the third\n"].map(encode);
  const refused = await wire.refusedAddress();
  const [first, third] = [wire.server(), wire.server()];
  const refusal = ({ events }: WireLog) =>
    events.find(({ side, call, address }) =>
      side === "student" && call === "connect" && address?.port === refused.port
    )?.outcome;
  const serving = [first, third].map((server, i) =>
    settle(() =>
      serve(server, async (peer) => {
        // Whoever asks all at once has been refused before the first answer.
        if (i === 0) await wire.until((log) => refusal(log) !== "pending");
        await peer.send(answers[i]);
        peer.close();
      })
    )
  );
  const addresses = [first.address, refused, third.address];
  const { value, error, came } = await settle(() =>
    requestEach(addresses, question, noLimit)
  );
  const expected = [answers[0], Deno.errors.ConnectionRefused, answers[1]];
  expectNotSpoilt(error, expected, came);
  expectPlaces(value, expected, came);
  await Promise.all(serving);
});

check({
  name: {
    en: "requestEach() puts a reset in its place and keeps the answers",
    ko: "requestEach()는 끊긴 연결의 오류를 제자리에 넣고 다른 답을 지킨다",
  },
  needs: ["requestEach", "request"],
  after: asksEach,
}, async ({ requestEach }, wire) => {
  wire.call({ en: "a server", ko: "서버" });
  const [bad, good] = [await wire.resettingServer(), wire.server()];
  const serving = [
    settle(() =>
      serve(bad, async (peer) => {
        await peer.send(answer.subarray(0, 17));
        await peer.wasRead();
        peer.reset();
      })
    ),
    settle(() => serve(good, (peer) => inPieces(peer, [answer]))),
  ];
  const { value, error, came } = await settle(() =>
    requestEach([bad.address, good.address], question, noLimit)
  );
  const expected = [Deno.errors.ConnectionReset, answer];
  expectNotSpoilt(error, expected, came);
  expectPlaces(value, expected, came);
  await Promise.all(serving);
});

check({
  name: {
    en: "requestEach() keeps the answers it has when the limit ends",
    ko: "requestEach()는 제한 시간이 끝나도 이미 받은 답을 지킨다",
  },
  needs: ["requestEach", "request"],
  after: asksEach,
}, async ({ requestEach }, wire) => {
  wire.call({ en: "a server", ko: "서버" });
  const silent = await wire.silentServer();
  const good = wire.server();
  const limit = new AbortController();
  const serving = settle(() => serve(good, (peer) => inPieces(peer, [answer])));
  const asking = settle(() =>
    requestEach([good.address, silent.address], question, limit.signal)
  );
  const answered = ({ sockets }: WireLog) =>
    sockets.some(({ side, kind, state }) =>
      side === "student" && kind === "connection" && state === "closed"
    );
  const waits = (log: WireLog) =>
    answered(log) &&
    pending(log, "student").some(({ call }) => call === "connect");
  await Promise.race([asking, wire.until(waits)]);
  limit.abort(new DOMException("The limit is over", "TimeoutError"));
  wire.onHang(() => ({
    why: {
      en:
        "The limit has ended, but the request to the silent server goes on. Was the limit handed to it?",
      ko:
        "제한 시간이 끝났는데 응답 없는 서버에 보낸 요청이 계속됩니다. 그 요청에 limit을 건넸습니까?",
    },
  }));
  const { value, error, came } = await asking;
  const expected = [answer, Deno.errors.TimedOut];
  expectNotSpoilt(error, expected, came);
  expectPlaces(value, expected, came);
  await serving;
});

/** What stands at one place of a result: these bytes, or such an error. */
type Place = Uint8Array | (new (message?: string) => Error);

function sizeOf(log: WireLog, side: string, call: Call): number {
  return log.events.reduce(
    (sum, event) =>
      event.side === side && event.call === call
        ? sum + (event.size ?? 0)
        : sum,
    0,
  );
}

function write(place: unknown): string {
  if (place instanceof Uint8Array) return show(place, 24);
  if (place instanceof Error) return place.name;
  if (typeof place === "function") return place.name;
  const text = inspect(place, { depth: 1, breakLength: Infinity });
  return text.length > 40 ? text.slice(0, 39) + "…" : text;
}

const writeAll = (places: readonly unknown[]) =>
  `[ ${places.map(write).join(", ")} ]`;

function wanted(places: readonly Place[]): Text {
  const list = writeAll(places);
  return { en: `It returns ${list}.`, ko: `돌려줄 값은 ${list}입니다.` };
}

/** Expects that no error of one server came out of requestEach() itself. */
function expectNotSpoilt(
  error: Error | undefined,
  places: readonly Place[],
  came: Text,
): void {
  const known = places.some((place) =>
    typeof place === "function" && error instanceof place
  );
  // Any other error is none of a server's, and is explained like all others.
  if (error !== undefined && !known) throw error;
  expect(error === undefined, {
    expected: wanted(places),
    came,
    why: {
      en:
        "One bad server took the answers of all the others along. Promise.all, or a loop without a catch, gives up at the first error.",
      ko:
        "서버 하나가 잘못되어 다른 답까지 모두 잃었습니다. Promise.all이나 catch 없는 반복문은 첫 오류에서 그만둡니다.",
    },
    look: {
      en:
        "Where is the error of one request caught: around each, or around all?",
      ko:
        "요청 하나의 오류를 어디에서 잡습니까? 요청마다입니까, 전체를 감싼 곳입니까?",
    },
  });
}

/** Expects a result with each answer or error at the place of its address. */
function expectPlaces(
  value: unknown,
  places: readonly Place[],
  came: Text,
): void {
  const found = Array.isArray(value) ? value as unknown[] : undefined;
  const fits = (entry: unknown, place: Place) =>
    typeof place === "function"
      ? entry instanceof place
      : entry instanceof Uint8Array && write(entry) === write(place) &&
        entry.length === place.length;
  const right = found?.length === places.length &&
    places.every((place, i) => fits(found[i], place));
  if (right) return;
  const errors = places.filter((place) => typeof place === "function");
  const moved = found?.length === places.length &&
    places.every((place) => found.some((entry) => fits(entry, place)));
  const waits = found === undefined ||
    found.some((entry) => entry instanceof Promise);
  const words: Pick<Words, "why" | "look"> = waits
    ? {
      why: {
        en:
          "This is not a list of results: a `return` or an `await` is missing.",
        ko: "결과를 담은 배열이 아닙니다. `return`이나 `await`가 빠졌습니다.",
      },
      look: {
        en: "What does the function return on each way out?",
        ko: "함수는 빠져나가는 길마다 무엇을 돌려줍니까?",
      },
    }
    : moved
    ? {
      why: {
        en:
          "All are there, but not at their places: mostly they stand in the order in which they came in. The caller cannot tell whose answer is whose.",
        ko:
          "모두 있지만 제자리에 있지 않습니다. 도착한 순서대로 넣은 경우가 많습니다. 부른 쪽은 어느 서버의 답인지 알 수 없습니다.",
      },
      look: {
        en: "What decides at which place of the list a result is put?",
        ko: "결과가 배열의 몇 번째 자리에 들어가는지 무엇이 정합니까?",
      },
    }
    : found.length < places.length && errors.length > 0
    ? {
      why: {
        en:
          "A place is missing: what went wrong was left out, and all that follows moved up by one.",
        ko:
          "자리가 하나 없습니다. 잘못된 것을 빼 버려서 뒤의 결과가 한 자리씩 당겨졌습니다.",
      },
      look: {
        en: "What is put into the list when a request throws?",
        ko: "요청이 오류를 던지면 배열에 무엇을 넣습니까?",
      },
    }
    : {
      why: {
        en:
          "Each place holds the bytes of one answer, or the error object itself that request() threw for that server.",
        ko:
          "자리마다 답의 바이트나, 그 서버에서 request()가 던진 오류 객체가 그대로 들어 있어야 합니다.",
      },
      look: {
        en:
          "What is put into the list when a request returns, and when it throws?",
        ko:
          "요청이 값을 돌려줄 때와 오류를 던질 때, 배열에 각각 무엇을 넣습니까?",
      },
    };
  expect(false, {
    expected: wanted(places),
    came: found === undefined ? came : {
      en: `It returned ${writeAll(found)}.`,
      ko: `돌려준 값은 ${writeAll(found)}입니다.`,
    },
    ...words,
  });
}
