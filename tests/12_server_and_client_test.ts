import type * as stub from "./stubs/12_server_and_client/server_and_client.ts";
import { encode, join, show } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import type { Words } from "./support/failure.ts";
import type { Peer } from "./support/peer.ts";
import { prepareWorkers } from "./support/program.ts";
import { announce, stopSignal } from "./support/program_options.ts";
import type { Program, ProgramOptions } from "./support/program_options.ts";
import { settle } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";
import type { WireLog } from "./support/wire_log.ts";

await prepareWorkers();

const path = "12_server_and_client/server_and_client.ts";
const check = checksOf<typeof stub>(path);
const loopback = { hostname: "127.0.0.1", port: 0 };
const yourServer: Text = { en: "your server", ko: "학생의 서버" };
const yourClient: Text = { en: "your client", ko: "학생의 클라이언트" };
const theClient: Text = { en: "the client", ko: "클라이언트" };
const theServer: Text = { en: "the server", ko: "서버" };
type Cause = Pick<Words, "why" | "look">;

const answers = check({
  name: {
    en: "server() announces its address, answers lines and stops",
    ko: "server()는 주소를 알리고, 줄마다 답하고, 멈춘다",
  },
  needs: ["server"],
}, async (_, wire) => {
  const { program, address } = await startServer(wire);
  const client = await wire.client(address);
  const waits: Cause = {
    why: {
      en:
        "The client waits for this answer before it sends more, and the server waits for more before it answers: for the end of the stream, perhaps.",
      ko:
        "클라이언트는 답을 받아야 다음 줄을 보내는데, 서버는 더 오기를(아마 스트림의 끝을) 기다린 뒤에야 답하려 합니다.",
    },
    look: {
      en: 'A line is complete as soon as its "\\n" has come.',
      ko: '줄은 "\\n"이 온 순간에 완성됩니다.',
    },
  };
  await client.send("hello\n");
  await expectLine(wire, client, "1: hello", () => waits);
  await client.send("안녕하세요\n");
  await expectLine(wire, client, "2: 안녕하세요", () => waits);
  await expectEnd(wire, client);
  await expectStop(wire, program);
});

check({
  name: {
    en: "server() finds the lines, however the bytes arrive",
    ko: "server()는 바이트가 어떻게 나뉘어 와도 줄을 찾아낸다",
  },
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const { program, address } = await startServer(wire);
  const client = await wire.client(address);
  const look: Text = {
    en: "What does your code keep from one read() to the next?",
    ko: "read() 한 번과 다음 read() 사이에 코드가 무엇을 간직합니까?",
  };
  await client.send("ab");
  await client.wasRead();
  await client.send("c\n");
  await expectLine(wire, client, "1: abc", () => ({
    why: {
      en:
        'The line "abc" came in two segments, "ab" and "c\\n". The end of a read() is not the end of a line.',
      ko:
        '"abc" 한 줄이 "ab"와 "c\\n" 두 조각으로 왔습니다. read() 한 번의 끝은 줄의 끝이 아닙니다.',
    },
    look,
  }));
  await client.send("d\ne\n");
  for (const line of ["2: d", "3: e"]) {
    await expectLine(wire, client, line, () => ({
      why: {
        en:
          'Two lines, "d" and "e", came in one segment. One read() can bring several lines, and each is answered by itself.',
        ko:
          '"d"와 "e" 두 줄이 한 조각으로 왔습니다. read() 한 번에 여러 줄이 올 수 있고, 줄마다 따로 답해야 합니다.',
      },
      look,
    }));
  }
  const korean = encode("한글\n");
  await client.send(korean.subarray(0, 4));
  await client.wasRead();
  await client.send(korean.subarray(4));
  await expectLine(wire, client, "4: 한글", () => cutCharacter);
  await expectEnd(wire, client);
  await expectStop(wire, program);
});

const many = check({
  name: {
    en: "server() serves many clients at once, each with its own count",
    ko: "server()는 여러 클라이언트를 함께, 저마다 따로 세며 맡는다",
  },
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const { program, address } = await startServer(wire);
  const clients: Record<string, Peer> = {};
  for (const name of ["A", "B", "C"]) {
    clients[name] = await wire.client(address, {
      en: `client ${name}`,
      ko: `클라이언트 ${name}`,
    });
  }
  const steps = [
    ["C", "1: c1"],
    ["A", "1: a1"],
    ["C", "2: c2"],
    ["B", "1: b1"],
  ];
  for (const [name, expected] of steps) {
    await clients[name].send(expected.slice(3) + "\n");
    await expectLine(
      wire,
      clients[name],
      expected,
      (line) => line === undefined ? serial : sharedCount,
    );
  }
  for (const name of ["B", "A", "C"]) await expectEnd(wire, clients[name]);
  await expectStop(wire, program);
});

check({
  name: {
    en: "server() answers a last line that has no \\n",
    ko: "server()는 \\n 없이 끝난 마지막 줄에도 답한다",
  },
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const { program, address } = await startServer(wire);
  for (const sent of ["a\n", "a\nb"]) {
    const client = await wire.client(address);
    await client.send(sent);
    await client.end();
    wire.onHang(() => notEnded);
    const answer = await client.receiveToEnd();
    const expected = sent === "a\n" ? "1: a\n" : "1: a\n2: b\n";
    expectBytes(answer, encode(expected), {
      en: `The answer to ${show(encode(sent))}`,
      ko: `${show(encode(sent))}에 대한 답`,
    }, {
      why: answer.length < expected.length
        ? {
          en:
            'The stream ended after a line without "\\n". What was kept for later was never answered.',
          ko:
            '"\\n" 없는 줄 뒤에서 스트림이 끝났습니다. 나중을 위해 간직한 것에 끝내 답하지 않았습니다.',
        }
        : {
          en:
            'There is one line too many: after the last "\\n" nothing came, and nothing is no line.',
          ko:
            '줄이 하나 더 많습니다. 마지막 "\\n" 뒤에는 아무것도 오지 않았고, 그것은 줄이 아닙니다.',
        },
      look: {
        en: "What does your code still hold when read() gives null?",
        ko: "read()가 null을 줄 때 코드가 아직 무엇을 가지고 있습니까?",
      },
    });
    client.close();
  }
  await expectStop(wire, program);
});

check({
  name: {
    en: "server() sends a long answer whole",
    ko: "server()는 긴 답을 빠짐없이 보낸다",
  },
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const limits = { write: 1000 };
  const { program, address } = await startServer(wire, { limits });
  const client = await wire.client(address);
  const line = "소켓 socket ".repeat(400) + ".";
  await client.send(line + "\n");
  await client.end();
  wire.onHang(() => notEnded);
  const answer = await client.receiveToEnd();
  expectBytes(answer, encode(`1: ${line}\n`), {
    en: "The answer to a long line",
    ko: "긴 줄에 대한 답",
  });
  client.close();
  await expectStop(wire, program);
});

check({
  name: {
    en: "server() survives a client that resets its connection",
    ko: "server()는 클라이언트가 연결을 리셋해도 살아남는다",
  },
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const whyError: Text = {
    en:
      "One client reset its connection, and its error ended the service of all the others.",
    ko:
      "클라이언트 하나가 연결을 리셋했는데, 그 오류가 다른 모두의 서비스까지 끝냈습니다.",
  };
  const { program, address } = await startServer(wire, { whyError });
  const [a, b] = [
    await wire.resettingClient(address, { en: "client A", ko: "클라이언트 A" }),
    await wire.client(address, { en: "client B", ko: "클라이언트 B" }),
  ];
  const gone: Cause = {
    why: {
      en: "Client A has reset its connection. That must not touch client B.",
      ko:
        "클라이언트 A가 연결을 리셋했습니다. 클라이언트 B에게는 아무 영향이 없어야 합니다.",
    },
    look: {
      en: "How far does the error of one connection travel in your code?",
      ko: "한 연결의 오류가 코드에서 어디까지 올라갑니까?",
    },
  };
  await a.send("a1\n");
  await expectLine(wire, a, "1: a1", () => sharedCount);
  a.reset();
  const { port } = a.local;
  wire.onHang(() => gone);
  await wire.until(({ events, sockets }) => {
    const theirs = sockets.find((socket) =>
      socket.side === "student" && socket.remote?.port === port
    );
    return theirs === undefined || theirs.state === "closed" ||
      events.some(({ socket, outcome }) =>
        socket === theirs.id && (outcome === "error" || outcome === "end")
      );
  });
  await b.send("b1\n");
  await expectLine(wire, b, "1: b1", () => gone);
  await expectEnd(wire, b);
  await expectStop(wire, program);
});

check({
  name: {
    en: "server() serves its clients to their end after stop",
    ko: "server()는 멈추라는 말을 들어도 맡은 클라이언트를 끝까지 맡는다",
  },
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const { program, address } = await startServer(wire);
  const client = await wire.client(address);
  await client.send("one\n");
  await expectLine(wire, client, "1: one", () => sharedCount);
  program.stop();
  wire.onHang(() => listenerOpen);
  await wire.until(({ sockets }) =>
    sockets.some((socket) =>
      socket.side === "student" && socket.kind === "listener" &&
      socket.state === "closed"
    )
  );
  await settle(() => client.send("two\n"));
  await expectLine(wire, client, "2: two", () => ({
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
  }));
  await expectEnd(wire, client);
  await expectStop(wire, program);
});

check({
  name: {
    en: "two servers run side by side, each on a port of its own",
    ko: "두 서버가 저마다의 포트에서 나란히 실행된다",
  },
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const whyError: Text = {
    en:
      "Both servers ask for the same port. `address` says port 0: any free one.",
    ko:
      "두 서버가 같은 포트를 달라고 합니다. `address`의 포트는 0, 곧 빈 포트 아무것이나입니다.",
  };
  const servers = await Promise.all([
    startServer(wire, { whyError }),
    startServer(wire, { whyError }),
  ]);
  for (const { program, address } of servers) {
    const client = await wire.client(address);
    await client.send("hi\n");
    await expectLine(wire, client, "1: hi", () => sharedCount);
    await expectEnd(wire, client);
    await expectStop(wire, program);
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
  const program = startClient(wire, server.address, ["hello", "안녕", ""]);
  const theirs = await server.accept();
  const expected = encode("hello\n안녕\n\n");
  wire.onHang((log) => noEndOfLines(log, expected.length));
  expectBytes(await theirs.receiveToEnd(), expected, {
    en: "The lines of the client",
    ko: "클라이언트가 보낸 줄",
  }, {
    why: {
      en: 'Each line, also an empty one, is sent as UTF-8 and ends in "\\n".',
      ko: '빈 줄을 포함해 모든 줄은 UTF-8로 보내고 "\\n"으로 끝냅니다.',
    },
    look: {
      en: "What is sent for the first line, and what for the last?",
      ko: "첫 줄에는 무엇을 보내고, 마지막 줄에는 무엇을 보냅니까?",
    },
  });
  await theirs.send("1: hello\n2: 안녕\n3: \n");
  theirs.close();
  wire.onHang(() => afterTheEnd);
  await expectAnswers(program, ["1: hello", "2: 안녕", "3: "]);
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
  const program = startClient(wire, server.address, ["a", "한글", "c"]);
  const theirs = await server.accept();
  await theirs.receiveToEnd();
  // The third byte of the second character comes by itself.
  const bytes = encode("1: a\n2: 한글\n3: c\n");
  for (const [from, to] of [[0, 2], [2, 13], [13, 14], [14, bytes.length]]) {
    await theirs.send(bytes.subarray(from, to));
    await theirs.wasRead();
  }
  theirs.close();
  wire.onHang(() => afterTheEnd);
  await expectAnswers(program, ["1: a", "2: 한글", "3: c"]);
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
  const program = startClient(wire, server.address, ["a", "b"]);
  const theirs = await server.accept();
  await theirs.receiveToEnd();
  await theirs.send("1: a\n2: b\n");
  await theirs.wasRead();
  await settle(() => theirs.send("goodbye\n"));
  theirs.close();
  wire.onHang(() => afterTheEnd);
  await expectAnswers(program, ["1: a", "2: b", "goodbye"], {
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
  });
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
  const lines = ["a", "b", "c"];
  const program = startClient(wire, server.address, lines, { mayFail: true });
  const theirs = await server.accept();
  await theirs.receiveToEnd();
  await theirs.send("1: a\n2: b\n3: ");
  theirs.close();
  wire.onHang(() => afterTheEnd);
  const { value, error, came } = await program.ended;
  const tookCut = Array.isArray(value) && value.length >= 3;
  expect(error?.name === "UnexpectedEof", {
    expected: {
      en: 'Deno.errors.UnexpectedEof: 3 lines, and "1: a\\n2: b\\n3: " came.',
      ko: 'Deno.errors.UnexpectedEof. 세 줄에 "1: a\\n2: b\\n3: "만 왔습니다.',
    },
    came,
    why: tookCut
      ? {
        en:
          'The last answer has no "\\n": it was cut off, and nobody knows how much of it is missing.',
        ko:
          '마지막 답에 "\\n"이 없습니다. 중간에 끊긴 것이고, 얼마나 빠졌는지 아무도 모릅니다.',
      }
      : {
        en:
          "An early end and a good end look the same to read(): null. Only the number of answers tells them apart.",
        ko:
          "read()에게는 너무 이른 끝도 제대로 된 끝도 똑같이 null입니다. 둘을 가르는 것은 답의 수뿐입니다.",
      },
    look: {
      en: "How many whole answers must there be when the stream ends?",
      ko: "스트림이 끝났을 때 온전한 답은 몇 개여야 합니까?",
    },
  });
});

check({
  name: {
    en: "client() throws when the server resets the connection",
    ko: "client()는 서버가 연결을 리셋하면 오류를 던진다",
  },
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = await wire.resettingServer();
  const lines = ["hello", ...longLines(96, 64 * 1024)];
  const options = { mayFail: true };
  const program = startClient(wire, server.address, lines, options);
  const theirs = await server.accept();
  await theirs.receive(6);
  theirs.reset();
  const { error, came } = await program.ended;
  expect(error !== undefined, {
    expected: {
      en: "The error of the broken connection is thrown on.",
      ko: "끊긴 연결의 오류가 그대로 던져집니다.",
    },
    came,
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
  });
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
  const lines = ["hello", ...longLines(96, 64 * 1024)];
  const program = startClient(wire, server.address, lines);
  const theirs = await server.accept();
  wire.onHang(() => deadlock);
  const first = await theirs.receive(6);
  await theirs.send("1: hello\n");
  // As a server does whose answers nobody reads: it reads no further.
  await theirs.wasRead();
  wire.onHang((log) => noEndOfLines(log, 6 * 1024 * 1024));
  const rest = await theirs.receiveToEnd();
  const sent = new Uint8Array(first.length + rest.length);
  sent.set(first);
  sent.set(rest, first.length);
  expectBytes(sent, encode(lines.join("\n") + "\n"), {
    en: "The lines of the client",
    ko: "클라이언트가 보낸 줄",
  });
  const answers = lines.slice(1).map((_, i) => `${i + 2}: ok`);
  await theirs.send(answers.join("\n") + "\n");
  theirs.close();
  wire.onHang(() => afterTheEnd);
  await expectAnswers(program, ["1: hello", ...answers]);
});

check({
  name: {
    en: "server() and client() talk, end and leave nothing behind",
    ko: "server()와 client()가 서로 말하고, 끝나고, 아무것도 남기지 않는다",
  },
  needs: ["server", "client"],
  after: reads,
}, async (_, wire) => {
  const { program, address } = await startServer(wire);
  const talks = [["hello", "안녕", ""], longLines(32, 128)];
  const clients = talks.map((lines) => startClient(wire, address, lines));
  for (const [i, client] of clients.entries()) {
    await expectAnswers(client, talks[i].map((line, n) => `${n + 1}: ${line}`));
  }
  await expectStop(wire, program);
});

/** Starts the student's server and waits for the address it announces. */
async function startServer(
  wire: Wire,
  options: Partial<ProgramOptions> = {},
): Promise<{ program: Program; address: Deno.NetAddr }> {
  wire.call(theClient);
  const program = wire.program({
    path,
    run: "server",
    args: [loopback, announce, stopSignal],
    name: yourServer,
    ...options,
  });
  const look: Text = {
    en: "Which object knows the port that the kernel has given?",
    ko: "커널이 준 포트 번호는 어느 객체가 알고 있습니까?",
  };
  wire.onHang(() => ({
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
  }));
  const address = await program.announced as Deno.NetAddr;
  wire.onHang(() => undefined);
  const { hostname, port } = address ?? {};
  expect(hostname === loopback.hostname && port > 0, {
    expected: {
      en: "ready() is given 127.0.0.1 and the port that the kernel chose.",
      ko: "ready()에 127.0.0.1과 커널이 고른 포트 번호를 줍니다.",
    },
    came: {
      en: `It was given ${hostname}:${port}.`,
      ko: `받은 값은 ${hostname}:${port}입니다.`,
    },
    why: port === 0
      ? {
        en:
          "Port 0 is only the wish for a free port. Nobody can connect to it; the listener knows the real one.",
        ko:
          "포트 0은 빈 포트를 달라는 부탁일 뿐이고 아무도 거기에 연결할 수 없습니다. 진짜 번호는 듣기 소켓이 압니다.",
      }
      : port === undefined
      ? {
        en: "That is no address: ready() takes one with hostname and port.",
        ko:
          "주소가 아닙니다. ready()는 hostname과 port가 있는 주소를 받습니다.",
      }
      : {
        en: "The server does not listen at the address that it was given.",
        ko: "서버가 주어진 주소에서 듣고 있지 않습니다.",
      },
    look,
  });
  return { program, address };
}

/** Starts the student's client. */
function startClient(
  wire: Wire,
  { hostname, port }: Deno.NetAddr,
  lines: string[],
  options: Partial<ProgramOptions> = {},
): Program {
  wire.call(theServer);
  const args = [{ hostname, port }, lines];
  return wire.program({
    path,
    run: "client",
    args,
    name: yourClient,
    ...options,
  });
}

/** What came to a client together with the end of an earlier line. */
const rests = new WeakMap<Peer, Uint8Array>();

function takeRest(client: Peer): Uint8Array {
  const rest = rests.get(client) ?? new Uint8Array();
  rests.delete(client);
  return rest;
}

/** Expects `expected` as the next line that comes to `client`. */
async function expectLine(
  wire: Wire,
  client: Peer,
  expected: string,
  cause: (came: string | undefined) => Cause,
): Promise<void> {
  const shown = show(encode(expected + "\n"));
  const wanted: Text = { en: `The answer ${shown}.`, ko: `답 ${shown}.` };
  let line: Uint8Array = new Uint8Array();
  wire.onHang(() => ({
    expected: wanted,
    came: line.length === 0
      ? { en: "No answer came within 2 s.", ko: "2초 동안 답이 없었습니다." }
      : {
        en: `Only ${show(line)} came within 2 s.`,
        ko: `2초 동안 온 것은 ${show(line)}뿐입니다.`,
      },
    ...cause(undefined),
  }));
  let came = takeRest(client);
  let end = came.indexOf(0x0a);
  // An error says the same as an early end: no more will come.
  await settle(async () => {
    while (end < 0) {
      line = came;
      const more = await client.receiveSome();
      if (more.length === 0) break;
      came = join([came, more]);
      end = came.indexOf(0x0a);
    }
  });
  line = end < 0 ? came : came.subarray(0, end + 1);
  rests.set(client, came.subarray(line.length));
  wire.onHang(() => undefined);
  const text = new TextDecoder().decode(line);
  expect(text === expected + "\n", {
    expected: wanted,
    came: line.length === 0
      ? {
        en: "The connection ended without an answer.",
        ko: "답 없이 연결이 끝났습니다.",
      }
      : {
        en: `${show(line)}${end < 0 ? ", and the end of the stream" : ""}.`,
        ko: `${show(line)}${end < 0 ? " 다음에 스트림의 끝" : ""}.`,
      },
    ...cause(text),
  });
}

/** Ends a client and expects that the server ends its stream as well. */
async function expectEnd(wire: Wire, client: Peer): Promise<void> {
  await settle(() => client.end());
  wire.onHang(() => notEnded);
  const { value: rest, came } = await settle(async () =>
    join([takeRest(client), await client.receiveToEnd()])
  );
  wire.onHang(() => undefined);
  expect(rest?.length === 0, {
    expected: {
      en: "After the client's end, the server ends its stream too.",
      ko: "클라이언트가 끝나면 서버도 스트림을 끝냅니다.",
    },
    came: rest === undefined ? came : {
      en: `${show(rest)} came before it.`,
      ko: `그 전에 ${show(rest)} 부분이 더 왔습니다.`,
    },
    why: {
      en: "Something was answered that is no line: an empty rest, perhaps.",
      ko: "줄이 아닌 것에 답했습니다. 비어 있는 나머지일 수 있습니다.",
    },
    look: {
      en: "What does your code do when read() gives null?",
      ko: "read()가 null을 줄 때 코드는 무엇을 합니까?",
    },
  });
  client.close();
}

/** Stops the student's server and expects that nothing of it is left. */
async function expectStop(wire: Wire, program: Program): Promise<void> {
  program.stop();
  wire.onHang(({ sockets }) =>
    sockets.some((socket) =>
        socket.side === "student" && socket.kind === "listener" &&
        socket.state === "open"
      )
      ? listenerOpen
      : undefined
  );
  const { open } = await program.ended;
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
    why: listening
      ? {
        en:
          "`stop` was fired and the function ended, but nobody closed the listening socket.",
        ko:
          "`stop`이 울리고 함수는 끝났지만, 아무도 듣기 소켓을 닫지 않았습니다.",
      }
      : {
        en:
          "The accept loop ended, but nobody awaited the clients that were being served.",
        ko:
          "수락하는 반복문은 끝났지만, 맡고 있던 클라이언트를 아무도 await하지 않았습니다.",
      },
    look: listening ? listenerOpen.look! : {
      en: "Where does your code keep the promise of each service?",
      ko: "클라이언트를 맡은 프로미스를 코드가 어디에 간직합니까?",
    },
  });
}

/** Expects what the student's client returned. */
async function expectAnswers(
  program: Program,
  expected: string[],
  known?: Cause,
): Promise<void> {
  const { value, came } = await program.ended;
  const all: unknown[] = Array.isArray(value) ? value : [];
  const at = expected.findIndex((line, i) => all[i] !== line);
  const wrong = String(all[at < 0 ? expected.length : at]);
  const text = (line: unknown) => show(encode(String(line)));
  const right = Array.isArray(value) && at < 0 &&
    all.length === expected.length;
  const cause: Cause = !Array.isArray(value)
    ? {
      why: {
        en: "A `return` or an `await` is missing.",
        ko: "`return`이나 `await`가 빠졌습니다.",
      },
      look: {
        en: "What does client() return on each way out?",
        ko: "client()는 빠져나가는 길마다 무엇을 돌려줍니까?",
      },
    }
    : wrong.includes("\ufffd")
    ? cutCharacter
    : known !== undefined && at === all.length
    ? known
    : all.at(-1) === "" && all.length === expected.length + 1
    ? {
      why: {
        en:
          'split("\\n") gives one more piece than there are "\\n": the last one is what comes after them, here nothing.',
        ko:
          'split("\\n")은 "\\n"의 수보다 하나 더 많은 조각을 줍니다. 마지막 조각은 그 뒤에 온 것, 여기서는 빈 문자열입니다.',
      },
      look: {
        en: 'Which piece is not followed by a "\\n"?',
        ko: '뒤에 "\\n"이 없는 조각은 어느 것입니까?',
      },
    }
    : {
      why: {
        en:
          'One read() is not one answer: it may bring a piece of one, or several. Only "\\n" ends an answer, and it is no part of it.',
        ko:
          'read() 한 번이 답 하나는 아닙니다. 답의 일부가 올 수도, 여러 답이 올 수도 있습니다. 답은 "\\n"에서만 끝나고 "\\n"은 답에 들지 않습니다.',
      },
      look: {
        en: "What does your code keep from one read() to the next?",
        ko: "read() 한 번과 다음 read() 사이에 코드가 무엇을 간직합니까?",
      },
    };
  expect(right, {
    expected: {
      en: `${expected.length} answers` +
        (at < 0 ? "." : `, the one at index ${at} is ${text(expected[at])}.`),
      ko: `답 ${expected.length}개` +
        (at < 0 ? "." : `, [${at}]의 답은 ${text(expected[at])}.`),
    },
    came: !Array.isArray(value) || all.length <= 4 ? came : {
      en: `${all.length} answers, at that index ${text(wrong)}.`,
      ko: `답 ${all.length}개, 그 자리의 답은 ${text(wrong)}.`,
    },
    ...cause,
  });
}

/** `count` different lines of `size` bytes, each with its "\n". */
function longLines(count: number, size: number): string[] {
  const text = "소켓 socket ".repeat(Math.ceil(size / 28));
  const filler = "x".repeat(size - encode(text).length - 6);
  return Array.from(
    { length: count },
    (_, i) => `${String(i).padStart(4, "0")} ${text}${filler}`,
  );
}

const cutCharacter: Cause = {
  why: {
    en:
      "A Korean character is three bytes in UTF-8, and they came in two pieces. Each piece was decoded by itself.",
    ko:
      "한글 한 글자는 UTF-8로 3바이트인데, 두 조각으로 나뉘어 왔습니다. 조각마다 따로 디코딩했습니다.",
  },
  look: {
    en: "TextDecoder can keep half a character until the rest comes.",
    ko: "TextDecoder는 반쪽 글자를 나머지가 올 때까지 간직할 수 있습니다.",
  },
};

const serial: Cause = {
  why: {
    en:
      "A, B and C are connected, and another one than the first speaks. The server attends to one client and leaves the others in the queue.",
    ko:
      "A, B, C가 연결되어 있고 첫 클라이언트가 아닌 쪽이 말합니다. 서버는 한 클라이언트만 맡고 나머지는 대기열에 두었습니다.",
  },
  look: {
    en: "What does the accept loop await before it accepts the next client?",
    ko: "수락하는 반복문은 다음 클라이언트를 받기 전에 무엇을 await합니까?",
  },
};

const sharedCount: Cause = {
  why: {
    en:
      "The number counts the lines of this client alone. A counter outside of the service counts those of all clients.",
    ko:
      "번호는 이 클라이언트의 줄만 셉니다. 서비스 밖에 둔 카운터는 모든 클라이언트의 줄을 함께 셉니다.",
  },
  look: {
    en: "Where is the counter declared?",
    ko: "카운터를 어디에 선언했습니까?",
  },
};

const notEnded: Partial<Words> = {
  expected: {
    en: "After the client's end of stream, the server ends the connection.",
    ko: "클라이언트의 스트림이 끝나면 서버는 연결을 끝냅니다.",
  },
  came: {
    en: "The server's end of stream did not come within 2 s.",
    ko: "2초 동안 서버 쪽 스트림의 끝이 오지 않았습니다.",
  },
  why: {
    en: "The service has no end, or it ends without closing its connection.",
    ko: "서비스가 끝나지 않거나, 연결을 닫지 않고 끝납니다.",
  },
  look: {
    en: "What does the service do when read() gives null?",
    ko: "read()가 null을 줄 때 서비스는 무엇을 합니까?",
  },
};

const listenerOpen: Partial<Words> = {
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
  look: {
    en: "Who hears the signal, and what does it do to a waiting accept()?",
    ko: "누가 신호를 듣고, 기다리는 accept()에 무엇을 합니까?",
  },
};

const afterTheEnd: Partial<Words> = {
  expected: {
    en: "client() comes to its end when the server's stream ends.",
    ko: "client()는 서버의 스트림이 끝나면 끝납니다.",
  },
};

const deadlock: Partial<Words> = {
  expected: {
    en: "The client reads the first answer while it still sends lines.",
    ko: "클라이언트는 줄을 보내는 동안에 첫 답을 읽습니다.",
  },
  why: {
    en:
      "It writes everything before it reads anything. The server waits until its answer is read and reads no further, so both wait for ever: a deadlock.",
    ko:
      "모두 쓰고 나서야 읽으려 합니다. 서버는 답이 읽히기를 기다리며 더 읽지 않으므로, 양쪽이 끝없이 기다립니다. 교착 상태입니다.",
  },
  look: {
    en:
      "Which of the two, sending or reading, is over before the other begins?",
    ko: "보내기와 읽기 가운데 어느 하나가 다 끝나야 다른 하나가 시작됩니까?",
  },
};

/** Why the end of the client's lines does not come to the server. */
function noEndOfLines(log: WireLog, size: number): Partial<Words> | undefined {
  const theirs = log.events.filter(({ side, call }) =>
    side === "peer" && call === "read"
  );
  const came = theirs.reduce((sum, event) => sum + (event.size ?? 0), 0);
  const expected: Text = {
    en: "All lines, and then the end of the client's stream.",
    ko: "모든 줄, 그다음에 클라이언트 쪽 스트림의 끝.",
  };
  return came < size
    ? {
      expected,
      why: {
        en:
          "The client waits for an answer before it sends the next line. This server answers when it has all lines.",
        ko:
          "클라이언트가 답을 받아야 다음 줄을 보냅니다. 이 서버는 모든 줄을 받은 뒤에 답합니다.",
      },
      look: {
        en: "What does your code await between two lines?",
        ko: "코드는 줄과 줄 사이에 무엇을 await합니까?",
      },
    }
    : {
      expected,
      why: {
        en:
          "All lines have come, but not their end: the server cannot know that there are no more, and waits. The half-close is missing.",
        ko:
          "줄은 모두 왔지만 끝이 오지 않았습니다. 서버는 더 없다는 것을 알 수 없어 기다립니다. 반만 닫기가 빠졌습니다.",
      },
      look: {
        en: "Which call says that nothing more will be sent?",
        ko: "더 보낼 것이 없다고 말하는 호출은 무엇입니까?",
      },
    };
}
