/**
 * A client of a check that speaks in lines with the student's server.
 *
 * @module
 */
import { encode, join, show } from "../bytes.ts";
import type { Words } from "../failure.ts";
import { expect } from "../failure.ts";
import { wrongLine } from "./cause.ts";
import { usual } from "./usual.ts";
import type { Causes } from "./usual.ts";
import type { Cause } from "./words.ts";
import type { Peer } from "../peer.ts";
import { settle } from "../settle.ts";
import type { Text } from "../text.ts";
import type { Wire } from "../wire.ts";

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
      const shown = show(encode(expected + "\n"));
      const wanted: Text = { en: `The answer ${shown}.`, ko: `답 ${shown}.` };
      wire.onHang(() => ({
        expected: wanted,
        came: rest.length === 0 ? nothing : {
          en: `Only ${show(rest)} came within 2 s.`,
          ko: `2초 동안 온 것은 ${show(rest)}뿐입니다.`,
        },
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
        expected: wanted,
        came: line.length === 0 ? endedAtOnce : {
          en: `${show(line)}${isLast ? ", and the end of the stream" : ""}.`,
          ko: `${show(line)}${isLast ? " 다음에 스트림의 끝" : ""}.`,
        },
        ...wrongLine(expected, text) ?? (isLast ? ended : wrong),
      });
    },
    async expectEnd() {
      await settle(() => peer.end());
      wire.onHang(() => notEnded);
      const { value: more, came } = await settle(() => peer.receiveToEnd());
      wire.onHang(() => undefined);
      const all = more && join([rest, more]);
      expect(all?.length === 0, {
        expected: {
          en: "After the client's end, the server ends its stream too.",
          ko: "클라이언트가 끝나면 서버도 스트림을 끝냅니다.",
        },
        came: all === undefined ? came : {
          en: `${show(all)} came before it.`,
          ko: `그 전에 ${show(all)} 부분이 더 왔습니다.`,
        },
        ...tooMuch,
      });
      peer.close();
    },
  };
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const nothing: Text = {
  en: "No answer came within 2 s.",
  ko: "2초 동안 답이 없었습니다.",
};

const endedAtOnce: Text = {
  en: "The connection ended without an answer.",
  ko: "답 없이 연결이 끝났습니다.",
};

const tooMuch: Cause = {
  why: {
    en: "Something was answered that is no line: an empty rest, perhaps.",
    ko: "줄이 아닌 것에 답했습니다. 비어 있는 나머지일 수 있습니다.",
  },
  look: {
    en: "What does your code do when read() gives null?",
    ko: "read()가 null을 줄 때 코드는 무엇을 합니까?",
  },
};

/** What it means if the end of the server's stream does not come. */
export const notEnded: Partial<Words> = {
  expected: {
    en: "After the client's end of stream, the server ends the connection.",
    ko: "클라이언트의 스트림이 끝나면 서버는 연결을 끝냅니다.",
  },
  came: {
    en: "The server's end of stream did not come within 2 s.",
    ko: "2초 동안 서버 쪽 스트림의 끝이 오지 않았습니다.",
  },
  why: {
    en: "The service has no end, or it ends without closing its connection.",
    ko: "서비스가 끝나지 않거나, 연결을 닫지 않고 끝납니다.",
  },
  look: {
    en: "What does the service do when read() gives null?",
    ko: "read()가 null을 줄 때 서비스는 무엇을 합니까?",
  },
};
