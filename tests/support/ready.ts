/**
 * The message "I am ready" of a server, which must be true: whoever believes
 * it connects at once.
 *
 * @module
 */
import { expect } from "./failure.ts";
import { brief } from "./settle.ts";
import type { Text } from "./text.ts";
import type { Wire } from "./wire.ts";

/** One call of `ready`: the address it was given, and whether it was true. */
export interface ReadyCall {
  address?: Deno.NetAddr;
  /** Whether a socket of the student's code listened there at that moment. */
  listening: boolean;
}

/** The callback for the student's server; it notes each of its calls. */
export function noteReady(
  calls: ReadyCall[],
  wire: Wire,
): (address: Deno.NetAddr) => void {
  return (address) => {
    const listening = wire.log.sockets.some(({ side, state, local }) =>
      side === "student" && state === "open" && local.port === address?.port
    );
    calls.push({ address, listening });
  };
}

/**
 * Expects that the function `name` called `ready` once, with a real port that
 * listened at that moment. Gives the address.
 *
 * @example
 * ```ts
 * import { expectReady, noteReady } from "./ready.ts";
 * import { createScope, endScope } from "./log/scope.ts";
 * import { createWire } from "./wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * const calls: Parameters<typeof noteReady>[0] = [];
 * noteReady(calls, wire)(wire.listener().addr as Deno.NetAddr);
 * expectReady(calls, wire, "startServer");
 * endScope(scope);
 * ```
 */
export function expectReady(
  calls: readonly ReadyCall[],
  wire: Wire,
  name: string,
): Deno.NetAddr {
  const [first] = calls;
  const given = first?.address;
  const listens = wire.log.sockets.some(({ side }) => side === "student");
  expect(calls.length === 1, {
    expected: {
      en: `ready() is called once, before ${name}() returns.`,
      ko: `${name}()가 돌아오기 전에 ready()를 한 번 부릅니다.`,
    },
    came: {
      en: `It was called ${calls.length} times.`,
      ko: `부른 횟수는 ${calls.length}번입니다.`,
    },
    why: calls.length > 1
      ? {
        en:
          "Whoever waits for the server would be told twice that it is there.",
        ko: "서버를 기다리는 쪽에 준비되었다는 소식이 여러 번 갑니다.",
      }
      : {
        en:
          "Nobody is told, or only later, that the server is there and at which port.",
        ko:
          "부르지 않았거나 나중에야 부릅니다. 서버가 준비되었는지, 어느 포트인지 아무도 알 수 없습니다.",
      },
    look: {
      en: "After which line can clients connect? There is the place for it.",
      ko:
        "어느 줄 다음부터 클라이언트가 연결할 수 있습니까? 거기가 부를 자리입니다.",
    },
  });
  expect(typeof given?.port === "number" && given.port > 0, {
    expected: {
      en: "ready() is given the address with the real port.",
      ko: "ready()에 실제 포트 번호가 든 주소를 건넵니다.",
    },
    came: {
      en: `It was given ${brief(given)}.`,
      ko: `건넨 값은 ${brief(given)}입니다.`,
    },
    why: {
      en:
        "Port 0 only asks the kernel for a free port. Which one it picked is known after listening, and nobody can connect to 0.",
      ko:
        "포트 0은 커널에 빈 포트를 달라는 뜻일 뿐입니다. 무엇을 받았는지는 듣기 시작한 뒤에야 알 수 있고, 0번으로는 연결할 수 없습니다.",
    },
    look: knowsItself,
  });
  expect(first.listening, {
    expected: {
      en: "When ready() is called, that port already listens.",
      ko: "ready()를 부를 때 그 포트에서 이미 듣고 있습니다.",
    },
    came: {
      en: `It was called with port ${given!.port}, where nobody listened.`,
      ko: `아무도 듣지 않는 ${given!.port}번 포트로 불렀습니다.`,
    },
    why: listens
      ? {
        en:
          "ready() was called before Deno.listen, or with another port. Whoever believes it and connects is refused.",
        ko:
          "Deno.listen보다 먼저 불렀거나 다른 포트를 건넸습니다. 그 말을 믿고 연결하면 거부됩니다.",
      }
      : {
        en: "There is no listening socket at all.",
        ko: "듣기 소켓이 아예 없습니다.",
      },
    look: {
      en: "The order of the two calls, and where the address comes from.",
      ko: "두 호출의 순서와, 주소를 어디에서 가져오는지 보십시오.",
    },
  });
  const local = wire.log.sockets.find(({ side, state, local }) =>
    side === "student" && state === "open" && local.port === given!.port
  )?.local;
  const { hostname } = given!;
  // Whoever listens on every address is told so elsewhere.
  const everywhere = local?.hostname === "0.0.0.0";
  expect(!local || everywhere || hostname === local.hostname, {
    expected: {
      en: `ready() is given the listener's address, ${local?.hostname}.`,
      ko: `ready()에 건넬 듣기 소켓의 주소: ${local?.hostname}`,
    },
    came: {
      en: `It was given ${brief(hostname)}.`,
      ko: `건넨 값은 ${brief(hostname)}입니다.`,
    },
    why: {
      en:
        "That is not what the socket is bound to. A name such as localhost may stand for ::1, where nobody listens.",
      ko:
        "소켓이 바인드된 주소가 아닙니다. localhost 같은 이름은 아무도 듣지 않는 ::1을 가리킬 수도 있습니다.",
    },
    look: knowsItself,
  });
  return given!;
}

const knowsItself: Text = {
  en: "The listener knows its address.",
  ko: "듣기 소켓이 자기 주소를 알고 있습니다.",
};
