/**
 * What the checks of lesson 1 say with values: what was expected, what came.
 *
 * @module
 */
import { returned } from "../support/settle.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** What Deno makes for a type of C. */
export type Kind = "Deno.TcpListener" | "Deno.DatagramConn";

/** Expected: the socket for `type`, or for the property `name` of a result. */
export function socketOf(type: string, kind: Kind, name?: string): Text {
  return name === undefined
    ? t(
      `A socket for ${type} is returned: a ${kind}.`,
      `${type}에 맞는 소켓, 곧 ${kind} 객체를 돌려줍니다.`,
    )
    : t(
      `\`${name}\` of the result is a ${kind}.`,
      `결과의 \`${name}\` 값은 ${kind} 객체입니다.`,
    );
}

/** Came: a socket of this kind. */
export const isOfKind: Record<Kind, Text> = {
  "Deno.TcpListener": t(
    "It is a TCP listener (Deno.TcpListener).",
    "TCP 듣기 소켓(Deno.TcpListener)이 왔습니다.",
  ),
  "Deno.DatagramConn": t(
    "It is a UDP socket (Deno.DatagramConn).",
    "UDP 소켓(Deno.DatagramConn)이 왔습니다.",
  ),
};

/** Came: what is no socket, or is none as the property `name`. */
export function noSocket(value: unknown, name?: string): Text {
  const came = returned(value);
  if (name === undefined) return came;
  return t(
    came.en.replace("It returned", `\`${name}\` is`),
    came.ko.replace("돌려준 값은", `\`${name}\`의 값은`),
  );
}

/** Look at the call that makes a `kind`. */
export function whatMakes(kind: Kind): Text {
  return t(
    `Which call of Deno makes a ${kind}, and what becomes of its result?`,
    `Deno의 어느 호출이 ${kind} 객체를 만들며, 그 결과는 어디로 갑니까?`,
  );
}

/** Came: the socket on this port is closed. */
export function isClosed(port: number): Text {
  return t(
    `The socket on port ${port} is already closed.`,
    `${port}번 포트의 소켓이 이미 닫혔습니다.`,
  );
}

/** Came: a socket at this address. */
export function isOn(hostname: string): Text {
  return t(`It is on ${hostname}.`, `${hostname}에 있습니다.`);
}

/** Why this is another address than 127.0.0.1. */
export function whyNot(hostname: string): Text {
  return hostname === "0.0.0.0"
    ? t(
      "0.0.0.0, the default of Deno.listen, is every address of the machine: all the network could reach this socket.",
      "Deno.listen의 기본값인 0.0.0.0은 이 컴퓨터의 모든 주소입니다. 네트워크의 누구나 이 소켓에 닿을 수 있습니다.",
    )
    : t(
      "Another address of this machine is another place to knock at.",
      "같은 컴퓨터라도 주소가 다르면 다른 곳입니다.",
    );
}

/** Came: a call that asked for this port. */
export function askedFor(port: number | undefined): Text {
  return t(
    `It asked for port ${port}.`,
    `코드가 요청한 포트는 ${port}번입니다.`,
  );
}

/** Expected: that this call of openSocket() throws a TypeError. */
export function refuses(call: string): Text {
  return t(
    `${call} throws a TypeError.`,
    `${call} 호출은 TypeError를 던집니다.`,
  );
}

/** Came: a socket that was opened where it should not be. */
export const opened: Record<Kind, Text> = {
  "Deno.TcpListener": t(
    "It opened a TCP listener.",
    "TCP 듣기 소켓을 열었습니다.",
  ),
  "Deno.DatagramConn": t("It opened a UDP socket.", "UDP 소켓을 열었습니다."),
};

/** Expected: a message that holds these names, or any of them. */
export function holdsNames(
  names: readonly string[],
  holds: "all" | "any",
): Text {
  const list = names.map((name) => JSON.stringify(name));
  return holds === "all"
    ? t(
      `The message of the error holds ${list.join(" and ")}.`,
      `오류 메시지에 다음 이름이 들어 있습니다: ${list.join(", ")}`,
    )
    : t(
      `The message of the error holds ${list.join(" or ")}.`,
      `오류 메시지에 다음 가운데 한 이름이 들어 있습니다: ${list.join(", ")}`,
    );
}

/** Came: this message of an error. */
export function messageIs(call: string, message: string): Text {
  return t(
    `The message for ${call} is "${message}".`,
    `${call}의 메시지는 다음과 같습니다: "${message}"`,
  );
}

/** Expected: that this call of openSocket() opens nothing. */
export function opensNothing(call: string): Text {
  return t(`${call} opens nothing.`, `${call} 호출은 아무것도 열지 않습니다.`);
}

/** Expected: both sockets on this port. */
export function bothOn(port: number): Text {
  return t(
    `Both sockets have port ${port}.`,
    `두 소켓 모두 ${port}번 포트를 씁니다.`,
  );
}

/** Came: these two ports. */
export function portsAre(ports: { stream: number; datagram: number }): Text {
  return t(
    `stream has port ${ports.stream}, datagram has port ${ports.datagram}.`,
    `stream의 포트는 ${ports.stream}, datagram의 포트는 ${ports.datagram}입니다.`,
  );
}

/** Why a port was taken: this call had it already. */
export function calledTwice(call: string): Text {
  return t(
    `${call}() was called twice for one port: two sockets of the same protocol. Each protocol can have the port once.`,
    `한 포트에 ${call}()을 두 번 호출했습니다. 같은 프로토콜의 소켓이 둘이 됩니다. 한 포트는 프로토콜마다 한 번만 쓸 수 있습니다.`,
  );
}

/** Why an error of the right class will not do: it lacks this message. */
export function lostWords(message: string | undefined): Text {
  return t(
    `The class is right, and the words of the system are lost: ${message}.`,
    `종류는 맞지만 시스템의 오류 메시지가 사라졌습니다: ${message}`,
  );
}

/** Came: a first socket that is open still; the second one is `taken`. */
export function stillOpen(
  taken: "TCP" | "UDP",
  port: number | undefined,
): Text {
  const first = taken === "UDP"
    ? t("TCP listener", "TCP 듣기 소켓이")
    : t("UDP socket", "UDP 소켓이");
  return t(
    `The ${first.en} on port ${port} is still open.`,
    `${port}번 포트의 ${first.ko} 아직 열려 있습니다.`,
  );
}

/** Came: so many calls, each refused. */
export function triedAgain(times: number): Text {
  return t(
    `Your code asked for the port ${times} times.`,
    `코드가 같은 포트를 ${times}번 요청했습니다.`,
  );
}
