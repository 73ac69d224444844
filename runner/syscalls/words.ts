import type { Text } from "../../tests/support/text.ts";

/** Counts the calls of a check that are not shown. */
export function moreCalls(count: number): Text {
  return {
    en: `${count} more ${count === 1 ? "call" : "calls"} as above; --all: each`,
    ko: `위와 같은 호출 ${count}개 더. 모두 보려면 --all`,
  };
}

/** Counts the checks that are not shown. */
export function moreChecks(count: number): Text {
  const checks = count === 1 ? "1 more check" : `${count} more checks`;
  return {
    en: `${checks} passed with nothing new; --all shows them`,
    ko: `통과했고 새로운 호출이 없는 검사 ${count}개 더. 모두 보려면 --all`,
  };
}

/** Who made a call whose line is not known. */
export const yourCode: Text = { en: "your code", ko: "내 코드" };

/** Why a call that has not ended became nothing. */
export const waiting: Text = {
  en: "the kernel had nothing for it yet: it waits",
  ko: "커널에서 아직 온 것이 없어 기다리는 중",
};

/** Why a call that failed may have become nothing. */
export const refused: Text = {
  en: "no system call: Deno gave this error itself",
  ko: "시스템 호출 없음: Deno가 스스로 알린 오류",
};

/** What is said of a call for which nothing was found. */
export const unseen: Text = {
  en: "no system call of its own was seen",
  ko: "이 호출만의 시스템 호출은 보이지 않음",
};

/** What the one error is that is none, where it was shown. */
export const inProgress: Text = {
  en:
    "EINPROGRESS: connect() returned at once, and the kernel goes on with it.",
  ko: "EINPROGRESS: connect()는 바로 돌아왔고, 연결은 커널이 계속 진행합니다.",
};

/** What is said of a run without any call. */
export const nothing: Text = {
  en: "Your code made no call on a socket, so there is nothing to show yet.",
  ko: "코드가 소켓을 쓰지 않아 아직 보여 줄 시스템 호출이 없습니다.",
};

/** Leads to what a failure is about. */
export const inWords: Text = {
  en: "What failed, in words:",
  ko: "무엇이 실패했는지 말로 보려면:",
};
