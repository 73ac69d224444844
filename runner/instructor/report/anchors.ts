import type { MarkedLesson } from "../record.ts";

/** The id of a lesson on a student's page, and of one of its checks, from 0. */
export function anchorOf(
  { number }: Pick<MarkedLesson, "number">,
  check?: number,
): string {
  const lesson = `lesson-${number}`;
  return check === undefined ? lesson : `${lesson}-${check + 1}`;
}
