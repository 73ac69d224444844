import assert from "node:assert/strict";
import { encode } from "../../tests/support/bytes.ts";
import { emptyLog } from "../../tests/support/log/wire_log.ts";
import type { WireEvent } from "../../tests/support/log/wire_log.ts";
import { coloured, plain } from "../screen/terminal.ts";
import { widthOf } from "../screen/width.ts";
import { wireShower } from "./session.ts";

const look = { language: "en", columns: 80, style: plain } as const;

/** A call that moved `text`, on a socket of its own if it is not the first. */
function moved(
  side: WireEvent["side"],
  call: WireEvent["call"],
  [began, ended]: [number, number],
  text: string,
): WireEvent {
  const sample = encode(text);
  const { length: size } = sample;
  return { side, call, began, ended, outcome: "ok", size, sample };
}

Deno.test("news() tells a write before the read that it caused", () => {
  const log = emptyLog();
  const shower = wireShower(log, look);
  // The reader hears of it before the writer's call comes back.
  log.events.push(
    moved("peer", "read", [1, 5], "hi"),
    moved("student", "write", [4, 6], "hi"),
  );
  const lines = shower.news();
  assert.match(lines[0], /^your code +write\(\) → 2 bytes "hi"$/);
  assert.match(lines[1], /^the check +read\(\) → 2 bytes "hi"$/);
  assert.deepEqual(shower.news(), []);
});

Deno.test("news() folds what repeats and leaves out what is too much", () => {
  const log = emptyLog();
  const shower = wireShower(log, look);
  for (let i = 0; i < 50; i++) {
    log.events.push(moved("student", "write", [i, i], "x"));
  }
  assert.match(shower.news().join("\n"), /^your code +write.* in 50\s+writes$/);
  for (let i = 50; i < 150; i++) {
    log.events.push(
      moved(i % 2 > 0 ? "student" : "peer", "write", [i, i], `${i}`),
    );
  }
  const lines = shower.news();
  assert.equal(lines.length, 21);
  assert.equal(lines[14], "… 80 more steps …");
  assert.match(lines[20], /"149"$/);
});

Deno.test("waits() tells each call that waits once", () => {
  const log = emptyLog();
  const shower = wireShower(log, look);
  const waiting: WireEvent = {
    side: "student",
    call: "accept",
    began: 1,
    outcome: "pending",
  };
  log.events.push(waiting, { ...waiting, side: "peer", call: "read" });
  assert.deepEqual(shower.news(), []);
  assert.match(shower.waits().join("\n"), /^your code +accept\(\) → still w/);
  assert.deepEqual(shower.waits(), []);
  Object.assign(waiting, { outcome: "error", ended: 2 });
  waiting.error = { name: "BadResource", message: "closed\x1b[2J" };
  assert.match(shower.news()[0], /accept\(\) → BadResource: closed·\[2J$/);
});

Deno.test("news() colours the names, and only these, in both languages", () => {
  for (const language of ["en", "ko"] as const) {
    const log = emptyLog();
    log.peerName = { en: "the client", ko: "클라이언트" };
    log.events.push(moved("peer", "write", [1, 1], "가"));
    const [line] = wireShower(log, { ...look, language }).news();
    const shower = wireShower(log, { ...look, language, style: coloured });
    const [bright] = shower.news();
    assert.equal(widthOf(bright), widthOf(line));
    assert.equal(bright.indexOf(" write()"), line.indexOf(" write()") + 10);
  }
});
