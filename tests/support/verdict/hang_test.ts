import assert from "node:assert/strict";
import { hangWords } from "./hang.ts";
import { emptyLog } from "../log/wire_log.ts";
import type {
  Call,
  Side,
  Socket,
  WireEvent,
  WireLog,
} from "../log/wire_log.ts";

function address(port: number): Deno.NetAddr {
  return { transport: "tcp", hostname: "127.0.0.1", port };
}

function waiting(
  side: Side,
  call: Call,
  fields: Partial<WireEvent> = {},
): WireEvent {
  return { side, call, began: 0, outcome: "pending", ...fields };
}

/** A log in which socket 1 is the student's and socket 2 the check's. */
function logOf(...events: WireEvent[]): WireLog {
  const log = emptyLog();
  log.peerName = { en: "the server", ko: "서버" };
  const made = waiting("student", "connect", { outcome: "ok" });
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
  log.events.push(...events);
  return log;
}

const read = waiting("student", "read", {
  socket: 1,
  place: { file: "ask.ts", line: 12, column: 3, url: "file:///c/ask.ts" },
});

Deno.test("hangWords() names the call that waits and its line", () => {
  const { expected, came } = hangWords(logOf(read), 2);
  assert.equal(expected.en, "Your function comes to its end.");
  assert.deepEqual(came, {
    en: "Still waiting in read() at ask.ts:12 after 2 s.",
    ko: "2초가 지나도 ask.ts:12의 read()에서 기다립니다.",
  });
  const elsewhere = hangWords(logOf(waiting("student", "accept")), 2).came;
  assert.deepEqual(elsewhere, {
    en: "Still waiting in accept() after 2 s.",
    ko: "2초가 지나도 accept()에서 기다립니다.",
  });
});

Deno.test("hangWords() sees that both ends read", () => {
  const { why, look } = hangWords(
    logOf(read, waiting("peer", "read", { socket: 2 })),
    2,
  );
  assert.equal(
    why.en,
    "Both ends wait for each other: the server is reading too, and waits for more bytes or for the end of your stream.",
  );
  assert.equal(
    why.ko,
    "양쪽이 서로를 기다립니다. 서버도 읽는 중이며, 바이트가 더 오거나 스트림이 끝나기를 기다립니다.",
  );
  assert.match(look.en, /^How does your code know that it has everything\?/);
});

Deno.test("hangWords() sees that the other end has said all", () => {
  const said = waiting("peer", "write", { socket: 2, size: 5, outcome: "ok" });
  // Another client of the check reads; that is not the other end of this one.
  const other = waiting("peer", "read", { socket: 9 });
  const { why } = hangWords(logOf(said, said, other, read), 2);
  assert.equal(
    why.en,
    "Nothing more will come: the server has sent all it has to say (10 bytes) and keeps the connection open.",
  );
  assert.equal(
    why.ko,
    "더 올 것이 없습니다. 서버에서는 보낼 것을 모두 보냈고(10바이트) 연결은 열어 두고 있습니다.",
  );
});

Deno.test("hangWords() uses the name of the one other end", () => {
  const log = logOf(read);
  log.sockets[1].name = { en: "client B", ko: "클라이언트 B" };
  assert.match(hangWords(log, 2).why.en, /: client B has sent all/);
});

Deno.test("hangWords() says little of a read whose other end is unknown", () => {
  const log = logOf({ ...read, socket: 7 });
  assert.equal(hangWords(log, 2).why.en, "No bytes are on their way.");
});

Deno.test("hangWords() explains each other call", () => {
  const causes: [Call, string, RegExp][] = [
    [
      "write",
      "The server does not read, and the buffers between you are full.",
      /^What must the other end do/,
    ],
    ["accept", "No further client is coming.", /^What ends this wait/],
    [
      "receive",
      "No datagram is on its way: the one you wait for was lost or never sent.",
      /^What ends this wait/,
    ],
    [
      "connect",
      "No answer comes: the request is lost on its way, or the server's queue is full.",
      /^Does this call have a time limit\?/,
    ],
    ["closeWrite", "The kernel has not answered.", /^What must the other end/],
  ];
  for (const [call, why, look] of causes) {
    const words = hangWords(logOf(waiting("student", call, { socket: 1 })), 2);
    assert.equal(words.why.en, why);
    assert.match(words.look.en, look);
    assert.match(words.came.ko, new RegExp(`${call}\\(\\)에서 기다립니다`));
  }
});

Deno.test("hangWords() takes the call that began last", () => {
  const log = logOf(waiting("student", "accept"), read);
  assert.match(hangWords(log, 2).came.en, /in read\(\)/);
});

Deno.test("hangWords() says what the other end waits for in vain", () => {
  const tasks: [Call, string, string][] = [
    ["accept", "a connection", "연결을"],
    [
      "read",
      "your bytes, or for the end of your stream",
      "바이트나 스트림의 끝을",
    ],
    ["receive", "a datagram", "데이터그램을"],
    ["write", "your code to read", "내 코드가 읽기를"],
    ["connect", "an answer", "응답을"],
  ];
  for (const [call, en, ko] of tasks) {
    const { expected, came } = hangWords(logOf(waiting("peer", call)), 3);
    assert.equal(expected.en, `The server waits for ${en}.`);
    assert.equal(expected.ko, `서버에서는 ${ko} 기다립니다.`);
    assert.match(came.en, /^Nothing of it within 3 s/);
  }
});

Deno.test("hangWords() names the one end that waits in vain", () => {
  const log = logOf(waiting("peer", "read", { socket: 2 }));
  log.sockets[1].name = { en: "client B", ko: "클라이언트 B" };
  assert.match(hangWords(log, 2).expected.en, /^Client B waits for your bytes/);
});

Deno.test("hangWords() knows when no call is under way", () => {
  const done = waiting("student", "read", { outcome: "end" });
  for (const log of [emptyLog(), logOf(done)]) {
    const { came, why } = hangWords(log, 2);
    assert.deepEqual(came, {
      en: "After 2 s it has not, and no socket call is under way.",
      ko: "2초가 지나도 끝나지 않았고, 진행 중인 소켓 호출도 없습니다.",
    });
    assert.match(why.en, /^It awaits a promise that nobody settles/);
  }
});
