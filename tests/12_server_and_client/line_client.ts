/**
 * A client of a check that speaks in lines with the student's server.
 *
 * @module
 */
import { encode, join, show } from "../support/bytes.ts";
import { expect } from "../support/failure.ts";
import type { Peer } from "../support/peer.ts";
import { settle } from "../support/settle.ts";
import type { Text } from "../support/text.ts";
import type { Wire } from "../support/wire.ts";
import { wrongLine } from "./diagnose.ts";
import * as words from "./words.ts";
import type { Cause } from "./words.ts";

const { wanted, mistakes } = words;

/** What it means that an expected line does not come. */
export interface Causes {
  /** Nothing comes, and the connection stays. */
  silent?: Cause;
  /** The connection ends. */
  ended?: Cause;
  /**
   * Another line comes, and wrongLine() does not know why; a function of the
   * text knows it better.
   */
  wrong?: Cause | ((text: string) => Cause);
}

/** What it means where nothing else is known. */
const usual: Required<Causes> = {
  silent: mistakes.answersWhenAllHasCome,
  ended: mistakes.endsBeforeItsClient,
  wrong: mistakes.answersInAnotherForm,
};

/** A client that expects lines. */
export interface LineClient extends Peer {
  /** Expects the next line; it is given without its "\n". */
  expectLine(expected: string, causes?: Causes): Promise<void>;
  /** Ends the client, and expects the server's end and nothing before it. */
  expectEnd(): Promise<void>;
}

/** Connects a client to the student's server. */
export async function lineClient(
  wire: Wire,
  address: Deno.NetAddr,
  name?: Text,
): Promise<LineClient> {
  return inLines(wire, await wire.client(address, name));
}

/** After so many calls of code that moves few bytes at a time. */
const enoughCalls = 2_000;

/**
 * Sends a line that is longer than any buffer, and returns it: `size` bytes,
 * or fewer to code that would need minutes for them. Each piece follows when
 * the one before was read, or `over` is: then it will not be.
 */
export async function sendLongLine(
  { log }: Wire,
  peer: Peer,
  size: number,
  over: Promise<unknown> = new Promise(() => {}),
): Promise<string> {
  const most = log.events.length + enoughCalls;
  let line = "";
  for (let next = 1024; line.length < size && log.events.length < most;) {
    const piece = numbered(line.length, Math.min(next, size - line.length));
    await settle(() => peer.send(piece));
    await Promise.race([peer.wasRead(), over]);
    line += piece;
    next = Math.min(2 * next, 128 * 1024);
  }
  await settle(() => peer.send("\n"));
  return line;
}

/** So long is a line that fits into no buffer. */
export const longest = 1_300_000;

let numbers = "";

/** Text of so many bytes that says where it stands: `..4088....4096..`. */
function numbered(from: number, size: number): string {
  if (numbers === "") {
    const places = Array.from({ length: longest / 8 }, (_, i) => 8 * i);
    numbers = places.map((place) => String(place).padEnd(8, ".")).join("");
  }
  return numbers.slice(from, from + size);
}

/** The client `peer`, which from now on expects lines. */
export function inLines<P extends Peer>(wire: Wire, peer: P): P & LineClient {
  /** What came together with the end of an earlier line. */
  let rest: Uint8Array = new Uint8Array();
  const lineEnd = () => rest.indexOf(0x0a) + 1;
  return {
    ...peer,
    async expectLine(expected, causes) {
      const { silent, ended, wrong } = { ...usual, ...causes };
      const answer = wanted.line(shown(expected + "\n"));
      wire.onHang(() => ({
        expected: answer,
        came: rest.length === 0
          ? words.came.nothing
          : words.came.only(show(rest)),
        ...wrongLine(expected, decode(rest)) ?? silent,
      }));
      // An error says the same as an early end: no more will come.
      await settle(async () => {
        while (lineEnd() === 0) {
          const more = await peer.receiveSome();
          if (more.length === 0) break;
          rest = join([rest, more]);
        }
      });
      wire.onHang(() => undefined);
      const isLast = lineEnd() === 0;
      const line = isLast ? rest : rest.subarray(0, lineEnd());
      rest = rest.subarray(line.length);
      const text = decode(line);
      expect(text === expected + "\n", {
        expected: answer,
        came: line.length === 0
          ? words.came.endAtOnce
          : isLast
          ? words.came.lineAndEnd(show(line))
          : words.came.line(show(line)),
        ...typeof wrong === "function" && !isLast
          ? wrong(text)
          : wrongLine(expected, text) ?? (isLast ? ended : wrong as Cause),
      });
    },
    async expectEnd() {
      await settle(() => peer.end());
      wire.onHang(() => mistakes.forgetsToCloseTheConnection);
      const { value: more, came } = await settle(() => peer.receiveToEnd());
      wire.onHang(() => undefined);
      const all = more && join([rest, more]);
      expect(all?.length === 0, {
        expected: wanted.serversEnd,
        came: all === undefined ? came : words.came.beforeTheEnd(show(all)),
        ...mistakes.answersAnEmptyRest,
      });
      peer.close();
    },
  };
}

/** As show() does, of a text that may be long. */
function shown(text: string): string {
  return show(encode(text.slice(0, 40)), 32, encode(text).length);
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
