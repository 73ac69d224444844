import type * as stub from "./stubs/10_accept/accept.ts";
import {
  expectAddress,
  expectAddresses,
  expectErrorOfAccept,
} from "./10_accept/expect.ts";
import { mistakes, wantedPorts } from "./10_accept/words.ts";
import { encode, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { expectInTurn } from "./support/in_turn.ts";
import { deliver } from "./support/network/deliver.ts";
import {
  ask,
  askAndReadLate,
  askMuch,
  client,
  connect,
  dataLikeAnEnd,
  dataLikeText,
  expectEcho,
  finished,
  leave,
  play,
  startEcho,
  wasAccepted,
} from "./support/echo/clients.ts";
import { echoHang } from "./support/echo/hang.ts";
import { expectListenerOpen } from "./support/echo/errors.ts";
import { expect } from "./support/failure.ts";
import type { Peer } from "./support/peer.ts";
import { everyStart, segments } from "./support/network/segments.ts";
import { settle } from "./support/settle.ts";
import { narrow, waitsIn } from "./support/network/stillness.ts";
import { t } from "./support/text.ts";
import type { Limits } from "./support/log/track.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("10_accept/accept.ts");

const theClient = t("the client", "클라이언트");

/** Runs echoOne() for the one client of a check. */
function startOne(
  wire: Wire,
  echoOne: typeof stub.echoOne,
  limits?: Limits,
) {
  wire.call(theClient);
  return startEcho(wire, echoOne, { clients: 1, limits });
}

/** Runs echoInTurn() for so many clients. */
function startInTurn(
  wire: Wire,
  echoInTurn: typeof stub.echoInTurn,
  clients: number,
  listener = wire.listener(),
) {
  const serve = () => echoInTurn(listener, clients);
  const server = startEcho(wire, serve, { clients, listener });
  wire.onHang((log) => echoHang(log) ?? mistakes.takesOneTooMany);
  return server;
}

check({
  name: t(
    "ports() finds one port on both sockets of the server",
    "ports()는 서버의 두 소켓에서 같은 포트를 찾는다",
  ),
  needs: ["ports"],
  wire: false,
}, async ({ ports }, wire) => {
  const listener = wire.listener();
  const clients = [
    await wire.client(listener.addr),
    await wire.client(listener.addr),
  ];
  for (const client of clients) {
    using conn = await listener.accept();
    wire.log.events.length = 0;
    const { value, came } = await settle(() => ports(listener, conn));
    const port = listener.addr.port;
    const right = value?.listening === port && value.connection === port &&
      value.client === client.local.port;
    const swapped = value?.connection === client.local.port ||
      value?.client === port;
    expect(right, {
      expected: wantedPorts(port, client.local.port),
      came,
      ...swapped ? mistakes.takesTheOtherEndsPort : mistakes.returnsNoPorts,
    });
    const open = [listener, conn].every((of) =>
      wire.socket(of).state === "open"
    );
    expect(open, mistakes.closesWhatItIsLent);
  }
});

const talks = check({
  name: t(
    "echoOne() answers again and again while the client talks",
    "echoOne()은 클라이언트가 말하는 동안 몇 번이든 답한다",
  ),
  needs: ["echoOne"],
}, async ({ echoOne }, wire) => {
  const server = startOne(wire, echoOne);
  await play(server, async () => {
    const client = await wire.client(server.listener.addr);
    await ask(server, client, "first");
    await ask(server, client, "second one");
    await ask(server, client, "3");
    await leave(server, client);
  });
  await finished(server);
});

check({
  name: t(
    "echoOne() returns the address of the client",
    "echoOne()은 클라이언트의 주소를 돌려준다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  // The second one says nothing at all.
  for (const words of [["who am I?"], []]) {
    const server = startOne(wire, echoOne);
    const client = await play(server, async () => {
      const client = await wire.client(server.listener.addr);
      for (const word of words) await ask(server, client, word);
      await leave(server, client);
      return client;
    });
    expectAddress(await finished(server), client);
  }
});

check({
  name: t(
    "echoOne() waits for its client as long as it takes",
    "echoOne()은 클라이언트가 올 때까지 얼마든지 기다린다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  const server = startOne(wire, echoOne);
  await waitsIn(wire, "accept");
  await play(server, async () => {
    const client = await wire.client(server.listener.addr);
    await ask(server, client, "late");
    await leave(server, client);
  });
  await finished(server);
});

const leavesOpen = check({
  name: t(
    "echoOne() leaves the listening socket open for the next client",
    "echoOne()은 다음 클라이언트를 위해 듣기 소켓을 열어 둔다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  const listener = wire.listener();
  for (const [i, letter] of ["A", "B"].entries()) {
    const server = startEcho(wire, echoOne, { clients: i + 1, listener });
    await play(server, async () => {
      const [client] = await connect(server, letter);
      await ask(server, client, `I am ${letter}`);
      await leave(server, client);
    });
    await finished(server);
    expectListenerOpen(wire.log);
  }
});

check({
  name: t(
    "echoOne() takes nothing that a client sends for the end",
    "echoOne()은 클라이언트가 무엇을 보내든 끝으로 여기지 않는다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  const server = startOne(wire, echoOne);
  await play(server, async () => {
    const client = await wire.client(server.listener.addr);
    for (const data of dataLikeAnEnd) await ask(server, client, data);
    await leave(server, client);
  });
  await finished(server);
});

check({
  name: t(
    "echoOne() sends back the bytes as they are, whatever they mean",
    "echoOne()은 바이트가 무슨 뜻이든 그대로 되돌려 보낸다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  const server = startOne(wire, echoOne);
  await play(server, async () => {
    const client = await wire.client(server.listener.addr);
    for (const data of dataLikeText) await ask(server, client, data);
    await leave(server, client);
  });
  await finished(server);
});

check({
  name: t(
    "echoOne() answers each part at once, wherever a stream is cut",
    "echoOne()은 스트림이 어디서 잘리든 조각마다 곧바로 답한다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  const server = startOne(wire, echoOne);
  await play(server, async () => {
    const client = await wire.client(server.listener.addr);
    // Inside of characters as well, and bytes that are none.
    await ask(server, client, "소켓 é 😀\r\n", "one byte at a time");
    await ask(server, client, Uint8Array.of(0, 255, 10, 0), { cutAt: [1, 2] });
    for (const seed of [1, 2, 3]) {
      await ask(server, client, payload(120, seed), { seed });
    }
    await leave(server, client);
  });
  await finished(server);
});

check({
  name: t(
    "echoOne() sends back every byte of a long stream",
    "echoOne()은 긴 스트림의 모든 바이트를 되돌려 보낸다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  // Each call moves less than asked for, as on a slow line.
  const server = startOne(wire, echoOne, { read: 80, write: 30 });
  const sent = payload(901);
  await play(server, async () => {
    const client = await wire.client(server.listener.addr);
    const [answer] = await Promise.all([
      client.receiveToEnd(),
      client.send(sent).then(client.end),
    ]);
    expectEcho(server, client, answer, sent);
  });
  await finished(server);
});

check({
  name: t(
    "echoOne() sends back a stream that fits into no buffer",
    "echoOne()은 어떤 버퍼보다도 긴 스트림을 되돌려 보낸다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  const server = startOne(wire, echoOne);
  await play(server, async () => {
    const client = await wire.client(server.listener.addr);
    await askMuch(server, client, 7_000_000);
    await leave(server, client);
  });
  await finished(server);
});

check({
  name: t(
    "echoOne() loses nothing of a client that reads late",
    "echoOne()은 늦게 읽는 클라이언트에게도 빠뜨리지 않고 보낸다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  const listener = wire.listener();
  const stuck = narrow(wire, listener, 300);
  wire.call(theClient);
  const server = startEcho(wire, echoOne, { clients: 1, listener });
  await play(server, async () => {
    const client = await wire.client(listener.addr);
    await askAndReadLate(server, client, stuck);
    await leave(server, client);
  });
  await finished(server);
});

check({
  name: t(
    "echoOne() keeps two clients apart when it runs twice at once",
    "echoOne()은 동시에 두 번 실행되어도 두 클라이언트를 섞지 않는다",
  ),
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  const listeners = [wire.listener(), wire.listener()];
  const stuck = narrow(wire, listeners[0], 300);
  const [one, two] = listeners.map((listener) =>
    startEcho(wire, echoOne, { listener, clients: 1 })
  );
  two.said = one.said;
  const clients = await play(one, () =>
    play(two, async () => {
      const a = await connect(one, "A");
      const b = await connect(two, "B");
      const clients = [...a, ...b];
      await ask(one, clients[0], "I am A");
      await ask(two, clients[1], "I am B");
      await askAndReadLate(one, clients[0], stuck, () =>
        ask(two, clients[1], payload(2_000, 9)));
      await leave(two, clients[1]);
      await leave(one, clients[0]);
      return clients;
    }));
  for (const [i, server] of [one, two].entries()) {
    expectAddress(await finished(server), clients[i]);
  }
});

const survives = check({
  name: t(
    "echoOne() survives a client that breaks the connection off",
    "echoOne()은 클라이언트가 연결을 끊어 버려도 살아남는다",
  ),
  needs: ["echoOne"],
  after: leavesOpen,
}, async ({ echoOne }, wire) => {
  const server = startOne(wire, echoOne);
  const client = await play(server, async () => {
    const client = await wire.resettingClient(server.listener.addr);
    await wasAccepted(wire, client);
    await ask(server, client, "hello");
    return client;
  });
  client.reset();
  expectAddress(await finished(server), client);
  expectListenerOpen(wire.log);
});

check({
  name: t(
    "echoOne() survives every error of read() and write()",
    "echoOne()은 read()와 write()의 어떤 오류에도 살아남는다",
  ),
  needs: ["echoOne"],
  after: survives,
}, async ({ echoOne }, wire) => {
  const listener = wire.listener();
  const errors = [
    new Deno.errors.ConnectionAborted("Software caused connection abort"),
    new Deno.errors.TimedOut("Connection timed out (os error 110)"),
  ];
  for (const [i, error] of errors.entries()) {
    for (const [j, call] of (["read", "write"] as const).entries()) {
      wire.call(theClient);
      const clients = 2 * i + j + 1;
      const server = startEcho(wire, echoOne, { clients, listener });
      const client = await play(server, async () => {
        const client = await wire.client(listener.addr);
        await wasAccepted(wire, client);
        // A read() waits already, so it is the second one that fails.
        wire.failNext(call, error);
        await client.send("hello");
        // Who reads ahead meets the error of a write() after the next read().
        if (call === "write") await client.end();
        await client.receiveToEnd();
        return client;
      });
      expectAddress(await finished(server), client);
    }
  }
  expectListenerOpen(wire.log);
});

check({
  name: t(
    "echoOne() survives the break at any step, even in a write()",
    "echoOne()은 write() 중이든 언제든 연결이 끊겨도 살아남는다",
  ),
  needs: ["echoOne"],
  after: survives,
}, async ({ echoOne }, wire) => {
  const listener = wire.listener({}, { write: 1 });
  const stuck = narrow(wire, listener, 20);
  const steps = everyStart(segments("bye", "one byte at a time"));
  // The last two break off while nearly all of their echo is to be written.
  // One of them has ended its stream: then the error is a BrokenPipe.
  const inWrite: Uint8Array[] = [];
  const afterEnd: Uint8Array[] = [];
  for (const [i, parts] of [...steps, inWrite, afterEnd].entries()) {
    wire.call(theClient);
    const server = startEcho(wire, echoOne, { clients: i + 1, listener });
    const client = await play(server, async () => {
      const client = await wire.resettingClient(listener.addr);
      await wasAccepted(wire, client);
      if (parts === inWrite || parts === afterEnd) {
        await client.send(payload(2_000));
        if (parts === afterEnd) await client.end();
        await stuck(client);
      }
      await deliver(client, parts, { reader: server.serving, then: "reset" });
      return client;
    });
    expectAddress(await finished(server), client);
  }
  expectListenerOpen(wire.log);
});

check({
  name: t(
    "echoOne() throws the error of an accept() that fails",
    "echoOne()은 실패한 accept()의 오류를 그대로 던진다",
  ),
  needs: ["echoOne"],
  after: survives,
}, async ({ echoOne }, wire) => {
  const listener = wire.listener();
  await expectErrorOfAccept(wire, listener, () => echoOne(listener));
});

const servesInTurn = check({
  name: t(
    "echoInTurn() serves the first client before the second has come",
    "echoInTurn()은 둘째가 오기 전에 첫째 클라이언트를 처리한다",
  ),
  needs: ["echoInTurn", "echoOne"],
  after: talks,
}, async ({ echoInTurn }, wire) => {
  const server = startInTurn(wire, echoInTurn, 2);
  const clients = await play(server, async () => {
    const clients: Peer[] = [];
    for (const letter of ["A", "B"]) {
      const [client] = await connect(server, letter);
      await ask(server, client, `I am ${letter}`);
      await leave(server, client);
      clients.push(client);
    }
    return clients;
  });
  expectAddresses(await finished(server), clients);
});

check({
  name: t(
    "echoInTurn() keeps the order of accept, whoever speaks first",
    "echoInTurn()은 누가 먼저 말하든 수락한 차례를 지킨다",
  ),
  needs: ["echoInTurn", "echoOne"],
  after: servesInTurn,
}, async ({ echoInTurn }, wire) => {
  const listener = wire.listener();
  const clients = await connect({ wire, listener }, "A", "B", "C");
  // The queue has taken all three in, and keeps what they say meanwhile.
  const words = ["A, last to speak", "B speaks", "C speaks first"];
  for (const i of [2, 1]) await clients[i].send(words[i]);
  const server = startInTurn(wire, echoInTurn, 3, listener);
  for (const [i, client] of clients.entries()) {
    server.said.set(client, encode(words[i]));
  }
  await play(server, async () => {
    await clients[0].send(words[0]);
    for (const [i, client] of clients.entries()) {
      const answer = await client.receive(words[i].length);
      expectEcho(server, client, answer, encode(words[i]));
      await leave(server, client);
    }
  });
  const value = await finished(server);
  expectInTurn(wire.log, mistakes.servesSeveralAtOnce);
  expectAddresses(value, clients);
});

check({
  name: t(
    "echoInTurn() takes so many clients and no more",
    "echoInTurn()은 정해진 수의 클라이언트만 받는다",
  ),
  needs: ["echoInTurn", "echoOne"],
  after: servesInTurn,
}, async ({ echoInTurn }, wire) => {
  const server = startInTurn(wire, echoInTurn, 1);
  await play(server, async () => {
    const [client] = await connect(server, "A");
    await ask(server, client, "the only one");
    await leave(server, client);
  });
  await finished(server);
  const none = startInTurn(wire, echoInTurn, 0, server.listener);
  expectAddresses(await finished(none), []);
  expectListenerOpen(wire.log);
});

check({
  name: t(
    "echoInTurn() serves 120 clients",
    "echoInTurn()은 클라이언트 120개를 처리한다",
  ),
  needs: ["echoInTurn", "echoOne"],
  after: servesInTurn,
}, async ({ echoInTurn }, wire) => {
  const server = startInTurn(wire, echoInTurn, 120);
  const clients = await play(server, async () => {
    const clients: Peer[] = [];
    for (let i = 1; i <= 120; i++) {
      const [client] = await connect(server, String(i));
      await ask(server, client, `I am ${i}`);
      await leave(server, client);
      clients.push(client);
    }
    return clients;
  });
  expectAddresses(await finished(server), clients);
});

check({
  name: t(
    "echoInTurn() keeps its list to itself when it runs twice at once",
    "echoInTurn()은 동시에 두 번 실행되어도 목록을 따로 만든다",
  ),
  needs: ["echoInTurn", "echoOne"],
  after: servesInTurn,
}, async ({ echoInTurn }, wire) => {
  const servers = [wire.listener(), wire.listener()].map((listener) => {
    const serve = () => echoInTurn(listener, 2);
    return startEcho(wire, serve, { listener, clients: 2 });
  });
  const clients: Peer[][] = [[], []];
  await play(servers[0], () =>
    play(servers[1], async () => {
      for (const letter of ["A", "B"]) {
        for (const [i, server] of servers.entries()) {
          const [client] = await connect(server, letter + (i + 1));
          await ask(server, client, `I am ${letter}${i + 1}`);
          clients[i].push(client);
        }
        for (const [i, server] of servers.entries()) {
          await leave(server, clients[i].at(-1)!);
        }
      }
    }));
  for (const [i, server] of servers.entries()) {
    expectAddresses(await finished(server), clients[i]);
  }
});

check({
  name: t(
    "echoInTurn() goes on after a client that breaks the connection off",
    "echoInTurn()은 클라이언트가 연결을 끊어 버려도 다음으로 간다",
  ),
  needs: ["echoInTurn", "echoOne"],
  after: servesInTurn,
}, async ({ echoInTurn }, wire) => {
  const server = startInTurn(wire, echoInTurn, 2);
  const { addr } = server.listener;
  const clients = await play(server, async () => {
    const first = await wire.resettingClient(addr, client("A"));
    await ask(server, first, "I am A");
    first.reset();
    const [second] = await connect(server, "B");
    await ask(server, second, "I am B");
    await leave(server, second);
    return [first, second];
  });
  expectAddresses(await finished(server), clients);
});

check({
  name: t(
    "echoInTurn() throws the error of an accept() that fails",
    "echoInTurn()은 실패한 accept()의 오류를 그대로 던진다",
  ),
  needs: ["echoInTurn", "echoOne"],
  after: servesInTurn,
}, async ({ echoInTurn }, wire) => {
  const listener = wire.listener();
  const serve = () => echoInTurn(listener, 2);
  await expectErrorOfAccept(wire, listener, serve);
  // And when it has served one of the two.
  await expectErrorOfAccept(wire, listener, serve, async () => {
    const [client] = await connect({ wire, listener }, "A");
    await client.send("I am A");
    await client.receive(6);
    await client.end();
    await client.receiveToEnd();
  });
});
