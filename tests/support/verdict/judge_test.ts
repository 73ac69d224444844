import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { expect } from "../failure.ts";
import type { Words } from "../failure.ts";
import { free, judging, loopback, touchWire } from "../fixtures/judging.ts";
import type { Subject } from "../fixtures/judging.ts";
import type { Script } from "./judge.ts";
import { softDeadline } from "./silence.ts";
import { currentScope } from "../log/scope.ts";

const verdict = judging(import.meta.url);

const words: Words = {
  expected: { en: "a yes", ko: "네" },
  came: { en: "a no", ko: "아니요" },
  why: { en: "because", ko: "왜냐하면" },
  look: { en: "there", ko: "저기" },
};

Deno.test("judge() lets a check pass, with nothing to say", async () => {
  const { ms, ...rest } = await verdict(async (_, wire) => {
    const [conn, other] = await wire.pair();
    await conn.write(encode("hi"));
    assert.deepEqual(await other.receive(2), encode("hi"));
  });
  assert.deepEqual(rest, {
    name: "it works",
    state: "passed",
    message: "",
    printed: "",
    place: undefined,
  });
  assert.ok(Number.isInteger(ms) && ms < softDeadline, `${ms} ms`);
});

Deno.test("judge() tells what failed and what had happened", async () => {
  const script: Script<Subject> = async (_, wire) => {
    wire.call({ en: "the server", ko: "서버" });
    const [conn, other] = await wire.pair();
    await other.send("hi");
    await conn.read(new Uint8Array(8));
    expect(false, words);
  };
  const english = await verdict(script);
  assert.equal(english.state, "failed");
  assert.deepEqual(
    english.message.replaceAll(/judge_test\.ts:\d+/g, "HERE").split("\n"),
    [
      "Expected: a yes",
      "Came: a no",
      "Why: because",
      "Look at: there",
      "What happened:",
      '  1. the server  write() → 2 bytes "hi"',
      '  2. HERE  read() → 2 bytes "hi"',
    ],
  );
  assert.equal(english.place?.file, "judge_test.ts");
  const korean = (await verdict(script, { language: "ko" })).message.split(
    "\n",
  );
  assert.deepEqual(korean.slice(0, 6), [
    "기대: 네",
    "실제: 아니요",
    "이유: 왜냐하면",
    "살펴볼 것: 저기",
    "일어난 일:",
    '  1. 서버  write() → 2바이트 "hi"',
  ]);
});

Deno.test("judge() explains an error of the student's code, and its line", async () => {
  const { state, message, place } = await verdict(async (_, wire) => {
    const { port } = await wire.refusedAddress();
    await Deno.connect({ ...loopback, port });
  });
  assert.equal(state, "failed");
  assert.match(message, /^Came: The error ConnectionRefused: /m);
  assert.match(message, /^Why: Nobody listens at that address/m);
  assert.match(message, /judge_test\.ts:\d+ {2}connect\(\) 127\.0\.0\.1:/);
  assert.equal(place?.file, "judge_test.ts");
});

Deno.test("judge() sees a promise that was rejected and not awaited", async () => {
  const { state, message, place } = await verdict(() => {
    touchWire();
    void Promise.reject(new RangeError("lost"));
  });
  assert.equal(state, "failed");
  assert.match(
    message,
    /^Came: An error that nobody caught: The error RangeError: lost$/m,
  );
  assert.equal(place?.file, "judge_test.ts");
});

Deno.test("judge() sees what a callback threw", async () => {
  const { message } = await verdict(async () => {
    touchWire();
    setTimeout(() => {
      throw new RangeError("late");
    }, 0);
    await new Promise(() => {});
  });
  assert.match(message, /An error that nobody caught: .*RangeError: late$/m);
});

Deno.test("judge() finds a socket that was left open, and closes it", async () => {
  let left: Deno.TcpListener | undefined;
  const { state, message, place } = await verdict(() => {
    left = Deno.listen(loopback);
  });
  assert.equal(state, "failed");
  assert.match(
    message,
    /listening socket made by listen\(\) at judge_test.ts:/,
  );
  assert.equal(place?.file, "judge_test.ts");
  assert.throws(() => left!.close(), Deno.errors.BadResource);
});

Deno.test("judge() wants to see the wire used", async () => {
  const without = await verdict(() => {});
  assert.equal(without.state, "failed");
  assert.match(without.message, /^Came: Nothing was seen on the wire\.$/m);
  const onlyTheCheck = await verdict((_, wire) => wire.server().close());
  assert.equal(onlyTheCheck.state, "failed");
  assert.equal((await verdict(() => {}, free)).state, "passed");
});

Deno.test("judge() hands on what the code printed, passed or not", async () => {
  for (const yes of [true, false]) {
    const { printed } = await verdict(() => {
      currentScope()!.printed.text = "hi";
      expect(yes, words);
    }, free);
    assert.equal(printed, "hi");
  }
});
