import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { listen, listenDatagram } from "./calls.ts";
import { createScope, endScope } from "./scope.ts";
import { leaks } from "./wire_log.ts";

const loopback = { hostname: "127.0.0.1", port: 0 };
const udp = { ...loopback, transport: "udp" } as const;

Deno.test("listenDatagram() records what comes and goes, even if empty", async () => {
  const scope = createScope();
  const mine = listenDatagram(scope, "student", udp);
  const theirs = listenDatagram(scope, "peer", udp);
  await mine.send(encode("hi"), theirs.addr);
  await mine.send(new Uint8Array(), theirs.addr);
  const [first, from] = await theirs.receive();
  const [second] = await theirs.receive();
  assert.deepEqual([first, second], [encode("hi"), new Uint8Array()]);
  assert.deepEqual(from, mine.addr);
  const [, , send, empty, receive, nothing] = scope.log.events;
  assert.deepEqual([send.size, empty.size], [2, 0]);
  assert.deepEqual([receive.size, nothing.size], [2, 0]);
  assert.deepEqual([receive.sample, nothing.outcome], [encode("hi"), "ok"]);
  assert.deepEqual([send.address, receive.address], [theirs.addr, mine.addr]);
  assert.equal(leaks(scope.log).length, 1);
  endScope(scope);
});

Deno.test("a tracked UDP socket fails as Deno's own does", async () => {
  const scope = createScope();
  const [plain, tracked] = [
    Deno.listenDatagram(udp),
    listenDatagram(scope, "student", udp),
  ];
  const endings = [];
  for (const socket of [plain, tracked]) {
    const to = socket.addr;
    const large = socket.send(new Uint8Array(70_000), to);
    const receiving = socket.receive().catch((error) => error);
    endings.push([
      await large.catch((error) => error.message),
      (socket.close(), (await receiving).message),
      await socket.receive().catch((error) => error.message),
      await socket.send(encode("x"), to).catch((error) => error.message),
      Symbol.dispose in socket,
    ]);
    assert.throws(() => socket.close(), Deno.errors.BadResource);
  }
  assert.deepEqual(endings[1], endings[0]);
});

Deno.test("a tracked listener fails as Deno's own does", async () => {
  const scope = createScope();
  const plain = Deno.listen(loopback);
  const tracked = listen(scope, "student", loopback);
  assert.equal(Object.getPrototypeOf(tracked), Object.getPrototypeOf(plain));
  const endings = [];
  for (const listener of [plain, tracked]) {
    const name = (error: Error) => `${error.name}: ${error.message}`;
    const first = listener.accept().catch(name);
    const second = await listener.accept().catch(name);
    listener.close();
    endings.push([second, await first, await listener.accept().catch(name)]);
    assert.throws(() => listener.close(), Deno.errors.BadResource);
    listener[Symbol.dispose]();
  }
  assert.deepEqual(endings[1], endings[0]);
  assert.equal(endings[1][0], "Busy: Another accept task is ongoing");
});

Deno.test("for await over a tracked listener ends when it is closed", async () => {
  const scope = createScope();
  const listener = listen(scope, "student", loopback);
  const clients = [
    await Deno.connect({ ...loopback, port: listener.addr.port }),
    await Deno.connect({ ...loopback, port: listener.addr.port }),
  ];
  let served = 0;
  for await (const conn of listener) {
    conn.close();
    if (++served === 2) listener.close();
  }
  const calls = scope.log.events.filter(({ outcome }) => outcome === "ok");
  assert.equal(calls.filter(({ call }) => call === "accept").length, 2);
  assert.deepEqual(leaks(scope.log), []);
  for (const client of clients) client.close();
});

Deno.test("for await over a tracked listener closes it when it is left", async () => {
  const scope = createScope();
  const listener = listen(scope, "student", loopback);
  using _client = await Deno.connect({ ...loopback, port: listener.addr.port });
  for await (const conn of listener) {
    conn.close();
    break;
  }
  assert.equal(scope.log.sockets[0].state, "closed");
});

/** An address of this machine that others may reach. */
const outward = Deno.networkInterfaces().find(({ family, address }) =>
  family === "IPv4" && !address.startsWith("127.")
)?.address;

Deno.test({
  name: "a tracked socket at 0.0.0.0 hears nobody from outside of loopback",
  ignore: outward === undefined,
  async fn() {
    const scope = createScope();
    const everywhere = { hostname: "0.0.0.0", port: 0 };
    const listener = listen(scope, "student", everywhere);
    const accepting = listener.accept();
    const { port } = listener.addr;
    using stranger = await Deno.connect({ hostname: outward!, port });
    assert.equal(await stranger.read(new Uint8Array(1)), null);
    using friend = await Deno.connect({ hostname: "127.0.0.1", port });
    const accepted = await accepting;
    assert.deepEqual(accepted.remoteAddr, friend.localAddr);
    const mine = listenDatagram(scope, "student", {
      ...everywhere,
      transport: "udp",
    });
    const to = { ...udp, port: (mine.addr as Deno.NetAddr).port };
    const strange = Deno.listenDatagram({ ...udp, hostname: outward! });
    const known = Deno.listenDatagram(udp);
    const receiving = mine.receive();
    await strange.send(encode("strange"), { ...to, hostname: outward! });
    await known.send(encode("known"), to);
    assert.deepEqual((await receiving)[0], encode("known"));
    for (const socket of [strange, known]) socket.close();
    endScope(scope);
  },
});
