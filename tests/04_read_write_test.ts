import type * as stub from "./stubs/04_read_write/read_write.ts";
import {
  count,
  encode,
  firstDifference,
  join,
  payload,
  show,
} from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { deliver } from "./support/network/deliver.ts";
import { expectBytes } from "./support/expect.ts";
import { expect } from "./support/failure.ts";
import { everyCut, everyStart, segments } from "./support/network/segments.ts";
import { lacksResets } from "./support/resets.ts";
import { settle } from "./support/settle.ts";
import type { Settled } from "./support/settle.ts";
import { waitsIn } from "./support/network/stillness.ts";
import type { Text } from "./support/text.ts";
import type { Wire } from "./support/wire.ts";
import { bytesMoved, pending } from "./support/log/wire_log.ts";
import type { WireEvent } from "./support/log/wire_log.ts";

const check = checksOf<typeof stub>("04_read_write/read_write.ts");
const otherEnd = { en: "the other end", ko: "상대" };
/** 28 bytes: after writes of three bytes each, one byte is left. */
const korean = "소켓은 스트림이다.\r\n";

const writesAll = check({
  name: {
    en: "writeAll() writes every byte, though each write takes only a few",
    ko: "쓰기 한 번이 조금씩만 받아 가도 writeAll()은 모두 쓴다",
  },
  needs: ["writeAll"],
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair({ write: 3 });
  const bytes = encode(korean);
  // A window on a larger buffer, as a caller may have it.
  const buffer = new Uint8Array(bytes.length + 20).fill(0x23);
  buffer.set(bytes, 10);
  const before = buffer.slice();
  const writing = delayWrites(conn);
  const lent = buffer.subarray(10, 10 + bytes.length);
  throwOn(await settle(() => writeAll(conn, lent)));
  expectAwaited(writing.now > 0);
  expectUntouched(buffer, before);
  expectNotClosed(conn, wire);
  const moved = bytesMoved(wire.log, wire.socket(conn), "write");
  const received = await peer.receive(moved);
  const calls = callsOf(wire, "write");
  expectBytes(received, bytes, {
    en: "what the other end received",
    ko: "상대가 받은 바이트",
  }, {
    why: calls.length === 0
      ? {
        en:
          "writeAll() came back before any write() had moved a byte. What it starts it must also await.",
        ko:
          "write()가 한 바이트도 옮기기 전에 writeAll()이 돌아왔습니다. 시작한 일은 await해야 합니다.",
      }
      : calls.length === 1
      ? {
        en:
          `The number that write() returned was not used: it had taken ${moved} of ${bytes.length} bytes, and nobody wrote the rest.`,
        ko:
          `write()가 돌려준 수를 쓰지 않았습니다. ${bytes.length}바이트 가운데 ${moved}바이트만 받아 갔는데 나머지를 아무도 쓰지 않았습니다.`,
      }
      : moved > bytes.length && firstDifference(
            received.subarray(0, bytes.length),
            bytes,
          ) === undefined
      ? {
        en:
          "More was written than was given. On a stream every byte counts: the other end takes it for a part of the message.",
        ko:
          "받은 것보다 많이 썼습니다. 스트림에서는 한 바이트도 그냥 넘어가지 않습니다. 상대는 그것도 메시지로 여깁니다.",
      }
      : moved > bytes.length && received[0] === 0x23
      ? {
        en:
          "`bytes` is a window on a larger buffer, and the whole buffer was written: `bytes.buffer` begins before your bytes.",
        ko:
          "`bytes`는 더 큰 버퍼의 일부를 보는 창인데, 버퍼를 통째로 썼습니다. `bytes.buffer`는 받은 바이트보다 앞에서 시작합니다.",
      }
      : firstDifference(received, bytes) === moved
      ? {
        en:
          `${calls.length} writes took ${moved} of ${bytes.length} bytes together, and then no further write was made.`,
        ko:
          `쓰기 ${calls.length}번이 ${bytes.length}바이트 가운데 ${moved}바이트를 받아 간 뒤로 더 쓰지 않았습니다.`,
      }
      : writing.most > 1
      ? {
        en:
          "Two calls of write() were under way at once, and their bytes got mixed. The order on the wire is that of the calls only if each waits for the one before.",
        ko:
          "write() 두 개가 동시에 일해서 바이트의 순서가 섞였습니다. 앞의 write()를 기다린 뒤에 다음을 불러야 순서가 지켜집니다.",
      }
      : {
        en:
          "Bytes went out twice: a write must begin behind the bytes that earlier writes have taken, not at the start.",
        ko:
          "같은 바이트가 두 번 나갔습니다. 다음 쓰기는 처음이 아니라 이미 받아 간 바이트 바로 뒤에서 시작해야 합니다.",
      },
    look: writing.most > 1
      ? {
        en: "When does each write() begin: after the one before has ended?",
        ko: "write()마다 앞의 것이 끝난 뒤에 시작하는지 보십시오.",
      }
      : moved > bytes.length
      ? {
        en: "Which bytes does your code hand to write()?",
        ko: "코드가 write()에 어떤 바이트를 넘기는지 보십시오.",
      }
      : {
        en: "What becomes of the number that write() returns?",
        ko: "write()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
      },
  });
});

check({
  name: {
    en: "writeAll() leaves the connection open for its owner",
    ko: "writeAll()은 주인이 계속 쓰도록 연결을 열어 둔다",
  },
  needs: ["writeAll"],
  after: writesAll,
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  throwOn(await settle(() => writeAll(conn, encode("one "))));
  expectNotClosed(conn, wire);
  const { error, came } = await settle(() => writeAll(conn, encode("two")));
  expect(error === undefined, {
    expected: {
      en: "A second writeAll() on the same connection works as well.",
      ko: "같은 연결에서 writeAll()을 한 번 더 불러도 됩니다.",
    },
    came,
    why: {
      en:
        "The first call left something behind, for example a writer of conn.writable that still holds its lock.",
      ko:
        "앞의 호출이 무언가를 남겼습니다. conn.writable의 writer가 잠금을 쥐고 있는 경우가 그렇습니다.",
    },
    look: {
      en: "What does your function take hold of and not let go?",
      ko: "함수가 잡고서 놓지 않은 것이 있는지 보십시오.",
    },
  });
  expectNotClosed(conn, wire);
  const moved = bytesMoved(wire.log, wire.socket(conn), "write");
  const received = await peer.receive(moved);
  expectBytes(received, encode("one two"), {
    en: "what the other end received of two calls",
    ko: "두 번의 호출에서 상대가 받은 바이트",
  });
  // Open in both directions: an answer still comes in.
  await peer.send("ok");
  await conn.read(new Uint8Array(2));
});

check({
  name: {
    en: "writeAll() is done only when the kernel has taken all 6 MiB",
    ko: "writeAll()은 커널이 6 MiB를 모두 받아 간 뒤에야 끝난다",
  },
  needs: ["writeAll"],
  after: writesAll,
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  const bytes = payload(6 * 1024 * 1024);
  const receiving = settle(() => peer.receive(bytes.length));
  throwOn(await settle(() => writeAll(conn, bytes)));
  expectAwaited(pending(wire.log, "student").length > 0);
  const moved = bytesMoved(wire.log, wire.socket(conn), "write");
  expect(moved === bytes.length, {
    expected: {
      en: `The kernel has taken ${count(bytes.length).en}.`,
      ko: `커널이 받아 간 것은 모두 ${count(bytes.length).ko}입니다.`,
    },
    came: {
      en: `writeAll() came back after ${count(moved).en}.`,
      ko: `writeAll()이 돌아왔을 때 받아 간 것은 ${count(moved).ko}입니다.`,
    },
    why: {
      en:
        "The buffers between you and a slow reader hold a few MiB at most. Beyond that write() takes what fits and says how much.",
      ko:
        "느린 상대와의 사이에 있는 버퍼에는 많아야 몇 MiB가 들어갑니다. 그보다 많으면 write()는 들어가는 만큼만 받아 가고 그 수를 알려 줍니다.",
    },
    look: {
      en: "When does your loop stop: after a call, or after the last byte?",
      ko: "반복이 언제 끝납니까? 호출 뒤입니까, 마지막 바이트 뒤입니까?",
    },
  });
  const { value: received } = await receiving;
  expectBytes(received, bytes, {
    en: "what the other end received",
    ko: "상대가 받은 바이트",
  });
});

check({
  name: {
    en: "writeAll() throws on the error of a broken connection",
    ko: "writeAll()은 끊어진 연결의 오류를 그대로 던진다",
  },
  needs: ["writeAll"],
  after: writesAll,
}, async ({ writeAll }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.resettingPair();
  peer.reset();
  // The first bytes may still find room; after the reset nothing does.
  const bytes = payload(6 * 1024 * 1024);
  const settled = await settle(() => writeAll(conn, bytes));
  expectErrorOf("write", "writeAll", settled, wire);
  // conn.writable closes by itself here, so who uses it cannot do otherwise.
  const closed = wire.log.events.some(({ call, byStream = false }) =>
    call === "close" && !byStream
  );
  expect(!closed, {
    expected: {
      en: "A connection that is broken is closed by its owner, too.",
      ko: "끊어진 연결도 주인이 닫습니다.",
    },
    came: {
      en: "writeAll() closed it.",
      ko: "writeAll()이 연결을 닫았습니다.",
    },
    why: {
      en:
        "The owner closes it once more, on every way out. That second close() throws BadResource, and the error that tells what happened is gone.",
      ko:
        "주인은 어느 길로 나가든 연결을 닫습니다. 그 두 번째 close()가 BadResource를 던져서, 무슨 일이 있었는지 알려 주는 오류를 가립니다.",
    },
    look: {
      en: "What does your code do when a write() has failed?",
      ko: "write()가 실패했을 때 코드가 무엇을 하는지 보십시오.",
    },
  });
});

const readsExactly = check({
  name: {
    en: "readExactly() collects a message that comes in pieces",
    ko: "readExactly()는 조각조각 오는 메시지를 모은다",
  },
  needs: ["readExactly"],
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  // The second has a last piece of one byte.
  for (const message of ["one message", "one message more"].map(encode)) {
    const [conn, peer] = await wire.pair({ read: 3 });
    await peer.send(message);
    const settled = await settle(() => readExactly(conn, message.length));
    expectRead(settled, message, wire);
    expectNotClosed(conn, wire);
  }
  const message = payload(500);
  const read = (conn: Deno.TcpConn) => readExactly(conn, message.length);
  const pieces = segments(message, { seed: 1 });
  expectRead(await readParts(read, pieces, wire), message, wire);
});

check({
  name: {
    en: "readExactly() leaves the next message to the next call",
    ko: "readExactly()는 다음 메시지를 다음 호출에 남겨 둔다",
  },
  needs: ["readExactly"],
  after: readsExactly,
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  const [first, second] = [encode("first"), encode("second")];
  // With short reads the next message is there when a part is missing.
  for (const limits of [{}, { read: 3 }]) {
    const [conn, peer] = await wire.pair(limits);
    await peer.send("firstsecond");
    const settled = await settle(() => readExactly(conn, first.length));
    throwOn(settled);
    const moved = bytesMoved(wire.log, wire.socket(conn), "read");
    expect(moved <= first.length, {
      expected: {
        en: `${first.length} bytes are read, and "second" stays for later.`,
        ko: `${first.length}바이트만 읽고 "second"는 남겨 둡니다.`,
      },
      came: {
        en: `read() took ${count(moved).en} out of the connection.`,
        ko: `read()가 연결에서 꺼낸 것은 ${count(moved).ko}입니다.`,
      },
      why: {
        en:
          "read() fills whatever room its buffer has. Bytes read too far are taken out of the stream, and the next call never sees them.",
        ko:
          "read()는 버퍼의 빈자리를 있는 만큼 채웁니다. 지나치게 읽은 바이트는 스트림에서 사라지고 다음 호출은 그것을 볼 수 없습니다.",
      },
      look: {
        en: "How much room does the buffer have that you give to read()?",
        ko: "read()에 주는 버퍼에 빈자리가 얼마나 있습니까?",
      },
    });
    expectRead(settled, first, wire);
    expectNotClosed(conn, wire);
    const next = await settle(() => readExactly(conn, second.length));
    expectRead(next, second, wire);
    expectBytes(settled.value, first, {
      en: "the first message, looked at after the second call",
      ko: "두 번째 호출 뒤에 다시 본 첫 메시지",
    }, sharedBuffer);
  }
});

check({
  name: {
    en: "readExactly() throws UnexpectedEof when the stream ends before",
    ko: "readExactly()는 스트림이 먼저 끝나면 UnexpectedEof를 던진다",
  },
  needs: ["readExactly"],
  after: readsExactly,
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  for (const parts of everyStart(["hel", "l"]).reverse()) {
    const sent = parts.join("");
    const [conn, peer] = await wire.pair();
    const reading = settle(() => readExactly(conn, 5));
    await deliver(peer, parts, { reader: reading, then: "end" });
    const { error, came } = await reading;
    expect(error instanceof Deno.errors.UnexpectedEof, {
      expected: {
        en: "readExactly(conn, 5) throws Deno.errors.UnexpectedEof.",
        ko: "readExactly(conn, 5)가 Deno.errors.UnexpectedEof를 던집니다.",
      },
      came,
      why: error === undefined
        ? {
          en:
            `The stream ended after ${sent.length} of 5 bytes. Nobody who gets this result can tell it from a whole message.`,
          ko:
            `5바이트 가운데 ${sent.length}바이트가 온 뒤에 스트림이 끝났습니다. 이 결과를 받은 쪽은 온전한 메시지와 구별할 수 없습니다.`,
        }
        : {
          en:
            `The stream ended after ${sent.length} of 5 bytes. Callers look for that by the name of one error, and this is another.`,
          ko:
            `5바이트 가운데 ${sent.length}바이트가 온 뒤에 스트림이 끝났습니다. 부르는 쪽은 정해진 오류 하나로 이를 알아보는데, 다른 오류가 나왔습니다.`,
        },
      look: {
        en: "What does your code do when read() gives null?",
        ko: "read()가 null을 주었을 때 코드가 무엇을 하는지 보십시오.",
      },
    });
    // Half-closed is not closed: its owner may still say what was wrong.
    expectNotClosed(conn, wire);
  }
});

check({
  name: {
    en: "readExactly() does not take a broken connection for the end",
    ko: "readExactly()는 끊어진 연결을 스트림의 끝으로 여기지 않는다",
  },
  needs: ["readExactly"],
  after: readsExactly,
  lacks: lacksResets,
}, async ({ readExactly }, wire) => {
  await expectBreakThrown("readExactly", (conn) => readExactly(conn, 20), wire);
});

check({
  name: {
    en: "readExactly() of 0 bytes gives an empty array and does not wait",
    ko: "readExactly()로 0바이트를 읽으면 기다리지 않고 빈 배열을 준다",
  },
  needs: ["readExactly"],
  after: readsExactly,
}, async ({ readExactly }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  const what = { en: "no bytes at all", ko: "0바이트" };
  expectBytes(await readExactly(conn, 0), new Uint8Array(), what);
  // The connection is as it was: the next message is all there.
  await peer.send("next");
  const settled = await settle(() => readExactly(conn, 4));
  expectRead(settled, encode("next"), wire);
});

const sharedBuffer = {
  why: {
    en:
      "The array that the first call returned has changed: both calls read into the same memory, and each result is only a window on it.",
    ko:
      "첫 번째 호출이 돌려준 배열의 내용이 바뀌었습니다. 두 호출이 같은 메모리에 읽고, 결과는 그 메모리를 보는 창일 뿐입니다.",
  },
  look: {
    en: "Where is the buffer made: in each call, or outside of the function?",
    ko: "버퍼를 호출할 때마다 만듭니까, 함수 밖에서 한 번 만듭니까?",
  },
};

const readsToEnd = check({
  name: {
    en: "readToEnd() gives all pieces, one after the other",
    ko: "readToEnd()는 모든 조각을 순서대로 이어 돌려준다",
  },
  needs: ["readToEnd"],
}, async ({ readToEnd }, wire) => {
  for (
    const pieces of [
      ["one, ", "two, ", "three"].map(encode),
      segments(payload(500), { seed: 1 }),
    ]
  ) {
    expectRead(await readParts(readToEnd, pieces, wire), join(pieces), wire);
  }
});

check({
  name: {
    en: "readToEnd() gives an empty array when nothing comes before the end",
    ko: "readToEnd()는 아무것도 오지 않고 끝나면 빈 배열을 준다",
  },
  needs: ["readToEnd"],
  after: readsToEnd,
}, async ({ readToEnd }, wire) => {
  const settled = await readParts(readToEnd, [], wire);
  throwOn(settled);
  expectBytes(settled.value, new Uint8Array(), {
    en: "no bytes at all",
    ko: "0바이트",
  });
});

check({
  name: {
    en: "readToEnd() reads more than its buffer has room for",
    ko: "readToEnd()는 버퍼에 다 들어가지 않을 만큼 많이 와도 모두 읽는다",
  },
  needs: ["readToEnd"],
  after: readsToEnd,
}, async ({ readToEnd }, wire) => {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  const room = watchRoom(conn);
  const reading = settle(() => readToEnd(conn));
  await Promise.race([reading, waitsIn(wire, "read")]);
  // No more than that: for buffers of one byte it is a read for each of them.
  const bytes = payload(room() + 2 * 1024);
  const sending = settle(() =>
    deliver(peer, [bytes], { reader: reading, then: "end" })
  );
  expectRead(await reading, bytes, wire);
  await sending;
});

check({
  name: {
    en: "readToEnd() does not take a broken connection for the end",
    ko: "readToEnd()는 끊어진 연결을 스트림의 끝으로 여기지 않는다",
  },
  needs: ["readToEnd"],
  after: readsToEnd,
  lacks: lacksResets,
}, async ({ readToEnd }, wire) => {
  await expectBreakThrown("readToEnd", readToEnd, wire);
});

const readsText = check({
  name: {
    en: "readText() gives the whole text",
    ko: "readText()는 텍스트를 모두 돌려준다",
  },
  needs: ["readText"],
}, async ({ readText }, wire) => {
  const lines = ["첫째 줄\n", "둘째 줄\n"];
  expectText(await readParts(readText, lines, wire), lines.join(""), wire);
});

check({
  name: {
    en: "readText() keeps characters whole, wherever the bytes are cut",
    ko: "readText()는 바이트가 어디서 잘려도 글자를 온전히 지킨다",
  },
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  const text = "소켓 é 😀";
  for (
    const pieces of [...everyCut(text), segments(text, "one byte at a time")]
  ) {
    expectText(await readParts(readText, pieces, wire), text, wire, pieces);
  }
});

check({
  name: {
    en: "readText() gives an empty text when nothing comes before the end",
    ko: "readText()는 아무것도 오지 않고 끝나면 빈 문자열을 준다",
  },
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  expectText(await readParts(readText, [], wire), "", wire);
});

check({
  name: {
    en: "readText() shows a character that the end of the stream has cut",
    ko: "readText()는 스트림의 끝에서 잘린 글자가 있음을 보여 준다",
  },
  needs: ["readText"],
  after: readsText,
}, async ({ readText }, wire) => {
  for (const [half] of everyCut("왔")) {
    const pieces = ["끝까지 ", half];
    const { value, error, came } = await readParts(readText, pieces, wire);
    expect(value === "끝까지 \ufffd", {
      expected: {
        en: 'The text "끝까지 �": � for the character that is not whole.',
        ko:
          '다음 텍스트여야 합니다: "끝까지 �". 온전하지 않은 글자는 �가 됩니다.',
      },
      came,
      why: error !== undefined
        ? {
          en:
            "The decoder was told to throw (fatal). What came before the cut is then lost to the caller as well.",
          ko:
            "디코더가 오류를 던지게 했습니다(fatal). 그러면 잘리기 전까지 온 것도 부른 쪽에 전해지지 않습니다.",
        }
        : value === "끝까지 "
        ? {
          en:
            "The half character is still in the decoder and was never asked for, or its � was taken out. The text looks whole and is not.",
          ko:
            "반쪽 글자가 디코더에 남아 있는데 꺼내지 않았거나, 그 자리의 �를 지웠습니다. 텍스트는 온전해 보이지만 그렇지 않습니다.",
        }
        : {
          en: "The bytes that came do not become this text in UTF-8.",
          ko: "받은 바이트를 UTF-8로 디코딩하면 이런 텍스트가 되지 않습니다.",
        },
      look: error !== undefined
        ? {
          en: "With which options is your decoder made?",
          ko: "디코더를 만들 때 어떤 옵션을 주었는지 보십시오.",
        }
        : {
          en:
            "With the option `stream` the decoder waits for more. How does it learn that there is no more?",
          ko:
            "`stream` 옵션을 쓰면 디코더는 나머지를 기다립니다. 더 없다는 것을 디코더가 어떻게 압니까?",
        },
    });
  }
});

check({
  name: {
    en: "readText() does not take a broken connection for the end",
    ko: "readText()는 끊어진 연결을 스트림의 끝으로 여기지 않는다",
  },
  needs: ["readText"],
  after: readsText,
  lacks: lacksResets,
}, async ({ readText }, wire) => {
  await expectBreakThrown("readText", readText, wire);
});

/** Lets `read` have the parts one by one, and then the end. */
async function readParts<T>(
  read: (conn: Deno.TcpConn) => Promise<T>,
  parts: readonly (string | Uint8Array)[],
  wire: Wire,
): Promise<Settled<T>> {
  wire.call(otherEnd);
  const [conn, peer] = await wire.pair();
  const reading = settle(() => read(conn));
  await deliver(peer, parts, { reader: reading, then: "end" });
  return await reading;
}

/** Resets the connection of `read` after a part, and before anything. */
async function expectBreakThrown(
  name: string,
  read: (conn: Deno.TcpConn) => Promise<unknown>,
  wire: Wire,
): Promise<void> {
  wire.call(otherEnd);
  for (const parts of everyStart(["half of it"]).reverse()) {
    const [conn, peer] = await wire.resettingPair();
    const reading = settle(() => read(conn));
    await deliver(peer, parts, { reader: reading, then: "reset" });
    expectErrorOf("read", name, await reading, wire);
  }
}

/** Expects that the error of a call is the one that comes out of `name`. */
function expectErrorOf(
  call: "read" | "write",
  name: string,
  { error, came }: Settled<unknown>,
  wire: Wire,
): void {
  const failed = callsOf(wire, call, "error").at(0)?.error?.name ?? "Error";
  expect(error?.name === failed, {
    expected: {
      en: `${name}() throws the error of ${call}() on (${failed}).`,
      ko: name === "writeAll"
        ? `writeAll()이 write()의 오류를 그대로 던집니다(${failed}).`
        : `${name}()가 ${call}()의 오류를 그대로 던집니다(${failed}).`,
    },
    came,
    why: error !== undefined
      ? {
        en: "Another error took its place on the way out.",
        ko: "빠져나오는 길에 다른 오류로 바뀌었습니다.",
      }
      : call === "write"
      ? {
        en:
          "A catch kept the error. The caller believes that every byte is on its way.",
        ko:
          "catch가 오류를 잡고서 알리지 않았습니다. 부른 쪽은 모든 바이트가 간 줄로 압니다.",
      }
      : {
        en:
          "A catch took the error for the end. The caller now holds a part and believes that it is the whole.",
        ko:
          "catch가 오류를 스트림의 끝으로 여겼습니다. 부른 쪽은 일부를 쥐고서 전부라고 믿습니다.",
      },
    look: {
      en:
        "Is a catch needed at all? Without one, the error goes to the caller.",
      ko: "catch가 꼭 필요합니까? 없으면 오류는 부른 쪽으로 갑니다.",
    },
  });
}

/** Expects that writing left the caller's bytes, and all around, alone. */
function expectUntouched(buffer: Uint8Array, before: Uint8Array): void {
  expect(firstDifference(buffer, before) === undefined, {
    expected: {
      en: "The caller's bytes are what they were before.",
      ko: "부른 쪽의 바이트는 전과 같습니다.",
    },
    came: {
      en: "writeAll() has changed them.",
      ko: "writeAll()이 그 바이트를 바꾸었습니다.",
    },
    why: {
      en:
        "`bytes` is no copy: the caller may send the same bytes again, to somebody else.",
      ko:
        "`bytes`는 복사본이 아닙니다. 부른 쪽은 같은 바이트를 다른 곳에 다시 보낼 수 있습니다.",
    },
    look: {
      en: "subarray() gives you the rest without moving anything.",
      ko: "subarray()를 쓰면 아무것도 옮기지 않고 나머지를 넘길 수 있습니다.",
    },
  });
}

/** An error where none belongs is explained by the machinery. */
function throwOn({ error }: Settled<unknown>): void {
  if (error !== undefined) throw error;
}

/** The calls of the student's code that have moved bytes, or have failed. */
function callsOf(
  { log }: Wire,
  name: "read" | "write",
  ended: "ok" | "error" = "ok",
): WireEvent[] {
  return log.events.filter(({ side, call, outcome, size = 0 }) =>
    side === "student" && call === name && outcome === ended &&
    (outcome === "error" || size > 0)
  );
}

function expectRead(
  settled: Settled<unknown>,
  expected: Uint8Array,
  wire: Wire,
): void {
  throwOn(settled);
  const actual = settled.value;
  const calls = callsOf(wire, "read");
  const size = calls[0]?.size ?? 0;
  const once = calls.length === 1 && size < expected.length;
  const moved = calls.reduce((sum, { size = 0 }) => sum + size, 0);
  const overwritten = moved >= expected.length && calls.length > 1 &&
    actual instanceof Uint8Array &&
    actual.length === expected.length;
  expectBytes(actual, expected, {
    en: "the bytes that were sent",
    ko: "상대가 보낸 바이트",
  }, {
    why: calls.length === 0
      ? {
        en: "No read() had brought a byte when the function came back.",
        ko: "함수가 돌아왔을 때 read()가 가져온 바이트가 없었습니다.",
      }
      : once
      ? {
        en:
          `One read() was taken for the whole. It brought ${size} of ${expected.length} bytes, what had arrived by then.`,
        ko:
          `read() 한 번으로 다 읽었다고 여겼습니다. 그때까지 도착한 것은 ${expected.length}바이트 가운데 ${size}바이트였습니다.`,
      }
      : moved < expected.length
      ? {
        en:
          `Together the reads brought ${moved} of ${expected.length} bytes, and no further read() was made.`,
        ko:
          `읽기를 모두 합해 ${expected.length}바이트 가운데 ${moved}바이트만 가져왔고, 그 뒤로 더 읽지 않았습니다.`,
      }
      : undefined,
    look: overwritten
      ? {
        en: "Does each chunk that you keep have a place of its own?",
        ko: "남겨 둔 조각마다 자기 자리가 따로 있는지 보십시오.",
      }
      : undefined,
  });
}

/**
 * Lets each write() of the student's end take a little longer than a function
 * needs to come back that does not await it. Tells how many run now, and how
 * many ran at once at the most.
 */
function delayWrites(conn: Deno.TcpConn): { now: number; most: number } {
  const write = conn.write;
  const running = { now: 0, most: 0 };
  const delayed = async (bytes: Uint8Array<ArrayBuffer>) => {
    running.most = Math.max(running.most, ++running.now);
    const n = await write(bytes);
    for (let turn = 0; turn < 50; turn++) await undefined;
    running.now--;
    return n;
  };
  Object.defineProperty(conn, "write", { value: delayed, configurable: true });
  return running;
}

/**
 * Returns the room that the first read() has got, at most 1 MiB. It is not
 * seen where a Web stream reads.
 */
function watchRoom(conn: Deno.TcpConn): () => number {
  const read = conn.read;
  let room: number | undefined;
  const watched = (buffer: Uint8Array<ArrayBuffer>) => {
    room ??= buffer?.byteLength;
    return read(buffer);
  };
  Object.defineProperty(conn, "read", { value: watched, configurable: true });
  return () => Math.min(room ?? 64 * 1024, 1024 * 1024);
}

function expectAwaited(isRunning: boolean): void {
  expect(!isRunning, {
    expected: {
      en: "writeAll() ends after its last write() has ended.",
      ko: "writeAll()은 마지막 write()가 끝난 뒤에 끝납니다.",
    },
    came: {
      en: "writeAll() came back while a write() was still under way.",
      ko: "write()가 아직 끝나지 않았는데 writeAll()이 돌아왔습니다.",
    },
    why: {
      en:
        "That write() is not awaited. How much it took, and whether it failed, nobody will ever know.",
      ko:
        "그 write()에 await가 없습니다. 얼마를 받아 갔는지, 실패했는지 아무도 알 수 없게 됩니다.",
    },
    look: {
      en: "Is there an `await` before each call that returns a promise?",
      ko: "프로미스를 돌려주는 호출마다 `await`가 있습니까?",
    },
  });
}

function expectNotClosed(conn: Deno.TcpConn, wire: Wire): void {
  const { id, state } = wire.socket(conn);
  const half = wire.log.events.some(({ call, socket }) =>
    call === "closeWrite" && socket === id
  );
  expect(state === "open" && !half, {
    expected: {
      en: "The connection is still open in both directions.",
      ko: "연결이 두 방향으로 모두 열려 있습니다.",
    },
    came: state === "open"
      ? {
        en: "Your code ended its sending half (closeWrite).",
        ko: "코드가 보내는 쪽을 닫았습니다(closeWrite).",
      }
      : { en: "Your code closed it.", ko: "코드가 연결을 닫았습니다." },
    why: {
      en:
        "The connection is lent: its owner still needs it, perhaps for an answer. Who opens, closes.",
      ko:
        "빌린 연결입니다. 주인은 아직 그 연결로 응답을 받거나 할 수 있습니다. 연 쪽이 닫습니다.",
    },
    look: {
      en:
        "close(), `using`, and the end of conn.readable or conn.writable: all of them close.",
      ko:
        "close(), `using`, 그리고 conn.readable이나 conn.writable의 끝은 모두 연결을 닫습니다.",
    },
  });
}

/** The characters U+0080 to U+009F are for terminals and not for people. */
function printable(text: string): string {
  return show(encode(text), 40).replaceAll(
    /[\x80-\x9f]/g,
    (character) => "\\x" + character.charCodeAt(0).toString(16),
  );
}

const pieceByPiece = {
  en:
    "The bytes were decoded piece by piece. A character that lies across two pieces is whole in neither, and becomes U+FFFD (�).",
  ko:
    "바이트를 조각마다 따로 디코딩했습니다. 두 조각에 걸친 글자는 어느 쪽에서도 온전하지 않아 U+FFFD(�)가 됩니다.",
};

function expectText(
  { value, error, came }: Settled<string>,
  text: string,
  wire: Wire,
  pieces: readonly Uint8Array[] = [],
): void {
  const fatal = /encoded data/.test(error?.message ?? "");
  if (!fatal) throwOn({ error, came });
  const quoted = JSON.stringify(text);
  const cuts = everyStart(pieces).slice(1, -1).map((p) => join(p).length);
  const where: Text = pieces.length === 0
    ? { en: "", ko: "" }
    : pieces.every(({ length }) => length === 1)
    ? { en: " from single bytes", ko: " (한 바이트씩 읽음)" }
    : {
      en: ` from pieces cut at byte ${cuts.join(", ")}`,
      ko: ` (${cuts.join(", ")}바이트 뒤에서 잘림)`,
    };
  const calls = callsOf(wire, "read").length;
  // Each read's bytes decoded by themselves: is this what came out?
  const separately = callsOf(wire, "read")
    .map(({ sample }) => new TextDecoder().decode(sample)).join("");
  const isPieceByPiece = separately.includes("\ufffd") &&
    separately.endsWith(String(value));
  const isTrimmed = typeof value === "string" && value !== "" &&
    value !== text && value.trim() === text.trim();
  const isByteByByte = value === String.fromCharCode(...encode(text)) ||
    value === new TextDecoder("latin1").decode(encode(text));
  const why: Text = fatal || isPieceByPiece
    ? pieceByPiece
    : typeof value !== "string"
    ? {
      en:
        "The promise must hold a string. A `return` or an `await` is missing, or the bytes were not decoded.",
      ko:
        "프로미스에 문자열이 들어 있어야 합니다. `return`이나 `await`가 빠졌거나 바이트를 디코딩하지 않았습니다.",
    }
    : value.includes("\0")
    ? {
      en:
        "The whole buffer was decoded. Only its first n bytes were read, the rest are zeros.",
      ko:
        "버퍼를 통째로 디코딩했습니다. 읽은 것은 앞의 n바이트뿐이고 나머지는 0입니다.",
    }
    : isTrimmed
    ? {
      en:
        "Every character came, and what is blank at the start or the end was cut off, as trim() does. A line break belongs to the text.",
      ko:
        "글자는 모두 왔는데 앞이나 끝의 공백을 잘라 냈습니다. trim()이 그렇게 합니다. 줄바꿈도 텍스트의 일부입니다.",
    }
    : isByteByByte
    ? {
      en:
        "Each byte was taken for a character of its own (fromCharCode, or latin1). In UTF-8, one Korean character is three bytes.",
      ko:
        "바이트 하나를 글자 하나로 여겼습니다(fromCharCode나 latin1). UTF-8에서 한글 한 글자는 3바이트입니다.",
    }
    : text.startsWith(value) && calls === 1
    ? {
      en:
        "One read() was taken for the whole text. It brought what had arrived by then.",
      ko:
        "read() 한 번으로 텍스트를 다 읽었다고 여겼습니다. 그때까지 도착한 만큼만 온 것입니다.",
    }
    : {
      en:
        "Pieces were lost, doubled or overwritten by a later read(), or the bytes were not decoded as UTF-8.",
      ko:
        "조각이 사라졌거나, 겹쳤거나, 나중의 read()가 덮어썼습니다. 또는 UTF-8로 디코딩하지 않았습니다.",
    };
  expect(value === text, {
    expected: {
      en: `${quoted}${where.en}.`,
      ko: `다음 텍스트여야 합니다: ${quoted}${where.ko}`,
    },
    came: typeof value === "string"
      ? {
        en: `It returned ${printable(value)}.`,
        ko: `돌려준 값은 ${printable(value)}입니다.`,
      }
      : came,
    why,
    look: isTrimmed || isByteByByte
      ? {
        en: "Which calls turn the bytes into the text that you return?",
        ko: "바이트가 돌려줄 텍스트가 될 때까지 어떤 호출을 거칩니까?",
      }
      : {
        en: "What do you decode, and when: each piece, or the whole?",
        ko: "무엇을 언제 디코딩합니까? 조각마다입니까, 다 모은 뒤입니까?",
      },
  });
}
