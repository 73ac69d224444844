/**
 * Habits from elsewhere: what code asks of a socket of Deno's that sockets of
 * Node, C or Python have. V8 says of it only what is not there.
 *
 * @module
 */
import type { Words } from "../failure.ts";
import type { Place } from "../log/place.ts";
import type { WireEvent } from "../log/wire_log.ts";
import type { Text } from "../text.ts";

export type Habit = Pick<Words, "mistake" | "why" | "look">;

const eventNames = ["addEventListener", "addListener", "off", "on", "once"];

/** What is called otherwise elsewhere, and what Deno has in its place. */
const otherNames: Record<string, string> = {
  bind: "Deno.listen() / Deno.listenDatagram()",
  destroy: "close()",
  end: "closeWrite()",
  listen: "Deno.listen()",
  pipe: "conn.readable.pipeTo()",
  readAll: "read()",
  readline: "read()",
  readLine: "read()",
  recv: "read() / receive()",
  recvfrom: "receive()",
  send: "write()",
  sendall: "write()",
  sendto: "send()",
  setEncoding: "TextDecoder",
  setTimeout: "AbortSignal.timeout()",
  shutdown: "closeWrite()",
  writeAll: "write()",
};

/** The habit behind a TypeError, by V8's own words of what is not there. */
export function habitOf({ name, message }: Error): Habit | undefined {
  if (name !== "TypeError") return undefined;
  if (/ is not (async )?iterable\b/.test(message)) return iterates;
  const called = /\.(\w+) is not a function$/.exec(message)?.[1];
  if (called === undefined) return undefined;
  if (eventNames.includes(called)) return asksForEvents(called);
  if (!Object.hasOwn(otherNames, called)) return undefined;
  const here = otherNames[called];
  return {
    mistake: "callsByAnotherName",
    why: {
      en:
        `Deno's connections and listeners have no ${called}(). What does it here: ${here}.`,
      ko:
        `Deno의 연결과 듣기 소켓에는 ${called}()라는 호출이 없습니다. Deno에서 그 일을 하는 것: ${here}.`,
    },
    look: {
      en:
        "The page of the lesson names the calls of C and of Deno side by side.",
      ko: "과의 설명에 C와 Deno의 호출이 나란히 나와 있습니다.",
    },
  };
}

function asksForEvents(called: string): Habit {
  return {
    mistake: "asksForEvents",
    why: {
      en:
        `Deno's connections and listeners have no events, and so no ${called}(), as Node's have. They call nobody: your code asks and waits.`,
      ko:
        `Node와 달리 Deno의 연결과 듣기 소켓에는 이벤트가 없어서 ${called}()도 없습니다. 콜백을 불러 주지 않으므로 코드가 직접 부르고 기다립니다.`,
    },
    look: {
      en:
        "`await conn.read(buffer)` in a loop until it gives null; for clients, `for await` over the listener.",
      ko:
        "null을 줄 때까지 반복해서 `await conn.read(buffer)`를 부르십시오. 클라이언트는 듣기 소켓을 `for await`로 돌며 받습니다.",
    },
  };
}

export const thatLine: Text = { en: "That line. ", ko: "그 줄을 보십시오. " };

/** A listener or a socket is gone through without waiting. */
export const iterates: Habit = {
  mistake: "iteratesWithoutAwait",
  why: {
    en:
      "Only what is there already can be gone through with `for … of` or `...`. A listener's clients and a UDP socket's datagrams come one after the other: `for await (const … of …)` waits for each.",
    ko:
      "`for … of`나 `...`는 이미 다 있는 것만 훑습니다. 듣기 소켓의 클라이언트나 UDP 소켓의 데이터그램은 하나씩 오므로 `for await (const … of …)`로 기다려야 합니다.",
  },
  look: {
    en:
      "Is an `await` missing after `for`? A connection is no list at all: it is read with read() in a loop.",
    ko:
      "`for` 뒤에 `await`가 빠지지 않았습니까? 연결은 목록이 아니므로 반복문에서 read()로 읽습니다.",
  },
};

/** A promise was taken for the value that it is of. */
export function usesAPromise({ file, line }: Place): Habit {
  return {
    mistake: "forgetsAnAwait",
    why: {
      en:
        `At ${file}:${line} a promise is used as if it were the value that it is of: before the call that gave it an \`await\` is missing.`,
      ko:
        `${file}:${line}에서 프로미스를 결괏값처럼 썼습니다. 그 프로미스를 준 호출 앞에 \`await\`가 빠졌습니다.`,
    },
    look: {
      en:
        "That line. Each of read(), write() and accept() gives a promise, and so does each async function of your own.",
      ko:
        "그 줄을 보십시오. read(), write(), accept()와 내가 만든 async 함수는 모두 프로미스를 줍니다.",
    },
  };
}

/** A datagram was sent without saying where to. */
export function sendsNowhere(place?: Place): Habit {
  const at = place === undefined ? "" : `${place.file}:${place.line}`;
  return {
    mistake: "sendsToNoAddress",
    why: {
      en: `send()${
        at && ` at ${at}`
      } was given no address. Its second argument is one object, with transport, hostname and port; no numbers and texts side by side, as in Node or C.`,
      ko: `${
        at && `${at}의 `
      }send()에 주소를 건네지 않았습니다. 두 번째 인수는 transport, hostname, port가 든 객체 하나입니다. Node나 C처럼 숫자와 문자열을 나란히 쓰지 않습니다.`,
    },
    look: {
      en: '`socket.send(bytes, { transport: "udp", hostname, port })`',
      ko: '`socket.send(bytes, { transport: "udp", hostname, port })`',
    },
  };
}

/** What a call is told that was given something else than bytes. */
export function gave({ call, given, place }: WireEvent): Habit {
  const at = place === undefined ? "" : `${place.file}:${place.line}`;
  const en = `${call}()${at && ` at ${at}`}`;
  const ko = `${at && `${at}의 `}${call}()`;
  switch (given!) {
    case "a text":
      return {
        mistake: "givesTextForBytes",
        why: {
          en: `${en} was given a text. It takes bytes, a Uint8Array.`,
          ko:
            `${ko}에 문자열을 건넸습니다. 받는 것은 바이트(Uint8Array)입니다.`,
        },
        look: {
          en: "`new TextEncoder().encode(text)` makes bytes of a text.",
          ko: "`new TextEncoder().encode(text)`로 문자열을 바이트로 바꿉니다.",
        },
      };
    case "nothing":
      return {
        mistake: "givesNoBuffer",
        why: {
          en: call === "read"
            ? `${en} was given no buffer. It does not return the bytes: it puts them into the Uint8Array that it is given, and returns how many.`
            : `${en} was given nothing. It takes bytes, a Uint8Array.`,
          ko: call === "read"
            ? `${ko}에 버퍼를 건네지 않았습니다. read()는 바이트를 돌려주지 않고, 건네받은 Uint8Array에 넣은 뒤 그 수를 돌려줍니다.`
            : `${ko}에 아무것도 건네지 않았습니다. 받는 것은 바이트(Uint8Array)입니다.`,
        },
        look: {
          en: "What does your code give to that call?",
          ko: "그 호출에 무엇을 건네는지 보십시오.",
        },
      };
    case "a promise":
      return {
        mistake: "forgetsAnAwait",
        why: {
          en:
            `${en} was given a promise in the place of bytes: an \`await\` is missing before the call that gave it.`,
          ko:
            `${ko}에 바이트가 아니라 프로미스를 건넸습니다. 그 프로미스를 준 호출 앞에 \`await\`가 빠졌습니다.`,
        },
        look: {
          en:
            "Where does that value come from? Each async function gives a promise.",
          ko: "그 값을 어디서 얻었습니까? async 함수는 모두 프로미스를 줍니다.",
        },
      };
    case "a callback":
      return {
        mistake: "givesACallback",
        why: {
          en:
            `${en} was given a function. Deno calls none of yours back: the call gives a promise.`,
          ko:
            `${ko}에 함수를 건넸습니다. Deno는 콜백을 부르지 않습니다. 호출이 프로미스를 줍니다.`,
        },
        look: {
          en:
            "`await` the call. What the function did goes into the next lines.",
          ko: "호출을 `await`하고, 그 함수가 하던 일은 다음 줄에 쓰십시오.",
        },
      };
  }
}
