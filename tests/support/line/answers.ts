/**
 * The student's client of lines as a program of its own: how it starts, and
 * the answers that it must return.
 *
 * @module
 */
import { encode, show } from "../bytes.ts";
import { expect } from "../failure.ts";
import type { Words } from "../failure.ts";
import { wrongLine } from "./cause.ts";
import type { Cause } from "./words.ts";
import type { Program, ProgramOptions } from "../program/options.ts";
import type { Text } from "../text.ts";
import type { WireLog } from "../log/wire_log.ts";
import type { Wire } from "../wire.ts";

/** Starts the client, which is to send `lines` to `address`. */
export function startClient(
  wire: Wire,
  { hostname, port }: Deno.NetAddr,
  lines: string[],
  options: Pick<ProgramOptions, "path"> & Partial<ProgramOptions>,
): Program {
  wire.call({ en: "the server", ko: "서버" });
  return wire.program({
    run: "client",
    args: [{ hostname, port }, lines],
    name: { en: "your client", ko: "내 클라이언트" },
    whyError: ({ name }) => name === "UnexpectedEof" ? enough : undefined,
    ...options,
  });
}

/**
 * Expects what the client returned. `missing` is why answers at the end are
 * missing, where the check knows that.
 */
export async function expectAnswers(
  wire: Wire,
  program: Program,
  expected: string[],
  missing?: (log: WireLog) => Cause,
): Promise<void> {
  wire.onHang(() => afterTheEnd);
  const { value, came } = await program.ended;
  wire.onHang(() => undefined);
  const all: unknown[] | undefined = Array.isArray(value) ? value : undefined;
  const at = expected.findIndex((line, i) => all?.[i] !== line);
  const wrong = all?.[at < 0 ? expected.length : at];
  const text = (line: unknown) => show(encode(String(line)));
  expect(at < 0 && all?.length === expected.length, {
    expected: {
      en: `${expected.length} answers` +
        (at < 0 ? "." : `, the one at index ${at} is ${text(expected[at])}.`),
      ko: `답 ${expected.length}개` +
        (at < 0 ? "." : `, [${at}]의 답은 ${text(expected[at])}.`),
    },
    came: all === undefined || all.length <= 4 ? came : {
      en: `${all.length} answers, at that index ${text(wrong)}.`,
      ko: `답 ${all.length}개, 그 자리의 답은 ${text(wrong)}.`,
    },
    ...causeOf(all, expected, at, missing?.(wire.log)),
  });
}

function causeOf(
  all: unknown[] | undefined,
  expected: string[],
  at: number,
  missing?: Cause,
): Cause {
  if (all === undefined) return notReturned;
  const isMissing = at === all.length ||
    expected[at] === "" && all[at] === expected[at + 1];
  if (missing !== undefined && isMissing) return missing;
  if (all.at(-1) === "" && all.length === expected.length + 1) {
    return emptyPiece;
  }
  return (at < 0 ? undefined : wrongLine(expected[at], String(all[at]))) ??
    readIsNoAnswer;
}

const enough: Text = {
  en:
    "The server gave at least one answer for each line. Either the reading ended before null came, or the comparison refuses what is enough.",
  ko:
    "서버는 줄의 수만큼, 또는 그보다 많이 답했습니다. null이 오기 전에 읽기를 끝냈거나, 수를 비교하는 조건이 맞지 않습니다.",
};

const notReturned: Cause = {
  why: {
    en: "A `return` or an `await` is missing.",
    ko: "`return`이나 `await`가 빠졌습니다.",
  },
  look: {
    en: "What does client() return on each way out?",
    ko: "client()는 빠져나가는 길마다 무엇을 돌려줍니까?",
  },
};

const emptyPiece: Cause = {
  why: {
    en:
      'split("\\n") gives one more piece than there are "\\n": the last one is what comes after them, here nothing.',
    ko:
      'split("\\n")은 "\\n"의 수보다 하나 더 많은 조각을 줍니다. 마지막 조각은 그 뒤에 온 것, 여기서는 빈 문자열입니다.',
  },
  look: {
    en: 'Which piece is not followed by a "\\n"?',
    ko: '뒤에 "\\n"이 없는 조각은 어느 것입니까?',
  },
};

const readIsNoAnswer: Cause = {
  why: {
    en:
      'One read() is not one answer: it may bring a piece of one, or several. Only "\\n" ends an answer, and it is no part of it.',
    ko:
      'read() 한 번이 답 하나는 아닙니다. 답의 일부가 올 수도, 여러 답이 올 수도 있습니다. 답은 "\\n"에서만 끝나고 "\\n"은 답에 들지 않습니다.',
  },
  look: {
    en: "What does your code keep from one read() to the next?",
    ko: "read() 한 번과 다음 read() 사이에 코드가 무엇을 남겨 둡니까?",
  },
};

const afterTheEnd: Partial<Words> = {
  expected: {
    en: "client() comes to its end when the server's stream ends.",
    ko: "client()는 서버의 스트림이 끝나면 끝납니다.",
  },
};
