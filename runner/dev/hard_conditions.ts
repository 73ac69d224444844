import { fileURLToPath } from "node:url";

/**
 * Starts the module `url` anew where it has few file descriptors (`ulimit -n`,
 * POSIX sh) and no IPv6 (a network namespace of its own, unshare(1)), as far
 * as this system and this user may. In the process that was started anew, and
 * on Windows, it says which conditions hold; in the outer one it ends with the
 * exit code of the inner one, and returns undefined if that is 0.
 */
export async function hard(
  url: string,
  args: readonly string[],
): Promise<string | undefined> {
  const inner = Deno.env.get("SOCKETLINGS_CONDITIONS");
  if (inner !== undefined) return inner;
  if (Deno.build.os === "windows") return "on Windows, with its own limits";
  const namespace = await canUnshare();
  const script = namespace
    ? "ip link set lo up && sysctl -qw net.ipv6.conf.all.disable_ipv6=1 && "
    : "";
  const command = [
    ...(namespace ? ["unshare", "--net"] : []),
    "sh",
    "-c",
    `${script}ulimit -n 256 && exec "$@"`,
    "sh",
    Deno.execPath(),
    "run",
    "--quiet",
    "--allow-all",
    fileURLToPath(url),
    ...args,
  ];
  const { code } = await new Deno.Command(command[0], {
    args: command.slice(1),
    env: {
      SOCKETLINGS_CONDITIONS: namespace
        ? "256 file descriptors, no IPv6"
        : "256 file descriptors, IPv6 as it is",
    },
  }).spawn().status;
  if (code !== 0) Deno.exit(code);
}

/** Whether this user may make a network namespace and set it up. */
async function canUnshare(): Promise<boolean> {
  const tools = "command -v ip && command -v sysctl && ip link set lo up";
  try {
    const { success } = await new Deno.Command("unshare", {
      args: ["--net", "sh", "-c", tools],
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch {
    return false;
  }
}
