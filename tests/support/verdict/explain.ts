import { isBroken } from "../broken.ts";
import { failTooMany, failUnawaited, Unawaited } from "./endless.ts";
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import { findPlace } from "../log/place.ts";
import type { Place } from "../log/place.ts";
import { places } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { map } from "../text.ts";
import type { Text } from "../text.ts";
import { toError } from "../exercise/thrown.ts";
import {
  gave,
  habitOf,
  iterates,
  sendsNowhere,
  thatLine,
  usesAPromise,
} from "./habits.ts";
import { withTimer } from "./verdicts.ts";

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
