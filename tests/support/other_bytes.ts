/**
 * What it usually means where other bytes came than were meant.
 *
 * @module
 */
import type { Text } from "./text.ts";

const theNumber: Text = {
  en: "What becomes of the number that each read() and write() returns?",
  ko: "read()와 write()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
};

export const makesTextOfBytes = {
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

export const changesWhatItWasGiven = {
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

export const changesTheBytes = {
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

export const usesTheWholeBuffer = {
  mistake: "usesTheWholeBuffer",
  why: {
    en:
      "More bytes than were sent: usually the whole buffer is used where only its first n bytes were filled.",
    ko:
      "보낸 것보다 바이트가 많습니다. 앞의 n바이트만 채워진 버퍼를 통째로 쓴 경우가 많습니다.",
  },
  look: theNumber,
};

export const readsOverWhatItRead = {
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
