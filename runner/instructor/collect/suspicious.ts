import type { Remark } from "../record.ts";
import { remarkOn } from "./remarks.ts";

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
