import assert from "node:assert/strict";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { drawMermaid, layoutForPage } from "./mermaid.ts";
import { layout } from "./layout.ts";
import {
  address,
  clients,
  event,
  outcomeOf,
  transfer,
} from "./fixtures/made.ts";

/** The rows of the diagram on a page, without its title. */
function rowsOf(outcome: Outcome, language: "en" | "ko" = "en"): string[] {
  return drawMermaid(layoutForPage(outcome)!, language).slice(2)
    .map((line) => line.trim());
}

Deno.test("drawMermaid() draws connection, bytes, half-close and close", () => {
  const wire = transfer(1);
  const side = "student";
  wire.events.splice(3, 0, event(2.5, { side, call: "closeWrite", socket: 1 }));
  wire.events.splice(
    4,
    0,
    event(2.6, { side: "peer", call: "close", socket: 2 }),
  );
  assert.deepEqual(rowsOf(outcomeOf(wire)), [
    "participant A as your code",
    "participant B as the server",
    "A->>B: connect()<br/>connection",
    'A->>B: send() → recv()<br/>3 bytes "abc"',
    "A-->>B: shutdown(SHUT_WR)<br/>FIN: no more bytes",
    "B-->>A: close()<br/>FIN: closed",
    "Note over A: close()",
  ]);
});

Deno.test("drawMermaid() draws whom the student's code takes from the left", () => {
  const rows = rowsOf(outcomeOf(clients(1)), "ko");
  assert.deepEqual(rows.slice(2, 6), [
    "Note over A: socket(), bind(), listen()",
    "B->>A: accept() ← connect()<br/>연결",
    'B->>A: recv() ← send()<br/>3바이트 "abc"',
    'A->>B: send() → recv()<br/>3바이트 "abc"',
  ]);
});

Deno.test("drawMermaid() draws a refusal and a datagram with their own arrows", () => {
  const local = address(9);
  const remote = { ...address(80), transport: "udp" as const };
  const socket = { id: 1, kind: "datagram", local, state: "open" } as const;
  const side = "student";
  const error = { name: "ConnectionRefused", message: "no" };
  const rows = rowsOf(outcomeOf({
    peerName: { en: "the server", ko: "서버" },
    sockets: [{ ...socket, side }],
    events: [
      event(1, {
        side,
        call: "connect",
        address: address(7),
        outcome: "error",
        error,
      }),
      event(2, { side, call: "send", socket: 1, address: remote, size: 0 }),
    ],
  }));
  assert.deepEqual(rows.slice(3), [
    "A--xB: connect()<br/>refused (ConnectionRefused)",
    "A-)C: sendto()<br/>0 bytes, never read",
  ]);
});

Deno.test("drawMermaid() tells ends with one name apart", () => {
  const rows = rowsOf(outcomeOf(clients(2)));
  assert.deepEqual(rows.slice(1, 3), [
    "participant B as the client (1)",
    "participant C as the client (2)",
  ]);
  const wire = transfer(1);
  for (const socket of wire.sockets) socket.side = "peer";
  for (const one of wire.events) one.side = "peer";
  const side = "peer";
  wire.sockets.push({
    ...wire.sockets[1],
    id: 3,
    kind: "listener",
    remote: undefined,
  });
  wire.events.unshift(
    event(-1, { side, call: "listen", socket: 3, address: address(80) }),
  );
  const participants = rowsOf(outcomeOf(wire)).slice(0, 2);
  assert.deepEqual(participants, [
    "participant B as the server (server)",
    "participant C as the server (client)",
  ]);
});

Deno.test("drawMermaid() lets no text of the exercise become Mermaid", () => {
  const wire = transfer(1);
  for (const one of wire.events) {
    if (one.sample === undefined) continue;
    one.sample = btoa('a;#<b>"%%\n');
    one.size = 10;
  }
  const [, sent] = rowsOf({ ...outcomeOf(wire), name: "x; <y>" }).slice(2);
  assert.match(sent, /10 bytes "a#59;#35;#60;b#62;\\"#37;#37;\\n"$/);
  const [, title] = drawMermaid(
    layoutForPage({ ...outcomeOf(wire), name: "x; <y>" })!,
    "en",
  );
  assert.equal(title, "    accTitle: x#59; #60;y#62;");
});

Deno.test("drawMermaid() draws what is folded as a note over both lines", () => {
  const wire = clients(1);
  const [write, read] = wire.events.slice(3, 5);
  const more = Array.from({ length: 6 }, (_, i) => {
    const at = 4 + i / 10;
    return [
      { ...write, began: at, ended: at },
      { ...read, began: at, ended: at },
    ];
  });
  wire.events.splice(5, 0, ...more.flat());
  const picture = layout(outcomeOf(wire), { ends: 4, rows: 40 })!;
  assert.deepEqual(
    drawMermaid(picture, "en").filter((row) => row.includes("Note over A,B")),
    ["    Note over A,B: … 5 more segments of 3 bytes …"],
  );
});
