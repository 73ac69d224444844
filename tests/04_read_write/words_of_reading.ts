/**
 * What the checks of lesson 4 say of a mistake in reading, and in making a text
 * of what was read.
 *
 * @module
 */
import type { Entry } from "../support/failure.ts";
import { t } from "../support/text.ts";

const look = {
  catches: t(
    "Is a catch needed at all? Without one, the error goes to the caller.",
    "catch가 꼭 필요합니까? 없으면 오류는 호출한 쪽으로 갑니다.",
  ),
  atNull: t(
    "What does your code do when read() gives null?",
    "read()가 null을 주었을 때 코드가 무엇을 하는지 보십시오.",
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

/** The mistakes that lesson 4 knows in reading. */
export const mistakesInReading = {
  // Errors and the early end.
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
  stopsReadingEarly: {
    look: t(
      "What ends your loop, and has everything come by then?",
      "무엇이 반복을 끝내고, 그때 모든 것이 와 있습니까?",
    ),
  },
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
  decodesEachPieceAnew: {
    why: t(
      "Each piece was given to a decoder that began anew. It takes \\ufeff at its beginning for a mark of the byte order, and removes it.",
      "조각마다 디코딩을 새로 시작했습니다. 디코더는 맨 앞의 \\ufeff를 바이트 순서 표시로 여기고 없앱니다.",
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
  normalizesTheText: {
    why: t(
      "These are other characters, although they look alike: the text was normalized (NFC or NFD). 한 can be one character or three, and whoever sent it has chosen.",
      "같아 보여도 다른 글자들입니다. 텍스트를 정규화(NFC나 NFD)했습니다. '한'은 글자 하나로도, 자모 셋으로도 쓸 수 있고, 그것은 보낸 쪽이 정한 것입니다.",
    ),
    look: look.toText,
  },
  changesLineEnds: {
    why: t(
      "A line end became another one (\\r\\n, \\r or \\n). They are bytes like all others, and many protocols count on \\r\\n.",
      "줄 끝(\\r\\n, \\r, \\n)이 다른 것으로 바뀌었습니다. 줄 끝도 여느 바이트와 같고, \\r\\n을 지켜야 하는 프로토콜이 많습니다.",
    ),
    look: look.toText,
  },
  stopsAtANul: {
    why: t(
      "The text stops at a NUL (\\0), where a string of C ends. In a stream it is a byte like all others.",
      "C의 문자열처럼 NUL(\\0)에서 텍스트가 끝났습니다. 스트림에서는 NUL도 여느 바이트와 같습니다.",
    ),
    look: look.toText,
  },
  takesCharactersOut: {
    why: t(
      "A character is missing that is not seen when it is printed, such as \\0, \\r or \\ufeff. What was sent belongs to the text, seen or not.",
      "출력해도 보이지 않는 글자(\\0, \\r, \\ufeff 등)가 빠졌습니다. 보이든 보이지 않든 보낸 것은 모두 텍스트입니다.",
    ),
    look: look.toText,
  },
  leavesOutWhatIsNoText: {
    why: t(
      "A byte that is not UTF-8 has left no trace. The text looks whole and is not.",
      "UTF-8이 아닌 바이트가 흔적 없이 사라졌습니다. 텍스트는 온전해 보이지만 그렇지 않습니다.",
    ),
    look: look.toText,
  },
} satisfies Record<string, Entry>;
