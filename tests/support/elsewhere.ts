/**
 * Addresses of this machine for servers that are not at 127.0.0.1. All of
 * 127.0.0.0/8 is the machine itself (RFC 1122, section 3.2.1.3), and Linux and
 * Windows take it at its word; macOS has 127.0.0.1 alone, and a container may
 * have no IPv6. So the system is asked, and not its name.
 *
 * @module
 */
import type { Text } from "./text.ts";

/** A second address of IPv4. */
export const secondAddress = "127.0.0.2";

/** Why a check that needs it is not possible on this system, if it is not. */
export const lacksSecondAddress: Text | undefined = canBind(secondAddress)
  ? undefined
  : {
    en: `This system does not have the address ${secondAddress}.`,
    ko: `이 시스템에는 ${secondAddress} 주소가 없습니다.`,
  };

/** Any other address: that of IPv6 where there is no second one of IPv4. */
export const elsewhere: string = lacksSecondAddress === undefined
  ? secondAddress
  : "::1";

/** Why a check that needs one is not possible on this system, if it is not. */
export const lacksElsewhere: Text | undefined = canBind(elsewhere)
  ? undefined
  : {
    en:
      `This system has neither the address ${secondAddress} nor IPv6, whose address is ::1.`,
    ko: `이 시스템에는 ${secondAddress} 주소도, IPv6 주소 ::1도 없습니다.`,
  };

/** What is expected of code that connects to a server elsewhere, and why. */
export const connectsElsewhere: Record<"expected" | "why", Text> = {
  expected: {
    en: `A connection to ${elsewhere}, where the server listens.`,
    ko: `서버가 듣는 ${elsewhere}로 연결합니다.`,
  },
  why: {
    en:
      `127.0.0.1 and ${elsewhere} are two addresses, and a port of one is not the port of the other. Without a hostname Deno.connect takes 127.0.0.1.`,
    ko:
      `127.0.0.1과 ${elsewhere} — 서로 다른 두 주소이고, 포트도 주소마다 따로입니다. hostname을 적지 않으면 Deno.connect는 127.0.0.1로 갑니다.`,
  },
};

/** Asks bind(2). What the process may not do, or no more, says nothing of it. */
function canBind(hostname: string): boolean {
  try {
    Deno.listen({ hostname, port: 0 }).close();
    return true;
  } catch (error) {
    return error instanceof Deno.errors.NotCapable ||
      /os error (23|24|10024)\)/.test((error as Error).message);
  }
}
