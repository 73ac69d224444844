/**
 * Whether an echo holds the client's own bytes, and in words why not.
 *
 * @module
 */
import { count, firstDifference, show } from "./bytes.ts";
import { accepted, nameOf } from "./echo_seen.ts";
import { expectBytes } from "./expect.ts";
import { expect } from "./failure.ts";
import type { Peer } from "./peer.ts";
import type { Text } from "./text.ts";
import { bytesMoved } from "./wire_log.ts";
import type { WireLog } from "./wire_log.ts";

/** Why an echo is wrong: what the two byte counts of the server tell. */
export function echoWords(
  log: WireLog,
  client: Deno.NetAddr,
  answer: Uint8Array,
): { why?: Text; look?: Text } {
  const socket = accepted(log).find(({ remote }) =>
    remote?.port === client.port
  );
  if (socket === undefined) return {};
  const read = bytesMoved(log, socket, "read");
  const written = bytesMoved(log, socket, "write");
  const look: Text = {
    en: "What becomes of the number that each read() and write() returns?",
    ko: "read()와 write()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
  };
  // U+FFFD, which a decoder puts in the place of what is no UTF-8.
  if (written !== read && show(answer, answer.length).includes("\ufffd")) {
    return {
      why: {
        en:
          "The bytes went through a text and back. Bytes need not be UTF-8, and what is not becomes \ufffd.",
        ko:
          "바이트를 글로 바꾸었다가 되돌렸습니다. 바이트가 모두 UTF-8인 것은 아니며, 아닌 것은 \ufffd로 바뀝니다.",
      },
      look: {
        en: "An echo sends back the bytes as they are, without a decoder.",
        ko: "에코는 디코더 없이 바이트를 그대로 되돌려 보냅니다.",
      },
    };
  }
  if (written > read) {
    return {
      why: {
        en: `The server read ${count(read).en} and wrote ${
          count(written).en
        }: it sends the whole buffer back, not only the n bytes that came.`,
        ko: `서버가 읽은 것은 ${count(read).ko}인데 보낸 것은 ${
          count(written).ko
        }입니다. 온 n바이트가 아니라 버퍼를 통째로 되돌려 보냈습니다.`,
      },
      look,
    };
  }
  if (written < read) {
    return {
      why: {
        en: `The server read ${count(read).en} and wrote ${
          count(written).en
        }: a write() may take fewer bytes than it is given, and its number says how many.`,
        ko: `서버가 읽은 것은 ${count(read).ko}인데 보낸 것은 ${
          count(written).ko
        }입니다. write()는 준 것보다 적게 가져갈 수 있고, 돌려주는 수가 그 양입니다.`,
      },
      look,
    };
  }
  return {};
}

function expectEcho(
  { wire, said }: Running,
  client: Peer,
  actual: Uint8Array,
  expected: Uint8Array,
): void {
  const at = firstDifference(actual, expected);
  if (at === undefined) return;
  const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
  const wrong = text(actual.subarray(at, at + 6));
  const owner = wrong.length > 1 && [...said]
    .find(([other, bytes]) => other !== client && text(bytes).includes(wrong));
  if (!owner) {
    return expectBytes(
      actual,
      expected,
      echo,
      tooEarly(actual) ?? echoWords(wire.log, client.local, actual),
    );
  }
  const name = (of: Peer) =>
    wire.log.sockets.find(({ side, local }) =>
      side === "peer" && local.port === of.local.port
    )!.name!;
  const [mine, theirs] = [name(client), name(owner[0])];
  const socket = accepted(wire.log)
    .find(({ remote }) => remote?.port === client.local.port)!;
  const misled = bytesMoved(wire.log, socket, "write") >
    bytesMoved(wire.log, socket, "read");
  expect(false, {
    expected: {
      en: `Only what ${mine.en} sent comes back to it.`,
      ko: `${mine.ko}에는 스스로 보낸 것만 되돌아갑니다.`,
    },
    came: {
      en: `From byte ${at} on it got the bytes of ${theirs.en}.`,
      ko: `${at}번째 바이트부터 ${theirs.ko}의 바이트가 왔습니다.`,
    },
    why: misled
      ? {
        en:
          "The answer went to a connection that it is not for: to all of them, or to one in a variable that all services share.",
        ko:
          "답이 엉뚱한 연결로 갔습니다. 모든 연결에 보냈거나, 여러 서비스가 함께 쓰는 변수에 든 연결에 보낸 경우입니다.",
      }
      : {
        en:
          "The services share one buffer. While one of them awaits its write(), the read() of another fills the same bytes anew.",
        ko:
          "여러 서비스가 버퍼 하나를 함께 씁니다. 하나가 write()를 기다리는 사이에 다른 서비스의 read()가 같은 자리를 덮어씁니다.",
      },
    look: {
      en: "Which variables are declared outside of the service?",
      ko: "어떤 변수가 서비스 바깥에 선언되어 있습니까?",
    },
  });
}
