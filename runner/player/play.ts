/**
 * A recording made ready to be played: its steps with what is said of each, in
 * all languages, and the lines of the exercise that made the calls. It is plain
 * data, so that it can be sent to a browser or kept in a file.
 *
 * @module
 */
import { show } from "../../tests/support/bytes.ts";
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";
import { map } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import type {
  LessonState,
  Outcome,
} from "../../tests/support/verdict/outcome.ts";
import { finerPoint } from "../../tests/support/verdict/told.ts";
import type { Told } from "../../tests/support/verdict/told.ts";
import { shownAs } from "../run/verdict.ts";
import type { Shown, Verdict } from "../run/verdict.ts";
import { stateNames } from "../screen/verdict.ts";
import { complete } from "../picture/layout.ts";
import { cCall, numeral } from "../picture/words.ts";
import { stepsOf } from "./state.ts";
import type { Step } from "./state.ts";

/** One step, with all that is shown of it. */
export interface PlayedStep extends Step {
  /** Whose call it is: the socket's id, or -1 for none. */
  socket: number;
  mine: boolean;
  /** The call in Deno's words and in C's. */
  deno: string;
  c: string;
  words: Text;
  /** The line of the exercise, from 1, and the file's place in `files`. */
  line?: number;
  file?: number;
  /** True for what ended badly. */
  fault?: true;
  /** True for what begins to wait and never ends. */
  stuck?: true;
}

/** What is known of a socket, for its card. */
export interface PlayedSocket {
  id: number;
  mine: boolean;
  kind: "listener" | "connection" | "datagram";
  name: Text;
  local: string;
  remote?: string;
}

/** A check that can be played. */
export interface Play {
  name: Text;
  state: Shown;
  /** It is a finer point. */
  extra?: true;
  stateName: Text;
  told?: Told<Text>;
  printed: string;
  recording: Recording;
  steps: PlayedStep[];
  sockets: PlayedSocket[];
  files: { name: string; lines: string[] }[];
  /** How many steps are done when the player opens. */
  opensAt: number;
}

/** A lesson that was graded, with all its checks to play. */
export interface PlayedLesson {
  title: Text;
  state: LessonState;
  stateName: Text;
  note?: Text;
  plays: Play[];
}

/** Makes a verdict playable; see {@linkcode playOf}. */
export function playedLesson(
  { state, note, checks }: Verdict<Text>,
  title: Text,
  linesOf: (url: string) => readonly string[] | undefined,
): PlayedLesson {
  return {
    title,
    state,
    stateName: stateNames[state],
    ...(note === undefined ? {} : { note }),
    plays: checks.map((outcome) => playOf(outcome, linesOf)),
  };
}

/**
 * Makes a check playable. `linesOf` gives the lines of a file, by its URL.
 * `goesOn` is for what has not come to its end yet.
 */
export function playOf(
  outcome: Outcome<Text>,
  linesOf: (url: string) => readonly string[] | undefined,
  goesOn = false,
): Play {
  const { told, printed } = outcome;
  const state = shownAs(outcome);
  const name = state === "finer point"
    ? map(outcome.name, finerPoint)
    : outcome.name;
  const recording = complete(
    outcome.wire ?? {
      peerName: { en: "the check", ko: "검사 쪽" },
      sockets: [],
      events: [],
    },
  );
  const files: Play["files"] = [];
  const places = new Map<string, number>();
  const fileOf = (url: string, file: string): number | undefined => {
    const known = places.get(url);
    if (known !== undefined) return known;
    const lines = linesOf(url);
    if (lines === undefined) return undefined;
    places.set(url, files.length);
    return files.push({ name: file, lines: [...lines] }) - 1;
  };
  const sockets = socketsOf(recording);
  const named = new Map(sockets.map((one) => [one.id, one]));
  const steps = stepsOf(recording).map((step): PlayedStep => {
    const event = recording.events[step.event];
    const { place, side, socket = -1, call, times } = event;
    const file = place === undefined
      ? undefined
      : fileOf(place.url, place.file);
    return {
      ...step,
      socket,
      mine: side === "student",
      deno: `${call}()${times === 1 ? "" : ` ×${numeral(times)}`}`,
      c: cCall(call).whole,
      words: wordsOf(
        event,
        step.part,
        named.get(socket),
        recording.peerName,
        goesOn,
      ),
      ...(file === undefined ? {} : { line: place!.line, file }),
      ...(event.outcome === "pending" && !goesOn ? { stuck: true } : {}),
      ...(step.part !== "begin" && event.outcome === "error"
        ? { fault: true }
        : {}),
    };
  });
  return {
    name,
    state,
    stateName: stateNames[state],
    ...(outcome.extra ? { extra: true as const } : {}),
    ...(told === undefined ? {} : { told }),
    printed,
    recording,
    steps,
    sockets,
    files,
    opensAt: opensAt(state, steps, recording),
  };
}

/**
 * Where a failed check is opened: where the student's code begins to wait for
 * what never comes; else at the last call of the student's that failed; else
 * at the end. A check that passed is opened at its first step.
 */
function opensAt(
  state: Shown,
  steps: readonly PlayedStep[],
  { events }: Recording,
): number {
  if (state !== "failed") return Math.min(1, steps.length);
  const waits = steps.findLastIndex(({ event, mine }) =>
    mine && events[event].outcome === "pending"
  );
  if (waits >= 0) return waits + 1;
  const failed = steps.findLastIndex(({ mine, fault }) => mine && fault);
  return failed >= 0 ? failed + 1 : steps.length;
}

/** The sockets with names: the student's by their kind, others as recorded. */
function socketsOf({ sockets, peerName }: Recording): PlayedSocket[] {
  const count = new Map<string, number>();
  return sockets.map(({ id, side, kind, name, local, remote }) => {
    const mine = side === "student";
    const of = mine ? yours[kind] : theirs[kind](name ?? peerName);
    const times = (count.get(of.en) ?? 0) + 1;
    count.set(of.en, times);
    const nth = times === 1 ? "" : ` ${times}`;
    return {
      id,
      mine,
      kind,
      name: { en: of.en + nth, ko: of.ko + nth },
      local: written(local),
      ...(remote === undefined ? {} : { remote: written(remote) }),
    };
  });
}

const yours: Record<PlayedSocket["kind"], Text> = {
  listener: { en: "your listener", ko: "내 리스너" },
  connection: { en: "your connection", ko: "내 연결" },
  datagram: { en: "your UDP socket", ko: "내 UDP 소켓" },
};

const theirs: Record<PlayedSocket["kind"], (peer: Text) => Text> = {
  listener: ({ en, ko }) => ({ en: `${en}: listener`, ko: `${ko}: 리스너` }),
  connection: (peer) => peer,
  datagram: (peer) => peer,
};

function written({ hostname, port }: Deno.NetAddr): string {
  return `${hostname}:${port}`;
}

/** One step in words. */
function wordsOf(
  event: RecordedEvent,
  part: Step["part"],
  socket: PlayedSocket | undefined,
  peerName: Text,
  goesOn: boolean,
): Text {
  const { side, outcome, error } = event;
  const who: Text = side === "student"
    ? { en: "Your code", ko: "내 코드" }
    : socket?.name ?? peerName;
  const call = `${event.call}()`;
  if (part === "begin") {
    return outcome === "pending" && !goesOn
      ? {
        en: `${who.en}: ${call} begins to wait, and nothing ever ends it.`,
        ko:
          `${who.ko}: ${call} 호출이 기다리기 시작하고, 끝내 돌아오지 않습니다.`,
      }
      : { en: `${who.en}: ${call} begins.`, ko: `${who.ko}: ${call} 시작.` };
  }
  if (outcome === "error") {
    const what = `${error?.name}: ${error?.message}`;
    return {
      en: `${who.en}: ${call} fails. ${what}`,
      ko: `${who.ko}: ${call} 실패. ${what}`,
    };
  }
  const came = resultOf(event);
  return {
    en: `${who.en}: ${call} ${came.en}`,
    ko: `${who.ko}: ${call} ${came.ko}`,
  };
}

/** What a call came to that did not fail. */
function resultOf(event: RecordedEvent): Text {
  const { call, outcome, address, size = 0, sample } = event;
  const at = address === undefined ? "" : written(address);
  if (outcome === "end") {
    return {
      en: "gives null: the end of the stream.",
      ko: "null을 돌려줌: 스트림의 끝.",
    };
  }
  const bytes = sample === undefined
    ? ""
    : ` ${show(Uint8Array.fromBase64(sample), 24, size)}`;
  const n = numeral(size);
  const many: Text = {
    en: `${n} byte${size === 1 ? "" : "s"}${bytes}`,
    ko: `${n}바이트${bytes}`,
  };
  switch (call) {
    case "listen":
    case "listenDatagram":
      return { en: "asks for a port and has it.", ko: "포트를 얻음." };
    case "accept":
      return {
        en: `takes ${at} out of the queue.`,
        ko: `대기열에서 ${at} 수락.`,
      };
    case "connect":
      return { en: `is connected to ${at}.`, ko: `${at}에 연결됨.` };
    case "read":
      return { en: `gives ${many.en}.`, ko: `${many.ko} 읽음.` };
    case "write":
      return { en: `hands over ${many.en}.`, ko: `${many.ko} 넘김.` };
    case "send":
      return {
        en: `sends ${many.en} to ${at}.`,
        ko: `${many.ko} 보냄 → ${at}.`,
      };
    case "receive":
      return {
        en: `gives ${many.en} from ${at}.`,
        ko: `${at}에서 온 ${many.ko} 받음.`,
      };
    case "closeWrite":
      return {
        en: "sends FIN: no more bytes will come.",
        ko: "FIN을 보냄: 더 보낼 것이 없음.",
      };
    case "close":
      return { en: "closes the socket.", ko: "소켓을 닫음." };
    case "reset":
      return { en: "breaks the connection off.", ko: "연결을 강제로 끊음." };
  }
}
