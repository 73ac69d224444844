/**
 * Why an archive is not opened.
 *
 * @module
 */
import type { Remark } from "../record.ts";
import { limits } from "./entry.ts";
import { shown } from "./remarks.ts";

/** Milliseconds that listing an archive may take, and reading from it. */
export const deadline = 10_000;

/** Times that files unpacked may be longer than the archive. */
const honestRatio = 100;

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

/** What to say of an archive with more members than are looked at. */
export const tooMany: Remark = {
  kind: "note",
  text: {
    en:
      `The archive was not opened: it has more than ${limits.entries} members. Usually libraries or build results came along. Unpack it into a folder of the same name, or have it handed in again without them.`,
    ko:
      `압축 파일을 열지 않았습니다. 들어 있는 항목이 ${limits.entries}개를 넘습니다. 보통 라이브러리나 빌드 결과가 함께 들어온 경우입니다. 같은 이름의 폴더에 풀어 두거나, 그것을 빼고 다시 제출받으십시오.`,
  },
};

/** What to say of an archive of a kind that no tool here opens. */
export const otherKind: Remark = {
  kind: "note",
  text: {
    en:
      "The archive was not opened: archives of this kind cannot be opened here. Unpack it into a folder of the same name, or have it handed in again as .zip or .tar.gz.",
    ko:
      "이 종류의 압축 파일은 열 수 없습니다. 같은 이름의 폴더에 풀어 두거나, .zip 또는 .tar.gz로 다시 제출받으십시오.",
  },
};

/** What to say of an archive with a password. */
export const encrypted: Remark = {
  kind: "note",
  text: {
    en:
      "The archive was not opened: it has a password. Unpack it into a folder of the same name, or have it handed in again without a password.",
    ko:
      "압축 파일에 암호가 걸려 있어 열지 않았습니다. 같은 이름의 폴더에 풀어 두거나, 암호 없이 다시 제출받으십시오.",
  },
};

/** What to say of a file in which a tool finds no archive, in its words. */
export function unreadable(why: string): Remark {
  return {
    kind: "note",
    text: {
      en: `The archive cannot be opened: ${
        shown(why)
      }\nUsually it was not uploaded completely, or it is of another kind than its name says. Have it handed in again.`,
      ko: `압축 파일을 열 수 없습니다: ${
        shown(why)
      }\n보통 파일이 끝까지 올라오지 않았거나, 이름과 다른 종류의 파일인 경우입니다. 다시 제출받으십시오.`,
    },
  };
}

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

/** Said of an archive that cannot be listed in time. */
export const tooLong: Remark = {
  kind: "note",
  text: {
    en: `The archive was not opened: listing it took more than ${
      deadline / 1_000
    } s. It is damaged, or made to unpack to very much; if this machine was busy, run the same command again.`,
    ko: `목록을 읽는 데 ${
      deadline / 1_000
    }초가 넘게 걸려 압축 파일을 열지 않았습니다. 파일이 손상되었거나 아주 큰 것으로 풀리도록 만든 것일 수 있습니다. 컴퓨터가 바빴다면 같은 명령을 다시 실행하십시오.`,
  },
};

/** What to say where an archive cannot be opened for want of a tool. */
export const noTool: Remark = {
  kind: "note",
  text: {
    en:
      "This archive was not opened: this system has no program for it. Install unzip (for .zip) or GNU tar or bsdtar, or unpack it into a folder of the same name, and run the same command again.",
    ko:
      "이 시스템에 압축을 풀 프로그램이 없어 파일을 열지 않았습니다. unzip(.zip용), GNU tar, bsdtar 가운데 하나를 설치하거나 같은 이름의 폴더에 풀어 둔 뒤, 같은 명령을 다시 실행하십시오.",
  },
};
