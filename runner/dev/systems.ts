/**
 * The other systems, played: what is proved on each of them. Their modules are
 * in the folder `systems/`.
 *
 * @module
 */
import { join } from "node:path";
import { root } from "../course.ts";

const folder = join(root, "runner", "dev", "systems");

/**
 * For each system the lessons whose wrong and right answers are proved on it:
 * those that touch what it does differently. Our solutions to all lessons are
 * proved on each.
 */
export const systems: Record<string, readonly number[] | "all"> = {
  windows: "all",
  macos: [3, 5, 6, 8, 9],
  macos_syn_cookies: [3, 7, 9],
  no_ipv6: [],
  no_second_address: [3, 5, 6, 8],
};

/**
 * The mistakes that a system tells by another name, because its kernel shows
 * them in another way: on Windows a receive() into a short buffer is an error
 * (WSAEMSGSIZE), and nothing is cut; where there is no IPv6, none of its
 * addresses can be bound.
 */
export const toldOtherwise: Record<string, Record<string, string>> = {
  windows: { cutsWithItsBuffer: "throwsAnError" },
  no_second_address: {
    listensOnEveryIpv6Address: "throwsAnError",
    listensOnIpv6Loopback: "throwsAnError",
  },
};

/** The module that plays a system, and all that it may import. */
export function systemFiles(
  system: string,
): { preload: string; files: string[] } {
  return {
    preload: join(folder, `${system}.ts`),
    files: [...Deno.readDirSync(folder)]
      .map(({ name }) => join(folder, name)).sort(),
  };
}
