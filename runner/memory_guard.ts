/**
 * Watches how much memory a process takes, and calls `onTooMuch` once it is
 * more than `limit` MiB. V8 bounds its own heap, but not what lies outside of
 * it, such as the bytes of buffers. Returns the function that ends the watch.
 *
 * The number is that of ps(1), the resident set size. Where there is no ps, as
 * on Windows, only V8's bound holds.
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
  if (Deno.build.os === "windows") return undefined;
  try {
    const { stdout } = await new Deno.Command("ps", {
      args: ["-o", "rss=", "-p", String(pid)],
      stderr: "null",
    }).output();
    const kibibytes = parseInt(new TextDecoder().decode(stdout));
    return Number.isNaN(kibibytes) ? undefined : kibibytes / 1024;
  } catch {
    return undefined;
  }
}
