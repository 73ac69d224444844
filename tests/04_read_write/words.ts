/**
 * What the checks of lesson 4 say of a mistake, and what they call the bytes
 * that they compare.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import { mistakesInReading } from "./words_of_reading.ts";
import { mistakesInWriting } from "./words_of_writing.ts";

/** The mistakes that lesson 4 knows. */
export const mistakes = catalogue({
  ...mistakesInWriting,
  ...mistakesInReading,
});

/** What the bytes are called that a check compares. */
export const named = {
  received: t("what the other end received", "상대가 받은 바이트"),
  ofTwoCalls: t(
    "what the other end received of two calls",
    "두 번의 호출에서 상대가 받은 바이트",
  ),
  sent: t("the bytes that were sent", "상대가 보낸 바이트"),
  none: t("no bytes at all", "0바이트"),
  firstAgain: t(
    "the first message, looked at after the second call",
    "두 번째 호출 뒤에 다시 본 첫 메시지",
  ),
};
