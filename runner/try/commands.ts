/**
 * What a person can tell the partner to do, and how it is written.
 *
 * @module
 */
import { encode, join } from "../../tests/support/bytes.ts";
import type { Text } from "../../tests/support/text.ts";

/** What one end of the partner does. */
export type Deed =
  | { do: "send"; bytes: Uint8Array }
  /** From now on at most so many bytes a segment; 0 is as they are. */
  | { do: "pieces"; size: number }
  | { do: "end" | "reset" | "stop reading" | "read" | "silence" };

/** What the partner does. Without `to` it is the end that was used last. */
export type Command =
  | Deed & { to?: number }
  | { do: "use"; to: number }
  | { do: "another" }
  /** The next datagrams, of either side, do not arrive. */
  | { do: "lose"; count: number };

/** What somebody typed: for the partner, or for whoever runs the program. */
export type Typed =
  | Command
  | { do: "enter" | "again" | "quit" | "help" }
  | { do: "refused"; words: Text };

/**
 * Reads one line that was typed. A number before a command names the end that
 * is to do it.
 */
export function parseCommand(line: string): Typed {
  const [, number, rest] = /^\s*(?:(\d+)(?!\S))?\s?(.*)$/.exec(line)!;
  const trimmed = rest.trim();
  if (number === undefined) return parseRest(trimmed, rest);
  const to = Number(number);
  if (trimmed === "") return { do: "use", to };
  const typed = parseRest(trimmed, rest);
  return isDeed(typed) ? { ...typed, to } : typed;
}

/** Whether it is one end that is to do this. */
function isDeed(typed: Typed): typed is Deed {
  return ["send", "pieces", "end", "reset", "stop reading", "read", "silence"]
    .includes(typed.do);
}

function parseRest(trimmed: string, whole: string): Typed {
  if (trimmed === "") return { do: "enter" };
  const [word, ...words] = trimmed.toLowerCase().split(/\s+/);
  const rest = words.join(" ");
  switch (word) {
    case "send": {
      // Spaces at the end belong to the text; one after the word does not.
      const bytes = toBytes(whole.replace(/^\s*send ?/i, ""));
      return "bytes" in bytes ? { do: "send", ...bytes } : refuse(bytes);
    }
    case "hex": {
      const digits = words.join("");
      return /^([0-9a-f]{2})+$/.test(digits)
        ? { do: "send", bytes: Uint8Array.fromHex(digits) }
        : refuse(badHex);
    }
    case "pieces":
      return /^\d{1,6}$/.test(rest)
        ? { do: "pieces", size: Number(rest) }
        : refuse(badPieces);
    case "lose":
      return /^\d{1,6}$/.test(rest || "1")
        ? { do: "lose", count: Number(rest || "1") }
        : refuse(badLose);
    case "stop":
      return rest === "reading" || rest === ""
        ? { do: "stop reading" }
        : refuse(unknown(trimmed));
    case "end":
    case "reset":
    case "read":
    case "silence":
    case "another":
    case "again":
    case "quit":
    case "help":
      return rest === "" ? { do: word } : refuse(unknown(trimmed));
  }
  return refuse(unknown(trimmed));
}

/** A text and a newline; or, in quotes, the very bytes that show() shows. */
function toBytes(text: string): { bytes: Uint8Array } | Text {
  const quoted = /^\s*"(.*)"\s*$/.exec(text)?.[1];
  if (quoted === undefined) return { bytes: encode(`${text}\n`) };
  const parts = quoted.match(/\\x[0-9a-f]{2}|\\[nrt0"\\]|[^\\"]+/gi) ?? [];
  if (parts.join("") !== quoted) return badQuotes;
  return { bytes: join(parts.map(unescape)) };
}

function unescape(part: string): Uint8Array {
  if (!part.startsWith("\\")) return encode(part);
  const code = part[1].toLowerCase();
  if (code === "x") return Uint8Array.of(parseInt(part.slice(2), 16));
  const named: Record<string, string> = { n: "\n", r: "\r", t: "\t", 0: "\0" };
  return encode(named[code] ?? code);
}

function refuse(words: Text): Typed {
  return { do: "refused", words };
}

function unknown(text: string): Text {
  return {
    en: `There is no command "${text}". \`help\` lists them all.`,
    ko: `"${text}" 명령은 없습니다. help를 치면 모든 명령을 볼 수 있습니다.`,
  };
}

const badHex: Text = {
  en: "hex takes bytes of two digits each, such as: hex 68 69 0a",
  ko: "hex 뒤에는 바이트를 두 자리씩 씁니다. 예: hex 68 69 0a",
};
const badPieces: Text = {
  en: "pieces takes how many bytes a piece has, such as: pieces 1",
  ko: "pieces 뒤에는 조각 하나의 바이트 수를 씁니다. 예: pieces 1",
};
const badLose: Text = {
  en: "lose takes how many datagrams, such as: lose 2",
  ko: "lose 뒤에는 데이터그램의 수를 씁니다. 예: lose 2",
};
const badQuotes: Text = {
  en:
    'Between quotes, a backslash begins one of \\n \\r \\t \\0 \\" \\\\ or two hex digits, as in \\xff.',
  ko:
    '따옴표 안에서 역슬래시 뒤에는 n r t 0 " \\ 가운데 하나나, \\xff처럼 x와 16진수 두 자리를 씁니다.',
};

/*
 * What is typed, as bytes of UTF-8 and lines that end with "\n", on every
 * system.
 */

/**
 * Standard input. On a Windows console Deno gives its bytes as they are: in the
 * console's code page, which is 949 on a Korean Windows, with "\r\n" at the end
 * of a line, and Ctrl+Z for the end. (denoland/deno, issue 18240.)
 */
export function standardInput(): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable } = Deno.stdin;
  return Deno.build.os === "windows" && Deno.stdin.isTerminal()
    ? readable.pipeThrough(fromConsole())
    : readable;
}

/** Turns the lines of a Windows console, each in a chunk, into UTF-8. */
export function fromConsole(): TransformStream<
  Uint8Array<ArrayBuffer>,
  Uint8Array<ArrayBuffer>
> {
  return new TransformStream({
    transform(chunk, controller) {
      // Ctrl+Z, the end of the input, where Windows leaves it in.
      if (chunk[0] === 0x1a) return controller.terminate();
      const text = decode(chunk).replaceAll("\r\n", "\n");
      controller.enqueue(new TextEncoder().encode(text));
    },
  });
}

/** UTF-8 where it can be that (code page 65001), and else code page 949. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes);
  } catch {
    // What the Encoding Standard calls EUC-KR is all of code page 949.
    return new TextDecoder("euc-kr").decode(bytes);
  }
}
