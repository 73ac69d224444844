/**
 * The player: a recording as a film of one's own program, with the kernel
 * between the two ends. It draws what stateAt() says and knows nothing else.
 *
 * @module
 */
/// <reference lib="dom" />
import type { Play, PlayedSocket, PlayedStep } from "../play.ts";
import { beginningOf, sizeOf, stateAt } from "../state.ts";
import type { State, Way } from "../state.ts";
import { make } from "./dom.ts";
import type { Language, Text } from "./dom.ts";
import { lives, words } from "./words.ts";

/** How many cards of one kind are shown; the others are counted. */
const mostCards = 8;

/** How many steps stand in the list around the present one. */
const mostRows = 120;

/** Milliseconds between two steps while it plays. */
const pace = 900;

/** A player that stands in the page. */
export interface Player {
  /** Shows what holds after so many steps. */
  go(count: number): void;
  /** Takes a key; false if it means nothing here. */
  key(name: string): boolean;
  /** Stops what plays. */
  stop(): void;
}

/** Puts the player of a check into `root`. */
export function mountPlayer(
  root: HTMLElement,
  play: Play,
  language: Language,
): Player {
  const { steps, recording, sockets, files } = play;
  const byId = new Map(sockets.map((socket) => [socket.id, socket]));
  const say = (text: Text) => text[language];
  let count = Math.min(play.opensAt, steps.length);
  let timer: ReturnType<typeof setInterval> | undefined;
  let wanted = "";

  const code = make("div", { class: "code", tabindex: 0, role: "group" });
  const scene = make("div", { class: "scene" });
  const now = make("div", { class: "now", "aria-live": "polite" });
  const list = make("ol", { class: "steps" });
  const place = make("output", { class: "place" });
  const slider = make("input", {
    type: "range",
    min: 0,
    max: steps.length,
    value: count,
    "aria-label": say(words.step),
    input: () => go(Number((slider as HTMLInputElement).value)),
  }) as HTMLInputElement;
  const button = (sign: string, name: Text, does: () => void) =>
    make("button", {
      type: "button",
      "aria-label": say(name),
      title: say(name),
      click: does,
    }, sign);
  const playing = button("▶", words.play, toggle);
  const search = make("input", {
    type: "search",
    placeholder: say(words.search),
    "aria-label": say(words.search),
    input: () => {
      wanted = (search as HTMLInputElement).value.toLowerCase();
      drawList();
    },
  }) as HTMLInputElement;
  const controls = make(
    "div",
    { class: "controls", role: "toolbar" },
    button("⇤", words.first, () => go(0)),
    button("←", words.back, () => go(count - 1)),
    playing,
    button("→", words.next, () => go(count + 1)),
    button("⇥", words.last, () => go(steps.length)),
    slider,
    place,
    steps.length > 20 ? search : undefined,
  );
  if (steps.length === 0) {
    root.replaceChildren(make("p", { class: "quiet" }, say(words.silent)));
  } else {
    root.replaceChildren(
      make("div", { class: "stage" }, code, scene),
      now,
      controls,
      list,
    );
    drawCode();
    go(count);
  }
  return { go, key, stop };

  function go(to: number): void {
    count = Math.max(0, Math.min(steps.length, to));
    const state = stateAt(recording, steps, count);
    slider.value = String(count);
    place.textContent = `${count} / ${steps.length}`;
    drawScene(state);
    drawNow();
    markLine();
    drawList();
    if (count === steps.length) stop();
  }

  function key(name: string): boolean {
    if (steps.length === 0) return false;
    switch (name) {
      case "ArrowRight":
        go(count + 1);
        return true;
      case "ArrowLeft":
        go(count - 1);
        return true;
      case "Home":
        go(0);
        return true;
      case "End":
        go(steps.length);
        return true;
      case " ":
        toggle();
        return true;
      default:
        return false;
    }
  }

  function toggle(): void {
    if (timer !== undefined) return stop();
    if (count === steps.length) go(0);
    timer = setInterval(() => go(count + 1), pace);
    playing.textContent = "❚❚";
    playing.setAttribute("aria-label", say(words.pause));
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    playing.textContent = "▶";
    playing.setAttribute("aria-label", say(words.play));
  }

  /** The lines of the exercise; those that made steps can be clicked. */
  function drawCode(): void {
    code.setAttribute("aria-label", say(words.lines));
    const made = new Map<string, number[]>();
    steps.forEach(({ file, line }, i) => {
      if (file === undefined) return;
      const at = `${file}:${line}`;
      made.set(at, [...made.get(at) ?? [], i]);
    });
    code.replaceChildren(...files.flatMap(({ name, lines }, file) => [
      make("h4", {}, name),
      make(
        "ol",
        {},
        ...lines.map((text, i) => {
          const its = made.get(`${file}:${i + 1}`);
          const properties = { "data-line": `${file}:${i + 1}` };
          if (its === undefined) return make("li", properties, text);
          const go_ = () => go((its.find((one) => one >= count) ?? its[0]) + 1);
          return make(
            "li",
            { ...properties, class: "made" },
            make("button", { type: "button", click: go_ }, text),
          );
        }),
      ),
    ]));
    code.hidden = files.length === 0;
  }

  function markLine(): void {
    code.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const step = steps.slice(0, count).findLast(({ file }) =>
      file !== undefined
    );
    if (step === undefined) return;
    const line = code.querySelector<HTMLElement>(
      `[data-line="${step.file}:${step.line}"]`,
    );
    if (line === null) return;
    line.setAttribute("aria-current", "step");
    // Within the box of the code alone, so that the page stays where it is.
    const top = line.offsetTop - code.clientHeight / 2;
    code.scrollTop = Math.max(0, top);
  }

  function drawNow(): void {
    const step = steps[count - 1];
    if (step === undefined) {
      now.replaceChildren(make("p", {}, say(words.before)));
      return;
    }
    now.className = step.fault || isStuck(step) ? "now fault" : "now";
    now.replaceChildren(
      make("p", {}, say(step.words)),
      make("p", { class: "calls" }, step.deno, ` · ${say(words.c)} `, step.c),
    );
  }

  function isStuck({ mine, stuck }: PlayedStep): boolean {
    return mine && stuck === true;
  }

  function drawScene(state: State): void {
    const waits = new Map<number, string[]>();
    for (const index of state.waits) {
      const { socket = -1, call } = recording.events[index];
      waits.set(socket, [...waits.get(socket) ?? [], `${call}()`]);
    }
    const step = steps[count - 1];
    const cards = (mine: boolean) => {
      const all = sockets.filter((one) =>
        one.mine === mine && state.sockets.has(one.id)
      );
      return few(all, (one) => one.id === step?.socket || waits.has(one.id))
        .map((one) => typeof one === "number" ? moreOf(one) : card(one));
    };
    const card = (socket: PlayedSocket) => {
      const life = state.sockets.get(socket.id)!;
      const waiting = waits.get(socket.id);
      return make(
        "div",
        {
          class: `card ${life.replace(" ", "-")}`,
          "aria-current": socket.id === step?.socket ? "true" : undefined,
        },
        make("b", {}, say(socket.name)),
        make("small", {}, `${socket.local} · ${say(lives[life])}`),
        waiting === undefined ? undefined : make(
          "em",
          {},
          `${say(words.waits)} ${folded(waiting)}`,
        ),
      );
    };
    // A connect() that waits has no socket yet.
    const homeless = state.waits.filter((index) =>
      recording.events[index].socket === undefined ||
      !state.sockets.has(recording.events[index].socket!)
    );
    const attempts = (side: "student" | "peer") =>
      homeless.filter((index) => recording.events[index].side === side)
        .slice(0, mostCards)
        .map((index) => {
          const { call, address } = recording.events[index];
          const to = address === undefined
            ? ""
            : ` → ${address.hostname}:${address.port}`;
          return make(
            "div",
            { class: "card waiting" },
            make("em", {}, `${say(words.waits)} ${call}()${to}`),
          );
        });
    const column = (name: Text, kind: string, ...parts: HTMLElement[]) =>
      make(
        "div",
        { class: `column ${kind}` },
        make("h4", {}, say(name)),
        ...parts,
      );
    scene.replaceChildren(
      column(words.mine, "mine", ...cards(true), ...attempts("student")),
      column(words.kernel, "kernel", ...kernel(state)),
      column(words.theirs, "theirs", ...cards(false), ...attempts("peer")),
    );
  }

  /** What is neither in one program nor in the other. */
  function kernel({ queues, ways, datagrams }: State): HTMLElement[] {
    const parts: HTMLElement[] = [];
    for (const [id, queue] of queues) {
      const named = queue.map((address) =>
        sockets.find(({ local }) => local === address)
      );
      const chips = few(queue, () => false).map((one) =>
        typeof one === "number" ? moreOf(one) : make(
          "span",
          { class: "chip" },
          nameAt(one, named[queue.indexOf(one)]),
        )
      );
      parts.push(make(
        "div",
        { class: "queue" },
        make("small", {}, `${say(words.queue)} ${nameOf(id)}`),
        ...(queue.length === 0
          ? [make("small", { class: "quiet" }, say(words.empty))]
          : chips),
      ));
    }
    for (const one of few(ways, () => false)) {
      parts.push(typeof one === "number" ? moreOf(one) : drawWay(one));
    }
    for (const one of few(datagrams, () => false)) {
      parts.push(
        typeof one === "number" ? moreOf(one) : drawWay({
          from: one.from ?? -1,
          to: one.to,
          chunks: [one.chunk],
        }),
      );
    }
    if (ways.length + datagrams.length === 0) {
      parts.push(make("p", { class: "quiet" }, say(words.idle)));
    }
    return parts;
  }

  /** Bytes on their way, with an arrow towards whom they are for. */
  function drawWay(
    { from, to, chunks, end, endSeen }:
      & Pick<Way, "from" | "to" | "chunks">
      & Partial<Way>,
  ): HTMLElement {
    const size = sizeOf(chunks);
    const right = byId.get(from)?.mine ?? !(byId.get(to)?.mine ?? false);
    const text = new TextDecoder().decode(beginningOf(chunks, 24))
      .replaceAll("\n", "\\n").replaceAll("\r", "\\r");
    const parts: (HTMLElement | undefined)[] = [
      size === 0 ? undefined : make(
        "span",
        { class: "bytes" },
        `${size.toLocaleString("en")} ${say(words.bytes)}`,
        text === "" ? "" : ` "${text}"`,
      ),
      end === undefined || endSeen ? undefined : make(
        "span",
        { class: `chip ${end.toLowerCase()}` },
        say(end === "FIN" ? words.fin : words.rst),
      ),
    ];
    if (!right) parts.reverse();
    return make(
      "div",
      { class: `way ${right ? "right" : "left"}` },
      make("small", {}, `${nameOf(from)} → ${nameOf(to, from)}`),
      make(
        "div",
        { class: "pipe" },
        right ? undefined : make("span", { class: "arrow" }, "◀"),
        ...parts,
        right ? make("span", { class: "arrow" }, "▶") : undefined,
      ),
    );
  }

  /** A connection that nobody has accepted yet ends at the listener. */
  function nameOf(id: number, from?: number): string {
    const socket = byId.get(id) ??
      sockets.find(({ kind, local }) =>
        kind === "listener" && local === byId.get(from ?? -1)?.remote
      );
    return socket === undefined ? "…" : say(socket.name);
  }

  function nameAt(address: string, socket: PlayedSocket | undefined): string {
    return socket === undefined ? address : say(socket.name);
  }

  function moreOf(n: number): HTMLElement {
    return make("small", { class: "more" }, `… ${n} ${say(words.more)}`);
  }

  /** The steps around the present one, or those that have the wanted words. */
  function drawList(): void {
    const rows = wanted === ""
      ? around(count - 1)
      : steps.flatMap(({ words, deno, c }, i) =>
        `${words.en} ${words.ko} ${deno} ${c}`.toLowerCase().includes(wanted)
          ? [i]
          : []
      ).slice(0, mostRows);
    list.replaceChildren(...rows.map((i) => {
      const step = steps[i];
      return make(
        "li",
        {
          value: i + 1,
          class: [
            step.mine ? "own" : "other",
            i >= count ? "later" : "",
            step.fault || isStuck(step) ? "fault" : "",
          ].join(" "),
          "aria-current": i === count - 1 ? "step" : undefined,
        },
        make(
          "button",
          { type: "button", click: () => go(i + 1) },
          say(step.words),
        ),
      );
    }));
    const present = list.querySelector<HTMLElement>("[aria-current]");
    if (present !== null) {
      list.scrollTop = present.offsetTop - list.clientHeight / 2;
    }
  }

  function around(at: number): number[] {
    const from = Math.max(
      0,
      Math.min(at - mostRows / 2, steps.length - mostRows),
    );
    const length = Math.min(mostRows, steps.length);
    return Array.from({ length }, (_, i) => from + i);
  }
}

/** At most so many as are shown, wanted ones first; then how many are not. */
function few<T>(all: readonly T[], wants: (one: T) => boolean): (T | number)[] {
  if (all.length <= mostCards) return [...all];
  const chosen = new Set([...all.filter(wants), ...all].slice(0, mostCards));
  return [...all.filter((one) => chosen.has(one)), all.length - chosen.size];
}

/** `read()`, or `11 × read()`. */
function folded(calls: readonly string[]): string {
  const times = new Map<string, number>();
  for (const call of calls) times.set(call, (times.get(call) ?? 0) + 1);
  return [...times].map(([call, n]) => n === 1 ? call : `${n} × ${call}`)
    .join(", ");
}
