/**
 * What the checks of lesson 4 say with values, and what they want of a text.
 *
 * @module
 */
import { count, encode, show } from "../support/bytes.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** What is wanted where the end of the stream has cut a character. */
export const withReplacement = t(
  'The text "끝까지 �": � for the character that is not whole.',
  '다음 텍스트여야 합니다: "끝까지 �". 온전하지 않은 글자는 �가 됩니다.',
);

/** What is wanted of bytes among which one is not UTF-8. */
export const withReplacementWithin = t(
  'The text "one � two": � for the byte that is not UTF-8.',
  '다음 텍스트여야 합니다: "one � two". UTF-8이 아닌 바이트는 �가 됩니다.',
);

/** What is wanted of two calls at the same time. */
export const eachItsOwn = t(
  "Each of two calls does its work on its own connection.",
  "두 호출이 저마다 자기 연결에서 일합니다.",
);

/** The only write() took a part. */
export function tookOnly(moved: number, all: number): Text {
  return t(
    `The number that write() returned was not used: it had taken ${moved} of ${all} bytes, and nobody wrote the rest.`,
    `write()가 돌려준 수를 쓰지 않았습니다. ${all}바이트 가운데 ${moved}바이트만 받아 갔는데 나머지를 아무도 쓰지 않았습니다.`,
  );
}

/** Several calls of write() together took a part. */
export function tookTogether(
  calls: number,
  moved: number,
  all: number,
): Text {
  return t(
    `${calls} writes took ${moved} of ${all} bytes together, and then no further write was made.`,
    `쓰기 ${calls}번이 ${all}바이트 가운데 ${moved}바이트를 받아 간 뒤로 더 쓰지 않았습니다.`,
  );
}

/** What is wanted of 6 MiB, and what the kernel had taken. */
export function taken(
  moved: number,
  all: number,
): { expected: Text; came: Text } {
  return {
    expected: t(
      `The kernel has taken ${count(all).en}.`,
      `커널이 받아 간 것은 모두 ${count(all).ko}입니다.`,
    ),
    came: t(
      `writeAll() came back after ${count(moved).en}.`,
      `writeAll()이 돌아왔을 때 받아 간 것은 ${count(moved).ko}입니다.`,
    ),
  };
}

/** What is wanted where so many write() ran at once, and what came. */
export function atOnce(most: number): { expected: Text; came: Text } {
  return {
    expected: t(
      "Each write() begins when the one before has ended.",
      "write()는 앞의 write()가 끝난 뒤에 시작합니다.",
    ),
    came: t(
      `${most} of them were under way at once.`,
      `한꺼번에 진행된 write()가 ${most}개입니다.`,
    ),
  };
}

/** The only read() brought a part. */
export function broughtOnly(size: number, all: number): Text {
  return t(
    `One read() was taken for the whole. It brought ${size} of ${all} bytes, what had arrived by then.`,
    `read() 한 번으로 다 읽었다고 여겼습니다. 그때까지 도착한 것은 ${all}바이트 가운데 ${size}바이트였습니다.`,
  );
}

/** Several calls of read() together brought a part. */
export function broughtTogether(moved: number, all: number): Text {
  return t(
    `Together the reads brought ${moved} of ${all} bytes, and no further read() was made.`,
    `읽기를 모두 합해 ${all}바이트 가운데 ${moved}바이트만 가져왔고, 그 뒤로 더 읽지 않았습니다.`,
  );
}

/** The next message must stay for later, and was read in part. */
export function readTooFar(
  moved: number,
  size: number,
): { expected: Text; came: Text } {
  return {
    expected: t(
      `${size} bytes are read, and "second" stays for later.`,
      `${size}바이트만 읽고 "second"는 남겨 둡니다.`,
    ),
    came: t(
      `read() took ${count(moved).en} out of the connection.`,
      `read()가 연결에서 꺼낸 것은 ${count(moved).ko}입니다.`,
    ),
  };
}

/** What is wanted where the stream ends too early. */
export const unexpectedEof = t(
  "readExactly(conn, 5) throws Deno.errors.UnexpectedEof.",
  "readExactly(conn, 5)가 Deno.errors.UnexpectedEof를 던집니다.",
);

/** Why an early end must not be returned as a message. */
export function endedAfter(size: number): Text {
  return t(
    `The stream ended after ${size} of 5 bytes. Nobody who gets this result can tell it from a whole message.`,
    `5바이트 가운데 ${size}바이트가 온 뒤에 스트림이 끝났습니다. 이 결과를 받은 쪽은 온전한 메시지와 구별할 수 없습니다.`,
  );
}

/** Why an early end must be told by that one error. */
export function toldByAnother(size: number): Text {
  return t(
    `The stream ended after ${size} of 5 bytes. Callers look for that by the name of one error, and this is another.`,
    `5바이트 가운데 ${size}바이트가 온 뒤에 스트림이 끝났습니다. 호출하는 쪽은 정해진 오류 하나로 이를 알아보는데, 다른 오류가 나왔습니다.`,
  );
}

/** What is wanted of `name` when `call` has failed with `error`. */
export function throwsOn(
  name: string,
  call: "read" | "write",
  error: string,
): Text {
  return t(
    `${name}() throws the error of ${call}() on (${error}).`,
    name === "writeAll"
      ? `writeAll()이 write()의 오류를 그대로 던집니다(${error}).`
      : `${name}()가 ${call}()의 오류를 그대로 던집니다(${error}).`,
  );
}

/** The text that is wanted, of bytes that were cut behind these places. */
export function wantedText(text: string, cuts: "all" | number[]): Text {
  const quoted = readable(text);
  const where = cuts === "all"
    ? t(" from single bytes", " (한 바이트씩 읽음)")
    : cuts.length === 0
    ? t("", "")
    : t(
      ` from pieces cut at byte ${cuts.join(", ")}`,
      ` (${cuts.join(", ")}바이트 뒤에서 잘림)`,
    );
  return t(
    `${quoted}${where.en}.`,
    `다음 텍스트여야 합니다: ${quoted}${where.ko}`,
  );
}

/** A text that was returned, as people can read it. */
export function returnedText(text: string): Text {
  const printable = readable(text);
  return t(`It returned ${printable}.`, `돌려준 값은 ${printable}입니다.`);
}

/**
 * The beginning of a text in quotes. What terminals obey or do not show, and
 * the parts of Hangul, which look there as the whole does, are shown as escapes.
 */
function readable(text: string): string {
  return show(encode(text), 40).replaceAll(
    /[\x80-\x9f\u1100-\u11ff\u2028\u2029\ufeff]/g,
    (character) => {
      const hex = character.charCodeAt(0).toString(16);
      return hex.length > 2 ? `\\u${hex}` : `\\x${hex}`;
    },
  );
}
