/**
 * The verdicts that no script has to speak of.
 *
 * @module
 */
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import type { Disturbance } from "../exercise/timers.ts";
import { findCaller } from "../log/place.ts";
import type { Place } from "../log/place.ts";
import { places } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import type { Call, WireEvent } from "../log/wire_log.ts";
import type { Text } from "../text.ts";

/** No socket was used at all. */
export const nothingHappened: Words = {
  mistake: "usesNoSocket",
  expected: {
    en: "Your code uses a socket.",
    ko: "코드가 소켓을 씁니다.",
  },
  came: {
    en: "Nothing was seen on the wire.",
    ko: "네트워크에서 아무 일도 일어나지 않았습니다.",
  },
  why: {
    en: "The function returned without a call to Deno's sockets.",
    ko: "함수가 Deno의 소켓 호출 없이 끝났습니다.",
  },
  look: {
    en: "The page of the lesson names the calls.",
    ko: "과의 설명에 쓸 호출이 나와 있습니다.",
  },
};

/** A check that is needed first has not passed. */
export function blocked(name: Text): Failure {
  return new Failure({
    en: `First this check must pass: ${name.en}`,
    ko: `먼저 통과해야 하는 검사가 있습니다: ${name.ko}`,
  }, { state: "could not be checked", waitsFor: name });
}

const kinds: Partial<Record<Call, Text>> = {
  connect: { en: "connection", ko: "연결이" },
  accept: { en: "connection", ko: "연결이" },
  listen: { en: "listening socket", ko: "듣기 소켓이" },
  listenDatagram: { en: "UDP socket", ko: "UDP 소켓이" },
};

/** The verdict on sockets of the student's code that nobody has closed. */
export function leakWords(open: readonly WireEvent[]): Words {
  const [{ place, call, outcome }] = open;
  const kind = kinds[call]!;
  const state: Text = outcome === "pending"
    ? { en: "is still being made", ko: "아직 시도 중입니다" }
    : { en: "is still open", ko: "아직 열려 있습니다" };
  const at = place === undefined ? "" : ` ${place.file}:${place.line}`;
  const more: Text = open.length === 1 ? { en: "", ko: "" } : {
    en: ` So are ${open.length - 1} more.`,
    ko: ` 그 밖에 ${open.length - 1}개도 열려 있습니다.`,
  };
  return {
    expected: {
      en: "When your code is done, every socket it made is closed.",
      ko: "일이 끝나면 코드가 만든 소켓은 모두 닫혀 있습니다.",
    },
    came: {
      en: `The ${kind.en} made by ${call}()${
        at && ` at${at}`
      } ${state.en}.${more.en}`,
      ko: `${
        at && `${at.trim()}의 `
      }${call}()로 만든 ${kind.ko} ${state.ko}.${more.ko}`,
    },
    ...(outcome === "pending"
      ? { mistake: "leavesTheAttemptRunning" }
      : { mistake: "leavesASocketOpen" }),
    why: outcome === "pending"
      ? {
        en:
          "Your function came back, and the attempt goes on without it. When it succeeds, there is a connection that nobody knows of and nobody closes.",
        ko:
          "함수는 끝났지만 연결 시도는 계속됩니다. 성공하면 아무도 모르고 아무도 닫지 않는 연결이 생깁니다.",
      }
      : {
        en:
          "There is a way out of the function, a return, a throw or an error from a call, that passes no close().",
        ko:
          "함수를 빠져나가는 길(return, throw, 호출의 오류) 가운데 close()를 거치지 않는 길이 있습니다.",
      },
    look: outcome === "pending"
      ? {
        en:
          "What ends the attempt itself? Promise.race only stops waiting for it.",
        ko:
          "시도 자체를 끝내는 것은 무엇입니까? Promise.race는 기다리기를 그만둘 뿐입니다.",
      }
      : call === "listenDatagram"
      ? {
        en: "Go through each way out. `finally` closes on all of them.",
        ko:
          "빠져나가는 길을 하나씩 따라가 보십시오. `finally`는 모든 길에서 닫아 줍니다.",
      }
      : {
        en:
          "Go through each way out. `using` or `finally` closes on all of them.",
        ko:
          "빠져나가는 길을 하나씩 따라가 보십시오. `using`이나 `finally`는 모든 길에서 닫아 줍니다.",
      },
  };
}

/**
 * The verdict on code that does not wait for the other end, but for a timer of
 * its own. `place` is where it starts the timer.
 */
export function ofItsOwnTime(
  { timer, kind, event }: Disturbance,
  place?: Place,
): Words {
  const ms = timer.ms.toLocaleString("en");
  const call = event && `${event.call}()`;
  const began: Text = place === undefined
    ? {
      en: `Your code started a timer of ${ms} ms, and when it ended,`,
      ko: `코드가 ${ms} ms 타이머를 시작했고, 그 타이머가 끝나자`,
    }
    : {
      en:
        `At ${place.file}:${place.line} your code started a timer of ${ms} ms, and when it ended,`,
      ko:
        `${place.file}:${place.line}에서 ${ms} ms 타이머를 시작했고, 그 타이머가 끝나자`,
    };
  const ends = kind !== "makes" || event?.call === "close" ||
    event?.call === "closeWrite";
  const did: Text = kind === "returns"
    ? { en: "your function was over", ko: "함수가 끝났습니다" }
    : kind === "ends"
    ? { en: `${call} waited no more`, ko: `${call}의 기다림이 끊겼습니다` }
    : { en: `it called ${call}`, ko: `${call}를 불렀습니다` };
  return {
    ...(ends
      ? { mistake: "hasALimitOfItsOwn" }
      : { mistake: "actsByATimerOfItsOwn" }),
    expected: {
      en:
        "As long as the other end is silent, your code waits; a limit comes from its caller alone.",
      ko:
        "상대가 아무것도 보내지 않는 동안 코드는 기다립니다. 제한 시간은 호출한 쪽만 정합니다.",
    },
    came: {
      en: `The other end was silent for an hour, and ${did.en}.`,
      ko: `상대가 한 시간 동안 아무것도 보내지 않자 ${did.ko}.`,
    },
    why: ends
      ? {
        en:
          `${began.en} ${did.en}. Nobody knows how long a network takes: a time that your code chooses is too short for somebody.`,
        ko:
          `${began.ko} ${did.ko}. 네트워크가 얼마나 걸릴지는 아무도 모릅니다. 코드가 정한 시간은 누군가에게는 너무 짧습니다.`,
      }
      : {
        en:
          `${began.en} ${did.en}. A timer knows nothing of the other end: who acts by it acts twice, or too early.`,
        ko:
          `${began.ko} ${did.ko}. 타이머는 상대의 사정을 모릅니다. 타이머에 따라 움직이면 같은 일을 두 번 하거나 너무 일찍 합니다.`,
      },
    look: {
      en: "That timer. Without it, what would your code wait for?",
      ko: "그 타이머를 보십시오. 타이머가 없다면 코드는 무엇을 기다립니까?",
    },
  };
}

/** What is no use on a connection that the code itself has closed. */
const useless = ["read", "write", "closeWrite", "close"];

/** What the kit says of what came, where it does not know why it came. */
const theories = [
  "awaitsNothing",
  "bothEndsWait",
  "changesTheBytes",
  "leavesASocketOpen",
  "leavesTheOtherEndWaiting",
  "losesTheRest",
  "readsOverWhatItRead",
  "readsWhatNobodySends",
  "readsWithoutEnd",
  "throwsAnError",
];

/**
 * A failure with a call in its words that came after the code's own close() of
 * the same connection, where the error of it was hidden. After the end of a
 * limit such calls may be meant, and nothing is said of them.
 */
export function afterItsClose(
  failure: Failure,
  scope: Scope,
  isExercise: (url: string) => boolean,
): Failure {
  const { words, state, place } = failure;
  const { log } = scope;
  if (!("came" in words) || log.notes !== undefined) return failure;
  let closed: WireEvent | undefined;
  const late = log.events.find((event) => {
    if (event.side !== "student" || event.outcome !== "error") return false;
    if (!useless.includes(event.call)) return false;
    closed = log.events.find(({ side, call, outcome, socket, ended }) =>
      side === "student" && call === "close" && outcome === "ok" &&
      socket === event.socket && ended! <= event.began
    );
    return closed !== undefined;
  });
  if (late === undefined || closed === undefined) return failure;
  // A script that has named the mistake has mostly seen more than this.
  const isTheory = theories.includes(words.mistake ?? theories[0]);
  if (!isTheory && late.call !== "closeWrite") return failure;
  if (words.came.en.includes(late.error!.name)) return failure;
  places(scope, [late, closed], isExercise);
  // The check closes what is its own, and may do so at any time.
  if (late.place === undefined) return failure;
  if (closed.place === undefined && !closed.byStream) return failure;
  const at = ({ place }: WireEvent) =>
    place === undefined ? "" : `${place.file}:${place.line}`;
  const how = closed.byStream
    ? { en: "by the end of its stream", ko: "스트림이 끝나면서" }
    : { en: `at ${at(closed)}`, ko: `${at(closed)}에서` };
  const what = late.call === "close"
    ? { en: "a second close()", ko: "두 번째 close()" }
    : { en: `${late.call}()`, ko: `${late.call}()` };
  return new Failure({
    ...words,
    mistake: words.mistake ?? "usesAClosedConnection",
    why: {
      en: `First ${what.en} at ${at(late)} threw ${
        late.error!.name
      }, and nobody saw it: the connection had been closed already, ${how.en}.`,
      ko: `먼저 ${at(late)}의 ${what.ko}에서 ${
        late.error!.name
      } 오류가 났지만 아무도 보지 못했습니다. ${how.ko} 이미 닫힌 연결입니다.`,
    },
    look: {
      en: "Who closes the connection, and what is still to be done then?",
      ko: "연결을 누가 닫으며, 그때 아직 할 일이 남아 있습니까?",
    },
  }, { state, place: late.place ?? place });
}

/**
 * A failure with what a timer of the student's code did in the silence, where
 * one did anything, in the place of its usual cause.
 */
export function withTimer(
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

const { listen, connect } = Deno;

/**
 * Asks, once something has gone wrong, whether this machine can do what every
 * check needs: connect to itself (RFC 1122, section 3.2.1.3, loopback). Returns
 * the verdict that the machine is at fault, or undefined.
 */
export async function machineFault(): Promise<Failure | undefined> {
  let connecting = false;
  try {
    const listener = listen({ hostname: "127.0.0.1", port: 0 });
    try {
      const accepted = listener.accept();
      connecting = true;
      const conn = await connect(listener.addr as Deno.ConnectOptions);
      conn.close();
      (await accepted).close();
    } finally {
      listener.close();
    }
  } catch (error) {
    return faultOf(error as Error, connecting);
  }
}

/**
 * The verdict on a machine that says this of its own loopback, as an answer to
 * connect(2), or before that to bind(2).
 */
export function faultOf(
  { name, message }: Error,
  connecting: boolean,
): Failure {
  if (name === "NotCapable") {
    return atFault(
      "The checks may not use loopback: run them with `deno test -P`.",
      "검사가 루프백을 쓸 수 없습니다. `deno test -P`로 실행하십시오.",
    );
  }
  if (message.includes("os error 24")) {
    return atFault(
      `This process may open no more sockets (${message}): raise the limit, for example with \`ulimit -n 1024\`.`,
      `이 프로세스는 소켓을 더 열 수 없습니다(${message}). \`ulimit -n 1024\`과 같이 한도를 늘리십시오.`,
    );
  }
  // EADDRINUSE for port 0 means that every port is taken, as does WSAENOBUFS;
  // and so does EADDRNOTAVAIL where an address could be bound just before.
  const isUsedUp = connecting
    ? /os error (98|48|10048|10055|99|49|10049)\b/
    : /os error (98|48|10048|10055)\b/;
  if (isUsedUp.test(message)) {
    return atFault(
      `All ports of this machine are used up for the moment (${message}): another program has opened very many connections, or they have only just ended. Wait a minute and run the lesson again. Your code was not judged.`,
      `이 컴퓨터의 포트를 지금 모두 쓰고 있습니다(${message}). 다른 프로그램이 연결을 아주 많이 열었거나, 방금 끝난 연결이 많은 경우입니다. 1분쯤 뒤에 다시 실행하십시오. 코드는 채점하지 않았습니다.`,
    );
  }
  return atFault(
    `This machine cannot connect to itself at 127.0.0.1 (${message}). Loopback is closed here, as in some sandboxes: run the lesson in an ordinary terminal. Your code was not judged.`,
    `이 컴퓨터가 127.0.0.1로 자기 자신에게 연결하지 못합니다(${message}). 일부 샌드박스처럼 루프백이 막혀 있습니다. 보통의 터미널에서 실행하십시오. 코드는 채점하지 않았습니다.`,
  );
}

function atFault(en: string, ko: string): Failure {
  return new Failure({ en, ko }, { state: "could not be checked" });
}
