import assert from "node:assert/strict";
import { encode } from "../support/bytes.ts";
import { installCalls } from "../support/log/calls.ts";
import { Failure } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { createScope, endScope, runInScope } from "../support/log/scope.ts";
import { settle } from "../support/settle.ts";
import { udpServer } from "./server.ts";
import { startServing } from "./serving.ts";
import { wrongAnswer, wrongQuestion } from "./diagnose.ts";
import { mistakes } from "./words.ts";
import { createWire } from "../support/wire.ts";
import type { Wire } from "../support/wire.ts";

installCalls();

/** Tests `script` in the scope of a check, as a check's own script runs. */
function test(name: string, script: (wire: Wire) => Promise<void>): void {
  Deno.test(name, async () => {
    const scope = createScope();
    try {
      await runInScope(scope, () => script(createWire(scope)));
    } finally {
      endScope(scope);
    }
  });
}

const own = { transport: "udp", hostname: "127.0.0.1", port: 0 } as const;
const echo = (question: Uint8Array) => question;

/** What the failure says in English; `call` must fail as a check fails. */
async function wordsOf(call: Promise<unknown>): Promise<Words> {
  const { error } = await settle(() => call);
  assert.ok(error instanceof Failure);
  return error.words as Words;
}

test("question() gives the question and its sender", async (wire) => {
  const server = udpServer(wire);
  const socket = Deno.listenDatagram(own);
  const to = { ...server.at, transport: "udp" } as const;
  const asking = settle(() => new Promise<void>(() => {}));
  await socket.send(encode("time?"), to);
  const [question, from] = await server.question(asking);
  assert.deepEqual([...question], [...encode("time?")]);
  assert.equal(from.port, (socket.addr as Deno.NetAddr).port);
  server.answerInCase("late");
  await socket.send(encode("again?"), to);
  const [answer] = await socket.receive();
  assert.deepEqual([...answer], [...encode("late")]);
});

test("question() says why none comes", async (wire) => {
  const server = udpServer(wire);
  const { why } = await wordsOf(server.question(settle(() => 5)));
  assert.match(why.en, /sent no datagram/);
  const noUsing = () => {
    throw new TypeError("Symbol(Symbol.dispose) is not a function: dispose");
  };
  const words = await wordsOf(server.question(settle(noUsing)));
  assert.match(words.look.en, /finally/);
});

test("question() tells a TCP connection from a datagram", async (wire) => {
  const server = udpServer(wire);
  const asking = settle(() => Deno.connect({ ...server.at }));
  const { why } = await wordsOf(server.question(asking));
  assert.match(why.en, /TCP/);
});

test("answered() waits for the answer and compares the question", async (wire) => {
  const client = wire.datagram();
  const serving = startServing(wire, async (socket, answer) => {
    const [question, from] = await socket.receive();
    await socket.send(answer(question), from);
  }, echo);
  await client.send(encode("one"), serving.address);
  await serving.answered(1, encode("one"));
  const words = await wordsOf(serving.answered(2, encode("two")));
  assert.match(words.came.en, /ended after 1 answer\./);
});

test("answered() counts the calls of answer()", async (wire) => {
  const client = wire.datagram();
  const serving = startServing(wire, async (socket, answer) => {
    const [question, from] = await socket.receive();
    answer(question);
    await socket.send(answer(question), from);
  }, echo);
  await client.send(encode("one"), serving.address);
  const { why } = await wordsOf(serving.answered(1, encode("one")));
  assert.match(why.en, /more than once for one question/);
});

Deno.test("wrongQuestion() knows a question that came in pieces", () => {
  const [one, two] = ["one", "three"].map(encode);
  assert.equal(wrongQuestion(one, two), mistakes.sendsTheQuestionInPieces);
  assert.equal(wrongQuestion(two, one), mistakes.changesTheQuestion);
});

Deno.test("wrongAnswer() tells from the bytes what went wrong", () => {
  const [question, answer] = ["time?", "12:04"].map(encode);
  const why = (value: unknown) => wrongAnswer(value, answer, question).why?.en;
  assert.match(why(question)!, /That is the question/);
  assert.match(why(answer.subarray(0, 2))!, /had room for 2 bytes/);
  assert.match(why(new Uint8Array(64))!, /A buffer/);
  assert.equal(why("12:04"), undefined);
});
