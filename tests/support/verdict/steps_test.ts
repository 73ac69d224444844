import assert from "node:assert/strict";
import { encode, show } from "../bytes.ts";
import { fold } from "./steps.ts";
import { shownSteps, storyOf, tell } from "./story.ts";
import { emptyLog } from "../log/wire_log.ts";
import type { Call, Socket, WireEvent, WireLog } from "../log/wire_log.ts";

function address(port: number): Deno.NetAddr {
  return { transport: "tcp", hostname: "127.0.0.1", port };
}

/** A call of the student's code, on line `line` if that is known. */
function mine(
  call: Call,
  fields: Partial<WireEvent> & { line?: number } = {},
): WireEvent {
  const { line, ...rest } = fields;
  const place = line === undefined
    ? undefined
    : { file: "ask.ts", line, column: 1, url: "file:///c/ask.ts" };
  const outcome = "ok";
  return { side: "student", call, began: 0, ended: 1, outcome, place, ...rest };
}

function theirs(call: Call, fields: Partial<WireEvent> = {}): WireEvent {
  return { ...mine(call, fields), side: "peer" };
}

function moved(text: string, fields: Partial<WireEvent> = {}) {
  const sample = encode(text);
  return { socket: 1, size: sample.length, sample, ...fields };
}

/** A log in which socket 1 is the student's and socket 2 the check's. */
function logOf(...events: WireEvent[]): WireLog {
  const log = emptyLog();
  log.peerName = { en: "the server", ko: "서버" };
  const made = mine("connect");
  const socket = (id: number, local: number, remote: number): Socket => ({
    id,
    side: id === 1 ? "student" : "peer",
    kind: "connection",
    local: address(local),
    remote: address(remote),
    state: "open",
    made,
  });
  log.sockets.push(socket(1, 5001, 80), socket(2, 80, 5001));
  // One after the other, as they are written down.
  log.events.push(...events.map((event, i) => ({
    ...event,
    began: i,
    ended: i + 0.5,
  })));
  return log;
}

function story(log: WireLog, language: "en" | "ko" = "en"): string[] {
  return tell(log, storyOf(log)).map((step) => step[language]);
}

const conversation = [
  mine("connect", { socket: 1, address: address(80), line: 8 }),
  theirs("accept", { socket: 3, address: address(5001) }),
  mine("write", { ...moved("GET\r\n"), line: 9 }),
  theirs("read", { ...moved("GET\r\n"), socket: 2 }),
  mine("closeWrite", { socket: 1 }),
  theirs("read", { socket: 2, outcome: "end" }),
  theirs("reset", { socket: 2 }),
  mine("read", {
    socket: 1,
    outcome: "error",
    error: { name: "ConnectionReset", message: "reset (os error 104)" },
  }),
  mine("close", { socket: 1 }),
  mine("accept", { outcome: "pending" }),
];

Deno.test("tell() tells a conversation in English", () => {
  assert.deepEqual(story(logOf(...conversation)), [
    "  1. ask.ts:8  connect() 127.0.0.1:80 → connected",
    "  2. the server  accept() → a client, 127.0.0.1:5001",
    '  3. ask.ts:9  write() → 5 bytes "GET\\r\\n"',
    '  4. the server  read() → 5 bytes "GET\\r\\n"',
    "  5. your code  closeWrite() → end of stream sent",
    "  6. the server  read() → null, the end of the stream",
    "  7. the server  reset() → connection broken off",
    "  8. your code  read() → ConnectionReset: reset (os error 104)",
    "  9. your code  close() → closed",
    " 10. your code  accept() → still waiting",
  ]);
});

Deno.test("tell() tells a conversation in Korean", () => {
  assert.deepEqual(story(logOf(...conversation), "ko"), [
    "  1. ask.ts:8  connect() 127.0.0.1:80 → 연결됨",
    "  2. 서버  accept() → 클라이언트 127.0.0.1:5001",
    '  3. ask.ts:9  write() → 5바이트 "GET\\r\\n"',
    '  4. 서버  read() → 5바이트 "GET\\r\\n"',
    "  5. 내 코드  closeWrite() → 스트림의 끝을 보냄",
    "  6. 서버  read() → null, 스트림의 끝",
    "  7. 서버  reset() → 연결을 강제로 끊음",
    "  8. 내 코드  read() → ConnectionReset: reset (os error 104)",
    "  9. 내 코드  close() → 닫힘",
    " 10. 내 코드  accept() → 아직 기다리는 중",
  ]);
});

Deno.test("tell() tells datagrams with their addresses", () => {
  const log = logOf(
    mine("listenDatagram", { address: address(53) }),
    mine("send", { ...moved("?"), address: address(99) }),
    mine("receive", { ...moved("!"), address: address(99) }),
    mine("receive", { ...moved(""), address: address(99) }),
  );
  assert.deepEqual(story(log), [
    "  1. your code  listenDatagram() → 127.0.0.1:53",
    '  2. your code  send() 127.0.0.1:99 → 1 byte "?"',
    '  3. your code  receive() → 1 byte "!" from 127.0.0.1:99',
    "  4. your code  receive() → 0 bytes from 127.0.0.1:99",
  ]);
  assert.equal(
    story(log, "ko")[2],
    '  3. 내 코드  receive() → 1바이트 "!" (127.0.0.1:99에서)',
  );
});

Deno.test("tell() names each end where the check plays several", () => {
  const log = logOf(
    theirs("write", { ...moved("a"), socket: 2 }),
    mine("read", moved("a")),
  );
  log.sockets[1].name = { en: "client A", ko: "클라이언트 A" };
  assert.deepEqual(story(log), [
    '  1. client A  write() → 1 byte "a"',
    '  2. your code  read() → 1 byte "a"',
  ]);
  const [, theirEnd] = log.sockets;
  log.sockets.push(
    { ...log.sockets[0], id: 3, local: address(5002) },
    {
      ...theirEnd,
      id: 4,
      remote: address(5002),
      name: { en: "client B", ko: "클라이언트 B" },
    },
  );
  log.events.push({ ...mine("read", moved("b")), socket: 3, ended: 9 });
  assert.deepEqual(story(log).slice(1), [
    '  2. your code  read() [client A] → 1 byte "a"',
    '  3. your code  read() [client B] → 1 byte "b"',
  ]);
  assert.equal(
    story(log, "ko")[1],
    '  2. 내 코드  read() [클라이언트 A] → 1바이트 "a"',
  );
});

Deno.test("tell() says when the caller closed what it had lent", () => {
  const log = logOf(mine("close", { socket: 1 }));
  log.sockets[0].lent = true;
  assert.equal(story(log)[0], "  1. the caller  close() → closed");
  assert.equal(story(log, "ko")[0], "  1. 호출한 쪽  close() → 닫힘");
  log.events[0] = mine("close", { socket: 1, line: 4 });
  assert.equal(story(log)[0], "  1. ask.ts:4  close() → closed");
});

Deno.test("tell() says when a stream closed its connection", () => {
  const log = logOf(mine("close", { socket: 1, byStream: true }));
  log.sockets[0].lent = true;
  assert.equal(story(log)[0], "  1. a stream of your code  close() → closed");
  assert.equal(story(log, "ko")[0], "  1. 내 코드의 스트림  close() → 닫힘");
});

Deno.test("fold() makes one step of 1,000 equal reads", () => {
  const log = logOf(
    ...Array.from({ length: 1000 }, () => mine("read", moved("abc"))),
  );
  const [step, ...others] = fold(log.events);
  assert.deepEqual([step.times, step.size, others], [1000, 3000, []]);
  assert.deepEqual(story(log), [
    `  1. your code  read() → 3,000 bytes ${
      show(encode("abc".repeat(8)), 24, 3000)
    } in 1,000 reads`,
  ]);
  assert.deepEqual(story(log, "ko"), [
    `  1. 내 코드  read() → 3,000바이트 ${
      show(encode("abc".repeat(8)), 24, 3000)
    }, read() 1,000번`,
  ]);
});

Deno.test("fold() keeps apart what differs, and makes one of what waits alike", () => {
  const failed = (message: string) =>
    mine("accept", { outcome: "error", error: { name: "Busy", message } });
  const apart = [
    mine("read", moved("a")),
    mine("write", moved("a")),
    theirs("write", moved("a")),
    theirs("write", moved("a", { socket: 2 })),
    mine("read", { socket: 1, outcome: "end" }),
    mine("read", { socket: 1, outcome: "pending" }),
    mine("read", { socket: 2, outcome: "pending" }),
    mine("connect"),
    mine("connect"),
    failed("one"),
    failed("two"),
  ];
  assert.equal(fold(apart).length, apart.length);
  assert.equal(fold([failed("one"), failed("one")]).length, 1);
  const reads = Array.from(
    { length: 11 },
    () => mine("read", { socket: 1, outcome: "pending" }),
  );
  assert.deepEqual(fold(reads).map(({ times }) => times), [11]);
});

Deno.test("tell() shows the latest steps and counts the others", () => {
  const log = logOf(
    ...Array.from(
      { length: 105 },
      (_, i) => mine(i % 2 === 0 ? "read" : "write", moved("x")),
    ),
  );
  const lines = story(log);
  assert.equal(lines.length, shownSteps + 1);
  assert.equal(lines[0], "     (not shown: 93 steps before these)");
  assert.equal(
    lines[1],
    `  1. your code  write() → 1 byte ${show(encode("x"))}`,
  );
  assert.equal(lines.at(-1), ' 12. your code  read() → 1 byte "x"');
  assert.equal(story(log, "ko")[0], "     (앞의 93단계는 줄임)");
});

/** A log of 20 conversations, each of a write, a read and a read that waits. */
function crowd(): WireLog {
  const log = logOf();
  const [mine1, theirs1] = log.sockets;
  log.sockets.length = 0;
  for (let i = 1; i <= 20; i++) {
    const local = address(5000 + i);
    const name = { en: `client ${i}`, ko: `클라이언트 ${i}` };
    log.sockets.push(
      { ...mine1, id: 2 * i, local },
      { ...theirs1, id: 2 * i + 1, remote: local, name },
    );
    const at = { began: 3 * i, ended: 3 * i + 0.5 };
    log.events.push(
      theirs("write", { ...moved(`${i}`), socket: 2 * i + 1, ...at }),
      mine("read", {
        ...moved(`${i}`),
        socket: 2 * i,
        began: 3 * i + 1,
        ended: 3 * i + 1.5,
      }),
      theirs("read", {
        socket: 2 * i + 1,
        outcome: "pending",
        began: 3 * i + 2,
      }),
    );
  }
  return log;
}

const words = (came: string) => ({
  expected: { en: "", ko: "" },
  came: { en: came, ko: "" },
  why: { en: "", ko: "" },
  look: { en: "", ko: "" },
});

Deno.test("storyOf() shows the steps of the end that the words name", () => {
  const log = crowd();
  const story = storyOf(log, words("Client 1 got nothing, client 123 too."));
  assert.deepEqual(tell(log, story).map(({ en }) => en), [
    "     (not shown: 38 steps of other sockets)",
    '  1. client 1  write() → 1 byte "1"',
    '  2. your code  read() → 1 byte "1"',
    "  3. client 1 … client 20  read() → 20 reads still wait",
  ]);
});

Deno.test("storyOf() makes one step of calls alike that wait", () => {
  const lines = story(crowd());
  assert.equal(
    lines.at(-1),
    "  3. client 1 … client 20  read() → 20 reads still wait",
  );
});

Deno.test("storyOf() shows a failed call however long ago it was", () => {
  const log = logOf(
    mine("write", { socket: 1, outcome: "error", error: new TypeError("no") }),
    ...Array.from(
      { length: 40 },
      (_, i) => mine(i % 2 === 0 ? "read" : "write", moved("x")),
    ),
  );
  const lines = story(log);
  assert.equal(lines.length, shownSteps + 1);
  assert.equal(lines[1], "  1. your code  write() → TypeError: no");
});

Deno.test("storyOf() puts what sends before what receives it", () => {
  const log = logOf();
  log.events.push(
    mine("read", { ...moved("ab"), began: 0, ended: 5 }),
    theirs("write", { ...moved("ab"), socket: 2, began: 4, ended: 6 }),
  );
  assert.deepEqual(story(log), [
    '  1. the server  write() → 2 bytes "ab"',
    '  2. your code  read() → 2 bytes "ab"',
  ]);
});

Deno.test("tell() tells what happened beside the wire in its place", () => {
  const log = logOf(mine("write", moved("a")), mine("read", moved("b")));
  log.notes = [{
    at: 0.7,
    who: { en: "the limit", ko: "제한 시간" },
    what: { en: "is over", ko: "끝남" },
  }];
  assert.deepEqual(story(log)[1], "  2. the limit  is over");
});

Deno.test("tell() cuts no character in two", () => {
  const text = "가".repeat(20);
  const log = logOf(mine("write", moved(text)));
  assert.equal(
    story(log)[0],
    '  1. your code  write() → 60 bytes "가가가가가가가가"…+36',
  );
  // What a call itself has cut is shown as it was.
  log.events[0] = mine("write", {
    socket: 1,
    size: 2,
    sample: encode("가").slice(0, 2),
  });
  assert.equal(
    story(log)[0],
    '  1. your code  write() → 2 bytes "\\xea\\xb0"',
  );
});

Deno.test("tell() has nothing to tell of an empty log", () => {
  assert.deepEqual(story(emptyLog()), []);
});
