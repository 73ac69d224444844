import assert from "node:assert/strict";
import { encode } from "./bytes.ts";
import { installCalls } from "./calls.ts";
import type { Check } from "./check.ts";
import { forbidExit } from "./exit.ts";
import type { Exercise } from "./exercise.ts";
import { expect } from "./failure.ts";
import type { Words } from "./failure.ts";
import { judge, softDeadline } from "./judge.ts";
import type { Script } from "./judge.ts";

installCalls();
forbidExit();

type Subject = Record<string, unknown>;

/** An exercise that is this very file, so that places in it are found. */
const subject: Exercise = {
  file: "judge_test.ts",
  url: import.meta.url,
  isUntouched: () => false,
  load: () => Promise.resolve({}),
  isSource: (url) => url === import.meta.url,
};

const words: Words = {
  expected: { en: "a yes", ko: "네" },
  came: { en: "a no", ko: "아니요" },
  why: { en: "because", ko: "왜냐하면" },
  look: { en: "there", ko: "저기" },
};

/** Judges `script`; a check that uses no socket if `check` says so. */
function verdict(
  script: Script<Subject>,
  check: Partial<Check<Subject>> = {},
  language: "en" | "ko" = "en",
) {
  const name = { en: "it works", ko: "작동한다" };
  return judge({ name, needs: [], ...check }, script, subject, language);
}

const free = { wire: false } as const;
const loopback = { hostname: "127.0.0.1", port: 0 };

/** A socket is used, and closed. */
function touchWire(): void {
  Deno.listen(loopback).close();
}

Deno.test("judge() lets a check pass, with nothing to say", async () => {
  const { ms, ...rest } = await verdict(async (_, wire) => {
    const [conn, other] = await wire.pair();
    await conn.write(encode("hi"));
    assert.deepEqual(await other.receive(2), encode("hi"));
  });
  assert.deepEqual(rest, {
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
  const korean = (await verdict(script, {}, "ko")).message.split("\n");
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
    /^Came: .*read\(\) at judge_test\.ts:\d+ after 2 s\.$/m,
  );
  assert.match(message, /^Why: Both ends wait for each other: the server/m);
  assert.match(message, /read\(\) → still waiting$/m);
  assert.equal(place?.file, "judge_test.ts");
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
  const cases: [Partial<Check<Subject>>, string][] = [
    [
      { after: { name: first, state: "failed" } },
      "First this check must pass: the first",
    ],
    [
      { lacks: { en: "No IPv6 here.", ko: "IPv6가 없습니다." } },
      "No IPv6 here. That is no fault of your code.",
    ],
  ];
  for (const [check, message] of cases) {
    const outcome = await verdict(never, check);
    assert.equal(outcome.state, "could not be checked");
    assert.equal(outcome.message, message);
  }
  const passed = { after: { name: first, state: "passed" } } as const;
  const unknown = { after: { name: first } };
  for (const check of [passed, unknown]) {
    const outcome = await verdict(() => {}, { ...free, ...check });
    assert.equal(outcome.state, "passed");
  }
});

Deno.test("judge() does not run what Deno had to end before", async () => {
  const name = { en: "the first", ko: "첫째" };
  const outcome = await judge(
    { name, needs: [] },
    () => assert.fail("it ran"),
    subject,
    "ko",
    name,
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
