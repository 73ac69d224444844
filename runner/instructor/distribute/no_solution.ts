/**
 * In the students' copy, which has no solutions, this is runner/lesson/solution.ts. It
 * imports nothing, so that it fits into either folder.
 *
 * @module
 */

type Text = Readonly<Record<"en" | "ko", string>>;

/** What is said of the solutions elsewhere: nothing. */
export function solutionWords(): { help: Text; passed: Text } | undefined {
  return undefined;
}

/** Says that there is no solution of any lesson. */
export function solution(
  ..._asked: unknown[]
): Promise<string | { refusal: Text }> {
  return Promise.resolve({
    refusal: {
      en: "There are no solutions in this copy of the course",
      ko: "이 사본에는 풀이가 없습니다",
    },
  });
}
