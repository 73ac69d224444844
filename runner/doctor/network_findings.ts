import type { Text } from "../../tests/support/text.ts";
import type { Finding } from "./finding.ts";
import type { Probed } from "./probed.ts";
import { between, isCrowded, loopback } from "./loopback.ts";
import { moreSockets } from "./sockets_finding.ts";

/**
 * What is to be said of the network that never leaves the machine. Where not
 * even 127.0.0.1 works, nothing is said of what needs it as well.
 */
export function networkFindings(probed: Probed): Finding[] {
  const { stream, datagrams, everywhere } = probed;
  const first: Finding[] = [
    { about: "tcp", ...loopback("TCP", "127.0.0.1", all, stream) },
    { about: "udp", ...loopback("UDP", "127.0.0.1", udp, datagrams) },
  ];
  if (stream.state === "failed" || stream.state === "silent") return first;
  return [
    ...first,
    refusal(probed),
    { about: "everywhere", ...loopback("TCP", "0.0.0.0", bind, everywhere) },
    second(probed),
    ipv6(probed),
    resets(probed),
  ];
}

/** Which lessons need it. */
const all: Text = { en: "Every lesson needs it.", ko: "모든 과에 필요합니다." };
const udp: Text = {
  en: "Lessons 1 and 5 need it.",
  ko: "1과와 5과에 필요합니다.",
};
const bind: Text = { en: "Lesson 8 needs it.", ko: "8과에 필요합니다." };

function refusal({ refused }: Probed): Finding {
  const about = "refusal";
  switch (refused) {
    case "refused":
      return {
        about,
        state: "ok",
        text: {
          en: "A port where nobody listens refuses",
          ko: "듣기 소켓이 없는 포트는 연결을 거부함",
        },
      };
    case "accepted":
      return {
        about,
        state: "problem",
        text: {
          en:
            "Something accepts connections to a port where nobody listens. Lessons 3, 6, 7, 8 and 9 need it to be refused.",
          ko:
            "듣기 소켓이 없는 포트인데도 연결을 받아 주는 것이 있습니다. 3, 6, 7, 8, 9과에서는 거부되어야 합니다.",
        },
        todo: between,
      };
    case "silent":
      return {
        about,
        state: "problem",
        text: {
          en:
            "A port where nobody listens gives no answer, not even a refusal. Lessons 3, 6, 7, 8 and 9 need one.",
          ko:
            "듣기 소켓이 없는 포트가 거부하지도 응답하지도 않습니다. 3, 6, 7, 8, 9과에는 거부가 필요합니다.",
        },
        todo: between,
      };
  }
}

function second({ os, second, ipv6 }: Probed): Finding {
  const about = "second address";
  if (second.state === "reached") {
    return {
      about,
      state: "ok",
      text: {
        en: "The second address 127.0.0.2 is there",
        ko: "두 번째 주소 127.0.0.2 있음",
      },
    };
  }
  if (isCrowded(second)) {
    return {
      about,
      state: "problem",
      text: {
        en:
          "The second address 127.0.0.2 could not be tried: too few sockets. Lessons 3, 5, 6 and 8 need it.",
        ko:
          "소켓이 모자라 두 번째 주소 127.0.0.2를 시험하지 못했습니다. 3과, 5과, 6과, 8과에 필요합니다.",
      },
      todo: moreSockets,
    };
  }
  return {
    about,
    state: os === "darwin" && ipv6.state === "reached" ? "ok" : "note",
    text: ipv6.state === "reached" ? withIpv6 : withoutIpv6,
    ...(os === "linux" ? { todo: wholeNet } : {}),
  };
}

const withIpv6: Text = {
  en:
    "There is no second address 127.0.0.2, as on macOS: lessons 3, 5 and 8 leave out the checks that need it, which do not count. Others take ::1",
  ko:
    "두 번째 주소 127.0.0.2 없음. macOS에서는 원래 그렇습니다. 3과, 5과, 8과는 이 주소가 필요한 검사를 건너뛰고 세지 않습니다. 다른 검사는 ::1을 씁니다",
};

const withoutIpv6: Text = {
  en:
    "There is neither the second address 127.0.0.2 nor ::1: lessons 3, 5, 6 and 8 leave out the checks that need one, which do not count",
  ko:
    "두 번째 주소 127.0.0.2와 ::1이 모두 없음. 3과, 5과, 6과, 8과는 이런 주소가 필요한 검사를 건너뛰고 세지 않습니다",
};

const wholeNet: Text = {
  en:
    "The whole of 127.0.0.0/8 belongs to this machine: `sudo ip addr add 127.0.0.1/8 dev lo` says so.",
  ko:
    "127.0.0.0/8 전체가 이 컴퓨터의 주소입니다. `sudo ip addr add 127.0.0.1/8 dev lo`로 설정할 수 있습니다.",
};

function resets({ resets }: Probed): Finding {
  const about = "resets";
  return resets
    ? {
      about,
      state: "ok",
      text: {
        en: "A connection that is broken off is seen to be",
        ko: "강제로 끊은 연결(리셋)을 상대가 알아챔",
      },
    }
    : {
      about,
      state: "note",
      text: {
        en:
          "This system loses resets, as wine does: lessons 4, 6, 7 and 12 leave out the checks that need one, which do not count",
        ko:
          "이 시스템에서는 리셋이 전해지지 않습니다. wine이 그렇습니다. 4과, 6과, 7과, 12과는 리셋이 필요한 검사를 건너뛰고 세지 않습니다",
      },
    };
}

function ipv6({ ipv6 }: Probed): Finding {
  const about = "ipv6";
  return ipv6.state === "reached"
    ? {
      about,
      state: "ok",
      text: { en: "IPv6: ::1 is there", ko: "IPv6: ::1 있음" },
    }
    : {
      about,
      state: "note",
      text: {
        en:
          "IPv6: ::1 does not work. Checks use it only where 127.0.0.2 is missing.",
        ko:
          "IPv6: ::1을 쓸 수 없습니다. 검사는 127.0.0.2가 없을 때만 이 주소를 씁니다.",
      },
    };
}
