/**
 * The desk in the browser: which lesson, its page, its verdict on each save,
 * and the other end to play by hand.
 *
 * @module
 */
/// <reference lib="dom" />
import { make } from "../../player/browser/dom.ts";
import type { Language, Text } from "../../player/browser/dom.ts";
import { mountPlayer } from "../../player/browser/player.ts";
import type { Player } from "../../player/browser/player.ts";
import { mountVerdict } from "../../player/browser/verdict.ts";
import type { Shown } from "../../player/browser/verdict.ts";
import type { Play, PlayedLesson } from "../../player/play.ts";

interface Course {
  language: Language;
  projector: boolean;
  first: number;
  lessons: { number: number; title: Text; file: string }[];
}

interface AtTable {
  play: Play;
  said: Text[];
  runs: boolean;
}

type Tab = "page" | "verdict" | "hands";

const words = {
  lessons: { en: "Lessons", ko: "과 목록" },
  page: { en: "Page", ko: "설명" },
  verdict: { en: "Verdict", ko: "채점" },
  hands: { en: "By hand", ko: "직접 해 보기" },
  other: { en: "한국어", ko: "English" },
  grading: { en: "Grading …", ko: "채점하는 중 …" },
  saved: {
    en: "Save the file in your editor, and the verdict is here by itself:",
    ko: "편집기에서 파일을 저장하면 여기에 저절로 채점 결과가 나옵니다:",
  },
  lost: {
    en:
      "The desk has ended. Start it again in the terminal: this page comes back by itself.",
    ko:
      "데스크가 끝났습니다. 터미널에서 다시 시작하면 이 페이지도 저절로 돌아옵니다.",
  },
  of: { en: "of", ko: "/" },
  passed: { en: "lessons passed", ko: "과 통과" },
  start: { en: "Start your program", ko: "내 프로그램 시작" },
  again: { en: "Start it anew", ko: "다시 시작" },
  about: {
    en: "Your program runs here, and you are its other end. Nothing is graded.",
    ko:
      "내 프로그램이 실행되고, 상대 쪽은 직접 맡습니다. 채점은 하지 않습니다.",
  },
  text: { en: "Text to send", ko: "보낼 텍스트" },
  send: { en: "Send", ko: "보내기" },
  pieces: { en: "One byte at a time", ko: "한 바이트씩" },
  end: { en: "End (FIN)", ko: "끝(FIN)" },
  reset: { en: "Break off (RST)", ko: "강제로 끊기(RST)" },
  "stop reading": { en: "Stop reading", ko: "읽기 멈춤" },
  read: { en: "Read again", ko: "다시 읽기" },
  silence: { en: "Silence", ko: "침묵" },
  lose: { en: "Lose a datagram", ko: "데이터그램 하나 잃기" },
  another: { en: "Another client", ko: "클라이언트 하나 더" },
} satisfies Record<string, Text>;

const course: Course = JSON.parse(
  document.getElementById("course")!.textContent!,
);
const root = document.getElementById("desk")!;
let language = course.language;
let number = numberInAddress() ?? course.first;
let tab: Tab = course.projector ? "verdict" : "page";
let states: Record<number, { state: string; passed: number; of: number }> = {};
let verdict: PlayedLesson | undefined;
let table: AtTable | undefined;
let grading = true;
let lost = false;
let shown: Shown | undefined;
let player: Player | undefined;
let events: EventSource | undefined;

const say = (text: Text) => text[language];
const main = make("main", { id: "main" });
const status = make("p", { class: "status", role: "status" });
const nav = make("nav", {});
const tabs = make("div", { class: "tabs", role: "tablist" });
root.replaceChildren(nav, make("div", { class: "work" }, tabs, status, main));
if (course.projector) document.body.classList.add("projector");

function numberInAddress(): number | undefined {
  const asked = Number(/^#lesson-(\d+)$/.exec(location.hash)?.[1]);
  return course.lessons.some((one) => one.number === asked) ? asked : undefined;
}

/** Listens to what happens to the lesson that is shown. */
function listen(): void {
  events?.close();
  verdict = undefined;
  grading = true;
  events = new EventSource(`events/${number}`);
  events.onopen = () => {
    lost = false;
    drawStatus();
  };
  events.onerror = () => {
    lost = true;
    drawStatus();
  };
  events.onmessage = ({ data }) => {
    const news = JSON.parse(data);
    if (news.type === "begins") grading = true;
    if (news.type === "states") states = news.states;
    if (news.type === "verdict") {
      grading = false;
      verdict = news.body;
      if (tab === "verdict") drawMain();
    }
    if (news.type === "hands") {
      table = news.body;
      if (tab === "hands") drawTable();
    }
    drawStatus();
    drawNav();
  };
}

function draw(): void {
  document.documentElement.lang = language;
  drawNav();
  drawTabs();
  drawStatus();
  drawMain();
}

function drawNav(): void {
  const done =
    course.lessons.filter(({ number }) => states[number]?.state === "passed")
      .length;
  const known = Object.keys(states).length;
  nav.setAttribute("aria-label", say(words.lessons));
  nav.replaceChildren(
    make("h1", {}, "socketlings"),
    known === 0 || course.projector ? "" : make(
      "p",
      { class: "sum" },
      make("progress", { max: course.lessons.length, value: done }),
      ` ${done} ${say(words.of)} ${course.lessons.length} ${say(words.passed)}`,
    ),
    make(
      "ol",
      {},
      ...course.lessons.map((lesson) =>
        make(
          "li",
          { value: lesson.number },
          make(
            "a",
            {
              href: `#lesson-${lesson.number}`,
              class: (states[lesson.number]?.state ?? "").replaceAll(" ", "-"),
              "aria-current": lesson.number === number ? "page" : undefined,
            },
            say(lesson.title),
          ),
        )
      ),
    ),
    make("button", {
      type: "button",
      id: "language",
      click: () => {
        language = language === "en" ? "ko" : "en";
        draw();
      },
    }, say(words.other)),
  );
}

function drawTabs(): void {
  const all: Tab[] = ["page", "verdict", "hands"];
  tabs.replaceChildren(...all.map((name) =>
    make("button", {
      type: "button",
      role: "tab",
      id: `tab-${name}`,
      "aria-selected": String(name === tab),
      click: () => {
        tab = name;
        drawTabs();
        drawMain();
      },
    }, say(words[name]))
  ));
}

function drawStatus(): void {
  status.classList.toggle("lost", lost);
  status.textContent = lost
    ? say(words.lost)
    : grading
    ? say(words.grading)
    : "";
}

async function drawMain(): Promise<void> {
  shown?.stop();
  player?.stop();
  shown = player = undefined;
  if (tab === "page") return await drawPage();
  if (tab === "hands") return drawHands();
  const lesson = course.lessons.find((one) => one.number === number)!;
  const box = make("div", {});
  main.replaceChildren(
    course.projector
      ? ""
      : make("p", { class: "quiet" }, say(words.saved), " ", lesson.file),
    box,
  );
  if (verdict !== undefined) {
    shown = mountVerdict(box, verdict, language, course.projector);
  }
}

async function drawPage(): Promise<void> {
  const asked = `${number} ${language}`;
  const response = await fetch(`page/${number}?lang=${language}`);
  const html = await response.text();
  if (tab !== "page" || asked !== `${number} ${language}`) return;
  const article = make("article", {});
  // Made by the desk, which escapes every text of the page.
  article.innerHTML = html;
  main.replaceChildren(article);
}

function drawHands(): void {
  const field = make("input", {
    type: "text",
    placeholder: say(words.text),
    "aria-label": say(words.text),
  }) as HTMLInputElement;
  const send = make(
    "form",
    {
      submit: (event) => {
        event.preventDefault();
        type(`send ${field.value}`);
        field.value = "";
      },
    },
    field,
    make("button", { type: "submit" }, say(words.send)),
  );
  const button = (name: Text, line: string) =>
    make("button", { type: "button", click: () => type(line) }, say(name));
  main.replaceChildren(
    make("p", { class: "quiet" }, say(words.about)),
    make(
      "p",
      { class: "buttons" },
      make("button", {
        type: "button",
        id: "start",
        click: () => post({ lesson: number }),
      }, say(words.start)),
      button(words.again, "again"),
      button(words.pieces, "pieces 1"),
      button(words.end, "end"),
      button(words.reset, "reset"),
      button(words["stop reading"], "stop reading"),
      button(words.read, "read"),
      button(words.silence, "silence"),
      button(words.lose, "lose 1"),
      button(words.another, "another"),
    ),
    send,
    make("div", { id: "film", class: "player" }),
    make("pre", { id: "said", "aria-live": "polite" }),
  );
  drawTable();
}

function drawTable(): void {
  const film = document.getElementById("film");
  const said = document.getElementById("said");
  if (film === null || said === null || table === undefined) return;
  player?.stop();
  // What has just happened is what somebody who plays wants to see.
  const { play } = table;
  player = mountPlayer(
    film,
    { ...play, opensAt: play.steps.length },
    language,
  );
  said.textContent = table.said.map(say).join("\n");
}

function type(line: string): Promise<void> {
  return post({ line });
}

async function post(body: unknown): Promise<void> {
  await fetch("hands", { method: "POST", body: JSON.stringify(body) });
}

addEventListener("hashchange", () => {
  const word = /^#word-(.+)$/.exec(location.hash)?.[1];
  if (word !== undefined) return showWord(decodeURIComponent(word));
  const asked = numberInAddress();
  if (asked === undefined || asked === number) return;
  number = asked;
  table = undefined;
  listen();
  draw();
  scrollTo(0, 0);
});

/** Shows the glossary at one of its words. */
async function showWord(word: string): Promise<void> {
  const response = await fetch(`glossary?lang=${language}`);
  const article = make("article", {});
  article.innerHTML = await response.text();
  main.replaceChildren(article);
  const heading = [...article.querySelectorAll("h2, h3")].find((one) =>
    one.textContent!.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-") === word
  );
  heading?.scrollIntoView();
}

document.addEventListener("keydown", (event) => {
  const { target } = event;
  const isField = target instanceof HTMLInputElement;
  const isButton = target instanceof HTMLButtonElement && event.key === " ";
  if (isField || isButton || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const taken = tab === "hands"
    ? player?.key(event.key)
    : shown?.key(event.key);
  if (taken) event.preventDefault();
});

listen();
draw();
