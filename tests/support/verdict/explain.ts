import { isBroken } from "../broken.ts";
import { failTooMany, failUnawaited, Unawaited } from "./endless.ts";
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import { findCaller, findPlace } from "../log/place.ts";
import type { Place } from "../log/place.ts";
import { places } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import type { WireEvent } from "../log/wire_log.ts";
import { map } from "../text.ts";
import type { Text } from "../text.ts";
import { toError } from "../exercise/thrown.ts";
import { ofItsOwnTime } from "./verdicts.ts";

/** Why an error of Deno's sockets usually comes up, by its name. */
const causes: Record<string, Text> = {
  ConnectionRefused: {
    en:
      "Nobody listens at that address: check host and port, and that the server listens before anybody connects.",
    ko:
      "그 주소에서 듣는 쪽이 없습니다. 주소와 포트 번호가 맞는지, 서버가 연결보다 먼저 듣기 시작했는지 보십시오.",
  },
  ConnectionReset: {
    en: "The other end broke the connection off.",
    ko: "상대가 연결을 강제로 끊었습니다(리셋).",
  },
  BrokenPipe: {
    en:
      "The connection can no longer be written to: it was reset, or its sending half is closed.",
    ko: "연결에 더 쓸 수 없습니다. 리셋되었거나 보내는 쪽이 이미 닫혔습니다.",
  },
  BadResource: {
    en:
      "The socket was already closed: by close(), by `using`, or by conn.readable, which closes it at the end of the stream.",
    ko:
      "이미 닫힌 소켓입니다. close()나 `using`이 닫았거나, 스트림의 끝에서 소켓을 닫는 conn.readable이 닫았습니다.",
  },
  Interrupted: {
    en: "The socket was closed while a call was still waiting on it.",
    ko: "호출이 기다리는 동안 소켓이 닫혔습니다.",
  },
  Busy: {
    en:
      "Two calls of the same kind wait on one socket; the first is probably not awaited.",
    ko:
      "한 소켓에서 같은 호출 둘이 함께 기다립니다. 앞의 호출에 await가 빠졌을 수 있습니다.",
  },
  AddrInUse: {
    en: "Another socket has that port. Port 0 asks the kernel for a free one.",
    ko:
      "그 포트를 다른 소켓이 쓰고 있습니다. 포트 0은 빈 포트를 달라는 뜻입니다.",
  },
  NotCapable: {
    en:
      "The checks let an exercise use loopback addresses and nothing else: no other host, no file to write, no other program, no environment.",
    ko:
      "검사에서는 루프백 주소만 쓸 수 있습니다. 다른 호스트, 파일 쓰기, 다른 프로그램, 환경 변수는 쓸 수 없습니다.",
  },
  ConnectionAborted: {
    en:
      "The connection is over, and this end knew of it already: it was reset, or closed.",
    ko:
      "연결이 이미 끝났고 이쪽도 그것을 알고 있었습니다. 리셋되었거나 닫혔습니다.",
  },
  UnexpectedEof: {
    en: "The stream ended before all of it had come.",
    ko: "다 오기 전에 스트림이 끝났습니다.",
  },
};

/** What the import map of the checks keeps from an exercise. */
const notAllowed: Text = {
  en:
    "The checks do not allow this import: an exercise stands alone, and of Node.js it may have only what opens no socket, file or thread.",
  ko:
    "검사에서는 이 import를 쓸 수 없습니다. 연습 문제는 다른 파일 없이 따로 검사하며, Node.js의 모듈은 소켓, 파일, 스레드를 열지 않는 것만 쓸 수 있습니다.",
};

/**
 * Makes a `Failure` of whatever stopped a check. An error that did not come
 * from the student's code is a fault of the check, and is said to be one.
 */
export function explain(
  thrown: unknown,
  isExercise: (url: string) => boolean,
): Failure {
  const error = toError(thrown);
  if (error instanceof Failure) return error;
  const place = findPlace(error, isExercise);
  if (error instanceof Unawaited) return failUnawaited(error.call, place);
  if (error.message.includes("os error 24")) return failTooMany();
  return new Failure(errorWords(error, place), { place });
}

/** An error nobody caught: a rejected promise or a throw in a callback. */
export function uncaught(
  thrown: unknown,
  isExercise: (url: string) => boolean,
): Failure {
  const failure = explain(thrown, isExercise);
  const { words } = failure;
  if (!("came" in words)) return failure;
  const { place } = failure;
  const at = place === undefined ? "" : `${place.file}:${place.line}`;
  const why: Text = {
    en: `${
      at && `It came up at ${at}. `
    }A promise was started and never awaited, or a callback threw. Outside of the checks this ends the whole program.`,
    ko: `${
      at && `${at}에서 난 오류입니다. `
    }프로미스를 시작하고 await하지 않았거나 콜백이 오류를 던졌습니다. 검사 밖에서는 프로그램 전체가 끝납니다.`,
  };
  const came: Text = {
    en: `An error that nobody caught: ${words.came.en}`,
    ko: `${words.came.ko} (아무도 잡지 않은 오류)`,
  };
  return new Failure({
    ...words,
    mistake: "throwsWhereNobodyCatches",
    came,
    why,
  }, {
    place: failure.place,
    state: failure.state,
  });
}

function causeOf(error: Error): Text | undefined {
  if (Object.hasOwn(causes, error.name)) return causes[error.name];
  if (isBroken(error)) return causes.BrokenPipe;
  // WSAEMSGSIZE, EMSGSIZE of macOS and of Linux.
  return /\(os error (10040|40|90)\)$/.test(error.message)
    ? tooLong
    : undefined;
}

const tooLong: Text = {
  en:
    "The datagram is longer than what the system sends or, on Windows, than the buffer given to receive().",
  ko:
    "데이터그램이 시스템이 보낼 수 있는 것보다 깁니다. 윈도우에서는 receive()에 건넨 버퍼보다 길 때도 이 오류가 납니다.",
};

function errorWords(error: Error, place?: Place): Words {
  const message = `${error.name}: ${error.message}`;
  const at = place && `${place.file}:${place.line}`;
  const habit = habitOf(error);
  if (habit !== undefined) {
    return {
      expected: { en: "No error here.", ko: "여기서는 오류가 없어야 합니다." },
      came: {
        en: `The error ${message}${at === undefined ? "" : `, at ${at}`}`,
        ko: `오류가 났습니다${at === undefined ? "" : `(${at})`}: ${message}`,
      },
      ...habit,
      look: at === undefined ? habit.look : map(
        habit.look,
        (look, language) =>
          habit === iterates ? thatLine[language] + look : look,
      ),
    };
  }
  const cause = causeOf(error) ??
    (error.message.startsWith("Blocked by null") ? notAllowed : undefined);
  return {
    mistake: "throwsAnError",
    expected: { en: "No error here.", ko: "여기서는 오류가 없어야 합니다." },
    came: {
      en: `The error ${message}`,
      ko: `오류가 났습니다: ${message}`,
    },
    why: cause ?? (at === undefined
      ? {
        en: "Your code threw it, or did not catch it.",
        ko: "코드가 던졌거나, 잡지 않은 오류입니다.",
      }
      : {
        en: `It came up at ${at}, or in a call made there, and was not caught.`,
        ko: `${at}에서, 또는 거기서 부른 호출에서 난 오류를 잡지 않았습니다.`,
      }),
    look: cause !== undefined || at === undefined
      ? {
        en: "The last step below that belongs to your code.",
        ko: "아래 단계 가운데 내 코드의 마지막 단계를 보십시오.",
      }
      : {
        en: "That line: what do the values in it hold when it is reached?",
        ko: "그 줄에 이르렀을 때 거기서 쓰는 값들이 무엇인지 보십시오.",
      },
  };
}

/*
 * Habits from elsewhere: what code asks of a socket of Deno's that sockets of
 * Node, C or Python have. V8 says of it only what is not there.
 */

type Habit = Pick<Words, "mistake" | "why" | "look">;

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
function habitOf({ name, message }: Error): Habit | undefined {
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

const thatLine: Text = { en: "That line. ", ko: "그 줄을 보십시오. " };

const iterates: Habit = {
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

/**
 * The words of a failure with what was seen to go wrong before it in their
 * place: a promise taken for a value, or a call that was given something else
 * than bytes. A catch or a `finally` may have hidden the error of it, and what
 * the check then saw is only what came of that.
 */
export function withFirst(
  failure: Failure,
  scope: Scope,
  isExercise: (url: string) => boolean,
): Failure {
  const { words, state } = failure;
  if (!("came" in words) || words.mistake === "forgetsAnAwait") return failure;
  const used = scope.converted && findPlace(scope.converted.trace, isExercise);
  if (used !== undefined) {
    return new Failure({ ...words, ...usesAPromise(used) }, {
      state,
      place: used,
    });
  }
  const nowhere = scope.log.events.find(({ side, call, outcome, address }) =>
    side === "student" && call === "send" && outcome === "error" &&
    address?.hostname === undefined
  );
  if (nowhere !== undefined) {
    places(scope, [nowhere], isExercise);
    const { place = failure.place } = nowhere;
    return new Failure({ ...words, ...sendsNowhere(place) }, { state, place });
  }
  const event = scope.log.events.find(({ side, given }) =>
    side === "student" && given !== undefined
  );
  if (event === undefined) return withTimer(failure, scope, isExercise);
  places(scope, [event], isExercise);
  const { place = failure.place } = event;
  return new Failure({ ...words, ...gave(event) }, { state, place });
}

/** The same with what a timer of the student's code did in the silence. */
function withTimer(
  failure: Failure,
  { disturbed }: Scope,
  isExercise: (url: string) => boolean,
): Failure {
  const { words, state } = failure;
  if (disturbed === undefined || !("came" in words)) return failure;
  const { trace, place: known } = disturbed.timer;
  const place = known ?? (trace && findCaller(trace, isExercise)) ??
    failure.place;
  const { mistake, why, look } = ofItsOwnTime(disturbed, place);
  // A script that has seen what was done, and not only what came of it, knows
  // the mistake better; what it cannot know is the line.
  const isKnown = mistake === "actsByATimerOfItsOwn" &&
    words.mistake !== undefined && words.mistake !== "throwsAnError";
  const own = isKnown
    ? { look: place === undefined ? words.look : timerAt(place) }
    : { mistake, why, look };
  return new Failure({ ...words, ...own }, { state, place });
}

function timerAt({ file, line }: Place): Text {
  return {
    en: `The timer that your code starts at ${file}:${line}.`,
    ko: `${file}:${line}에서 시작하는 타이머를 보십시오.`,
  };
}

function usesAPromise({ file, line }: Place): Habit {
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

function sendsNowhere(place?: Place): Habit {
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
function gave({ call, given, place }: WireEvent): Habit {
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
