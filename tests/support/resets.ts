/**
 * Whether this system lets a reset come through, found out once, before the
 * checks that are about one.
 *
 * @module
 */
import { resetArrives } from "./network/reset.ts";
import type { Text } from "./text.ts";

/** Why a check that needs a reset is not possible here, if it is not. */
export const lacksResets: Text | undefined = await areLost()
  ? {
    en:
      "This system loses resets: a connection that is broken off looks like one that was closed.",
    ko:
      "이 시스템에서는 리셋이 전해지지 않습니다. 강제로 끊은 연결이 보통으로 닫은 연결처럼 보입니다.",
  }
  : undefined;

/** What the process may not do, or no more, says nothing of the system. */
async function areLost(): Promise<boolean> {
  try {
    return !await resetArrives();
  } catch {
    return false;
  }
}
