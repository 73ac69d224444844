import { signsFor, unicode } from "../picture/signs.ts";
import type { Finding } from "./finding.ts";
import type { Probed } from "./probed.ts";
import { socketsFinding } from "./sockets_finding.ts";

/** What is to be said of everything around the network. */
export function toolFindings(probed: Probed): Finding[] {
  return [
    socketsFinding(probed),
    proxy(probed),
    strace(probed),
    editor(probed),
    terminal(probed),
  ];
}

function proxy({ proxies }: Probed): Finding {
  const about = "proxy";
  if (proxies.length === 0) {
    return { about, state: "ok", text: { en: "No proxy", ko: "프록시 없음" } };
  }
  const list = proxies.join(", ");
  return {
    about,
    state: "note",
    text: {
      en:
        `A proxy is set (${list}). Sockets do not ask it, whatever NO_PROXY says: only downloads by npx or npm do.`,
      ko:
        `프록시가 설정되어 있습니다(${list}). NO_PROXY와 관계없이 소켓은 프록시를 쓰지 않습니다. npx나 npm이 내려받을 때만 씁니다.`,
    },
  };
}

function strace({ os, strace }: Probed): Finding {
  const about = "strace";
  if (os !== "linux") {
    return {
      about,
      state: "ok",
      text: {
        en: "--syscalls is for Linux only; nothing else needs strace",
        ko:
          "--syscalls는 리눅스에서만 쓸 수 있습니다. 다른 기능에는 strace가 필요 없습니다",
      },
    };
  }
  return strace !== undefined
    ? {
      about,
      state: "ok",
      text: { en: `strace: ${strace}`, ko: `strace: ${strace}` },
    }
    : {
      about,
      state: "note",
      text: {
        en: "strace is not installed. Only --syscalls needs it.",
        ko: "strace가 없습니다. --syscalls에만 필요합니다.",
      },
      todo: {
        en: "To see system calls: `sudo apt install strace`",
        ko: "시스템 호출을 보려면: `sudo apt install strace`",
      },
    };
}

function editor({ code, settings }: Probed): Finding {
  const about = "editor";
  if (code === undefined) {
    return {
      about,
      state: "note",
      text: {
        en: "VS Code's command `code` is not on the PATH. Any editor will do.",
        ko:
          "PATH에 VS Code의 `code` 명령이 없습니다. 다른 편집기를 써도 됩니다.",
      },
    };
  }
  return settings
    ? {
      about,
      state: "ok",
      text: {
        en: `VS Code, with the course's settings: ${code}`,
        ko: `VS Code와 이 과정의 설정: ${code}`,
      },
    }
    : {
      about,
      state: "note",
      text: {
        en: "VS Code is there, and the folder .vscode of the course is not.",
        ko: "VS Code는 있지만 이 과정의 .vscode 폴더가 없습니다.",
      },
      todo: {
        en: "Install the extension denoland.vscode-deno and enable it here.",
        ko: "denoland.vscode-deno 확장을 설치하고 이 폴더에서 켜십시오.",
      },
    };
}

function terminal({ columns, locale }: Probed): Finding {
  const about = "terminal";
  if (signsFor(locale) !== unicode) {
    return {
      about,
      state: "note",
      text: {
        en:
          `The terminal's character set is not UTF-8 (${locale}): pictures are drawn with ASCII, and Korean may be unreadable.`,
        ko:
          `터미널의 문자 집합이 UTF-8이 아닙니다(${locale}). 그림은 ASCII로 그리고, 한글은 깨질 수 있습니다.`,
      },
      todo: {
        en: "`export LC_ALL=C.UTF-8`, or --lang en",
        ko: "`export LC_ALL=C.UTF-8`, 또는 --lang en",
      },
    };
  }
  if (columns !== undefined && columns < 80) {
    return {
      about,
      state: "note",
      text: {
        en: `The terminal has ${columns} columns; pictures need 80.`,
        ko: `터미널의 너비가 ${columns}칸입니다. 그림에는 80칸이 필요합니다.`,
      },
      todo: {
        en: "Make the window wider, or use --picture out.html",
        ko: "창을 넓히거나 --picture out.html을 쓰십시오.",
      },
    };
  }
  const width = columns === undefined
    ? { en: "the output is no terminal", ko: "출력이 터미널이 아님" }
    : { en: `${columns} columns`, ko: `${columns}칸` };
  return {
    about,
    state: "ok",
    text: { en: `UTF-8, ${width.en}`, ko: `UTF-8, ${width.ko}` },
  };
}
