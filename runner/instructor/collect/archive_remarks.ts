/**
 * Why an archive is not opened, or something in it is not taken in.
 *
 * @module
 */
import type { ArchiveError, Fault } from "../../archive/packed.ts";
import { map } from "../../../tests/support/text.ts";
import type { Text } from "../../../tests/support/text.ts";
import type { Remark } from "../record.ts";
import { limits } from "./entry.ts";
import { shown, tooLongFile } from "./remarks.ts";

/** Times that files unpacked may be longer than the archive. */
const honestRatio = 100;

/**
 * Bytes that may come out of an archive of `packed` bytes: what an honest one
 * has, with all the libraries that nobody hands in on purpose.
 */
export function mostUnpacked(packed: number): number {
  return Math.max(limits.total + limits.entries * 2_048, honestRatio * packed);
}

/** What to say of an archive that unpacks to `total` bytes, or to more. */
export function tooBig(total: number, packed: number): Remark {
  const size = Math.ceil(total / 1024 / 1024).toLocaleString("en");
  const most = limits.total / 1024 / 1024;
  if (total > honestRatio * packed) {
    return {
      kind: "tampering",
      text: {
        en:
          `The archive was not opened: its ${packed} bytes would unpack to ${size} MiB or more. Such an archive is made to fill a disk.`,
        ko:
          `압축 파일을 열지 않았습니다. ${packed}바이트가 풀면 ${size} MiB 이상이 됩니다. 디스크를 채우려고 만든 파일입니다.`,
      },
    };
  }
  return {
    kind: "note",
    text: {
      en:
        `The archive was not opened: it unpacks to ${size} MiB or more, and ${most} MiB is the limit. Usually libraries, videos or build results came along. Unpack it into a folder of the same name, or have it handed in again without them.`,
      ko:
        `압축 파일을 열지 않았습니다. 풀면 ${size} MiB 이상인데 한도는 ${most} MiB입니다. 보통 라이브러리나 영상, 빌드 결과가 함께 들어온 경우입니다. 같은 이름의 폴더에 풀어 두거나, 그것을 빼고 다시 제출받으십시오.`,
    },
  };
}

/** What to say of an archive with more than `most` members. */
export function tooMany(most: number): Remark {
  return {
    kind: "note",
    text: {
      en:
        `The archive was not opened: it has more than ${most} members. Usually libraries or build results came along. Unpack it into a folder of the same name, or have it handed in again without them.`,
      ko:
        `압축 파일을 열지 않았습니다. 들어 있는 항목이 ${most}개를 넘습니다. 보통 라이브러리나 빌드 결과가 함께 들어온 경우입니다. 같은 이름의 폴더에 풀어 두거나, 그것을 빼고 다시 제출받으십시오.`,
    },
  };
}

/** What to say of an archive of `packed` bytes that cannot be read. */
export function unopened(
  { fault, detail }: ArchiveError,
  packed: number,
): Remark {
  if (fault === "other kind") return otherKind(detail);
  if (fault === "too much") return tooBig(mostUnpacked(packed) + 1, packed);
  if (fault === "long name") return longNames;
  return unreadable(causes[fault] ?? { en: detail, ko: detail });
}

const causes: { [fault in Fault]?: Text } = {
  unknown: {
    en: "Its bytes are those of no archive.",
    ko: "파일의 내용이 압축 파일이 아닙니다.",
  },
  "cut off": { en: "Its end is missing.", ko: "파일의 끝부분이 없습니다." },
  damaged: { en: "It is damaged.", ko: "파일이 손상되었습니다." },
};

/** What to say of an archive that cannot be opened, and why. */
export function unreadable(why: Text): Remark {
  const { en, ko } = map(why, shown);
  return {
    kind: "note",
    text: {
      en:
        `The archive cannot be opened: ${en}\nUsually it was not uploaded completely, or it is of another kind than its name says. Have it handed in again.`,
      ko:
        `압축 파일을 열 수 없습니다: ${ko}\n보통 파일이 끝까지 올라오지 않았거나, 이름과 다른 종류의 파일인 경우입니다. 다시 제출받으십시오.`,
    },
  };
}

function otherKind(kind: string): Remark {
  return {
    kind: "note",
    text: {
      en:
        `The archive was not opened: it is of a kind that is not opened here (${kind}). Unpack it into a folder of the same name, or have it handed in again as .zip or .tar.gz.`,
      ko:
        `이 종류의 압축 파일(${kind})은 여기에서 열지 않습니다. 같은 이름의 폴더에 풀어 두거나, .zip 또는 .tar.gz로 다시 제출받으십시오.`,
    },
  };
}

/** Said of an archive whose names are longer than any names are. */
export const longNames: Remark = {
  kind: "tampering",
  text: {
    en:
      "The archive was not opened: the names in it take up some MiB. Such an archive is made to fill the memory of whoever opens it.",
    ko:
      "들어 있는 이름만으로 여러 MiB가 되어 압축 파일을 열지 않았습니다. 여는 컴퓨터의 메모리를 채우려고 만든 파일입니다.",
  },
};

/** Said of an archive that has another name elsewhere. */
export const hardLinked: Remark = {
  kind: "tampering",
  text: {
    en:
      "The archive was not opened: it is a hard link, so the same file has another name elsewhere and may be somebody else's.",
    ko:
      "압축 파일이 하드 링크라서 열지 않았습니다. 같은 파일에 다른 이름이 또 있어, 다른 사람의 것일 수 있습니다.",
  },
};

/** What to say of files in an archive that cannot be read, their names behind it. */
export function untaken({ fault, detail }: ArchiveError): Remark {
  if (fault === "other kind") return otherMethod(detail);
  if (fault === "too long") return tooLongFile;
  return fault === "lying" ? lying : fault === "password" ? locked : damaged;
}

const lying: Remark = {
  kind: "tampering",
  text: {
    en:
      "Not taken in, because something else or more came out of the archive than its list of contents says",
    ko:
      "압축 파일의 목록에 적힌 것과 다르거나 그보다 큰 내용이 나와 가져오지 않은 파일",
  },
};

const damaged: Remark = {
  kind: "note",
  text: {
    en: "Not taken in, because it is damaged in the archive",
    ko: "압축 파일 안에서 손상되어 가져오지 않은 파일",
  },
};

const locked: Remark = {
  kind: "note",
  text: {
    en:
      "Not taken in, because it has a password. Unpack the archive into a folder of the same name, or have it handed in again without a password",
    ko:
      "암호가 걸려 있어 가져오지 않은 파일(같은 이름의 폴더에 압축을 풀어 두거나, 암호 없이 다시 제출받으십시오)",
  },
};

function otherMethod(name: string): Remark {
  return {
    kind: "note",
    text: {
      en:
        `Not taken in, because it is packed in a way that is not read here (${name}). Unpack the archive into a folder of the same name, or have it handed in again as an ordinary .zip or .tar.gz`,
      ko:
        `여기에서 읽지 않는 방식(${name})으로 압축되어 가져오지 않은 파일(같은 이름의 폴더에 압축을 풀어 두거나, 보통의 .zip 또는 .tar.gz로 다시 제출받으십시오)`,
    },
  };
}

/** Said of names that lead out of the submission. */
export const outside: Remark = {
  kind: "tampering",
  text: {
    en:
      "The archive has members that would be written outside of the submission; they were not taken in",
    ko: "제출물 밖에 파일을 쓰려는 항목이 있어 가져오지 않았습니다",
  },
};

/** Said of names with control characters. */
export const controlled: Remark = {
  kind: "note",
  text: {
    en: "Not taken in, because these names have control characters in them",
    ko: "이름에 제어 문자가 들어 있어 가져오지 않은 파일",
  },
};

/** Said of hard links to something in the submission. */
export const hardLinks: Remark = {
  kind: "note",
  text: {
    en: "Hard links are not followed; the files themselves must be handed in",
    ko: "하드 링크라서 가져오지 않았습니다. 파일 자체를 제출해야 합니다",
  },
};

/** Said of hard links to something else. */
export const hardLinksOut: Remark = {
  kind: "tampering",
  text: {
    en: "Hard links that lead out of the submission; they were not followed",
    ko: "제출물 밖을 가리키는 하드 링크가 있어 따라가지 않았습니다",
  },
};

/** Said of files that an archive has twice. */
export const more: Remark = {
  kind: "note",
  text: {
    en:
      "Not taken in, because the archive has it more than once, and which one is meant cannot be known",
    ko: "압축 파일에 같은 이름으로 여러 번 들어 있어 가져오지 않은 파일",
  },
};
