import assert from "node:assert/strict";
import { begin, createScope, currentScope, endScope, fail } from "./scope.ts";
import { finish, places, runInScope, touch, until } from "./scope.ts";
import type { RunningProgram } from "./scope.ts";
import { encode, payload } from "../bytes.ts";

Deno.test("currentScope() is undefined outside of all checks", () => {
  assert.equal(currentScope(), undefined);
});

Deno.test("runInScope() carries its scope along to all that it starts", async () => {
  const scope = createScope();
  const seen = await runInScope(scope, async () => {
    const first = currentScope();
    await Promise.resolve();
    const second = currentScope();
    const inTimer = await new Promise((resolve) =>
      setTimeout(() => resolve(currentScope()), 0)
    );
    return [first, second, inTimer];
  });
  assert.ok(seen.every((each) => each === scope));
  assert.equal(currentScope(), undefined);
});

Deno.test("runInScope() keeps two checks apart that run at the same time", async () => {
  const names = ["one", "two"] as const;
  const scopes = names.map(() => createScope());
  await Promise.all(scopes.map((scope, i) =>
    runInScope(scope, async () => {
      for (let turn = 0; turn < 5; turn++) {
        begin(currentScope()!, { side: "student", call: "read", socket: i });
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    })
  ));
  for (const [i, { log }] of scopes.entries()) {
    assert.deepEqual(log.events.map(({ socket }) => socket), Array(5).fill(i));
  }
});

Deno.test("begin() writes a pending call and where it was made", () => {
  const scope = createScope();
  const mine = begin(scope, { side: "student", call: "accept", socket: 1 });
  const theirs = begin(scope, { side: "peer", call: "accept", socket: 2 });
  assert.deepEqual(scope.log.events, [mine, theirs]);
  assert.equal(mine.outcome, "pending");
  places(scope, [mine, theirs], (url) => url === import.meta.url);
  assert.equal(mine.place?.file, "scope_test.ts");
  assert.equal(theirs.place, undefined);
});

Deno.test("finish() writes the size and a copy of the first bytes", () => {
  const scope = createScope();
  const event = begin(scope, { side: "peer", call: "write", socket: 1 });
  const bytes = payload(100);
  finish(scope, event, { outcome: "ok", bytes });
  bytes.fill(0);
  assert.deepEqual([event.outcome, event.size], ["ok", 100]);
  assert.deepEqual(event.sample, payload(48));
  assert.ok(event.ended! >= event.began);
});

Deno.test("fail() writes the error and gives it back", () => {
  const scope = createScope();
  const event = begin(scope, { side: "peer", call: "read", socket: 1 });
  const error = new Deno.errors.Busy("no");
  assert.equal(fail(scope, event, error), error);
  assert.deepEqual(event.error, { name: "Busy", message: "no" });
  assert.equal(fail(scope, event, "stop"), "stop");
  assert.deepEqual(event.error, { name: "Error", message: "stop" });
});

Deno.test("until() resolves at once where it has happened", async () => {
  const scope = createScope();
  await until(scope, () => true);
  assert.equal(scope.watchers.size, 0);
});

Deno.test("until() resolves with the event that makes it true", async () => {
  const scope = createScope();
  let resolved = false;
  const waiting = until(scope, (log) => log.events.length === 2)
    .then(() => void (resolved = true));
  const event = begin(scope, { side: "peer", call: "read" });
  finish(scope, event, { outcome: "ok", bytes: encode("hi") });
  await Promise.resolve();
  assert.ok(!resolved);
  begin(scope, { side: "peer", call: "read" });
  await waiting;
  assert.equal(scope.watchers.size, 0);
});

Deno.test("until() is asked after each begin, end, failure and touch", () => {
  const scope = createScope();
  let asked = -1;
  void until(scope, () => ++asked < 0);
  const event = begin(scope, { side: "peer", call: "read" });
  finish(scope, event, { outcome: "end" });
  fail(scope, event, new Error("no"));
  touch(scope);
  assert.equal(asked, 4);
});

Deno.test("touch() moves the time of the last event", () => {
  const scope = createScope();
  scope.log.touched = -1;
  touch(scope);
  assert.ok(scope.log.touched >= 0);
  assert.deepEqual(scope.log.events, []);
});

Deno.test("endScope() closes what is open, whatever one close throws", () => {
  const scope = createScope();
  const closed: number[] = [];
  scope.closers.set(1, () => {
    throw new Deno.errors.BadResource("closed before");
  });
  scope.closers.set(2, () => void closed.push(2));
  scope.watchers.add(() => {});
  endScope(scope);
  assert.deepEqual(closed, [2]);
  assert.deepEqual([scope.ended, scope.watchers.size], [true, 0]);
});

Deno.test("endScope() ends the programs that run beside the check", () => {
  const scope = createScope();
  let terminated = 0;
  const program = { terminate: () => terminated++ };
  scope.programs.add(program as unknown as RunningProgram);
  endScope(scope);
  assert.equal(terminated, 1);
});

Deno.test("until() looks at a long log now and then, and misses nothing", async () => {
  const scope = createScope();
  const add = () => {
    finish(scope, begin(scope, { side: "student", call: "write", socket: 1 }), {
      outcome: "ok",
      size: 1,
      bytes: new Uint8Array(9),
    });
  };
  let looks = 0;
  let done = false;
  const waiting = until(scope, (log) => {
    looks++;
    return log.events.length === 20_000;
  }).then(() => done = true);
  for (let i = 1; i < 20_000; i++) add();
  await new Promise((resolve) => setTimeout(resolve, 1));
  assert.ok(!done && looks < 3_000, `${looks} looks`);
  add();
  await waiting;
  endScope(scope);
});

Deno.test("begin() keeps the stacks of some of many calls alike", () => {
  const scope = createScope();
  const writes = Array.from(
    { length: 5_000 },
    () => begin(scope, { side: "student", call: "write", socket: 1 }),
  );
  const read = begin(scope, { side: "student", call: "read", socket: 1 });
  const kept = scope.traces.size;
  assert.ok(kept > 256 && kept < 500, `${kept} of 5,001`);
  places(scope, [...writes.slice(-70), read], (url) => url === import.meta.url);
  assert.ok(writes.slice(-70).every(({ place }) => place !== undefined));
  assert.notEqual(read.place?.line, writes[0].place?.line);
  endScope(scope);
});
