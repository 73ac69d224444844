/**
 * The student's client of lines as a program of its own: how it starts, and
 * the answers that it must return.
 *
 * @module
 */
import { pendingOn } from "../support/echo/serving.ts";
import { encode, show } from "../support/bytes.ts";
import { expect } from "../support/failure.ts";
import { settle } from "../support/settle.ts";
import type { Peer } from "../support/peer.ts";
import type { Socket, WireLog } from "../support/log/wire_log.ts";
import type { Program, ProgramOptions } from "../support/program/program.ts";
import { t } from "../support/text.ts";
import type { Wire } from "../support/wire.ts";
import { tooFew, wrongAnswers } from "./diagnose.ts";
import * as words from "./words.ts";
import type { Cause } from "./words.ts";

const { wanted } = words;

/** Starts the client, which is to send `lines` to `address`. */
export function startClient(
  wire: Wire,
  { hostname, port }: Deno.NetAddr,
  lines: string[],
  options: Pick<ProgramOptions, "path"> & Partial<ProgramOptions>,
): Program {
  wire.call(t("the server", "서버"));
  return wire.program({
    run: "client",
    args: [{ hostname, port }, lines],
    name: t("your client", "내 클라이언트"),
    whyError: ({ name }) =>
      name === "UnexpectedEof" ? tooFew(wire.log) : undefined,
    ...options,
  });
}

/**
 * Sends each part when the client has taken the one before and reads on, as
 * long as the client runs. What it came to is told by its answers.
 */
export async function answerIn(
  wire: Wire,
  { ended }: Program,
  theirs: Peer,
  parts: readonly (string | Uint8Array)[],
): Promise<void> {
  const over = ended.then(() => {});
  for (const part of parts) {
    await settle(() => theirs.send(part));
    await Promise.race([readsOn(wire, theirs), over]);
  }
}

/** Resolves when the student's end has taken what was sent, and reads again. */
export async function readsOn(wire: Wire, theirs: Peer): Promise<void> {
  await theirs.wasRead();
  await wire.until((log) =>
    log.sockets.some((socket) =>
      socket.side === "student" && socket.local.port === theirs.remote.port &&
      socket.remote?.port === theirs.local.port &&
      pendingOn(log, socket, "read")
    )
  );
}

/** The client's end of the connection that `theirs` is the other end of. */
export function clientEnd(
  { sockets }: WireLog,
  { remote }: Peer,
): Socket | undefined {
  return sockets.find(({ side, kind, local }) =>
    side === "student" && kind === "connection" && local.port === remote.port
  );
}

/**
 * Expects what the client returned. `missing` is why answers at the end are
 * missing, where the check knows that.
 */
export async function expectAnswers(
  wire: Wire,
  program: Program,
  expected: string[],
  missing?: (log: WireLog, answers: number) => Cause,
): Promise<void> {
  wire.onHang(() => ({ expected: wanted.clientsEnd }));
  const { value, came } = await program.ended;
  wire.onHang(() => undefined);
  const all: unknown[] | undefined = Array.isArray(value) ? value : undefined;
  const at = expected.findIndex((line, i) => all?.[i] !== line);
  const wrong = all?.[at < 0 ? expected.length : at];
  const text = (line: unknown) => show(encode(String(line)));
  expect(at < 0 && all?.length === expected.length, {
    expected: at < 0
      ? wanted.answers(expected.length)
      : wanted.answersWith(expected.length, at, text(expected[at])),
    came: all === undefined || all.length <= 4
      ? came
      : words.came.answers(all.length, text(wrong)),
    ...wrongAnswers(all, expected, at, missing?.(wire.log, all?.length ?? 0)),
  });
}
