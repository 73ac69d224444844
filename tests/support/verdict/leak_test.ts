import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { expect } from "../failure.ts";
import { judging } from "../fixtures/judging.ts";
import { leakWords } from "./verdicts.ts";
import type { Call, WireEvent } from "../log/wire_log.ts";

function made(call: Call, fields: Partial<WireEvent> = {}): WireEvent {
  return { side: "student", call, began: 0, outcome: "ok", ...fields };
}

const place = { file: "ask.ts", line: 8, column: 1, url: "file:///c/ask.ts" };

Deno.test("leakWords() names the socket, the call and its line", () => {
  assert.deepEqual(leakWords([made("connect", { place })]).came, {
    en: "The connection made by connect() at ask.ts:8 is still open.",
    ko: "ask.ts:8의 connect()로 만든 연결이 아직 열려 있습니다.",
  });
});

Deno.test("leakWords() does without a line", () => {
  assert.deepEqual(leakWords([made("listen")]).came, {
    en: "The listening socket made by listen() is still open.",
    ko: "listen()로 만든 듣기 소켓이 아직 열려 있습니다.",
  });
});

Deno.test("leakWords() counts the other open sockets", () => {
  const open = [made("accept"), made("connect"), made("connect")];
  assert.deepEqual(leakWords(open).came, {
    en: "The connection made by accept() is still open. So are 2 more.",
    ko:
      "accept()로 만든 연결이 아직 열려 있습니다. 그 밖에 2개도 열려 있습니다.",
  });
});

Deno.test("leakWords() tells an attempt from a connection", () => {
  const { came, why, look } = leakWords([
    made("connect", { outcome: "pending", place }),
  ]);
  assert.match(why.en, /the attempt goes on without it/);
  assert.match(why.ko, /연결 시도는 계속됩니다/);
  assert.match(look.en, /What ends the attempt itself/);
  assert.equal(
    came.en,
    "The connection made by connect() at ask.ts:8 is still being made.",
  );
  assert.equal(
    came.ko,
    "ask.ts:8의 connect()로 만든 연결이 아직 시도 중입니다.",
  );
});

Deno.test("leakWords() advises `using` only where Deno has it", () => {
  const stream = leakWords([made("connect")]).look;
  const datagram = leakWords([made("listenDatagram")]).look;
  assert.match(stream.en, /`using`/);
  assert.match(stream.ko, /`using`/);
  assert.doesNotMatch(datagram.en + datagram.ko, /`using`/);
  const udp = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  assert.ok(!(Symbol.dispose in udp));
  udp.close();
});

const judged = judging(import.meta.url);

const theory = {
  expected: { en: "3", ko: "3" },
  came: { en: "nothing", ko: "없음" },
  why: { en: "theory", ko: "이론" },
  look: { en: "there", ko: "저기" },
};

Deno.test("afterItsClose() names the call and the close before it", async () => {
  const { told } = await judged(async (_, wire) => {
    const [conn] = await wire.pair();
    conn.close();
    await conn.write(encode("a")).catch(() => {});
    expect(false, theory);
  });
  assert.match(
    told!.why!,
    /^First write\(\) at leak_test\.ts:\d+ threw BadResource, .*closed already, at leak_test\.ts:\d+\.$/,
  );
  assert.equal(told!.mistake, "usesAClosedConnection");
});

Deno.test("afterItsClose() says nothing where all was in order", async () => {
  const { told } = await judged(async (_, wire) => {
    const [conn] = await wire.pair();
    await conn.write(encode("a"));
    conn.close();
    expect(false, theory);
  });
  assert.equal(told!.why, "theory");
});
