/**
 * The desk: a page of this machine alone, with the course, the verdict on each
 * save, the player and the partner of `deno task try`. Requests go in and
 * responses come out.
 *
 * @module
 */
import { basename } from "node:path";
import type { Language, Text } from "../../tests/support/text.ts";
import { pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";
import { glossaries } from "../screen/page.ts";
import { ownModule, ownText } from "../player/kept.ts";
import { playedLesson } from "../player/play.ts";
import { linesIn, titleOf } from "../player/write_picture.ts";
import type { Verdict } from "../run/verdict.ts";
import { counted, countOf } from "../run/verdict.ts";
import { gradeOnSave } from "./grader.ts";
import { openTable } from "./hands.ts";
import type { Table } from "./hands.ts";
import { pageHtml } from "./page_html.ts";

/** What a desk is opened with. */
export interface DeskOptions {
  lessons: readonly Lesson[];
  /** The lesson that it opens with. */
  first: Lesson;
  language: Language;
  /** What a person types in the place of `deno`. */
  deno: string;
  /** Large and quiet, without a word about passed and failed. */
  projector: boolean;
  /** Ends all that runs for it. */
  signal: AbortSignal;
}

/** A desk that is open. */
export interface Desk {
  /** Nobody comes in who does not know it. */
  token: string;
  /** Answers one request that came to `port`. */
  answer(request: Request, port: number): Promise<Response>;
  /** Resolves once all that it started has ended; after its signal. */
  ended(): Promise<void>;
}

/** What is told to a page as it happens, one JSON object a message. */
type News =
  | { type: "begins"; lesson: number }
  | { type: "verdict"; lesson: number; body: unknown }
  | { type: "states"; states: Record<number, State> }
  | { type: "hands"; body: unknown };

interface State {
  state: string;
  passed: number;
  of: number;
}

/** The modules and the styles of the page, as paths from this folder. */
const modules = [
  "../player/state.ts",
  "../player/browser/dom.ts",
  "../player/browser/words.ts",
  "../player/browser/player.ts",
  "../player/browser/verdict.ts",
  "../desk/browser/desk.ts",
];
const styles = ["../player/player.css", "../desk/desk.css"];

/** The parts of the page, by their paths; nothing else is given out. */
const parts: Record<string, { type: string; text(): string }> = {
  "app/desk.css": {
    type: "text/css",
    text: () => styles.map(ownText).join(""),
  },
};
for (const name of modules) {
  parts[name.replace("..", "app")] = module(() => ownModule(name));
}

function module(text: () => string): { type: string; text(): string } {
  let kept: string | undefined;
  return { type: "text/javascript", text: () => kept ??= text() };
}

/** Opens a desk; nothing listens yet. */
export function openDesk(options: DeskOptions): Desk {
  const { lessons, first, language, deno, projector, signal } = options;
  const token = crypto.getRandomValues(new Uint8Array(18)).toBase64({
    alphabet: "base64url",
  });
  const readers = new Set<(news: News) => void>();
  const tell = (news: News) => readers.forEach((reader) => reader(news));
  const verdicts = new Map<number, News>();
  const states: Record<number, State> = {};
  const watched = new Map<number, Promise<void>>();
  let table: Table | undefined;

  function noteState({ lesson, state, checks }: Verdict<Text>): void {
    states[lesson.number] = {
      state,
      passed: countOf({ checks: counted(checks) }, "passed"),
      of: counted(checks).length,
    };
    tell({ type: "states", states });
  }

  function watch(lesson: Lesson): void {
    if (watched.has(lesson.number)) return;
    watched.set(
      lesson.number,
      gradeOnSave({
        lesson,
        signal,
        onBegin: () => tell({ type: "begins", lesson: lesson.number }),
        onVerdict(verdict) {
          const body = playedLesson(verdict, titleOf(lesson), linesIn(lesson));
          const news: News = { type: "verdict", lesson: lesson.number, body };
          verdicts.set(lesson.number, news);
          tell(news);
          noteState(verdict);
        },
      }),
    );
  }

  function eventsFor(lesson: Lesson): Response {
    watch(lesson);
    let reader: (news: News) => void;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const utf8 = new TextEncoder();
        reader = (news) => {
          // One page shows one lesson; the others need not be sent.
          if ("lesson" in news && news.lesson !== lesson.number) return;
          controller.enqueue(utf8.encode(`data: ${JSON.stringify(news)}\n\n`));
        };
        readers.add(reader);
        const kept = verdicts.get(lesson.number);
        reader(kept ?? { type: "begins", lesson: lesson.number });
        reader({ type: "states", states });
        signal.addEventListener("abort", () => {
          readers.delete(reader);
          try {
            controller.close();
          } catch {
            // The page is gone already.
          }
        }, { once: true });
      },
      cancel() {
        readers.delete(reader);
      },
    });
    return respond(body, "text/event-stream");
  }

  /** Which lesson a path names, as `page/3`. */
  function lessonIn(path: string, name: string): Lesson | undefined {
    const number = new RegExp(`^${name}/(\\d{1,3})$`).exec(path)?.[1];
    return lessons.find((lesson) => lesson.number === Number(number));
  }

  async function act(request: Request): Promise<Response> {
    const wanted = await request.json().catch(() => ({}));
    if (typeof wanted.lesson === "number") {
      const lesson = lessons.find(({ number }) => number === wanted.lesson);
      if (lesson === undefined) return refuse(404);
      table?.close();
      table = await openTable({
        lesson,
        onChange: (body) => tell({ type: "hands", body }),
      });
    } else if (typeof wanted.line === "string" && wanted.line.length < 10_000) {
      await table?.type(wanted.line);
    } else if (wanted.leave === true) {
      table?.close();
      table = undefined;
    }
    return respond("{}", "application/json");
  }

  return {
    token,
    async answer(request, port) {
      const url = new URL(request.url);
      // Another site's page must not reach us by a name of its own.
      const here = [`127.0.0.1:${port}`, `localhost:${port}`];
      const origin = request.headers.get("origin");
      const isOurs = here.includes(request.headers.get("host") ?? "") &&
        (origin === null || here.some((host) => origin === `http://${host}`));
      if (!isOurs || !url.pathname.startsWith(`/${token}/`)) return refuse(403);
      const path = url.pathname.slice(token.length + 2);
      if (request.method === "POST" && path === "hands") {
        return await act(request);
      }
      if (request.method !== "GET") return refuse(405);
      if (path === "") {
        const course = {
          language,
          projector,
          first: first.number,
          lessons: lessons.map((lesson) => ({
            number: lesson.number,
            title: titleOf(lesson),
            file: `lessons/${lesson.folder}/${lesson.name}.ts`,
          })),
        };
        return respond(shell(course, language), "text/html");
      }
      const part = Object.hasOwn(parts, path) ? parts[path] : undefined;
      if (part !== undefined) return respond(part.text(), part.type);
      const events = lessonIn(path, "events");
      if (events !== undefined) return eventsFor(events);
      const page = lessonIn(path, "page");
      const asked = url.searchParams.get("lang") === "ko" ? "ko" : "en";
      if (page !== undefined) {
        return respond(readPage(pathsOf(page).page[asked], deno), "text/html");
      }
      if (path === "glossary") {
        const file = pathsOf(lessons[0]).page[asked];
        const folder = file.slice(
          0,
          -`${lessons[0].folder}/`.length -
            basename(file).length,
        );
        return respond(readPage(folder + glossaries[asked], deno), "text/html");
      }
      return refuse(404);
    },
    async ended() {
      table?.close();
      await Promise.all(watched.values());
    },
  };
}

/** A page as HTML; an empty text where there is none. */
function readPage(path: string, deno: string): string {
  try {
    return pageHtml(Deno.readTextFileSync(path), deno);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

function shell(course: unknown, language: Language): string {
  const data = JSON.stringify(course).replaceAll("<", "\\u003c");
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>socketlings</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="app/desk.css">
</head>
<body>
<div id="desk"></div>
<script type="application/json" id="course">${data}</script>
<script type="module" src="app/desk/browser/desk.ts"></script>
</body>
</html>
`;
}

/** What the page may do: nothing that does not come from here. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

function respond(body: BodyInit, type: string): Response {
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": policy,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status });
}
