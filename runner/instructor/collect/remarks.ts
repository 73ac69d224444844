/**
 * How sentences about a submission are made, in which somebody else chose the
 * names.
 *
 * @module
 */
import { basename } from "node:path";
import { map } from "../../../tests/support/text.ts";
import type { Text } from "../../../tests/support/text.ts";
import type { Remark } from "../record.ts";
import { limits } from "./entry.ts";

/**
 * A name that somebody else chose, fit for a sentence: without what moves a
 * cursor or turns the direction of writing, and not too long.
 */
export function shown(name: string): string {
  const plain = name.replaceAll(/\p{C}|\p{Zl}|\p{Zp}/gu, "\uFFFD");
  const letters = [...plain];
  return letters.length <= 120
    ? plain
    : `${letters.slice(0, 60).join("")}…${letters.slice(-50).join("")}`;
}

/** The first names of a list, and how many more there are. */
export function listed(names: readonly string[]): Text {
  const some = names.slice(0, 3).map(shown).join(", ");
  const more = names.length - 3;
  return map(
    { en: ` and ${more} more`, ko: ` 외 ${more}개` },
    (rest) => some + (more > 0 ? rest : ""),
  );
}

/** A sentence about some paths, with their names behind it; none if there are none. */
export function remarkOn(
  paths: readonly string[],
  { kind, text }: Remark,
): Remark[] {
  if (paths.length === 0) return [];
  const list = listed(paths);
  const whole = map(text, (words, language) => `${words}: ${list[language]}`);
  return [{ kind, text: whole }];
}

/** Said of a file that is too long to be an exercise. */
export const tooLongFile: Remark = {
  kind: "note",
  text: {
    en: "Not taken in, because it is longer than 1 MiB",
    ko: "1 MiB보다 커서 가져오지 않은 파일",
  },
};

/** Said of files that would be too much together. */
export const tooMuch: Remark = {
  kind: "note",
  text: {
    en: "Not taken in, because the files together are longer than 8 MiB",
    ko: "파일을 모두 합쳐 8 MiB를 넘어 가져오지 않은 파일",
  },
};

/** Said of folders that cannot be listed. */
export const unreadable: Remark = {
  kind: "note",
  text: {
    en:
      "Not looked into, because the system does not let these folders be read (check their permissions)",
    ko: "시스템이 읽기를 허락하지 않아 열지 못한 폴더(권한을 확인하십시오)",
  },
};

/** Said of a folder with more in it than is looked at. */
export const cut: Remark = {
  kind: "note",
  text: {
    en:
      `The submission has more than ${limits.entries} files and folders; only the first ones were looked at. Usually libraries or build results came along.`,
    ko:
      `제출물에 파일과 폴더가 ${limits.entries}개보다 많아 앞의 것만 보았습니다. 보통 라이브러리나 빌드 결과가 함께 들어온 경우입니다.`,
  },
};

/** Why a file is not taken in. */
export type Failure = "linked" | "tooBig" | "overall" | "gone";

/** What to say of such files. */
export const failures: Record<Failure, Remark> = {
  linked: {
    kind: "tampering",
    text: {
      en:
        "Not taken in, because these files are hard links: the same file has another name elsewhere, so it may be somebody else's",
      ko:
        "하드 링크라서 가져오지 않은 파일(같은 파일에 다른 이름이 또 있어, 다른 사람의 것일 수 있습니다)",
    },
  },
  tooBig: tooLongFile,
  overall: tooMuch,
  gone: {
    kind: "note",
    text: {
      en:
        "Not taken in, because the system could not read it (check its permissions and its name)",
      ko: "시스템이 읽지 못해 가져오지 않은 파일(권한과 이름을 확인하십시오)",
    },
  },
};

/*
 * What is said of things in the folder of submissions.
 */

/** Something in the folder of submissions that somebody should know of. */
export interface FoundRemark {
  path: string;
  text: Text;
}

/** A sentence about one of the submissions, with its name before it. */
export function about(path: string, text: Text): FoundRemark {
  const name = shown(basename(path));
  return { path, text: map(text, (words) => `${name}: ${words}`) };
}

/** Said of the second of two submissions with one name. */
export function sameName(name: string, student: string): Text {
  return {
    en: `There are two submissions named ${shown(name)}. This one is called ${
      shown(student)
    } in all results.`,
    ko: `이름이 같은 제출물이 둘입니다(${
      shown(name)
    }). 이 제출물은 결과에 다음 이름으로 나옵니다: ${shown(student)}`,
  };
}

/** Said of files that are no submissions. */
export function strayText(names: readonly string[]): Text {
  return map(
    listed(names),
    (list, language) =>
      language === "en"
        ? `Not looked at, because a submission is a folder or an archive: ${list}. If one of these is a submission, put it into a folder of the student's name.`
        : `제출물은 폴더나 압축 파일이어야 하므로 보지 않은 파일: ${list}. 이 가운데 제출물이 있으면 학생 이름의 폴더에 넣으십시오.`,
  );
}

/** Said of a link. */
export const link: Text = {
  en:
    "This is a link, and links are not followed. Put the folder itself here if it is a submission.",
  ko: "링크는 따라가지 않습니다. 제출물이라면 폴더 자체를 이곳에 두십시오.",
};

/** Said of a name that cannot be given back to the system. */
export const encoding: Text = {
  en:
    "The name is in another encoding than UTF-8, so it cannot be opened; usually it was unpacked from a ZIP file of a Korean Windows. Rename it, or put that ZIP file here as it is: such names are read in it.",
  ko:
    "이름이 UTF-8이 아니라서 열 수 없습니다. 보통 한국어 Windows에서 만든 ZIP 파일을 푼 경우입니다. 이름을 바꾸거나 그 ZIP 파일을 풀지 않고 이곳에 두십시오. ZIP 안의 이름은 그대로 읽을 수 있습니다.",
};

/** Said of what a student has handed in again since. */
export const earlier: Text = {
  en: "Set aside, because the same student has handed in again after it.",
  ko: "같은 학생이 나중에 다시 제출하여 이 파일은 쓰지 않았습니다.",
};

/** Said of an archive that somebody has unpacked beside it. */
export const setAside: Text = {
  en:
    "Set aside, because a folder of the same name is beside it, and that is what was marked. If they are of two students, rename one.",
  ko:
    "같은 이름의 폴더가 옆에 있어 그 폴더를 채점하고 이 파일은 쓰지 않았습니다. 서로 다른 학생의 것이라면 한쪽의 이름을 바꾸십시오.",
};

/*
 * What is said of links, and of what is no file.
 */

/** A symbolic link in a submission. */
export interface Link {
  /** Where it is, separated by "/". */
  path: string;
  /** What it points to, as it is written there. */
  target: string;
}

/**
 * What is to be said about symbolic links, none of which is followed: one that
 * leads out of the submission is tampering.
 */
export function linkRemarks(links: readonly Link[]): Remark[] {
  const { out = [], inside = [] } = Object.groupBy(
    links,
    (link) => leadsOut(link) ? "out" : "inside",
  );
  return [
    ...remarkOn(out.map(({ path, target }) => `${path} → ${target}`), linkOut),
    ...remarkOn(inside.map(({ path }) => path), linkInside),
  ];
}

/**
 * True if a link points to a place that is not in the submission, or that only
 * exists on one machine.
 */
export function leadsOut({ path, target }: Link): boolean {
  const plain = target.replaceAll("\\", "/");
  if (plain === "" || /^\/|^[a-z]:/i.test(plain)) return true;
  let depth = path.split("/").length - 1;
  for (const part of plain.split("/")) {
    if (part === "..") depth--;
    else if (part !== "." && part !== "") depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** Said of devices, pipes and sockets. */
export const special: Remark = {
  kind: "tampering",
  text: {
    en: "Devices, pipes or sockets in the place of files; they were not opened",
    ko: "파일이 아니라 장치, 파이프, 소켓인 것이 있어 열지 않았습니다",
  },
};

const linkOut: Remark = {
  kind: "tampering",
  text: {
    en: "Links that lead out of the submission; they were not followed",
    ko: "제출물 밖을 가리키는 링크가 있어 따라가지 않았습니다",
  },
};

const linkInside: Remark = {
  kind: "note",
  text: {
    en: "Links are not followed; the files themselves must be handed in",
    ko: "링크라서 가져오지 않았습니다. 파일 자체를 제출해야 합니다",
  },
};
