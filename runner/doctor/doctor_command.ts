/**
 * `deno task doctor`: says whether this machine can run the course.
 *
 * @module
 */
import { withCommands } from "../../tests/support/deno_command.ts";
import { t } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import { noSuchOption, runCommand } from "../cli.ts";
import type { Command } from "../cli.ts";
import type { Look } from "../screen/verdict.ts";
import { lookOf, print } from "../screen/terminal.ts";
import { pad, widthOf, wrap } from "../screen/width.ts";
import { findings, isUsable } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { probe } from "./probes.ts";

/** What `deno task doctor` takes. */
export const command = {
  name: "doctor",
  forms: [t("", "")],
  about: t(
    `Says whether this machine can run the course, and what to do where it cannot.
It looks at the network inside of this machine, at limits, tools and files,
and changes nothing.`,
    `이 컴퓨터에서 과정을 실습할 수 있는지, 없다면 무엇을 해야 하는지 알려 줍니다.
컴퓨터 안의 네트워크, 한도, 도구, 파일을 살펴보며 아무것도 바꾸지 않습니다.`,
  ),
  options: {
    json: {
      text: t(
        "the same as one JSON object, with all that was measured",
        "같은 내용과 측정한 값을 JSON 객체 하나로 출력",
      ),
    },
  },
  after: t(
    "Exit codes: 0 usable, 1 there is a problem, 2 the command could not be read.",
    "종료 코드: 0 실습 가능, 1 문제 있음, 2 명령을 읽을 수 없음.",
  ),
} satisfies Command;

/** Does what the arguments ask for. Returns the exit code. */
export function doctorCommand(args: readonly string[]): Promise<number> {
  return runCommand(command, args, async ({ values, words, language }) => {
    if (words.length > 0) throw noSuchOption(words[0]);
    const probed = await probe();
    const found = findings(probed);
    const usable = isUsable(found);
    if (values.json) {
      const inOneLanguage = found.map(({ text, todo, ...finding }) => ({
        ...finding,
        text: text[language],
        todo: todo?.[language],
      }));
      console.log(JSON.stringify({ usable, findings: inOneLanguage, probed }));
    } else print(renderFindings(found, lookOf({ lang: language })));
    return usable ? 0 : 1;
  });
}

/** The names of the states, so that a screen reader tells them too. */
const names: Record<Finding["state"], Text> = {
  ok: { en: "ok", ko: "정상" },
  note: { en: "note", ko: "참고" },
  problem: { en: "PROBLEM", ko: "문제" },
};

const colours = { ok: "green", note: "yellow", problem: "red" } as const;

/** A line for each finding, what to do about it, and what comes of all. */
export function renderFindings(
  found: readonly Finding[],
  look: Look,
): string[] {
  const count = (state: Finding["state"]) =>
    found.filter((finding) => finding.state === state).length;
  const [problems, notes] = [count("problem"), count("note")];
  const sum: Text = isUsable(found)
    ? {
      en: `This machine can run the course. Notes: ${notes}`,
      ko: `이 컴퓨터에서 이 과정을 실습할 수 있습니다. 참고: ${notes}개`,
    }
    : {
      en:
        `This machine cannot run all of the course yet. Problems: ${problems}`,
      ko:
        `이 컴퓨터에서는 아직 실습할 수 없는 과가 있습니다. 문제: ${problems}개`,
    };
  const [first, ...more] = wrap(sum[look.language], look.columns);
  return [
    ...found.flatMap((finding) => renderFinding(finding, look)),
    "",
    look.style("bold", first),
    ...more,
  ];
}

/** The lines on one finding. */
export function renderFinding(
  { state, text, todo }: Finding,
  { language, columns, style, deno }: Look,
): string[] {
  const column = Math.max(
    ...Object.values(names).map((name) => widthOf(name[language])),
  ) + 2;
  const name = pad(names[state][language], column);
  const lines = [name + text[language]];
  if (todo !== undefined) lines.push(" ".repeat(column) + todo[language]);
  const [first, ...more] = lines.flatMap((line) =>
    wrap(withCommands(line, deno), columns, column)
  );
  return [
    style(colours[state], first.slice(0, name.length)) +
    first.slice(name.length),
    ...more,
  ];
}
