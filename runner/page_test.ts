import assert from "node:assert/strict";
import { headings, loadPage, readPage } from "./page.ts";

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

\`\`\`sh
# 3. no heading
nc -l 127.0.0.1 8080
\`\`\`

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

\`\`\`sh
# 3. no heading
nc -l 127.0.0.1 8080
\`\`\`

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
    "heading 2",
    "hint",
    "hint",
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

Deno.test("readPage() gives empty parts for an empty page", () => {
  assert.deepEqual(readPage("", "en"), {
    title: "",
    task: "",
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
