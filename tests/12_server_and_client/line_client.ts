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
  /** Another line comes, and wrongLine() does not know why. */
  wrong?: Cause;
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

/** The client `peer`, which from now on expects lines. */
export function inLines<P extends Peer>(wire: Wire, peer: P): P & LineClient {
  /** What came together with the end of an earlier line. */
  let rest: Uint8Array = new Uint8Array();
  const lineEnd = () => rest.indexOf(0x0a) + 1;
  return {
    ...peer,
    async expectLine(expected, causes) {
      const { silent, ended, wrong } = { ...usual, ...causes };
      const answer = wanted.line(show(encode(expected + "\n")));
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
        ...wrongLine(expected, text) ?? (isLast ? ended : wrong),
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

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
