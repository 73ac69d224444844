import type { Text } from "../../tests/support/text.ts";
import { signsFor, unicode } from "../picture/terminal.ts";
import { isOlder, tested } from "../version.ts";
import {
  anew,
  between,
  down,
  firewallAsks,
  moreSockets,
  npxScript,
  reserved,
  slowTodo,
  wholeNet,
} from "./advice.ts";
import { mostSockets } from "./probes.ts";
import type { Machine, Reached } from "./probes.ts";

/** One thing that the doctor has looked at. */
export interface Finding extends Told {
  /** For programs: a word that stays the same in every language. */
  about: keyof typeof table;
}

/** What is to be said of it. */
interface Told {
  /** A problem keeps lessons from being done here; a note does not. */
  state: "ok" | "note" | "problem";
  text: Text;
  /** What to do about it. */
  todo?: Text;
}

/**
 * What is to be said of a machine, in the order in which it matters. What to
 * do about several things is said once. Where not even 127.0.0.1 works,
 * nothing is said of what needs it as well.
 */
export function findings(machine: Machine): Finding[] {
  const { state } = machine.stream;
  const isDown = state === "failed" || state === "silent";
  const said = new Set<Text>();
  const abouts = Object.keys(table) as Finding["about"][];
  return abouts.filter((about) => !isDown || !needsTcp.includes(about))
    .map((about) => {
      const { todo, ...told } = asNeeded(about, machine);
      if (todo === undefined || said.has(todo)) return { about, ...told };
      said.add(todo);
      return { about, ...told, todo };
    });
}

/** What no lesson of this copy needs is no problem. */
function asNeeded(about: Finding["about"], machine: Machine): Told {
  const { state, ...told } = table[about](machine);
  const { needs } = machine;
  const lessons = about in needs ? needs[about as keyof typeof needs] : [0];
  return lessons.length === 0 && state === "problem"
    ? { state: "note", text: told.text }
    : { state, ...told };
}

/** True of a machine on which every lesson can be done. */
export function isUsable(found: readonly Finding[]): boolean {
  return found.every(({ state }) => state !== "problem");
}

/** Sockets of a process for a hundred clients, those of the server, and more. */
export const neededSockets = 230;

const needsTcp: readonly string[] = [
  "refusal",
  "resets",
  "everywhere",
  "second address",
  "ipv6",
];

const table = {
  deno({ deno, typed, os }: Machine): Told {
    if (isOlder(tested, deno)) {
      return note(
        `Deno ${deno} is newer than ${tested}, with which the course was tested.`,
        `Deno ${deno}: 이 과정을 시험한 ${tested}보다 새 버전입니다.`,
        {
          en:
            `Usually it works as well. Should right code fail, put \`npx -y deno@${tested}\` in the place of \`${typed}\`.`,
          ko:
            `대개는 문제없습니다. 맞는 코드가 실패하면 \`${typed}\` 대신 \`npx -y deno@${tested}\`을 써 보십시오.`,
        },
      );
    }
    const said = ok(`Deno ${deno}`, `Deno ${deno}`);
    return os === "windows" && typed.startsWith("npx")
      ? { ...said, todo: npxScript }
      : said;
  },

  tcp: ({ stream }: Machine) => loopback("TCP", "127.0.0.1", stream, everyOne),

  udp: ({ datagrams, needs }: Machine) =>
    loopback("UDP", "127.0.0.1", datagrams, neededBy(needs.udp)),

  refusal({ refused }: Machine): Told {
    if (refused === "refused") {
      return ok(
        "A port where nobody listens refuses",
        "듣기 소켓이 없는 포트는 연결을 거부함",
      );
    }
    const [en, ko] = refused === "accepted"
      ? [
        "Something accepts connections to a port where nobody listens.",
        "듣기 소켓이 없는 포트인데도 연결을 받아 주는 것이 있습니다.",
      ]
      : [
        "A port where nobody listens gives no answer, not even a refusal.",
        "듣기 소켓이 없는 포트가 거부하지도 응답하지도 않습니다.",
      ];
    return note(
      `${en} The checks refuse by themselves, but what you try by hand is not refused.`,
      `${ko} 검사는 스스로 거부하지만, 직접 실행해 볼 때는 거부되지 않습니다.`,
      between,
    );
  },

  resets: ({ resets, needs }: Machine) =>
    resets
      ? ok(
        "A connection that is broken off is seen to be",
        "강제로 끊은 연결(리셋)을 상대가 알아챔",
      )
      : note(
        `This system loses resets, as wine does. ${leftOut(needs.resets).en}`,
        `이 시스템에서는 리셋이 전해지지 않습니다. wine이 그렇습니다. ${
          leftOut(needs.resets).ko
        }`,
      ),

  everywhere({ everywhere, needs, os }: Machine): Told {
    const by = neededBy(needs.everywhere);
    const told = loopback("TCP", "0.0.0.0", everywhere, by);
    return os === "windows" && told.todo === undefined
      ? { ...told, todo: firewallAsks }
      : told;
  },

  "second address"({ os, second, ipv6, needs }: Machine): Told {
    if (second.state === "reached") {
      return ok(
        "The second address 127.0.0.2 is there",
        "두 번째 주소 127.0.0.2 있음",
      );
    }
    if (isCrowded(second)) {
      return problem(
        "The second address 127.0.0.2 could not be tried: too few sockets.",
        "소켓이 모자라 두 번째 주소 127.0.0.2를 시험하지 못했습니다.",
        moreSockets,
      );
    }
    const hasIpv6 = ipv6.state === "reached";
    const { en, ko } = leftOut(
      hasIpv6
        ? needs["second address"]
        : [...new Set([...needs["second address"], ...needs.ipv6])]
          .sort((a, b) => a - b),
    );
    // macOS is made so.
    const tell = os === "darwin" && hasIpv6 ? ok : note;
    const told = hasIpv6
      ? tell(
        `There is no second address 127.0.0.2, as on macOS. ${en}`,
        `두 번째 주소 127.0.0.2 없음. macOS에서는 원래 그렇습니다. ${ko}`,
      )
      : tell(
        `There is neither the second address 127.0.0.2 nor ::1. ${en}`,
        `두 번째 주소 127.0.0.2와 ::1이 모두 없음. ${ko}`,
      );
    return os === "linux" ? { ...told, todo: wholeNet } : told;
  },

  ipv6: ({ ipv6 }: Machine) =>
    ipv6.state === "reached"
      ? ok("IPv6: ::1 is there", "IPv6: ::1 있음")
      : note(
        "IPv6: ::1 does not work. Checks use it only where 127.0.0.2 is missing.",
        "IPv6: ::1을 쓸 수 없습니다. 검사는 127.0.0.2가 없을 때만 이 주소를 씁니다.",
      ),

  sockets({ sockets, needs }: Machine): Told {
    if (sockets >= neededSockets) {
      const many = sockets >= mostSockets;
      return ok(
        `${sockets}${many ? " and more" : ""} sockets at once`,
        `동시에 열 수 있는 소켓: ${sockets}개${many ? " 이상" : ""}`,
      );
    }
    const by = neededBy(needs.sockets);
    return problem(
      `Only ${sockets} sockets can be open at once. For a hundred clients it must be ${neededSockets}. ${by.en}`,
      `동시에 열 수 있는 소켓이 ${sockets}개뿐입니다. 클라이언트 100개가 한꺼번에 연결하려면 ${neededSockets}개가 필요합니다. ${by.ko}`,
      moreSockets,
    );
  },

  proxy({ proxies }: Machine): Told {
    const list = proxies.join(", ");
    return proxies.length === 0 ? ok("No proxy", "프록시 없음") : note(
      `A proxy is set (${list}). Sockets do not ask it, whatever NO_PROXY says: only downloads by npx or npm do.`,
      `프록시가 설정되어 있습니다(${list}). NO_PROXY와 관계없이 소켓은 프록시를 쓰지 않습니다. npx나 npm이 내려받을 때만 씁니다.`,
    );
  },

  strace({ os, strace }: Machine): Told {
    if (os !== "linux") {
      return ok(
        "--syscalls is for Linux only; nothing else needs strace",
        "--syscalls는 리눅스에서만 쓸 수 있습니다. 다른 기능에는 strace가 필요 없습니다",
      );
    }
    return strace !== undefined
      ? ok(`strace: ${strace}`, `strace: ${strace}`)
      : note(
        "strace is not installed. Only --syscalls needs it.",
        "strace가 없습니다. --syscalls에만 필요합니다.",
        {
          en: "To see system calls: `sudo apt install strace`",
          ko: "시스템 호출을 보려면: `sudo apt install strace`",
        },
      );
  },

  editor({ code, settings, typed }: Machine): Told {
    if (code === undefined) {
      return note(
        "VS Code's command `code` is not on the PATH. Any editor will do.",
        "PATH에 VS Code의 `code` 명령이 없습니다. 다른 편집기를 써도 됩니다.",
      );
    }
    if (!settings) {
      return note(
        "VS Code is there, and the folder .vscode of the course is not.",
        "VS Code는 있지만 이 과정의 .vscode 폴더가 없습니다.",
        {
          en: "Install the extension denoland.vscode-deno and enable it here.",
          ko: "denoland.vscode-deno 확장을 설치하고 이 폴더에서 켜십시오.",
        },
      );
    }
    return typed.startsWith("npx")
      ? note(
        `VS Code is there: ${code}. Its Deno extension knows no types without \`deno\`; all else works.`,
        `VS Code: ${code}. \`deno\` 명령이 없으면 Deno 확장이 타입을 알지 못합니다. 다른 것은 모두 됩니다.`,
        {
          en: `To see types: \`npm install --global deno@${tested}\``,
          ko: `타입을 보려면: \`npm install --global deno@${tested}\``,
        },
      )
      : ok(
        `VS Code, with the course's settings: ${code}`,
        `VS Code와 이 과정의 설정: ${code}`,
      );
  },

  terminal({ columns, locale }: Machine): Told {
    if (signsFor(locale) !== unicode) {
      return note(
        `The terminal's character set is not UTF-8 (${locale}): pictures are drawn with ASCII, and Korean may be unreadable.`,
        `터미널의 문자 집합이 UTF-8이 아닙니다(${locale}). 그림은 ASCII로 그리고, 한글은 깨질 수 있습니다.`,
        {
          en: "`export LC_ALL=C.UTF-8`, or --lang en",
          ko: "`export LC_ALL=C.UTF-8`, 또는 --lang en",
        },
      );
    }
    if (columns !== undefined && columns < 80) {
      return note(
        `The terminal has ${columns} columns; pictures need 80.`,
        `터미널의 너비가 ${columns}칸입니다. 그림에는 80칸이 필요합니다.`,
        {
          en: "Make the window wider, or use --picture out.html",
          ko: "창을 넓히거나 --picture out.html을 쓰십시오.",
        },
      );
    }
    return columns === undefined
      ? ok("UTF-8, the output is no terminal", "UTF-8, 출력이 터미널이 아님")
      : ok(`UTF-8, ${columns} columns`, `UTF-8, ${columns}칸`);
  },

  files({ course, missing, unseen, changes }: Machine): Told {
    if (missing.length > 0) {
      const { en, ko } = several(missing);
      return problem(
        `Files of the course are missing: ${en}`,
        `과정의 파일이 없습니다: ${ko}`,
        {
          en: `${anew.en} For a single exercise, --reset brings the stub back.`,
          ko:
            `${anew.ko} 연습 문제 파일 하나라면 --reset으로 빈칸 코드를 되살릴 수 있습니다.`,
        },
      );
    }
    if (unseen !== undefined) {
      return note(
        `\`deno test -P\` finds no checks, because of the brackets in the name of the folder: ${unseen}`,
        `폴더 이름에 괄호가 있어 \`deno test -P\`가 검사를 찾지 못합니다: ${unseen}`,
        {
          en:
            "Use `deno task lesson --list`, or take the brackets out of the name.",
          ko: "`deno task lesson --list`를 쓰거나, 이름에서 괄호를 빼십시오.",
        },
      );
    }
    const name = `socketlings ${course}`;
    if (changes === undefined) {
      return ok(`${name}: all files are there`, `${name}: 모든 파일 있음`);
    }
    if (changes.length === 0) {
      return ok(
        `${name}: the checks are as they were handed out`,
        `${name}: 검사가 나누어 준 그대로임`,
      );
    }
    const { en, ko } = several(changes.map(({ path }) => path));
    return note(
      `These are not as they were handed out, so verdicts may not count: ${en}`,
      `나누어 준 것과 다른 파일이 있어 결과가 인정되지 않을 수 있습니다: ${ko}`,
      anew,
    );
  },
};

function ok(en: string, ko: string): Told {
  return { state: "ok", text: { en, ko } };
}

function note(en: string, ko: string, todo?: Text): Told {
  return { state: "note", text: { en, ko }, todo };
}

function problem(en: string, ko: string, todo: Text): Told {
  return { state: "problem", text: { en, ko }, todo };
}

/** Milliseconds there and back that no loopback takes by itself. */
const slow = 20;

/** What is to be said of bytes that were sent there and back at an address. */
function loopback(
  kind: string,
  address: string,
  reached: Reached,
  by: Text,
): Told {
  const [at, bei] = [`${kind} at ${address}`, `${kind} ${address}`];
  switch (reached.state) {
    case "reached": {
      const ms = reached.ms < 1 ? "<1" : reached.ms.toFixed(0);
      const tell = reached.ms < slow ? ok : note;
      const told = tell(
        `${at}: there and back in ${ms} ms`,
        `${bei}: 왕복 ${ms}ms`,
      );
      return reached.ms < slow ? told : { ...told, todo: slowTodo };
    }
    case "changed":
      return problem(
        `${at} is not handed through as it was sent: something takes the connections of this machine to itself. ${by.en}`,
        `${bei}: 보낸 그대로 전달되지 않습니다. 이 컴퓨터 안의 연결을 가로채는 것이 있습니다. ${by.ko}`,
        between,
      );
    case "silent":
      return problem(
        `${at}: what is sent does not arrive. ${by.en}`,
        `${bei}: 보낸 것이 도착하지 않습니다. ${by.ko}`,
        between,
      );
    case "failed":
      return problem(
        `${at} does not work: ${reached.error}. ${by.en}`,
        `${bei}: 쓸 수 없습니다(${reached.error}). ${by.ko}`,
        isCrowded(reached)
          ? moreSockets
          : /os error 10013\b/.test(reached.error)
          ? reserved
          : down,
      );
  }
}

/** EMFILE, and WSAEMFILE on Windows: the process may open no more sockets. */
function isCrowded(reached: Reached): boolean {
  return reached.state === "failed" &&
    /os error (24|10024)\b/.test(reached.error);
}

const everyOne: Text = {
  en: "Every lesson needs it.",
  ko: "모든 과에 필요합니다.",
};

/** Which lessons cannot do without. */
function neededBy(lessons: readonly number[]): Text {
  if (lessons.length === 0) {
    return {
      en: "No lesson of this copy needs it.",
      ko: "이 사본에는 필요한 과가 없습니다.",
    };
  }
  const { en, ko } = named(lessons);
  const needs = lessons.length === 1 ? "needs" : "need";
  return { en: `${en} ${needs} it.`, ko: `${ko}에 필요합니다.` };
}

/** Which lessons do without some of their checks. */
function leftOut(lessons: readonly number[]): Text {
  if (lessons.length === 0) return neededBy(lessons);
  const { en, ko } = named(lessons);
  const leave = lessons.length === 1 ? "leaves" : "leave";
  return {
    en:
      `${en} ${leave} out the checks that need it, and these count for nothing.`,
    ko: `${ko}에서 이것이 필요한 검사는 건너뛰며, 결과에 영향이 없습니다.`,
  };
}

function named(lessons: readonly number[]): Text {
  const last = lessons.at(-1);
  const others = lessons.slice(0, -1).join(", ");
  return {
    en: others === "" ? `Lesson ${last}` : `Lessons ${others} and ${last}`,
    ko: lessons.map((number) => `${number}과`).join(", "),
  };
}

/** The first of many. */
function several(paths: readonly string[]): Text {
  const shown = paths.slice(0, 3).join(", ");
  const more = paths.length - 3;
  return more <= 0 ? { en: shown, ko: shown } : {
    en: `${shown} and ${more} more`,
    ko: `${shown} 외 ${more}개`,
  };
}
