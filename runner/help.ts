import type { Language, Text } from "../tests/support/text.ts";

/** What `--help` tells of that not every copy of the course has. */
export interface CopyHas {
  hints: boolean;
  /** The lines on further options. */
  more?: Text;
}

/** What `--help` says. `deno` is what the person types in its place. */
export function helpText(deno: string, { hints, more }: CopyHas): Text {
  const only = [...(hints ? [hint] : []), ...(more ? [more] : [])];
  const linesOf = (language: Language) =>
    only.map((lines) => `\n${lines[language]}`).join("");
  return {
    en: `Usage: ${deno} task lesson [number or name] [options]

Shows a lesson, grades your exercise and says what happened on the wire.
Without a number it is the first lesson that you have not finished.

  --watch          grade again on every save
  --read           show the page of the lesson
  --answers        show the questions of the page with their answers
  --picture        draw what happened on the wire, one picture a check;
                   --ascii draws it without Unicode's lines
  --picture out.svg, --picture out.html
                   the same as a file: for slides, or to click through
  --syscalls       show the system calls that your calls became (strace)${
      linesOf("en")
    }
  --reset          put the stub back; your file is kept beside it
  --list           all lessons and how far you have come
  --all            show every failure in full, not only the first
  --json           the verdict as one JSON object
  --lang en|ko     the language; without it, the system's
  --help           this text

Exit codes: 0 passed, 1 not passed, 2 the command could not do its work.`,
    ko: `사용법: ${deno} task lesson [번호 또는 이름] [옵션]

과를 보여 주고, 작성한 코드를 채점하고, 네트워크에서 일어난 일을 알려 줍니다.
번호를 쓰지 않으면 아직 끝내지 않은 첫 과입니다.

  --watch          저장할 때마다 다시 채점
  --read           과의 설명 보기
  --answers        설명에 나온 질문과 답 보기
  --picture        네트워크에서 일어난 일을 검사마다 그림으로 보기.
                   --ascii를 붙이면 ASCII 문자로만 그림
  --picture out.svg, --picture out.html
                   같은 그림을 파일로 저장. 발표 자료용 또는 눌러 보기용
  --syscalls       내 호출이 어떤 시스템 호출이 되었는지 보기 (strace)${
      linesOf("ko")
    }
  --reset          빈칸 코드로 되돌리기. 작성한 파일은 곁에 남김
  --list           모든 과와 지금까지의 진도
  --all            첫 실패만이 아니라 모든 실패를 자세히 보기
  --json           채점 결과를 JSON 객체 하나로 출력
  --lang en|ko     언어. 쓰지 않으면 시스템의 언어
  --help           이 도움말

종료 코드: 0 통과, 1 통과하지 못함, 2 명령을 수행하지 못함.`,
  };
}

const hint: Text = {
  en: "  --hint, --hint 2 show one hint",
  ko: "  --hint, --hint 2 힌트 하나 보기",
};
