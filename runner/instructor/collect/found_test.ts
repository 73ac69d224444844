import assert from "node:assert/strict";
import { join } from "node:path";
import { Refusal } from "../../refusal.ts";
import { inFolder, lessons, write } from "./fixtures/submissions.ts";
import { findSubmissions } from "./find.ts";
import type { Handed } from "./find.ts";
import { chooseHanded } from "./submission.ts";

const exercise = "lessons/03_connect/connect.ts";

/** Finds submissions among files. */
async function find(
  files: Readonly<Record<string, string>>,
  use: (found: ReturnType<typeof findSubmissions>, folder: string) => void,
  only?: string,
): Promise<void> {
  await inFolder((folder) => {
    write(folder, files);
    const { handed, remarks } = findSubmissions(folder, lessons);
    const chosen = only === undefined ? handed : chooseHanded(handed, only);
    use({ handed: chosen, remarks }, folder);
  });
}

/** Each student, and the kinds or the own names of what they handed in. */
function seen(handed: readonly Handed[]): string[][] {
  return handed.map(({ student, parts }) => [
    student,
    ...parts.map(({ kind, name }) => kind === "file" ? name : kind),
  ]);
}

/** Asserts that files are refused with a sentence, in both languages. */
async function refuse(
  files: Readonly<Record<string, string>>,
  [en, ko]: [RegExp, RegExp],
  { at = "", only }: { at?: string; only?: string } = {},
): Promise<void> {
  await inFolder((folder) => {
    write(folder, files);
    assert.throws(
      () => {
        const { handed } = findSubmissions(join(folder, at), lessons);
        if (only !== undefined) chooseHanded(handed, only);
      },
      (error) => {
        assert.ok(error instanceof Refusal);
        assert.match(error.text.en, en);
        assert.match(error.text.ko, ko);
        return true;
      },
    );
  });
}

Deno.test("findSubmissions() keeps the names that platforms give", async () => {
  await find({
    [`Kim Minsu_12345_assignsubmission_file_/${exercise}`]: "",
    "kimminsu_12345_678_submission.zip": "",
    "socketlings-lee/03_connect/connect.ts": "",
    "submission_123/connect.ts": "",
    "submission_metadata.yml": "",
    "박서준.tar.gz": "",
    "최.tgz": "",
    "정.tar": "",
    ".DS_Store": "",
    "._kim.zip": "",
    "__MACOSX/kim/connect.ts": "",
    "Thumbs.db": "",
    ".git/config": "",
  }, ({ handed, remarks }, folder) => {
    assert.deepEqual(seen(handed), [
      ["Kim Minsu_12345", "folder"],
      ["kimminsu_12345_678_submission", "archive"],
      ["socketlings-lee", "folder"],
      ["submission_123", "folder"],
      ["박서준", "archive"],
      ["정", "archive"],
      ["최", "archive"],
    ]);
    assert.equal(handed[2].parts[0].path, join(folder, "socketlings-lee"));
    assert.deepEqual(remarks, []);
  });
});

Deno.test("findSubmissions() puts together what Canvas has of one student", async () => {
  await find({
    "kimminsu_12345_678901_connect-1.ts": "",
    "kimminsu_12345_678901_close.ts": "",
    "leeyounghee_LATE_12346_678902_connect.zip": "",
    "leeyounghee_LATE_12346_678902_close.zip": "",
    "parkseojun_12347_678903_report.pdf": "",
    "choi_12348_678904_submission.zip": "",
  }, ({ handed, remarks }) => {
    assert.deepEqual(seen(handed), [
      ["choi_12348", "archive"],
      ["kimminsu_12345", "close.ts", "connect-1.ts"],
      ["leeyounghee_12346", "archive", "archive"],
      ["parkseojun_12347", "report.pdf"],
    ]);
    assert.deepEqual(remarks, []);
  });
});

Deno.test("findSubmissions() makes no student of two whose names have numbers", async () => {
  await find({
    "hw_2026_11_kim.zip": "",
    "hw_2026_11_lee.zip": "",
    "sec1_2026_11_kim.zip": "",
    "sec2_2026_11_lee.zip": "",
  }, ({ handed }) => {
    assert.equal(handed.length, 4);
  });
});

Deno.test("findSubmissions() puts together what Moodle has of one student", async () => {
  await find({
    "김민수_12345_assignsubmission_file_connect.ts": "",
    "김민수_12345_assignsubmission_onlinetext_onlinetext.html": "",
    "이영희_12346_assignsubmission_file_/connect.ts": "",
    "이영희_12346_assignsubmission_onlinetext_/onlinetext.html": "",
    "박서준_12347_assignsubmission_file/a.zip": "",
    "최_12348_assignsubmission_onlinetext_onlinetext.html": "",
  }, ({ handed, remarks }) => {
    assert.deepEqual(seen(handed), [
      ["김민수_12345", "connect.ts", "onlinetext.html"],
      ["박서준_12347", "folder"],
      ["이영희_12346", "folder", "folder"],
      ["최_12348", "onlinetext.html"],
    ]);
    assert.deepEqual(remarks, []);
  });
});

Deno.test("findSubmissions() takes the last attempt of Blackboard", async () => {
  const name = (user: string, day: number, rest: string) =>
    `과제_3_${user}_attempt_2026-11-${day}-10-29-14${rest}`;
  await find({
    [name("kim_minsu", 22, ".txt")]: "이름: 김민수 (kim_minsu)\n과제: 과제_3\n",
    [name("kim_minsu", 22, "_connect.ts")]: "",
    [name("kim_minsu", 23, ".txt")]: "이름: 김민수 (kim_minsu)\n과제: 과제_3\n",
    [name("kim_minsu", 23, "_connect.ts")]: "",
    [name("lee", 22, "_connect.zip")]: "",
  }, ({ handed, remarks }, folder) => {
    assert.deepEqual(seen(handed).map(([student]) => student), [
      "kim_minsu",
      "과제_3_lee",
    ]);
    assert.deepEqual(handed[0].parts.map(({ path }) => path), [
      join(folder, name("kim_minsu", 23, ".txt")),
      join(folder, name("kim_minsu", 23, "_connect.ts")),
    ]);
    assert.equal(remarks.length, 2);
    assert.match(remarks[0].text.en, /22-10-29-14.*: Set aside.*again/);
  });
});

Deno.test("findSubmissions() looks into folders with a dot, or names them", async () => {
  await find({
    ".kim/connect.ts": "",
    ".settings/a.txt": "",
    "lee/connect.ts": "",
  }, ({ handed, remarks }) => {
    assert.deepEqual(handed.map(({ student }) => student), ["_kim", "lee"]);
    assert.match(remarks[0].text.en, /^Not looked at.*: \.settings\./);
  });
});

Deno.test("findSubmissions() keeps two submissions of one name apart", async () => {
  await find({
    "kim/connect.ts": "",
    "Kim.zip": "",
    "KIM.tar": "",
    [`${"민수".normalize("NFD")}.zip`]: "",
    "민수.tgz": "",
  }, ({ handed, remarks }) => {
    const names = handed.map(({ student }) => student.toLowerCase());
    assert.equal(handed.length, 5);
    assert.equal(new Set(names).size, 5);
    assert.equal(remarks.length, 3);
    for (const { text } of remarks) {
      assert.match(text.en, /two submissions named .* \(\d\) in all results/);
      assert.match(text.ko, /이름이 같은/);
    }
  });
});

Deno.test("findSubmissions() loses no student whose archive it cannot open", async () => {
  await find({
    "kim/connect.ts": "",
    "lee.7z": "",
    "choi_connect.ts": "",
  }, ({ handed, remarks }) => {
    assert.deepEqual(handed.map(({ student }) => student), ["kim", "lee"]);
    assert.match(
      remarks[0].text.en,
      /a folder or an archive: choi_connect\.ts/,
    );
  });
});

Deno.test("findSubmissions() takes the folder that an archive was unpacked to", async () => {
  await find({
    "kim/connect.ts": "",
    "kim.zip": "",
    "lee.7z": "",
    "lee/connect.ts": "",
  }, ({ handed, remarks }) => {
    assert.deepEqual(seen(handed), [
      ["kim", "folder"],
      ["lee", "folder"],
    ]);
    assert.match(remarks[0].text.en, /^kim\.zip: Set aside/);
    assert.match(remarks[1].text.ko, /^lee\.7z: .*그 폴더를 채점/);
  });
});

Deno.test({
  name: "findSubmissions() follows no link",
  ignore: Deno.build.os === "windows",
  fn: () =>
    inFolder((base) => {
      write(base, { "all/kim/connect.ts": "", "else/connect.ts": "" });
      Deno.symlinkSync("../else", join(base, "all", "lee"));
      const { handed, remarks } = findSubmissions(join(base, "all"), lessons);
      assert.deepEqual(handed.map(({ student }) => student), ["kim"]);
      assert.match(remarks[0].text.en, /^lee: .*links are not followed/);
    }),
});

Deno.test({
  name:
    "findSubmissions() tells of a name that is no UTF-8, and how to mend it",
  ignore: Deno.build.os !== "linux",
  fn: () =>
    inFolder(async (folder) => {
      write(folder, { "kim/connect.ts": "" });
      const script = 'mkdir "$(printf "\\\\261\\\\350")"';
      const made = await new Deno.Command("sh", {
        args: ["-c", script],
        cwd: folder,
      }).output();
      assert.ok(made.success);
      const { handed, remarks } = findSubmissions(folder, lessons);
      assert.equal(handed.length, 2);
      assert.match(
        remarks[0].text.en,
        /another encoding.*put that ZIP file here as it is/,
      );
    }),
});

Deno.test("findSubmissions() takes the one that is meant", async () => {
  const files = {
    "kim/connect.ts": "",
    "kim minsu/connect.ts": "",
    "이영희_1/a": "",
  };
  for (
    const [only, student] of [
      ["kim", "kim"],
      ["MINSU", "kim minsu"],
      ["영희", "이영희_1"],
      ["영희".normalize("NFD"), "이영희_1"],
    ]
  ) {
    await find(files, ({ handed }) => {
      assert.deepEqual(handed.map(({ student }) => student), [student]);
    }, only);
  }
  await refuse(files, [/No submission has "x".*There are: kim/, /"x"/], {
    only: "x",
  });
  await refuse(files, [/fits 2 submissions.*kim, kim minsu/, /2개/], {
    only: "ki",
  });
});

Deno.test("findSubmissions() refuses what is not there, or is no folder", async () => {
  await refuse({}, [
    /There is no .*nowhere\. Give the folder/,
    /폴더가 없습니다/,
  ], {
    at: "nowhere",
  });
  await refuse({ "a.txt": "" }, [/a\.txt is a file\. Give/, /파일입니다/], {
    at: "a.txt",
  });
  await refuse(
    { "all.zip": "" },
    [/is an archive\. .*unpack it/, /압축 파일/],
    {
      at: "all.zip",
    },
  );
});

Deno.test("findSubmissions() refuses a folder without submissions, and says what is there", async () => {
  await refuse({}, [/no submissions in .*It is empty/, /비어 있습니다/]);
  await refuse({ ".DS_Store": "" }, [/It is empty/, /비어 있습니다/]);
  await refuse(
    { "a.pdf": "", "b.docx": "" },
    [/There is: a\.pdf, b\.docx\./, /들어 있는 것/],
  );
});

Deno.test("findSubmissions() knows one submission from a folder of them", async () => {
  const sentence: [RegExp, RegExp] = [
    /looks like one submission .* for it has .*\n.*add --single/,
    /제출물 하나로 보입니다.*\n.*--single/,
  ];
  await refuse({ [exercise]: "", "deno.json": "", "tests/a.ts": "" }, sentence);
  await refuse({ "03_connect/connect.ts": "" }, sentence);
  await refuse({ "connect.ts": "", "README.md": "" }, sentence);
});

Deno.test("findSubmissions() refuses folders in none of which there is a lesson", async () => {
  await refuse(
    { "kim/a.ts": "", "lee/x/y/connect.ts": "", "lee/z/b.ts": "" },
    [/No submission .* has an exercise.*lessons\/03_connect/, /없습니다/],
  );
  await find({ "kim/a.ts": "", "lee/answer.zip": "" }, ({ handed }) => {
    assert.equal(handed.length, 2);
  });
});

Deno.test("findSubmissions() says why a folder cannot be read", {
  ignore: Deno.build.os === "windows" || Deno.uid() === 0,
}, async () => {
  await inFolder((base) => {
    const folder = join(base, "closed");
    Deno.mkdirSync(folder);
    Deno.chmodSync(folder, 0);
    assert.throws(() => findSubmissions(folder, lessons), Refusal);
    Deno.chmodSync(folder, 0o700);
  });
});

Deno.test("findSubmissions() lists 10,000 folders", async () => {
  await inFolder((folder) => {
    for (let i = 0; i < 10_000; i++) Deno.mkdirSync(join(folder, `kim ${i}`));
    write(folder, { "kim 0/connect.ts": "" });
    assert.equal(findSubmissions(folder, lessons).handed.length, 10_000);
  });
});
