import assert from "node:assert/strict";
import { encode } from "../support/bytes.ts";
import { losesTheRest } from "../support/expect_bytes.ts";
import { installCalls } from "../support/log/calls.ts";
import { Failure } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { expectAnswers, startClient } from "./client.ts";
import { closedEarly, noEndOfLines, noError, wrongLine } from "./diagnose.ts";
import { lineClient } from "./line_client.ts";
import { listenerClosed, startServer } from "./server.ts";
import { mistakes } from "./words.ts";
import type { Cause } from "./words.ts";
import type { Program, ProgramEnd } from "../support/program/program.ts";
import { createScope, endScope, runInScope } from "../support/log/scope.ts";
import type { Scope } from "../support/log/scope.ts";
import { settle } from "../support/settle.ts";
import { createWire } from "../support/wire.ts";
import type { Wire } from "../support/wire.ts";

installCalls();

const path = "../solutions/12_server_and_client/server_and_client.ts";

/** Tests `script` in the scope of a check. */
function test(
  title: string,
  script: (wire: Wire, scope: Scope) => Promise<void>,
): void {
  Deno.test(title, async () => {
    const scope = createScope();
    scope.silent = true;
    try {
      await runInScope(scope, () => script(createWire(scope), scope));
    } finally {
      endScope(scope);
    }
  });
}

/** What the failure says; `call` must fail as a check fails. */
async function wordsOf(call: Promise<unknown>): Promise<Words> {
  const { error } = await settle(() => call);
  assert.ok(error instanceof Failure);
  return error.words as Words;
}

/** A client, and what a server of the student's would hold. */
async function connected(wire: Wire) {
  const listener = wire.listener();
  const client = await lineClient(wire, listener.addr);
  const conn = await listener.accept();
  return { client, conn, say: (text: string) => conn.write(encode(text)) };
}

test("a client takes its lines one by one, and the end", async (wire) => {
  const { client, conn, say } = await connected(wire);
  await say("1: a\n2: ");
  await client.expectLine("1: a");
  await say("b\n3: c\n");
  await client.expectLine("2: b");
  await client.expectLine("3: c");
  conn.close();
  await client.expectEnd();
});

test("a wrong line is told by what came, or else by the check", async (wire) => {
  const { client, conn, say } = await connected(wire);
  await say("0: a\n1: x\n1: a");
  const { why } = await wordsOf(client.expectLine("1: a"));
  assert.equal(why, mistakes.countsTooLow.why);
  const cause = mistakes.countsAllClientsTogether;
  const known = await wordsOf(client.expectLine("1: a", { wrong: cause }));
  assert.equal(known.look, cause.look);
  conn.close();
  const cut = await wordsOf(client.expectLine("1: a"));
  assert.match(cut.came.en, /and the end of the stream/);
  assert.equal(cut.why, mistakes.forgetsTheLineEnd.why);
  const none = await wordsOf(client.expectLine("2: b"));
  assert.match(none.came.en, /without an answer/);
  assert.equal(none.why, mistakes.endsBeforeItsClient.why);
});

test("silence is told by what came so far", async (wire, scope) => {
  const { client, say } = await connected(wire);
  await say("1: a");
  const waiting = client.expectLine("1: a");
  waiting.catch(() => {});
  // The second read waits, so the first has brought what there was.
  await wire.until(({ events }) =>
    events.filter(({ call }) => call === "read").length === 2
  );
  const hang = scope.onHang!(wire.log)!;
  assert.match(hang.came!.en, /Only "1: a" came/);
  assert.equal(hang.why, mistakes.forgetsTheLineEnd.why);
});

test("expectEnd() wants nothing before the end", async (wire) => {
  const { client, conn, say } = await connected(wire);
  await say("1: a\n2: \n");
  await client.expectLine("1: a");
  conn.close();
  const { came } = await wordsOf(client.expectEnd());
  assert.match(came.en, /"2: \\n" came before it/);
});

Deno.test("wrongLine() tells the mistake from the text", () => {
  const cases: [came: string, cause: Cause | undefined][] = [
    ["2: 한글", mistakes.forgetsTheLineEnd],
    ["2: 한\ufffd\n", mistakes.decodesPieceByPiece],
    ["2: 한글\0\0\n", mistakes.takesTheWholeBuffer],
    ["한글\n", mistakes.answersWithoutANumber],
    ["1: 한글\n", mistakes.countsTooLow],
    ["5: 한글\n", mistakes.countsAllClientsTogether],
    ["2: 한\n", undefined],
    ["", undefined],
  ];
  for (const [came, cause] of cases) {
    assert.equal(wrongLine("2: 한글", came), cause, came);
  }
  assert.equal(wrongLine("3:  a \r", "3:  a \n"), mistakes.takesTooMuchAway);
  assert.equal(wrongLine("3: ", "3:"), mistakes.takesTooMuchAway);
  assert.equal(wrongLine("3: ", "\n"), mistakes.answersWithoutANumber);
  assert.equal(wrongLine("3: ", ""), undefined);
  assert.equal(wrongLine("3: a", "3: a\n"), undefined);
  assert.equal(wrongLine("goodbye", "3: a"), undefined);
});

test("closedEarly() knows a stream from a close()", async (wire) => {
  const { client, conn, say } = await connected(wire);
  assert.equal(closedEarly(wire.log), undefined);
  await client.end();
  for await (const _ of conn.readable);
  await assert.rejects(say("late"), Deno.errors.BadResource);
  assert.equal(
    closedEarly(wire.log),
    mistakes.closesTheConnectionWithItsStream,
  );
  const other = await connected(wire);
  other.conn.close();
  wire.log.events.length = 0;
  await assert.rejects(other.say("late"), Deno.errors.BadResource);
  assert.equal(closedEarly(wire.log), mistakes.closesBeforeTheLastWrite);
});

test("startServer() and startClient() run a server and a client", async (wire) => {
  const { address, expectStop } = await startServer(wire, { path });
  const [{ kind, state }] = wire.log.sockets;
  assert.deepEqual([kind, state], ["listener", "open"]);
  assert.ok(!listenerClosed(wire.log));
  const client = startClient(wire, address, ["a", ""], { path });
  await expectAnswers(wire, client, ["1: a", "2: "]);
  await expectStop();
  assert.ok(listenerClosed(wire.log));
});

test("startServer() wants the address that the kernel gave", async (wire) => {
  const fixture = "../tests/support/fixtures/programs.ts";
  for (
    const [told, why] of [
      [{ hostname: "127.0.0.1", port: 0 }, /only the wish/],
      [{ hostname: "0.0.0.0", port: 80 }, /does not listen at the address/],
      [8080, /no address/],
      [undefined, /no address/],
    ] as const
  ) {
    const [announce, stop] = [{ lend: "announce" }, { lend: "stop" }];
    const args = [announce, stop, [told]];
    const options = { path: fixture, run: "announces", args };
    const failed = await wordsOf(startServer(wire, options));
    assert.match(failed.why.en, why);
  }
});

test("expectStop() counts the calls of ready()", async (wire) => {
  const told = { hostname: "127.0.0.1", port: 80 };
  const args = [{ lend: "announce" }, { lend: "stop" }, [told, told]];
  const fixture = "../tests/support/fixtures/programs.ts";
  const options = { path: fixture, run: "announces", args };
  const { expectStop } = await startServer(wire, options);
  assert.match((await wordsOf(expectStop())).came.en, /2 times/);
});

test("expectAnswers() tells from the answers what went wrong", async (wire) => {
  const why = async (value: unknown, missing?: Cause) => {
    const came = { en: "It returned this.", ko: "이것입니다." };
    const end: ProgramEnd = { value, came, announcements: 0, open: [] };
    const ended = Promise.resolve(end);
    const [announced, stop, release] = [ended, () => {}, () => {}];
    const program: Program = { announced, ended, stop, release };
    const expecting = expectAnswers(
      wire,
      program,
      ["1: a", "2: b"],
      missing && (() => missing),
    );
    return (await wordsOf(expecting)).why.en;
  };
  assert.match(await why(undefined), /`return` or an `await`/);
  assert.match(await why(["1: a", "2: b", ""]), /one more piece/);
  assert.match(await why(["1: a", "3: b"]), /A counter outside/);
  assert.match(await why(["1: a2: b"]), /One read\(\) is not one answer/);
  const missing = mistakes.countsAllClientsTogether;
  assert.equal(await why(["1: a"], missing), missing.why.en);
});

test("noEndOfLines() counts what came", async (wire) => {
  const { client, conn } = await connected(wire);
  await conn.write(encode("hello"));
  await client.receive(5);
  assert.match(noEndOfLines(wire.log, 6).why.en, /waits for an answer/);
  assert.match(noEndOfLines(wire.log, 5).why.en, /half-close is missing/);
});

test("noError() knows a swallowed error from one that nobody met", async (wire) => {
  const [conn] = await wire.pair();
  await conn.write(encode("hel"));
  assert.equal(noError(wire.log, 5), losesTheRest);
  assert.equal(noError(wire.log, 3), mistakes.swallowsTheError);
  conn.close();
  await assert.rejects(conn.write(encode("lo")), Deno.errors.BadResource);
  assert.equal(noError(wire.log, 5), mistakes.swallowsTheError);
});
