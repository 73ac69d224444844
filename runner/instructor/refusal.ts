import type { Text } from "../../tests/support/text.ts";

/**
 * What a command throws when it cannot do what it was asked for, and a
 * sentence tells why. It is no fault of the program, so no stack is shown.
 */
export class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = "Refusal";
  }
}

/** The sentence for an error of the system's at a path, such as a full disk. */
export function systemRefusal(path: string, error: Error): Refusal {
  const absent = error instanceof Deno.errors.NotFound;
  const said: Text = {
    en: `${absent ? "there is no such file or folder. " : ""}${error.message}`,
    ko: `${absent ? "파일이나 폴더가 없습니다. " : ""}${error.message}`,
  };
  const [why, whyInKorean] = reasonOf(error);
  return new Refusal({
    en: `${path} cannot be used: ${said.en}${why}`,
    ko: `다음 경로를 읽거나 쓰지 못했습니다: ${path}: ${said.ko}${whyInKorean}`,
  });
}

function reasonOf(error: Error): readonly [string, string] {
  if (/os error 28|no space/i.test(error.message)) {
    return [
      "\nThe disk is full. Make room and run the same command again; nothing is lost.",
      "\n디스크가 가득 찼습니다. 공간을 만들고 같은 명령을 다시 실행하십시오. 잃은 것은 없습니다.",
    ];
  }
  if (error instanceof Deno.errors.PermissionDenied) {
    return [
      "\nYou may not write or read there. Choose another folder, or change its permissions.",
      "\n그곳에 쓰거나 읽을 권한이 없습니다. 다른 폴더를 고르거나 권한을 바꾸십시오.",
    ];
  }
  return ["", ""];
}
