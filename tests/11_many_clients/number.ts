/**
 * The last line of a client, `client 2: 5 bytes`, and which mistake it shows.
 *
 * @module
 */
import type { Talk } from "../support/echo/clients.ts";
import { accepted, servedTo } from "../support/echo/serving.ts";
import type { Cause } from "../support/echo/words.ts";
import { expect } from "../support/failure.ts";
import type { WireLog } from "../support/log/wire_log.ts";
import type { Peer } from "../support/peer.ts";
import { lastWords, mistakes, wantedLine } from "./words.ts";

/** Ends the talk of the client `number`, which has sent `size` bytes. */
export async function farewell(
  { wire: { log } }: Pick<Talk, "wire">,
  client: Peer,
  number: number,
  size: number,
): Promise<void> {
  await client.end();
  const rest = new TextDecoder().decode(await client.receiveToEnd());
  const line = `client ${number}: ${size} bytes\n`;
  expect(rest === line, {
    expected: wantedLine(number, line),
    came: lastWords(rest),
    ...closedBefore(log, client) ?? mistakeIn(rest, line) ??
      mistakeInNumbers(log, client, rest, number, size),
  });
}

/** The cause of a wrong echo, if a part of the last line is in it. */
export function causeOfEarlyLine(answer: Uint8Array): Cause | undefined {
  return new TextDecoder().decode(answer).includes("clien")
    ? mistakes.saysTheNumberTooEarly
    : undefined;
}

/** The mistake by which the connection was closed before the line was sent. */
function closedBefore(log: WireLog, { local }: Peer) {
  const id = servedTo(log, local)?.id;
  const mine = log.events.filter(({ socket }) => socket === id);
  const late = mine.some(({ call, error }) =>
    call === "write" && error?.name === "BadResource"
  );
  if (!late) return undefined;
  return mine.some(({ byStream }) => byStream)
    ? mistakes.letsTheStreamCloseTheConnection
    : mistakes.closesBeforeTheLastLine;
}

const form = /^client (\d+): (\d+) bytes\n$/;

/** The mistake in a line that is not of the right form. */
function mistakeIn(rest: string, line: string) {
  if (form.test(rest)) return;
  if (rest + "\n" === line) return mistakes.forgetsTheNewline;
  if (rest !== "" && line.startsWith(rest)) return mistakes.cutsTheLastLine;
  return rest === line.replace("bytes", "byte")
    ? mistakes.saysByteForOne
    : mistakes.writesAnotherLine;
}

/** The mistake in a line of the right form that has other numbers. */
function mistakeInNumbers(
  log: WireLog,
  client: Peer,
  rest: string,
  number: number,
  size: number,
) {
  const [n, bytes] = form.exec(rest)!.slice(1).map(Number);
  if (n === number) {
    return bytes > size ? mistakes.sharesTheSize : mistakes.countsTooFew;
  }
  const latest = accepted(log)
    .filter(({ local }) => local.port === client.remote.port).length;
  if (n > latest) return mistakes.countsOnFromTheLastServer;
  if (n === latest) return mistakes.readsTheNumberTooLate;
  const gone =
    accepted(log).filter(({ local, state }) =>
      local.port === client.remote.port && state === "closed"
    ).length;
  if (n === gone && n > 0) return mistakes.countsByTheEnd;
  return log.events.some(({ call }) => call === "reset")
    ? mistakes.givesANumberTwice
    : mistakes.countsFromZero;
}
