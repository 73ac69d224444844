/**
 * `deno task try 3`: runs the program of a lesson against a partner that is
 * played from the keyboard.
 *
 * @module
 */
import { t } from "../../tests/support/text.ts";
import { runCommand } from "../cli.ts";
import type { Command } from "../cli.ts";
import { findLessons, lessonCalled } from "../course.ts";
import { Refusal } from "../refusal.ts";
import { lookOf } from "../screen/terminal.ts";
import { runSession } from "./session.ts";

/** What `deno task try` takes. */
export const command = {
  name: "try",
  forms: [t("LESSON [words]", "과 [말]")],
  about: t(
    `Runs the program at the end of the lesson's file, and you play the other end:
what you type is sent, and both ends of the wire are shown as it happens.
Nothing is graded. Type help for all that the other end can do.

The words are for the program; without any, it gets what it needs. Examples:

  4                the program connects to you
  11               the program listens, and you are its clients
  5 ask            the lesson's other program, as is client in 12
  8 8080           your own words; PORT stands for your port`,
    `과의 파일 끝에 있는 프로그램을 실행하고, 상대 쪽은 직접 맡습니다. 입력한 것을
보내고, 네트워크의 양쪽에서 일어나는 일을 그때그때 보여 줍니다. 채점은 하지
않습니다. help를 치면 상대 쪽이 할 수 있는 일을 모두 볼 수 있습니다.

과 뒤의 말은 프로그램이 받습니다. 쓰지 않으면 필요한 것을 알아서 줍니다. 예:

  4                프로그램이 나에게 연결
  11               프로그램이 듣고, 내가 클라이언트
  5 ask            과의 다른 프로그램. 12과의 client도 마찬가지
  8 8080           직접 쓴 말. PORT는 내 포트 번호를 뜻함`,
  ),
  options: {},
} satisfies Command;

/** Does what the arguments ask for. Returns the exit code. */
export function tryCommand(args: readonly string[]): Promise<number> {
  return runCommand(command, args, async (typed) => {
    const { language, words: [wanted, ...words] } = typed;
    if (wanted === undefined) throw new Refusal(noLesson);
    const lesson = lessonCalled(wanted, findLessons());
    return await runSession({
      lesson,
      words,
      look: lookOf({ lang: language }),
    });
  });
}

const noLesson = t(
  "Say which lesson, such as: deno task try 4",
  "과의 번호를 함께 쓰십시오. 예: deno task try 4",
);
