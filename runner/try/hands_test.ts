import assert from "node:assert/strict";
import { show } from "../../tests/support/bytes.ts";
import type { WireEvent } from "../../tests/support/log/wire_log.ts";
import { bytesMoved } from "../../tests/support/log/wire_log.ts";
import { lacksResets } from "../../tests/support/resets.ts";
import { tryingTest } from "./fixtures/trying.ts";

const has = (text: string) => ({ sample }: WireEvent) =>
  sample !== undefined && show(sample).includes(text);
const atEnd = ({ outcome }: WireEvent) => outcome === "end";

tryingTest("openHands() plays a server: it sends, ends and hears the end", {
  lesson: "4",
}, async ({ type, until, told, program }) => {
  const connect = await until("student", "connect");
  assert.match(connect.place!.file, /^read_write\.ts$/);
  await until("peer", "read", has("안녕하세요"));
  await type("send 잘 지내요?");
  await until("student", "read", has("잘 지내요?\\n"));
  await type('send "\\xff\\n"');
  await until("student", "read", has("\\xff\\n"));
  await type("end");
  await told("잘 지내요?");
  assert.equal(await program.ended, 0);
  await until("peer", "close");
  assert.match((await type("send more"))!, /^The server has ended/);
});

tryingTest("openHands() sends piece by piece, each when the last was read", {
  lesson: "4",
}, async ({ type, until, hands }) => {
  await type("pieces 1");
  await type("hex ea b0 80");
  await type("end");
  await until("student", "read", atEnd);
  const sizes = hands.log.events.filter(({ side, call, outcome }) =>
    side === "student" && call === "read" && outcome === "ok"
  ).map(({ size }) => size);
  assert.deepEqual(sizes, [1, 1, 1]);
});

tryingTest(
  "openHands() plays clients, and a reset is one",
  { lesson: "11" },
  async ({ type, until, hands }) => {
    await type("send one");
    await until("peer", "read", has("one\\n"));
    await type("another");
    await type("send two");
    await until("peer", "read", has("two\\n"));
    // Both are there at the same time.
    await type("1 send three");
    await until("peer", "read", has("three\\n"));
    await type("reset");
    const { error } = await until(
      "student",
      "read",
      ({ outcome }) => outcome === "error",
    );
    assert.equal(error?.name, "ConnectionReset");
    assert.match((await type("send x"))!, /^Client 1 has ended/);
    await type("2 end");
    await until("peer", "read", has("client 2: 4 bytes\\n"));
    assert.match((await type("7 end"))!, /no number 7/);
    assert.deepEqual(
      hands.log.sockets.flatMap(({ side, name }) =>
        side === "peer" ? [name?.en] : []
      ),
      ["client 1", "client 2"],
    );
  },
  lacksResets,
);

const flood = `
const [hostname, port] = Deno.args;
using conn = await Deno.connect({ hostname, port: Number(port) });
await conn.read(new Uint8Array(1));
let rest = new Uint8Array(16 * 1024 * 1024);
while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
console.log("written");
await conn.closeWrite();
await conn.read(new Uint8Array(1));
console.log("answered");
`;

tryingTest("openHands() stops reading until the program's write waits", {
  lesson: "4",
  source: flood,
}, async (trying) => {
  const { type, until, told, hands, heard } = trying;
  await until("student", "connect");
  await type("stop reading");
  await type('send "go"');
  await until("student", "write");
  const [{ name, bytes }] = hands.unread();
  assert.equal(name.en, "the server");
  assert.ok(bytes > 0);
  const mine = hands.log.sockets.find(({ side, kind }) =>
    side === "peer" && kind === "connection"
  )!;
  assert.equal(bytesMoved(hands.log, mine, "read"), 0);
  assert.deepEqual(heard, []);
  await type("read");
  await told("written");
  await until("peer", "read", atEnd);
  assert.equal(bytesMoved(hands.log, mine, "read"), 16 * 1024 * 1024);
  assert.deepEqual(hands.unread(), []);
});

tryingTest("openHands() plays a dead server: neither an answer nor an end", {
  lesson: "4",
  source: flood,
}, async (trying) => {
  const { type, until, hands, heard } = trying;
  await until("student", "connect");
  await type('send "go"');
  await until("student", "read");
  assert.match((await type("silence"))!, /^The server is dead from here on/);
  assert.match((await type("end"))!, /does nothing any more/);
  assert.match((await type("read"))!, /does nothing any more/);
  assert.deepEqual(heard, []);
  assert.ok(
    !hands.log.events.some(({ side, call }) =>
      side === "peer" && ["closeWrite", "close", "reset"].includes(call)
    ),
  );
});

tryingTest(
  "openHands() loses datagrams of either side",
  { lesson: "5" },
  async ({ type, until, told, hands }) => {
    await until("student", "listenDatagram");
    await type("lose 1");
    await type("send gone");
    await told('Lost on the way: "gone\\n"');
    await type("send a");
    await until("peer", "receive", has("A!\\n"));
    assert.ok(!hands.log.events.some(has("gone")));
    await type("stop reading");
    await type("send b");
    await until("student", "send", has("B!\\n"));
    await type("lose 1");
    await type("read");
    await told('Lost on the way: "B!\\n"');
    assert.match((await type("end"))!, /^UDP has no connection/);
  },
);

tryingTest("openHands() keeps the order of what it sends by UDP", {
  lesson: "5",
}, async ({ type, until, hands }) => {
  await until("student", "listenDatagram");
  const numbers = Array.from({ length: 20 }, (_, i) => `number ${i}`);
  await Promise.all(numbers.map((text) => type(`send "${text}"`)));
  await until("student", "receive", has("number 19"));
  const received = hands.log.events.filter(({ side, call, outcome }) =>
    side === "student" && call === "receive" && outcome === "ok"
  );
  assert.deepEqual(
    received.map(({ sample }) => show(sample!)),
    numbers.map((text) => `"${text}"`),
  );
});

tryingTest("openHands() answers a program that asks by UDP", {
  lesson: "5",
  words: ["ask"],
}, async ({ type, told, until, program }) => {
  await until("peer", "receive", has("hi"));
  await type("send hello yourself");
  await told("hello yourself");
  assert.equal(await program.ended, 0);
});

tryingTest("openHands() is as many servers as the program is given ports", {
  lesson: "7",
}, async ({ type, until, told, hands }) => {
  assert.equal(hands.ports.length, 2);
  await until("peer", "read", atEnd);
  await type("1 send cheap");
  await type("1 end");
  await type("2 reset");
  await told(": ConnectionReset:");
  await told(": cheap");
  assert.match((await type("another"))!, /your program makes the conn/);
}, lacksResets);

tryingTest("openHands() lets clients queue until Enter is pressed", {
  lesson: "9",
}, async ({ type, until, told, program, hands }) => {
  await told("Press Enter to serve 3.");
  await type("send early");
  await until("peer", "write");
  assert.ok(!hands.log.events.some(({ call }) => call === "accept"));
  program.enter();
  await until("student", "read", has("early"));
  await type("end");
  await until("peer", "read", has("you are number 1"));
});

tryingTest("openHands() finds nobody once the program has ended", {
  lesson: "2",
}, async ({ type, program, hands, heard }) => {
  assert.equal(await program.ended, 0);
  assert.match((await type("send x"))!, /^There is nobody/);
  assert.match((await type("another"))!, /does not listen/);
  assert.deepEqual(hands.log.events, []);
  assert.match(heard[0], /^02 00 1f 90 /);
});
