/**
 * What is expected of bytes, and what is said of wrong ones.
 *
 * @module
 */
import {
  count,
  differenceOf,
  firstDifference,
  originalOf,
  show,
} from "./bytes.ts";
import type { Difference } from "./bytes.ts";
import { expect, Failure, withOwn } from "./failure.ts";
import type { Words } from "./failure.ts";
import { returned } from "./settle.ts";
import { capital, map } from "./text.ts";
import type { Text } from "./text.ts";

/**
 * Expects the bytes `expected`, and shows the first place where `actual`
 * differs from them. `what` names them in the sentence: "the server's answer".
 * `why` and `look` are for this lesson; without them the usual causes are said.
 */
export function expectBytes(
  actual: unknown,
  expected: Uint8Array,
  what: Text,
  words: Pick<Partial<Words>, "why" | "look" | "mistake"> = {},
): asserts actual is Uint8Array {
  expect(actual instanceof Uint8Array, {
    mistake: "returnsNoBytes",
    expected: {
      en: `A Uint8Array with ${what.en}.`,
      ko: `Uint8Array에 담긴 ${what.ko}.`,
    },
    came: returned(actual),
    why: {
      en: "A `return` or an `await` is missing, or something else is returned.",
      ko: "`return`이나 `await`가 빠졌거나 다른 것을 돌려주었습니다.",
    },
    look: {
      en: "What does the function return on each way out?",
      ko: "함수는 빠져나가는 길마다 무엇을 돌려줍니까?",
    },
  });
  const original = originalOf(expected);
  expect(
    original === expected || firstDifference(original, expected) === undefined,
    changesWhatItWasGiven,
  );
  const difference = differenceOf(actual, expected);
  if (difference === undefined) return;
  const { at } = difference;
  const sizes = { is: count(actual.length), should: count(expected.length) };
  const cut = at === actual.length;
  const from = startBefore(expected, at);
  const shownFrom = from.toLocaleString("en");
  const part = (bytes: Uint8Array) => show(bytes.subarray(from), 24);
  const usual = wasText(actual, expected)
    ? makesTextOfBytes
    : cut
    ? losesTheRest
    : actual.length > expected.length
    ? endsWith(actual, expected)
      ? beginsWithAnEarlierCall
      // Who uses the whole buffer begins with the bytes that were meant.
      : at === 0
      ? changesTheBytes
      : usesTheWholeBuffer
    : readsOverWhatItRead;
  throw new Failure(withOwn({
    expected: {
      en: `${capital(what.en)}: ${sizes.should.en}, at byte ${shownFrom} ${
        part(expected)
      }.`,
      ko: `${what.ko}: ${sizes.should.ko}, ${shownFrom}번 바이트부터 ${
        part(expected)
      }.`,
    },
    came: map(sizes.is, (size, language) => {
      const { [language]: how } = differs(difference);
      return language === "en"
        ? `${size}; ${how}: ${part(actual)}.`
        : `${size}. ${how}: ${part(actual)}.`;
    }),
    ...usual,
  }, words));
}

/** A few bytes before a place, and not inside of a character (RFC 3629). */
function startBefore(bytes: Uint8Array, at: number): number {
  let from = Math.max(0, at - 4);
  for (let i = 0; i < 3 && from > 0 && bytes[from] >> 6 === 0b10; i++) from--;
  return from;
}

/** What is missing, doubled or displaced, up to where the bytes are shown. */
function differs({ kind, at, size, place = 0 }: Difference): Text {
  const from = at.toLocaleString("en");
  const where = place.toLocaleString("en");
  const bytes = count(size);
  const one = size === 1;
  const are = one ? "is" : "are";
  switch (kind) {
    case "cut":
      return at === 0
        ? { en: "all of it is missing", ko: "모두 빠졌습니다" }
        : {
          en: `all that came is right, the last ${bytes.en} ${are} missing`,
          ko: `온 것은 모두 맞지만 마지막 ${bytes.ko}가 없습니다`,
        };
    case "missing":
      return {
        en: `at byte ${from}, ${bytes.en} ${are} missing`,
        ko: `${from}번 바이트에서 ${bytes.ko}가 빠졌습니다`,
      };
    case "doubled":
      return {
        en: `at byte ${from}, the last ${bytes.en} ${
          one ? "comes" : "come"
        } again`,
        ko: `${from}번 바이트에서 앞의 ${bytes.ko}가 다시 나옵니다`,
      };
    case "displaced":
      return {
        en: `at byte ${from}, ${bytes.en} that should be here ${
          one ? "comes" : "come"
        } at byte ${where}`,
        ko:
          `${from}번 바이트에 있어야 할 ${bytes.ko}가 ${where}번 바이트에 있습니다`,
      };
    case "longer":
      return {
        en: `behind the end, at byte ${from}, there ${are} ${bytes.en} more`,
        ko: `끝나야 할 ${from}번 바이트 뒤에 ${bytes.ko}가 더 있습니다`,
      };
    case "other":
      return {
        en: `the first wrong at byte ${from}`,
        ko: `${from}번 바이트부터 다릅니다`,
      };
  }
}

const theNumber: Text = {
  en: "What becomes of the number that each read() and write() returns?",
  ko: "read()와 write()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
};

const makesTextOfBytes = {
  mistake: "makesTextOfBytes",
  why: {
    en:
      "The bytes were made into a text and back (TextDecoder, TextEncoder). What is no UTF-8 becomes � on the way, the bytes EF BF BD.",
    ko:
      "바이트를 텍스트로 바꾸었다가 되돌렸습니다(TextDecoder, TextEncoder). UTF-8이 아닌 바이트는 그 길에서 �, 곧 EF BF BD가 됩니다.",
  },
  look: {
    en: "Where on their way are the bytes a string?",
    ko: "바이트가 어디에서 문자열이 되는지 보십시오.",
  },
};

/** The mistake of who takes no notice of what read() and write() return. */
export const losesTheRest = {
  mistake: "losesTheRest",
  why: {
    en:
      "One read() or write() moves as many bytes as it likes, often fewer than you asked for. The number it returns says how many.",
    ko:
      "read()나 write() 한 번은 요청한 것보다 적게 옮기는 일이 많습니다. 몇 바이트를 옮겼는지는 돌려주는 수가 말해 줍니다.",
  },
  look: theNumber,
};

const changesWhatItWasGiven = {
  mistake: "changesWhatItWasGiven",
  expected: {
    en: "The bytes that your function was given are the same afterwards.",
    ko: "함수가 받은 바이트가 호출 뒤에도 그대로입니다.",
  },
  came: {
    en: "They were changed, or taken away.",
    ko: "바이트가 바뀌었거나 없어졌습니다.",
  },
  why: {
    en:
      "An argument belongs to the caller, who may use it again: to send it once more, or to compare.",
    ko:
      "인수는 호출한 쪽의 것입니다. 다시 보내거나 비교하는 데 또 쓸 수 있습니다.",
  },
  look: {
    en: "Where does your code write into the array, or transfer its buffer?",
    ko: "코드의 어디에서 배열에 쓰거나 버퍼를 넘깁니까(transfer)?",
  },
};

const changesTheBytes = {
  mistake: "changesTheBytes",
  why: {
    en:
      "From the first byte on these are other bytes than the ones that were meant: something was put before them, or they were written in another form (JSON, a list of numbers, another encoding).",
    ko:
      "첫 바이트부터 보내려던 것과 다릅니다. 앞에 무엇이 더 붙었거나, 다른 형식(JSON, 숫자 목록, 다른 인코딩)으로 바뀌었습니다.",
  },
  look: {
    en: "What is done with the bytes between your function and write()?",
    ko: "함수가 받은 바이트에 write()까지 무슨 일을 합니까?",
  },
};

const usesTheWholeBuffer = {
  mistake: "usesTheWholeBuffer",
  why: {
    en:
      "More bytes than were sent: usually the whole buffer is used where only its first n bytes were filled.",
    ko:
      "보낸 것보다 바이트가 많습니다. 앞의 n바이트만 채워진 버퍼를 통째로 쓴 경우가 많습니다.",
  },
  look: theNumber,
};

const readsOverWhatItRead = {
  mistake: "readsOverWhatItRead",
  why: {
    en:
      "Usually one buffer is used for several reads, and a later read overwrites what an earlier one had brought.",
    ko:
      "대개 버퍼 하나를 여러 번의 읽기에 함께 써서, 나중의 읽기가 앞서 읽은 것을 덮어쓴 경우입니다.",
  },
  look: {
    en: "Does each piece that you keep have a place of its own?",
    ko: "남겨 둔 조각마다 자기 자리가 따로 있는지 보십시오.",
  },
};

/** The mistake of who goes on filling what an earlier call has filled. */
export const beginsWithAnEarlierCall = {
  mistake: "beginsWithAnEarlierCall",
  why: {
    en:
      "It begins with what an earlier call had read. A list or a text outside of the function keeps what every call puts into it.",
    ko:
      "앞선 호출이 읽은 것으로 시작합니다. 함수 밖에 둔 배열이나 문자열에는 모든 호출이 넣은 것이 쌓입니다.",
  },
  look: {
    en: "Which variables stand outside of the function?",
    ko: "함수 밖에 있는 변수는 무엇입니까?",
  },
};

/**
 * The words for who has read `all` bytes and returned only the first `kept` of
 * them.
 */
export function losesWhatDoesNotFit(
  kept: number,
  all: number,
): Pick<Words, "mistake" | "why" | "look"> {
  const [has, wanted] = [count(kept), count(all)];
  return {
    mistake: "losesWhatDoesNotFit",
    why: {
      en:
        `All ${wanted.en} were read, and only the first ${has.en} were returned: the rest did not fit where it was to be kept, or was not collected.`,
      ko:
        `${wanted.ko}를 모두 읽었는데 돌려준 것은 앞의 ${has.ko}뿐입니다. 모아 둘 자리가 모자랐거나, 다 모으지 않았습니다.`,
    },
    look: {
      en: "What becomes of bytes that come when your buffer or list is full?",
      ko: "버퍼나 배열이 가득 찬 뒤에 온 바이트를 코드가 어떻게 합니까?",
    },
  };
}

function endsWith(whole: Uint8Array, end: Uint8Array): boolean {
  return end.length > 0 &&
    firstDifference(whole.subarray(-end.length), end) === undefined;
}

/** Whether there is a � (U+FFFD) in `actual` that nobody has sent. */
function wasText(actual: Uint8Array, expected: Uint8Array): boolean {
  const isHere = (bytes: Uint8Array) =>
    bytes.some((byte, i) =>
      byte === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd
    );
  return isHere(actual) && !isHere(expected);
}
