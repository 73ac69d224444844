/**
 * A system that is set up otherwise for one command alone: namespaces of Linux
 * (unshare(1), which asks for root). Elsewhere tests leave themselves out.
 *
 * @module
 */

/** What a command gets for itself: its network, or its mounted files. */
type Namespace = "--net" | "--mount";

/** Whether this user may make such a namespace and set it up. */
export function canUnshare(namespace: Namespace): boolean {
  const tools = namespace === "--net"
    ? "command -v ip && command -v sysctl && ip link set lo up"
    : "mount --bind . .";
  try {
    const { success } = new Deno.Command("unshare", {
      args: [namespace, "sh", "-c", tools],
      stdout: "null",
      stderr: "null",
    }).outputSync();
    return success;
  } catch {
    return false;
  }
}

/**
 * Gives the beginning of a command line that runs the rest of it in a namespace
 * of its own, after `setup`, which is a line for POSIX sh.
 */
export function unshared(namespace: Namespace, setup: string): string[] {
  return ["unshare", namespace, "sh", "-c", `${setup} && exec "$@"`, "sh"];
}
