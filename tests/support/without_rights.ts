import type { Text } from "./text.ts";

/**
 * Whether this process may not even read the checks. That is so after a bare
 * `deno test`: the permissions of deno.json are given to `-P` alone.
 */
export function isWithoutRights(): boolean {
  const path = new URL(import.meta.url);
  const { state } = Deno.permissions.querySync({ name: "read", path });
  return state !== "granted";
}

const name: Text = {
  en: "Run `deno test -P`: without -P the checks may do nothing",
  ko: "`deno test -P`로 실행하십시오. -P가 없으면 검사를 할 수 없습니다",
};

const reason: Text = {
  en:
    "No check was run. The checks read your files and use loopback, and `deno test` alone allows neither.",
  ko:
    "검사를 실행하지 않았습니다. 검사는 파일을 읽고 루프백을 써야 하는데, `deno test`만으로는 둘 다 할 수 없습니다.",
};

/** Declares, in the place of the checks of the file at `url`, what to do. */
export function tellWithoutRights(url: string): void {
  Deno.test(`${name.en}. ${name.ko}.`, () => {
    const error = new Error(`${reason.en}\n${reason.ko}\n`);
    error.name = "";
    // The stack is all that Deno shows besides the message.
    error.stack = `\n    at ${url}:1:1`;
    throw error;
  });
}
