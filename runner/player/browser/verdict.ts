/**
 * The verdict on a lesson: what passed in a line, the first failure open with
 * its answers and its film, the others a click away.
 *
 * @module
 */
/// <reference lib="dom" />
import type { Play, PlayedLesson } from "../play.ts";
import { make } from "./dom.ts";
import type { Language, Text } from "./dom.ts";
import { mountPlayer } from "./player.ts";
import type { Player } from "./player.ts";
import { words } from "./words.ts";

/** A verdict that stands in the page. */
export interface Shown {
  /** Takes a key; false if it means nothing here. */
  key(name: string): boolean;
  /** Stops what plays. */
  stop(): void;
}

/**
 * Puts a verdict into `root`. With `quiet` nothing is said of passed and
 * failed: the film alone is shown, for a hall.
 */
export function mountVerdict(
  root: HTMLElement,
  { title, state, stateName, note, plays }: PlayedLesson,
  language: Language,
  quiet = false,
): Shown {
  const say = (text: Text) => text[language];
  const counted = plays.filter(({ state, extra }) =>
    state !== "not on this system" && !extra
  );
  const passed = counted.filter(({ state }) => state === "passed");
  const first = plays.find(({ state }) => state === "failed") ??
    plays.find(({ state }) => state === "could not be checked");
  let player: Player | undefined;

  const stage = make("section", { class: "film", "aria-live": "off" });
  const rows = plays.map((play) => {
    const row = make("li", { class: play.state.replaceAll(" ", "-") });
    row.append(make(
      "button",
      { type: "button", "aria-expanded": "false", click: () => open(play) },
      quiet ? "" : make("span", { class: "state" }, say(play.stateName)),
      say(play.name),
    ));
    return [play, row] as const;
  });
  const done = rows.filter(([{ state }]) => state === "passed")
    .map(([, row]) => row);
  const failed = plays.some(({ state }) => state === "failed");
  // What could not be checked usually waits for the first failure.
  const waits = (play: Play) => failed && play.state === "could not be checked";
  const waiting = rows.filter(([play]) => waits(play)).map(([, row]) => row);
  const rest = rows.filter(([play]) => play.state !== "passed" && !waits(play))
    .map(([, row]) => row);
  const folded = (its: readonly HTMLElement[], name: Text) =>
    its.length === 0 ? "" : make(
      "details",
      {},
      make("summary", {}, `${its.length} ${say(name)}`),
      make("ul", { class: "checks" }, ...its),
    );
  const bar = make("progress", { max: counted.length, value: passed.length });
  root.replaceChildren(
    make(
      "h2",
      {},
      say(title),
      quiet
        ? ""
        : make("span", { class: `state ${kebab(state)}` }, say(stateName)),
    ),
    ...(quiet
      ? [make("ul", { class: "checks" }, ...rows.map(([, row]) => row))]
      : [
        make(
          "p",
          { class: "sum" },
          bar,
          ` ${passed.length} / ${counted.length} ${say(words.passed)}`,
        ),
        note === undefined ? "" : make("p", {}, say(note)),
        make("ul", { class: "checks" }, ...rest),
        folded(waiting, words.waiting),
        folded(done, words.passed),
      ]),
    stage,
  );
  const opened = first ?? plays.find(({ steps }) => steps.length > 0);
  if (opened !== undefined) open(opened);
  else if (plays.length === 0) stage.append(make("p", {}, say(words.none)));
  return {
    key: (name) => player?.key(name) ?? false,
    stop: () => player?.stop(),
  };

  function open(play: Play): void {
    player?.stop();
    for (const [one, row] of rows) {
      const button = row.querySelector("button")!;
      button.setAttribute("aria-expanded", String(one === play));
      row.classList.toggle("open", one === play);
    }
    const film = make("div", { class: "player" });
    stage.replaceChildren(
      make("h3", {}, say(play.name)),
      quiet ? "" : answers(play),
      film,
    );
    player = mountPlayer(film, play, language);
  }

  function answers({ told, printed, state }: Play): HTMLElement {
    const parts: (HTMLElement | string)[] = [];
    if (told?.note !== undefined) parts.push(make("p", {}, say(told.note)));
    for (const key of ["expected", "came", "why", "look"] as const) {
      const text = told?.[key];
      if (text === undefined || state === "passed") continue;
      parts.push(make(
        "p",
        { class: key },
        make("b", {}, say(words[key])),
        " ",
        say(text),
      ));
    }
    if (printed !== "") {
      parts.push(make(
        "details",
        { open: state !== "passed" },
        make("summary", {}, say(words.printed)),
        make("pre", {}, printed),
      ));
    }
    return make("div", { class: "answers" }, ...parts);
  }
}

function kebab(state: string): string {
  return state.replaceAll(" ", "-");
}
