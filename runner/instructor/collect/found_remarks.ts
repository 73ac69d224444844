/**
 * What is said of things in the folder of submissions.
 *
 * @module
 */
import { basename } from "node:path";
import { map } from "../../../tests/support/text.ts";
import type { Text } from "../../../tests/support/text.ts";
import { listed, shown } from "./remarks.ts";

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
