/**
 * What the checks say of requestEach(): its mistakes.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";

/** What is expected, where several mistakes come instead. */
const wanted = {
  results: t(
    "It returns a list of answers and errors.",
    "답과 오류의 배열을 돌려줍니다.",
  ),
};

const catches = t(
  "Where is the error of one request caught: around each, or around all?",
  "요청 하나의 오류를 어디에서 잡습니까? 요청마다입니까, 전체를 감싼 곳입니까?",
);

/** The mistakes that requestEach() can make. */
export const askingEach = catalogue({
  // The list.
  asksOneServerForAll: {
    why: t(
      "One server was asked more than once, and the others wait for a client.",
      "한 서버에 여러 번 물었고, 다른 서버에는 묻지 않았습니다.",
    ),
    look: t(
      "Which address does each request get?",
      "요청마다 어느 주소를 건넵니까?",
    ),
  },
  changesTheAddresses: {
    expected: t(
      "The list of addresses is as it was.",
      "주소의 배열은 그대로 있습니다.",
    ),
    why: t(
      "The list belongs to the caller, who may want to ask again. shift(), pop(), sort() and reverse() change it.",
      "배열은 호출한 쪽의 것이고, 다시 쓸 수도 있습니다. shift(), pop(), sort(), reverse()는 배열을 바꿉니다.",
    ),
    look: t(
      "Which calls of your code change the list that was given?",
      "코드의 어느 호출이 건네받은 배열을 바꿉니까?",
    ),
  },
  returnsInOrderOfArrival: {
    why: t(
      "All are there, but not at their places: mostly they stand in the order in which they came in. The caller cannot tell whose answer is whose.",
      "모두 있지만 제자리에 있지 않습니다. 도착한 순서대로 넣은 경우가 많습니다. 호출한 쪽은 어느 서버의 답인지 알 수 없습니다.",
    ),
    look: t(
      "What decides at which place of the list a result is put?",
      "결과가 배열의 몇 번째 자리에 들어가는지 무엇이 정합니까?",
    ),
  },
  leavesOutAPlace: {
    why: t(
      "A place is missing: a server was not asked, or what went wrong was left out and the rest moved up.",
      "자리가 모자랍니다. 묻지 않은 서버가 있거나, 잘못된 것을 빼 버려서 뒤의 결과가 당겨졌습니다.",
    ),
    look: t(
      "For which addresses is something put into the list, and when?",
      "어느 주소에 대해, 언제 배열에 값을 넣습니까?",
    ),
  },
  putsBytesInThePlaceOfErrors: {
    why: t(
      "Bytes stand at the place of a server that failed. A catch swallowed its error, and what had come until then passed for the answer.",
      "실패한 서버의 자리에 바이트가 들어 있습니다. catch가 오류를 삼켰고, 그때까지 온 것이 답으로 통했습니다.",
    ),
    look: t(
      "Which catch turns that error into bytes: in request(), or around it?",
      "그 오류를 바이트로 바꾸는 catch는 request() 안에 있습니까, 밖에 있습니까?",
    ),
  },
  putsNeitherBytesNorErrors: {
    why: t(
      "Each place holds the bytes of one answer, or the error object itself that request() threw for that server.",
      "자리마다 답의 바이트나, 그 서버에서 request()가 던진 오류 객체가 그대로 들어 있어야 합니다.",
    ),
    look: t(
      "What is put into the list when a request returns, and when it throws?",
      "요청이 값을 돌려줄 때와 오류를 던질 때, 배열에 각각 무엇을 넣습니까?",
    ),
  },
  putsACopyOfTheError: {
    expected: t(
      "The error object itself that request() threw is in its place.",
      "request()가 던진 오류 객체 자체가 그 자리에 있습니다.",
    ),
    why: t(
      "Something else stands there: a text, or a new error. What the error knows besides its message is lost.",
      "텍스트나 새로 만든 오류처럼 다른 것이 들어 있습니다. 오류에 메시지 말고 더 있던 것이 사라집니다.",
    ),
    look: t(
      "What is put into the list when a request throws?",
      "요청이 오류를 던질 때 배열에 무엇을 넣습니까?",
    ),
  },
  letsOneServerSpoilAll: {
    expected: wanted.results,
    why: t(
      "One bad server took the answers of all the others along. Promise.all, or a loop without a catch, gives up at the first error.",
      "서버 하나가 잘못되어 다른 답까지 모두 잃었습니다. Promise.all이나 catch 없는 반복문은 첫 오류에서 그만둡니다.",
    ),
    look: catches,
  },

  // The end of the limit.
  keepsTheLimitFromARequest: {
    why: t(
      "The limit has ended, but the request to the silent server goes on. Was the limit handed to it?",
      "제한 시간이 끝났는데 응답 없는 서버에 보낸 요청이 계속됩니다. 그 요청에 limit을 건넸습니까?",
    ),
  },
  givesUpAtTheLimit: {
    expected: wanted.results,
    why: t(
      "The end of the limit took the answers along that were there.",
      "제한 시간이 끝나면서 이미 받은 답까지 잃었습니다.",
    ),
    look: catches,
  },
  listensForALimitThatHasEnded: {
    why: t(
      "The limit had ended before, so its event does not come any more. A listener alone does not notice that.",
      "제한 시간이 이미 끝나 있어서 그 이벤트는 다시 오지 않습니다. 리스너만으로는 알아차릴 수 없습니다.",
    ),
    look: t(
      "What tells you that a signal was aborted before you listened to it?",
      "리스너를 붙이기 전에 끝난 신호는 무엇으로 알 수 있습니까?",
    ),
  },
  throwsForALimitThatIsOver: {
    expected: t(
      "It returns a list with a TimedOut for each server.",
      "서버마다 TimedOut이 들어 있는 배열을 돌려줍니다.",
    ),
    why: t(
      "The limit had ended before the call. That, too, is the outcome of each request, and no error of requestEach().",
      "호출하기 전에 제한 시간이 끝나 있었습니다. 이것도 요청마다의 결과이지 requestEach()의 오류가 아닙니다.",
    ),
    look: t(
      "What in requestEach() can throw outside of a single request?",
      "requestEach()에서 요청 하나하나의 밖에서 오류를 던질 수 있는 곳은 어디입니까?",
    ),
  },
});
