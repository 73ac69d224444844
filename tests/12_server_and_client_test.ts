import { expectAnswers, startClient } from "./12_server_and_client/client.ts";
import {
  closedEarly,
  missingAnswers,
  noEndOfLines,
  noError,
  noUnexpectedEof,
} from "./12_server_and_client/diagnose.ts";
import { inLines, lineClient } from "./12_server_and_client/line_client.ts";
import type { LineClient } from "./12_server_and_client/line_client.ts";
import { listenerClosed, startServer } from "./12_server_and_client/server.ts";
import { mistakes, wanted } from "./12_server_and_client/words.ts";
import type { Cause } from "./12_server_and_client/words.ts";
import type * as stub from "./stubs/12_server_and_client/server_and_client.ts";
import { encode, join, show } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { sawEnd, servedTo } from "./support/echo/serving.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
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
    const [sent, expected] of [["a\n", "1: a\n"], ["a\nb", "1: a\n2: b\n"]]
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
  for (const { address, expectStop } of servers) {
    const client = await lineClient(wire, address);
    await client.send("hi\n");
    await client.expectLine("1: hi");
    await client.expectEnd();
    await expectStop();
  }
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
  for (const [from, to] of [[0, 2], [2, 13], [13, 14], [14, bytes.length]]) {
    await theirs.send(bytes.subarray(from, to));
    await theirs.wasRead();
  }
  theirs.close();
  await expectAnswers(wire, program, ["1: a", "2: 한글", "3: c"]);
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
  await theirs.send("1: a\n2: b\n");
  await theirs.wasRead();
  await settle(() => theirs.send("\ngoodbye\n"));
  theirs.close();
  const all = ["1: a", "2: b", "", "goodbye"];
  await expectAnswers(wire, program, all, missingAnswers);
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
  const options = { path, mayFail: true };
  const lines = ["a", "b", "c"];
  const program = startClient(wire, server.address, lines, options);
  const theirs = await server.accept();
  await theirs.receiveToEnd();
  await theirs.send("1: a\n2: b\n3: ");
  theirs.close();
  const end = await program.ended;
  expect(end.error?.name === "UnexpectedEof", {
    expected: wanted.unexpectedEof,
    came: end.came,
    ...noUnexpectedEof(end, lines.length),
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
  // A send(2) of Windows takes all lines at once, if it is given all at once.
  const options = { path, mayFail: true, limits: { write: 100_000 } };
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
      expected: wanted.itsError,
      came,
      ...noError(wire.log, encode(lines.join("\n") + "\n").length),
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
  const lines = ["hello", ...longLines(96, 64 * 1024), ...short];
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
    "server() and client() talk, end and leave nothing behind",
    "server()와 client()가 서로 말하고, 끝나고, 아무것도 남기지 않는다",
  ),
  needs: ["server", "client"],
  after: [lastLine, reads],
}, async (_, wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const talks = [["hello", "안녕", ""], longLines(8, 128)];
  const whyError = ({ name }: { name: string }) =>
    name === "UnexpectedEof" ? mistakes.givesFewerAnswersThanLines : undefined;
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
  return t(`client ${name}`, `클라이언트 ${name}`);
}
