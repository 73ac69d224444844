import type * as stub from "./stubs/05_sendto_recvfrom/sendto_recvfrom.ts";
import { count, encode, firstDifference, join } from "./support/bytes.ts";
import { payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";
import { pending } from "./support/wire_log.ts";
import type { WireLog } from "./support/wire_log.ts";

const check = checksOf<typeof stub>("05_sendto_recvfrom/sendto_recvfrom.ts");
const noLimit = new AbortController().signal;
const onLinux = Deno.build.os === "linux";
/** The most that one datagram holds (RFC 768); macOS allows 9,216 bytes. */
const sizes = [1_400, 9_000, onLinux ? 65_507 : 9_001];
const timeIsOver = () =>
  new DOMException("The time of this check is over", "TimeoutError");

const asks = check({
  name: {
    en: "ask() sends the question to the server and returns the answer",
    ko: "ask()는 서버에 질문을 보내고 답을 돌려준다",
  },
  needs: ["ask"],
}, async ({ ask }, wire) => {
  const server = serverOf(wire);
  const answer = encode("It is 12:04.");
  const asking = settle(() => ask(server.at, encode("time?"), noLimit));
  const [question, from] = await questionAt(server, asking);
  expectQuestion(question, encode("time?"));
  await server.socket.send(answer, from);
  expectBytes(await valueOf(asking), answer, theAnswer);
  const { local } = wire.log.sockets.find(({ side, kind }) =>
    side === "student" && kind === "datagram"
  )!;
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
    en: "ask() sends and receives long datagrams whole",
    ko: "ask()는 긴 데이터그램을 온전히 주고받는다",
  },
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = serverOf(wire);
  for (const size of sizes) {
    const asking = settle(() => ask(server.at, payload(size, 1), noLimit));
    const [question, from] = await questionAt(server, asking);
    expectQuestion(question, payload(size, 1));
    const answer = payload(size, 2);
    await server.socket.send(answer, from);
    const value = await valueOf(asking);
    const cut = value instanceof Uint8Array && value.length < size &&
      firstDifference(value, answer) === value.length;
    expectBytes(value, answer, theAnswer, cut ? cutBy(value.length) : {});
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
  const server = serverOf(wire);
  const limit = new AbortController();
  const asking = settle(() => ask(server.at, encode("news?"), limit.signal));
  const [, from] = await questionAt(server, asking);
  await server.socket.send(new Uint8Array(), from);
  const goesBack = wire.until(({ events }) =>
    events.filter(({ side, call }) => side === "student" && call === "receive")
      .length > 1
  );
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
    ko: "ask()는 낯선 쪽에서 온 것을 무시한다",
  },
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = serverOf(wire);
  const { port } = server.at;
  const strangers = [
    ...onLinux
      ? [
        wire.datagram({ hostname: "127.0.0.2" }),
        wire.datagram({ hostname: "127.0.0.2", port }),
      ]
      : [],
    wire.datagram(),
  ];
  for (const stranger of strangers) {
    wire.socket(stranger).name = { en: "a stranger", ko: "낯선 쪽" };
  }
  wire.log.events.length = 0;
  const asking = settle(() => ask(server.at, encode("whom?"), noLimit));
  const [, from] = await questionAt(server, asking);
  for (const [i, stranger] of strangers.entries()) {
    await stranger.send(encode(`believe me (${i})`), from);
  }
  await server.socket.send(encode("me"), from);
  const { value, came } = await asking;
  const liar = strangers.findIndex((_, i) =>
    isBytes(value, encode(`believe me (${i})`))
  );
  const { hostname, port: theirPort } = (strangers[liar] ?? server.socket)
    .addr as Deno.NetAddr;
  expect(isBytes(value, encode("me")), {
    expected: {
      en: `"me", the answer of the server ${server.at.hostname}:${port}.`,
      ko: `서버 ${server.at.hostname}:${port}의 답 "me"입니다.`,
    },
    came: liar < 0 ? came : {
      en: `ask() believed a stranger, ${hostname}:${theirPort}.`,
      ko: `ask()가 낯선 쪽 ${hostname}:${theirPort}의 말을 믿었습니다.`,
    },
    why: liar < 0
      ? {
        en:
          "A datagram from a stranger is no answer and no error: it is dropped, and the waiting goes on.",
        ko:
          "낯선 쪽에서 온 데이터그램은 답도 오류도 아닙니다. 버리고 계속 기다립니다.",
      }
      : hostname === server.at.hostname
      ? {
        en:
          "Anybody can send to your port. This one shares the server's hostname and has another port: it is another program.",
        ko:
          "내 포트에는 누구나 보낼 수 있습니다. hostname은 서버와 같지만 포트가 다르니 다른 프로그램입니다.",
      }
      : theirPort === port
      ? {
        en:
          "Anybody can send to your port. This one shares the server's port and has another hostname: it is another machine.",
        ko:
          "내 포트에는 누구나 보낼 수 있습니다. 포트는 서버와 같지만 hostname이 다르니 다른 컴퓨터입니다.",
      }
      : {
        en:
          "Anybody can send to your port. The first datagram that comes need not be the answer.",
        ko:
          "내 포트에는 누구나 보낼 수 있습니다. 먼저 왔다고 해서 답인 것은 아닙니다.",
      },
    look: {
      en: "receive() gives the bytes and the sender. Who is the sender?",
      ko: "receive()는 바이트와 보낸 쪽을 함께 줍니다. 보낸 쪽이 누구입니까?",
    },
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
  const server = serverOf(wire);
  const limit = new AbortController();
  const reason = timeIsOver();
  const asking = settle(() => ask(server.at, encode("alive?"), limit.signal));
  wire.onHang(({ events }) => {
    if (!limit.signal.aborted) return undefined;
    const last = events.findLast(({ side }) => side === "student");
    if (last?.call !== "receive") return undefined;
    return {
      why: {
        en:
          "The answer was lost and the limit has ended, but receive() takes no signal: nothing tells it to stop.",
        ko:
          "답은 유실되었고 제한 시간도 끝났습니다. 그러나 receive()는 신호를 받지 않으므로 그만두라는 말을 듣지 못합니다.",
      },
      look: {
        en: "What ends a receive() that waits? The page tells.",
        ko:
          "기다리는 receive()를 끝내는 것은 무엇입니까? 설명에 나와 있습니다.",
      },
    };
  });
  // The question arrives, and its answer is lost.
  await questionAt(server, asking);
  await Promise.race([
    asking,
    wire.until((log) =>
      pending(log, "student").some(({ call }) => call === "receive")
    ),
  ]);
  limit.abort(reason);
  const { error, came } = await asking;
  const why: Text = error === undefined
    ? {
      en:
        "A value says that there was an answer. That there was none must be an error.",
      ko:
        "값을 돌려주면 답이 왔다는 뜻이 됩니다. 답이 없었음은 오류로 알립니다.",
    }
    : error instanceof Deno.errors.Interrupted
    ? {
      en:
        "Closing the socket ends a waiting receive() with Interrupted. That is how you did it, not what the caller should hear.",
      ko:
        "소켓을 닫으면 기다리던 receive()가 Interrupted로 끝납니다. 이것은 수단일 뿐, 부른 쪽에 알릴 말이 아닙니다.",
    }
    : error instanceof Deno.errors.BadResource
    ? {
      en:
        "The socket was used or closed once more after it was closed. The error of that second call hid the one you meant.",
      ko:
        "이미 닫힌 소켓을 다시 쓰거나 닫았습니다. 그 오류가 전하려던 오류를 가렸습니다.",
    }
    : {
      en:
        "The signal's reason can be anything, so callers cannot rely on it. One error with one name is what they can catch.",
      ko:
        "신호의 reason은 무엇이든 될 수 있어 부른 쪽이 믿고 쓸 수 없습니다. 이름이 정해진 오류라야 잡을 수 있습니다.",
    };
  expect(error instanceof Deno.errors.TimedOut, {
    expected: {
      en: "ask() throws Deno.errors.TimedOut.",
      ko: "ask()가 Deno.errors.TimedOut을 던집니다.",
    },
    came,
    why,
    look: {
      en: "Which error leaves ask() after its limit has ended?",
      ko: "제한 시간이 끝난 뒤 ask() 밖으로 나가는 오류는 무엇입니까?",
    },
  });
});

check({
  name: {
    en: "ask() throws TimedOut when its limit has ended before the call",
    ko: "ask()는 부르기 전에 제한 시간이 끝났어도 TimedOut을 던진다",
  },
  needs: ["ask"],
  after: givesUp,
}, async ({ ask }, wire) => {
  const server = serverOf(wire);
  const first = settle(() => ask(server.at, encode("one?"), noLimit));
  const [, from] = await questionAt(server, first);
  await server.socket.send(encode("1"), from);
  expectBytes(await valueOf(first), encode("1"), theAnswer);
  const over = AbortSignal.abort(timeIsOver());
  const late = settle(() => ask(server.at, encode("two?"), over));
  // Who asks all the same gets an answer, so that nobody waits for ever.
  server.socket.receive()
    .then(([, from]) => server.socket.send(encode("2"), from))
    .catch(() => {});
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
  const server = serverOf(wire);
  const limit = new AbortController();
  const asking = settle(() => ask(server.at, encode("soon?"), limit.signal));
  const [, from] = await questionAt(server, asking);
  await server.socket.send(encode("soon"), from);
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
  const server = serverOf(wire);
  const tooLong = new Uint8Array(70_000);
  const asking = settle(() => ask(server.at, tooLong, noLimit));
  // A part of it that arrives gets an answer, so that nobody waits for ever.
  server.socket.receive()
    .then(([, from]) => server.socket.send(encode("?"), from))
    .catch(() => {});
  const { error, came } = await asking;
  const sent = wire.log.events.find(({ side, call }) =>
    side === "student" && call === "send"
  );
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
  const server = serverOf(wire);
  const questions = ["one?", "two?"].map(encode);
  const asking = questions.map((question) =>
    settle(() => ask(server.at, question, noLimit))
  );
  const arrived = [
    await questionAt(server, asking[0]),
    await questionAt(server, asking[1]),
  ];
  for (const [question, from] of arrived.reverse()) {
    await server.socket.send(join([encode("re: "), question]), from);
  }
  for (const [i, question] of questions.entries()) {
    const answer = join([encode("re: "), question]);
    expectBytes(await valueOf(asking[i]), answer, theAnswer, {
      why: {
        en:
          "The answer to another call came here: each call needs a socket, and so a port, of its own.",
        ko:
          "다른 호출의 답이 왔습니다. 호출마다 자기 소켓, 곧 자기 포트가 있어야 합니다.",
      },
      look: {
        en: "Where is the socket made, and how many calls use it?",
        ko: "소켓을 어디에서 만들고, 호출 몇 개가 함께 씁니까?",
      },
    });
  }
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
  const running = start(wire, serve, reply);
  for (const [i, client] of [a, b, a].entries()) {
    const question = encode(`question ${i + 1}`);
    await client.send(question, running.address);
    await answersOf(wire, running, i + 1);
    expectAsked(running, i + 1);
    expectAskedQuestion(running.asked[i], question);
    const sent = studentSends(wire.log)[i];
    const to = sent.address!;
    const { port } = client.addr as Deno.NetAddr;
    if (to.port === running.address.port) {
      // It would go on talking to itself, and bury the step that matters.
      wire.log.events.splice(wire.log.events.indexOf(sent) + 1);
      running.socket.close();
    }
    expect(to.port === port, {
      expected: {
        en: `The answer goes to port ${port}, where question ${i + 1} is from.`,
        ko: `답은 ${i + 1}번째 질문이 온 ${port}번 포트로 갑니다.`,
      },
      came: {
        en: `It was sent to port ${to.port}.`,
        ko: `${to.port}번 포트로 보냈습니다.`,
      },
      why: to.port === running.address.port
        ? {
          en: "That is serve()'s own port: socket.addr is where you are.",
          ko: "그것은 serve() 자신의 포트입니다. socket.addr은 내 주소입니다.",
        }
        : {
          en:
            "The answer went to another client. Each datagram brings its own sender; one kept from before is somebody else.",
          ko:
            "답이 다른 클라이언트에게 갔습니다. 보낸 쪽은 데이터그램마다 따로 옵니다. 앞에서 담아 둔 주소는 남의 것입니다.",
        },
      look: {
        en: "Which address is given to send(), and which receive() is it from?",
        ko: "send()에 준 주소는 어느 receive()에서 온 것입니까?",
      },
    });
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
    const source = (from as Deno.NetAddr).port;
    expect(source === running.address.port, {
      expected: {
        en:
          `The answer comes from port ${running.address.port}, which was asked.`,
        ko: `답은 질문을 받은 ${running.address.port}번 포트에서 옵니다.`,
      },
      came: {
        en: `It comes from port ${source}.`,
        ko: `${source}번 포트에서 왔습니다.`,
      },
      why: {
        en:
          "It was sent through another socket. For the one who asked, it is from a stranger.",
        ko: "다른 소켓으로 보냈습니다. 물어본 쪽에는 낯선 쪽의 답입니다.",
      },
      look: {
        en: "On which socket does your code call send()?",
        ko: "어느 소켓의 send()를 부르는지 보십시오.",
      },
    });
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
  const running = start(
    wire,
    serve,
    (question) => answers[lengths.indexOf(question.length)] ?? question,
  );
  for (const [i, size] of lengths.entries()) {
    const question = payload(size, 1);
    await client.send(question, running.address);
    await answersOf(wire, running, i + 1);
    expectAsked(running, i + 1);
    expectAskedQuestion(running.asked[i], question);
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
    en: "serve() takes empty datagrams for questions and answers",
    ko: "serve()는 빈 데이터그램도 질문과 답으로 다룬다",
  },
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const answers: Record<string, string> = { "": "?", "hush": "", "last": "." };
  const questions = Object.keys(answers);
  const client = clientOf(wire, { en: "the client", ko: "클라이언트" });
  const running = start(
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
      const sent = studentSends(log);
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
  const sent = studentSends(wire.log);
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
    ko: "serve()는 answer()가 예외를 던진 질문 뒤에도 계속된다",
  },
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, { en: "the client", ko: "클라이언트" });
  const running = start(wire, serve, (question) => {
    if (question[0] === 0xff) throw new SyntaxError("not a question");
    return reply(question);
  });
  await client.send(Uint8Array.of(0xff), running.address);
  await client.send(encode("fine?"), running.address);
  const ended = await Promise.race([
    running.done,
    wire.until((log) => studentSends(log).length > 0),
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
      ko: "answer()가 예외를 던진 뒤 코드가 무엇을 보냅니까?",
    },
  });
});

check({
  name: {
    en: "serve() ends without an error when its socket is closed",
    ko: "serve()는 소켓이 닫히면 오류 없이 끝난다",
  },
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, { en: "the client", ko: "클라이언트" });
  const running = start(wire, serve, reply);
  await client.send(encode("last?"), running.address);
  await answersOf(wire, running, 1);
  await client.receive();
  await wire.until((log) =>
    pending(log, "student").some(({ call }) => call === "receive")
  );
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
      ko: "무엇이 반복을 끝냅니까? 소켓을 `for await`로 돌면 어떻게 됩니까?",
    },
  });
});

/** A UDP server of the check. */
interface Server {
  socket: Deno.DatagramConn;
  at: { hostname: string; port: number };
}

const theAnswer: Text = { en: "The answer", ko: "답" };
const reply = (question: Uint8Array) => join([encode("re: "), question]);

function serverOf(wire: Wire): Server {
  wire.call({ en: "the server", ko: "서버" });
  const socket = wire.datagram();
  wire.log.events.length = 0;
  const { hostname, port } = socket.addr as Deno.NetAddr;
  wire.onHang((log) => {
    const lost = studentSends(log).find(({ address }) =>
      address?.port !== port
    );
    return lost === undefined ? undefined : {
      why: {
        en:
          `The question went to port ${lost.address?.port}, the server has port ${port}. A send() to a wrong address succeeds.`,
        ko:
          `질문은 ${lost.address?.port}번 포트로 갔고, 서버의 포트는 ${port}번입니다. 틀린 주소로 보내도 send()는 성공합니다.`,
      },
      look: {
        en: "Both hostname and port come from `server`.",
        ko: "hostname과 port는 모두 `server`에서 옵니다.",
      },
    };
  });
  return { socket, at: { hostname, port } };
}

function clientOf(wire: Wire, name: Text): Deno.DatagramConn {
  const socket = wire.datagram();
  wire.socket(socket).name = name;
  return socket;
}

/** The next question at `server`, unless ask() ends before it has come. */
async function questionAt(
  { socket }: Server,
  asking: Promise<Settled<Uint8Array>>,
): Promise<[Uint8Array, Deno.NetAddr]> {
  const first = await Promise.race([socket.receive(), asking]);
  if (Array.isArray(first)) return [first[0], first[1] as Deno.NetAddr];
  const { error } = first;
  expect(!(error instanceof TypeError && /dispose/.test(error.message)), {
    expected: {
      en: "The UDP socket is closed on every way out, without `using`.",
      ko: "UDP 소켓은 어느 길로 빠져나가든 `using` 없이 닫습니다.",
    },
    came: first.came,
    why: {
      en:
        "Deno's connections and listeners can be held with `using`. Its UDP sockets cannot: they have close() alone.",
      ko:
        "Deno의 연결과 듣기 소켓에는 `using`을 쓸 수 있지만 UDP 소켓에는 쓸 수 없습니다. close()만 있습니다.",
    },
    look: {
      en: "`try` and `finally` do the same work.",
      ko: "`try`와 `finally`로 같은 일을 할 수 있습니다.",
    },
  });
  if (error !== undefined) throw error;
  expect(false, {
    expected: {
      en: "ask() sends its question and waits for the answer.",
      ko: "ask()가 질문을 보내고 답을 기다립니다.",
    },
    came: first.came,
    why: {
      en: "It returned before the server had answered.",
      ko: "서버가 답하기도 전에 끝났습니다.",
    },
    look: {
      en: "Is every send() and receive() awaited?",
      ko: "send()와 receive()마다 await가 있습니까?",
    },
  });
}

async function valueOf(asking: Promise<Settled<Uint8Array>>) {
  const { value, error } = await asking;
  if (error !== undefined) throw error;
  return value;
}

function isBytes(value: unknown, expected: Uint8Array): boolean {
  return value instanceof Uint8Array &&
    firstDifference(value, expected) === undefined;
}

/** The verdict on a datagram of which only the first bytes were received. */
function cutBy(room: number): { why: Text; look: Text } {
  const bytes = count(room);
  return {
    why: {
      en:
        `The buffer given to receive() had room for ${bytes.en}. The rest of that datagram is lost; the next receive() brings the next datagram.`,
      ko:
        `receive()에 준 버퍼의 크기가 ${bytes.ko}입니다. 데이터그램의 나머지는 사라지고, 다음 receive()는 다음 데이터그램을 줍니다.`,
    },
    look: {
      en: "How long can a datagram be, and how large is the buffer?",
      ko: "데이터그램은 얼마나 길 수 있고, 버퍼는 얼마나 큽니까?",
    },
  };
}

function expectQuestion(actual: Uint8Array, expected: Uint8Array): void {
  const cut = actual.length < expected.length;
  expectBytes(
    actual,
    expected,
    { en: "The question", ko: "질문" },
    cut
      ? {
        why: {
          en:
            "Each send() makes a message of its own. A question in pieces is several questions, and nobody puts them together again.",
          ko:
            "send()마다 메시지가 하나씩 생깁니다. 나누어 보낸 질문은 여러 질문이 되고, 아무도 다시 이어 주지 않습니다.",
        },
        look: {
          en: "How many bytes does your code give to one send()?",
          ko: "send() 한 번에 몇 바이트를 주는지 보십시오.",
        },
      }
      : {
        why: {
          en: "The bytes of `question` are sent as they are, all at once.",
          ko: "`question`의 바이트를 그대로, 한 번에 보냅니다.",
        },
        look: {
          en: "Which bytes does your code give to send()?",
          ko: "send()에 어떤 바이트를 주는지 보십시오.",
        },
      },
  );
}

/** Expects that each of the `n` answers was asked of answer(). */
function expectAsked({ asked }: Running, n: number): void {
  expect(asked.length >= n, {
    expected: {
      en: `Question ${n} is given to answer(), and one datagram goes back.`,
      ko: `${n}번째 질문을 answer()에 주고 데이터그램 하나를 돌려보냅니다.`,
    },
    came: {
      en: `Datagrams sent: ${n}. Calls of answer(): ${asked.length}.`,
      ko: `보낸 데이터그램 ${n}개, answer()를 부른 횟수 ${asked.length}번.`,
    },
    why: {
      en: asked.length === 0
        ? "What is sent back does not come from answer()."
        : "One question got more than one datagram. Each of them counts as an answer.",
      ko: asked.length === 0
        ? "돌려보낸 것이 answer()에서 나온 것이 아닙니다."
        : "질문 하나에 데이터그램을 둘 이상 보냈습니다. 하나하나가 답으로 여겨집니다.",
    },
    look: {
      en: "Which bytes go to send(), and how often for one question?",
      ko: "질문 하나에 어떤 바이트를 몇 번 보내는지 보십시오.",
    },
  });
}

/** Expects that answer() was asked exactly what the client had sent. */
function expectAskedQuestion(actual: unknown, expected: Uint8Array): void {
  const length = actual instanceof Uint8Array ? actual.length : 0;
  const at = actual instanceof Uint8Array
    ? firstDifference(actual.subarray(-expected.length), expected)
    : 0;
  const joined = length > expected.length && at === undefined;
  const tail: Text = length === expected.length
    ? {
      en:
        "answer() gets each question once, with the very bytes that came. These are other bytes, or those of an earlier question.",
      ko:
        "answer()는 질문마다 한 번, 도착한 바이트 그대로 받습니다. 이것은 다른 바이트이거나 앞 질문의 바이트입니다.",
    }
    : joined
    ? {
      en:
        "The question was joined to an earlier one. Datagrams are no stream: each is a message of its own.",
      ko:
        "앞의 질문에 이어 붙였습니다. 데이터그램은 스트림이 아니라 하나하나가 따로 메시지입니다.",
    }
    : {
      en:
        "The whole buffer was given to answer(). Only its first bytes are the datagram, those that receive() returns.",
      ko:
        "버퍼를 통째로 answer()에 주었습니다. 그 앞부분, 곧 receive()가 돌려준 바이트만 데이터그램입니다.",
    };
  expectBytes(
    actual,
    expected,
    { en: "The question that answer() gets", ko: "answer()가 받은 질문" },
    length < expected.length ? cutBy(length) : {
      why: tail,
      look: {
        en: "Which bytes does your code give to answer()?",
        ko: "answer()에 어떤 바이트를 주는지 보십시오.",
      },
    },
  );
}

interface Running {
  socket: Deno.DatagramConn;
  address: Deno.NetAddr;
  /** A copy of each question that answer() was asked. */
  asked: unknown[];
  done: Promise<Settled<void>>;
}

/** Starts serve() on a socket of the check. */
function start(
  wire: Wire,
  serve: typeof stub.serve,
  answer: (question: Uint8Array) => Uint8Array,
): Running {
  wire.call({ en: "the client", ko: "클라이언트" });
  const socket = wire.lentDatagram();
  wire.log.events.length = 0;
  const asked: unknown[] = [];
  wire.onHang(({ events }) => {
    const received = events.filter(({ side, call, outcome }) =>
      side === "student" && call === "receive" && outcome === "ok"
    ).length;
    const sent = studentSends(wire.log).length;
    if (received <= sent) {
      return undefined;
    }
    return {
      why: {
        en:
          `Your code has received ${received} and sent ${sent}: it waits for the next question and still owes an answer.`,
        ko:
          `질문 ${received}개를 받고 답 ${sent}개를 보냈습니다. 답하지 않은 질문이 있는데 다음 것을 기다립니다.`,
      },
      look: {
        en: "Follow one question from receive() to send().",
        ko: "질문 하나를 receive()부터 send()까지 따라가 보십시오.",
      },
    };
  });
  const done = settle(() =>
    serve(socket, (question) => {
      const isBytes = question instanceof Uint8Array;
      asked.push(isBytes ? question.slice() : question);
      return answer(question);
    })
  );
  return { socket, address: socket.addr as Deno.NetAddr, asked, done };
}

function studentSends({ events }: WireLog) {
  return events.filter(({ side, call }) =>
    side === "student" && call === "send"
  );
}

/** Waits until serve() has sent `n` datagrams; it must not end before. */
async function answersOf(wire: Wire, { done }: Running, n: number) {
  const ended = await Promise.race([
    done,
    wire.until((log) => studentSends(log).length >= n),
  ]);
  if (ended === undefined) return;
  if (ended.error !== undefined) throw ended.error;
  expect(false, {
    expected: {
      en:
        `An answer to question ${n}: serve() goes on while its socket is open.`,
      ko:
        `${n}번째 질문의 답이 와야 합니다. 소켓이 열려 있는 동안 serve()는 계속됩니다.`,
    },
    came: {
      en: `serve() ended after ${n - 1} answer${n === 2 ? "" : "s"}.`,
      ko: `serve()가 답을 ${n - 1}개 보내고 끝났습니다.`,
    },
    why: {
      en: n === 1
        ? "It returned before it had answered anything."
        : "It answers and returns. A server answers for as long as questions come.",
      ko: n === 1
        ? "아무 답도 하지 않고 끝났습니다."
        : "한 번 답하고 끝나 버렸습니다. 서버는 질문이 오는 동안 계속 답합니다.",
    },
    look: {
      en: "Is there a loop around receive(), and is each call awaited?",
      ko: "receive()가 반복문 안에 있고, 호출마다 await가 있습니까?",
    },
  });
}
