import type { Remark } from "../record.ts";
import { limits } from "./entry.ts";
import { tooLongFile, tooMuch } from "./remarks.ts";

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
