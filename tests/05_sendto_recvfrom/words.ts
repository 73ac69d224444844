/**
 * What the checks of lesson 5 say of a mistake, and of what they expect.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import { mistakesInAsk } from "./words_of_ask.ts";
import { mistakesInServe } from "./words_of_serve.ts";

export { wanted } from "./words_of_ask.ts";

/** What bytes are called in a sentence. */
export const named = {
  question: t("the question", "질문"),
  answer: t("the answer", "답"),
  asked: t("the question that answer() gets", "answer()가 받은 질문"),
};

/** The mistakes that lesson 5 knows. */
export const mistakes = catalogue({
  ...mistakesInAsk,
  ...mistakesInServe,
  triesAgain: {
    why: t(
      "A call had failed, and it was made again. Nobody asked for a second try: how often to try is for the caller to say.",
      "실패한 호출을 다시 했습니다. 다시 해 보라고 한 쪽은 없습니다. 몇 번 시도할지는 호출한 쪽이 정합니다.",
    ),
    look: t(
      "What does your code do after a call has thrown?",
      "호출이 오류를 던진 뒤 코드가 무엇을 하는지 보십시오.",
    ),
  },
});

/** What came where the caller's own function was pushed off its limit. */
export const callerDeaf = t(
  "The function that the caller had set as `limit.onabort` was not called.",
  "호출한 쪽이 `limit.onabort`에 둔 함수가 호출되지 않았습니다.",
);

/** What is wanted of an answer that could not be sent, and what came. */
export const sentAgain = {
  expected: t(
    "That answer is given up, and the next question gets its own.",
    "그 답은 포기하고, 다음 질문에 답합니다.",
  ),
  came: t(
    "The answer whose send() had failed was sent again.",
    "send()가 실패한 답을 다시 보냈습니다.",
  ),
};

/** What came where serve() is no longer there for the next question. */
export const serveEnded = t("serve() ended.", "serve()가 끝났습니다.");

/** Where to look if a limit has ended during one of several calls. */
export const sharedByCalls = t(
  "What do calls that run at the same time share?",
  "동시에 일하는 호출들이 함께 쓰는 것은 무엇입니까?",
);
