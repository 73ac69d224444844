import type * as stub from "./stubs/12_server_and_client/server_and_client.ts";
import { encode, join, show } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { sawEnd, servedTo } from "./support/echo/seen.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { expectAnswers, startClient } from "./support/line/answers.ts";
import { closedEarly } from "./support/line/cause.ts";
import { inLines, lineClient, notEnded } from "./support/line/client.ts";
import type { LineClient } from "./support/line/client.ts";
import { deadlock, noEndOfLines } from "./support/line/sending.ts";
import { listenerClosed, startServer } from "./support/line/server.ts";
import { listenerOpen } from "./support/line/server_words.ts";
import { cutCharacter } from "./support/line/words.ts";
import type { Cause } from "./support/line/words.ts";
import { prepareWorkers } from "./support/program/entry.ts";
import { lacksResets } from "./support/resets.ts";
import { settle } from "./support/settle.ts";
import type { Text } from "./support/text.ts";

await prepareWorkers();

const path = "12_server_and_client/server_and_client.ts";
const check = checksOf<typeof stub>(path);

const answers = check({
  name: {
    en: "server() announces its address, answers lines and stops",
    ko: "server()는 주소를 알리고, 줄마다 답하고, 멈춘다",
  },
  needs: ["server"],
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const client = await lineClient(wire, address);
  await client.send("hello\n");
  await client.expectLine("1: hello");
  await client.send("안녕하세요\n");
  await client.expectLine("2: 안녕하세요");
  await client.expectEnd();
  await expectStop();
});

check({
  name: {
    en: "server() finds the lines, however the bytes arrive",
    ko: "server()는 바이트가 어떻게 나뉘어 와도 줄을 찾아낸다",
  },
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const client = await lineClient(wire, address);
  const all = (cause: Cause) => ({ silent: cause, wrong: cause });
  await client.send("ab");
  await client.wasRead();
  await client.send("c\n");
  await client.expectLine("1: abc", all(twoSegments));
  await client.send("d\ne\n");
  await client.expectLine("2: d", all(oneSegment));
  await client.expectLine("3: e", all(oneSegment));
  const korean = encode("한글\n");
  await client.send(korean.subarray(0, 4));
  await client.wasRead();
  await client.send(korean.subarray(4));
  await client.expectLine("4: 한글", all(cutCharacter));
  await client.send("\n");
  await client.expectLine("5: ", all(emptyLine));
  await client.send(" f \r\n");
  await client.expectLine("6:  f \r");
  await client.expectEnd();
  await expectStop();
});

const many = check({
  name: {
    en: "server() serves many clients at once, each with its own count",
    ko: "server()는 여러 클라이언트를 동시에, 줄은 저마다 따로 세며 맡는다",
  },
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const clients: Record<string, LineClient> = {};
  const names = "ABCDEFGHIJKLM".split("");
  for (const name of names) {
    clients[name] = await lineClient(wire, address, clientNamed(name));
  }
  for (
    const [name, answer] of [
      ["M", "1: m1"],
      ["A", "1: a1"],
      ["M", "2: m2"],
      ["B", "1: b1"],
    ]
  ) {
    await clients[name].send(answer.slice(3) + "\n");
    await clients[name].expectLine(answer, { silent: serial });
  }
  for (const name of names) await clients[name].expectEnd();
  await expectStop();
});

const lastLine = check({
  name: {
    en: "server() answers a last line that has no \\n",
    ko: "server()는 \\n 없이 끝난 마지막 줄에도 답한다",
  },
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const came: [sent: string, answer: Uint8Array, expected: string][] = [];
  for (
    const [sent, expected] of [["a\n", "1: a\n"], ["a\nb", "1: a\n2: b\n"]]
  ) {
    const client = await wire.client(address);
    await client.send(sent);
    await client.end();
    wire.onHang(() => notEnded);
    came.push([sent, await client.receiveToEnd(), expected]);
    client.close();
  }
  await expectStop();
  for (const [sent, answer, expected] of came) {
    const cause = answer.length < expected.length ? lostRest : emptyRest;
    expectBytes(answer, encode(expected), {
      en: `The answer to ${show(encode(sent))}`,
      ko: `${show(encode(sent))}에 대한 답`,
    }, closedEarly(wire.log) ?? cause);
  }
});

check({
  name: {
    en: "server() sends a long answer whole",
    ko: "server()는 긴 답을 빠짐없이 보낸다",
  },
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const limits = { write: 300 };
  const { address, expectStop } = await startServer(wire, { path, limits });
  const client = await wire.client(address);
  const line = "소켓 socket ".repeat(100) + ".";
  await client.send(line + "\n");
  await client.end();
  wire.onHang(() => notEnded);
  const answer = await client.receiveToEnd();
  client.close();
  await expectStop();
  expectBytes(answer, encode(`1: ${line}\n`), {
    en: "The answer to a long line",
    ko: "긴 줄에 대한 답",
  }, closedEarly(wire.log));
});

check({
  name: {
    en: "server() survives a client that resets its connection",
    ko: "server()는 클라이언트가 연결을 리셋해도 살아남는다",
  },
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const whyError = () => resetEndsAll;
  const limits = { write: 7 };
  const options = { path, whyError, limits };
  const { address, expectStop } = await startServer(wire, options);
  const a = inLines(
    wire,
    await wire.resettingClient(address, clientNamed("A")),
  );
  const b = await lineClient(wire, address, clientNamed("B"));
  const c = await wire.client(address, clientNamed("C"));
  await a.send("a1\n");
  await a.expectLine("1: a1");
  a.reset();
  // The server's second write to one that is gone is a BrokenPipe.
  await c.send("c\n".repeat(1_000));
  c.close();
  wire.onHang(() => gone);
  for (const { local } of [a, c]) {
    await wire.until((log) => {
      const theirs = servedTo(log, local);
      return theirs !== undefined &&
        (theirs.state === "closed" || sawEnd(log, theirs));
    });
  }
  await b.send("b1\n");
  await b.expectLine("1: b1", { silent: gone, ended: gone });
  await b.expectEnd();
  await expectStop();
});

check({
  name: {
    en: "server() serves its clients to their end after stop",
    ko: "server()는 멈추라는 말을 들어도 맡은 클라이언트를 끝까지 맡는다",
  },
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const { program, address, expectStop } = await startServer(wire, { path });
  const a = await lineClient(wire, address, clientNamed("A"));
  const b = await lineClient(wire, address, clientNamed("B"));
  for (const client of [a, b]) {
    await client.send("one\n");
    await client.expectLine("1: one");
  }
  program.stop();
  wire.onHang(() => listenerOpen);
  await wire.until(listenerClosed);
  // B is still served when A has come to its end.
  for (const client of [a, b]) {
    await settle(() => client.send("two\n"));
    await client.expectLine("2: two", { ended: endedByStop });
    await client.expectEnd();
  }
  await expectStop();
});

check({
  name: {
    en: "two servers run side by side, each on a port of its own",
    ko: "두 서버가 저마다의 포트에서 나란히 실행된다",
  },
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const whyError = ({ name }: { name: string }) =>
    name === "AddrInUse" ? samePort : undefined;
  const servers = await Promise.all([
    startServer(wire, { path, whyError }),
    startServer(wire, { path, whyError }),
  ]);
  for (const { address, expectStop } of servers) {
    const client = await lineClient(wire, address);
    await client.send("hi\n");
    await client.expectLine("1: hi");
    await client.expectEnd();
    await expectStop();
  }
});

const asks = check({
  name: {
    en: "client() sends its lines, says that they end, and returns the answers",
    ko: "client()는 줄을 보내고, 끝임을 알리고, 답을 돌려준다",
  },
  needs: ["client"],
}, async (_, wire) => {
  const server = wire.server();
  const lines = ["hello", "안녕", ""];
  const program = startClient(wire, server.address, lines, { path });
  const theirs = await server.accept();
  const expected = encode("hello\n안녕\n\n");
  wire.onHang((log) => noEndOfLines(log, expected.length));
  expectBytes(await theirs.receiveToEnd(), expected, sentLines, eachLine);
  await theirs.send("1: hello\n2: 안녕\n3: \n");
  theirs.close();
  await expectAnswers(wire, program, ["1: hello", "2: 안녕", "3: "]);
});

check({
  name: {
    en: "client() puts answers together that arrive in pieces",
    ko: "client()는 조각나서 온 답을 이어 붙인다",
  },
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const lines = ["a", "한글", "c"];
  const program = startClient(wire, server.address, lines, { path });
  const theirs = await server.accept();
  await theirs.receiveToEnd();
  // The third byte of the second character comes by itself.
  const bytes = encode("1: a\n2: 한글\n3: c\n");
  for (const [from, to] of [[0, 2], [2, 13], [13, 14], [14, bytes.length]]) {
    await theirs.send(bytes.subarray(from, to));
    await theirs.wasRead();
  }
  theirs.close();
  await expectAnswers(wire, program, ["1: a", "2: 한글", "3: c"]);
});

check({
  name: {
    en: "client() reads to the end of the stream",
    ko: "client()는 스트림의 끝까지 읽는다",
  },
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const program = startClient(wire, server.address, ["a", "b"], { path });
  const theirs = await server.accept();
  await theirs.receiveToEnd();
  await theirs.send("1: a\n2: b\n");
  await theirs.wasRead();
  await settle(() => theirs.send("\ngoodbye\n"));
  theirs.close();
  const all = ["1: a", "2: b", "", "goodbye"];
  await expectAnswers(
    wire,
    program,
    all,
    (log) =>
      log.events.some(({ side, outcome }) =>
          side === "student" && outcome === "end"
        )
        ? leavesOut
        : countEndsIt,
  );
});

check({
  name: {
    en: "client() throws UnexpectedEof when the server ends too early",
    ko: "client()는 서버가 너무 일찍 끝나면 UnexpectedEof를 던진다",
  },
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const options = { path, mayFail: true };
  const lines = ["a", "b", "c"];
  const program = startClient(wire, server.address, lines, options);
  const theirs = await server.accept();
  await theirs.receiveToEnd();
  await theirs.send("1: a\n2: b\n3: ");
  theirs.close();
  const { value, error, came } = await program.ended;
  expect(error?.name === "UnexpectedEof", {
    expected: {
      en: 'Deno.errors.UnexpectedEof: 3 lines, and "1: a\\n2: b\\n3: " came.',
      ko: 'Deno.errors.UnexpectedEof. 세 줄에 "1: a\\n2: b\\n3: "만 왔습니다.',
    },
    came,
    ...error !== undefined
      ? otherClass
      : Array.isArray(value) && value.length >= 3
      ? cutAnswer
      : notCounted,
  });
});

check({
  name: {
    en: "client() throws when the server resets the connection",
    ko: "client()는 서버가 연결을 리셋하면 오류를 던진다",
  },
  needs: ["client"],
  after: asks,
  lacks: lacksResets,
}, async (_, wire) => {
  const server = await wire.resettingServer();
  const options = { path, mayFail: true };
  // The first one has all its answers, and their end, while it still sends.
  // The second one has sent everything, and has all answers but their end.
  const longTalk = ["hello", ...longLines(96, 64 * 1024)];
  for (const [i, lines] of [longTalk, ["a", "b"]].entries()) {
    const program = startClient(wire, server.address, lines, options);
    const theirs = await server.accept();
    if (i === 0) await theirs.receive(6);
    else await theirs.receiveToEnd();
    await theirs.send(lines.map((_, i) => `${i + 1}: ok\n`).join(""));
    if (i === 0) await theirs.end();
    else await theirs.wasRead();
    theirs.reset();
    const { error, came } = await program.ended;
    expect(error !== undefined && error.name !== "UnexpectedEof", {
      expected: {
        en: "The error of the broken connection is thrown on.",
        ko: "끊긴 연결의 오류를 그대로 던집니다.",
      },
      came,
      ...swallowed,
    });
  }
});

const reads = check({
  name: {
    en: "client() reads while it writes",
    ko: "client()는 쓰는 동안에도 읽는다",
  },
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const short = Array.from({ length: 200 }, () => "short");
  const lines = ["hello", ...longLines(96, 64 * 1024), ...short];
  const expected = encode(lines.join("\n") + "\n");
  const program = startClient(wire, server.address, lines, { path });
  const theirs = await server.accept();
  wire.onHang(() => deadlock);
  const first = await theirs.receive(6);
  await theirs.send("1: hello\n");
  // As a server does whose answers nobody reads: it reads no further.
  await theirs.wasRead();
  wire.onHang((log) => noEndOfLines(log, expected.length));
  const sent = join([first, await theirs.receiveToEnd()]);
  expectBytes(sent, expected, sentLines);
  const answers = lines.slice(1).map((_, i) => `${i + 2}: ok`);
  await theirs.send(answers.join("\n") + "\n");
  theirs.close();
  await expectAnswers(wire, program, ["1: hello", ...answers]);
});

check({
  name: {
    en: "server() and client() talk, end and leave nothing behind",
    ko: "server()와 client()가 서로 말하고, 끝나고, 아무것도 남기지 않는다",
  },
  needs: ["server", "client"],
  after: [lastLine, reads],
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const talks = [["hello", "안녕", ""], longLines(8, 128)];
  const whyError = ({ name }: { name: string }) =>
    name === "UnexpectedEof" ? fewAnswers : undefined;
  const clients = talks.map((lines) =>
    startClient(wire, address, lines, { path, whyError })
  );
  for (const [i, client] of clients.entries()) {
    const expected = talks[i].map((line, n) => `${n + 1}: ${line}`);
    await expectAnswers(wire, client, expected);
  }
  await expectStop();
});

/** `count` different lines of `size` bytes, each with its "\n". */
function longLines(count: number, size: number): string[] {
  const text = "소켓 socket ".repeat(Math.ceil(size / 28));
  const filler = "x".repeat(size - encode(text).length - 6);
  return Array.from(
    { length: count },
    (_, i) => `${String(i).padStart(4, "0")} ${text}${filler}`,
  );
}

function clientNamed(name: string): Text {
  return { en: `client ${name}`, ko: `클라이언트 ${name}` };
}

const sentLines: Text = {
  en: "The lines of the client",
  ko: "클라이언트가 보낸 줄",
};

const keptBetween: Text = {
  en: "What does your code keep from one read() to the next?",
  ko: "read() 한 번과 다음 read() 사이에 코드가 무엇을 남겨 둡니까?",
};

const atNull: Text = {
  en: "What does your code still hold when read() gives null?",
  ko: "read()가 null을 줄 때 코드에 아직 무엇이 남아 있습니까?",
};

const wholeAnswers: Text = {
  en: "How many whole answers must there be when the stream ends?",
  ko: "스트림이 끝났을 때 온전한 답은 몇 개여야 합니까?",
};

const twoSegments: Cause = {
  why: {
    en:
      'The line "abc" came in two segments, "ab" and "c\\n". The end of a read() is not the end of a line.',
    ko:
      '"abc" 한 줄이 "ab"와 "c\\n" 두 조각으로 왔습니다. read() 한 번의 끝은 줄의 끝이 아닙니다.',
  },
  look: keptBetween,
};

const oneSegment: Cause = {
  why: {
    en:
      'Two lines, "d" and "e", came in one segment. One read() can bring several lines, and each is answered by itself.',
    ko:
      '"d"와 "e" 두 줄이 한 조각으로 왔습니다. read() 한 번에 여러 줄이 올 수 있고, 줄마다 따로 답해야 합니다.',
  },
  look: keptBetween,
};

const emptyLine: Cause = {
  why: {
    en: 'A "\\n" with nothing before it ends an empty line. It is a line too.',
    ko: '앞에 아무것도 없는 "\\n"은 빈 줄의 끝입니다. 빈 줄도 줄입니다.',
  },
  look: {
    en: "Which lines does your code leave without an answer?",
    ko: "코드가 답하지 않고 넘기는 줄은 어떤 줄입니까?",
  },
};

const serial: Cause = {
  why: {
    en:
      "Many clients are connected, and the last one speaks first. The server attends to one client, or to a few, and leaves the others in the queue.",
    ko:
      "여러 클라이언트가 연결되어 있고 마지막 클라이언트가 먼저 말합니다. 서버는 하나 또는 몇몇만 맡고 나머지는 대기열에 두었습니다.",
  },
  look: {
    en: "What does the accept loop await before it accepts the next client?",
    ko: "accept 반복문은 다음 클라이언트를 받기 전에 무엇을 await합니까?",
  },
};

const lostRest: Cause = {
  why: {
    en:
      'The stream ended after a line without "\\n". What was kept for later was never answered.',
    ko:
      '"\\n" 없는 줄 뒤에서 스트림이 끝났습니다. 나중을 위해 남겨 둔 것에 끝내 답하지 않았습니다.',
  },
  look: atNull,
};

const emptyRest: Cause = {
  why: {
    en:
      'There is one line too many: after the last "\\n" nothing came, and nothing is no line.',
    ko:
      '줄이 하나 더 많습니다. 마지막 "\\n" 뒤에는 아무것도 오지 않았고, 그것은 줄이 아닙니다.',
  },
  look: atNull,
};

const resetEndsAll: Text = {
  en:
    "One client broke its connection off, and its error ended the service of all the others.",
  ko:
    "클라이언트 하나가 연결을 끊었는데, 그 오류가 다른 모두의 서비스까지 끝냈습니다.",
};

const gone: Cause = {
  why: {
    en:
      "Clients A and C have broken their connections off. That must not touch client B.",
    ko:
      "클라이언트 A와 C가 연결을 끊었습니다. 클라이언트 B에게는 아무 영향이 없어야 합니다.",
  },
  look: {
    en: "How far does the error of one connection travel in your code?",
    ko: "한 연결의 오류가 코드에서 어디까지 올라갑니까?",
  },
};

const endedByStop: Cause = {
  why: {
    en:
      "`stop` was fired while this client was being served, and its connection ended with the listener.",
    ko:
      "이 클라이언트를 맡고 있을 때 `stop`이 울렸고, 듣기 소켓과 함께 이 연결까지 끝났습니다.",
  },
  look: {
    en:
      "The listener and the connections are different sockets. Which of them does `stop` end?",
    ko:
      "듣기 소켓과 연결 소켓은 서로 다른 소켓입니다. `stop`은 어느 것을 끝냅니까?",
  },
};

const samePort: Text = {
  en:
    "Both servers ask for the same port. `address` says port 0: any free one.",
  ko:
    "두 서버가 같은 포트를 달라고 합니다. `address`의 포트는 0이고, 아무 빈 포트나 달라는 뜻입니다.",
};

const eachLine: Cause = {
  why: {
    en: 'Each line, also an empty one, is sent as UTF-8 and ends in "\\n".',
    ko: '빈 줄을 포함해 모든 줄은 UTF-8로 보내고 "\\n"으로 끝냅니다.',
  },
  look: {
    en: "What is sent for the first line, and what for the last?",
    ko: "첫 줄에는 무엇을 보내고, 마지막 줄에는 무엇을 보냅니까?",
  },
};

const countEndsIt: Cause = {
  why: {
    en:
      "It stopped as soon as it had as many answers as lines. The server had one more to say: only the end of the stream is the end.",
    ko:
      "답의 수가 보낸 줄의 수와 같아지자 멈췄습니다. 서버에는 할 말이 더 있었습니다. 스트림의 끝만이 끝입니다.",
  },
  look: {
    en: "What ends the loop that reads: a count, or null?",
    ko: "읽는 반복문은 무엇으로 끝납니까? 센 수입니까, null입니까?",
  },
};

const leavesOut: Cause = {
  why: {
    en:
      "It read to the end, and left out what it had read. All answers are returned, the empty ones too, even if they are more than the lines.",
    ko:
      "끝까지 읽고도 읽은 것을 빠뜨렸습니다. 보낸 줄보다 많더라도 빈 답까지 모두 돌려줍니다.",
  },
  look: {
    en: "Which answers does your code not put into the list, or take out?",
    ko: "코드가 어떤 답을 목록에 넣지 않거나 빼냅니까?",
  },
};

const otherClass: Cause = {
  why: {
    en:
      "It threw, but another error. The caller knows what happened by the class of the error: Deno.errors.UnexpectedEof.",
    ko:
      "오류를 던졌지만 다른 오류입니다. 부른 쪽은 오류의 종류(class)가 Deno.errors.UnexpectedEof인 것을 보고 무슨 일인지 압니다.",
  },
  look: wholeAnswers,
};

const cutAnswer: Cause = {
  why: {
    en:
      'The last answer has no "\\n": it was cut off, and nobody knows how much of it is missing.',
    ko:
      '마지막 답에 "\\n"이 없습니다. 중간에 끊긴 것이고, 얼마나 빠졌는지 아무도 모릅니다.',
  },
  look: wholeAnswers,
};

const notCounted: Cause = {
  why: {
    en:
      "An early end and a good end look the same to read(): null. Only the number of answers tells them apart.",
    ko:
      "read()에게는 너무 이른 끝도 제대로 된 끝도 똑같이 null입니다. 둘을 가르는 것은 답의 수뿐입니다.",
  },
  look: wholeAnswers,
};

const swallowed: Cause = {
  why: {
    en:
      "A catch swallowed it: the caller takes for an answer what is the end of a talk that failed.",
    ko:
      "catch가 오류를 삼켰습니다. 부른 쪽은 실패한 대화의 결과를 답으로 여깁니다.",
  },
  look: {
    en: "Which errors does your code catch, and what does it do with them?",
    ko: "코드가 어떤 오류를 잡고, 잡은 다음 무엇을 합니까?",
  },
};

const fewAnswers: Text = {
  en:
    "Your server and your client talked to each other, and fewer answers than lines were found.",
  ko:
    "내 서버와 내 클라이언트가 서로 통신했는데, 받은 답이 보낸 줄보다 적습니다.",
};
