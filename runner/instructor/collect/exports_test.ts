import assert from "node:assert/strict";
import { join } from "node:path";
import { tarOf, zipOf } from "../../archive/fixtures/archives.ts";
import { filesIn, inFolder, lessons, write } from "./fixtures/submissions.ts";
import { findSubmissions } from "./find.ts";
import { takeIn } from "./take_in.ts";

const course = (name: string, content: string) =>
  zipOf([
    { name: `${name}/lessons/03_connect/connect.ts`, content },
    { name: `${name}/lessons/06_close/close.ts`, content },
    { name: `__MACOSX/${name}/lessons/03_connect/._connect.ts` },
  ]);

const attempt = (user: string, day: number, rest: string) =>
  `3주차 과제_${user}_attempt_2026-11-${day}-10-29-14${rest}`;

/** What platforms export, and what each student's exercises are then. */
const exported: Record<
  string,
  [Record<string, string | Uint8Array>, Record<string, string[]>]
> = {
  Canvas: [{
    "kimminsu_12345_678901_connect-1.ts": "kim",
    "kimminsu_12345_678901_close.ts": "kim",
    "leeyounghee_LATE_12346_678902_socketlings.zip": course("s", "lee"),
    "parkseojun_12347_678903_connect.zip": zipOf([
      { name: "connect/connect.ts", content: "park" },
    ]),
    "parkseojun_12347_678903_close.tgz": tarOf([
      { name: "close/close.ts", content: "park" },
    ]),
    "choi_12348_678904_connect - 복사본.ts": "choi",
    "choi_12348_678904_report.pdf": "",
    "jung_12349_678905_report.pdf": "",
  }, {
    choi_12348: ["choi"],
    jung_12349: [],
    kimminsu_12345: ["kim", "kim"],
    leeyounghee_12346: ["lee", "lee"],
    parkseojun_12347: ["park", "park"],
  }],
  "Moodle, with a folder for each": [{
    "김민수_12345_assignsubmission_file_/Connect.ts": "kim",
    "김민수_12345_assignsubmission_onlinetext_/onlinetext.html": "<p>",
    "이영희_12346_assignsubmission_file_/lee/lee/03_connect/connect.ts": "lee",
    "박서준_12347_assignsubmission_file_/과제 (최종).zip": course("과", "park"),
    "박서준_12347_assignsubmission_onlinetext_/onlinetext.html": "<p>",
    "최_12348_assignsubmission_onlinetext_/onlinetext.html": "<p>",
  }, {
    김민수_12345: ["kim"],
    박서준_12347: ["park", "park"],
    이영희_12346: ["lee"],
    최_12348: [],
  }],
  "Moodle, without folders": [{
    "김민수_12345_assignsubmission_file_connect.ts": "kim",
    "김민수_12345_assignsubmission_file_close (1).ts": "kim",
    "이영희_12346_assignsubmission_file_a.zip": course("a", "lee"),
    "이영희_12346_assignsubmission_onlinetext_onlinetext.html": "<p>",
  }, {
    김민수_12345: ["kim", "kim"],
    이영희_12346: ["lee", "lee"],
  }],
  Blackboard: [{
    [attempt("kim_m", 22, ".txt")]: "이름: 김민수 (kim_m)\n과제: 3주차 과제\n",
    [attempt("kim_m", 22, "_connect.ts")]: "old",
    [attempt("kim_m", 23, ".txt")]: "이름: 김민수 (kim_m)\n과제: 3주차 과제\n",
    [attempt("kim_m", 23, "_connect.ts")]: "kim",
    [attempt("kim_m", 23, "_close.ts.txt")]: "kim",
    [attempt("lee", 22, ".txt")]: "Name: Younghee Lee (lee)\n",
    [attempt("lee", 22, "_a.zip")]: course("a", "lee"),
  }, {
    kim_m: ["kim", "kim"],
    lee: ["lee", "lee"],
  }],
};

for (const [platform, [files, expected]] of Object.entries(exported)) {
  Deno.test(`an export of ${platform} is collected as it comes`, () =>
    inFolder(async (base) => {
      const folder = join(base, "in");
      write(folder, files);
      const { handed } = findSubmissions(folder, lessons);
      const found: Record<string, string[]> = {};
      for (const one of handed) {
        const taken = await takeIn(one, lessons, join(base, "out"));
        found[one.student] = Object.values(filesIn(taken.folder));
        const kinds = taken.remarks.map(({ kind }) => kind);
        const nothing = found[one.student].length === 0;
        assert.deepEqual(kinds, nothing ? ["note"] : []);
      }
      assert.deepEqual(found, expected);
    }));
}
