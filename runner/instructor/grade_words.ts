/**
 * What `deno task grade` says on the screen.
 *
 * @module
 */
import { join } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import { widthOf, wrap } from "../width.ts";
import type { Written } from "./results.ts";

/** A message in lines of at most 80 columns; long paths stay whole. */
export function wrapped(text: string): string {
  return text.split("\n").flatMap((line) =>
    line.split(" ").some((word) => widthOf(word) > 80) ? line : wrap(line, 80)
  ).join("\n");
}

/** Said after Ctrl-C. */
export function stopped(done: number, total: number): Text {
  return {
    en:
      `Stopped. ${done} of ${total} verdicts are kept. Run the same command again, and it goes on from there.`,
    ko:
      `멈추었습니다. 판정 ${total}개 가운데 ${done}개를 저장했습니다. 같은 명령을 다시 실행하면 이어서 채점합니다.`,
  };
}

/** What there is to sum up. */
export interface Summary extends Written {
  lessons: number;
  done: number;
  kept: number;
  out: string;
}

/** Said when everything is marked. */
export function summary(
  { written, lessons, done, kept, suspicious, unread, out }: Summary,
): Text {
  const names = suspicious.join(", ");
  const without = unread.join(", ");
  return {
    en: [
      `${plural(written, "submission")}, ${plural(lessons, "lesson")}: ${
        plural(done, "verdict")
      }${kept === 0 ? "" : `, ${kept} of them from an earlier run`}.`,
      ...(suspicious.length === 0 ? [] : [
        wrapped(
          `Possible tampering in ${suspicious.length}, to be looked at by a person: ${names}`,
        ),
      ]),
      ...(unread.length === 0
        ? []
        : [wrapped(`Nothing was found in ${unread.length}: ${without}`)]),
      `Marks:    ${join(out, "grades.csv")}`,
      `Overview: ${join(out, "index.html")}`,
    ].join("\n"),
    ko: [
      `제출물 ${written}개, 과 ${lessons}개, 판정 ${done}개${
        kept === 0 ? "" : ` (이 가운데 ${kept}개는 이전에 채점한 것)`
      }`,
      ...(suspicious.length === 0 ? [] : [
        wrapped(
          `조작 의심 제출물 ${suspicious.length}개, 직접 살펴보십시오: ${names}`,
        ),
      ]),
      ...(unread.length === 0 ? [] : [
        wrapped(
          `연습 문제 파일을 찾지 못한 제출물 ${unread.length}개: ${without}`,
        ),
      ]),
      `성적: ${join(out, "grades.csv")}`,
      `전체 보기: ${join(out, "index.ko.html")}`,
    ].join("\n"),
  };
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
