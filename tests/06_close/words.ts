/**
 * What the checks of lesson 6 say of a mistake, and what they call the bytes
 * that they compare.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import { mistakesInClosing } from "./words_of_closing.ts";
import { mistakesInWork } from "./words_of_work.ts";

export { look } from "./words_of_closing.ts";

/** The mistakes that lesson 6 knows. */
export const mistakes = catalogue({ ...mistakesInClosing, ...mistakesInWork });

/** What the bytes are called that a check compares. */
export const named = {
  beforeTheEnd: t(
    "what came before the end of the stream",
    "스트림이 끝나기 전에 온 바이트",
  ),
  request: t("the request that the server received", "서버가 받은 요청"),
  answer: t("the server's answer", "서버의 응답"),
  result: t("the result of `use`", "`use`의 결과"),
};
