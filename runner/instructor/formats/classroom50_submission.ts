import type { Text } from "../../../tests/support/text.ts";
import { Refusal } from "../refusal.ts";

/** Which submission a result is about, as Classroom 50 names it. */
export interface Classroom50Submission {
  classroom: string;
  assignment: string;
  assignment_type: string;
  /** The login of the repository's owner. */
  owner: string;
  /** The tag that was made for the submission, `submit/…`. */
  submission: string;
  /** Addresses of pages on the Git host. */
  commit: string;
  release: string;
  review: string;
}

/** The variables in which Classroom 50 says what it marks. */
export const classroom50Variables = [
  "CLASSROOM",
  "ASSIGNMENT",
  "ASSIGNMENT_TYPE",
  "OWNER",
  "SUBMISSION_TAG",
  "COMMIT_URL",
  "RELEASE_URL",
  "REVIEW_URL",
] as const;

/**
 * Which submission is being marked, from the variables that the runner of
 * Classroom 50 sets. Throws a `Refusal` that names those that are not set.
 */
export function readClassroom50(
  read: (variable: string) => string | undefined,
): Classroom50Submission {
  const missing = classroom50Variables.filter((variable) =>
    !optional.includes(variable) && !read(variable)
  );
  if (missing.length > 0) throw notInClassroom50(missing);
  return {
    classroom: read("CLASSROOM")!,
    assignment: read("ASSIGNMENT")!,
    assignment_type: read("ASSIGNMENT_TYPE") || "individual",
    owner: read("OWNER")!,
    submission: read("SUBMISSION_TAG")!,
    commit: read("COMMIT_URL")!,
    release: read("RELEASE_URL")!,
    // Older runners do not say it; then there is nothing to compare.
    review: read("REVIEW_URL") || read("COMMIT_URL")!,
  };
}

const optional: readonly string[] = ["ASSIGNMENT_TYPE", "REVIEW_URL"];

function notInClassroom50(missing: readonly string[]): Refusal {
  const list = missing.join(", ");
  const text: Text = {
    en:
      `--format classroom50 needs to know which submission it marks, and these variables are not set: ${list}.\nThe runner of Classroom 50 sets them before it starts autograder.py. To mark a folder by hand, leave --format out.`,
    ko:
      `--format classroom50에는 어느 제출물을 채점하는지 알려 주는 환경 변수가 필요합니다. 다음 변수가 없습니다: ${list}\n이 변수는 Classroom 50의 실행기가 autograder.py를 시작하기 전에 설정합니다. 폴더를 직접 채점할 때는 --format 옵션을 빼십시오.`,
  };
  return new Refusal(text);
}
