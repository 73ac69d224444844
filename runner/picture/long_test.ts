import assert from "node:assert/strict";
import process from "node:process";
import { plain } from "../screen/terminal.ts";
import { drawHtml } from "./html.ts";
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

for (
  const [name, wire] of [
    ["segments", transfer(50_000)],
    ["clients", clients(14_300)],
  ] as const
) {
  Deno.test(`100,000 events of ${name} are drawn in less than a second`, () => {
    assert.ok(wire.events.length >= 100_000);
    const outcome = outcomeOf(wire);
    const began = working();
    terminal(wire);
    const drawn = working();
    const picture = layout(outcome, { ends: 6, rows: 200 })!;
    drawSvg("Lesson", [picture], "en");
    drawHtml("Lesson", [{ outcome, picture }], new Map(), "ko");
    const written = working();
    assert.ok(drawn - began < 1_000, `terminal: ${drawn - began} ms`);
    assert.ok(written - drawn < 1_000, `files: ${written - drawn} ms`);
  });
}
