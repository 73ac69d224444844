/**
 * Which address the student's code has bound a socket to, and in which words it
 * asked for it.
 *
 * @module
 */
import { expect, withOwn } from "./failure.ts";
import type { Words } from "./failure.ts";
import type { Socket, WireEvent, WireLog } from "./log/wire_log.ts";
import type { Text } from "./text.ts";

/** Whether a hostname is no address but a name, which may mean several. */
export function isName(hostname: string): boolean {
  return hostname !== "" && !hostname.includes(":") &&
    !/^\d+(\.\d+){3}$/.test(hostname);
}

/**
 * The first call of the student's that binds a socket by a name, such as
 * `localhost`. No check gives one, so each check fails by it; see judge.ts.
 */
export function boundByName({ events }: WireLog): WireEvent | undefined {
  return events.find(({ side, hostname }) =>
    side === "student" && hostname !== undefined && isName(hostname)
  );
}

/** What a call is told that binds by a name (RFC 6761, section 6.3). */
export function nameWords({ call, hostname, place }: WireEvent): Words {
  const at = place === undefined ? "" : `${place.file}:${place.line}`;
  return {
    mistake: "bindsByAName",
    expected: {
      en: "The address is written as a number: 127.0.0.1.",
      ko: "주소를 숫자로 적습니다: 127.0.0.1.",
    },
    came: {
      en: `${call}()${at && ` at ${at}`} was given the name "${hostname}".`,
      ko: `${
        at && `${at}의 `
      }${call}()에 "${hostname}"이라는 이름을 주었습니다.`,
    },
    why: {
      en:
        "A name may stand for another address elsewhere: `localhost` is ::1 on some machines, and whoever comes to 127.0.0.1 finds nobody there.",
      ko:
        "이름은 컴퓨터에 따라 다른 주소일 수 있습니다. `localhost`가 ::1인 컴퓨터에서는 127.0.0.1로 오는 쪽이 아무도 만나지 못합니다.",
    },
    look: {
      en: "The hostname in the options of that call.",
      ko: "그 호출의 옵션에 있는 hostname을 보십시오.",
    },
  };
}

/**
 * Expects that a socket of the student's is bound to the address `to`, and that
 * it was asked for by its number. `words` are what the lesson says of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { expectBound } from "./bound.ts";
 * import { createScope, endScope } from "./log/scope.ts";
 * import { createWire } from "./wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * const listener = wire.listener({ hostname: "0.0.0.0" });
 * assert.throws(() => expectBound(wire.socket(listener)), /0\.0\.0\.0/);
 * endScope(scope);
 * ```
 */
export function expectBound(
  { made, local }: Socket,
  to = "127.0.0.1",
  words: Partial<Words> = {},
): void {
  const { hostname } = made;
  const named = hostname !== undefined && isName(hostname);
  expect(!named, nameWords(made));
  expect(local.hostname === to, withOwn(elsewhere(local.hostname, to), words));
}

function elsewhere(is: string, to: string): Words {
  const everywhere = is === "0.0.0.0" || is === "::";
  return {
    ...(everywhere
      ? { mistake: "bindsToEveryAddress" }
      : { mistake: "bindsToAnotherAddress" }),
    expected: {
      en: `The socket is bound to ${to}.`,
      ko: `소켓을 ${to}에 바인드합니다.`,
    },
    came: {
      en: `It is bound to ${is}.`,
      ko: `바인드한 주소는 ${is}입니다.`,
    },
    why: everywhere ? everyAddress(is) : {
      en:
        "Another address of this machine is another place: who comes to the one is not heard at the other.",
      ko:
        "같은 컴퓨터라도 주소가 다르면 다른 곳입니다. 한 주소로 온 것은 다른 주소에서 받지 못합니다.",
    },
    look: {
      en: "The options of the call that makes the socket: hostname.",
      ko: "소켓을 만드는 호출의 옵션에서 hostname을 보십시오.",
    },
  };
}

function everyAddress(is: string): Text {
  return {
    en:
      `${is} is every address of the machine, and also what is taken where no hostname is given: the whole network reaches the socket.`,
    ko:
      `${is}은 이 컴퓨터의 모든 주소이며, hostname을 적지 않았을 때의 기본값이기도 합니다. 네트워크의 누구나 이 소켓에 닿습니다.`,
  };
}
