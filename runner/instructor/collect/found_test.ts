import assert from "node:assert/strict";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import { inFolder, lessons, write } from "./fixtures/submissions.ts";
import { findSubmissions } from "./found.ts";

const exercise = "lessons/03_connect/connect.ts";

/** Finds submissions among files. */
async function find(
  files: Readonly<Record<string, string>>,
  use: (found: ReturnType<typeof findSubmissions>, folder: string) => void,
  only?: string,
): Promise<void> {
  await inFolder((folder) => {
    write(folder, files);
    use(findSubmissions(folder, lessons, only), folder);
  });
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
      () => findSubmissions(join(folder, at), lessons, only),
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
    assert.deepEqual(handed.map(({ student, kind }) => [student, kind]), [
      ["Kim Minsu_12345_assignsubmission_file_", "folder"],
      ["kimminsu_12345_678_submission", "archive"],
      ["socketlings-lee", "folder"],
      ["submission_123", "folder"],
      ["박서준", "archive"],
      ["정", "archive"],
      ["최", "archive"],
    ]);
    assert.equal(handed[2].path, join(folder, "socketlings-lee"));
    assert.deepEqual(remarks, []);
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
    assert.deepEqual(handed.map(({ student, kind }) => [student, kind]), [
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
      assert.match(remarks[0].text.en, /another encoding.*hdrcharset=CP949/);
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
    { "kim/a.ts": "", "lee/x/y/connect.ts": "" },
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
