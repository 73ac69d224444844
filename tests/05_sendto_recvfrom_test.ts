import type * as stub from "./stubs/05_sendto_recvfrom/sendto_recvfrom.ts";
import { encode, join, payload, show } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { lacksSecondAddress, secondAddress } from "./support/elsewhere.ts";
import { mostBytes, strangers } from "./support/network/datagrams.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { arrivals, faultsOf } from "./support/network/faults.ts";
import { noLimit, timeIsOver } from "./support/limit.ts";
import { relay } from "./support/network/relay.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import { turns } from "./support/network/turns.ts";
import { mixedUp, whyBelieved, wrongAnswer } from "./support/udp/answer.ts";
import { expectSentFrom, expectSentTo } from "./support/udp/asked.ts";
import { deafToLimit, tooLate, whyNotTimedOut } from "./support/udp/limit.ts";
import { isBytes, isReceiving, receives } from "./support/udp/log.ts";
import { sends, udpSockets } from "./support/udp/log.ts";
import { udpServer } from "./support/udp/server.ts";
import type { UdpServer } from "./support/udp/server.ts";
import { startServing } from "./support/udp/serving.ts";
import { askedAgain, sentTwice, wrongQuestion } from "./support/udp/words.ts";
import type { Wire } from "./support/wire.ts";
import type { WireLog } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("05_sendto_recvfrom/sendto_recvfrom.ts");
const sizes = [1_400, 9_000, mostBytes];

const asks = check({
  name: {
    en: "ask() sends the question to the server and returns the answer",
    ko: "ask()는 서버에 질문을 보내고 답을 돌려준다",
  },
  needs: ["ask"],
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  await expectAnswered(ask, server, encode("time?"), encode("It is 12:04."));
  const sent = sends(wire.log).length;
  expect(sent === 1, {
    expected: {
      en: "The question is sent as one datagram.",
      ko: "질문을 데이터그램 하나로 보냅니다.",
    },
    came: {
      en: `Your code sent ${sent} datagrams.`,
      ko: `데이터그램 ${sent}개를 보냈습니다.`,
    },
    ...sentTwice,
  });
  const [{ local }] = udpSockets(wire.log);
  expect(local.hostname === "127.0.0.1", {
    expected: {
      en: "A UDP socket on 127.0.0.1.",
      ko: "127.0.0.1에 묶인 UDP 소켓이어야 합니다.",
    },
    came: {
      en: `It is bound to ${local.hostname}.`,
      ko: `소켓이 묶인 주소는 ${local.hostname}입니다.`,
    },
    why: {
      en:
        "Without a hostname a socket is bound to every address of the machine, and the whole network can send to it.",
      ko:
        "hostname을 적지 않은 소켓은 컴퓨터의 모든 주소에 묶여서, 네트워크의 누구나 데이터그램을 보낼 수 있습니다.",
    },
    look: {
      en: "The options of Deno.listenDatagram: hostname and port.",
      ko: "Deno.listenDatagram의 옵션 hostname과 port입니다.",
    },
  });
});

check({
  name: {
    en: "ask() asks at the hostname that it is given",
    ko: "ask()는 주어진 hostname에 묻는다",
  },
  needs: ["ask"],
  after: asks,
  lacks: lacksSecondAddress,
}, async ({ ask }, wire) => {
  const server = udpServer(wire, { hostname: secondAddress });
  const asking = settle(() => ask(server.at, encode("where?"), noLimit));
  await Promise.race([asking, wire.until((log) => sends(log).length > 0)]);
  const sent = sends(wire.log).at(0)?.address;
  expect(sent === undefined || sent.hostname === secondAddress, {
    expected: {
      en: `The question goes to ${secondAddress}, where the server is.`,
      ko: `질문은 서버가 있는 ${secondAddress}로 갑니다.`,
    },
    came: {
      en: `It went to ${sent?.hostname}.`,
      ko: `질문을 보낸 곳은 ${sent?.hostname}입니다.`,
    },
    why: {
      en:
        "127.0.0.1 is where you are. The server can be on any machine, and a send() to a wrong address succeeds: only the answer never comes.",
      ko:
        "127.0.0.1은 내가 있는 곳입니다. 서버는 어느 컴퓨터에나 있을 수 있습니다. 틀린 주소로 보내도 send()는 성공하고, 답만 오지 않습니다.",
    },
    look: {
      en: "Both hostname and port come from `server`.",
      ko: "hostname과 port는 모두 `server`에서 옵니다.",
    },
  });
  const [, from] = await server.question(asking);
  await server.send("here", from);
  expectBytes(await valueOf(asking), encode("here"), theAnswer);
});

check({
  name: {
    en: "ask() sends and receives long datagrams whole",
    ko: "ask()는 긴 데이터그램을 온전히 주고받는다",
  },
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  for (const size of sizes) {
    await expectAnswered(ask, server, payload(size, 1), payload(size, 2));
  }
});

check({
  name: {
    en: "ask() takes an empty datagram for an answer",
    ko: "ask()는 빈 데이터그램도 답으로 받는다",
  },
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const limit = new AbortController();
  const asking = settle(() => ask(server.at, encode("news?"), limit.signal));
  const [, from] = await server.question(asking);
  await server.send(new Uint8Array(), from);
  const goesBack = wire.until((log) => receives(log).length > 1);
  const ended = await Promise.race([asking, goesBack]);
  // Who goes back to receive() did not take it: the wait is cut short here.
  if (ended === undefined) limit.abort(timeIsOver());
  const { value, error, came } = await asking;
  expect(value instanceof Uint8Array && value.length === 0, {
    expected: {
      en: "ask() returns a Uint8Array of 0 bytes: the server's answer.",
      ko: "ask()가 서버의 답인 0바이트 Uint8Array를 돌려줍니다.",
    },
    came,
    why: error === undefined
      ? {
        en: "What comes from the server is returned as it is, even if empty.",
        ko: "서버에서 온 것은 비어 있어도 그대로 돌려줍니다.",
      }
      : {
        en:
          "A datagram without bytes is still a message: it has come, and it has a sender. Your code took it for no answer.",
        ko:
          "바이트가 없는 데이터그램도 도착했고 보낸 쪽이 있는 메시지입니다. 코드는 이것을 답이 아니라고 보았습니다.",
      },
    look: {
      en: "What does your code conclude from a length of 0?",
      ko: "길이가 0이면 코드가 어떻게 판단하는지 보십시오.",
    },
  });
});

check({
  name: {
    en: "ask() ignores what comes from strangers",
    ko: "ask()는 낯선 상대가 보낸 것을 무시한다",
  },
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const { hostname, port } = server.at;
  const liars = strangers(wire, server.socket.addr as Deno.NetAddr);
  wire.log.events.length = 0;
  const asking = settle(() => ask(server.at, encode("whom?"), noLimit));
  const [, from] = await server.question(asking);
  for (const [i, stranger] of liars.entries()) {
    await stranger.send(encode(`believe me (${i})`), from);
  }
  await server.send("me", from);
  const { value, came } = await asking;
  const liar = liars.findIndex((_, i) =>
    isBytes(value, encode(`believe me (${i})`))
  );
  const liesAt = liars[liar]?.addr as Deno.NetAddr | undefined;
  expect(isBytes(value, encode("me")), {
    expected: {
      en: `"me", the answer of the server ${hostname}:${port}.`,
      ko: `서버 ${hostname}:${port}의 답 "me"입니다.`,
    },
    came: liesAt === undefined ? came : {
      en: `ask() believed a stranger, ${liesAt.hostname}:${liesAt.port}.`,
      ko:
        `ask()가 낯선 상대 ${liesAt.hostname}:${liesAt.port}의 말을 믿었습니다.`,
    },
    why: whyBelieved(liesAt, server.at),
    look: {
      en: "receive() gives the bytes and the sender. Who is the sender?",
      ko: "receive()는 바이트와 보낸 쪽을 함께 줍니다. 보낸 쪽이 누구입니까?",
    },
  });
  const sent = sends(wire.log).length;
  expect(sent === 1, {
    expected: {
      en: "The question is sent once, whoever answers.",
      ko: "누가 답하든 질문은 한 번만 보냅니다.",
    },
    came: {
      en: `Your code sent ${sent} datagrams.`,
      ko: `데이터그램 ${sent}개를 보냈습니다.`,
    },
    ...askedAgain,
  });
});

const givesUp = check({
  name: {
    en: "ask() throws TimedOut when its limit ends",
    ko: "ask()는 제한 시간이 끝나면 TimedOut을 던진다",
  },
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const limit = new AbortController();
  const reason = timeIsOver();
  const asking = settle(() => ask(server.at, encode("alive?"), limit.signal));
  wire.onHang((log) => limit.signal.aborted ? deafToLimit(log) : undefined);
  // The question arrives, and its answer is lost.
  await server.question(asking);
  await Promise.race([
    asking,
    wire.until(isReceiving),
  ]);
  limit.abort(reason);
  // Who listens to the limit is done after a few turns, on any machine.
  const inTime = await Promise.race([asking, turns(60)]);
  const { error, came } = await asking;
  expect(error instanceof Deno.errors.TimedOut, {
    expected: {
      en: "ask() throws Deno.errors.TimedOut.",
      ko: "ask()가 Deno.errors.TimedOut을 던집니다.",
    },
    came,
    why: whyNotTimedOut(error, reason),
    look: {
      en: "Which error leaves ask() after its limit has ended?",
      ko: "제한 시간이 끝난 뒤 ask() 밖으로 나가는 오류는 무엇입니까?",
    },
  });
  expect(inTime !== undefined, tooLate);
});

check({
  name: {
    en: "ask() throws TimedOut when its limit has ended before the call",
    ko: "ask()는 부르기 전에 제한 시간이 끝났어도 TimedOut을 던진다",
  },
  needs: ["ask"],
  after: givesUp,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  await expectAnswered(ask, server, encode("one?"), encode("1"));
  const over = AbortSignal.abort(timeIsOver());
  const late = settle(() => ask(server.at, encode("two?"), over));
  // Who asks all the same gets an answer, so that nobody waits for ever.
  server.answerInCase("2");
  const { value, error, came } = await late;
  expect(error instanceof Deno.errors.TimedOut, {
    expected: {
      en: "ask() throws Deno.errors.TimedOut: its time is over already.",
      ko: "시간이 이미 끝났으므로 ask()가 Deno.errors.TimedOut을 던집니다.",
    },
    came,
    why: isBytes(value, encode("2"))
      ? {
        en:
          "A signal that has fired does not fire again: your listener never hears of it, and without an answer ask() waits for ever.",
        ko:
          "이미 울린 신호는 다시 울리지 않습니다. 등록한 함수는 불리지 않고, 답이 없으면 ask()는 끝없이 기다립니다.",
      }
      : {
        en:
          "For the caller it is the same failure, whether the limit ends during the call or before it.",
        ko:
          "제한 시간이 도중에 끝났든 부르기 전에 끝났든 부른 쪽에는 같은 실패입니다.",
      },
    look: {
      en: "What does limit.aborted say before you begin to wait?",
      ko: "기다리기 전에 limit.aborted가 무엇인지 보십시오.",
    },
  });
});

check({
  name: {
    en: "ask() is done when it has returned, even if the limit ends later",
    ko: "ask()가 끝난 뒤에는 제한 시간이 다 되어도 아무 일이 없다",
  },
  needs: ["ask"],
  after: givesUp,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const limit = new AbortController();
  const asking = settle(() => ask(server.at, encode("soon?"), limit.signal));
  const [, from] = await server.question(asking);
  await server.send("soon", from);
  expectBytes(await valueOf(asking), encode("soon"), theAnswer);
  // What a listener that was left behind throws here is an uncaught error.
  limit.abort(timeIsOver());
});

check({
  name: {
    en: "ask() passes on the error of a datagram that is too long",
    ko: "ask()는 데이터그램이 너무 길 때의 오류를 그대로 전한다",
  },
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const tooLong = new Uint8Array(70_000);
  const asking = settle(() => ask(server.at, tooLong, noLimit));
  // A part of it that arrives gets an answer, so that nobody waits for ever.
  server.answerInCase("?");
  const { error, came } = await asking;
  const [sent] = sends(wire.log);
  expect(error !== undefined && !(error instanceof Deno.errors.TimedOut), {
    expected: {
      en: "The error that send() throws for 70,000 bytes, unchanged.",
      ko: "70,000바이트를 보낼 때 send()가 던지는 오류 그대로여야 합니다.",
    },
    came: sent?.outcome !== "ok" ? came : {
      en: `send() was given only ${sent.size} of 70,000 bytes.`,
      ko: `70,000바이트 가운데 ${sent.size}바이트만 send()에 주었습니다.`,
    },
    why: error === undefined
      ? {
        en:
          "The question never left, and the caller is not told. Half a message is no message either.",
        ko:
          "질문이 떠나지 못했는데 부른 쪽은 모릅니다. 메시지의 반쪽도 메시지가 아닙니다.",
      }
      : {
        en:
          "The limit has not ended. Who hears TimedOut tries again, and this question can never be sent.",
        ko:
          "제한 시간은 끝나지 않았습니다. TimedOut이라고 들으면 다시 시도하겠지만, 이 질문은 결코 보낼 수 없습니다.",
      },
    look: error === undefined
      ? {
        en: "How much goes to send(), and what becomes of its error?",
        ko: "send()에 얼마를 주는지, 그 오류가 어떻게 되는지 보십시오.",
      }
      : {
        en: "How does your catch know that it was the limit that ended?",
        ko: "catch는 제한 시간이 끝났음을 무엇으로 압니까?",
      },
  });
});

check({
  name: {
    en: "ask() can be called twice at once",
    ko: "ask()는 동시에 두 번 불러도 된다",
  },
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const questions = ["one?", "two?"].map(encode);
  const asking = questions.map((question) =>
    settle(() => ask(server.at, question, noLimit))
  );
  const arrived = [
    await server.question(asking[0]),
    await server.question(asking[1]),
  ];
  for (const [question, from] of arrivals(arrived, { order: [1, 0] })) {
    await server.send(reply(question), from);
  }
  for (const [i, question] of questions.entries()) {
    const value = await valueOf(asking[i]);
    expectBytes(value, reply(question), theAnswer, mixedUp(wire.log));
  }
});

check({
  name: {
    en: "ask() bears answers that are lost, come twice or out of order",
    ko: "ask()는 유실되거나 두 번 오거나 순서가 바뀐 답을 견딘다",
  },
  needs: ["ask"],
  after: givesUp,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const known = server.socket.addr as Deno.NetAddr;
  const start = (at: Deno.NetAddr, question: Uint8Array) => {
    const limit = new AbortController();
    const asking = settle(() => ask(at, question, limit.signal));
    return { question, limit, asking };
  };
  const lost: ReturnType<typeof start>[] = [];
  // In the second round, answers of the first have come twice.
  for (const seed of [4, 9]) {
    const calls = [1, 2, 3, 4].map((i) => start(known, encode(`${seed}.${i}`)));
    const arrived: [Uint8Array, Deno.NetAddr][] = [];
    for (const call of calls) arrived.push(await server.question(call.asking));
    const coming = arrivals(arrived, faultsOf(seed, arrived.length));
    for (const [question, from] of coming) {
      await server.send(reply(question), from);
    }
    for (const call of calls) {
      const { question, asking } = call;
      if (!coming.some(([came]) => isBytes(came, question))) lost.push(call);
      else {
        const value = await valueOf(asking);
        expectBytes(value, reply(question), theAnswer, mixedUp(wire.log));
      }
    }
  }
  const reason = timeIsOver();
  const giveUp = async ({ limit, asking }: ReturnType<typeof start>) => {
    limit.abort(reason);
    const { error, came } = await asking;
    expect(error instanceof Deno.errors.TimedOut, {
      expected: {
        en: "Each call that gets no answer throws Deno.errors.TimedOut.",
        ko: "답을 받지 못한 호출은 모두 Deno.errors.TimedOut을 던집니다.",
      },
      came,
      why: whyNotTimedOut(error, reason),
      look: {
        en: "What do calls that run at the same time share?",
        ko: "동시에 일하는 호출들이 함께 쓰는 것은 무엇입니까?",
      },
    });
  };
  for (const call of lost) await giveUp(call);
  // Now a question is lost. For the one who asks it is the same.
  const call = start(relay(wire, known, { there: { drop: [0] } }), encode("?"));
  await Promise.race([call.asking, wire.until(isReceiving)]);
  await giveUp(call);
});

const serves = check({
  name: {
    en: "serve() answers the one who asked",
    ko: "serve()는 물어본 쪽에 답한다",
  },
  needs: ["serve"],
}, async ({ serve }, wire) => {
  const a = clientOf(wire, { en: "client A", ko: "클라이언트 A" });
  const b = clientOf(wire, { en: "client B", ko: "클라이언트 B" });
  const running = startServing(wire, serve, reply);
  for (const [i, client] of [a, b, a].entries()) {
    const question = encode(`question ${i + 1}`);
    await client.send(question, running.address);
    await running.answered(i + 1, question);
    const sent = sends(wire.log)[i];
    const to = sent.address!;
    const { port } = client.addr as Deno.NetAddr;
    if (to.port === running.address.port) {
      // It would go on talking to itself, and bury the step that matters.
      wire.log.events.splice(wire.log.events.indexOf(sent) + 1);
      running.socket.close();
    }
    expectSentTo(to.port, port, running.address.port);
    const [bytes, from] = await client.receive();
    expectBytes(bytes, reply(question), theAnswer, {
      why: {
        en: "What answer(question) returns is the datagram to be sent.",
        ko: "answer(question)이 돌려준 것이 곧 보낼 데이터그램입니다.",
      },
      look: {
        en: "What becomes of the bytes that answer() returns?",
        ko: "answer()가 돌려준 바이트를 코드가 어떻게 쓰는지 보십시오.",
      },
    });
    expectSentFrom((from as Deno.NetAddr).port, running.address.port);
  }
});

check({
  name: {
    en: "serve() receives and sends long datagrams whole",
    ko: "serve()는 긴 데이터그램을 온전히 주고받는다",
  },
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const lengths = [...sizes, 5];
  const answers = lengths.map((size) => payload(size, 2));
  const client = clientOf(wire, { en: "the client", ko: "클라이언트" });
  const running = startServing(
    wire,
    serve,
    (question) => answers[lengths.indexOf(question.length)] ?? question,
  );
  for (const [i, size] of lengths.entries()) {
    const question = payload(size, 1);
    await client.send(question, running.address);
    await running.answered(i + 1, question);
    const [bytes] = await client.receive();
    expectBytes(bytes, answers[i], theAnswer, {
      why: {
        en:
          "One answer is one datagram, and one send() sends all of it. In pieces it is several messages.",
        ko:
          "답 하나는 데이터그램 하나이고, send() 한 번이 모두 보냅니다. 나누면 여러 메시지가 됩니다.",
      },
      look: {
        en: "How many bytes does your code give to one send()?",
        ko: "send() 한 번에 몇 바이트를 주는지 보십시오.",
      },
    });
  }
});

check({
  name: {
    en: "serve() answers each question that comes, also twice or out of order",
    ko: "serve()는 두 번 오거나 순서가 바뀐 질문에도 빠짐없이 답한다",
  },
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const clients = [
    clientOf(wire, { en: "client A", ko: "클라이언트 A" }),
    clientOf(wire, { en: "client B", ko: "클라이언트 B" }),
  ];
  const running = startServing(wire, serve, reply);
  const sent = arrivals(
    Array.from({ length: 6 }, (_, i) => ({ i, by: clients[i % 2] })),
    faultsOf(6, 6),
  );
  for (const { i, by } of sent) {
    await by.send(encode(`question ${i}`), running.address);
  }
  const last = encode(`question ${sent.at(-1)!.i}`);
  await running.answered(sent.length, last);
  const isOver = (log: WireLog) =>
    sends(log).every(({ outcome }) => outcome !== "pending");
  await wire.until(isOver);
  for (const client of clients) {
    const { port } = client.addr as Deno.NetAddr;
    // A server may answer several at once, and so in any order.
    const wanted = sent.filter(({ by }) => by === client)
      .map(({ i }) => show(reply(encode(`question ${i}`)))).sort();
    const came = sends(wire.log).filter(({ address }) => address?.port === port)
      .map(({ sample = new Uint8Array() }) => show(sample)).sort();
    expect(came.join() === wanted.join(), {
      expected: {
        en: `Port ${port} gets its own answers: ${wanted.join(", ")}.`,
        ko: `${port}번 포트로 갈 답: ${wanted.join(", ")}`,
      },
      came: {
        en: `To port ${port} went ${came.join(", ") || "nothing"}.`,
        ko: `${port}번 포트로 보낸 답: ${came.join(", ") || "없음"}`,
      },
      why: {
        en:
          "Many questions came before the first was answered. The sender or the bytes of one were replaced by those of a later one.",
        ko:
          "첫 질문에 답하기 전에 여러 질문이 왔습니다. 한 질문의 보낸 쪽이나 바이트가 나중에 온 질문의 것으로 바뀌었습니다.",
      },
      look: {
        en: "Which variables do several questions share?",
        ko: "여러 질문이 함께 쓰는 변수는 무엇입니까?",
      },
    });
    for (const _ of wanted) await client.receive();
  }
});

check({
  name: {
    en: "serve() takes empty datagrams for questions and answers",
    ko: "serve()는 빈 데이터그램도 질문과 답으로 다룬다",
  },
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const answers: Record<string, string> = { "": "?", "hush": "", "last": "." };
  const questions = Object.keys(answers);
  const client = clientOf(wire, { en: "the client", ko: "클라이언트" });
  const running = startServing(
    wire,
    serve,
    (question) => encode(answers[new TextDecoder().decode(question)] ?? "!"),
  );
  for (const question of questions) {
    await client.send(encode(question), running.address);
  }
  const ended = await Promise.race([
    running.done,
    wire.until((log) => {
      const sent = sends(log);
      return sent.every(({ outcome }) => outcome === "ok") &&
        sent.some(({ sample }) => isBytes(sample, encode(".")));
    }),
  ]);
  if (ended?.error !== undefined) throw ended.error;
  expect(ended === undefined, {
    expected: {
      en: "serve() goes on after an empty datagram.",
      ko: "serve()는 빈 데이터그램 뒤에도 계속됩니다.",
    },
    came: {
      en: "It ended while its socket was open.",
      ko: "소켓이 열려 있는데 끝났습니다.",
    },
    why: {
      en:
        "0 bytes end a stream. A datagram of 0 bytes is a message like any other.",
      ko:
        "스트림에서는 0바이트가 끝을 뜻합니다. 0바이트 데이터그램은 여느 것과 같은 메시지입니다.",
    },
    look: {
      en: "What does your code conclude from a length of 0?",
      ko: "길이가 0이면 코드가 어떻게 판단하는지 보십시오.",
    },
  });
  const sent = sends(wire.log);
  const skipped = questions.find((question) =>
    !sent.some(({ sample }) => isBytes(sample, encode(answers[question])))
  );
  expect(skipped === undefined, {
    expected: {
      en:
        "Three questions, one of them empty: three answers, one of them empty.",
      ko: "질문 셋(하나는 빈 것)에 답 셋(하나는 빈 것)이 갑니다.",
    },
    came: skipped === ""
      ? {
        en: "The empty question got no answer.",
        ko: "빈 질문에 답하지 않았습니다.",
      }
      : {
        en: "The empty answer was never sent.",
        ko: "빈 답을 보내지 않았습니다.",
      },
    why: {
      en:
        "A datagram of 0 bytes is a message. Who waits for it cannot tell a skipped one from a lost one.",
      ko:
        "0바이트 데이터그램도 메시지입니다. 기다리는 쪽은 건너뛴 것과 유실된 것을 구별하지 못합니다.",
    },
    look: {
      en: "Which condition stands between receive() and send()?",
      ko: "receive()와 send() 사이에 어떤 조건이 있습니까?",
    },
  });
  for (const question of questions) {
    const [bytes] = await client.receive();
    expectBytes(bytes, encode(answers[question]), theAnswer);
  }
});

check({
  name: {
    en: "serve() goes on after a question for which answer() throws",
    ko: "serve()는 answer()가 오류를 던진 질문 뒤에도 계속된다",
  },
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, { en: "the client", ko: "클라이언트" });
  const running = startServing(wire, serve, (question) => {
    if (question[0] === 0xff) throw new SyntaxError("not a question");
    return reply(question);
  });
  await client.send(Uint8Array.of(0xff), running.address);
  await client.send(encode("fine?"), running.address);
  const ended = await Promise.race([
    running.done,
    wire.until((log) => sends(log).length > 0),
  ]);
  expect(ended === undefined, {
    expected: {
      en: "The bad question gets no answer, and the next one gets its own.",
      ko: "나쁜 질문에는 답하지 않고, 다음 질문에는 답합니다.",
    },
    came: ended?.error === undefined
      ? { en: "serve() ended.", ko: "serve()가 끝났습니다." }
      : ended.came,
    why: {
      en:
        "One bad question ended the server for everybody. Whoever can send one datagram can switch it off.",
      ko:
        "나쁜 질문 하나가 모두의 서버를 끝냈습니다. 데이터그램 하나만 보낼 수 있으면 누구나 서버를 끌 수 있습니다.",
    },
    look: {
      en: "Is the catch around the whole loop, or around one question?",
      ko: "catch가 반복문 전체를 감쌉니까, 질문 하나를 감쌉니까?",
    },
  });
  const [bytes] = await client.receive();
  expectBytes(bytes, reply(encode("fine?")), theAnswer, {
    why: {
      en:
        "The first datagram that was sent is not the answer to the good question: the bad one gets none.",
      ko:
        "처음 보낸 데이터그램이 좋은 질문의 답이 아닙니다. 나쁜 질문에는 아무 답도 하지 않습니다.",
    },
    look: {
      en: "What does your code send after answer() has thrown?",
      ko: "answer()가 오류를 던진 뒤 코드가 무엇을 보냅니까?",
    },
  });
});

check({
  name: {
    en: "serve() goes on after an answer that cannot be sent",
    ko: "serve()는 보낼 수 없는 답 뒤에도 계속된다",
  },
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, { en: "the client", ko: "클라이언트" });
  const tooLong = new Uint8Array(70_000);
  const running = startServing(
    wire,
    serve,
    (question) => isBytes(question, encode("all?")) ? tooLong : reply(question),
  );
  await client.send(encode("all?"), running.address);
  await client.send(encode("fine?"), running.address);
  const ended = await Promise.race([
    running.done,
    wire.until((log) => sends(log).some(({ outcome }) => outcome === "ok")),
  ]);
  expect(ended === undefined, {
    expected: {
      en: "The answer of 70,000 bytes is not sent, and the next one is.",
      ko: "70,000바이트 답은 가지 않고, 다음 질문의 답은 갑니다.",
    },
    came: ended?.error === undefined
      ? { en: "serve() ended.", ko: "serve()가 끝났습니다." }
      : ended.came,
    why: {
      en:
        "A datagram holds 65,507 bytes at the most, and for more send() throws. That one error ended the server for everybody.",
      ko:
        "데이터그램 하나에는 많아야 65,507바이트가 들어가고, 더 길면 send()가 오류를 던집니다. 그 오류 하나가 모두의 서버를 끝냈습니다.",
    },
    look: {
      en: "Which calls does your `try` embrace: answer() alone, or send() too?",
      ko: "`try`가 감싸는 것이 answer()뿐입니까, send()도 들어 있습니까?",
    },
  });
  const [bytes] = await client.receive();
  expectBytes(bytes, reply(encode("fine?")), theAnswer, {
    why: {
      en:
        "The first datagram that was sent is not the answer to the second question: the first one gets none, and no part of one.",
      ko:
        "처음 보낸 데이터그램이 두 번째 질문의 답이 아닙니다. 첫 질문에는 답을, 그 일부라도 보내지 않습니다.",
    },
    look: {
      en: "What does your code do with an answer that is too long?",
      ko: "너무 긴 답을 코드가 어떻게 하는지 보십시오.",
    },
  });
});

const ends = check({
  name: {
    en: "serve() ends without an error when its socket is closed",
    ko: "serve()는 소켓이 닫히면 오류 없이 끝난다",
  },
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, { en: "the client", ko: "클라이언트" });
  const running = startServing(wire, serve, reply);
  await client.send(encode("last?"), running.address);
  await running.answered(1, encode("last?"));
  await client.receive();
  await wire.until(isReceiving);
  running.socket.close();
  const { error, came } = await running.done;
  expect(error === undefined, {
    expected: {
      en: "serve() returns when the owner of the socket has closed it.",
      ko: "소켓의 주인이 소켓을 닫으면 serve()가 오류 없이 끝납니다.",
    },
    came,
    why: error instanceof Deno.errors.BadResource
      ? {
        en:
          "The socket was closed or used once more after its owner had closed it.",
        ko: "주인이 닫은 소켓을 다시 닫거나 썼습니다.",
      }
      : {
        en:
          "Closing the socket is how its owner says: enough. A receive() that waits then throws Interrupted, and that is no failure of the server.",
        ko:
          "소켓을 닫는 것은 그만하라는 주인의 뜻입니다. 이때 기다리던 receive()가 던지는 Interrupted는 서버의 실패가 아닙니다.",
      },
    look: {
      en: "What ends your loop, and what does `for await` over a socket do?",
      ko:
        "무엇이 반복을 끝냅니까? 소켓을 `for await`로 순회하면 어떻게 됩니까?",
    },
  });
  const closes = wire.log.events.filter(({ call }) => call === "close");
  expect(closes.length === 1, {
    expected: {
      en: "Only the owner of the socket closes it.",
      ko: "소켓은 주인만 닫습니다.",
    },
    came: {
      en: "serve() called close() as well.",
      ko: "serve()도 close()를 불렀습니다.",
    },
    why: {
      en:
        "Who did not make a socket does not close it. In C, a second close() may hit a new socket that has got the same number.",
      ko:
        "소켓을 만들지 않은 쪽은 닫지도 않습니다. C에서는 두 번째 close()가 같은 번호를 받은 새 소켓을 닫을 수 있습니다.",
    },
    look: {
      en: "Where does serve() call close(), and for whom?",
      ko: "serve()가 어디에서, 누구를 위해 close()를 부릅니까?",
    },
  });
});

check({
  name: {
    en: "serve() ends also when its socket is closed while answer() works",
    ko: "serve()는 answer()가 일하는 동안 소켓이 닫혀도 끝난다",
  },
  needs: ["serve"],
  after: ends,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, { en: "the client", ko: "클라이언트" });
  const running = startServing(wire, serve, (question) => {
    // The owner's close(), at a moment when no receive() need be waiting.
    running.socket.close();
    return reply(question);
  });
  await client.send(encode("last?"), running.address);
  const { error, came } = await running.done;
  expect(error === undefined, {
    expected: {
      en: "serve() returns: its socket was closed during answer().",
      ko:
        "answer()를 부른 동안 소켓이 닫혔으므로 serve()는 오류 없이 끝납니다.",
    },
    came,
    why: receives(wire.log).every(({ outcome }) => outcome === "ok")
      ? {
        en:
          "The answer can no longer be sent, and the error of that send() left serve(). It is an answer like any other that cannot be sent.",
        ko:
          "이제 답을 보낼 수 없는데, 그 send()의 오류가 serve() 밖으로 나갔습니다. 보낼 수 없는 여느 답과 다르지 않습니다.",
      }
      : error instanceof Deno.errors.BadResource
      ? {
        en:
          "Interrupted comes only to a receive() that waits at that moment. One that is called afterwards throws BadResource.",
        ko:
          "Interrupted는 그때 기다리던 receive()에만 납니다. 닫힌 뒤에 부른 receive()는 BadResource를 던집니다.",
      }
      : {
        en:
          "Closing the socket is how its owner says: enough. The error that follows from it is no failure of the server.",
        ko:
          "소켓을 닫는 것은 그만하라는 주인의 뜻입니다. 그래서 나는 오류는 서버의 실패가 아닙니다.",
      },
    look: {
      en: "Which errors of your calls say that the socket is closed?",
      ko: "호출의 어떤 오류들이 소켓이 닫혔음을 뜻합니까?",
    },
  });
});

const theAnswer: Text = { en: "the answer", ko: "답" };
const reply = (question: Uint8Array) => join([encode("re: "), question]);

function clientOf(wire: Wire, name: Text): Deno.DatagramConn {
  const socket = wire.datagram();
  wire.socket(socket).name = name;
  return socket;
}

async function valueOf(asking: Promise<Settled<Uint8Array>>) {
  const { value, error } = await asking;
  if (error !== undefined) throw error;
  return value;
}

/** Asks once without a limit, and expects that both come whole. */
async function expectAnswered(
  ask: typeof stub.ask,
  server: UdpServer,
  question: Uint8Array,
  answer: Uint8Array,
): Promise<void> {
  const asking = settle(() => ask(server.at, question, noLimit));
  const [came, from] = await server.question(asking);
  const name = { en: "the question", ko: "질문" };
  expectBytes(came, question, name, wrongQuestion(came, question));
  await server.send(answer, from);
  const value = await valueOf(asking);
  expectBytes(value, answer, theAnswer, wrongAnswer(value, answer, question));
}
