import type * as stub from "./stubs/07_client/client.ts";
import { encode, join, payload } from "./support/bytes.ts";
import { Broken } from "./support/broken.ts";
import { checksOf } from "./support/check.ts";
import type { Declared } from "./support/check.ts";
import { deliver } from "./support/network/deliver.ts";
import type { Ending } from "./support/network/deliver.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { attemptsEnd, endLimitIn, noLimit } from "./support/limit.ts";
import type { Peer } from "./support/peer.ts";
import { lacksResets } from "./support/lacks.ts";
import { expectResults } from "./support/results.ts";
import type { ErrorClass } from "./support/results.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import { waitsIn as waits } from "./support/network/stillness.ts";
import type { Text } from "./support/text.ts";
import { expectTimedOut } from "./support/timed_out.ts";
import type { Wire } from "./support/wire.ts";
import { pending } from "./support/log/wire_log.ts";
import type { Call, WireLog } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("07_client/client.ts");

/** Not even Windows, whose send() takes all, takes more than this of it. */
const shortWrites = { write: 64 * 1024 };
const question = encode("prices, please\n");
const answer = encode("milk 1200\nrice 3400\nbread 2800\n");
const part = answer.subarray(0, 17);
const theServer: Text = { en: "the server", ko: "서버" };

/**
 * The servers of this lesson: each reads the question to its end, sends its
 * answer, a part when the one before was read, and then does `then`. Resolves
 * with the question.
 */
function serve<P extends Peer>(
  wire: Wire,
  server: { accept(): Promise<P> },
  parts: Uint8Array[],
  options: {
    then?: Ending<P>;
    name?: Text;
    /** It answers when this is true. */
    when?: (log: WireLog) => boolean;
  } = {},
): Promise<Settled<Uint8Array>> {
  const { then = "close", name = theServer, when = () => true } = options;
  return settle(async () => {
    const peer = await server.accept();
    wire.log.sockets.find(({ side, remote }) =>
      side === "peer" && remote?.port === peer.remote.port
    )!.name = name;
    const read = await peer.receiveToEnd();
    await wire.until(when);
    await deliver(peer, parts, { then });
    return read;
  });
}

const asks = check({
  name: {
    en: "request() sends the question and returns the answer",
    ko: "request()는 질문을 보내고 답을 돌려준다",
  },
  needs: ["request"],
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  // This server does not wait for the half-close, which is the next check.
  const serving = settle(async () => {
    const peer = await server.accept();
    const read = await peer.receive(question.length);
    await peer.send(answer);
    await peer.end();
    return read;
  });
  expectAnswer(await request(server.address, question, noLimit), answer, wire);
  expectQuestion(await serving, question);
});

const ends = check({
  name: {
    en: "request() tells the server that the question is over",
    ko: "request()는 질문이 끝났음을 서버에 알린다",
  },
  needs: ["request"],
  after: asks,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const serving = serve(wire, server, [answer]);
  wire.onHang(() => ({
    look: {
      en: "Closing would end the answer as well. What says only “no more”?",
      ko:
        "닫아 버리면 답도 받지 못합니다. 더 보낼 것이 없다고만 말하는 호출은 무엇입니까?",
    },
  }));
  expectAnswer(await request(server.address, question, noLimit), answer, wire);
  expectQuestion(await serving, question);
});

const readsAll = check({
  name: {
    en: "request() reads the answer to the end of the stream",
    ko: "request()는 답을 스트림의 끝까지 읽는다",
  },
  needs: ["request"],
  after: ends,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const parts = [7, 1, 1_500, 30].map((size, i) => payload(size, i + 1));
  const serving = serve(wire, server, parts);
  const came = await request(server.address, question, noLimit);
  expectAnswer(came, join(parts), wire);
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
  wire.call(theServer);
  wire.limit(shortWrites);
  const server = wire.server();
  const long = payload(6 * 1024 * 1024);
  const serving = serve(wire, server, [answer]);
  expectAnswer(await request(server.address, long, noLimit), answer, wire);
  expectQuestion(await serving, long);
});

const refuses = check({
  name: {
    en: "request() throws a refusal on",
    ko: "request()는 연결이 거부되면 그 오류를 그대로 던진다",
  },
  needs: ["request"],
}, async ({ request }, wire) => {
  const address = await wire.refusedAddress();
  const asking = settle(() => request(address, question, noLimit));
  expectThrownOn(await asking, Deno.errors.ConnectionRefused, {
    why: {
      en:
        "A catch swallowed the refusal: to the caller it looks like a server that answered nothing.",
      ko:
        "catch가 거부를 삼켰습니다. 호출한 쪽에는 서버가 빈 답을 보낸 것으로 보입니다.",
    },
    look: {
      en: "Which errors does your catch let through unchanged?",
      ko: "catch가 어떤 오류를 그대로 통과시킵니까?",
    },
  });
});

const breaksOff = check({
  name: {
    en: "request() does not take a reset for the end of the answer",
    ko: "request()는 강제로 끊긴 연결을 답의 끝으로 여기지 않는다",
  },
  needs: ["request"],
  after: readsAll,
  lacks: lacksResets,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = await wire.resettingServer();
  const serving = serve(wire, server, [part], { then: "reset" });
  const asked = await settle(() => request(server.address, question, noLimit));
  const value = asked.value as unknown;
  expectThrownOn(asked, Broken, {
    why: value instanceof Uint8Array && value.length > 0
      ? {
        en:
          "The part that came was handed on as if it were the whole answer. The server broke off in the middle of it.",
        ko:
          "서버가 답을 보내다가 연결을 끊었는데, 그때까지 온 일부를 답 전체인 것처럼 돌려주었습니다.",
      }
      : {
        en: "A catch swallowed the reset, and the caller learns nothing of it.",
        ko: "catch가 리셋을 삼켜서 호출한 쪽은 아무것도 알 수 없습니다.",
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

check({
  name: {
    en: "request() throws a reset on that comes while it sends the question",
    ko: "request()는 질문을 보내는 중에 난 리셋을 그대로 던진다",
  },
  needs: ["request"],
  after: breaksOff,
  lacks: lacksResets,
}, async ({ request }, wire) => {
  wire.call(theServer);
  wire.limit(shortWrites);
  const server = await wire.resettingServer();
  const serving = settle(async () => {
    const peer = await server.accept();
    // It reads nothing, so there is no room for the whole question.
    await waits(wire, "write");
    peer.reset();
  });
  const long = new Uint8Array(16 * 1024 * 1024);
  const asked = await settle(() => request(server.address, long, noLimit));
  expectThrownOn(asked, Broken, {
    why: {
      en:
        "The server broke off before it had the question. A catch swallowed what write() threw, and reading on found no bytes and an end.",
      ko:
        "서버는 질문을 다 받기도 전에 연결을 끊었습니다. write()가 던진 오류를 catch가 삼켰고, 이어서 읽으니 바이트 없이 끝이 왔습니다.",
    },
    look: {
      en: "What does your code do when write() or closeWrite() throws?",
      ko: "write()나 closeWrite()가 오류를 던지면 코드는 무엇을 합니까?",
    },
  });
  await serving;
});

const inTheListener: Text = {
  en: "What happens in your code at the moment when the limit ends?",
  ko: "제한 시간이 끝나는 순간 코드에서 무슨 일이 일어납니까?",
};

/** The moments at which a limit may end, and how the log shows each. */
const moments: {
  name: Text;
  /** What the server does until then. */
  open(wire: Wire): Promise<Deno.NetAddr> | Deno.NetAddr;
  question?: Uint8Array;
  waitsIn: Call;
  /** How many bytes of the answer have been read by then. */
  read?: number;
  look: Text;
}[] = [{
  name: { en: "while it connects", ko: "연결하는 중에" },
  open: async (wire) => await wire.silentAddress(),
  waitsIn: "connect",
  look: {
    en: "Deno.connect takes a signal. Which one does your code give it?",
    ko: "Deno.connect는 신호를 받습니다. 코드는 어느 신호를 건넵니까?",
  },
}, {
  name: { en: "while it sends the question", ko: "질문을 보내는 중에" },
  open(wire) {
    wire.limit(shortWrites);
    return wire.server().address;
  },
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
    serve(wire, server, [], { then: "silence" });
    return server.address;
  },
  waitsIn: "read",
  read: 0,
  look: inTheListener,
}, {
  name: { en: "in the middle of the answer", ko: "답을 받는 중에" },
  open(wire) {
    const server = wire.server();
    serve(wire, server, [part], { then: "silence" });
    return server.address;
  },
  waitsIn: "read",
  read: part.length,
  look: inTheListener,
}];

const timesOut: Declared[] = [];
for (const { name, open, question: asked, waitsIn, read, look } of moments) {
  const declared = check({
    name: {
      en: `request() throws TimedOut when the limit ends ${name.en}`,
      ko: `request()는 ${name.ko} 제한 시간이 끝나면 TimedOut을 던진다`,
    },
    needs: ["request"],
    after: read === part.length ? readsAll : ends,
  }, async ({ request }, wire) => {
    wire.call(theServer);
    const address = await open(wire);
    const reason = new Error("The limit is over");
    const when = (log: WireLog) =>
      pending(log, "student").some(({ call }) => call === waitsIn) &&
      (read === undefined || questionWasRead(log) && sizeOfReads(log) === read);
    const run = (limit: AbortSignal) =>
      request(address, asked ?? question, limit);
    const words = { look };
    const ended = await endLimitIn(wire, waitsIn, run, { when, reason, words });
    expectTimedOut(ended, "request", reason);
  });
  timesOut.push(declared);
}

check({
  name: {
    en: "request() is not disturbed by a limit that ends after the answer",
    ko: "request()는 답을 받은 뒤에 끝나는 제한 시간에 영향을 받지 않는다",
  },
  needs: ["request"],
  after: ends,
}, async ({ request }, wire) => {
  wire.call(theServer);
  const server = wire.server();
  const serving = serve(wire, server, [answer]);
  const limit = new AbortController();
  const came = await request(server.address, question, limit.signal);
  expectAnswer(came, answer, wire);
  await serving;
  limit.abort(new DOMException("The limit is over", "TimeoutError"));
});

const names: Text[] = [
  { en: "the first server", ko: "첫째 서버" },
  { en: "the second server", ko: "둘째 서버" },
  { en: "the third server", ko: "셋째 서버" },
];

const asksEach = check({
  name: {
    en: "requestEach() returns the answers in the order of the addresses",
    ko: "requestEach()는 답을 주소의 순서대로 돌려준다",
  },
  needs: ["requestEach", "request"],
  after: readsAll,
}, async ({ requestEach }, wire) => {
  const servers = names.map(() => wire.server());
  const addresses = servers.map(({ address }) => address);
  const answers = names.map(({ en }) => encode(`I am ${en}\n`));
  // The first answers byte by byte: whoever asks all at once has it last.
  const slowly = [...answers[0]].map((byte) => Uint8Array.of(byte));
  const serving = servers.map((server, i) =>
    serve(wire, server, i > 0 ? [answers[i]] : slowly, { name: names[i] })
  );
  wire.onHang((log) =>
    addresses.some(({ port }) => connectsTo(log, port) > 1)
      ? oneForAll
      : undefined
  );
  const asked = await settle(() => requestEach(addresses, question, noLimit));
  expectResults(asked, answers);
  for (const served of serving) expectQuestion(await served, question);
});

check({
  name: {
    en: "requestEach() puts a refusal in its place and keeps the answers",
    ko: "requestEach()는 거부 오류를 제자리에 넣고 다른 답을 지킨다",
  },
  needs: ["requestEach", "request"],
  after: [asksEach, refuses],
}, async ({ requestEach }, wire) => {
  const refused = await wire.refusedAddress();
  const [first, third] = [wire.server(), wire.server()];
  // Whoever asks all at once is refused before the first answer comes.
  const when = ({ events }: WireLog) =>
    !events.some(({ address, outcome }) =>
      address?.port === refused.port && outcome === "pending"
    );
  const serving = [
    serve(wire, first, [answer], { name: names[0], when }),
    serve(wire, third, [part], { name: names[2] }),
  ];
  const addresses = [first.address, refused, third.address];
  const asked = await settle(() => requestEach(addresses, question, noLimit));
  expectResults(asked, [answer, Deno.errors.ConnectionRefused, part]);
  await Promise.all(serving);
});

check({
  name: {
    en: "requestEach() puts a reset in its place and keeps the answers",
    ko: "requestEach()는 리셋 오류를 제자리에 넣고 다른 답을 지킨다",
  },
  needs: ["requestEach", "request"],
  after: [asksEach, breaksOff],
  lacks: lacksResets,
}, async ({ requestEach }, wire) => {
  const [bad, good] = [await wire.resettingServer(), wire.server()];
  const serving = [
    serve(wire, bad, [part], { then: "reset", name: names[0] }),
    serve(wire, good, [answer], { name: names[1] }),
  ];
  const addresses = [bad.address, good.address];
  const asked = await settle(() => requestEach(addresses, question, noLimit));
  expectResults(asked, [Broken, answer]);
  await Promise.all(serving);
});

check({
  name: {
    en: "requestEach() keeps the answers it has when the limit ends",
    ko: "requestEach()는 제한 시간이 끝나도 이미 받은 답을 지킨다",
  },
  needs: ["requestEach", "request"],
  after: [asksEach, timesOut[0]],
}, async ({ requestEach }, wire) => {
  const address = await wire.silentAddress();
  const good = wire.server();
  const serving = serve(wire, good, [answer], { name: names[0] });
  const when = (log: WireLog) =>
    log.sockets.some(({ side, state }) =>
      side === "student" && state === "closed"
    ) && pending(log, "student").some(({ call }) => call === "connect");
  // Two are silent: after the limit, one after the other goes on to the last.
  const run = (limit: AbortSignal) =>
    requestEach([good.address, address, address], question, limit);
  const why: Text = {
    en:
      "The limit has ended, but the request to the silent server goes on. Was the limit handed to it?",
    ko:
      "제한 시간이 끝났는데 응답 없는 서버에 보낸 요청이 계속됩니다. 그 요청에 limit을 건넸습니까?",
  };
  const asked = await endLimitIn(wire, "connect", run, {
    when,
    words: { why },
  });
  const late = Deno.errors.TimedOut;
  expectResults(asked, [answer, late, late], asked.error);
  await serving;
});

check({
  name: {
    en: "requestEach() does not throw if the limit has ended before",
    ko: "requestEach()는 제한 시간이 미리 끝나 있어도 오류를 던지지 않는다",
  },
  needs: ["requestEach", "request"],
  after: [asksEach, timesOut[0]],
  // Whoever looks at the limit first need not connect.
  wire: false,
}, async ({ requestEach }, wire) => {
  const addresses = [wire.server().address, wire.server().address];
  const reason = new Error("The limit is over");
  wire.onHang(() => ({
    why: {
      en:
        "The limit had ended before, so its event does not come any more. A listener alone does not notice that.",
      ko:
        "제한 시간이 이미 끝나 있어서 그 이벤트는 다시 오지 않습니다. 리스너만으로는 알아차릴 수 없습니다.",
    },
    look: {
      en: "What tells you that a signal was aborted before you listened to it?",
      ko: "리스너를 붙이기 전에 끝난 신호는 무엇으로 알 수 있습니까?",
    },
  }));
  const asked = await settle(() =>
    requestEach(addresses, question, AbortSignal.abort(reason))
  );
  const { error, came } = asked;
  const late = Deno.errors.TimedOut;
  if (error !== undefined && error !== reason && !(error instanceof late)) {
    throw error;
  }
  expect(error === undefined, {
    expected: {
      en: "It returns a list with a TimedOut for each server.",
      ko: "서버마다 TimedOut이 들어 있는 배열을 돌려줍니다.",
    },
    came,
    why: {
      en:
        "The limit had ended before the call. That, too, is the outcome of each request, and no error of requestEach().",
      ko:
        "부르기 전에 제한 시간이 끝나 있었습니다. 이것도 요청마다의 결과이지 requestEach()의 오류가 아닙니다.",
    },
    look: {
      en: "What in requestEach() can throw outside of a single request?",
      ko:
        "requestEach()에서 요청 하나하나의 밖에서 오류를 던질 수 있는 곳은 어디입니까?",
    },
  });
  await attemptsEnd(wire);
  expectResults(asked, [late, late]);
});

function sizeOfReads({ events }: WireLog): number {
  return events.reduce(
    (sum, { side, call, size = 0 }) =>
      side === "student" && call === "read" ? sum + size : sum,
    0,
  );
}

function questionWasRead({ events }: WireLog): boolean {
  return events.some(({ side, outcome }) =>
    side === "peer" && outcome === "end"
  );
}

/** Expects the whole answer, and tells why there may be less of it. */
function expectAnswer(came: unknown, expected: Uint8Array, wire: Wire): void {
  const reads = wire.log.events.filter(({ side, call }) =>
    side === "student" && call === "read"
  );
  const what: Text = { en: "the server's answer", ko: "서버의 답" };
  const cut = came instanceof Uint8Array && came.length < expected.length &&
    !reads.some(({ outcome }) => outcome === "end");
  expectBytes(
    came,
    expected,
    what,
    came instanceof Uint8Array && reads.length === 0
      ? {
        why: {
          en: "These bytes are not the server's: nothing was read from it.",
          ko: "서버에서 온 바이트가 아닙니다. 아무것도 읽지 않았습니다.",
        },
        look: {
          en: "Where do the bytes come from that the function returns?",
          ko: "함수가 돌려주는 바이트는 어디에서 왔습니까?",
        },
      }
      : cut
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
}

/** Expects that a server has read the whole question. */
function expectQuestion(
  { value: read }: Settled<Uint8Array>,
  wanted: Uint8Array,
): void {
  const what: Text = {
    en: "the question, as the server read it",
    ko: "서버가 읽은 질문",
  };
  expectBytes(read, wanted, what, {
    why: read !== undefined && read.length < wanted.length
      ? {
        en:
          "One write() took as much as there was room for. The rest of the question was never written.",
        ko:
          "write() 한 번은 자리가 있는 만큼만 가져갔고, 질문의 나머지는 보내지 않았습니다.",
      }
      : {
        en:
          "Parts of the question were sent twice or in the wrong order, or its bytes were made into text and back.",
        ko:
          "질문의 일부를 두 번 보냈거나, 순서가 바뀌었거나, 바이트를 텍스트로 바꾸었다가 되돌렸습니다.",
      },
    look: {
      en: "The number that write() returns: what becomes of the rest?",
      ko: "write()가 돌려주는 수를 보십시오. 남은 것은 어떻게 됩니까?",
    },
  });
}

/** Expects that request() threw this error on. `swallowed`: it threw none. */
function expectThrownOn(
  { error, came }: Settled<unknown>,
  kind: ErrorClass,
  swallowed: { why: Text; look: Text },
): void {
  expect(error instanceof kind, {
    expected: {
      en: `request() throws Deno.errors.${kind.name}.`,
      ko: `request()가 던질 오류는 Deno.errors.${kind.name}입니다.`,
    },
    came,
    why: error === undefined
      ? swallowed.why
      : error instanceof Deno.errors.TimedOut
      ? {
        en:
          "Every error became TimedOut, but the limit has not ended. A caller would wait and try again, where it should repair.",
        ko:
          "모든 오류가 TimedOut이 되었지만 제한 시간은 끝나지 않았습니다. 호출한 쪽은 문제를 고쳐야 하는데도 기다렸다가 다시 시도하게 됩니다.",
      }
      : {
        en: "The error was turned into another one, which tells less.",
        ko: "오류를 다른 오류로 바꾸어 까닭을 알 수 없게 되었습니다.",
      },
    look: swallowed.look,
  });
}

function connectsTo({ events }: WireLog, port: number): number {
  return events.filter(({ side, call, address }) =>
    side === "student" && call === "connect" && address?.port === port
  ).length;
}

const oneForAll = {
  why: {
    en:
      "One server was asked more than once, and the others wait for a client.",
    ko: "한 서버에 여러 번 물었고, 다른 서버에는 묻지 않았습니다.",
  },
  look: {
    en: "Which address does each request get?",
    ko: "요청마다 어느 주소를 건넵니까?",
  },
};
