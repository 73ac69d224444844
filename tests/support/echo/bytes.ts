/**
 * Whether an echo holds the client's own bytes, and in words why not.
 *
 * @module
 */
import { firstDifference } from "../bytes.ts";
import { nameOf, servedTo } from "./seen.ts";
import { echoWords } from "./words.ts";
import type { Cause } from "./words.ts";
import { expectBytes } from "../expect.ts";
import { expect } from "../failure.ts";
import type { Peer } from "../peer.ts";
import { t } from "../text.ts";
import { bytesMoved } from "../log/wire_log.ts";
import type { Wire } from "../wire.ts";

/** What an echo is compared with. */
export interface Talk {
  wire: Wire;
  /** All that any client has said so far, to know foreign bytes by. */
  said: Map<Peer, Uint8Array>;
  /** What this lesson knows of a wrong echo, if it knows more. */
  causeOf?: (answer: Uint8Array) => Cause | undefined;
}

/** Expects that `actual` is what `client` must get back. */
export function expectEcho(
  { wire: { log }, said, causeOf }: Talk,
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
      causeOf?.(actual) ?? echoWords(log, client.local, actual),
    );
  }
  const socket = servedTo(log, client.local)!;
  const mine = nameOf(log, socket);
  const theirs = nameOf(log, servedTo(log, owner[0].local)!);
  const misled = bytesMoved(log, socket, "write") >
    bytesMoved(log, socket, "read");
  expect(false, {
    expected: {
      en: `Only what ${mine.en} sent comes back to it.`,
      ko: `${mine.ko}에는 스스로 보낸 것만 되돌아갑니다.`,
    },
    came: {
      en: `From byte ${at} on it got the bytes of ${theirs.en}.`,
      ko: `${at}번 바이트부터 ${theirs.ko}의 바이트가 왔습니다.`,
    },
    ...misled ? answersElsewhere : sharesOneBuffer,
    look: {
      en: "Which variables are declared outside of the service?",
      ko: "어떤 변수가 서비스 바깥에 선언되어 있습니까?",
    },
  });
}

const echo = t("The echo", "되돌아온 바이트");

const answersElsewhere = {
  mistake: "answersOnAnotherConnection",
  why: t(
    "The answer went to a connection that it is not for: to all of them, or to one in a variable that all services share.",
    "답이 엉뚱한 연결로 갔습니다. 모든 연결에 보냈거나, 여러 서비스가 함께 쓰는 변수에 든 연결에 보낸 경우입니다.",
  ),
};

const sharesOneBuffer = {
  mistake: "sharesOneBuffer",
  why: t(
    "The services share one buffer. While one of them awaits its write(), the read() of another fills the same bytes anew.",
    "여러 서비스가 버퍼 하나를 함께 씁니다. 하나가 write()를 기다리는 사이에 다른 서비스의 read()가 같은 자리를 덮어씁니다.",
  ),
};
