import type { Probed } from "./probed.ts";

/** A machine on which there is nothing to be said. */
export const healthy: Probed = {
  deno: "2.9.6",
  os: "linux",
  stream: { state: "reached", ms: 0.1 },
  datagrams: { state: "reached", ms: 0.1 },
  everywhere: { state: "reached", ms: 0.1 },
  second: { state: "reached", ms: 0.1 },
  ipv6: { state: "reached", ms: 0.1 },
  refused: "refused",
  resets: true,
  sockets: 300,
  proxies: [],
  strace: "/usr/bin/strace",
  code: "/usr/bin/code",
  settings: true,
  columns: 80,
  locale: "ko_KR.UTF-8",
  missing: [],
};
