import { join } from "node:path";
import { environment } from "../../environment.ts";
import { Refusal } from "../refusal.ts";

/** A kind of archive. */
export type Kind = "zip" | "tar";

/**
 * The system's own command that packs the folder `name` into `file`, both of
 * the folder that it runs in. Windows has no zip, but its tar makes one.
 */
export function packer(
  kind: Kind,
  file: string,
  name: string,
  os: string = Deno.build.os,
): string[] {
  const windows = environment("SystemRoot") ?? "C:\\Windows";
  // Another tar, of Git for Windows, may be found first, and knows no zip.
  const tar = os === "windows" ? join(windows, "System32", "tar.exe") : "tar";
  if (kind === "tar") return [tar, "-c", "-z", "-f", file, name];
  return os === "windows"
    ? [tar, "-a", "-c", "-f", file, name]
    : ["zip", "-q", "-r", "-X", file, name];
}

/**
 * Runs a command that packs, in `folder`. Throws a `Refusal` if it is not on
 * this machine or fails, and what the signal says when it fires.
 */
export async function pack(
  [program, ...args]: readonly string[],
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { success, stderr } = await new Deno.Command(program, {
      args,
      cwd: folder,
      stdin: "null",
      stdout: "null",
      // Without this, the tar of macOS adds a second file to each.
      env: { COPYFILE_DISABLE: "1" },
      signal,
    }).output();
    signal.throwIfAborted();
    if (!success) throw failed(program, new TextDecoder().decode(stderr));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw missing(program);
    throw error;
  }
}

function missing(program: string): Refusal {
  return new Refusal({
    en:
      `${program} is not on this machine, and it is what packs the archive. Install it, or name a folder and pack it yourself`,
    ko:
      `압축에 쓰는 프로그램이 이 컴퓨터에 없습니다: ${program}\n설치하거나, 폴더 이름을 적어 사본을 만든 뒤 직접 압축하십시오`,
  });
}

function failed(program: string, said: string): Refusal {
  return new Refusal({
    en: `${program} could not pack the archive: ${said.trim()}`,
    ko: `압축하지 못했습니다. ${program} 프로그램의 메시지: ${said.trim()}`,
  });
}
