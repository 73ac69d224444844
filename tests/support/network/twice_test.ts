import assert from "node:assert/strict";
import { encode, join } from "../bytes.ts";
import { judging } from "../fixtures/judging.ts";
import { settle } from "../settle.ts";
import type { Wire } from "../wire.ts";
import { segments } from "./segments.ts";
import { expectEachRight, inTurns, twice } from "./twice.ts";

const judged = judging(import.meta.url);
const texts = ["안녕하세요.\n", "하나, 둘, 셋\n"];
const halves = [
  segments(texts[0], { cutAt: [4, 8] }),
  segments(texts[1], { cutAt: [2, 11] }),
] as const;
const wanted = { en: "Each call gets its own text.", ko: "저마다 제 글." };

type Read = (conn: Deno.TcpConn) => Promise<string>;

/** Reads twice at once, and expects of each its own text. */
const readsTwice = (read: Read) => async (_: unknown, wire: Wire) => {
  const each = await twice(wire, read, halves);
  expectEachRight(each, (text, i) => text === texts[i], { expected: wanted });
};

const decoded = (parts: Uint8Array[]) => new TextDecoder().decode(join(parts));

/** Reads to the end into a buffer that it is given. */
async function readInto(buffer: Uint8Array<ArrayBuffer>, conn: Deno.TcpConn) {
  const parts: Uint8Array[] = [];
  for (let n; (n = await conn.read(buffer)) !== null;) {
    parts.push(buffer.slice(0, n));
  }
  return decoded(parts);
}

Deno.test("twice() has nothing against a function that shares nothing", async () => {
  for (const size of [1, 5, 4096]) {
    const read: Read = (conn) => readInto(new Uint8Array(size), conn);
    const { state, message } = await judged(readsTwice(read));
    assert.equal(state, "passed", message);
  }
});

Deno.test("twice() shows a buffer, a list and a decoder that calls share", async () => {
  const buffer = new Uint8Array(4096);
  const list: Uint8Array[] = [];
  const decoder = new TextDecoder();
  const shares: Read[] = [
    (conn) => readInto(buffer, conn),
    async (conn) => {
      for await (const part of conn.readable) list.push(part);
      return decoded(list);
    },
    async (conn) => {
      let text = "";
      for await (const part of conn.readable) {
        text += decoder.decode(part, { stream: true });
      }
      return text;
    },
  ];
  for (const [i, read] of shares.entries()) {
    const { told } = await judged(readsTwice(read));
    assert.equal(told?.mistake, "sharesBetweenCalls", `number ${i}`);
    assert.match(told?.came ?? "", /^It returned/);
  }
});

Deno.test("twice() tells a lock around all as something that calls share", async () => {
  let last: Promise<unknown> = Promise.resolve();
  const { told } = await judged(readsTwice((conn) => {
    const mine = last.then(() => readInto(new Uint8Array(9), conn));
    last = mine;
    return mine;
  }));
  assert.equal(told?.mistake, "sharesBetweenCalls");
});

Deno.test("inTurns() goes on where a run has ended early", async () => {
  const { state } = await judged(async (_, wire) => {
    const [conn, peer] = await wire.pair();
    const [other, otherPeer] = await wire.pair();
    const [a, b] = await inTurns(wire, [
      () => Promise.reject(new Error("no")),
      () => readInto(new Uint8Array(1), other),
    ], [
      [() => peer.send("x"), () => peer.wasRead()],
      [() => otherPeer.send("y"), () => otherPeer.end()],
    ]);
    assert.equal(a.error?.message, "no");
    assert.equal(b.value, "y");
    conn.close();
  });
  assert.equal(state, "passed");
});

Deno.test("inTurns() shows a datagram socket's buffer that calls share", async () => {
  const buffer = new Uint8Array(100);
  const { told } = await judged(async (_, wire) => {
    const sockets = [wire.lentDatagram(), wire.lentDatagram()];
    const sender = wire.datagram();
    const runs = sockets.map((socket) => async () => {
      const [bytes] = await socket.receive(buffer);
      await settle(() => 0);
      return new TextDecoder().decode(bytes);
    });
    const each = await inTurns(
      wire,
      runs,
      sockets.map((socket, i) => [
        () => sender.send(encode(texts[i]), socket.addr),
      ]),
    );
    expectEachRight(each, (text, i) => text === texts[i], { expected: wanted });
  });
  assert.equal(told?.mistake, "sharesBetweenCalls");
});
