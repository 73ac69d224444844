import type { Text } from "../../tests/support/text.ts";

/** One thing that the doctor has looked at. */
export interface Finding {
  /** For programs: a word that stays the same in every language. */
  about:
    | "deno"
    | "tcp"
    | "udp"
    | "refusal"
    | "everywhere"
    | "second address"
    | "ipv6"
    | "resets"
    | "sockets"
    | "proxy"
    | "strace"
    | "editor"
    | "terminal"
    | "files";
  /** A problem keeps lessons from being done here; a note does not. */
  state: "ok" | "note" | "problem";
  text: Text;
  /** What to do about it. */
  todo?: Text;
}
