/**
 * What the checks of lesson 7 say with values.
 *
 * @module
 */
import { show } from "../support/bytes.ts";
import { map, t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** Expected: request() throws this error. */
export function throwsOn(kind: string): Text {
  return t(
    `request() throws Deno.errors.${kind}.`,
    `request()가 던질 오류는 Deno.errors.${kind}입니다.`,
  );
}

/** Expected: the function `name` throws TimedOut. */
export function throwsTimedOut(name: string): Text {
  return t(
    `${name}() throws Deno.errors.TimedOut.`,
    `${name}()가 던질 오류는 Deno.errors.TimedOut입니다.`,
  );
}

/** Expected: the answer. */
export const returnsTheAnswer: Text = t(
  "It reads the answer to its end, returns it, and then closes.",
  "답을 끝까지 읽어 돌려준 다음에 닫습니다.",
);

/** Came: a second connect(), after an answer or an error. */
export const connectedAgain: Text = t(
  "Your code called connect() a second time.",
  "connect()를 두 번째로 호출했습니다.",
);

/** Expected: what comes of an empty question, or of an empty answer. */
export function emptyAsked(answer: number): Text {
  return answer > 0
    ? t(
      "It asks with no bytes, and returns what the server answers.",
      "0바이트로 묻고, 서버가 답한 것을 돌려줍니다.",
    )
    : t(
      "The server answers nothing, and that is returned: 0 bytes.",
      "서버의 답이 비어 있으므로 0바이트를 돌려줍니다.",
    );
}

/** Expected: one of two requests that run at once returns this answer. */
export function returnsItsAnswer(server: Text, answer: Uint8Array): Text {
  return map(
    server,
    (name, language) =>
      language === "en"
        ? `The request to ${name} asks its own question and returns ${
          show(answer)
        }.`
        : `${name}에 보낸 요청은 자기 질문을 보내고 ${
          show(answer)
        }을 돌려줍니다.`,
  );
}

/** Expected: a list of so many places. */
export function hasPlaces(places: number): Text {
  return t(
    `A list with ${places} places, one for each address.`,
    `주소마다 한 자리씩, 자리가 ${places}개인 배열을 돌려줍니다.`,
  );
}

/** Came: so many are left in the caller's list, or they have moved. */
export function addressesLeft(count: number): Text {
  return t(
    `Afterwards it holds ${count} addresses, or others than before.`,
    `호출한 뒤 그 배열에 있는 주소는 ${count}개이거나 전과 다릅니다.`,
  );
}

/** Expected: one of two calls that run at once has this answer in its list. */
export function hasItsAnswer(server: Text, answer: Uint8Array): Text {
  return map(
    server,
    (name, language) =>
      language === "en"
        ? `The call that asks ${name} returns a list with ${show(answer)}.`
        : `${name}에 묻는 호출이 돌려줄 배열에 든 것: ${show(answer)}`,
  );
}
