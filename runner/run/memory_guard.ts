/**
 * Watches how much memory a process takes, and calls `onTooMuch` once it is
 * more than `limit` MiB. V8 bounds its own heap, but not what lies outside of
 * it, such as the bytes of buffers. Returns the function that ends the watch.
 *
 * The number is the resident set size of ps(1), and on Windows the working set
 * of tasklist. Where there is neither, only V8's bound holds.
 */
export function guardMemory(
  pid: number,
  limit: number,
  onTooMuch: () => void,
): () => void {
  const pause = 200;
  // An ordinary verdict is there before the first look, which costs time too.
  const first = 500;
  let watching = true;
  let timer = setTimeout(look, first);
  async function look(): Promise<void> {
    const size = await residentSize(pid);
    if (size === undefined || !watching) return;
    if (size > limit) onTooMuch();
    else timer = setTimeout(look, pause);
  }
  return () => {
    watching = false;
    clearTimeout(timer);
  };
}

/** MiB; undefined if the process has ended or the system cannot tell. */
async function residentSize(pid: number): Promise<number | undefined> {
  const [program, args] = Deno.build.os === "windows"
    ? ["tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]] as const
    : ["ps", ["-o", "rss=", "-p", String(pid)]] as const;
  try {
    const { stdout } = await new Deno.Command(program, {
      args: [...args],
      stderr: "null",
    }).output();
    return sizeIn(new TextDecoder().decode(stdout));
  } catch {
    return undefined;
  }
}

/**
 * The MiB in what a program says of one process: the last number of its first
 * line, in KiB. Windows groups its digits as each country does.
 */
export function sizeIn(said: string): number | undefined {
  const [line] = said.trim().split(/\r?\n/);
  const size = /"([^"]*)"$/.exec(line)?.[1] ?? line;
  const digits = size.replaceAll(/\D/g, "");
  // Without such a process, tasklist writes a sentence.
  return /^[\d\s.,'\u2019\u00a0\u202f\ufffd]+(K|KB|Ko)?$/i.test(size)
    ? Number(digits) / 1024
    : undefined;
}
