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
export const mistakes = catalogue({ ...mistakesInAsk, ...mistakesInServe });

/** What came where serve() is no longer there for the next question. */
export const serveEnded = t("serve() ended.", "serve()가 끝났습니다.");

/** Where to look if a limit has ended during one of several calls. */
export const sharedByCalls = t(
  "What do calls that run at the same time share?",
  "동시에 일하는 호출들이 함께 쓰는 것은 무엇입니까?",
);
