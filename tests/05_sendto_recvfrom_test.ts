import type * as stub from "./stubs/05_sendto_recvfrom/sendto_recvfrom.ts";
import {
  answerOfAnother,
  deafToLimit,
  notEnded,
  notTimedOut,
  ofStranger,
  wrongAnswer,
  wrongQuestion,
} from "./05_sendto_recvfrom/diagnose.ts";
import {
  isBytes,
  isReceiving,
  receives,
  sends,
  udpSockets,
} from "./05_sendto_recvfrom/log.ts";
import { udpServer } from "./05_sendto_recvfrom/server.ts";
import type { UdpServer } from "./05_sendto_recvfrom/server.ts";
import {
  expectSentFrom,
  expectSentTo,
  startServing,
} from "./05_sendto_recvfrom/serving.ts";
import {
  answerOf,
  answersGone,
  believed,
  datagramsSent,
  givenToSend,
  mixedUp,
  wasSkipped,
  wentToHost,
} from "./05_sendto_recvfrom/sentences.ts";
import {
  callerDeaf,
  mistakes,
  named,
  sentAgain,
  serveEnded,
  sharedByCalls,
  wanted,
} from "./05_sendto_recvfrom/words.ts";
import { awkward, encode, join, payload, show } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { secondAddress } from "./support/elsewhere.ts";
import {
  arrivals,
  faultsOf,
  lacksStrangersElsewhere,
  mostBytes,
  relay,
  stranger,
  strangersElsewhere,
} from "./support/network/relay.ts";
import { expectBound } from "./support/bound.ts";
import { expectSame } from "./support/expect.ts";
import { expectBytes } from "./support/expect_bytes.ts";
import { expect } from "./support/failure.ts";
import {
  countListeners,
  noLimit,
  reasons,
  timeIsOver,
} from "./support/limit.ts";
import { calls } from "./support/log/wire_log.ts";
import type { WireEvent } from "./support/log/wire_log.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import { t } from "./support/text.ts";
import type { Text } from "./support/text.ts";
import { staysPatient, waitsIn } from "./support/network/stillness.ts";
import { turns } from "./support/network/turns.ts";
import {
  expectEachRight,
  inTurns,
  readsTogether,
  sharesBetweenCalls,
} from "./support/network/twice.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("05_sendto_recvfrom/sendto_recvfrom.ts");
const sizes = [1_400, 9_000, mostBytes];

const asks = check({
  name: t(
    "ask() sends the question to the server and returns the answer",
    "ask()는 서버에 질문을 보내고 답을 돌려준다",
  ),
  needs: ["ask"],
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  await expectAnswered(ask, server, encode("time?"), encode("It is 12:04."));
});

check({
  name: t(
    "ask() sends the question once, however long the answer takes",
    "ask()는 답이 늦어도 질문을 한 번만 보낸다",
  ),
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const asking = settle(() => ask(server.at, encode("time?"), noLimit));
  const [, from] = await server.question(asking);
  await Promise.race([asking, waitsIn(wire, "receive")]);
  await server.send("It is 12:04.", from);
  await valueOf(asking);
  const sent = sends(wire.log).length;
  expect(sent === 1, {
    ...mistakes.sendsTwiceToBeSure,
    came: datagramsSent(sent),
  });
});

check({
  name: t(
    "ask() binds its socket to 127.0.0.1",
    "ask()는 소켓을 127.0.0.1에 묶는다",
  ),
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  await expectAnswered(ask, server, encode("who?"), encode("I am."));
  const [socket] = udpSockets(wire.log);
  expectBound(socket, "127.0.0.1");
});

check({
  name: t(
    "ask() asks at the hostname that it is given",
    "ask()는 주어진 hostname에 묻는다",
  ),
  needs: ["ask"],
  after: asks,
  lacks: lacksStrangersElsewhere,
}, async ({ ask }, wire) => {
  const server = udpServer(wire, { hostname: secondAddress });
  const asking = settle(() => ask(server.at, encode("where?"), noLimit));
  await Promise.race([asking, wire.until((log) => sends(log).length > 0)]);
  const sent = sends(wire.log).at(0)?.address;
  expect(
    sent === undefined || sent.hostname === secondAddress,
    wentToHost(sent?.hostname, secondAddress),
  );
  const [, from] = await server.question(asking);
  await server.send("here", from);
  expectBytes(await valueOf(asking), encode("here"), named.answer);
});

check({
  name: t(
    "ask() sends and receives long datagrams whole",
    "ask()는 긴 데이터그램을 온전히 주고받는다",
  ),
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  for (const size of sizes) {
    await expectAnswered(ask, server, payload(size, 1), payload(size, 2));
  }
});

check({
  name: t(
    "ask() takes an empty datagram for an answer",
    "ask()는 빈 데이터그램도 답으로 받는다",
  ),
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
    ...error === undefined
      ? mistakes.replacesAnEmptyAnswer
      : mistakes.takesAnEmptyAnswerForNone,
    came,
  });
});

check({
  name: t(
    "ask() sends and receives bytes of every kind as they are",
    "ask()는 어떤 바이트든 그대로 주고받는다",
  ),
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const odd = join([encode("\ufeff"), ...awkward.map(({ bytes }) => bytes)]);
  await expectAnswered(ask, server, odd, odd.slice().reverse());
  await expectAnswered(ask, server, new Uint8Array(), odd);
});

check({
  name: t(
    "ask() ignores what comes from strangers",
    "ask()는 낯선 상대가 보낸 것을 무시한다",
  ),
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  await expectIgnored(ask, wire, () => [stranger(wire)]);
});

check({
  name: t(
    "ask() ignores strangers at another hostname, even on the same port",
    "ask()는 hostname이 다른 상대를, 포트가 같더라도 무시한다",
  ),
  needs: ["ask"],
  after: asks,
  lacks: lacksStrangersElsewhere,
}, async ({ ask }, wire) => {
  await expectIgnored(ask, wire, (known) => strangersElsewhere(wire, known));
});

const givesUp = check({
  name: t(
    "ask() throws TimedOut when its limit ends",
    "ask()는 제한 시간이 끝나면 TimedOut을 던진다",
  ),
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
  await Promise.race([asking, wire.until(isReceiving)]);
  await staysPatient(wire);
  limit.abort(reason);
  const { error, came } = await asking;
  expect(error instanceof Deno.errors.TimedOut, {
    ...notTimedOut(error, reason),
    expected: wanted.timedOut,
    came,
  });
});

check({
  name: t(
    "ask() throws TimedOut when its limit has ended before the call",
    "ask()는 부르기 전에 제한 시간이 끝났어도 TimedOut을 던진다",
  ),
  needs: ["ask"],
  after: givesUp,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  await expectAnswered(ask, server, encode("one?"), encode("1"));
  for (const reason of [timeIsOver(), ...reasons]) {
    const over = AbortSignal.abort(reason);
    const late = settle(() => ask(server.at, encode("two?"), over));
    // Who asks all the same gets an answer, so that nobody waits in vain.
    server.answerInCase("2");
    const { value, error, came } = await late;
    expect(error instanceof Deno.errors.TimedOut, {
      ...isBytes(value, encode("2"))
        ? mistakes.listensForALimitThatHasEnded
        : mistakes.tellsAnEarlierEndApart,
      came,
    });
  }
});

check({
  name: t(
    "ask() throws TimedOut when its limit ends while it sends",
    "ask()는 보내는 동안 제한 시간이 끝나도 TimedOut을 던진다",
  ),
  needs: ["ask"],
  after: givesUp,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  await expectAnswered(ask, server, encode("one?"), encode("1"));
  const limit = new AbortController();
  const asking = settle(() => ask(server.at, encode("now?"), limit.signal));
  wire.onHang(() => mistakes.listensTooLate);
  // Before any of its calls has come back.
  limit.abort(timeIsOver());
  // Who goes on all the same gets an answer.
  server.answerInCase("now");
  const { error, came, value } = await asking;
  expect(error instanceof Deno.errors.TimedOut, {
    ...value === undefined
      ? notTimedOut(error, timeIsOver())
      : mistakes.listensTooLate,
    expected: wanted.timedOut,
    came,
  });
});

check({
  name: t(
    "ask() throws TimedOut whatever the reason of its limit is",
    "ask()는 제한이 끝난 이유가 무엇이든 TimedOut을 던진다",
  ),
  needs: ["ask"],
  after: givesUp,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  for (const reason of reasons) {
    const limit = new AbortController();
    const asking = settle(() => ask(server.at, encode("alive?"), limit.signal));
    wire.onHang((log) => limit.signal.aborted ? deafToLimit(log) : undefined);
    await server.question(asking);
    await Promise.race([asking, wire.until(isReceiving)]);
    limit.abort(reason);
    const { error, came } = await asking;
    expect(error instanceof Deno.errors.TimedOut, {
      ...mistakes.asksForTheReason,
      came,
    });
  }
});

check({
  name: t(
    "ask() is done when it has returned, even if the limit ends later",
    "ask()가 끝난 뒤에는 제한 시간이 다 되어도 아무 일이 없다",
  ),
  needs: ["ask"],
  after: givesUp,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const limit = new AbortController();
  const asking = settle(() => ask(server.at, encode("soon?"), limit.signal));
  const [, from] = await server.question(asking);
  await server.send("soon", from);
  expectBytes(await valueOf(asking), encode("soon"), named.answer);
  // What a listener that was left behind throws here is an uncaught error.
  limit.abort(timeIsOver());
});

check({
  name: t(
    "ask() passes on the error of a datagram that is too long",
    "ask()는 데이터그램이 너무 길 때의 오류를 그대로 전한다",
  ),
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const tooLong = new Uint8Array(70_000);
  const asking = settle(() => ask(server.at, tooLong, noLimit));
  // A part of it that arrives gets an answer, so that nobody waits in vain.
  server.answerInCase("?");
  const { error, came } = await asking;
  const [sent] = sends(wire.log);
  expect(error !== undefined && !(error instanceof Deno.errors.TimedOut), {
    ...error === undefined
      ? mistakes.cutsAQuestionThatIsTooLong
      : mistakes.takesEveryErrorForTheLimit,
    came: sent?.outcome === "ok" ? givenToSend(sent.size) : came,
  });
});

check({
  name: t(
    "ask() can be called twice at once",
    "ask()는 동시에 두 번 불러도 된다",
  ),
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  readsTogether(wire);
  wire.onHang(() => sharesBetweenCalls);
  const questions = ["one?", "two?"].map(encode);
  const asking = questions.map((question) =>
    settle(() => ask(server.at, question, noLimit))
  );
  const arrived = [
    await server.question(asking[0]),
    await server.question(asking[1]),
  ];
  // The second question is answered first, whichever of the two came first.
  const isFirst = ([question]: [Uint8Array, Deno.NetAddr]) =>
    Number(isBytes(question, questions[0]));
  arrived.sort((a, b) => isFirst(a) - isFirst(b));
  for (const [question, from] of arrived) {
    await server.send(reply(question), from);
  }
  for (const [i, question] of questions.entries()) {
    const value = await valueOf(asking[i]);
    expectBytes(
      value,
      reply(question),
      named.answer,
      answerOfAnother(wire.log),
    );
  }
});

check({
  name: t(
    "ask() hears the limit that two calls and their caller share",
    "ask()는 다른 호출, 호출한 쪽과 함께 쓰는 제한 시간도 듣는다",
  ),
  needs: ["ask"],
  after: givesUp,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const limit = new AbortController();
  let heard = false;
  limit.signal.onabort = () => heard = true;
  const asking = ["one?", "two?"].map((question) =>
    settle(() => ask(server.at, encode(question), limit.signal))
  );
  wire.onHang(() => mistakes.takesTheOnlyPlace);
  for (const each of asking) await server.question(each);
  await Promise.race([
    ...asking,
    wire.until((log) => receives(log).filter(isWaiting).length === 2),
  ]);
  limit.abort(timeIsOver());
  for (const each of asking) {
    const { error, came } = await each;
    expect(error instanceof Deno.errors.TimedOut, {
      ...mistakes.takesTheOnlyPlace,
      came,
    });
  }
  expect(heard, { ...mistakes.takesTheOnlyPlace, came: callerDeaf });
});

check({
  name: t(
    "ask() bears answers that are lost, come twice or out of order",
    "ask()는 유실되거나 두 번 오거나 순서가 바뀐 답을 견딘다",
  ),
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
        expectBytes(
          value,
          reply(question),
          named.answer,
          answerOfAnother(wire.log),
        );
      }
    }
  }
  const reason = timeIsOver();
  const giveUp = async ({ limit, asking }: ReturnType<typeof start>) => {
    limit.abort(reason);
    const { error, came } = await asking;
    expect(error instanceof Deno.errors.TimedOut, {
      ...notTimedOut(error, reason),
      expected: wanted.timedOutEach,
      came,
      look: sharedByCalls,
    });
  };
  for (const call of lost) await giveUp(call);
  // Now a question is lost. For the one who asks it is the same.
  const call = start(relay(wire, known, { there: { drop: [0] } }), encode("?"));
  await Promise.race([call.asking, wire.until(isReceiving)]);
  await giveUp(call);
});

check({
  name: t(
    "ask() passes on the very error of a call that fails",
    "ask()는 실패한 호출의 오류를 그대로 전한다",
  ),
  needs: ["ask"],
  after: asks,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  for (const call of ["listenDatagram", "send", "receive"] as const) {
    const problem = new Deno.errors.NotConnected(`${call}() failed`);
    wire.failNext(call, problem);
    wire.log.events.length = 0;
    const asking = settle(() => ask(server.at, encode("well?"), noLimit));
    // Who tries again gets an answer, so that nobody waits in vain.
    server.answerInCase("well");
    const settled = await asking;
    const again = calls(wire.log, "student", call).length > 1;
    expectSame(
      problem,
      settled,
      call,
      again ? mistakes.triesAgain : {
        another: settled.error instanceof Deno.errors.TimedOut
          ? { ...mistakes.takesEveryErrorForTheLimit, expected: undefined }
          : {},
      },
    );
  }
});

check({
  name: t(
    "ask() takes its listener off the limit when it is done",
    "ask()는 끝나면 제한 시간에 등록한 함수를 거둔다",
  ),
  needs: ["ask"],
  after: givesUp,
  extra: true,
}, async ({ ask }, wire) => {
  const server = udpServer(wire);
  const limit = new AbortController().signal;
  const listeners = countListeners(limit);
  const asking = settle(() => ask(server.at, encode("soon?"), limit));
  const [, from] = await server.question(asking);
  await server.send("soon", from);
  await valueOf(asking);
  expect(listeners() === 0, mistakes.leavesItsListener);
});

const serves = check({
  name: t(
    "serve() answers the one who asked",
    "serve()는 물어본 쪽에 답한다",
  ),
  needs: ["serve"],
}, async ({ serve }, wire) => {
  const a = clientOf(wire, t("client A", "클라이언트 A"));
  const b = clientOf(wire, t("client B", "클라이언트 B"));
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
    expectBytes(
      bytes,
      reply(question),
      named.answer,
      mistakes.changesTheAnswer,
    );
    expectSentFrom((from as Deno.NetAddr).port, running.address.port);
  }
});

check({
  name: t(
    "serve() receives and sends long datagrams whole",
    "serve()는 긴 데이터그램을 온전히 주고받는다",
  ),
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const lengths = [...sizes, 5];
  const answers = lengths.map((size) => payload(size, 2));
  const client = clientOf(wire, t("the client", "클라이언트"));
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
    expectBytes(
      bytes,
      answers[i],
      named.answer,
      mistakes.sendsTheAnswerInPieces,
    );
  }
});

check({
  name: t(
    "serve() answers each question that comes, also twice or out of order",
    "serve()는 두 번 오거나 순서가 바뀐 질문에도 빠짐없이 답한다",
  ),
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const clients = [
    clientOf(wire, t("client A", "클라이언트 A")),
    clientOf(wire, t("client B", "클라이언트 B")),
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
  await wire.until((log) =>
    sends(log).every(({ outcome }) => outcome !== "pending")
  );
  for (const client of clients) {
    const { port } = client.addr as Deno.NetAddr;
    // A server may answer several at once, and so in any order.
    const owed = sent.filter(({ by }) => by === client)
      .map(({ i }) => show(reply(encode(`question ${i}`)))).sort();
    const came = sends(wire.log).filter(({ address }) => address?.port === port)
      .map(({ sample = new Uint8Array() }) => show(sample)).sort();
    expect(came.join() === owed.join(), mixedUp(port, owed, came));
    for (const _ of owed) await client.receive();
  }
});

check({
  name: t(
    "serve() takes empty datagrams for questions and answers",
    "serve()는 빈 데이터그램도 질문과 답으로 다룬다",
  ),
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const answers: Record<string, string> = { "": "?", "hush": "", "last": "." };
  const questions = Object.keys(answers);
  const client = clientOf(wire, t("the client", "클라이언트"));
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
  expect(ended === undefined, mistakes.takesAnEmptyQuestionForTheEnd);
  const sent = sends(wire.log);
  const skipped = questions.find((question) =>
    !sent.some(({ sample }) => isBytes(sample, encode(answers[question])))
  );
  expect(skipped === undefined, {
    ...mistakes.skipsEmptyDatagrams,
    came: wasSkipped(skipped),
  });
  for (const question of questions) {
    const [bytes] = await client.receive();
    expectBytes(bytes, encode(answers[question]), named.answer);
  }
});

check({
  name: t(
    "serve() goes on after a question for which answer() throws",
    "serve()는 answer()가 오류를 던진 질문 뒤에도 계속된다",
  ),
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, t("the client", "클라이언트"));
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
    ...mistakes.diesOfOneBadQuestion,
    came: ended?.error === undefined ? serveEnded : ended.came,
  });
  const [bytes] = await client.receive();
  expectBytes(
    bytes,
    reply(encode("fine?")),
    named.answer,
    mistakes.answersABadQuestion,
  );
});

check({
  name: t(
    "serve() goes on after an answer that cannot be sent",
    "serve()는 보낼 수 없는 답 뒤에도 계속된다",
  ),
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, t("the client", "클라이언트"));
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
    ...mistakes.catchesOnlyTheErrorsOfAnswer,
    came: ended?.error === undefined ? serveEnded : ended.came,
  });
  const [bytes] = await client.receive();
  expectBytes(
    bytes,
    reply(encode("fine?")),
    named.answer,
    mistakes.cutsAnAnswerThatIsTooLong,
  );
});

check({
  name: t(
    "serve() sends an answer once, also when that fails",
    "serve()는 답을 한 번만 보낸다. 보내지 못해도 마찬가지다",
  ),
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, t("the client", "클라이언트"));
  const running = startServing(wire, serve, reply);
  const problem = new Deno.errors.NotConnected("send() failed");
  wire.failNext("send", problem, { on: running.socket });
  for (const question of ["lost?", "fine?"]) {
    await client.send(encode(question), running.address);
  }
  const ended = await Promise.race([
    running.done,
    wire.until((log) => sends(log).some(({ outcome }) => outcome === "ok")),
  ]);
  expect(ended === undefined, {
    ...mistakes.catchesOnlyTheErrorsOfAnswer,
    came: ended?.error === undefined ? serveEnded : ended.came,
  });
  const [bytes] = await client.receive();
  const again = isBytes(bytes, reply(encode("lost?")));
  expect(!again, { ...mistakes.triesAgain, ...sentAgain });
  expectBytes(bytes, reply(encode("fine?")), named.answer);
  await Promise.race([running.done, waitsIn(wire, "receive")]);
});

const ends = check({
  name: t(
    "serve() ends without an error when its socket is closed",
    "serve()는 소켓이 닫히면 오류 없이 끝난다",
  ),
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, t("the client", "클라이언트"));
  const running = startServing(wire, serve, reply);
  await client.send(encode("last?"), running.address);
  await running.answered(1, encode("last?"));
  await client.receive();
  await wire.until(isReceiving);
  running.socket.close();
  const { error, came } = await running.done;
  expect(error === undefined, {
    ...error instanceof Deno.errors.BadResource
      ? mistakes.usesAClosedSocket
      : mistakes.failsWhenItsSocketIsClosed,
    came,
  });
  const closes = wire.log.events.filter(({ call }) => call === "close");
  expect(closes.length === 1, mistakes.closesWhatItWasLent);
});

check({
  name: t(
    "serve() ends also when its socket is closed while answer() works",
    "serve()는 answer()가 일하는 동안 소켓이 닫혀도 끝난다",
  ),
  needs: ["serve"],
  after: ends,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, t("the client", "클라이언트"));
  const running = startServing(wire, serve, (question) => {
    // The owner's close(), at a moment when no receive() need be waiting.
    running.socket.close();
    return reply(question);
  });
  await client.send(encode("last?"), running.address);
  const { error, came } = await running.done;
  expect(error === undefined, { ...notEnded(wire.log, error), came });
});

check({
  name: t(
    "serve() can serve two sockets at once",
    "serve()는 두 소켓에서 동시에 일할 수 있다",
  ),
  needs: ["serve"],
  after: serves,
}, async ({ serve }, wire) => {
  const clients = [
    clientOf(wire, t("client A", "클라이언트 A")),
    clientOf(wire, t("client B", "클라이언트 B")),
  ];
  const sockets = [wire.lentDatagram(), wire.lentDatagram()];
  wire.log.events.length = 0;
  const send = (i: number, question: string) => async () =>
    await clients[i].send(encode(question), sockets[i].addr as Deno.NetAddr);
  const sent = (n: number) => () =>
    wire.until((log) => sends(log).filter(hasEnded).length >= n);
  const close = (i: number) => async () => await sockets[i].close();
  const runs = sockets.map((socket) => () => serve(socket, reply));
  const each = await inTurns(wire, runs, [
    [send(0, "one?"), sent(2), close(0)],
    [
      send(1, "two?"),
      sent(2),
      () => turns(8),
      send(1, "four"),
      sent(3),
      send(1, "five"),
      sent(4),
      close(1),
    ],
  ]);
  expectEachRight(each, () => true, { expected: wanted.eachSocket });
  const ports = clients.map(({ addr }) => (addr as Deno.NetAddr).port);
  const owed = [["one?", 0], ["two?", 1], ["four", 1], ["five", 1]] as const;
  const came = sends(wire.log).map(({ address, sample }) =>
    `${address?.port} ${show(sample ?? new Uint8Array())}`
  );
  for (const [question, i] of owed) {
    const answer = `${ports[i]} ${show(reply(encode(question)))}`;
    expect(came.includes(answer), {
      ...sharesBetweenCalls,
      ...answersGone(ports[i], reply(encode(question)), came),
    });
  }
});

check({
  name: t(
    "serve() throws on an error of receive() that is not its end",
    "serve()는 끝이 아닌 receive()의 오류를 그대로 던진다",
  ),
  needs: ["serve"],
  after: serves,
  extra: true,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, t("the client", "클라이언트"));
  const running = startServing(wire, serve, reply);
  const problem = new Deno.errors.NotConnected("receive() failed");
  await Promise.race([running.done, wire.until(isReceiving)]);
  // The one that waits by now does not fail.
  wire.failNext("receive", problem, { on: running.socket });
  await client.send(encode("fine?"), running.address);
  await Promise.race([
    running.done,
    wire.until((log) =>
      receives(log).some(({ outcome }) => outcome === "error")
    ),
  ]);
  await Promise.race([running.done, turns(8)]);
  running.socket.close();
  expectSame(problem, await running.done, "receive", {
    swallowed: mistakes.takesEveryErrorForTheEnd,
  });
});

check({
  name: t(
    "serve() goes on whatever answer() throws",
    "serve()는 answer()가 무엇을 던져도 계속된다",
  ),
  needs: ["serve"],
  after: serves,
  extra: true,
}, async ({ serve }, wire) => {
  const client = clientOf(wire, t("the client", "클라이언트"));
  const running = startServing(wire, serve, (question) => {
    if (question.length === 1) throw reasons[question[0]];
    return reply(question);
  });
  for (const i of reasons.keys()) {
    await client.send(Uint8Array.of(i), running.address);
  }
  await client.send(encode("fine?"), running.address);
  const ended = await Promise.race([
    running.done,
    wire.until((log) => sends(log).length > 0),
  ]);
  expect(ended === undefined, {
    ...mistakes.countsOnAnError,
    came: ended?.error === undefined ? serveEnded : ended.came,
  });
  const [bytes] = await client.receive();
  expectBytes(bytes, reply(encode("fine?")), named.answer);
});

const isWaiting = ({ outcome }: WireEvent) => outcome === "pending";
const hasEnded = (event: WireEvent) => !isWaiting(event);
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
  expectBytes(came, question, named.question, wrongQuestion(came, question));
  await server.send(answer, from);
  const value = await valueOf(asking);
  const cause = wrongAnswer(value, answer, question);
  expectBytes(value, answer, named.answer, cause);
}

/** Expects that what strangers send is not taken for the server's answer. */
async function expectIgnored(
  ask: typeof stub.ask,
  wire: Wire,
  play: (known: Deno.NetAddr) => Deno.DatagramConn[],
): Promise<void> {
  const server = udpServer(wire);
  const known = server.socket.addr as Deno.NetAddr;
  const liars = play(known);
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
    ...ofStranger(liesAt, known),
    expected: answerOf(known),
    came: liesAt === undefined ? came : believed(liesAt),
  });
  const sent = sends(wire.log).length;
  expect(sent === 1, {
    ...mistakes.asksAgainAfterEachStranger,
    came: datagramsSent(sent),
  });
}
