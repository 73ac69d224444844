/**
 * The partner of `deno task try` without a terminal: lines go in, and what both
 * ends have done comes out as something to play.
 *
 * @module
 */
import { toRecording } from "../../tests/support/log/recording.ts";
import type { Text } from "../../tests/support/text.ts";
import type { Lesson } from "../course.ts";
import { playOf } from "../player/play.ts";
import type { Play } from "../player/play.ts";
import { linesIn } from "../player/write_picture.ts";
import { parseCommand } from "../try/commands.ts";
import { openHands } from "../try/hands.ts";
import {
  argumentsFor,
  serversIn,
  startProgram,
  withPorts,
} from "../try/program.ts";
import type { RunningProgram } from "../try/program.ts";
import * as say from "../try/words.ts";

/** A program and its partner. */
export interface Table {
  /** Does what somebody typed, or pressed a button for. */
  type(line: string): Promise<void>;
  /** Ends the program and closes all that is open. */
  close(): void;
}

/** What is to be shown after a change. */
export interface AtTable {
  play: Play;
  /** What was printed and noted, oldest first. */
  said: Text[];
  runs: boolean;
}

/** Milliseconds in which what happens is shown together. */
const together = 80;

/** How many lines of what was said are kept. */
const mostSaid = 200;

/** Starts the program of a lesson, with a partner. */
export async function openTable(
  { lesson, onChange }: { lesson: Lesson; onChange(at: AtTable): void },
): Promise<Table> {
  const given = argumentsFor(lesson.name, []);
  const said: Text[] = [];
  let runs = false;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => timer ??= setTimeout(show, together);
  const note = (text: Text) => {
    said.push(text);
    said.splice(0, said.length - mostSaid);
    changed();
  };
  const hands = await openHands({
    servers: serversIn(given),
    onChange: changed,
    onNote: note,
  });
  let program: RunningProgram;
  start();
  return {
    async type(line) {
      const typed = parseCommand(line);
      switch (typed.do) {
        case "refused":
          return note(typed.words);
        case "again":
          program.kill();
          await program.ended;
          return start();
        case "enter":
          return program.enter();
        case "quit":
        case "help":
          return;
        default: {
          const refused = await hands.do(typed);
          if (refused !== undefined) note(refused);
        }
      }
    },
    close() {
      closed = true;
      clearTimeout(timer);
      program.kill();
      hands.close();
    },
  };

  function show(): void {
    timer = undefined;
    if (closed) return;
    const play = playOf(
      {
        name: say.whoIsWho(hands.ports),
        state: "passed",
        printed: "",
        ms: 0,
        wire: toRecording(hands.log, () => {}),
      },
      linesIn(lesson),
      true,
    );
    onChange({ play, said, runs });
  }

  function start(): void {
    hands.programStarts();
    runs = true;
    const mine: RunningProgram = program = startProgram({
      lesson,
      args: withPorts(given, hands.ports),
      onOutput(output) {
        if (mine !== program) return;
        if (output.type === "log") hands.take(output);
        else if (output.type === "asks") note(say.asks(output.message));
        else if (output.type === "printed") {
          note({ en: `| ${output.text}`, ko: `| ${output.text}` });
        } else {
          const { words } = output;
          const told = "came" in words
            ? [words.came, words.why, words.look]
            : [words];
          for (const text of told) note(text);
        }
      },
      onError: (line) => mine === program && note({ en: line, ko: line }),
    });
    mine.ended.then((code) => {
      if (mine !== program || closed) return;
      runs = false;
      hands.programEnded();
      note(say.programEnded(code));
    });
    changed();
  }
}
