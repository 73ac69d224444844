import { isDeepStrictEqual } from "node:util";
import {
  answerIn,
  clientEnd,
  expectAnswers,
  readsOn,
  startClient,
} from "./12_server_and_client/client.ts";
import { oddLines } from "./12_server_and_client/data.ts";
import {
  closedEarly,
  isOfACall,
  missingAnswers,
  noEndOfLines,
  noError,
  noUnexpectedEof,
} from "./12_server_and_client/diagnose.ts";
import {
  inLines,
  lineClient,
  longest,
  sendLongLine,
} from "./12_server_and_client/line_client.ts";
import type { LineClient } from "./12_server_and_client/line_client.ts";
import {
  expectNothingOpen,
  listenerClosed,
  runServer,
  startServer,
} from "./12_server_and_client/server.ts";
import { came, mistakes, wanted } from "./12_server_and_client/words.ts";
import type { Cause } from "./12_server_and_client/words.ts";
import type * as stub from "./stubs/12_server_and_client/server_and_client.ts";
import { encode, join, show } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { sawEnd, servedTo } from "./support/echo/serving.ts";
import { expectBytes } from "./support/expect_bytes.ts";
import { expect } from "./support/failure.ts";
import { bytesMoved, calls } from "./support/log/wire_log.ts";
import type { WireEvent, WireLog } from "./support/log/wire_log.ts";
import { segments } from "./support/network/segments.ts";
import { turns } from "./support/network/turns.ts";
import type { Peer } from "./support/peer.ts";
import type { CallEnd } from "./support/program/messages.ts";
import { announce, stopSignal } from "./support/program/program.ts";
import type { ProgramEnd } from "./support/program/program.ts";
import { prepareWorkers } from "./support/program/entry.ts";
import { lacksResets } from "./support/resets.ts";
import { settle } from "./support/settle.ts";
import { t } from "./support/text.ts";
import type { Text } from "./support/text.ts";

await prepareWorkers();

const path = "12_server_and_client/server_and_client.ts";
const check = checksOf<typeof stub>(path);

const answers = check({
  name: t(
    "server() announces its address, answers lines and stops",
    "server()는 주소를 알리고, 줄마다 답하고, 멈춘다",
  ),
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
  name: t(
    "server() finds the lines, however the bytes arrive",
    "server()는 바이트가 어떻게 나뉘어 와도 줄을 찾아낸다",
  ),
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const client = await lineClient(wire, address);
  const all = (cause: Cause) => ({ silent: cause, wrong: cause });
  await client.send("ab");
  await client.wasRead();
  await client.send("c\n");
  await client.expectLine("1: abc", all(mistakes.takesAReadForALine));
  await client.send("d\ne\n");
  await client.expectLine("2: d", all(mistakes.answersOnlyTheFirstLineOfARead));
  await client.expectLine("3: e", all(mistakes.answersOnlyTheFirstLineOfARead));
  const korean = encode("한글\n");
  await client.send(korean.subarray(0, 4));
  await client.wasRead();
  await client.send(korean.subarray(4));
  await client.expectLine("4: 한글", all(mistakes.decodesPieceByPiece));
  await client.send("\n");
  await client.expectLine("5: ", all(mistakes.skipsEmptyLines));
  await client.send(" f \r\n");
  await client.expectLine("6:  f \r");
  await client.expectEnd();
  await expectStop();
});

const many = check({
  name: t(
    "server() serves many clients at once, each with its own count",
    "server()는 여러 클라이언트를 동시에, 줄은 클라이언트마다 따로 세며 처리한다",
  ),
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
    await clients[name].expectLine(answer, {
      silent: mistakes.servesTooFewAtATime,
    });
  }
  for (const name of names) await clients[name].expectEnd();
  await expectStop();
});

check({
  name: t(
    "server() takes nothing in a line for something else",
    "server()는 줄에 무엇이 적혀 있든 데이터로 여긴다",
  ),
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const client = await lineClient(wire, address);
  const plain = oddLines.map((_, i) => `line ${i}`);
  // First so many of the usual ones: a bound on their number is another mistake.
  for (const [i, line] of [...plain, ...oddLines].entries()) {
    const cause = i < plain.length
      ? mistakes.boundsItsLines
      : mistakes.takesALineForACommand;
    await client.send(line + "\n");
    await client.expectLine(`${i + 1}: ${line}`, {
      ended: cause,
      silent: cause,
    });
  }
  await client.expectEnd();
  await expectStop();
});

check({
  name: t(
    "server() keeps apart what its clients have sent so far",
    "server()는 클라이언트마다 아직 끝나지 않은 줄을 따로 둔다",
  ),
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const options = { path, together: true };
  const { address, expectStop } = await startServer(wire, options);
  const a = await lineClient(wire, address, clientNamed("A"));
  const b = await lineClient(wire, address, clientNamed("B"));
  // Both reads come back at once.
  await Promise.all([a.send("a1\n"), b.send("b1\n")]);
  const buffer = mistakes.sharesTheBuffer;
  await a.expectLine("1: a1", { wrong: buffer, silent: buffer });
  await b.expectLine("1: b1", { wrong: buffer, silent: buffer });
  // The first byte of the second character comes, and no more of it.
  const line = encode("half 한글\n");
  await a.send(line.subarray(0, 9));
  await readsOn(wire, a);
  await b.send("b2\n");
  const wrong = (text: string) =>
    text.includes("half")
      ? mistakes.sharesTheRestOfALine
      : mistakes.sharesTheDecoder;
  await b.expectLine("2: b2", { wrong, ended: mistakes.sharesTheDecoder });
  await a.send(line.subarray(9));
  await a.expectLine("2: half 한글", { wrong });
  for (const client of [a, b]) await client.expectEnd();
  await expectStop();
});

const lastLine = check({
  name: t(
    "server() answers a last line that has no \\n",
    "server()는 \\n 없이 끝난 마지막 줄에도 답한다",
  ),
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const came: [sent: string, answer: Uint8Array, expected: string][] = [];
  for (
    const [sent, expected] of [
      ["a\n", "1: a\n"],
      ["a\nb", "1: a\n2: b\n"],
      ["b", "1: b\n"],
      ["", ""],
    ]
  ) {
    const client = await wire.client(address);
    await client.send(sent);
    await client.end();
    wire.onHang(() => mistakes.forgetsToCloseTheConnection);
    came.push([sent, await client.receiveToEnd(), expected]);
    client.close();
  }
  await expectStop();
  for (const [sent, answer, expected] of came) {
    const cause = answer.length < encode(expected).length
      ? mistakes.losesTheLastLine
      : mistakes.answersAnEmptyRest;
    expectBytes(
      answer,
      encode(expected),
      wanted.answerTo(show(encode(sent))),
      closedEarly(wire.log) ?? cause,
    );
  }
});

check({
  name: t(
    "server() sends a long answer whole",
    "server()는 긴 답을 빠짐없이 보낸다",
  ),
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const limits = { write: 300 };
  const { address, expectStop } = await startServer(wire, { path, limits });
  const client = await wire.client(address);
  const line = "소켓 socket ".repeat(100) + ".";
  await client.send(line + "\n");
  await client.end();
  wire.onHang(() => mistakes.forgetsToCloseTheConnection);
  const answer = await client.receiveToEnd();
  client.close();
  await expectStop();
  expectBytes(
    answer,
    encode(`1: ${line}\n`),
    wanted.longAnswer,
    closedEarly(wire.log),
  );
});

check({
  name: t(
    "server() answers lines that fit into no buffer",
    "server()는 어떤 버퍼보다도 긴 줄에도 답한다",
  ),
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const client = await lineClient(wire, address);
  let isSlow = false;
  for (const size of [70_000, longest]) {
    const cause = mistakes.boundsALine;
    const causes = { silent: cause, ended: cause, wrong: cause };
    const number = size === longest ? 2 : 1;
    wire.onHang(() => ({ ...cause, came: came.stopsReading }));
    const isOver = wire.until((log) =>
      servedTo(log, client.local)?.state === "closed"
    );
    const line = await sendLongLine(wire, client, size, isOver);
    await client.expectLine(`${number}: ${line}`, causes);
    isSlow = line.length < size;
  }
  // And so many that they are together more than 6 MiB.
  const lines = [
    ...(isSlow ? [] : longLines(80, 64 * 1024)),
    ...Array.from({ length: isSlow ? 100 : 1_200 }, (_, i) => `line ${i}`),
  ];
  const sending = settle(() => client.send(lines.join("\n") + "\n"));
  const cause = mistakes.boundsItsLines;
  for (const [i, line] of lines.entries()) {
    await client.expectLine(`${i + 3}: ${line}`, {
      silent: cause,
      ended: cause,
    });
  }
  await sending;
  await client.expectEnd();
  await expectStop();
});

check({
  name: t(
    "server() lets no client that does not read hold up the others",
    "server()는 읽지 않는 클라이언트 때문에 다른 클라이언트를 기다리게 하지 않는다",
  ),
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const options = { path, room: 600 };
  const { program, address, expectStop } = await startServer(wire, options);
  const a = await lineClient(wire, address, clientNamed("A"));
  const b = await lineClient(wire, address, clientNamed("B"));
  await b.send("b1\n");
  await b.expectLine("1: b1");
  await a.send("a\n".repeat(400));
  await wire.until((log) => {
    const theirs = servedTo(log, a.local);
    return theirs !== undefined && bytesMoved(log, theirs, "write") >= 600;
  });
  const silent = mistakes.holdsUpTheOthers;
  await b.send("b2\n");
  await b.expectLine("2: b2", { silent });
  const c = await lineClient(wire, address, clientNamed("C"));
  await c.send("c1\n");
  await c.expectLine("1: c1", { silent });
  // A reads at last, and nothing was lost.
  program.release();
  for (let i = 1; i <= 400; i++) await a.expectLine(`${i}: a`);
  for (const client of [a, b, c]) await client.expectEnd();
  await expectStop();
});

check({
  name: t(
    "server() survives a client that resets its connection",
    "server()는 클라이언트가 연결을 리셋해도 살아남는다",
  ),
  needs: ["server"],
  after: many,
}, async (_, wire) => {
  const whyError = () => mistakes.diesOfAResetClient;
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
  const gone = mistakes.dropsTheOthersAfterAReset;
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
  name: t(
    "server() serves its clients to their end after stop",
    "server()는 stop 신호를 받아도 연결된 클라이언트를 끝까지 처리한다",
  ),
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
  wire.onHang(() => mistakes.keepsListeningAfterStop);
  await wire.until(listenerClosed);
  // B is still served when A has come to its end.
  for (const client of [a, b]) {
    await settle(() => client.send("two\n"));
    await client.expectLine("2: two", {
      ended: mistakes.dropsItsClientsOnStop,
    });
    await client.expectEnd();
  }
  await expectStop();
});

check({
  name: t(
    "server() serves nobody when stop came before the call",
    "server()는 호출되기 전에 stop이 abort되었으면 아무도 처리하지 않는다",
  ),
  needs: ["server"],
  after: answers,
  // It need not even listen.
  wire: false,
}, async (_, wire) => {
  const program = runServer(wire, {
    path,
    stopped: true,
    whyError: () => mistakes.rejectsWhenItStops,
  });
  wire.onHang(() => ({
    ...mistakes.neverHearsAStopThatCameBefore,
    came: came.stillRunning,
  }));
  expectNothingOpen(wire, await program.ended);
});

check({
  name: t(
    "server() throws on what ready() throws, and closes its listener",
    "server()는 ready()가 던진 오류를 그대로 던지고 듣기 소켓을 닫는다",
  ),
  needs: ["server"],
  extra: true,
  after: answers,
}, async (_, wire) => {
  const throws = "no use for that address";
  const program = runServer(wire, { path, throws, mayFail: true });
  wire.onHang(() => ({
    ...mistakes.swallowsTheErrorOfReady,
    came: came.stillRunning,
  }));
  const end = await program.ended;
  expect(end.error?.message === throws && end.error.name === "Error", {
    ...mistakes.swallowsTheErrorOfReady,
    came: end.came,
  });
  expectNothingOpen(wire, end, mistakes.keepsTheListenerAfterAnError);
});

check({
  name: t(
    "two servers run side by side, each on a port of its own",
    "두 서버가 각자의 포트에서 나란히 실행된다",
  ),
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const whyError = ({ name }: { name: string }) =>
    name === "AddrInUse" ? mistakes.alwaysTakesOnePort : undefined;
  const servers = await Promise.all([
    startServer(wire, { path, whyError }),
    startServer(wire, { path, whyError }),
  ]);
  const [{ address }] = servers;
  const client = await lineClient(wire, address);
  await client.send("hi\n");
  await client.expectLine("1: hi");
  await client.expectEnd();
  // To the second one nobody has come.
  for (const { expectStop } of servers) await expectStop();
});

check({
  name: t(
    "server() throws on what keeps it from listening",
    "server()는 듣지 못하게 한 오류를 그대로 던진다",
  ),
  needs: ["server"],
  after: answers,
}, async (_, wire) => {
  const { address: { hostname, port } } = wire.server();
  const program = runServer(wire, {
    path,
    args: [{ hostname, port }, announce, stopSignal],
    mayFail: true,
  });
  const taken = program.announced.then(() => {
    expect(false, {
      ...mistakes.swallowsTheErrorOfListen,
      came: came.anotherPort,
    });
  });
  const end = await Promise.race([program.ended, taken]) as ProgramEnd;
  expect(end.error !== undefined && isOfACall(wire.log, end.error), {
    ...mistakes.swallowsTheErrorOfListen,
    came: end.came,
  });
});

const asks = check({
  name: t(
    "client() sends its lines, says that they end, and returns the answers",
    "client()는 줄을 보내고, 끝임을 알리고, 답을 돌려준다",
  ),
  needs: ["client"],
}, async (_, wire) => {
  const server = wire.server();
  const lines = ["hello", "안녕", ""];
  const program = startClient(wire, server.address, lines, { path });
  const theirs = await server.accept();
  const expected = encode("hello\n안녕\n\n");
  wire.onHang((log) => noEndOfLines(log, expected.length));
  const sent = await theirs.receiveToEnd();
  expectBytes(sent, expected, wanted.sentLines, mistakes.leavesALineEndOut);
  await theirs.send("1: hello\n2: 안녕\n3: \n");
  theirs.close();
  await expectAnswers(wire, program, ["1: hello", "2: 안녕", "3: "]);
  const asked = calls(wire.log, "student", "connect")[0].address?.hostname;
  expect(asked === server.address.hostname, {
    expected: wanted.connectTo(server.address.hostname),
    came: came.connectTo(String(asked)),
    ...mistakes.connectsByAName,
  });
});

check({
  name: t(
    "client() without lines sends nothing but the end",
    "client()는 보낼 줄이 없으면 스트림의 끝만 보낸다",
  ),
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const { hostname, port } = server.address;
  // Two calls: to one of them the server has something to say.
  const also = [[{ hostname, port }, []]];
  const program = startClient(wire, server.address, [], { path, also });
  for (const answer of ["", "hi\n"]) {
    const theirs = await server.accept();
    wire.onHang(() => mistakes.forgetsTheHalfClose);
    const sent = await theirs.receiveToEnd();
    const cause = mistakes.sendsALineForNothing;
    expectBytes(sent, encode(""), wanted.sentNothing, cause);
    await theirs.send(answer);
    theirs.close();
  }
  wire.onHang(() => ({ expected: wanted.clientsEnd }));
  const { value } = await program.ended;
  const ends = value as CallEnd[];
  const all = ends.map((end) => "value" in end && end.value);
  expect(isDeepStrictEqual(new Set(all), new Set([[], ["hi"]])), {
    expected: wanted.answersOfBoth([[], ["hi"]]),
    came: came.ofBoth(ends),
    ...ends.some((end) => "error" in end)
      ? mistakes.refusesMoreAnswersThanLines
      : all.every((one) => isDeepStrictEqual(one, ["hi"]))
      ? mistakes.sharesBetweenCalls
      : mistakes.leavesAnswersOut,
  });
});

check({
  name: t(
    "client() sends a long line whole",
    "client()는 긴 줄을 빠짐없이 보낸다",
  ),
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const line = "소켓 socket ".repeat(100) + ".";
  const limits = { write: 300 };
  const program = startClient(wire, server.address, [line], { path, limits });
  const theirs = await server.accept();
  const expected = encode(line + "\n");
  wire.onHang((log) => noEndOfLines(log, expected.length));
  expectBytes(await theirs.receiveToEnd(), expected, wanted.sentLines);
  await theirs.send("1: ok\n");
  theirs.close();
  await expectAnswers(wire, program, ["1: ok"]);
});

check({
  name: t(
    "client() changes no line and no answer",
    "client()는 줄도 답도 바꾸지 않는다",
  ),
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const lines = [...oddLines];
  const program = startClient(wire, server.address, lines, { path });
  const theirs = await server.accept();
  const expected = encode(lines.map((line) => line + "\n").join(""));
  wire.onHang((log) => noEndOfLines(log, expected.length));
  const sent = await theirs.receiveToEnd();
  expectBytes(sent, expected, wanted.sentLines, mistakes.changesTheLine);
  const answers = lines.map((line, i) => `${i + 1}: ${line}`);
  await theirs.send(answers.join("\n") + "\n");
  theirs.close();
  await expectAnswers(wire, program, answers);
});

check({
  name: t(
    "client() puts answers together that arrive in pieces",
    "client()는 조각나서 온 답을 이어 붙인다",
  ),
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
  const parts = segments(bytes, { cutAt: [2, 13, 14] });
  await answerIn(wire, program, theirs, parts);
  theirs.close();
  const answers = ["1: a", "2: 한글", "3: c"];
  await expectAnswers(
    wire,
    program,
    answers,
    (log, came) => missingAnswers(log, came, lines.length),
  );
});

check({
  name: t(
    "client() reads to the end of the stream",
    "client()는 스트림의 끝까지 읽는다",
  ),
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const program = startClient(wire, server.address, ["a", "b"], { path });
  const theirs = await server.accept();
  await theirs.receiveToEnd();
  await answerIn(wire, program, theirs, ["1: a\n2: b\n", "\ngoodbye\n"]);
  theirs.close();
  const all = ["1: a", "2: b", "", "goodbye"];
  await expectAnswers(
    wire,
    program,
    all,
    (log, came) => missingAnswers(log, came, 2),
  );
});

check({
  name: t(
    "client() throws UnexpectedEof when the server ends too early",
    "client()는 서버가 너무 일찍 끝나면 UnexpectedEof를 던진다",
  ),
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const { hostname, port } = server.address;
  const lines = ["a", "b", "c"];
  const answers = ["1: a\n2: b\n3: ", "1: a\n2: b\n", ""];
  const [, ...also] = answers.map(() => [{ hostname, port }, lines]);
  const program = startClient(wire, server.address, lines, { path, also });
  for (const answer of answers) {
    const theirs = await server.accept();
    await theirs.receiveToEnd();
    await theirs.send(answer);
    theirs.close();
  }
  const { value } = await program.ended;
  for (const end of value as CallEnd[]) {
    const error = "error" in end ? end.error : undefined;
    expect(error?.name === "UnexpectedEof", {
      expected: wanted.unexpectedEof(answers.map((text) => show(encode(text)))),
      came: came.end(end),
      ...noUnexpectedEof(end, lines.length),
    });
  }
});

check({
  name: t(
    "client() throws on that it is refused",
    "client()는 연결이 거부되면 그 오류를 그대로 던진다",
  ),
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const address = await wire.refusedAddress();
  const options = { path, mayFail: true };
  const program = startClient(wire, address, ["a"], options);
  const { error, came: ended } = await program.ended;
  const attempts = calls(wire.log, "student", "connect").length;
  expect(attempts <= 1, {
    ...mistakes.triesAgain,
    came: came.attempts(attempts),
  });
  expect(error !== undefined && isOfACall(wire.log, error), {
    expected: wanted.refusal,
    came: ended,
    ...error === undefined
      ? mistakes.swallowsTheError
      : mistakes.changesTheError,
  });
});

check({
  name: t(
    "client() throws when the server resets the connection",
    "client()는 서버가 연결을 리셋하면 오류를 던진다",
  ),
  needs: ["client"],
  after: asks,
  lacks: lacksResets,
}, async (_, wire) => {
  const server = await wire.resettingServer();
  const lines = ["a", ...longLines(96, 64 * 1024)];
  const answers = lines.map((_, i) => `${i + 1}: ok\n`).join("");
  for (const when of ["while it sends", "after the end", "at last"]) {
    const sends = when !== "at last";
    const options = { path, mayFail: true, room: sends ? 50_000 : undefined };
    const asked = sends ? lines : ["a", "b"];
    const program = startClient(wire, server.address, asked, options);
    const over = program.ended.then(() => {});
    const theirs = await server.accept();
    const has = (outcome: WireEvent["outcome"]) => (log: WireLog) =>
      log.events.some((event) =>
        event.socket === clientEnd(log, theirs)?.id && event.outcome === outcome
      );
    wire.onHang(() => mistakes.writesAllBeforeItReads);
    if (sends) {
      await theirs.receive(2);
      // This server reads no further, so a write() waits.
      const waits = wire.until((log) => {
        const mine = clientEnd(log, theirs);
        return mine !== undefined && bytesMoved(log, mine, "write") >= 50_000;
      });
      await Promise.race([waits, over]);
    } else await theirs.receiveToEnd();
    if (when !== "while it sends") {
      await answerIn(wire, program, theirs, [answers]);
    }
    if (when === "after the end") {
      await settle(() => theirs.end());
      await Promise.race([wire.until(has("end")), over]);
    }
    theirs.reset();
    if (when === "while it sends") {
      await Promise.race([wire.until(has("error")), over]);
    }
    // The reset has arrived: now the write() that waits meets it.
    await turns(5);
    program.release();
    const { error, came } = await program.ended;
    const own = error?.name === "UnexpectedEof" ? undefined : error;
    const size = encode(asked.join("\n") + "\n").length;
    expect(own !== undefined && isOfACall(wire.log, own), {
      expected: wanted.itsError,
      came,
      ...noError(wire.log, size, own),
    });
  }
});

const reads = check({
  name: t(
    "client() reads while it writes",
    "client()는 쓰는 동안에도 읽는다",
  ),
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const short = Array.from({ length: 200 }, () => "short");
  const long = [...longLines(76, 64 * 1024), ...longLines(1, 1_300_000)];
  const lines = ["hello", ...long, ...short];
  const expected = encode(lines.join("\n") + "\n");
  const limits = { write: 100_000 };
  const program = startClient(wire, server.address, lines, { path, limits });
  const theirs = await server.accept();
  wire.onHang(() => mistakes.writesAllBeforeItReads);
  const first = await theirs.receive(6);
  await theirs.send("1: hello\n");
  // As a server does whose answers nobody reads: it reads no further.
  await theirs.wasRead();
  wire.onHang((log) => noEndOfLines(log, expected.length));
  const sent = join([first, await theirs.receiveToEnd()]);
  expectBytes(sent, expected, wanted.sentLines);
  const answers = lines.slice(1).map((_, i) => `${i + 2}: ok`);
  await theirs.send(answers.join("\n") + "\n");
  theirs.close();
  await expectAnswers(wire, program, ["1: hello", ...answers]);
});

check({
  name: t(
    "client() takes answers that fit into no buffer",
    "client()는 어떤 버퍼보다도 긴 답을 받는다",
  ),
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const long = longLines(80, 64 * 1024);
  const short = Array.from({ length: 1_200 }, (_, i) => `line ${i}`);
  const lines = ["first", "second", ...long.map((_, i) => `${i}`), ...short];
  const program = startClient(wire, server.address, lines, {
    path,
    whyError: () => mistakes.boundsItsAnswers,
  });
  const theirs = await server.accept();
  await theirs.receiveToEnd();
  const answers: string[] = [];
  for (const size of [70_000, longest]) {
    answers.push(await sendLongLine(wire, theirs, size, program.ended));
  }
  // Together they are more than 6 MiB.
  const isSlow = answers[1].length < longest;
  const rest = isSlow ? lines.slice(2).map(() => "") : [...long, ...short];
  await settle(() => theirs.send(rest.join("\n") + "\n"));
  answers.push(...rest);
  theirs.close();
  const cause = () => mistakes.boundsItsAnswers;
  await expectAnswers(wire, program, answers, cause);
});

check({
  name: t(
    "client() keeps two calls apart that run at once",
    "client()는 동시에 실행되는 두 호출을 섞지 않는다",
  ),
  needs: ["client"],
  after: asks,
}, async (_, wire) => {
  const server = wire.server();
  const { hostname, port } = server.address;
  const program = startClient(wire, server.address, ["a1", "a2"], {
    path,
    together: true,
    also: [[{ hostname, port }, ["b1", "b2"]]],
  });
  const ends: Record<string, Peer> = {};
  for (let i = 0; i < 2; i++) {
    const end = await server.accept();
    wire.onHang(() => mistakes.sharesBetweenCalls);
    const lines = show(await end.receiveToEnd());
    ends[lines] = end;
  }
  const a = ends[show(encode("a1\na2\n"))];
  const b = ends[show(encode("b1\nb2\n"))];
  expect(a !== undefined && b !== undefined, {
    expected: wanted.linesOfBoth,
    came: came.linesOfBoth(Object.keys(ends)),
    ...mistakes.sharesBetweenCalls,
  });
  // The first byte of the second character comes, and no more of it.
  const answer = encode("1: 한글\n");
  await Promise.all([
    answerIn(wire, program, a, [answer.subarray(0, 7)]),
    answerIn(wire, program, b, ["1: b\n"]),
  ]);
  await answerIn(wire, program, b, ["2: b\n"]);
  b.close();
  await answerIn(wire, program, a, [answer.subarray(7), "2: a\n"]);
  a.close();
  const { value } = await program.ended;
  const right = [["1: 한글", "2: a"], ["1: b", "2: b"]];
  expect(isDeepStrictEqual(value, right.map((value) => ({ value }))), {
    expected: wanted.answersOfBoth(right),
    came: came.ofBoth(value as CallEnd[]),
    ...mistakes.sharesBetweenCalls,
  });
});

check({
  name: t(
    "server() and client() talk, end and leave nothing behind",
    "server()와 client()가 서로 말하고, 끝나고, 아무것도 남기지 않는다",
  ),
  needs: ["server", "client"],
  after: [lastLine, reads],
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const talks = [["hello", "안녕", ""], longLines(8, 128)];
  const clients = talks.map((lines) =>
    startClient(wire, address, lines, { path })
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
  return t(`client ${name}`, `클라이언트 ${name}`);
}
