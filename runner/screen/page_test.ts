import assert from "node:assert/strict";
import { findLessons, pathsOf } from "../course.ts";
import {
  headings,
  loadPage,
  readPage,
  withAnswersFolded,
  withoutHints,
} from "./page.ts";

const markdown = {
  en: `# 3. connect: reaching another program

Intro.

## What you need to know

| a | b |
| - | - |
| 1 | 2 |

## Your task

Write \`connectTo\`.

- One thing.
- Another.

## Try it

What comes?

\`\`\`sh
# 3. no heading
nc -l 127.0.0.1 8080
\`\`\`

<details>
<summary>Answer</summary>

Nothing.

</details>

## Hints

<details>
<summary>Hint 1</summary>

Look at the signal.

</details>

<details>
<summary>Hint 2</summary>

Look at the **reason**.

</details>
`,
  ko: `# 3. connect: 다른 프로그램에 연결하기

소개.

## 알아야 할 것

| 가 | 나 |
| - | - |
| 1 | 2 |

## 과제

\`connectTo\`를 작성합니다.

- 하나.
- 또 하나.

## 직접 해 보기

무엇이 옵니까?

\`\`\`sh
# 3. no heading
nc -l 127.0.0.1 8080
\`\`\`

<details>
<summary>답</summary>

아무것도 오지 않습니다.

</details>

## 힌트

<details>
<summary>힌트 1</summary>

신호를 보십시오.

</details>

<details>
<summary>힌트 2</summary>

**이유**를 보십시오.

</details>
`,
};

Deno.test("readPage() reads title, task and hints of an English page", () => {
  const { title, task, hints } = readPage(markdown.en, "en");
  assert.equal(title, "connect: reaching another program");
  assert.equal(task, "Write `connectTo`.\n\n- One thing.\n- Another.");
  assert.deepEqual(hints, ["Look at the signal.", "Look at the **reason**."]);
});

Deno.test("readPage() reads title, task and hints of a Korean page", () => {
  const { title, task, hints } = readPage(markdown.ko, "ko");
  assert.equal(title, "connect: 다른 프로그램에 연결하기");
  assert.equal(task, "`connectTo`를 작성합니다.\n\n- 하나.\n- 또 하나.");
  assert.deepEqual(hints, ["신호를 보십시오.", "**이유**를 보십시오."]);
});

for (const language of ["en", "ko"] as const) {
  Deno.test(`readPage() reads CRLF like LF (${language})`, () => {
    const crlf = markdown[language].replaceAll("\n", "\r\n");
    assert.deepEqual(
      readPage(crlf, language),
      readPage(markdown[language], language),
    );
  });
}

Deno.test("readPage() finds the same shape in both languages", () => {
  const { shape } = readPage(markdown.en, "en");
  assert.deepEqual(shape, [
    "heading 1",
    "heading 2",
    "table row",
    "table row",
    "table row",
    "heading 2",
    "list item",
    "list item",
    "heading 2",
    "code sh\n# 3. no heading\nnc -l 127.0.0.1 8080",
    "details",
    "heading 2",
    "details",
    "details",
  ]);
  assert.deepEqual(readPage(markdown.ko, "ko").shape, shape);
});

Deno.test("readPage() sees a changed line of code in the shape", () => {
  const changed = markdown.ko.replace("8080", "8081");
  assert.notDeepEqual(
    readPage(changed, "ko").shape,
    readPage(markdown.en, "en").shape,
  );
});

Deno.test("readPage() compares no drawings and no comments in code", () => {
  const shapes = [
    "```text\nserver\n```\n\n```c\nf(); // one\n```\n",
    "```text\n서버\n```\n\n```c\nf(); // 하나\n```\n",
  ]
    .map((text) => readPage(text, "ko").shape);
  assert.deepEqual(shapes[0], shapes[1]);
  assert.equal(shapes[0][1], "code c\nf();");
});

Deno.test("readPage() takes no answer for a hint", () => {
  const { questions, hints } = readPage(markdown.en, "en");
  assert.equal(hints.length, 2);
  assert.equal(questions.length, 1);
  assert.match(questions[0], /^## Try it\n\nWhat comes\?[^]*Nothing/);
});

Deno.test("withAnswersFolded() leaves a line for each answer", () => {
  const folded = withAnswersFolded(markdown.ko.replaceAll("\n", "\r\n"));
  assert.match(folded, /^▸ 답$/m);
  assert.doesNotMatch(folded, /아무것도|details|summary/);
});

Deno.test("readPage() gives empty parts for an empty page", () => {
  assert.deepEqual(readPage("", "en"), {
    can: "",
    title: "",
    task: "",
    questions: [],
    hints: [],
    shape: [],
  });
});

Deno.test("loadPage() takes a missing page for an empty one", () => {
  const lesson = { number: 99, name: "nowhere", folder: "99_nowhere" };
  assert.equal(loadPage(lesson, "ko").title, "");
});

Deno.test("headings have one Korean name for each English one", () => {
  assert.equal(headings.ko.length, headings.en.length);
});

for (const language of ["en", "ko"] as const) {
  Deno.test(`withoutHints() leaves the rest of every page (${language})`, () => {
    for (const lesson of findLessons()) {
      const path = pathsOf(lesson).page[language];
      const text = Deno.readTextFileSync(path).replaceAll("\r\n", "\n");
      const edited = withoutHints(text);
      const [before, after] = [text, edited].map((t) => readPage(t, language));
      assert.deepEqual(after.hints, []);
      assert.equal(after.title, before.title);
      assert.equal(after.task, before.task);
      assert.deepEqual(after.questions, before.questions);
      assert.doesNotMatch(edited, /^## (Hints|힌트)/m);
      assert.ok(text.startsWith(edited.trimEnd()), path);
      for (const hint of before.hints) {
        assert.ok(!edited.includes(hint.slice(0, 30)), path);
      }
    }
  });
}
