/**
 * The variables that Deno needs of its environment: where its cache is, where
 * programs and their libraries are, and what Windows needs for sockets.
 */
const needed = [
  "PATH",
  "HOME",
  "DENO_DIR",
  "XDG_CACHE_HOME",
  "TMPDIR",
  "LD_LIBRARY_PATH",
  "SystemRoot",
  "LOCALAPPDATA",
  "USERPROFILE",
  "TEMP",
] as const;

/**
 * The environment for a process that runs an exercise. The exercise may not
 * read it, and so that it would find no password even if it could, it has
 * nothing but what Deno needs. A runner that may not read that itself, as with
 * `deno task lesson`, hands on its own: there the code is the user's.
 */
export function childEnvironment(): Pick<
  Deno.CommandOptions,
  "clearEnv" | "env"
> {
  const env: Record<string, string> = {
    NO_COLOR: "1",
    RUST_BACKTRACE: "0",
    // Else Deno 2.9 copies its own 97 MB at every start where there is no
    // `node` and its cache is on another volume.
    DENO_DISABLE_NODE_SHIM: "1",
  };
  for (const variable of needed) {
    const { state } = Deno.permissions.querySync({ name: "env", variable });
    if (state !== "granted") return { env };
    const value = Deno.env.get(variable);
    if (value !== undefined) env[variable] = value;
  }
  return { clearEnv: true, env };
}
