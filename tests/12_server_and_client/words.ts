/**
 * What the checks of lesson 12 say: the mistakes, and what was expected and
 * came in their place.
 *
 * @module
 */
import type { Words } from "../support/failure.ts";
import type { CallEnd } from "../support/program/messages.ts";
import { returned } from "../support/settle.ts";
import { t } from "../support/text.ts";
import { clientMistakes } from "./client_words.ts";
import { lineMistakes } from "./line_words.ts";
import { serverMistakes } from "./server_words.ts";

/** The half of a failure that says why, and where to look. */
export type Cause = Pick<Words, "why" | "look" | "mistake">;

/** What was expected, and what the parts of a talk are called. */
export const wanted = {
  line: (shown: string) => t(`The answer ${shown}.`, `답 ${shown}.`),
  serversEnd: t(
    "After the client's end, the server ends its stream too.",
    "클라이언트가 끝나면 서버도 스트림을 끝냅니다.",
  ),
  address: t(
    "ready() is given 127.0.0.1 and the port that the kernel chose.",
    "ready()에 127.0.0.1과 커널이 고른 포트 번호를 줍니다.",
  ),
  closed: t(
    "server() resolves when everything is closed.",
    "server()의 프로미스는 모두 닫힌 다음에 이행됩니다.",
  ),
  answerTo: (shown: string) =>
    t(`The answer to ${shown}`, `${shown}에 대한 답`),
  longAnswer: t("The answer to a long line", "긴 줄에 대한 답"),
  sentLines: t("The lines of the client", "클라이언트가 보낸 줄"),
  answers: (count: number) => t(`${count} answers.`, `답 ${count}개.`),
  answersWith: (count: number, at: number, shown: string) =>
    t(
      `${count} answers, the one at index ${at} is ${shown}.`,
      `답 ${count}개, [${at}]의 답은 ${shown}.`,
    ),
  clientsEnd: t(
    "client() comes to its end when the server's stream ends.",
    "client()는 서버의 스트림이 끝나면 끝납니다.",
  ),
  unexpectedEof: (shown: string[]) =>
    t(
      `Deno.errors.UnexpectedEof: 3 lines, and what came was ${
        shown.join(" or ")
      }.`,
      `Deno.errors.UnexpectedEof. 세 줄에 온 것: ${shown.join(" 또는 ")}.`,
    ),
  sentNothing: t(
    "What the client sends without lines",
    "보낼 줄이 없을 때 클라이언트가 보내는 것",
  ),
  connectTo: (hostname: string) =>
    t(`It connects to ${hostname}.`, `${hostname}에 연결합니다.`),
  refusal: t(
    "The error of the connect() that was refused is thrown on.",
    "거부된 connect()의 오류를 그대로 던집니다.",
  ),
  linesOfBoth: t(
    "Each call sends its own two lines on its own connection.",
    "호출마다 자기 연결로 자기 줄 두 개를 보냅니다.",
  ),
  answersOfBoth: (answers: string[][]) =>
    t(
      `Each call returns its own answers: ${JSON.stringify(answers)}.`,
      `호출마다 자기 답을 돌려줍니다: ${JSON.stringify(answers)}.`,
    ),
  itsError: t(
    "The error of the broken connection is thrown on.",
    "끊긴 연결의 오류를 그대로 던집니다.",
  ),
};

/** What came in the place of that. */
export const came = {
  nothing: t("No answer came within 2 s.", "2초 동안 답이 없었습니다."),
  only: (shown: string) =>
    t(
      `Only ${shown} came within 2 s.`,
      `2초 동안 온 것은 ${shown}뿐입니다.`,
    ),
  endAtOnce: t(
    "The connection ended without an answer.",
    "답 없이 연결이 끝났습니다.",
  ),
  line: (shown: string) => t(`${shown}.`, `${shown}.`),
  lineAndEnd: (shown: string) =>
    t(
      `${shown}, and the end of the stream.`,
      `${shown} 다음에 스트림의 끝.`,
    ),
  beforeTheEnd: (shown: string) =>
    t(
      `${shown} came before it.`,
      `그 전에 ${shown} 부분이 더 왔습니다.`,
    ),
  address: (given: string) =>
    t(`It was given ${given}.`, `받은 값은 ${given}입니다.`),
  calls: (count: number) =>
    t(`It was called ${count} times.`, `호출 횟수는 ${count}번입니다.`),
  connectTo: (hostname: string) =>
    t(`It connected to ${hostname}.`, `연결한 곳은 ${hostname}입니다.`),
  attempts: (count: number) =>
    t(`connect() ${count} times.`, `connect() 횟수는 ${count}번입니다.`),
  linesOfBoth: (shown: string[]) =>
    t(
      `The two connections brought ${shown.join(" and ")}.`,
      `두 연결로 온 것: ${shown.join(", ")}.`,
    ),
  ofBoth: (ends: CallEnd[]) => {
    const both = ends.map((end) =>
      "value" in end ? end.value : `${end.error.name}: ${end.error.message}`
    );
    const text = JSON.stringify(both).slice(0, 120);
    return t(`The two calls: ${text}.`, `두 호출의 결과: ${text}.`);
  },
  end: (end: CallEnd) =>
    "value" in end ? returned(end.value) : t(
      `It threw ${end.error.name}: ${end.error.message}.`,
      `오류를 던졌습니다. ${end.error.name}: ${end.error.message}`,
    ),
  anotherPort: t(
    "It listens at another port, and has announced that one.",
    "다른 포트에서 들으며 그 주소를 알렸습니다.",
  ),
  stopsReading: t(
    "Your server reads no further in this line.",
    "서버가 이 줄을 더 읽지 않습니다.",
  ),
  stillRunning: t(
    "It has not come to its end within 2 s.",
    "2초 동안 끝나지 않았습니다.",
  ),
  open: (count: number) =>
    t(
      `It resolved while sockets of it were still open: ${count}.`,
      `소켓 ${count}개가 아직 열려 있을 때 이행되었습니다.`,
    ),
  answers: (count: number, shown: string) =>
    t(
      `${count} answers, at that index ${shown}.`,
      `답 ${count}개, 그 자리의 답은 ${shown}.`,
    ),
};

/** The mistakes that a server and a client of lines can make. */
export const mistakes = {
  ...serverMistakes,
  ...lineMistakes,
  ...clientMistakes,
};
