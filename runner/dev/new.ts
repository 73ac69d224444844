/**
 * `deno task new NAME`: the beginning of a lesson, with all its files. It
 * proves as "to do": what a person must write is marked with one word, and
 * `runner/dev/prove.ts` names each place.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { languages, t } from "../../tests/support/text.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { findLessons, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { moduleUrl } from "../module_url.ts";
import { Refusal } from "../refusal.ts";
import { headings } from "../screen/page.ts";
import { list, pathsOf } from "./answers.ts";
import { keptPath } from "./kept_words.ts";

/**
 * Writes the files of a new lesson below `base` and its links into the two
 * README files. Where its solution exists, stub and check are made from that;
 * else a solution of one function is written too. Gives back the lesson and
 * the absolute paths of what it wrote. Throws a `Refusal`, before anything is
 * written, for a name that cannot be one.
 */
export async function newLesson(
  name: string,
  base: string = root,
): Promise<{ lesson: Lesson; written: string[] }> {
  const lesson = placeOf(name, base);
  const paths = pathsOf(lesson, base);
  const isNew = !existsSync(paths.solution);
  const solution = isNew
    ? firstSolution(lesson)
    : Deno.readTextFileSync(paths.solution).replaceAll("\r\n", "\n");
  const functions = functionsOf(solution);
  if (functions.length === 0) {
    throw new Refusal(t(
      `${paths.solution} exports no function, so there is nothing to write. Export what students are to write: export function …`,
      `내보낸(export) 함수가 없어서 학생이 작성할 것이 없습니다: ${paths.solution}. 학생이 작성할 함수를 export function으로 내보내십시오.`,
    ));
  }
  const stub = stubOf(lesson, solution);
  const present = [paths.checks, paths.stub, paths.checksOwn].find(existsSync);
  if (present !== undefined) {
    throw new Refusal(t(
      `${present} exists already, and would be written anew. Put it elsewhere first.`,
      `이미 있는 파일이나 폴더를 새로 쓰게 됩니다: ${present}. 먼저 다른 곳으로 옮기십시오.`,
    ));
  }
  if (isNew) write(paths.solution, solution);
  const [first] = functions;
  const { length } = (await import(moduleUrl(paths.solution)))[first];
  const files: Record<string, string> = {
    [paths.page.en]: pageOf(lesson, functions, "en"),
    [paths.page.ko]: pageOf(lesson, functions, "ko"),
    [paths.exercise]: stub,
    [paths.stub]: stub,
    [paths.checks]: checksFile(lesson, first, length),
    [join(paths.checksOwn, "words.ts")]: words,
    [join(paths.wrongAnswers, "takes_other_parameters.ts")]: answer(
      lesson,
      "one classic mistake; the file is called like it in words.ts",
      `\nexport function ${first}(${length === 0 ? "_one: unknown" : ""}) {}\n`,
    ),
    [join(paths.rightAnswers, "in_another_way.ts")]: answer(
      lesson,
      "the same, done right in another way",
    ),
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  for (const language of languages) {
    addLink(join(base, `README${language === "en" ? "" : ".ko"}.md`), {
      lesson,
      title: titleOf(lesson, language),
      page: relative(base, paths.page[language]).replaceAll("\\", "/"),
    });
  }
  const written = [...(isNew ? [paths.solution] : []), ...Object.keys(files)];
  await deno(["fmt", "--quiet", ...written], base);
  // What the wrong answer is told, as the proof will compare it.
  const messages = join(base, "runner", "dev", "messages.ts");
  await deno(
    ["run", "--quiet", "-A", messages, `${lesson.number}`, "--keep"],
    base,
  );
  return { lesson, written: [...written, keptPath(lesson, base)] };
}

/** The lesson that is to have this name: its solution's, or the next place. */
export function placeOf(name: string, base: string = root): Lesson {
  // A file may not be called like these on Windows.
  if (
    !/^[a-z]+(_[a-z]+)*$/.test(name) || /^(con|prn|aux|nul)$/.test(name)
  ) {
    throw new Refusal(t(
      `A lesson cannot be called ${
        JSON.stringify(name)
      }. Its name becomes the name of a file: lower-case letters, with _ between words, such as keep_alive.`,
      `과의 이름으로 쓸 수 없습니다: ${
        JSON.stringify(name)
      }. 이름은 그대로 파일 이름이 되므로 keep_alive처럼 소문자로 쓰고 낱말 사이에 _를 넣으십시오.`,
    ));
  }
  const lessons = findLessons(base);
  const same = lessons.find((lesson) => lesson.name === name);
  if (same !== undefined) {
    throw new Refusal(t(
      `There is a lesson ${same.number} that is called ${name}. Choose another name, or go on with that one in lessons/${same.folder}.`,
      `${same.number}과의 이름이 이미 ${name}입니다. 다른 이름을 고르거나 lessons/${same.folder}에서 이어서 작성하십시오.`,
    ));
  }
  const solved = list(join(base, "solutions"));
  const begun = solved.find((folder) => folder.replace(/^\d\d_/, "") === name);
  const taken = [...lessons.map(({ folder }) => folder), ...solved]
    .map((folder) => Number(folder.slice(0, 2)));
  const number = begun === undefined
    ? Math.max(0, ...taken) + 1
    : Number(begun.slice(0, 2));
  const other = lessons.find((lesson) => lesson.number === number);
  if (other !== undefined) {
    throw new Refusal(t(
      `solutions/${begun} has the number of lessons/${other.folder}. Give it a number that is free.`,
      `같은 번호의 과가 이미 있습니다: solutions/${begun}, lessons/${other.folder}. 비어 있는 번호를 쓰십시오.`,
    ));
  }
  return {
    number,
    name,
    folder: `${String(number).padStart(2, "0")}_${name}`,
  };
}

function write(path: string, text: string): void {
  Deno.mkdirSync(dirname(path), { recursive: true });
  Deno.writeTextFileSync(path, text, { createNew: true });
}

/** Puts a lesson behind the last one in the list of a README. */
function addLink(
  path: string,
  { lesson, title, page }: { lesson: Lesson; title: string; page: string },
): void {
  const lines = Deno.readTextFileSync(path).split("\n");
  const last = lines.findLastIndex((line) =>
    /^\d+\. \[.*\]\(lessons\/.*\)\r?$/.test(line)
  );
  lines.splice(last + 1, 0, `${lesson.number}. [${title}](${page})`);
  Deno.writeTextFileSync(path, lines.join("\n"));
}

async function deno(args: string[], cwd: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    stdin: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/*
 * The stub: what the solution exports, without what its functions do.
 */

/** One export at the top of a file, or the part that runs it as a program. */
interface Part {
  /** The comment above it, in lines. */
  doc: string[];
  lines: string[];
  /** The name, where it is a function. */
  called?: string;
}

/** What stands at the top of a formatted file, but for what is its own. */
function partsOf(source: string): Part[] {
  const lines = source.split("\n");
  return lines.flatMap((line, start): Part[] => {
    const isProgram = line.startsWith("if (import.meta.main)");
    if (!isProgram && !/^(export|import type) /.test(line)) return [];
    const isBlock = /^export (default )?(async )?(function|interface|class)/
      .test(line);
    const ends = isProgram || isBlock
      ? (last: string) => last === "}"
      : (last: string) => last.endsWith(";");
    const length = lines.slice(start).findIndex(ends) + 1;
    const above = lines.slice(0, start);
    const doc = above.at(-1)?.endsWith("*/")
      ? above.slice(above.findLastIndex((one) => one.startsWith("/**")))
      : [];
    const called = /^export (?:async )?function\*? (\w+)/.exec(line)?.[1];
    return [{ doc, lines: lines.slice(start, start + length), called }];
  });
}

/** The names of the functions that a formatted source exports. */
export function functionsOf(source: string): string[] {
  return partsOf(source).flatMap(({ called }) => called ?? []);
}

/**
 * The stub to a solution, formatted as `deno fmt` does: its exports and the
 * part that makes it a program, and in each body nothing but an error.
 */
export function stubOf(lesson: Lesson, solution: string): string {
  const { folder, name } = lesson;
  return partsOf(solution).map(({ doc, lines, called }) => {
    if (lines[0].startsWith("import ")) return lines.join("\n");
    if (lines[0].startsWith("if ")) {
      const run = `deno run --allow-net lessons/${folder}/${name}.ts`;
      return [`// ${run} 127.0.0.1 8080`, ...lines].join("\n");
    }
    const comment = inBothLanguages(doc);
    if (called === undefined) return [...comment, ...lines].join("\n");
    const signature = lines.findLastIndex((line) => /^\S.* \{$/.test(line));
    return [
      ...comment,
      ...lines.slice(0, signature + 1),
      `  throw new Error("${called}() is not written yet");`,
      "}",
    ].join("\n");
  }).join("\n\n") + "\n";
}

function inBothLanguages(doc: string[]): string[] {
  const text =
    doc.map((line) =>
      line.replace(/^\/\*\* ?/, "").replace(/ ?\*\/$/, "").replace(/^ \* ?/, "")
    ).join("\n").trim() || "TODO: what it does";
  return [
    "/**",
    ...`${text}\n\nTODO: 같은 내용을 한국어로`.split("\n")
      .map((line) => ` * ${line}`.trimEnd()),
    " */",
  ];
}

/*
 * What the files hold at first.
 */

function firstSolution({ name }: Lesson): string {
  const called = `use${
    name.split("_").map((word) => word[0].toUpperCase() + word.slice(1))
      .join("")
  }`;
  return `/** TODO: what it does, its errors, and the man page that it is from. */
export async function ${called}(conn: Deno.TcpConn): Promise<void> {
  await conn.closeWrite(); // TODO: as you would want it in production
}

if (import.meta.main) {
  const [hostname = "127.0.0.1", port = "8080"] = Deno.args;
  using conn = await Deno.connect({ hostname, port: Number(port) });
  await ${called}(conn);
}
`;
}

function answer(lesson: Lesson, task: string, rest = ""): string {
  const { folder, name } = lesson;
  return `// TODO: ${task}\n` +
    `export * from "../../../solutions/${folder}/${name}.ts";\n${rest}`;
}

function checksFile(
  { folder, name }: Lesson,
  called: string,
  length: number,
): string {
  const sentence = nameOfCheck(called);
  return `import { mistakes } from "./${folder}/words.ts";
import type * as stub from "./stubs/${folder}/${name}.ts";
import { checksOf } from "./support/check.ts";
import { expect } from "./support/failure.ts";
import { t } from "./support/text.ts";

const check = checksOf<typeof stub>("${folder}/${name}.ts");

// TODO: play the other end of the wire, and look at what is seen there
check({
  name: t(
    ${JSON.stringify(sentence.en)},
    ${JSON.stringify(sentence.ko)},
  ),
  needs: ["${called}"],
  wire: false,
}, ({ ${called} }) => {
  expect(${called}.length === ${length}, mistakes.takesOtherParameters);
});
`;
}

function nameOfCheck(called: string): Text {
  return t(
    `${called}() takes the parameters of the task`,
    `${called}()는 과제에 적힌 매개변수를 받는다`,
  );
}

const words = `/**
 * What the checks of this lesson say of a mistake.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";

export const mistakes = catalogue({
  takesOtherParameters: {
    expected: t("TODO: what should have come.", "TODO: 무엇이 와야 했는지."),
    came: t("TODO: what came instead.", "TODO: 대신 무엇이 왔는지."),
    why: t("TODO: why that usually is.", "TODO: 대개 왜 그렇게 되는지."),
    look: t("TODO: what to look at next?", "TODO: 다음에 무엇을 볼지?"),
  },
});
`;

function titleOf({ name }: Lesson, language: Language): string {
  const words = name.replaceAll("_", " ");
  return language === "en"
    ? `${words}: TODO: what it is about`
    : `${words}: TODO: 무엇을 배우는지`;
}

/** A page with all its headings, which says what belongs below each. */
function pageOf(
  lesson: Lesson,
  functions: readonly string[],
  language: Language,
): string {
  const bodies = bodiesOf(lesson, functions).map((text) => text[language]);
  const parts = headings[language].map((heading, i) =>
    `## ${heading}\n\n${bodies[i]}\n`
  );
  return [
    `# ${lesson.number}. ${titleOf(lesson, language)}\n`,
    language === "en"
      ? "TODO: what one learns here, in two sentences.\n"
      : "TODO: 이 과에서 무엇을 배우는지, 두 문장으로.\n",
    ...parts,
  ].join("\n");
}

/** What stands below the headings of a page, in their order. */
function bodiesOf(
  { number, folder, name }: Lesson,
  functions: readonly string[],
): Text[] {
  const c = (comment: string) =>
    `\`\`\`c
#include <sys/socket.h>

int example(int fd)
{
    return shutdown(fd, SHUT_WR); /* ${comment} */
}
\`\`\``;
  const picture = (check: string) =>
    `\`\`\`mermaid\nsequenceDiagram\n    accTitle: ${check}\n\`\`\``;
  const details = (summary: string, body: string) =>
    `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
  const table = (left: string, right: string, todo: string) =>
    `| ${left} | ${right} |\n| --- | --- |\n| TODO: ${todo} | |`;
  const times = (count: number, one: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => one(i + 1)).join("\n\n");
  const check = nameOfCheck(functions[0]);
  const exercise = `lessons/${folder}/${name}.ts`;
  const tasks = (todo: string) =>
    functions.map((called) => `- \`${called}()\` TODO: ${todo}`).join("\n");
  const command = `\`\`\`sh\nnpx -y deno@2.9.6 task try ${number}\n\`\`\``;
  return [
    t(
      "_A story._ TODO: what broke, and for whom. A real story has a link to its source in the place of this mark.",
      "_이야기._ TODO: 무엇이 고장 나서 누가 곤란했는지. 실제 이야기라면 이 표시 대신 출처를 링크로 적습니다.",
    ),
    t(
      `${c("TODO: the call in C")}\n\n${
        table("in C", "in Deno", "the call, and its counterpart")
      }`,
      `${c("TODO: C의 호출")}\n\n${
        table("C에서", "Deno에서", "호출과 그에 해당하는 것")
      }`,
    ),
    t(
      table("in the notes", "what holds", "what the notes say otherwise"),
      table("강의 자료", "실제", "강의 자료와 다른 것"),
    ),
    t(
      `TODO: the little that the task needs. A new word links to the glossary, as [socket](../GLOSSARY.md#socket) does.\n\n${
        picture(check.en)
      }`,
      `TODO: 과제에 꼭 필요한 것만. 새로운 말은 [소켓](../GLOSSARY.ko.md#socket)처럼 용어집에 연결합니다.\n\n${
        picture(check.ko)
      }`,
    ),
    t(
      `Open \`${exercise}\` and write:\n\n${tasks("what it must do")}`,
      `\`${exercise}\`를 열고 다음을 작성합니다.\n\n${
        tasks("무엇을 해야 하는지")
      }`,
    ),
    t(
      `TODO: a question that the command answers?\n\n${command}\n\n${
        details("Answer", "TODO: what is seen, and why.")
      }`,
      `TODO: 명령으로 답을 알 수 있는 질문?\n\n${command}\n\n${
        details("답", "TODO: 무엇이 보이는지, 왜 그런지.")
      }`,
    ),
    t(
      times(
        3,
        (i) =>
          `**${i}.** TODO: a question?\n\n${
            details("Answer", "TODO: its answer.")
          }`,
      ),
      times(
        3,
        (i) => `**${i}.** TODO: 질문?\n\n${details("답", "TODO: 그 답.")}`,
      ),
    ),
    t("TODO: what one can do now.", "TODO: 이제 무엇을 할 수 있는지."),
    t(
      times(
        2,
        (i) => details(`Hint ${i}`, "TODO: an idea, and not the answer."),
      ),
      times(2, (i) => details(`힌트 ${i}`, "TODO: 답이 아니라 실마리.")),
    ),
  ];
}

if (import.meta.main) {
  try {
    const { lesson, written } = await newLesson(Deno.args[0] ?? "");
    for (const path of written) console.log(relative(root, path));
    console.log(
      `\nWhat is missing / 남은 일: deno run -A runner/dev/prove.ts ${lesson.number}`,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const language of languages) console.error(error.text[language]);
    Deno.exit(2);
  }
}
