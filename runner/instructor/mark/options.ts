import { availableParallelism } from "node:os";
import { t } from "../../../tests/support/text.ts";
import type { Language } from "../../../tests/support/text.ts";
import { formatOption, langOption } from "../../cli.ts";
import type { Command, Typed } from "../../cli.ts";
import { Refusal } from "../../refusal.ts";

/** The platforms that results can be written for. */
const formats = ["gradescope", "classroom50", "canvas", "moodle"] as const;

/** What somebody asked of `deno task grade`. */
export interface MarkOptions {
  /** The folder with the submissions. */
  submissions: string;
  /** The folder of results. */
  out: string;
  /** How many verdicts are made at once. */
  jobs: number;
  /** The name of the one submission to mark, or a part of it. */
  only?: string;
  /** The same, whose verdicts are made anew. */
  again?: string;
  /** Which part of the submissions, from 1, of how many. */
  shard?: { part: number; of: number };
  /** The folders of results that a term consists of. */
  term?: string[];
  /** Such as `1-5,7`; all lessons without it. */
  lessons?: string;
  /** A file; see `readWeights()`. */
  weights?: string;
  /** Count the finer points in the marks. */
  extras: boolean;
  /** Take the folder for one submission, and not for one of many. */
  single: boolean;
  formats: (typeof formats)[number][];
  language: Language;
}

/** What `deno task grade` takes. */
export const command = {
  name: "grade",
  forms: [
    t("SUBMISSIONS --out DIR", "SUBMISSIONS --out DIR"),
    t("--term RESULTS… --out DIR", "--term RESULTS… --out DIR"),
  ],
  about: t(
    `Marks a folder in which each student has a folder or an archive (zip, tar,
tar.gz), and writes into DIR:

  grades.csv             a line a student; opens in a spreadsheet
  index.html             the class: what fails most, and who needs a look
  students/NAME/         a page for each student, with every check
  adjustments.csv        what you decide: yours to write, never overwritten
  results.json           everything, for other programs
  junit.xml              the same as JUnit XML
  submissions/NAME/      what was handed in, as it was marked
  records/NAME/          the verdicts, each as soon as it is there

Every page is there in English and in Korean. Stop it with Ctrl-C whenever you
like: the same command goes on where it was, and marks again only what changed.`,
    `학생마다 폴더나 압축 파일(zip, tar, tar.gz)이 하나씩 들어 있는 폴더를 채점하고,
결과를 DIR에 만듭니다.

  grades.csv             학생마다 한 줄. 스프레드시트에서 열림
  index.html             반 전체: 가장 많이 틀린 것, 살펴볼 제출물
  students/NAME/         학생별 페이지와 모든 검사
  adjustments.csv        교수자가 정하는 것. 직접 쓰며 덮어쓰지 않음
  results.json           다른 프로그램을 위한 모든 결과
  junit.xml              같은 결과의 JUnit XML
  submissions/NAME/      채점한 그대로의 제출 파일
  records/NAME/          나오는 대로 저장한 판정

모든 페이지는 영어와 한국어로 만듭니다. 언제든 Ctrl-C로 멈춰도 됩니다. 같은
명령을 다시 실행하면 멈춘 곳부터 이어서 채점하고, 바뀐 것만 다시 채점합니다.`,
  ),
  options: {
    out: { value: "DIR" },
    lessons: {
      value: "1-5,7",
      text: t("mark these lessons only", "이 과들만 채점"),
    },
    weights: {
      value: "FILE",
      text: t(
        `what the lessons count: { "3": 2, "many_clients": 5 };
the functions in one: { "4": { "writeAll": 3 } }`,
        `과의 가중치: { "3": 2, "many_clients": 5 }
과 안의 함수: { "4": { "writeAll": 3 } }`,
      ),
    },
    extras: {
      text: t(
        "count the finer points in the marks as well",
        "더 챙길 점도 점수에 넣기",
      ),
    },
    only: {
      value: "NAME",
      text: t(
        `mark the submission with this in its name; the others
stay as they are, with the lessons and weights of the
earlier run unless you give others`,
        `이름에 NAME이 들어 있는 제출물 하나만 채점. 나머지는
그대로 두며, 따로 쓰지 않으면 이전 실행의 과와 가중치로
채점`,
      ),
    },
    again: {
      value: "NAME",
      apart: ["only", "shard", "single"],
      text: t(
        `like --only, and judges anew what has been judged before;
with --lessons these alone, and the others stay`,
        `--only와 같되 이미 채점한 것도 다시 채점. --lessons를 쓰면
그 과만 다시 채점하고 나머지는 그대로 둠`,
      ),
    },
    shard: {
      value: "2/5",
      apart: ["only", "single"],
      refusal: (shard: string) => {
        const { part, of } = toShard(shard);
        return part >= 1 && part <= of ? undefined : t(
          `--shard takes which part of how many, such as 2/5, not "${shard}"`,
          `--shard 뒤에는 2/5처럼 몇 부분 가운데 몇째인지 씁니다. 지금 값: "${shard}"`,
        );
      },
      text: t(
        `mark the second fifth of the submissions; copy records/
and submissions/ of all parts together, run without it`,
        `제출물의 다섯 부분 가운데 둘째만 채점. 모든 부분의
records/와 submissions/를 한데 복사한 뒤 이 옵션 없이 실행`,
      ),
    },
    term: {
      apart: ["only", "again", "shard", "single", "lessons", "weights"],
      text: t(
        "SUBMISSIONS are folders of results, to sum up a term",
        "SUBMISSIONS가 채점 결과 폴더들일 때. 학기 성적을 합침",
      ),
    },
    single: {
      text: t(
        "SUBMISSIONS is one submission, not a folder of them",
        "SUBMISSIONS가 제출물 하나일 때",
      ),
    },
    jobs: {
      value: "N",
      refusal: (jobs: string) =>
        /^[1-9]\d{0,2}$/.test(jobs) ? undefined : t(
          `--jobs takes how many verdicts are made at once, from 1, not "${jobs}"`,
          `--jobs 뒤에는 동시에 채점할 개수를 1 이상의 정수로 씁니다. 지금 값: "${jobs}"`,
        ),
      text: t(
        "verdicts at once; without it, two for each core",
        "동시에 채점할 개수. 쓰지 않으면 코어마다 둘",
      ),
    },
    format: {
      ...formatOption(formats),
      many: true,
      text: t(
        `canvas or moodle: what goes back to the gradebook, and
the feedback as a zip; gradescope or classroom50: a file
with each student; classroom50 works inside of
Classroom 50's runner only`,
        `canvas나 moodle. 성적부에 올릴 CSV와 피드백 zip을 만듦.
gradescope나 classroom50. 학생마다 그 플랫폼용 파일도
만듦. classroom50은 Classroom 50의 실행기 안에서만 쓸 수
있음`,
      ),
    },
    lang: langOption(t(
      "the language here and in grades.csv",
      "화면과 grades.csv의 언어",
    )),
  },
  after: t(
    `Exit codes: 0 everything is marked, 2 the command could not do its work,
130 stopped with Ctrl-C.`,
    "종료 코드: 0 모두 채점함, 2 명령을 수행하지 못함, 130 Ctrl-C로 멈춤.",
  ),
} satisfies Command;

/** What was asked for. Throws a `Refusal` where the line makes no sense. */
export function markOptions(
  { values, words, language }: Typed<typeof command.options>,
): MarkOptions {
  if (words.length !== 1 && !values.term) throw oneFolder(words);
  if (words.length === 0) throw oneFolder(words);
  const { out, only, lessons, weights, single = false, format = [] } = values;
  const { extras = false, again, shard, term } = values;
  if (out === undefined) throw noOut;
  return {
    submissions: words[0],
    out,
    // More than there are cores: code that hangs waits, and leaves one idle.
    jobs: Number(values.jobs ?? 2 * availableParallelism()),
    only: only ?? again,
    ...(again === undefined ? {} : { again }),
    ...(shard === undefined ? {} : { shard: toShard(shard) }),
    ...(term ? { term: words } : {}),
    lessons,
    weights,
    extras,
    single,
    formats: format,
    language,
  };
}

function toShard(shard: string): { part: number; of: number } {
  const [, part, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(shard) ?? [];
  return { part: Number(part), of: Number(of) };
}

function oneFolder(given: readonly string[]): Refusal {
  const list = given.join(" ");
  return new Refusal({
    en: given.length === 0
      ? "Name the folder with the submissions: deno task grade SUBMISSIONS --out DIR"
      : `Name one folder with submissions, not ${given.length}: ${list}`,
    ko: given.length === 0
      ? "제출물 폴더를 적어 주십시오: deno task grade SUBMISSIONS --out DIR"
      : `제출물 폴더를 하나만 적어 주십시오. 지금은 ${given.length}개입니다: ${list}`,
  });
}

const noOut = new Refusal({
  en: "Say where the results go: --out DIR",
  ko: "결과를 둘 폴더를 적어 주십시오: --out DIR",
});
