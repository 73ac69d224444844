/**
 * The words for a client of an echo server that was read, and gets no answer,
 * or no end.
 *
 * @module
 */
import { count } from "../bytes.ts";
import { nameOf, sentence } from "./seen.ts";
import type { View } from "./view.ts";
import type { Words } from "../failure.ts";
import type { Socket } from "../log/wire_log.ts";

/** The answer goes to another client, `other`. */
export function answersAnother({ log, name }: View, other: Socket): Words {
  return {
    expected: sentence(name, {
      en: (name) => `What ${name} sent goes back to it.`,
      ko: (name) => `${name}에서 온 것은 그리로 되돌아갑니다.`,
    }),
    came: sentence(nameOf(log, other), {
      en: (other) => `The answer went to ${other}.`,
      ko: (other) => `답은 ${other} 쪽으로 갔습니다.`,
    }),
    mistake: "sharesTheConnection",
    why: {
      en:
        "The services share one variable for the connection, and it holds the client that came last. Each service needs its own.",
      ko:
        "여러 서비스가 연결을 담은 변수 하나를 함께 쓰고, 거기에는 마지막에 온 클라이언트가 들어 있습니다. 서비스마다 자기 것이 필요합니다.",
    },
    look: {
      en: "Which variables are declared outside of the service?",
      ko: "어떤 변수가 서비스 바깥에 선언되어 있습니까?",
    },
  };
}

/** What was read is not, or not all, written back. */
export function answersLate({ name, read, written, readsOn }: View): Words {
  return {
    expected: sentence(name, {
      en: (name) => `${name} gets back what it sent, while it still talks.`,
      ko: (name) => `${name}에서 보낸 것이 대화하는 도중에 되돌아갑니다.`,
    }),
    came: {
      en: `Your code has read ${count(read).en} and written ${
        count(written).en
      }${readsOn ? ", and reads on" : ""}.`,
      ko: `코드가 읽은 것은 ${count(read).ko}, 되돌려 보낸 것은 ${
        count(written).ko
      }입니다.${readsOn ? " 그리고 더 읽으려 합니다." : ""}`,
    },
    ...readsOn && written === 0
      ? {
        mistake: "collectsBeforeItAnswers",
        why: {
          en:
            "It collects the input before it answers. The client waits for the answer before it sends more, so each waits for the other.",
          ko:
            "답하기 전에 입력을 모읍니다. 클라이언트는 답을 받아야 더 보내므로, 양쪽이 서로를 기다립니다.",
        },
      }
      : written === 0
      ? {
        mistake: "doesNotAnswer",
        why: {
          en:
            "No write() to this client was made. Your code waits for something else first, or what it reads goes nowhere.",
          ko:
            "이 클라이언트에게는 write()를 부르지 않았습니다. 코드가 먼저 다른 것을 기다리거나, 읽은 것을 어디에도 쓰지 않습니다.",
        },
      }
      : {
        mistake: "answersOnlyAPart",
        why: {
          en:
            "A part of it was never written: a write() may take fewer bytes than it is given.",
          ko:
            "일부를 보내지 않았습니다. write()는 준 것보다 적게 가져갈 수 있습니다.",
        },
      },
    look: {
      en: "What happens to the bytes between read() and the next read()?",
      ko: "read()와 다음 read() 사이에서 그 바이트들이 어떻게 됩니까?",
    },
  };
}

/** All was answered, and the connection is open after the end. */
export function staysOpen({ name }: View): Words {
  return {
    expected: sentence(name, {
      en: (name) =>
        `After the end of its stream ${name} sees the end of yours.`,
      ko: (name) => `${name}의 스트림이 끝나면, 이쪽 스트림도 끝납니다.`,
    }),
    came: {
      en:
        "Your code has seen the end of the stream, and its connection socket is still open.",
      ko: "코드는 스트림의 끝을 보았는데, 그 연결 소켓이 아직 열려 있습니다.",
    },
    mistake: "neverClosesTheConnection",
    why: {
      en:
        "The connection is never closed: the client waits for an end that never comes, and each client costs the server one more open socket.",
      ko:
        "연결을 닫지 않았습니다. 클라이언트는 오지 않는 끝을 기다리고, 클라이언트가 올 때마다 서버에는 열린 소켓이 하나씩 쌓입니다.",
    },
    look: {
      en: "Which way out of the service passes a close()?",
      ko: "서비스에서 빠져나가는 길 가운데 어느 길이 close()를 거칩니까?",
    },
  };
}
