import assert from "node:assert/strict";
import { connect, listen, listenDatagram } from "./calls.ts";
import { encode } from "../bytes.ts";
import { closePort, holdPort, noPorts, openPort, routeTo } from "./reach.ts";
import { resettingClient, resettingServer } from "../network/reset.ts";
import { createScope, endScope } from "./scope.ts";
import type { Socket } from "./wire_log.ts";

const loopback = { hostname: "127.0.0.1", port: 0 };
const udp = { ...loopback, transport: "udp" } as const;

/** A socket that stands for one of the run. */
function bound(
  hostname: string,
  kind: Socket["kind"] = "listener",
): Pick<Socket, "kind" | "local"> {
  return { kind, local: { transport: "tcp", hostname, port: 4321 } };
}

/** The way to a listener at `to`, in a run whose only listener is at `host`. */
function way(host: string, to: string): string | undefined {
  const ports = noPorts();
  openPort(ports, bound(host));
  return routeTo(ports, "listener", { hostname: to, port: 4321 });
}

Deno.test("routeTo() finds a socket under each of its names", () => {
  const names: Record<string, string[]> = {
    "127.0.0.1": ["127.0.0.1", "0.0.0.0", "::ffff:127.0.0.1", "::FFFF:7f00:1"],
    "127.0.0.2": ["127.0.0.2", "::ffff:127.0.0.2"],
    "0.0.0.0": ["127.0.0.1", "127.0.0.2", "0.0.0.0"],
    "::1": ["::1", "0:0:0:0:0:0:0:1", "[::1]", "::1%lo"],
    "::": ["::1", "127.0.0.1", "127.0.0.2"],
  };
  for (const [host, all] of Object.entries(names)) {
    for (const name of all) assert.equal(way(host, name), name);
  }
});

Deno.test("routeTo() finds nobody at another address of this machine", () => {
  const all = ["127.0.0.1", "127.0.0.2", "::1"];
  for (const host of all) {
    for (const other of all) {
      if (other !== host) assert.equal(way(host, other), undefined);
    }
  }
  assert.equal(way("127.0.0.2", "0.0.0.0"), undefined);
  assert.equal(way("0.0.0.0", "::1"), undefined);
});

Deno.test("routeTo() takes localhost for the address that is there", () => {
  assert.equal(way("127.0.0.1", "localhost"), "127.0.0.1");
  assert.equal(way("::1", "LOCALHOST."), "::1");
  assert.equal(way("127.0.0.2", "localhost"), undefined);
});

Deno.test("routeTo() leaves to Deno what is no loopback address", () => {
  for (const other of ["192.0.2.1", "example.invalid", "", "::zz", "127.1"]) {
    assert.equal(way("127.0.0.1", other), other);
  }
  const port = { hostname: "127.0.0.1", port: 70_000 };
  assert.equal(routeTo(noPorts(), "listener", port), "127.0.0.1");
});

Deno.test("closePort() ends only the socket that is closed", () => {
  const ports = noPorts();
  const to = { hostname: "127.0.0.1", port: 4321 };
  const [tcp, both] = [bound("127.0.0.1"), bound("127.0.0.1", "datagram")];
  for (const socket of [tcp, both, both]) openPort(ports, socket);
  openPort(ports, bound("127.0.0.1", "connection"));
  closePort(ports, tcp);
  closePort(ports, both);
  assert.equal(routeTo(ports, "listener", to), undefined);
  assert.equal(routeTo(ports, "datagram", to), "127.0.0.1");
});

Deno.test("holdPort() is found under each name, and is no listener", () => {
  for (const as of ["refusing", "silent"] as const) {
    const ports = noPorts();
    const to = { hostname: "127.0.0.1", port: 4321 };
    holdPort(ports, to, as);
    for (const hostname of ["127.0.0.1", "localhost", "0.0.0.0"]) {
      assert.ok(routeTo(ports, as, { ...to, hostname }));
    }
    assert.equal(routeTo(ports, as, { ...to, port: 4322 }), undefined);
    assert.equal(routeTo(ports, "listener", to), undefined);
  }
});

Deno.test("connect() is refused where another program listens", async () => {
  const scope = createScope();
  using foreign = Deno.listen(loopback);
  const accepted = foreign.accept();
  const own = await Deno.connect(foreign.addr as Deno.ConnectOptions);
  (await accepted).close();
  own.close();
  const next = foreign.accept();
  const { port } = foreign.addr;
  const hostnames = ["127.0.0.1", "localhost", "0.0.0.0", "::ffff:127.0.0.1"];
  for (const hostname of hostnames) {
    const error = await connect(scope, "student", { hostname, port })
      .catch((error) => error);
    assert.ok(error instanceof Deno.errors.ConnectionRefused, hostname);
    // The kernel's own words, which are those of a port that nobody has.
    assert.match(error.message, /refused\.? \(os error \d+\)$/);
  }
  await assert.rejects(resettingClient(scope, foreign.addr), {
    code: "ECONNREFUSED",
  });
  const { call, outcome, error, address } = scope.log.events[0];
  assert.deepEqual([call, outcome, address?.port], ["connect", "error", port]);
  assert.equal(error?.name, "ConnectionRefused");
  // Its first connection since then is this one.
  using last = await Deno.connect(foreign.addr as Deno.ConnectOptions);
  using met = await next;
  assert.equal(met.remoteAddr.port, last.localAddr.port);
  endScope(scope);
});

Deno.test("connect() asks about no other port than it takes", async () => {
  const scope = createScope();
  using foreign = Deno.listen(loopback);
  const mine = listen(scope, "peer", loopback);
  let asked = 0;
  const sly = {
    hostname: "127.0.0.1",
    get port() {
      return asked++ === 0 ? mine.addr.port : foreign.addr.port;
    },
  };
  const conn = await connect(scope, "student", sly);
  assert.equal(conn.remoteAddr.port, mine.addr.port);
  assert.equal(scope.log.events.at(-1)!.address!.port, mine.addr.port);
  const { port } = foreign.addr;
  const text = { hostname: "127.0.0.1", port: String(port) as unknown };
  await assert.rejects(
    connect(scope, "student", text as Deno.NetAddr),
    Deno.errors.ConnectionRefused,
  );
  endScope(scope);
});

Deno.test("connect() is refused by a listener that is closed", async () => {
  const scope = createScope();
  const listener = listen(scope, "student", loopback);
  const { addr } = listener;
  (await connect(scope, "peer", addr)).close();
  listener.close();
  const refused = Deno.errors.ConnectionRefused;
  await assert.rejects(connect(scope, "peer", addr), refused);
  const { address, close } = await resettingServer(scope);
  (await connect(scope, "student", address)).close();
  close();
  close();
  await assert.rejects(connect(scope, "student", address), refused);
  endScope(scope);
});

Deno.test("send() loses what goes to another program", async () => {
  const scope = createScope();
  const foreign = Deno.listenDatagram(udp);
  const { port } = foreign.addr as Deno.NetAddr;
  const [mine, other] = [1, 2].map(() => listenDatagram(scope, "student", udp));
  const ways: [string, number][] = [
    ["127.0.0.1", port],
    ["localhost", port],
    ["0.0.0.0", port],
    // Deno takes a number for a port as 16 bits, whatever it is.
    ["127.0.0.1", port + 0.5],
  ];
  for (const [hostname, port] of ways) {
    const to = { transport: "udp", hostname, port } as const;
    assert.equal(await mine.send(encode("hello"), to), 5);
  }
  const large = mine.send(new Uint8Array(70_000), foreign.addr);
  await assert.rejects(large, /too long|os error/);
  await mine.send(encode("to the other"), other.addr);
  assert.equal((await other.receive())[0].length, 12);
  // The first that the other program gets is its own.
  await foreign.send(encode("own"), foreign.addr);
  assert.deepEqual((await foreign.receive())[0], encode("own"));
  foreign.close();
  endScope(scope);
});
