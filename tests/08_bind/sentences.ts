/**
 * What the checks of lesson 8 say with values.
 *
 * @module
 */
import type { Words } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";
import { mistakes } from "./words.ts";

/** What is expected of a listener's address, and what it is. */
export function listensOn(
  hostname: string,
  expected: string,
): Pick<Words, "expected" | "came"> {
  return {
    expected: t(
      `A listener on ${expected}.`,
      `${expected}에서 듣는 소켓이어야 합니다.`,
    ),
    came: t(`It listens on ${hostname}.`, `듣는 주소는 ${hostname}입니다.`),
  };
}

/** What is expected of a listener's port, and what it is. */
export function listensOnPort(
  port: number,
  expected: number,
): Pick<Words, "expected" | "came"> {
  return {
    expected: t(
      `A listener on port ${expected}, which is free.`,
      `비어 있는 ${expected}번 포트에서 듣는 소켓이어야 합니다.`,
    ),
    came: t(`It listens on port ${port}.`, `${port}번 포트에서 듣습니다.`),
  };
}

/** The words for the name of an address that went to Deno.listen as it is. */
export function wentAsHostname(name: string | undefined, came: Text): Words {
  return {
    ...mistakes.takesTheWordForAnAddress,
    came,
    why: t(
      `"${name}" went to Deno.listen as a hostname. No machine has that name.`,
      `"${name}"이라는 말이 hostname으로 Deno.listen에 갔습니다. 그런 이름의 컴퓨터는 없습니다.`,
    ),
  };
}

/** The words for a client that is not let in. */
export function notReached(
  { hostname, port }: Deno.NetAddr,
  came: Text,
): Words {
  return {
    ...mistakes.alwaysListensOnLoopback,
    expected: t(
      `A client gets in by way of ${hostname}:${port}.`,
      `클라이언트가 들어올 수 있는 주소: ${hostname}:${port}`,
    ),
    came,
    why: t(
      "The listener is bound to another address, or it was closed.",
      "듣기 소켓이 다른 주소에 묶였거나 이미 닫혔습니다.",
    ),
  };
}

/** The words for a client that is let in by way of `hostname`. */
export function reachedAt(hostname: string): Words {
  return {
    ...mistakes.leavesTheHostnameOut,
    expected: t(
      `A client that comes by way of ${hostname} is refused.`,
      `${hostname}로 오는 클라이언트는 거부됩니다.`,
    ),
    came: t("It was let in.", "들어올 수 있었습니다."),
  };
}

/** The words for a call with port 0 that asked for `port`. */
export function askedForPort(port: number | undefined, came: Text): Words {
  return {
    ...mistakes.takes0ForNoPort,
    came,
    why: t(
      `Deno.listen was asked for port ${port}, which is in use. Port 0 is to reach it as 0.`,
      `Deno.listen에 준 포트는 ${port}번이고, 이미 쓰이고 있습니다. 포트 0은 0 그대로 전해져야 합니다.`,
    ),
  };
}

/** The words for a second call that asked for `port`, which was free. */
export function askedForItsOwn(port: number): Words {
  return {
    ...mistakes.hasASecondPortOfItsOwn,
    came: t(
      `It asked for port ${port}, which was free this time.`,
      `요청한 포트는 ${port}번이고, 이번에는 비어 있었습니다.`,
    ),
    why: t(
      "Your code picks a second port itself. That one may be in use just like the first; the kernel knows one that is not.",
      "두 번째 포트를 코드가 직접 고릅니다. 그것도 쓰이고 있을 수 있습니다. 비어 있는 포트는 커널이 압니다.",
    ),
  };
}

/** The words for a second call that asked for `port`, which is in use too. */
export function askedForSecond(port: number | undefined): Words {
  return {
    ...mistakes.hasASecondPortOfItsOwn,
    came: t(
      `It asked for port ${port}, and that is in use as well.`,
      `요청한 포트는 ${port}번이고, 이것도 쓰이고 있습니다.`,
    ),
    why: t(
      `The second Deno.listen is given ${port} instead of 0. A fixed port may be in use just like the first.`,
      `두 번째 Deno.listen에 준 포트는 0이 아니라 ${port}번입니다. 번호를 정해 두면 그것도 쓰이고 있을 수 있습니다.`,
    ),
  };
}

/** What is expected of bindTo() where the port is in use. */
export function throwsAddrInUse(where: string, port: number): Text {
  return t(
    `bindTo("${where}", ${port}) throws Deno.errors.AddrInUse.`,
    `다음 호출이 Deno.errors.AddrInUse를 던집니다: bindTo("${where}", ${port})`,
  );
}

/** What is expected of a call that must throw on what Deno.listen throws. */
export function throwsOn(call: string, kind: string): Text {
  return t(
    `${call} throws the ${kind} of Deno.listen.`,
    `${call} 호출이 던질 오류는 Deno.listen의 ${kind}입니다.`,
  );
}

/** What came where a listener was returned and none could be expected. */
export function returnedOnPort(port: number): Text {
  return t(
    `It returned a listener on port ${port}.`,
    `${port}번 포트의 듣기 소켓을 돌려주었습니다.`,
  );
}

/** What is expected of bindTo() where its own listener has the port. */
export function secondIsRefused(port: number): Text {
  return t(
    `One listener of yours has port ${port}, and a second gets AddrInUse.`,
    `내 듣기 소켓 하나가 ${port}번 포트에 있으면, 두 번째 호출은 AddrInUse를 던집니다.`,
  );
}

/** What is expected of bindOrAny() where its own listener has the port. */
export function secondGetsAnother(port: number): Text {
  return t(
    `One listener of yours has port ${port}, and a second gets another.`,
    `내 듣기 소켓 하나가 ${port}번 포트에 있으면, 두 번째는 다른 포트를 씁니다.`,
  );
}

/** The line that is expected of describeListener(). */
export function quoted(line: string): Text {
  return t(`"${line}"`, `"${line}"`);
}

/** Came: the port that is in use was asked for so many times. */
export function askedTimes(port: number, times: number): Text {
  return t(
    `Deno.listen was asked for port ${port} ${times} times.`,
    `${port}번 포트로 Deno.listen을 ${times}번 호출했습니다.`,
  );
}
