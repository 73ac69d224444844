import { expectList } from "./list.ts";
import type { ListWords } from "./list.ts";
import { brief } from "./settle.ts";
import type { Text } from "./text.ts";
import type { Wire } from "./wire.ts";

/**
 * Expects the texts of some clients in the order in which they came, and tells
 * from them and from the wire which mistake it was. `ifCut` is the cause where
 * only the beginning of a text was read.
 *
 * @example
 * ```ts
 * import { createScope, endScope } from "./log/scope.ts";
 * import { expectTexts } from "./texts.ts";
 * import { createWire } from "./wire.ts";
 *
 * const scope = createScope();
 * expectTexts(["a\n", "b\n"], ["a\n", "b\n"], createWire(scope));
 * endScope(scope);
 * ```
 */
export function expectTexts(
  actual: unknown,
  wanted: readonly string[],
  { log }: Wire,
  ifCut: Text = stoppedEarly,
): void {
  const sawEnd = log.events.some(({ side, outcome }) =>
    side === "student" && outcome === "end"
  );
  expectList(actual, wanted, {
    ...words,
    write: (value) =>
      typeof value === "string" && value.length > 60
        ? `${brief(value)} (${value.length})`
        : brief(value),
    entry(text, right: string) {
      if (typeof text !== "string") return notTheTexts;
      if (text.includes("\ufffd")) return splitCharacter;
      if (text.includes("\0")) return wholeBuffer;
      if (!right.startsWith(text)) return notTheTexts;
      return {
        why: sawEnd && ifCut === stoppedEarly ? shortened : ifCut,
        look: {
          en: "What ends your reading? Only null is the end.",
          ko: "읽기는 무엇으로 끝납니까? 끝은 null뿐입니다.",
        },
      };
    },
  });
}

const stoppedEarly: Text = {
  en:
    "The reading stopped before the client's end of stream: one read() brings only what is there, and more may follow.",
  ko:
    "클라이언트의 스트림이 끝나기 전에 읽기를 그만두었습니다. read() 한 번은 와 있는 것만 가져오고, 더 올 수 있습니다.",
};

const shortened: Text = {
  en: "Its end is not in the result, though the stream was read to its end.",
  ko: "스트림을 끝까지 읽었는데도 텍스트의 끝부분이 결과에 없습니다.",
};

const words: Pick<ListWords, "order" | "size"> = {
  order: {
    why: {
      en:
        "The clients were not served in the order in which they came. The queue gives them in order; somebody came out of turn here.",
      ko:
        "클라이언트를 온 순서대로 처리하지 않았습니다. 대기열은 순서대로 내주는데, 코드에서 차례가 바뀌었습니다.",
    },
    look: {
      en: "Does your code finish with one client before it accepts the next?",
      ko: "한 클라이언트를 다 처리한 다음에 다음 클라이언트를 받습니까?",
    },
  },
  size: {
    why: {
      en: "There is to be one text for each client, as many as asked for.",
      ko: "클라이언트마다 텍스트가 하나씩, 정해진 수만큼 있어야 합니다.",
    },
    look: {
      en: "How many times does the loop run?",
      ko: "반복은 몇 번 돕니까?",
    },
  },
};

const splitCharacter = {
  why: {
    en:
      "A Korean character has three bytes in UTF-8, and two reads shared them. Each part was decoded by itself and became �.",
    ko:
      "한글 한 글자는 UTF-8로 3바이트인데 두 번의 읽기에 나뉘어 왔습니다. 조각을 따로 디코딩해서 � 문자가 되었습니다.",
  },
  look: {
    en:
      "When does your code turn bytes into text: after each read, or at the end?",
    ko: "바이트를 언제 텍스트로 바꿉니까? 읽을 때마다입니까, 다 읽은 뒤입니까?",
  },
};

const wholeBuffer = {
  why: {
    en:
      "The whole buffer was made into text, where only its first n bytes were filled.",
    ko: "앞의 n바이트만 채워진 버퍼를 통째로 텍스트로 바꾸었습니다.",
  },
  look: {
    en: "What becomes of the number that read() returns?",
    ko: "read()가 돌려주는 수를 어떻게 씁니까?",
  },
};

const notTheTexts = {
  why: {
    en: "This is not what that client sent, read as UTF-8.",
    ko: "그 클라이언트가 보낸 것을 UTF-8로 읽은 텍스트가 아닙니다.",
  },
  look: {
    en: "Where does the text come from that is put into the list?",
    ko: "배열에 넣는 텍스트는 어디에서 왔습니까?",
  },
};
