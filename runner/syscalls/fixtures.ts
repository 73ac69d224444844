/**
 * What strace(1) and the checks recorded of one small lesson: the check
 * listens and sends "hi", the student's code connects, reads and closes, and
 * then connects to a port where nobody listens.
 *
 * @module
 */
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";

const at = (port: number) =>
  `{sa_family=AF_INET, sin_port=htons(${port}), sin_addr=inet_addr("127.0.0.1")}`;

/** As strace wrote it. */
export const trace = `
71 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 36
71 setsockopt(36, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0
71 bind(36, ${at(0)}, 16) = 0
71 listen(36, 511) = 0
71 getsockname(36, ${at(40001)}, [128 => 16]) = 0
71 socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [30, 31]) = 0
71 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 37
71 connect(37, ${at(40001)}, 16) = -1 EINPROGRESS (Operation now in progress)
71 accept4(36, ${at(50001)}, [128 => 16], SOCK_CLOEXEC|SOCK_NONBLOCK) = 38
71 getsockname(38, ${at(40001)}, [128 => 16]) = 0
71 getpeername(38, ${at(50001)}, [128 => 16]) = 0
71 getsockopt(37, SOL_SOCKET, SO_ERROR, [0], [4]) = 0
71 getsockname(37, ${at(50001)}, [128 => 16]) = 0
71 getpeername(37, ${at(40001)}, [128 => 16]) = 0
71 recvfrom(37, 0x7f17, 2, 0, NULL, NULL) = -1 EAGAIN (Try again)
71 sendto(38, "hi", 2, MSG_NOSIGNAL, NULL, 0) = 2
71 recvfrom(37, "h", 1, 0, NULL, NULL) = 1
71 recvfrom(37, "i", 1, 0, NULL, NULL) = 1
71 shutdown(37, SHUT_WR) = 0
71 close(37) = 0
71 close(38) = 0
71 close(36) = 0
71 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 36
71 connect(36, ${at(40002)}, 16) = -1 EINPROGRESS (Operation now in progress)
71 getsockopt(36, SOL_SOCKET, SO_ERROR, [ECONNREFUSED], [4]) = 0
71 close(36) = 0
`;

const address = (port: number): Deno.NetAddr => ({
  transport: "tcp",
  hostname: "127.0.0.1",
  port,
});

/** An event of the student's code, on a line of connect.ts. */
export function event(
  line: number | undefined,
  more: Partial<RecordedEvent>,
): RecordedEvent {
  const place = line === undefined
    ? undefined
    : { file: "connect.ts", line, column: 1, url: "file:///connect.ts" };
  return {
    side: "student",
    call: "read",
    began: 1,
    ended: 2,
    outcome: "ok",
    times: 1,
    place,
    ...more,
  };
}

/** As the check recorded it. */
export const recording: Recording = {
  peerName: { en: "the server", ko: "서버" },
  sockets: [
    {
      id: 1,
      side: "peer",
      kind: "listener",
      local: address(40001),
      state: "closed",
    },
    {
      id: 2,
      side: "peer",
      kind: "connection",
      local: address(40001),
      remote: address(50001),
      state: "closed",
    },
    {
      id: 3,
      side: "student",
      kind: "connection",
      local: address(50001),
      remote: address(40001),
      state: "closed",
    },
  ],
  events: [
    event(undefined, { side: "peer", call: "listen", socket: 1 }),
    event(18, { call: "connect", socket: 3, address: address(40001) }),
    event(undefined, { side: "peer", call: "write", socket: 2, size: 2 }),
    event(20, { call: "read", socket: 3, size: 2, times: 2 }),
    event(undefined, { call: "close", socket: 3 }),
    event(18, {
      call: "connect",
      address: address(40002),
      outcome: "error",
      error: { name: "ConnectionRefused", message: "refused" },
    }),
    event(22, {
      call: "connect",
      address: address(80),
      outcome: "error",
      error: { name: "NotCapable", message: "no" },
    }),
  ],
};
