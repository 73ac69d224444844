/**
 * What the checks of this lesson say: each mistake by its name, and the texts
 * that more than one of them needs.
 *
 * @module
 */
import { count, encode, show } from "../support/bytes.ts";
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

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
  atNull: t(
    "What does your code do when read() gives null?",
    "read()가 null을 주었을 때 코드가 무엇을 하는지 보십시오.",
  ),
  closing: t(
    "close(), `using`, and the end of conn.readable or conn.writable: all of them close.",
    "close(), `using`, 그리고 conn.readable이나 conn.writable의 끝은 모두 연결을 닫습니다.",
  ),
  decoding: t(
    "What do you decode, and when: each piece, or the whole?",
    "무엇을 언제 디코딩합니까? 조각마다입니까, 다 모은 뒤입니까?",
  ),
  toText: t(
    "Which calls turn the bytes into the text that you return?",
    "바이트가 돌려줄 텍스트가 될 때까지 어떤 호출을 거칩니까?",
  ),
  noMore: t(
    "With the option `stream` the decoder waits for more. How does it learn that there is no more?",
    "`stream` 옵션을 쓰면 디코더는 나머지를 기다립니다. 더 없다는 것을 디코더가 어떻게 압니까?",
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
/** What is wanted where the end of the stream has cut a character. */
export const withReplacement = t(
  'The text "끝까지 �": � for the character that is not whole.',
  '다음 텍스트여야 합니다: "끝까지 �". 온전하지 않은 글자는 �가 됩니다.',
);

export const mistakes = catalogue({
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
      "Two calls of write() were under way at once, and their bytes got mixed. The order on the wire is that of the calls only if each waits for the one before.",
      "write() 두 개가 동시에 일해서 바이트의 순서가 섞였습니다. 앞의 write()를 기다린 뒤에 다음을 불러야 순서가 지켜집니다.",
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
  // Errors and the early end.
  swallowsTheErrorOfWrite: {
    why: t(
      "A catch kept the error. The caller believes that every byte is on its way.",
      "catch가 오류를 잡고서 알리지 않았습니다. 호출한 쪽은 모든 바이트가 간 줄로 압니다.",
    ),
    look: look.catches,
  },
  takesABreakForTheEnd: {
    why: t(
      "A catch took the error for the end. The caller now holds a part and believes that it is the whole.",
      "catch가 오류를 스트림의 끝으로 여겼습니다. 호출한 쪽은 일부를 쥐고서 전부라고 믿습니다.",
    ),
    look: look.catches,
  },
  changesTheError: {
    why: t(
      "Another error took its place on the way out.",
      "빠져나오는 길에 다른 오류로 바뀌었습니다.",
    ),
    look: look.catches,
  },
  takesAnEarlyEndForSuccess: { look: look.atNull },
  throwsAnErrorOfItsOwn: { look: look.atNull },
  // Reading.
  doesNotAwaitRead: {
    why: t(
      "No read() had brought a byte when the function came back.",
      "함수가 돌아왔을 때 read()가 가져온 바이트가 없었습니다.",
    ),
  },
  readsOnce: {},
  stopsReadingEarly: {},
  readsBeyondTheMessage: {
    why: t(
      "read() fills whatever room its buffer has. Bytes read too far are taken out of the stream, and the next call never sees them.",
      "read()는 버퍼의 빈자리를 있는 만큼 채웁니다. 지나치게 읽은 바이트는 스트림에서 사라지고 다음 호출은 그것을 볼 수 없습니다.",
    ),
    look: t(
      "How much room does the buffer have that you give to read()?",
      "read()에 주는 버퍼에 빈자리가 얼마나 있습니까?",
    ),
  },
  keepsOneBufferForAllCalls: {
    why: t(
      "The array that the first call returned has changed: both calls read into the same memory, and each result is only a window on it.",
      "첫 번째 호출이 돌려준 배열의 내용이 바뀌었습니다. 두 호출이 같은 메모리에 읽고, 결과는 그 메모리를 보는 뷰(view)일 뿐입니다.",
    ),
    look: t(
      "Where is the buffer made: in each call, or outside of the function?",
      "버퍼를 호출할 때마다 만듭니까, 함수 밖에서 한 번 만듭니까?",
    ),
  },
  // Text.
  returnsNoText: {
    why: t(
      "The promise must hold a string. A `return` or an `await` is missing, or the bytes were not decoded.",
      "프로미스에 문자열이 들어 있어야 합니다. `return`이나 `await`가 빠졌거나 바이트를 디코딩하지 않았습니다.",
    ),
    look: look.decoding,
  },
  decodesEachPiece: {
    why: t(
      "The bytes were decoded piece by piece. A character that lies across two pieces is whole in neither, and becomes U+FFFD (�).",
      "바이트를 조각마다 따로 디코딩했습니다. 두 조각에 걸친 글자는 어느 쪽에서도 온전하지 않아 U+FFFD(�)가 됩니다.",
    ),
    look: look.decoding,
  },
  decodesTheWholeBuffer: {
    why: t(
      "The whole buffer was decoded. Only its first n bytes were read, the rest are zeros.",
      "버퍼를 통째로 디코딩했습니다. 읽은 것은 앞의 n바이트뿐이고 나머지는 0입니다.",
    ),
    look: look.decoding,
  },
  trimsTheText: {
    why: t(
      "Every character came, and what is blank at the start or the end was cut off, as trim() does. A line break belongs to the text.",
      "글자는 모두 왔는데 앞이나 끝의 공백을 잘라 냈습니다. trim()이 그렇게 합니다. 줄바꿈도 텍스트의 일부입니다.",
    ),
    look: look.toText,
  },
  makesACharacterOfEachByte: {
    why: t(
      "Each byte was taken for a character of its own (fromCharCode, or latin1). In UTF-8, one Korean character is three bytes.",
      "바이트 하나를 글자 하나로 여겼습니다(fromCharCode나 latin1). UTF-8에서 한글 한 글자는 3바이트입니다.",
    ),
    look: look.toText,
  },
  readsTextOnce: {
    why: t(
      "One read() was taken for the whole text. It brought what had arrived by then.",
      "read() 한 번으로 텍스트를 다 읽었다고 여겼습니다. 그때까지 도착한 만큼만 온 것입니다.",
    ),
    look: look.decoding,
  },
  changesTheText: {
    why: t(
      "Pieces were lost, doubled or overwritten by a later read(), or the bytes were not decoded as UTF-8.",
      "조각이 사라졌거나, 겹쳤거나, 나중의 read()가 덮어썼습니다. 또는 UTF-8로 디코딩하지 않았습니다.",
    ),
    look: look.decoding,
  },
  letsTheDecoderThrow: {
    why: t(
      "The decoder was told to throw (fatal). What came before the cut is then lost to the caller as well.",
      "디코더가 오류를 던지게 했습니다(fatal). 그러면 잘리기 전까지 온 것도 호출한 쪽에 전해지지 않습니다.",
    ),
    look: t(
      "With which options is your decoder made?",
      "디코더를 만들 때 어떤 옵션을 주었는지 보십시오.",
    ),
  },
  hidesTheHalfCharacter: {
    why: t(
      "The half character is still in the decoder and was never asked for, or its � was taken out. The text looks whole and is not.",
      "반쪽 글자가 디코더에 남아 있는데 꺼내지 않았거나, 그 자리의 �를 지웠습니다. 텍스트는 온전해 보이지만 그렇지 않습니다.",
    ),
    look: look.noMore,
  },
  putsAnotherCharacterForIt: {
    why: t(
      "The bytes that came do not become this text in UTF-8.",
      "받은 바이트를 UTF-8로 디코딩하면 이런 텍스트가 되지 않습니다.",
    ),
    look: look.noMore,
  },
});

/** What the bytes are called that a check compares. */
export const named = {
  received: t("what the other end received", "상대가 받은 바이트"),
  ofTwoCalls: t(
    "what the other end received of two calls",
    "두 번의 호출에서 상대가 받은 바이트",
  ),
  sent: t("the bytes that were sent", "상대가 보낸 바이트"),
  none: t("no bytes at all", "0바이트"),
  firstAgain: t(
    "the first message, looked at after the second call",
    "두 번째 호출 뒤에 다시 본 첫 메시지",
  ),
};

/** The only write() took a part. */
export function tookOnly(moved: number, all: number): Text {
  return t(
    `The number that write() returned was not used: it had taken ${moved} of ${all} bytes, and nobody wrote the rest.`,
    `write()가 돌려준 수를 쓰지 않았습니다. ${all}바이트 가운데 ${moved}바이트만 받아 갔는데 나머지를 아무도 쓰지 않았습니다.`,
  );
}

/** Several calls of write() together took a part. */
export function tookTogether(
  calls: number,
  moved: number,
  all: number,
): Text {
  return t(
    `${calls} writes took ${moved} of ${all} bytes together, and then no further write was made.`,
    `쓰기 ${calls}번이 ${all}바이트 가운데 ${moved}바이트를 받아 간 뒤로 더 쓰지 않았습니다.`,
  );
}

/** What is wanted of 6 MiB, and what the kernel had taken. */
export function taken(
  moved: number,
  all: number,
): { expected: Text; came: Text } {
  return {
    expected: t(
      `The kernel has taken ${count(all).en}.`,
      `커널이 받아 간 것은 모두 ${count(all).ko}입니다.`,
    ),
    came: t(
      `writeAll() came back after ${count(moved).en}.`,
      `writeAll()이 돌아왔을 때 받아 간 것은 ${count(moved).ko}입니다.`,
    ),
  };
}

/** Where to look when all bytes came, and some lie on top of others. */
export const ownPlace = t(
  "Does each chunk that you keep have a place of its own?",
  "남겨 둔 조각마다 자기 자리가 따로 있는지 보십시오.",
);

/** The only read() brought a part. */
export function broughtOnly(size: number, all: number): Text {
  return t(
    `One read() was taken for the whole. It brought ${size} of ${all} bytes, what had arrived by then.`,
    `read() 한 번으로 다 읽었다고 여겼습니다. 그때까지 도착한 것은 ${all}바이트 가운데 ${size}바이트였습니다.`,
  );
}

/** Several calls of read() together brought a part. */
export function broughtTogether(moved: number, all: number): Text {
  return t(
    `Together the reads brought ${moved} of ${all} bytes, and no further read() was made.`,
    `읽기를 모두 합해 ${all}바이트 가운데 ${moved}바이트만 가져왔고, 그 뒤로 더 읽지 않았습니다.`,
  );
}

/** The next message must stay for later, and was read in part. */
export function readTooFar(
  moved: number,
  size: number,
): { expected: Text; came: Text } {
  return {
    expected: t(
      `${size} bytes are read, and "second" stays for later.`,
      `${size}바이트만 읽고 "second"는 남겨 둡니다.`,
    ),
    came: t(
      `read() took ${count(moved).en} out of the connection.`,
      `read()가 연결에서 꺼낸 것은 ${count(moved).ko}입니다.`,
    ),
  };
}

/** What is wanted where the stream ends too early. */
export const unexpectedEof = t(
  "readExactly(conn, 5) throws Deno.errors.UnexpectedEof.",
  "readExactly(conn, 5)가 Deno.errors.UnexpectedEof를 던집니다.",
);

/** Why an early end must not be returned as a message. */
export function endedAfter(size: number): Text {
  return t(
    `The stream ended after ${size} of 5 bytes. Nobody who gets this result can tell it from a whole message.`,
    `5바이트 가운데 ${size}바이트가 온 뒤에 스트림이 끝났습니다. 이 결과를 받은 쪽은 온전한 메시지와 구별할 수 없습니다.`,
  );
}

/** Why an early end must be told by that one error. */
export function toldByAnother(size: number): Text {
  return t(
    `The stream ended after ${size} of 5 bytes. Callers look for that by the name of one error, and this is another.`,
    `5바이트 가운데 ${size}바이트가 온 뒤에 스트림이 끝났습니다. 호출하는 쪽은 정해진 오류 하나로 이를 알아보는데, 다른 오류가 나왔습니다.`,
  );
}

/** What is wanted of `name` when `call` has failed with `error`. */
export function throwsOn(
  name: string,
  call: "read" | "write",
  error: string,
): Text {
  return t(
    `${name}() throws the error of ${call}() on (${error}).`,
    name === "writeAll"
      ? `writeAll()이 write()의 오류를 그대로 던집니다(${error}).`
      : `${name}()가 ${call}()의 오류를 그대로 던집니다(${error}).`,
  );
}

/** The text that is wanted, of bytes that were cut behind these places. */
export function wantedText(text: string, cuts: "all" | number[]): Text {
  const quoted = JSON.stringify(text);
  const where = cuts === "all"
    ? t(" from single bytes", " (한 바이트씩 읽음)")
    : cuts.length === 0
    ? t("", "")
    : t(
      ` from pieces cut at byte ${cuts.join(", ")}`,
      ` (${cuts.join(", ")}바이트 뒤에서 잘림)`,
    );
  return t(
    `${quoted}${where.en}.`,
    `다음 텍스트여야 합니다: ${quoted}${where.ko}`,
  );
}

/** A text that was returned, as people can read it. */
export function returnedText(text: string): Text {
  // The characters U+0080 to U+009F are for terminals and not for people.
  const printable = show(encode(text), 40).replaceAll(
    /[\x80-\x9f]/g,
    (character) => "\\x" + character.charCodeAt(0).toString(16),
  );
  return t(`It returned ${printable}.`, `돌려준 값은 ${printable}입니다.`);
}
