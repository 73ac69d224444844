import assert from "node:assert/strict";
import { expect } from "../failure.ts";
import { judging } from "../fixtures/judging.ts";
import {
  createScope,
  currentScope,
  endScope,
  runInScope,
} from "../log/scope.ts";
import { waitsIn } from "../network/stillness.ts";
import { settle } from "../settle.ts";
import { nothingHappened } from "../verdict/verdicts.ts";
import { watchModules, watchTimers } from "./timers.ts";

/** The errors that reach the program while `act` runs. */
async function uncaughtDuring(act: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const listen = (event: ErrorEvent) => {
    event.preventDefault();
    said.push(event.error.message);
  };
  globalThis.addEventListener("error", listen);
  const real = { setTimeout, setInterval, Date };
  try {
    watchTimers();
    await act();
  } finally {
    Object.assign(globalThis, real);
    globalThis.removeEventListener("error", listen);
  }
  return said;
}

/** Lets a timer of a check throw, before the check ends or after. */
function throwIn(late: boolean): Promise<void> {
  const scope = createScope();
  const { promise, resolve } = Promise.withResolvers<void>();
  runInScope(scope, () =>
    setTimeout(() => {
      setTimeout(resolve, 0);
      throw new Error("from a timer");
    }, 0));
  if (late) endScope(scope);
  return promise.finally(() => endScope(scope));
}

Deno.test("watchTimers() keeps an error from the check that comes after", async () => {
  assert.deepEqual(await uncaughtDuring(() => throwIn(true)), []);
});

Deno.test("watchTimers() lets the error of a check that runs be told", async () => {
  const said = await uncaughtDuring(() => throwIn(false));
  assert.deepEqual(said, ["from a timer"]);
});

Deno.test("watchTimers() gives the arguments, and an id that can be cleared", async () => {
  await uncaughtDuring(async () => {
    const given = await new Promise((resolve) =>
      setTimeout((...args: unknown[]) => resolve(args), 0, 1, "two")
    );
    assert.deepEqual(given, [1, "two"]);
    let ran = false;
    clearTimeout(setTimeout(() => ran = true, 0));
    await new Promise((resolve) => setTimeout(resolve, 1));
    assert.ok(!ran);
  });
});

const judged = judging(import.meta.url);
watchTimers();

/** Reads, but only for so long. */
function readWithin(conn: Deno.TcpConn, ms: number): Promise<number | null> {
  const timer = setTimeout(() => conn.close(), ms);
  return conn.read(new Uint8Array(9)).finally(() => clearTimeout(timer));
}

Deno.test("waitsIn() fails where a timer ends the waiting", async () => {
  for (const ms of [50, 60_000]) {
    const { told, place } = await judged(async (_, wire) => {
      const [conn] = await wire.pair();
      void settle(() => readWithin(conn, ms));
      await waitsIn(wire, "read");
    });
    assert.equal(told?.mistake, "hasALimitOfItsOwn");
    assert.match(
      told?.why ?? "",
      /At timers_test.ts:\d+ .* timer of [\d,]+ ms/,
    );
    assert.equal(place?.file, "timers_test.ts");
  }
});

Deno.test("waitsIn() fails where AbortSignal.timeout() ends the waiting", async () => {
  const { told } = await judged(async (_, wire) => {
    const { hostname, port } = await wire.silentAddress();
    const signal = AbortSignal.any([
      AbortSignal.timeout(9_000),
      new AbortController().signal,
    ]);
    void settle(() => Deno.connect({ hostname, port, signal }));
    await waitsIn(wire, "connect");
  });
  assert.equal(told?.mistake, "hasALimitOfItsOwn");
  assert.match(told?.came ?? "", /connect\(\) waited no more/);
});

Deno.test("waitsIn() fails where something is sent again by a timer", async () => {
  const { told } = await judged(async (_, wire) => {
    const socket = wire.lentDatagram();
    const to = wire.datagram().addr as Deno.NetAddr;
    const send = () => socket.send(new Uint8Array(1), to);
    await send();
    setInterval(send, 400);
    void settle(() => socket.receive());
    await waitsIn(wire, "receive");
  });
  assert.equal(told?.mistake, "actsByATimerOfItsOwn");
});

Deno.test("waitsIn() has nothing against a timer that does nothing here", async () => {
  const { state } = await judged(async (_, wire) => {
    const [conn, peer] = await wire.pair();
    const ticks = setInterval(() => {}, 20);
    const reading = (async () => {
      await new Promise((done) => setTimeout(done, 0));
      return await conn.read(new Uint8Array(9));
    })();
    await waitsIn(wire, "read");
    await peer.send("x");
    assert.equal(await reading, 1);
    clearInterval(ticks);
    conn.close();
  });
  assert.equal(state, "passed");
});

Deno.test("an hour passes before the other end sends, ends or closes", async () => {
  for (const act of ["send", "end", "close"] as const) {
    await judged(async (_, wire) => {
      const [conn, peer] = await wire.pair();
      let passed = false;
      setTimeout(() => passed = true, 3_600_000);
      const cleared = setTimeout(() => assert.fail("it was cleared"), 10_000);
      clearTimeout(cleared);
      await peer[act]("x");
      assert.ok(passed, act);
      conn.close();
    }).then(({ state }) => assert.equal(state, "passed"));
  }
});

Deno.test("an hour passes on the clocks too", async () => {
  const { state, message } = await judged(async (_, wire) => {
    const [conn, peer] = await wire.pair();
    const clocks = [
      () => Date.now(),
      () => performance.now(),
      () => new Date().getTime(),
    ];
    const before = clocks.map((clock) => clock());
    await peer.send("x");
    for (const [i, clock] of clocks.entries()) {
      assert.ok(clock() - before[i] >= 3_600_000);
    }
    assert.ok(new Date() instanceof Date);
    assert.equal(new Date(5).getTime(), 5);
    await conn.read(new Uint8Array(1));
    conn.close();
  });
  assert.equal(state, "passed", message);
  assert.ok(Date.now() - new Date().getTime() < 1_000);
});

Deno.test("a pause is not waited for", async () => {
  const { state, ms } = await judged(async (_, wire) => {
    const [conn, peer] = await wire.pair();
    const writing = (async () => {
      await new Promise((done) => setTimeout(done, 60_000));
      await conn.write(new Uint8Array(1));
    })();
    await peer.receive(1);
    await writing;
    conn.close();
  });
  assert.equal(state, "passed");
  assert.ok(ms < 2_000);
});

Deno.test("a failure names the timer that came before it", async () => {
  const { told } = await judged(async (_, wire) => {
    const [conn, peer] = await wire.pair();
    const quiet = () => new Promise((done) => setTimeout(done, 100, null));
    const reading = settle(async () => {
      const buffer = new Uint8Array(9);
      let size = 0;
      for (;;) {
        const n = await Promise.race([conn.read(buffer), quiet()]);
        if (typeof n !== "number") return size;
        size += n;
      }
    });
    await peer.send("one");
    await peer.wasRead();
    await peer.send("two");
    await peer.end();
    const { value, came } = await reading;
    expect(value === 6, { ...nothingHappened, came });
  });
  assert.equal(told?.mistake, "hasALimitOfItsOwn");
  assert.match(told?.came ?? "", /It returned 0/);
  assert.match(told?.why ?? "", /your function was over/);
});

Deno.test("watchModules() sees the timers of node:timers, once each", async () => {
  watchModules((url) => url === import.meta.url);
  const timers = await import("node:timers");
  const { setTimeout: pause } = await import("node:timers/promises");
  const { state, message } = await judged(async (_, wire) => {
    const scope = currentScope()!;
    let ticks = 0;
    const passed: string[] = [];
    timers.setTimeout(() => passed.push("callback"), 60_000);
    void pause(120_000, "promise").then((value) => passed.push(value));
    setTimeout(() => passed.push("global"), 180_000);
    const interval = timers.setInterval(() => ticks++, 90_000);
    timers.clearTimeout(timers.setTimeout(() => assert.fail(), 10_000));
    const [conn, peer] = await wire.pair();
    await peer.end();
    assert.deepEqual(passed, ["callback", "promise", "global"]);
    assert.ok(ticks > 0);
    timers.clearInterval(interval);
    await wire.timePasses();
    assert.equal(scope.timers.size, 0);
    conn.close();
  });
  assert.equal(state, "passed", message);
});
