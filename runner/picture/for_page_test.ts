import assert from "node:assert/strict";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { drawMermaid, layoutForPage } from "./mermaid.ts";
import { sequenceInWords } from "../screen/mermaid.ts";
import { outcomeOf, transfer } from "./fixtures/made.ts";
import { load, recorded } from "./fixtures/recorded.ts";

/** The rows of the diagram on a page, without its title. */
function rowsOf(outcome: Outcome): string[] {
  return drawMermaid(layoutForPage(outcome)!, "en").slice(2)
    .map((line) => line.trim());
}

/** The same events, each a little later or earlier, on other ports. */
function anotherRun(outcome: Outcome): Outcome {
  const port = (found: { port: number }) => found.port += found.port % 7 + 10;
  const copy = structuredClone(outcome);
  const { sockets, events } = copy.wire!;
  for (const { local, remote } of sockets) {
    port(local);
    if (remote !== undefined) port(remote);
  }
  for (const one of events) {
    if (one.address !== undefined) port(one.address);
    if (one.place !== undefined) one.place.line += 3;
    one.began = one.began * 3 + 5;
    one.ended &&= one.ended * 3 + 5.5;
  }
  return copy;
}

Deno.test("layoutForPage() joins what is sent in several calls", () => {
  assert.equal(
    rowsOf(outcomeOf(transfer(3)))[3],
    'A->>B: send() ×3 → recv()<br/>9 bytes "abc"…+6',
  );
  // However often it is read meanwhile, nothing is folded.
  assert.equal(
    rowsOf(outcomeOf(transfer(9)))[3],
    'A->>B: send() ×9 → recv()<br/>27 bytes "abc"…+24',
  );
  // The other end may also get it in other pieces, and later.
  const wire = transfer(3);
  const reads = wire.events.filter(({ call }) => call === "read");
  for (const read of reads.slice(1)) read.size = 0;
  reads[0].size = 9;
  reads[0].began = reads[0].ended = 5.5;
  wire.events = wire.events.filter((one) => !reads.slice(1).includes(one));
  assert.deepEqual(rowsOf(outcomeOf(wire)), rowsOf(outcomeOf(transfer(3))));
});

Deno.test("layoutForPage() hides the ports in the bytes", () => {
  const wire = transfer(1);
  for (const socket of wire.sockets) {
    for (const one of [socket.local, socket.remote!]) {
      if (one.port === 80) one.port = 40080;
    }
  }
  wire.events[0].address!.port = 40080;
  for (const one of wire.events) {
    if (one.sample === undefined) continue;
    one.sample = btoa("\xff port 40080, 400801");
    one.size = 19;
  }
  const [, sent] = rowsOf(outcomeOf(wire)).slice(2);
  assert.match(sent, /"\\xff port NNNNN, 400801"$/);
});

for (const one of recorded) {
  Deno.test(`the page's picture of "${one.shows}" is the same in another run`, () => {
    const outcome = load(one);
    const rows = rowsOf(outcome);
    assert.deepEqual(rowsOf(anotherRun(outcome)), rows);
    const text = rows.join("\n");
    assert.doesNotMatch(text, /:\d{4}/);
    assert.ok(rows.every((row) => forms.some((form) => form.test(row))), text);
    // Each row is told in a terminal as well.
    const told = sequenceInWords(rows, 1_000);
    const steps = rows.filter((row) => !row.startsWith("participant"));
    assert.equal(told.length, steps.length);
  });
}

/** What Mermaid's grammar takes; no `;` but that behind a number. */
const text = String.raw`(?:[^#;<>%]|#\d+;|<br/>)+`;
const forms = [
  new RegExp(`^participant [A-Z] as ${text}$`),
  new RegExp(`^Note over [A-Z](,[A-Z])?: ${text}$`),
  new RegExp(`^[A-Z](->>|-->>|--x|-\\))[A-Z]: ${text}$`),
];
