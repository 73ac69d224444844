/**
 * Why an echo is wrong, in words.
 *
 * @module
 */
import { count, firstDifference, show } from "../bytes.ts";
import { servedTo } from "./serving.ts";
import type { Words } from "../failure.ts";
import type { Text } from "../text.ts";
import { bytesMoved } from "../log/wire_log.ts";
import type { Call, Socket, WireEvent, WireLog } from "../log/wire_log.ts";

/** What is said of a mistake that a wrong echo shows. */
export type Cause = Partial<Pick<Words, "why" | "look" | "mistake">>;

/** The words for one answer, if something can be seen of its cause. */
export function echoWords(
  log: WireLog,
  client: Deno.NetAddr,
  answer: Uint8Array,
): Cause {
  const socket = servedTo(log, client);
  if (socket === undefined) return {};
  const read = bytesMoved(log, socket, "read");
  const written = bytesMoved(log, socket, "write");
  const look: Text = {
    en: "What becomes of the number that each read() and write() returns?",
    ko: "read()와 write()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
  };
  const decoded = (call: Call) =>
    log.events.some((event) =>
      event.socket === socket.id && event.call === call &&
      event.sample !== undefined && replaced(event.sample)
    );
  if (
    written !== read &&
    (replaced(answer) || decoded("write") && !decoded("read"))
  ) {
    return {
      mistake: "makesTextOfBytes",
      why: {
        en:
          "The bytes went through a text and back. Bytes need not be UTF-8, and what is not becomes \ufffd.",
        ko:
          "바이트를 텍스트로 바꾸었다가 되돌렸습니다. 바이트가 모두 UTF-8인 것은 아니며, 아닌 것은 \ufffd로 바뀝니다.",
      },
      look: {
        en: "An echo sends back the bytes as they are, without a decoder.",
        ko: "에코는 디코더 없이 바이트를 그대로 되돌려 보냅니다.",
      },
    };
  }
  const first = log.events.find(({ socket: id, call }) =>
    id === socket.id && (call === "read" || call === "write")
  );
  if (written > read && first?.call === "write") {
    return {
      mistake: "writesBeforeItReads",
      why: {
        en:
          "The server wrote before it had read anything. An echo sends back what came, and nothing else.",
        ko:
          "서버가 아무것도 읽기 전에 먼저 썼습니다. 에코는 온 것만 되돌려 보냅니다.",
      },
      look: {
        en: "Which write() comes before the first read()?",
        ko: "첫 read()보다 먼저 호출한 write()가 어느 것입니까?",
      },
    };
  }
  if (written > read && startsAnew(log, socket)) return anew;
  if (written > read) {
    return {
      mistake: "sendsTheWholeBuffer",
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
  if (written <= read && readsWhileItWrites(log, socket)) {
    return written < read ? doesNotAwaitItsWrite : refillsWhatItStillSends;
  }
  if (changesWhatItRead(log, socket)) return changesTheBytes;
  if (written < read) {
    return {
      mistake: "ignoresWhatWriteSays",
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

/**
 * Whether a read() of this socket was called while a write() to it was still
 * under way: nobody awaited that one.
 */
export function readsWhileItWrites(
  { events }: WireLog,
  { id }: Socket,
): boolean {
  const mine = events.filter(({ socket }) => socket === id);
  let latest = 0;
  for (const { call, began, ended = Infinity } of mine) {
    if (call === "read" && began < latest) return true;
    if (call === "write") latest = Math.max(latest, ended);
  }
  return false;
}

/**
 * Whether a write() sends something else than the read() just before it has
 * brought, as far as the samples tell.
 */
export function changesWhatItRead(
  { events }: WireLog,
  { id }: Socket,
): boolean {
  let read: Uint8Array | undefined;
  for (const { socket, call, sample } of events) {
    if (socket !== id || sample === undefined) continue;
    const size = Math.min(read?.length ?? 0, sample.length);
    if (call === "write" && read !== undefined) {
      const at = firstDifference(read.subarray(0, size), sample);
      if (at !== undefined && at < size) return true;
    }
    read = call === "read" ? sample : undefined;
  }
  return false;
}

export const changesTheBytes = {
  mistake: "changesTheBytes",
  why: {
    en:
      "What was written is not what was read: something in between changes the bytes, such as trim(), replace(), normalize() or another line end.",
    ko:
      "쓴 것이 읽은 것과 다릅니다. trim(), replace(), normalize()나 줄 끝을 바꾸는 코드가 그 사이에서 바이트를 바꿉니다.",
  },
  look: {
    en: "What happens to the bytes between read() and write()?",
    ko: "read()와 write() 사이에서 그 바이트들이 어떻게 됩니까?",
  },
};

export const doesNotAwaitItsWrite = {
  mistake: "doesNotAwaitItsWrite",
  why: {
    en:
      "The next read() is called while a write() is still under way: nobody awaits that write(), and nobody sees that it took only a part.",
    ko:
      "write()가 끝나기 전에 다음 read()를 호출합니다. 그 write()를 아무도 await하지 않아, 일부만 가져간 것도 알지 못합니다.",
  },
  look: {
    en: "What becomes of the promise and of the number that write() gives?",
    ko: "write()가 주는 프로미스와 수를 코드가 어떻게 쓰는지 보십시오.",
  },
};

const refillsWhatItStillSends = {
  mistake: "refillsWhatItStillSends",
  why: {
    en:
      "The next read() filled the buffer anew while a write() of it was still under way: what was to be sent was overwritten.",
    ko:
      "버퍼의 내용을 write()가 아직 보내는 중인데 다음 read()가 같은 버퍼를 다시 채웠습니다. 보낼 것이 덮어쓰였습니다.",
  },
  look: {
    en: "What must have happened before a buffer may be filled again?",
    ko: "버퍼를 다시 채워도 되려면 무엇이 먼저 끝나야 합니까?",
  },
};

/** Whether it holds U+FFFD, which a decoder puts in for what is no UTF-8. */
function replaced(bytes: Uint8Array): boolean {
  return show(bytes, bytes.length).includes("\ufffd");
}

/** Whether a write() sends again what the one before it has taken. */
function startsAnew({ events }: WireLog, { id }: Socket): boolean {
  let read: WireEvent | undefined;
  let first: WireEvent | undefined;
  for (const event of events) {
    if (event.socket !== id) continue;
    if (event.call === "read") {
      read = event;
      first = undefined;
    } else if (event.call === "write" && event.sample !== undefined) {
      const again = first !== undefined && first.size! < (read?.size ?? 0) &&
        firstDifference(first.sample!, event.sample) === undefined;
      if (again) return true;
      first ??= event;
    }
  }
  return false;
}

const anew = {
  mistake: "startsAnewAfterAShortWrite",
  why: {
    en:
      "After a write() that took only a part, the next one began at byte 0 again: what was taken already was sent twice.",
    ko:
      "write()가 일부만 가져간 뒤, 다음 write()가 다시 0번 바이트부터 보냈습니다. 이미 가져간 것을 두 번 보낸 것입니다.",
  },
  look: {
    en: "From which byte on must the next write() send?",
    ko: "다음 write()는 몇 번 바이트부터 보내야 합니까?",
  },
};
