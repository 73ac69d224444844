import type { Remark } from "../record.ts";
import { tooLongFile, tooMuch } from "./remarks.ts";

/** Why a member of an archive is not taken in. */
export type Failure =
  | "tooBig"
  | "overall"
  | "lying"
  | "damaged"
  | "unnamed"
  | "locked"
  | "slow";

/** What to say of such members. */
export const failures: Record<Failure, Remark> = {
  tooBig: tooLongFile,
  overall: tooMuch,
  lying: {
    kind: "tampering",
    text: {
      en:
        "Not taken in, because more came out of the archive than its list of contents says",
      ko: "압축 파일의 목록에 적힌 크기보다 큰 내용이 나와 가져오지 않은 파일",
    },
  },
  damaged: {
    kind: "note",
    text: {
      en: "Not taken in, because it is damaged in the archive",
      ko: "압축 파일 안에서 손상되어 가져오지 않은 파일",
    },
  },
  unnamed: {
    kind: "note",
    text: {
      en:
        "Not taken in, because its name is in an encoding that cannot be read. Unpack the archive into a folder of the same name",
      ko:
        "이름의 인코딩을 읽을 수 없어 가져오지 않은 파일(같은 이름의 폴더에 압축을 풀어 두십시오)",
    },
  },
  locked: {
    kind: "note",
    text: {
      en:
        "Not taken in, because it has a password. Unpack the archive into a folder of the same name, or have it handed in again without a password",
      ko:
        "암호가 걸려 있어 가져오지 않은 파일(같은 이름의 폴더에 압축을 풀어 두거나, 암호 없이 다시 제출받으십시오)",
    },
  },
  slow: {
    kind: "note",
    text: {
      en:
        "Not taken in, because unpacking the archive took too long. If this machine was busy, run the same command again",
      ko:
        "압축을 푸는 데 너무 오래 걸려 가져오지 않은 파일(컴퓨터가 바빴다면 같은 명령을 다시 실행하십시오)",
    },
  },
};
