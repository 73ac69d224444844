/**
 * What the checks of lesson 4 say of a mistake in writing, or of a connection
 * that was only lent.
 *
 * @module
 */
import type { Entry } from "../support/failure.ts";
import { t } from "../support/text.ts";

const look = {
  number: t(
    "What becomes of the number that write() returns?",
    "write()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
  ),
  handed: t(
    "Which bytes does your code hand to write()?",
    "코드가 write()에 어떤 바이트를 넘기는지 보십시오.",
  ),
  awaits: t(
    "Is there an `await` before each call that returns a promise?",
    "프로미스를 돌려주는 호출마다 `await`가 있습니까?",
  ),
  catches: t(
    "Is a catch needed at all? Without one, the error goes to the caller.",
    "catch가 꼭 필요합니까? 없으면 오류는 호출한 쪽으로 갑니다.",
  ),
  closing: t(
    "close(), `using`, and the end of conn.readable or conn.writable: all of them close.",
    "close(), `using`, 그리고 conn.readable이나 conn.writable의 끝은 모두 연결을 닫습니다.",
  ),
};

const stillOpen = t(
  "The connection is still open in both directions.",
  "연결이 두 방향으로 모두 열려 있습니다.",
);
const lent = t(
  "The connection is lent: its owner still needs it, perhaps for an answer. Who opens, closes.",
  "빌린 연결입니다. 주인은 아직 그 연결로 응답을 받거나 할 수 있습니다. 연 쪽이 닫습니다.",
);

/** The mistakes that lesson 4 knows in writing. */
export const mistakesInWriting = {
  // Writing.
  comesBackBeforeWriting: {
    why: t(
      "writeAll() came back before any write() had moved a byte. What it starts it must also await.",
      "write()가 한 바이트도 옮기기 전에 writeAll()이 돌아왔습니다. 시작한 일은 await해야 합니다.",
    ),
    look: look.number,
  },
  ignoresWhatWriteReturns: { look: look.number },
  stopsWritingEarly: { look: look.number },
  writesMoreThanGiven: {
    why: t(
      "More was written than was given. On a stream every byte counts: the other end takes it for a part of the message.",
      "받은 것보다 많이 썼습니다. 스트림에서는 한 바이트도 그냥 넘어가지 않습니다. 상대는 그것도 메시지로 여깁니다.",
    ),
    look: look.handed,
  },
  writesTheWholeBuffer: {
    why: t(
      "`bytes` is a window on a larger buffer, and the whole buffer was written: `bytes.buffer` begins before your bytes.",
      "`bytes`는 더 큰 버퍼의 일부를 보는 뷰인데, 버퍼를 통째로 썼습니다. `bytes.buffer`는 받은 바이트보다 앞에서 시작합니다.",
    ),
    look: look.handed,
  },
  writesSomeBytesTwice: {
    why: t(
      "Bytes went out twice: a write must begin behind the bytes that earlier writes have taken, not at the start.",
      "같은 바이트가 두 번 나갔습니다. 다음 쓰기는 처음이 아니라 이미 받아 간 바이트 바로 뒤에서 시작해야 합니다.",
    ),
    look: look.handed,
  },
  writesSeveralAtOnce: {
    why: t(
      "Several calls of write() were under way at once. If one takes only a part, its rest goes out behind the bytes of the others.",
      "write()를 여럿 동시에 불렀습니다. 그 가운데 하나가 일부만 받아 가면, 나머지는 다른 write()의 바이트 뒤에 나갑니다.",
    ),
    look: t(
      "When does each write() begin: after the one before has ended?",
      "write()마다 앞의 것이 끝난 뒤에 시작하는지 보십시오.",
    ),
  },
  doesNotAwaitWrite: {
    expected: t(
      "writeAll() ends after its last write() has ended.",
      "writeAll()은 마지막 write()가 끝난 뒤에 끝납니다.",
    ),
    came: t(
      "writeAll() came back while a write() was still under way.",
      "write()가 아직 끝나지 않았는데 writeAll()이 돌아왔습니다.",
    ),
    why: t(
      "That write() is not awaited. How much it took, and whether it failed, nobody will ever know.",
      "그 write()에 await가 없습니다. 얼마를 받아 갔는지, 실패했는지 아무도 알 수 없게 됩니다.",
    ),
    look: look.awaits,
  },
  givesUpOnASlowReader: {
    why: t(
      "The buffers between you and a slow reader hold a few MiB at most. Beyond that write() takes what fits and says how much.",
      "느린 상대와의 사이에 있는 버퍼에는 많아야 몇 MiB가 들어갑니다. 그보다 많으면 write()는 들어가는 만큼만 받아 가고 그 수를 알려 줍니다.",
    ),
    look: t(
      "When does your loop stop: after a call, or after the last byte?",
      "반복이 언제 끝납니까? 호출 뒤입니까, 마지막 바이트 뒤입니까?",
    ),
  },
  changesTheCallersBytes: {
    expected: t(
      "The caller's bytes are what they were before.",
      "호출한 쪽의 바이트는 전과 같습니다.",
    ),
    came: t(
      "writeAll() has changed them.",
      "writeAll()이 그 바이트를 바꾸었습니다.",
    ),
    why: t(
      "`bytes` is no copy: the caller may send the same bytes again, to somebody else.",
      "`bytes`는 복사본이 아닙니다. 호출한 쪽은 같은 바이트를 다른 곳에 다시 보낼 수 있습니다.",
    ),
    look: t(
      "subarray() gives you the rest without moving anything.",
      "subarray()를 쓰면 아무것도 옮기지 않고 나머지를 넘길 수 있습니다.",
    ),
  },
  keepsTheLockOfTheWriter: {
    expected: t(
      "A second writeAll() on the same connection works as well.",
      "같은 연결에서 writeAll()을 한 번 더 불러도 됩니다.",
    ),
    why: t(
      "The first call left something behind, for example a writer of conn.writable that still holds its lock.",
      "앞의 호출이 무언가를 남겼습니다. conn.writable의 writer가 잠금을 쥐고 있는 경우가 그렇습니다.",
    ),
    look: t(
      "What does your function take hold of and not let go?",
      "함수가 잡고서 놓지 않은 것이 있는지 보십시오.",
    ),
  },
  swallowsTheErrorOfWrite: {
    why: t(
      "A catch kept the error. The caller believes that every byte is on its way.",
      "catch가 오류를 잡고서 알리지 않았습니다. 호출한 쪽은 모든 바이트가 간 줄로 압니다.",
    ),
    look: look.catches,
  },
  // The connection, which is lent.
  closesALentConnection: {
    expected: stillOpen,
    came: t("Your code closed it.", "코드가 연결을 닫았습니다."),
    why: lent,
    look: look.closing,
  },
  endsTheStreamAfterWriting: {
    expected: stillOpen,
    came: t(
      "Your code ended its sending half (closeWrite).",
      "코드가 보내는 쪽을 닫았습니다(closeWrite).",
    ),
    why: lent,
    look: look.closing,
  },
  closesWhenAWriteFails: {
    expected: t(
      "A connection that is broken is closed by its owner, too.",
      "끊어진 연결도 주인이 닫습니다.",
    ),
    came: t("writeAll() closed it.", "writeAll()이 연결을 닫았습니다."),
    why: t(
      "The owner closes it once more, on every way out. That second close() throws BadResource, and the error that tells what happened is gone.",
      "주인은 어느 길로 나가든 연결을 닫습니다. 그 두 번째 close()가 BadResource를 던져서, 무슨 일이 있었는지 알려 주는 오류를 가립니다.",
    ),
    look: t(
      "What does your code do when a write() has failed?",
      "write()가 실패했을 때 코드가 무엇을 하는지 보십시오.",
    ),
  },
} satisfies Record<string, Entry>;
