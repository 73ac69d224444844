import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import type { Check } from "../check.ts";
import { free, judging, loopback, touchWire } from "../fixtures/judging.ts";
import type { Subject } from "../fixtures/judging.ts";
import { softDeadline } from "./silence.ts";

const verdict = judging(import.meta.url);

Deno.test("judge() ends a hang after the deadline and tells its cause", async () => {
  const began = performance.now();
  const { state, message, place } = await verdict(async (_, wire) => {
    wire.call({ en: "the server", ko: "서버" });
    const [conn, other] = await wire.pair();
    await Promise.all([conn.read(new Uint8Array(1)), other.receive(1)]);
  });
  const passed = performance.now() - began;
  assert.ok(passed >= softDeadline - 50, `${passed} ms`);
  assert.equal(state, "failed");
  assert.match(
    message,
    /^Came: .*read\(\) at judge_stop_test\.ts:\d+ after 2 s\.$/m,
  );
  assert.match(message, /^Why: Both ends wait for each other: the server/m);
  assert.match(message, /read\(\) → still waiting$/m);
  assert.equal(place?.file, "judge_stop_test.ts");
});

Deno.test("judge() stops an endless loop long before the deadline", async () => {
  const { message, ms } = await verdict(async (_, wire) => {
    const [conn, other] = await wire.pair();
    other.close();
    while (true) await conn.read(new Uint8Array(1));
  });
  assert.match(message, /^Came: Your loop called read\(\) 2000 times/m);
  assert.ok(ms < softDeadline, `${ms} ms`);
});

Deno.test("judge() tells a loop that awaits nothing by its call and line", async () => {
  const { state, told, message, ms, place } = await verdict(async (_, wire) => {
    const [conn] = await wire.pair();
    // Even where a catch keeps the error from the caller.
    try {
      while (true) void conn.write(encode("hi"));
    } catch {
      // What it did not understand, it leaves alone.
    }
  });
  assert.equal(state, "failed");
  assert.equal(told?.mistake, "forgetsAnAwait");
  assert.match(
    message,
    /^Came: write\(\) at judge_stop_test\.ts:\d+ was called 1,000 times without/m,
  );
  assert.equal(place?.file, "judge_stop_test.ts");
  assert.ok(ms < 1_000, `${ms} ms`);
});

Deno.test("judge() leads with what a socket was given where bytes belong", async () => {
  const { told, message } = await verdict(async (_, wire) => {
    const [conn] = await wire.pair({ write: 3 });
    const write = conn.write as unknown as (text: string) => Promise<number>;
    await write("hi").catch(() => {});
    throw new RangeError("too far");
  });
  assert.equal(told?.mistake, "givesTextForBytes");
  assert.match(message, /^Came: The error RangeError: too far$/m);
  assert.match(
    message,
    /^Why: write\(\) at judge_stop_test\.ts:\d+ was given a text\./m,
  );
});

Deno.test("judge() fails an exercise that ends the program", async () => {
  const direct = await verdict(() => Deno.exit(0));
  assert.equal(direct.state, "failed");
  assert.match(direct.message, /^Came: It called Deno\.exit\(\)/m);
  const caught = await verdict(async () => {
    try {
      Deno.exit(1);
    } catch {
      await new Promise(() => {});
    }
  });
  assert.equal(caught.message, direct.message);
});

Deno.test("judge() does not run a check that makes no sense yet", async () => {
  const never = () => assert.fail("it ran");
  const first = { en: "the first", ko: "첫째" };
  const passing = {
    name: { en: "another", ko: "다른 것" },
    state: "passed",
  } as const;
  const cases: [Partial<Check<Subject>>, string][] = [
    [
      { after: [passing, { name: first, state: "failed" }] },
      "First this check must pass: the first",
    ],
    [
      { after: { name: first, state: "failed" } },
      "First this check must pass: the first",
    ],
  ];
  for (const [check, message] of cases) {
    const outcome = await verdict(never, { check });
    assert.equal(outcome.state, "could not be checked");
    assert.equal(outcome.message, message);
  }
  const passed = { after: { name: first, state: "passed" } } as const;
  const unknown = { after: { name: first } };
  for (const check of [passed, unknown]) {
    const outcome = await verdict(() => {}, {
      check: { ...free.check, ...check },
    });
    assert.equal(outcome.state, "passed");
  }
});

Deno.test("judge() runs a check that waits when it marks, and explains none", async () => {
  const first = { en: "the first", ko: "첫째" };
  const after = { name: first, state: "failed" } as const;
  const as = { check: { ...free.check, after }, marking: true };
  assert.equal((await verdict(() => {}, as)).state, "passed");
  const failed = await verdict(() => assert.fail("it ran"), as);
  assert.equal(failed.state, "could not be checked");
  assert.equal(failed.message, "First this check must pass: the first");
  // Nobody waits two seconds for each of many checks that hang alike.
  const hanging = await verdict(() => new Promise(() => {}), as);
  assert.equal(hanging.message, failed.message);
  assert.ok(hanging.ms < 1_900, `${hanging.ms} ms`);
});

Deno.test("judge() does not run what Deno had to end before", async () => {
  const name = { en: "the first", ko: "첫째" };
  const outcome = await verdict(
    () => assert.fail("it ran"),
    { blockedBy: name, language: "ko" },
  );
  assert.equal(outcome.state, "could not be checked");
  assert.equal(outcome.message, "먼저 통과해야 하는 검사가 있습니다: 첫째");
});

Deno.test("judge() books nothing that comes late on the next check", async () => {
  const pairs: Deno.TcpConn[] = [];
  const first = await verdict(async (_, wire) => {
    const [conn, other] = await wire.pair();
    pairs.push(conn);
    // Not awaited: it is ended by the close when the check is over.
    void conn.read(new Uint8Array(1)).then(() => other.end());
    Deno.listen(loopback);
  });
  assert.equal(first.state, "failed");
  for (let i = 0; i < 3; i++) {
    const next = await verdict(async (_, wire) => {
      const [conn, other] = await wire.pair();
      await conn.write(encode("hi"));
      await other.receive(2);
    });
    assert.deepEqual([next.state, next.message], ["passed", ""]);
  }
  assert.throws(() => pairs[0].close(), Deno.errors.BadResource);
});

Deno.test({
  name: "judge() says that the machine is at fault, not the code",
  permissions: { net: false },
  async fn() {
    const { state, message } = await verdict(touchWire);
    assert.equal(state, "could not be checked");
    assert.match(message, /^The checks may not use loopback/);
  },
});
