import type { Text } from "../text.ts";

/** One usual case of a file that is no TypeScript. */
interface Case {
  /** What the compiler or V8 says of it. */
  says?: RegExp;
  /** What stands in the line that it names. */
  line?: RegExp;
  why: Text;
}

/** The first that holds is told. */
const cases: readonly Case[] = [
  {
    line: /^\s*(export\s+)?(public|private|protected|static|final)\b/,
    why: {
      en:
        "`public`, `private` and `static` are words of Java, or of a class. A function that others may use begins with `export function` or `export async function`.",
      ko:
        "`public`, `private`, `static`은 자바나 클래스에서 쓰는 말입니다. 밖에서 쓸 함수는 `export function`이나 `export async function`으로 시작합니다.",
    },
  },
  {
    line: /^\s*(#include|int|char|unsigned|struct|void|def|elif)\b/,
    says: /Expected|Private field|reserved word/,
    why: {
      en:
        "This line is written as in C or Python. In TypeScript a variable begins with `const` or `let`, a function with `function`, and its type stands behind the name: `const n: number = 5`.",
      ko:
        "이 줄은 C나 파이썬처럼 쓰여 있습니다. TypeScript에서 변수는 `const`나 `let`으로, 함수는 `function`으로 시작하고, 타입은 이름 뒤에 씁니다: `const n: number = 5`.",
    },
  },
  {
    says: /reserved word|await.*(only|not allowed|isn't allowed)/i,
    why: {
      en:
        "There is an `await` in a function that is not `async`. Put `async` before `function`, or before the `(` of an arrow function.",
      ko:
        "`async`가 아닌 함수 안에 `await`가 있습니다. `function` 앞에, 화살표 함수라면 `(` 앞에 `async`를 붙이십시오.",
    },
  },
  {
    says: /already been declared|defined multiple times|duplicate export/i,
    why: {
      en:
        "That name is declared twice. Usually something was pasted a second time: remove one of them, or rename it.",
      ko:
        "같은 이름이 두 번 선언되었습니다. 대개 코드를 두 번 붙여 넣은 경우입니다. 하나를 지우거나 이름을 바꾸십시오.",
    },
  },
  {
    says: /Unterminated (string|template|regexp)/i,
    why: {
      en:
        "A text begins there and its closing quote is missing. Only a text in backticks may go on in the next line.",
      ko:
        "거기서 시작한 문자열에 닫는 따옴표가 없습니다. 백틱(`)으로 쓴 문자열만 다음 줄로 이어질 수 있습니다.",
    },
  },
  {
    says: /Unterminated/i,
    why: {
      en: "What begins there has no end: look for the missing closing sign.",
      ko: "거기서 시작한 것이 끝나지 않습니다. 빠진 닫는 기호를 찾으십시오.",
    },
  },
  {
    says: /return statement|'return'/i,
    why: {
      en:
        "This `return` is outside of every function. Usually a closing bracket `}` above it is one too many.",
      ko:
        "이 `return`은 함수 밖에 있습니다. 대개 그 위에 닫는 괄호 `}`가 하나 더 있는 경우입니다.",
    },
  },
  {
    says: /Missing initializer/,
    why: {
      en:
        "A `const` needs its value at once. Use `let` if the value comes later.",
      ko:
        "`const`에는 바로 값이 있어야 합니다. 값을 나중에 넣으려면 `let`을 쓰십시오.",
    },
  },
  {
    says: /<eof>/,
    line: /^[^"'`]*(["'`])(?:(?!\1).)*$/,
    why: {
      en:
        "A text begins in this line and its closing quote is missing, so that all that follows belongs to the text.",
      ko:
        "이 줄에서 시작한 문자열에 닫는 따옴표가 없어서 그 뒤가 모두 문자열이 됩니다.",
    },
  },
  {
    says: /Expected/,
    line: /^\s*(export|import)\b/,
    why: {
      en:
        "An `export` or `import` cannot stand inside of anything. So a bracket above this line was opened and never closed: look for the missing `}` or `)`.",
      ko:
        "`export`나 `import`는 다른 것 안에 있을 수 없습니다. 그러니 이 줄보다 위에서 연 괄호가 닫히지 않았습니다. 빠진 `}`나 `)`를 찾으십시오.",
    },
  },
  {
    says: /Expected ',', got ';'/,
    why: {
      en: "A `(` or `[` of this line is not closed before the `;`.",
      ko: "이 줄에서 연 `(`나 `[`가 `;` 앞에서 닫히지 않았습니다.",
    },
  },
  {
    says: /<eof>'?$|outside of module code/m,
    why: {
      en:
        "A bracket that was opened is never closed. The place is where that shows, and the missing `}` or `)` belongs further up.",
      ko:
        "연 괄호가 닫히지 않았습니다. 표시된 곳은 그것이 드러난 자리이고, 빠진 `}`나 `)`는 그보다 위에 있어야 합니다.",
    },
  },
  {
    says: /Expected a semicolon|Expected ';'/,
    why: {
      en:
        "Two things stand side by side that do not belong together. Between them a `;`, an operator, a comma or a bracket is missing.",
      ko:
        "함께 있을 수 없는 것 둘이 나란히 있습니다. 둘 사이에 `;`나 연산자, 쉼표, 괄호가 빠졌습니다.",
    },
  },
  {
    says: /Expression expected/,
    line: /^\s*[})\]]/,
    why: {
      en:
        "A closing bracket stands where none fits: one is too many here, or an opening one is missing above.",
      ko:
        "맞지 않는 자리에 닫는 괄호가 있습니다. 여기에 하나가 더 있거나, 위에 여는 괄호가 빠졌습니다.",
    },
  },
  {
    says: /Expression expected/,
    why: {
      en:
        "A value is missing at that place, as behind `=`, `(` or `,`; or the sign there is one too many.",
      ko:
        "그 자리에 값이 없습니다. `=`, `(`, `,` 뒤가 비어 있거나, 그 자리의 기호가 하나 더 있습니다.",
    },
  },
];

const usual: Text = {
  en: "A bracket, a quote or a comma is missing at or before that place.",
  ko: "그 자리나 그 앞에 괄호나 따옴표, 쉼표가 빠졌습니다.",
};

/**
 * Why a file usually is no TypeScript, where the compiler or V8 says `message`
 * of `line`, the text of the line that they name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { whyNoSyntax } from "./syntax_words.ts";
 *
 * const { en } = whyNoSyntax("Unexpected reserved word", "  await read();");
 * assert.match(en, /not `async`/);
 * ```
 */
export function whyNoSyntax(message: string, line: string): Text {
  return cases.find((one) =>
    (one.says?.test(message) ?? true) && (one.line?.test(line) ?? true)
  )?.why ?? usual;
}
