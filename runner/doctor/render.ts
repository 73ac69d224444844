import type { Text } from "../../tests/support/text.ts";
import type { Look } from "../screen.ts";
import { pad, widthOf, wrap } from "../width.ts";
import type { Finding } from "./finding.ts";
import { isUsable } from "./findings.ts";

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
  return [
    ...found.flatMap((finding) => renderFinding(finding, look)),
    "",
    ...renderSum(found, look),
  ];
}

function renderFinding({ state, text, todo }: Finding, look: Look): string[] {
  const { language, columns, style } = look;
  const column = Math.max(
    ...Object.values(names).map((name) => widthOf(name[language])),
  ) + 2;
  const name = pad(names[state][language], column);
  const [first, ...more] = wrap(name + text[language], columns, column);
  return [
    style(colours[state], first.slice(0, name.length)) +
    first.slice(name.length),
    ...more,
    ...(todo === undefined
      ? []
      : wrap(`${" ".repeat(column)}${todo[language]}`, columns, column)),
  ];
}

function renderSum(found: readonly Finding[], look: Look): string[] {
  const count = (state: Finding["state"]) =>
    found.filter((finding) => finding.state === state).length;
  const [problems, notes] = [count("problem"), count("note")];
  const text: Text = isUsable(found)
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
  const [line, ...more] = wrap(text[look.language], look.columns);
  return [look.style("bold", line), ...more];
}
