import { expect } from "./failure.ts";
import type { Words } from "./failure.ts";
import type { WireLog } from "./log/wire_log.ts";

/** What a check says of a server that accepts too early. */
export type InTurnWords = Pick<
  Words,
  "expected" | "why" | "look" | "mistake"
>;

/**
 * Expects that the student's code called accept() for the next client when it
 * had closed the connection of the one before. A close of the listener counts
 * for nobody.
 */
export function expectInTurn(
  { events, sockets }: WireLog,
  words: InTurnWords,
): void {
  const mine = events.filter(({ side }) => side === "student");
  const accepts = mine.filter(({ call }) => call === "accept");
  const closes = mine.filter(({ call, socket }) =>
    call === "close" &&
    sockets.some(({ id, kind }) => id === socket && kind === "connection")
  );
  const early = accepts.findIndex((accept, i) =>
    i > 0 && !(mine.indexOf(closes[i - 1]) < mine.indexOf(accept))
  );
  const next = early + 1;
  expect(early < 0, {
    ...words,
    came: {
      en:
        `accept() number ${next} began before the connection number ${early} was closed.`,
      ko: `${early}번째 연결이 닫히기 전에 ${next}번째 accept()를 불렀습니다.`,
    },
  });
}
