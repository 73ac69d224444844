import assert from "node:assert/strict";
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import { announce, askPrograms, stopSignal } from "./program.ts";
import type { Program, ProgramOptions } from "./program.ts";
import { createScope, endScope, runInScope } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { pending } from "../log/wire_log.ts";
import { settle } from "../settle.ts";
import { createWire } from "../wire.ts";
import type { Wire } from "../wire.ts";

const name = { en: "your program", ko: "내 프로그램" };
const path = "../tests/support/fixtures/programs.ts";
const signals = [announce, stopSignal];

interface Stage {
  scope: Scope;
  wire: Wire;
  start(run: string, options?: Partial<ProgramOptions>): Program;
  /** Rejects with what ended the check. */
  aborted: Promise<never>;
}

/** Tests `script` in the scope of a check, with programs in real workers. */
function test(title: string, script: (stage: Stage) => Promise<void>): void {
  Deno.test(title, async () => {
    const scope = createScope();
    scope.silent = true;
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    aborted.catch(() => {});
    scope.abort = reject;
    const wire = createWire(scope);
    const start: Stage["start"] = (run, options) =>
      wire.program({ path, run, args: [], name, ...options });
    try {
      await runInScope(scope, () => script({ scope, wire, start, aborted }));
    } finally {
      endScope(scope);
    }
  });
}

/** What the check is told in English when `aborted` ends it. */
async function wordsOf(aborted: Promise<never>): Promise<Words> {
  const { error } = await settle(() => aborted);
  assert.ok(error instanceof Failure && "came" in error.words);
  return error.words;
}

test("two programs share no memory", async ({ start }) => {
  const ends = await Promise.all(
    [start("counts"), start("counts")].map(({ ended }) => ended),
  );
  for (const { value, came, announcements, open } of ends) {
    assert.equal(value, 1);
    assert.equal(came.en, "It returned 1.");
    assert.equal(announcements, 0);
    assert.deepEqual(open, []);
  }
});

test("a program announces, and runs until it is stopped", async ({ start }) => {
  const args = [...signals, ["one", "two"]];
  const program = start("announces", { args });
  assert.equal(await program.announced, "one");
  program.stop();
  const { value, announcements } = await program.ended;
  assert.equal(value, "stopped");
  assert.equal(announcements, 2);
});

test("its calls and what it left open come into the check's log", async ({ wire, start, scope }) => {
  const server = wire.server();
  const program = start("sends", { args: [server.address, "hello"] });
  const theirs = await server.accept();
  assert.equal((await theirs.receive(5)).length, 5);
  await theirs.wasRead();
  const { value, open } = await program.ended;
  assert.deepEqual(value, { bytes: 5 });
  assert.deepEqual(open.map(({ call }) => call), ["connect"]);
  assert.match(scope.printed.text, /^connected/);
  const mine = wire.log.events.filter(({ side }) => side === "student");
  assert.deepEqual(mine.map(({ call }) => call), ["connect", "write"]);
  assert.ok(mine.every(({ ended }) => ended !== undefined));
  const socket = wire.log.sockets.find(({ side }) => side === "student")!;
  assert.equal(socket.name, name);
  assert.equal(socket.local.port, theirs.remote.port);
});

test("limits hold in a program too", async ({ wire, start }) => {
  const server = wire.server();
  const args = [server.address, "hello"];
  start("sends", { args, limits: { write: 2 } });
  const theirs = await server.accept();
  assert.equal((await theirs.receiveSome()).length, 2);
});

test("a result that cannot be sent is still told in words", async ({ start }) => {
  const { value, came } = await start("returnsWhatCannotBeSent").ended;
  assert.equal(value, undefined);
  assert.match(came.en, /Function/);
});

test("an error ends the check, with the cause that it knows", async ({ start, aborted }) => {
  const why = { en: "It went too far.", ko: "너무 멀리 갔습니다." };
  start("throws", {
    whyError: (error) => error.message === "too far" ? { why } : undefined,
  });
  const words = await wordsOf(aborted);
  assert.match(words.came.en, /RangeError: too far/);
  assert.equal(words.why, why);
});

test("an error that may be thrown is how the program ended", async ({ start }) => {
  const { error, came } = await start("throws", { mayFail: true }).ended;
  assert.deepEqual(error, { name: "RangeError", message: "too far" });
  assert.equal(came.en, "It threw RangeError: too far.");
});

test("a rejection that nobody caught ends the check", async ({ start, aborted }) => {
  const why = { en: "Nobody's.", ko: "아무의 것도 아닙니다." };
  start("rejects", { mayFail: true, whyError: () => ({ why }) });
  const words = await wordsOf(aborted);
  assert.match(words.came.en, /nobody caught/);
  assert.equal(words.why, why);
});

test("Deno.exit() ends the check", async ({ start, aborted }) => {
  start("exits");
  assert.match((await wordsOf(aborted)).came.en, /Deno\.exit\(\)/);
});

test("a program that must be stopped may not end before", async ({ start, aborted }) => {
  start("counts", { args: [stopSignal] });
  const { came } = await wordsOf(aborted);
  assert.match(came.en, /It came to its end before that\. It returned 1/);
});

test("an export that is missing ends the check", async ({ start, aborted }) => {
  start("nothing");
  await assert.rejects(aborted, Failure);
});

test("askPrograms() finds the one that spins", async ({ scope, start }) => {
  const waits = start("announces", { args: [...signals, [1]] });
  const spins = start("spins", { args: [announce] });
  await Promise.all([waits.announced, spins.announced]);
  const [spinning, ...others] = await askPrograms(scope);
  assert.equal(spinning, [...scope.programs][1]);
  assert.deepEqual(others, []);
  // It is not asked a second time.
  assert.deepEqual(await askPrograms(scope), []);
});

test("askPrograms() asks for the place of each call of a recording", async ({ wire, scope, start }) => {
  const server = wire.server();
  // More lines than a failure ever names.
  const lines = Array.from({ length: 100 }, (_, i) => `line ${i}`);
  for (const recorded of [true, false]) {
    const program = start("client", {
      path: "../solutions/12_server_and_client/server_and_client.ts",
      args: [server.address, lines],
      limits: { write: 1 },
      mayFail: true,
      recorded,
    });
    const theirs = await server.accept();
    await theirs.receiveToEnd();
    theirs.close();
    await program.ended;
  }
  await askPrograms(scope);
  const connections = scope.log.sockets
    .filter(({ side }) => side === "student");
  const known = connections.map(({ id }) =>
    scope.log.events.filter(({ socket }) => socket === id)
      .every(({ place }) => place !== undefined)
  );
  assert.deepEqual(known, [true, false]);
});

test("askPrograms() asks where the calls were made", async ({ wire, scope, start }) => {
  const solution = "12_server_and_client/server_and_client.ts";
  const server = start("server", {
    path: `../solutions/${solution}`,
    args: [{ hostname: "127.0.0.1", port: 0 }, ...signals],
  });
  await server.announced;
  await wire.until(({ events }) =>
    events.some(({ call }) => call === "accept")
  );
  await askPrograms(scope);
  const [listen, accept] = scope.log.events;
  assert.equal(listen.place?.file, "server_and_client.ts");
  assert.ok(accept.place!.line > listen.place!.line);
});

test("an hour passes in a program too", async ({ scope, wire, start }) => {
  const server = wire.server();
  const args = [server.address];
  const program = start("readsForAMinute", { args, mayFail: true });
  await server.accept();
  await wire.until((log) =>
    pending(log, "student").some(({ call }) => call === "read")
  );
  const did = await wire.timePasses();
  assert.deepEqual([did?.kind, did?.event?.call], ["ends", "read"]);
  assert.equal(did?.timer.ms, 60_000);
  assert.equal(scope.disturbed, did);
  assert.equal((await program.ended).error?.name, "Interrupted");
});
