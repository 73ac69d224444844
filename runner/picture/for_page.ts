/**
 * The picture of a check as a lesson's page shows it: what may differ from run
 * to run is left out of it, so that the page can hold what a run draws.
 *
 * @module
 */
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { layout } from "./layout.ts";
import type { DrawnRow, Picture } from "./layout.ts";
import { isTake, momentOf } from "./order.ts";

/** What goes into a picture on a page. */
const size = { ends: 4, rows: 40 };

/**
 * Lays out the wire of a check for a page; undefined if none was recorded.
 * Ports in the bytes become letters, what the student's code sends in several
 * calls one after the other becomes one arrow, and of the other ends only the
 * calls are told that the student's code could notice.
 */
export function layoutForPage(outcome: Outcome): Picture | undefined {
  const wire = outcome.wire && joinWrites(withoutPorts(outcome.wire));
  const picture = layout({ ...outcome, wire }, size);
  return picture && {
    ...picture,
    rows: picture.rows.filter((row) => !isChance(picture, row)),
  };
}

/** When another end reads, and when it has closed as well, is chance. */
function isChance({ lines }: Picture, { from, to, theirs }: DrawnRow): boolean {
  const call = theirs?.call;
  return from === to && lines[from].kind !== "student" &&
    (call === "recv()" || call === "close()");
}

/**
 * Makes one call of those that write one after the other, as long as nobody
 * else does anything but to take: how far the other end is by then is chance.
 */
function joinWrites(wire: Recording): Recording {
  const order = wire.events.toSorted((a, b) => momentOf(a) - momentOf(b));
  const joined = new Map<RecordedEvent, RecordedEvent | undefined>();
  let first: RecordedEvent | undefined;
  for (const event of order) {
    const { side, call, outcome, socket } = event;
    if (side === "peer" && isTake(event)) continue;
    const writes = side === "student" && call === "write" && outcome === "ok";
    if (!writes) first = undefined;
    else if (first === undefined || first.socket !== socket) first = event;
    else {
      const { times, size = 0, ...all } = joined.get(first) ?? first;
      joined.set(first, {
        ...all,
        times: times + event.times,
        size: size + (event.size ?? 0),
        ended: event.ended,
      });
      joined.set(event, undefined);
    }
  }
  const events = wire.events.flatMap((event) =>
    joined.has(event) ? joined.get(event) ?? [] : [event]
  );
  return { ...wire, events };
}

/** Puts letters in the place of each port that stands in the bytes. */
function withoutPorts(wire: Recording): Recording {
  const addresses = wire.sockets.flatMap(({ local, remote }) =>
    remote === undefined ? [local] : [local, remote]
  );
  const ports = new Set(addresses.map(({ port }) => `${port}`));
  const numbers = new RegExp(`\\b(${[...ports].join("|")})\\b`, "g");
  const events = wire.events.map((event): RecordedEvent => {
    if (event.sample === undefined) return event;
    const bytes = Uint8Array.fromBase64(event.sample);
    // One character a byte, so that no byte is lost on the way.
    const text = String.fromCharCode(...bytes);
    const hidden = text.replaceAll(numbers, (port) => "N".repeat(port.length));
    const sample = Uint8Array.from(hidden, (one) => one.charCodeAt(0));
    return { ...event, sample: sample.toBase64() };
  });
  return { ...wire, events };
}
