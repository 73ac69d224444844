import type { Text } from "../../tests/support/text.ts";
import type { Finding } from "./finding.ts";
import type { Reached } from "./probed.ts";
import { moreSockets } from "./sockets_finding.ts";

/** Milliseconds there and back that no loopback takes by itself. */
const slow = 20;

type Said = Omit<Finding, "about">;

/**
 * What is to be said of bytes that were sent there and back at an address.
 * `needed` says which lessons cannot do without.
 */
export function loopback(
  kind: string,
  address: string,
  needed: Text,
  reached: Reached,
): Said {
  const said = loopbackSaid(kind, address, reached);
  return said.state !== "problem" ? said : {
    ...said,
    text: {
      en: `${said.text.en} ${needed.en}`,
      ko: `${said.text.ko} ${needed.ko}`,
    },
  };
}

function loopbackSaid(kind: string, address: string, reached: Reached): Said {
  switch (reached.state) {
    case "reached": {
      const ms = reached.ms < 1 ? "<1" : reached.ms.toFixed(0);
      const text: Text = {
        en: `${kind} at ${address}: there and back in ${ms} ms`,
        ko: `${kind} ${address}: 왕복 ${ms}ms`,
      };
      return reached.ms < slow
        ? { state: "ok", text }
        : { state: "note", text, todo: slowTodo };
    }
    case "changed":
      return {
        state: "problem",
        text: {
          en:
            `${kind} at ${address} is not handed through as it was sent: something takes the connections of this machine to itself.`,
          ko:
            `${kind} ${address}: 보낸 그대로 전달되지 않습니다. 이 컴퓨터 안의 연결을 가로채는 것이 있습니다.`,
        },
        todo: between,
      };
    case "silent":
      return {
        state: "problem",
        text: {
          en: `${kind} at ${address}: what is sent does not arrive.`,
          ko: `${kind} ${address}: 보낸 것이 도착하지 않습니다.`,
        },
        todo: between,
      };
    case "failed":
      return {
        state: "problem",
        text: {
          en: `${kind} at ${address} does not work: ${reached.error}.`,
          ko: `${kind} ${address}: 쓸 수 없습니다(${reached.error}).`,
        },
        todo: isCrowded(reached) ? moreSockets : down,
      };
  }
}

/** EMFILE, and WSAEMFILE on Windows: the process may open no more sockets. */
export function isCrowded(reached: Reached): boolean {
  return reached.state === "failed" &&
    /os error (24|10024)\b/.test(reached.error);
}

const slowTodo: Text = {
  en:
    "It usually takes less than 1 ms. Either the machine is very busy, or a VPN or antivirus looks into every connection. Nothing fails by it; should checks be slow, try with these switched off.",
  ko:
    "보통은 1ms도 걸리지 않습니다. 컴퓨터가 매우 바쁘거나, VPN이나 백신이 연결을 하나하나 검사하고 있는 것입니다. 이 때문에 실패하지는 않지만, 검사가 느리면 그것을 끄고 해 보십시오.",
};

/** What to do about something that sits in between. */
export const between: Text = {
  en:
    "Usually that is a firewall, an antivirus with a web filter, or a VPN. Make an exception there for deno and 127.0.0.1, or switch it off while you work.",
  ko:
    "대개 방화벽, 웹 필터가 있는 백신, VPN 때문입니다. 그 프로그램에 deno와 127.0.0.1을 예외로 등록하거나, 실습하는 동안 꺼 두십시오.",
};

const down: Text = {
  en:
    "Usually the loopback interface is down or a sandbox forbids it. On Linux `sudo ip link set lo up` switches it on; in a container ask whoever runs it.",
  ko:
    "대개 루프백 인터페이스가 꺼져 있거나 샌드박스가 막은 것입니다. 리눅스에서는 `sudo ip link set lo up`으로 켤 수 있습니다. 컨테이너라면 관리자에게 문의하십시오.",
};
