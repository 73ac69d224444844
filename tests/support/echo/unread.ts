/**
 * The words for a client of an echo server that was accepted, and is not read.
 *
 * @module
 */
import { both, sentence } from "./seen.ts";
import type { View } from "./view.ts";
import type { Words } from "../failure.ts";
import type { Text } from "../text.ts";

/** The server's code waits in a write() to another client. */
export function heldUp({ name }: View, busyWith: Text): Words {
  return {
    expected: answer(name),
    came: both(name, busyWith, {
      en: (name, other) =>
        `${name} gets nothing, while your code's write() to ${other} waits.`,
      ko: (name, other) =>
        `${other}에 보내는 write()가 기다리는 동안, ${name} 쪽으로 아무것도 오지 않습니다.`,
    }),
    mistake: "holdsUpTheOthers",
    why: {
      en:
        "A client that does not read holds up the others: their services wait for a write to it.",
      ko:
        "읽지 않는 클라이언트 하나가 다른 클라이언트를 붙잡습니다. 그 클라이언트에 보내는 write()를 다른 서비스까지 함께 기다립니다.",
    },
    look: {
      en: "What do two services share, so that one waits for the other?",
      ko: "두 서비스가 무엇을 함께 쓰기에 하나가 다른 하나를 기다립니까?",
    },
  };
}

/** What the client sent is not read. */
export function notRead({ name, inAccept }: View): Words {
  return {
    expected: answer(name),
    came: sentence(name, {
      en: (name) =>
        `${name} was accepted, and nobody reads what it sent${
          inAccept ? "; your code waits in accept()" : ""
        }.`,
      ko: (name) =>
        `${name} 쪽을 수락하고는 보낸 것을 읽지 않습니다.${
          inAccept ? " 코드는 accept()에서 기다립니다." : ""
        }`,
    }),
    ...inAccept
      ? {
        mistake: "acceptsBeforeItServes",
        why: {
          en:
            "The next client is accepted before this one is served. It may come in an hour, or never.",
          ko:
            "이 클라이언트를 서비스하기 전에 다음 클라이언트부터 수락하려 합니다. 다음 클라이언트는 한 시간 뒤에 올 수도, 안 올 수도 있습니다.",
        },
      }
      : {
        mistake: "stopsReading",
        why: {
          en: "The loop that reads from this client has ended or never began.",
          ko: "이 클라이언트에게서 읽는 반복문이 끝났거나 시작되지 않았습니다.",
        },
      },
    look: {
      en: "When is the first read() after an accept()?",
      ko: "accept() 다음의 첫 read()는 언제입니까?",
    },
  };
}

function answer(name: Text): Text {
  return sentence(name, {
    en: (name) => `${name} gets its answer.`,
    ko: (name) => `${name}에 답이 갑니다.`,
  });
}
