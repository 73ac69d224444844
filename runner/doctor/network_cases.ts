import type { Case } from "./case.ts";

const failed = { state: "failed", error: "Boom (os error 1)" } as const;
const crowded = {
  state: "failed",
  error: "Too many open files (os error 24)",
} as const;
const silent = { state: "silent" } as const;
const changed = { state: "changed" } as const;
const late = { state: "reached", ms: 31.4 } as const;

/** Networks that are in order, or not. */
export const networkCases: readonly Case[] = [
  {
    what: "no loopback",
    machine: { stream: failed },
    about: "tcp",
    state: "problem",
    en: /TCP at 127\.0\.0\.1 does not work: Boom.*Every lesson.*ip link set/,
    ko: /TCP 127\.0\.0\.1: 쓸 수 없습니다\(Boom.*모든 과.*ip link set/,
  },
  {
    what: "a firewall before TCP",
    machine: { stream: silent },
    about: "tcp",
    state: "problem",
    en: /does not arrive\. Every lesson.*firewall/,
    ko: /도착하지 않습니다\. 모든 과.*방화벽/,
  },
  {
    what: "something that takes connections",
    machine: { stream: changed },
    about: "tcp",
    state: "problem",
    en: /takes the connections of this machine.*antivirus/,
    ko: /가로채는 것이 있습니다.*백신/,
  },
  {
    what: "a slow loopback",
    machine: { stream: late },
    about: "tcp",
    state: "note",
    en: /there and back in 31 ms.*VPN/,
    ko: /왕복 31ms.*VPN/,
  },
  {
    what: "a firewall before UDP",
    machine: { datagrams: silent },
    about: "udp",
    state: "problem",
    en: /UDP at .*Lessons 1 and 5/,
    ko: /UDP 127.*1과와 5과/,
  },
  {
    what: "too few descriptors for UDP",
    machine: { datagrams: crowded },
    about: "udp",
    state: "problem",
    en: /Too many open files.*ulimit -n 1024/,
    ko: /Too many open files.*ulimit -n 1024/,
  },
  {
    what: "a listener that may not be everywhere",
    machine: { everywhere: failed },
    about: "everywhere",
    state: "problem",
    en: /TCP at 0\.0\.0\.0.*Lesson 8/,
    ko: /TCP 0\.0\.0\.0.*8과/,
  },
  {
    what: "ports that accept whatever comes",
    machine: { refused: "accepted" },
    about: "refusal",
    state: "problem",
    en: /accepts connections to a port where nobody listens/,
    ko: /연결을 받아 주는 것이 있습니다/,
  },
  {
    what: "ports that say nothing",
    machine: { refused: "silent" },
    about: "refusal",
    state: "problem",
    en: /gives no answer.*firewall/,
    ko: /응답하지도 않습니다.*방화벽/,
  },
  {
    what: "Linux without 127.0.0.2",
    machine: { second: failed },
    about: "second address",
    state: "note",
    en: /lessons 3, 5 and 8 leave out.*ip addr add 127\.0\.0\.1\/8/,
    ko: /3과, 5과, 8과는.*건너뛰고.*ip addr add 127\.0\.0\.1\/8/,
  },
  {
    what: "Linux with too few descriptors for 127.0.0.2",
    machine: { second: crowded },
    about: "second address",
    state: "problem",
    en: /ulimit/,
    ko: /ulimit/,
  },
  {
    what: "macOS, which has no 127.0.0.2",
    machine: { os: "darwin", second: failed },
    about: "second address",
    state: "ok",
    en: /lessons 3, 5 and 8 leave out.*take ::1/,
    ko: /3과, 5과, 8과는.*건너뛰고 세지 않습니다.*::1/,
  },
  {
    what: "neither 127.0.0.2 nor IPv6",
    machine: { os: "darwin", second: failed, ipv6: failed },
    about: "second address",
    state: "note",
    en: /lessons 3, 5, 6 and 8 leave out/,
    ko: /3과, 5과, 6과, 8과는.*건너뛰고/,
  },
  {
    what: "wine, which loses resets",
    machine: { resets: false },
    about: "resets",
    state: "note",
    en: /lessons 4, 6, 7 and 12 leave out/,
    ko: /4과, 6과, 7과, 12과는.*건너뛰고/,
  },
  {
    what: "no IPv6",
    machine: { ipv6: failed },
    about: "ipv6",
    state: "note",
    en: /only where 127\.0\.0\.2 is missing/,
    ko: /127\.0\.0\.2가 없을 때만/,
  },
];
