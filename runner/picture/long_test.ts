import assert from "node:assert/strict";
import process from "node:process";
import { plain } from "../screen/terminal.ts";
import { layout } from "./layout.ts";
import { clients, outcomeOf, transfer } from "./fixtures/made.ts";
import { drawTerminal, unicode } from "./terminal.ts";
import { drawSvg } from "./svg.ts";

const size = { ends: 4, rows: 60 };

/** Milliseconds that this process has worked: others may work as well. */
function working(): number {
  return process.cpuUsage().user / 1_000;
}

function terminal(wire: Parameters<typeof outcomeOf>[0]): string[] {
  const picture = layout(outcomeOf(wire), size)!;
  const how = { language: "en", columns: 80, signs: unicode } as const;
  return drawTerminal(picture, { ...how, style: plain });
}

Deno.test("layout() folds a long transfer", () => {
  assert.deepEqual(terminal(transfer(1000)), [
    "                    your code                           the server",
    " send.ts                │                                  :80",
    "   7 connect()          │─────────── connection ───────────►│",
    '   7 send()             │────────── 3 bytes "abc" ─────────►│ recv()',
    "                        ┆ … 998 more segments of 3 bytes …  ┆",
    '   7 send()             │────────── 3 bytes "abc" ─────────►│ recv()',
    "     close()            │─────────── FIN: closed ──────────►│",
  ]);
});

Deno.test("layout() puts 1,000 clients on a few lines", () => {
  const lines = terminal(clients(1000));
  assert.ok(lines.length < 30, lines.join("\n"));
  assert.match(lines[0], /997 others/);
  assert.match(lines.join("\n"), /… these \d+ steps \d{3} more times …/);
});

/** How long all pictures of a recording take. */
function timeOf(wire: Parameters<typeof outcomeOf>[0]): number {
  const outcome = outcomeOf(wire);
  const began = working();
  terminal(wire);
  const picture = layout(outcome, { ends: 6, rows: 200 })!;
  drawSvg("Lesson", [picture], "en");
  return working() - began;
}

// Ten times the events may take ten times as long, and some more for the
// memory. What looks at each event for each other one takes a hundred times.
for (
  const [name, few, many] of [
    ["segments", transfer(5_000), transfer(50_000)],
    ["clients", clients(1_430), clients(14_300)],
  ] as const
) {
  Deno.test(`layout() takes time for ${name} as their number grows`, () => {
    assert.ok(many.events.length >= 100_000);
    timeOf(few);
    const times = [timeOf(few), timeOf(many)];
    assert.ok(times[1] < 40 * times[0], times.join(" and "));
  });
}
