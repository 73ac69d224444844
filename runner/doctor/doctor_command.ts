/**
 * `deno task doctor`: says whether this machine can run the course.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { withCommands } from "../../tests/support/deno_command.ts";
import { languages, toLanguage } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import { nameOfDeno } from "../environment.ts";
import { badOption, noSuchLanguage } from "../lesson/options.ts";
import { plainOptions } from "../options.ts";
import type { Look } from "../screen/verdict.ts";
import { lookOf, print } from "../screen/terminal.ts";
import { pad, widthOf, wrap } from "../screen/width.ts";
import { findings, isUsable } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { probe } from "./probes.ts";

/** Does what the arguments ask for. Returns the exit code. */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  const system = toLanguage(navigator.language);
  let values;
  try {
    ({ values } = parseArgs({
      // Who knows npm writes `--` before the arguments.
      args: args[0] === "--" ? args.slice(1) : [...args],
      options: {
        lang: { type: "string", default: system },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }));
  } catch (error) {
    return refuse(badOption(error as Error)[system]);
  }
  const lang = languages.find((one) => one === values.lang);
  if (lang === undefined) return refuse(noSuchLanguage(values.lang)[system]);
  if (values.help) {
    console.log(doctorHelp(nameOfDeno())[lang]);
    return 0;
  }
  const machine = await probe();
  const found = findings(machine);
  const usable = isUsable(found);
  if (values.json) {
    const inOneLanguage = found.map(({ text, todo, ...finding }) => ({
      ...finding,
      text: text[lang],
      todo: todo?.[lang],
    }));
    const probed = machine;
    console.log(JSON.stringify({ usable, findings: inOneLanguage, probed }));
  } else print(renderFindings(found, lookOf(plainOptions(undefined, lang))));
  return usable ? 0 : 1;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
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

/** What `--help` says. `deno` is what the person types in its place. */
function doctorHelp(deno: string): Text {
  return {
    en: `Usage: ${deno} task doctor [options]

Says whether this machine can run the course, and what to do where it cannot.
It looks at the network inside of this machine, at limits, tools and files,
and changes nothing.

  --json           the same as one JSON object, with all that was measured
  --lang en|ko     the language; without it, the system's
  --help           this text

Exit codes: 0 usable, 1 there is a problem, 2 the command could not be read.`,
    ko: `사용법: ${deno} task doctor [옵션]

이 컴퓨터에서 과정을 실습할 수 있는지, 없다면 무엇을 해야 하는지 알려 줍니다.
컴퓨터 안의 네트워크, 한도, 도구, 파일을 살펴보며 아무것도 바꾸지 않습니다.

  --json           같은 내용과 측정한 값을 JSON 객체 하나로 출력
  --lang en|ko     언어. 쓰지 않으면 시스템의 언어
  --help           이 도움말

종료 코드: 0 실습 가능, 1 문제 있음, 2 명령을 읽을 수 없음.`,
  };
}
