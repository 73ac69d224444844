/**
 * One question to many servers: what came of it stands in a list, with one
 * place for each server.
 *
 * @module
 */
import { show } from "./bytes.ts";
import { expect } from "./failure.ts";
import { expectList } from "./list.ts";
import type { ListWords } from "./list.ts";
import { brief } from "./settle.ts";
import type { Settled } from "./settle.ts";

const bytesForAnError = {
  why: {
    en:
      "Bytes stand at the place of a server that failed. A catch swallowed its error, and what had come until then passed for the answer.",
    ko:
      "실패한 서버의 자리에 바이트가 들어 있습니다. catch가 오류를 삼켰고, 그때까지 온 것이 답으로 통했습니다.",
  },
  look: {
    en: "Which catch turns that error into bytes: in request(), or around it?",
    ko:
      "그 오류를 바이트로 바꾸는 catch는 request() 안에 있습니까, 밖에 있습니까?",
  },
};

/** A class of errors, such as `Deno.errors.ConnectionReset`. */
export type ErrorClass = new (message?: string) => Error;

const wordsOfResults: ListWords = {
  write: (place) =>
    place instanceof Uint8Array
      ? show(place, 24)
      : place instanceof Error || typeof place === "function"
      ? place.name
      : brief(place),
  fits: (entry, place: Uint8Array | ErrorClass) =>
    typeof place === "function"
      ? entry instanceof place
      : entry instanceof Uint8Array && show(entry) === show(place),
  order: {
    why: {
      en:
        "All are there, but not at their places: mostly they stand in the order in which they came in. The caller cannot tell whose answer is whose.",
      ko:
        "모두 있지만 제자리에 있지 않습니다. 도착한 순서대로 넣은 경우가 많습니다. 부른 쪽은 어느 서버의 답인지 알 수 없습니다.",
    },
    look: {
      en: "What decides at which place of the list a result is put?",
      ko: "결과가 배열의 몇 번째 자리에 들어가는지 무엇이 정합니까?",
    },
  },
  entry: (entry, place: Uint8Array | ErrorClass, all) =>
    entry instanceof Uint8Array
      ? all && typeof place === "function" ? bytesForAnError : undefined
      : {
        why: {
          en:
            "Each place holds the bytes of one answer, or the error object itself that request() threw for that server.",
          ko:
            "자리마다 답의 바이트나, 그 서버에서 request()가 던진 오류 객체가 그대로 들어 있어야 합니다.",
        },
        look: {
          en:
            "What is put into the list when a request returns, and when it throws?",
          ko:
            "요청이 값을 돌려줄 때와 오류를 던질 때, 배열에 각각 무엇을 넣습니까?",
        },
      },
  size: {
    why: {
      en:
        "A place is missing: a server was not asked, or what went wrong was left out and the rest moved up.",
      ko:
        "자리가 모자랍니다. 묻지 않은 서버가 있거나, 잘못된 것을 빼 버려서 뒤의 결과가 당겨졌습니다.",
    },
    look: {
      en: "For which addresses is something put into the list, and when?",
      ko: "어느 주소에 대해, 언제 배열에 값을 넣습니까?",
    },
  },
};

/**
 * Expects a result with each answer or error at the place of its address, and
 * that no error of one server ended the whole function. `spoilt` is an error
 * that it may have thrown because of its limit.
 *
 * @example
 * ```ts
 * import { encode } from "./bytes.ts";
 * import { expectResults } from "./results.ts";
 * import { settle } from "./settle.ts";
 *
 * const refusal = new Deno.errors.ConnectionRefused();
 * const asked = await settle(() => [encode("hi"), refusal]);
 * expectResults(asked, [encode("hi"), Deno.errors.ConnectionRefused]);
 * ```
 */
export function expectResults(
  { value, error, came }: Settled<unknown>,
  places: readonly (Uint8Array | ErrorClass)[],
  spoilt?: Error,
): void {
  const known = places.some((place) =>
    typeof place === "function" && error instanceof place
  );
  // Any other error is none of a server's, and is explained like all others.
  if (error !== undefined && error !== spoilt && !known) throw error;
  expect(error === undefined, {
    expected: {
      en: "It returns a list of answers and errors.",
      ko: "답과 오류의 배열을 돌려줍니다.",
    },
    came,
    why: spoilt !== undefined
      ? {
        en: "The end of the limit took the answers along that were there.",
        ko: "제한 시간이 끝나면서 이미 받은 답까지 잃었습니다.",
      }
      : {
        en:
          "One bad server took the answers of all the others along. Promise.all, or a loop without a catch, gives up at the first error.",
        ko:
          "서버 하나가 잘못되어 다른 답까지 모두 잃었습니다. Promise.all이나 catch 없는 반복문은 첫 오류에서 그만둡니다.",
      },
    look: {
      en:
        "Where is the error of one request caught: around each, or around all?",
      ko:
        "요청 하나의 오류를 어디에서 잡습니까? 요청마다입니까, 전체를 감싼 곳입니까?",
    },
  });
  expectList(value, places, wordsOfResults);
}
