import assert from "node:assert/strict";
import { layout } from "./layout.ts";
import type { Picture } from "./layout.ts";
import {
  address,
  clients,
  event,
  outcomeOf,
  transfer,
} from "./fixtures/made.ts";
import { fit } from "./words.ts";

const size = { ends: 4, rows: 60 };

function words(picture: Picture): string[] {
  return picture.rows.map((row) => fit(row.label, "en", 80));
}

Deno.test("layout() shows that nobody is where a client was refused", () => {
  const wire = clients(1);
  wire.events.push(event(9, {
    side: "peer",
    call: "connect",
    address: { ...address(80), hostname: "127.0.0.2" },
    outcome: "error",
    error: { name: "ConnectionRefused", message: "no" },
  }));
  const { lines, rows } = layout(outcomeOf(wire), size)!;
  assert.deepEqual(lines.map(({ name, detail }) => name.en + detail), [
    "your code",
    "the client:1000",
    "the client",
    "nobody127.0.0.2:80",
  ]);
  const { from, to, stopped, label } = rows.at(-1)!;
  assert.deepEqual([from, to, stopped], [2, 3, true]);
  assert.equal(fit(label, "en", 12), "refused");
  assert.equal(fit(label, "en", 40), "refused (ConnectionRefused)");
});

Deno.test("layout() names the address of a connection if it is not the usual one", () => {
  const wire = transfer(1);
  wire.events[0].address!.hostname = "127.0.0.2";
  assert.equal(
    words(layout(outcomeOf(wire), size)!)[0],
    "connection to 127.0.0.2",
  );
});

Deno.test("layout() takes every connection out of the queue where there is one", () => {
  const wire = clients(2);
  // The second client comes while the first one is served.
  wire.events[8].began = wire.events[8].ended = 2.5;
  const { lines, rows } = layout(outcomeOf(wire), size)!;
  const queue = lines.findIndex(({ kind }) => kind === "queue");
  const accepts = rows.filter(({ mine }) => mine?.call === "accept()");
  assert.deepEqual(accepts.map(({ from }) => from), [queue, queue]);
  const connects = rows.filter(({ theirs }) => theirs?.call === "connect()");
  assert.deepEqual(connects.map(({ to }) => to), [queue, queue]);
});

Deno.test("layout() puts two programs of the student's face to face", () => {
  const wire = transfer(1);
  for (const socket of wire.sockets) {
    const server = socket.side === "peer";
    socket.name = server
      ? { en: "your server", ko: "내 서버" }
      : { en: "your client", ko: "내 클라이언트" };
    socket.side = "student";
  }
  for (const one of wire.events) one.side = "student";
  const { rows } = layout(outcomeOf(wire), size)!;
  const [, sent] = rows;
  assert.deepEqual([sent.mine?.call, sent.mine?.at], ["send()", 0]);
  assert.deepEqual([sent.theirs?.call, sent.theirs?.at], ["recv()", 1]);
});

for (const ahead of [-7, 7]) {
  Deno.test(`layout() tells causes before effects with a clock ${ahead} ms ahead`, () => {
    const wire = clients(3);
    const rows = words(layout(outcomeOf(wire), size)!);
    for (const one of wire.events) {
      if (one.side !== "student") continue;
      one.began += ahead;
      one.ended! += ahead;
    }
    wire.events.sort((a, b) => a.began - b.began);
    assert.deepEqual(words(layout(outcomeOf(wire), size)!), rows);
  });
}
