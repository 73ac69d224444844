import assert from "node:assert/strict";
import { contrast, palettes } from "./colours.ts";
import type { Ink } from "./colours.ts";
import { fold, layout, shorten } from "./layout.ts";
import { lifelinesOf } from "./lifelines.ts";
import type { Picture } from "./layout.ts";
import {
  address,
  clients,
  event,
  outcomeOf,
  transfer,
} from "./fixtures/made.ts";
import { pairsOf } from "./order.ts";
import { ascii, signsFor, unicode } from "./terminal.ts";
import { escape } from "./svg.ts";
import { fit } from "./words.ts";

const size = { ends: 4, rows: 60 };

function words(picture: Picture): string[] {
  return picture.rows.map((row) => fit(row.label, "en", 80));
}

for (const mode of ["light", "dark"] as const) {
  Deno.test(`every colour can be read on its paper (${mode})`, () => {
    const { paper, tint, ...inks } = palettes[mode];
    for (const ink of Object.keys(inks) as Exclude<Ink, "paper" | "tint">[]) {
      // Lines need 3 (WCAG 2.2, 1.4.11), and all that is text needs 4.5.
      const least = ink === "line" ? 3 : 4.5;
      assert.ok(contrast(inks[ink], paper) >= least, ink);
    }
    for (const ink of ["fault", "muted", "text"] as const) {
      assert.ok(contrast(inks[ink], tint) >= 4.5, `${ink} on tint`);
    }
  });
}

Deno.test("fold() folds what repeats itself in several steps", () => {
  const keys = [...Array(10)].flatMap(() => ["a", "b", "c"]);
  assert.deepEqual(fold(["x", ...keys, "y"]), [
    { at: 0 },
    { at: 1 },
    { at: 2 },
    { at: 3 },
    { from: 4, length: 3, times: 8 },
    { at: 28 },
    { at: 29 },
    { at: 30 },
    { at: 31 },
  ]);
});

Deno.test("fold() leaves short repetitions and different things alone", () => {
  assert.deepEqual(fold([]), []);
  assert.equal(fold(["a", "a", "a"]).length, 3);
  assert.equal(fold(["a", "b", "c", "d"]).length, 4);
});

Deno.test("shorten() leaves out the middle, but nothing to be kept", () => {
  const list = Array.from({ length: 100 }, (_, at) => ({ at }));
  assert.deepEqual(shorten(list, 4, (at) => at === 50), [
    { at: 0 },
    { at: 1 },
    { from: 2, length: 0, times: 48 },
    { at: 50 },
    { from: 51, length: 0, times: 47 },
    { at: 98 },
    { at: 99 },
  ]);
});

Deno.test("lifelinesOf() gives all but a few ends one line together", () => {
  const names = lifelinesOf(clients(1000), 4, false).lines
    .map(({ name, detail }) => name.en + detail);
  assert.deepEqual(names, [
    "your code",
    "the client:1000",
    "the client:1001",
    "997 others",
    "the client:1999",
  ]);
});

Deno.test("pairsOf() finds who read what", () => {
  const { takers, sender } = pairsOf(transfer(2));
  assert.deepEqual(takers, [[], [2], [], [4], [], []]);
  assert.deepEqual([...sender], [-1, -1, 1, -1, 3, -1]);
});

Deno.test("layout() shows two messages that one read got", () => {
  const wire = transfer(2);
  const [connect, one, , two, read] = wire.events;
  wire.events = [connect, one, two, { ...read, size: 6, began: 9, ended: 9 }];
  wire.sockets[0].side = "peer";
  wire.sockets[1].side = "student";
  for (const event of wire.events) {
    event.side = event.side === "peer" ? "student" : "peer";
  }
  const picture = layout(outcomeOf(wire), size)!;
  assert.deepEqual(words(picture), [
    "connection",
    '3 bytes "abc"',
    '3 bytes "abc"',
    '6 bytes "abc"…+3',
  ]);
  const { from, to, kind } = picture.rows[3];
  assert.deepEqual([from, to, kind], [0, 0, "take"]);
});

Deno.test("layout() says how much of what came was never read", () => {
  const wire = clients(1);
  wire.events[4].size = 2;
  assert.match(
    words(layout(outcomeOf(wire), size)!).join("\n"),
    /3 bytes "abc", 1 byte of it never read/,
  );
});

Deno.test("layout() shows a client in the queue that is never accepted", () => {
  const wire = clients(2);
  wire.events = wire.events.slice(0, 9);
  wire.sockets.pop();
  const { lines, rows } = layout(outcomeOf(wire), size)!;
  assert.deepEqual(lines.map(({ kind }) => kind), [
    "student",
    "queue",
    "peer",
    "peer",
  ]);
  const { from, to } = rows.at(-1)!;
  assert.deepEqual([from, to], [3, 1]);
});

Deno.test("layout() shows a connect that nobody answers, and a refusal", () => {
  const connect = { side: "student", call: "connect" } as const;
  const wire = {
    peerName: { en: "the server", ko: "서버" },
    sockets: [],
    events: [
      event(1, {
        ...connect,
        address: address(80),
        outcome: "error",
        error: { name: "ConnectionRefused", message: "no" },
      }),
      event(2, {
        ...connect,
        address: address(81),
        outcome: "pending",
        ended: undefined,
        leaked: true,
      }),
    ],
  };
  const outcome = outcomeOf(wire, { state: "failed", ms: 2_003 });
  const picture = layout(outcome, size)!;
  assert.deepEqual(words(picture), [
    "refused (ConnectionRefused)",
    "no answer",
    "NEVER RETURNED",
  ]);
  assert.deepEqual(picture.lines.map(({ name }) => name.en), [
    "your code",
    "nobody",
    "the server",
  ]);
  assert.deepEqual(picture.rows.map(({ fault }) => fault), [
    false,
    false,
    true,
  ]);
});

Deno.test("layout() draws nothing where nothing was recorded", () => {
  const { wire: _, ...outcome } = outcomeOf(transfer(1));
  assert.equal(layout(outcome, size), undefined);
});

Deno.test("signsFor() draws with ASCII where the locale has no Unicode", () => {
  for (const locale of ["C", "POSIX", "ko_KR.eucKR", "en_US.ISO-8859-1"]) {
    assert.equal(signsFor(locale), ascii, locale);
  }
  for (const locale of ["", "C.UTF-8", "ko_KR.utf8", "en_US"]) {
    assert.equal(signsFor(locale), unicode, locale);
  }
  assert.equal(ascii.excerpt('"é…"'), '"\\xc3\\xa9..."');
});

Deno.test("escape() lets no text of the exercise become markup", () => {
  assert.equal(
    escape('<script>"&\x1b\x00'),
    "&lt;script&gt;&quot;&amp;··",
  );
});
