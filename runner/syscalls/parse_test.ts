import assert from "node:assert/strict";
import { addressOf, errorOf, parseTrace } from "./trace.ts";

Deno.test("parseTrace() joins a call that another thread interrupted", () => {
  const calls = parseTrace(`
27627 accept4(36,  <unfinished ...>
27630 close(9)                          = 0
27627 <... accept4 resumed>{sa_family=AF_INET}, [128 => 16], 0) = 38
`);
  assert.deepEqual(calls.map(({ name, args }) => [name, args]), [
    ["close", "9"],
    ["accept4", "36, {sa_family=AF_INET}, [128 => 16], 0"],
  ]);
});

Deno.test("parseTrace() takes a close for done when it began", () => {
  const calls = parseTrace(`
71 close(5 <unfinished ...>
72 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 5
71 <... close resumed>)              = 0
`);
  assert.deepEqual(calls.map(({ name }) => name), ["close", "socket"]);
});

Deno.test("parseTrace() is not misled by what was sent", () => {
  const text = String.raw`"a) = 7 <unfinished ...>\n"`;
  const [call, ...more] = parseTrace(`71 sendto(5, ${text}, 25, 0) = 25`);
  assert.deepEqual(more, []);
  assert.deepEqual(call, {
    name: "sendto",
    args: `5, ${text}, 25, 0`,
    result: "25",
  });
});

Deno.test("parseTrace() leaves out what is no call", () => {
  const text = `
error: Uncaught (in promise) Error: no
71 <... recvfrom resumed> <unfinished ...>) = ?
71 +++ exited with 0 +++
72 --- SIGCHLD {si_signo=SIGCHLD} ---
`;
  assert.deepEqual(parseTrace(text), []);
});

Deno.test("addressOf() reads IPv6, and errorOf() the error", () => {
  const [call] = parseTrace(
    "71 connect(5, {sa_family=AF_INET6, sin6_port=htons(80), " +
      'sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), ' +
      "sin6_scope_id=0}, 28) = -1 ECONNREFUSED (Connection refused)",
  );
  assert.equal(addressOf(call), "::1:80");
  assert.equal(errorOf(call), "ECONNREFUSED");
});
