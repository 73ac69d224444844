import { join } from "node:path";
import { changesSince, listOf } from "../checksums.ts";
import { root } from "../course.ts";
import { environment } from "../environment.ts";
import {
  connectToNobody,
  countSockets,
  findProgram,
  isFile,
  isTakenForPattern,
  missingFiles,
} from "./other_probes.ts";
import type { Probed } from "./probed.ts";
import { datagramTrips, streamTrips } from "./round_trips.ts";

/** Looks at this machine. What takes time is looked at all at once. */
export async function probe(): Promise<Probed> {
  // First, and without a pause: nothing else may need a socket meanwhile.
  const sockets = countSockets();
  const [stream, datagrams, everywhere, second, ipv6, refused] = await Promise
    .all([
      streamTrips("127.0.0.1"),
      datagramTrips("127.0.0.1"),
      streamTrips("0.0.0.0", "127.0.0.1"),
      streamTrips("127.0.0.2"),
      streamTrips("::1"),
      connectToNobody(),
    ]);
  const list = listOf(root);
  const path = environment("PATH");
  return {
    deno: Deno.version.deno,
    os: Deno.build.os,
    stream,
    datagrams,
    everywhere,
    second,
    ipv6,
    refused,
    sockets,
    proxies: proxyVariables.filter((name) => environment(name)),
    strace: findProgram("strace", path),
    code: findProgram("code", path),
    settings: isFile(join(root, ".vscode", "settings.json")),
    columns: Deno.stdout.isTerminal()
      ? Deno.consoleSize().columns || undefined
      : undefined,
    locale: environment("LC_ALL") || environment("LC_CTYPE") ||
      environment("LANG"),
    missing: missingFiles(root),
    unseen: isTakenForPattern(root) ? root : undefined,
    // Lessons that were handed out later are added to the same folder.
    changes: list && (await changesSince(list, root))
      .filter(({ state }) => state !== "added"),
  };
}

/** As curl(1) reads them; Windows does not tell upper case from lower. */
const proxyVariables = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
  .flatMap((name) =>
    Deno.build.os === "windows" ? [name] : [name, name.toLowerCase()]
  );
