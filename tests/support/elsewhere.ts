/**
 * A second address of this machine, for servers that are not at 127.0.0.1.
 *
 * @module
 */
import type { Text } from "./text.ts";

/** On Linux an address that needs no set-up. */
export const elsewhere = "127.0.0.2";

/** Why a check that needs it cannot run on this system, if it cannot. */
export const lacksElsewhere: Text | undefined = Deno.build.os === "linux"
  ? undefined
  : {
    en: "Only Linux has the address 127.0.0.2 without any set-up.",
    ko: "127.0.0.2는 리눅스에서만 설정 없이 쓸 수 있는 주소입니다.",
  };

/** What is expected of code that connects to a server there, and why. */
export const connectsElsewhere: Record<"expected" | "why", Text> = {
  expected: {
    en: `A connection to ${elsewhere}, where the server listens.`,
    ko: `서버가 듣는 ${elsewhere}로 연결합니다.`,
  },
  why: {
    en:
      "127.0.0.1 and 127.0.0.2 are two addresses, and a port of one is not the port of the other. Without a hostname Deno.connect takes 127.0.0.1.",
    ko:
      "127.0.0.1과 127.0.0.2는 서로 다른 주소이고, 포트도 주소마다 따로입니다. hostname을 적지 않으면 Deno.connect는 127.0.0.1로 갑니다.",
  },
};
