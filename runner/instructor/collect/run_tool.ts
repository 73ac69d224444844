/** A program's output, as far as it was wanted. */
export interface ToolRun {
  bytes: Uint8Array<ArrayBuffer>;
  /** Why the program was ended before it was done. */
  stopped?: "too much" | "too long";
  /** The exit status. */
  code: number;
  /** The beginning of what it wrote to standard error. */
  errors: string;
}

/** What to run, and for how long. */
export interface ToolCall {
  program: string;
  args: readonly string[];
  /** The folder to run it in. */
  cwd?: string;
  /** Bytes of output after which the program is ended. */
  most: number;
  /** Milliseconds after which it is ended. */
  ms: number;
  /** Ends it, too; the run then throws the signal's reason. */
  signal?: AbortSignal;
}

/** What would change what the tools do and say. */
const environment = {
  LC_ALL: Deno.build.os === "darwin" ? "en_US.UTF-8" : "C.UTF-8",
  TAR_OPTIONS: "",
  UNZIP: "",
  UNZIPOPT: "",
  ZIPINFO: "",
  ZIPINFOOPT: "",
};

/**
 * Runs one of the system's tools on something that nobody trusts: it gets no
 * input to ask a question with, and however much it has to say and for however
 * long, it is ended at the limits. Nothing but the wanted bytes is kept.
 *
 * Throws `Deno.errors.NotFound` if there is no such program.
 */
export async function runTool(
  { program, args, cwd, most, ms, signal }: ToolCall,
): Promise<ToolRun> {
  signal?.throwIfAborted();
  const child = new Deno.Command(program, {
    args: [...args],
    cwd,
    env: environment,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let stopped: ToolRun["stopped"];
  const stop = () => {
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  const timer = setTimeout(() => {
    stopped = "too long";
    stop();
  }, Math.max(ms, 0));
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const [out, errors] = await Promise.all([
      firstBytes(child.stdout, most, () => {
        stopped ??= "too much";
        stop();
      }),
      firstBytes(child.stderr, 2_000, () => {}),
    ]);
    const { code } = await child.status;
    signal?.throwIfAborted();
    const words = new TextDecoder().decode(errors);
    return { bytes: out, stopped, code, errors: words };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** The first bytes of a stream, which is read to its end all the same. */
async function firstBytes(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
  onMore: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of stream) {
    if (length + part.length > most) onMore();
    const wanted = part.subarray(0, most - length);
    length += wanted.length;
    if (wanted.length > 0) parts.push(wanted);
  }
  return await new Blob(parts).bytes();
}
