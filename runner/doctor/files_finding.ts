import type { Text } from "../../tests/support/text.ts";
import type { Finding } from "./finding.ts";
import type { Probed } from "./probed.ts";

/** What is to be said of the course's files. */
export function filesFinding({ missing, unseen, changes }: Probed): Finding {
  const about = "files";
  if (missing.length > 0) {
    return {
      about,
      state: "problem",
      text: {
        en: `Files of the course are missing: ${several(missing).en}`,
        ko: `과정의 파일이 없습니다: ${several(missing).ko}`,
      },
      todo: {
        en:
          "Unpack the course anew and put your exercise files into it. For a single exercise, --reset brings the stub back.",
        ko:
          "과정의 압축을 새로 풀고 작성한 연습 문제 파일을 그 안에 넣으십시오. 연습 문제 파일 하나라면 --reset으로 빈칸 코드를 되살릴 수 있습니다.",
      },
    };
  }
  if (unseen !== undefined) {
    return {
      about,
      state: "note",
      text: {
        en:
          `\`deno test -P\` finds no checks, because of the brackets in the name of the folder: ${unseen}`,
        ko:
          `폴더 이름에 괄호가 있어 \`deno test -P\`가 검사를 찾지 못합니다: ${unseen}`,
      },
      todo: {
        en:
          "Use `deno task lesson --list`, or take the brackets out of the name.",
        ko: "`deno task lesson --list`를 쓰거나, 이름에서 괄호를 빼십시오.",
      },
    };
  }
  if (changes === undefined) {
    return {
      about,
      state: "ok",
      text: { en: "All files are there", ko: "모든 파일 있음" },
    };
  }
  if (changes.length === 0) {
    return {
      about,
      state: "ok",
      text: {
        en: "The checks are as they were handed out",
        ko: "검사가 나누어 준 그대로임",
      },
    };
  }
  const paths = several(changes.map(({ path }) => path));
  return {
    about,
    state: "note",
    text: {
      en:
        `These are not as they were handed out, so verdicts may not count: ${paths.en}`,
      ko:
        `나누어 준 것과 다른 파일이 있어 결과가 인정되지 않을 수 있습니다: ${paths.ko}`,
    },
    todo: {
      en: "Unpack the course anew and put your exercise files into it.",
      ko: "과정의 압축을 새로 풀고 작성한 연습 문제 파일을 그 안에 넣으십시오.",
    },
  };
}

/** The first of many. */
function several(paths: readonly string[]): Text {
  const shown = paths.slice(0, 3).join(", ");
  const more = paths.length - 3;
  return more <= 0 ? { en: shown, ko: shown } : {
    en: `${shown} and ${more} more`,
    ko: `${shown} 외 ${more}개`,
  };
}
