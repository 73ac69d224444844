import type * as stub from "./stubs/10_accept/accept.ts";
import { encode, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { expectInTurn } from "./support/in_turn.ts";
import type { InTurnWords } from "./support/in_turn.ts";
import { deliver } from "./support/network/deliver.ts";
import { expectEcho } from "./support/echo/bytes.ts";
import {
  ask,
  client,
  connect,
  finished,
  leave,
  play,
  startEcho,
  wasAccepted,
} from "./support/echo/clients.ts";
import { echoHang } from "./support/echo/hang.ts";
import { closeAsOwner, expectListenerOpen } from "./support/echo/lent.ts";
import { expect } from "./support/failure.ts";
import type { Peer } from "./support/peer.ts";
import { everyStart, segments } from "./support/network/segments.ts";
import { returned, settle } from "./support/settle.ts";
import { narrow, waitsIn } from "./support/network/stillness.ts";
import type { Text } from "./support/text.ts";
import type { Limits } from "./support/log/track.ts";
import type { Wire } from "./support/wire.ts";

const check = checksOf<typeof stub>("10_accept/accept.ts");

const theClient: Text = { en: "the client", ko: "클라이언트" };

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
  wire.onHang((log) => echoHang(log) ?? waitsForTooMany);
  return server;
}

check({
  name: {
    en: "ports() finds one port on both sockets of the server",
    ko: "ports()는 서버의 두 소켓에서 같은 포트를 찾는다",
  },
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
    const should =
      `{ listening: ${port}, connection: ${port}, client: ${client.local.port} }`;
    const right = value?.listening === port && value.connection === port &&
      value.client === client.local.port;
    const swapped = value?.connection === client.local.port ||
      value?.client === port;
    expect(right, {
      expected: { en: should, ko: should },
      came,
      why: swapped
        ? {
          en:
            "The client's port is at the other end. accept() makes a new socket, not a new port: this end has the listener's.",
          ko:
            "클라이언트의 포트는 저쪽 끝에 있습니다. accept()는 소켓을 새로 만들 뿐 포트는 새로 만들지 않으므로, 이쪽 끝의 포트는 듣기 소켓과 같습니다.",
        }
        : {
          en: "Each is a number: the port of one of three addresses.",
          ko: "셋 다 숫자로, 세 주소의 포트 번호입니다.",
        },
      look: {
        en: "listener.addr, conn.localAddr and conn.remoteAddr.",
        ko: "listener.addr, conn.localAddr, conn.remoteAddr입니다.",
      },
    });
  }
});

const talks = check({
  name: {
    en: "echoOne() answers again and again while the client talks",
    ko: "echoOne()은 클라이언트가 말하는 동안 몇 번이든 답한다",
  },
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
  name: {
    en: "echoOne() returns the address of the client",
    ko: "echoOne()은 클라이언트의 주소를 돌려준다",
  },
  needs: ["echoOne"],
  after: talks,
}, async ({ echoOne }, wire) => {
  const server = startOne(wire, echoOne);
  const client = await play(server, async () => {
    const client = await wire.client(server.listener.addr);
    await ask(server, client, "who am I?");
    await leave(server, client);
    return client;
  });
  expectAddress(await finished(server), client);
});

const leavesOpen = check({
  name: {
    en: "echoOne() leaves the listening socket open for the next client",
    ko: "echoOne()은 다음 클라이언트를 위해 듣기 소켓을 열어 둔다",
  },
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
  name: {
    en: "echoOne() answers each part at once, wherever a stream is cut",
    ko: "echoOne()은 스트림이 어디서 잘리든 조각마다 곧바로 답한다",
  },
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
  name: {
    en: "echoOne() sends back every byte of a long stream",
    ko: "echoOne()은 긴 스트림의 모든 바이트를 되돌려 보낸다",
  },
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
    expectEcho(wire.log, server.said, client, answer, sent);
  });
  await finished(server);
});

const survives = check({
  name: {
    en: "echoOne() survives a client that breaks the connection off",
    ko: "echoOne()은 클라이언트가 연결을 끊어 버려도 살아남는다",
  },
  needs: ["echoOne"],
  after: leavesOpen,
}, async ({ echoOne }, wire) => {
  const server = startOne(wire, echoOne);
  const client = await play(server, async () => {
    const client = await wire.resettingClient(server.listener.addr);
    await ask(server, client, "hello");
    return client;
  });
  client.reset();
  expectAddress(await finished(server), client);
  expectListenerOpen(wire.log);
});

check({
  name: {
    en: "echoOne() survives the break at any step, even in a write()",
    ko: "echoOne()은 write() 중이든 언제든 연결이 끊겨도 살아남는다",
  },
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
  name: {
    en: "echoOne() throws the error of an accept() that fails",
    ko: "echoOne()은 실패한 accept()의 오류를 그대로 던진다",
  },
  needs: ["echoOne"],
  after: survives,
}, async ({ echoOne }, wire) => {
  const listener = wire.listener();
  const serving = settle(() => echoOne(listener));
  await waitsIn(wire, "accept");
  closeAsOwner(wire.log, listener);
  const { error, came } = await serving;
  expect(error !== undefined, {
    expected: {
      en: "The listener is closed under a waiting accept(), and that throws.",
      ko: "accept()가 기다리는데 듣기 소켓이 닫히면 오류를 던집니다.",
    },
    came,
    why: {
      en:
        "A catch that is meant for read() and write() has swallowed the error of accept(). There was no client, and the caller takes what came back for one.",
      ko:
        "read()와 write()를 위한 catch가 accept()의 오류까지 삼켰습니다. 클라이언트가 없었는데, 호출한 쪽은 돌려받은 것을 클라이언트로 여깁니다.",
    },
    look: {
      en: "Does accept() stand inside of the `try`?",
      ko: "accept()가 `try` 안에 있습니까?",
    },
  });
});

const servesInTurn = check({
  name: {
    en: "echoInTurn() serves the first client before the second has come",
    ko: "echoInTurn()은 둘째가 오기 전에 첫째 클라이언트를 처리한다",
  },
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
  name: {
    en: "echoInTurn() keeps the order of accept, whoever speaks first",
    ko: "echoInTurn()은 누가 먼저 말하든 수락한 차례를 지킨다",
  },
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
      expectEcho(wire.log, server.said, client, answer, encode(words[i]));
      await leave(server, client);
    }
  });
  const value = await finished(server);
  expectInTurn(wire.log, inTurn);
  expectAddresses(value, clients);
});

check({
  name: {
    en: "echoInTurn() takes so many clients and no more",
    ko: "echoInTurn()은 정해진 수의 클라이언트만 받는다",
  },
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
  await finished(startInTurn(wire, echoInTurn, 0, server.listener));
  expectListenerOpen(wire.log);
});

check({
  name: {
    en: "echoInTurn() goes on after a client that breaks the connection off",
    ko: "echoInTurn()은 클라이언트가 연결을 끊어 버려도 다음으로 간다",
  },
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

function expectAddress(value: unknown, { local: client, remote }: Peer): void {
  const address = value as Partial<Deno.NetAddr> | null | undefined;
  const should = `${client.hostname}:${client.port}`;
  expect(
    address?.hostname === client.hostname && address.port === client.port,
    {
      expected: {
        en: `The address of the client: ${should}.`,
        ko: `클라이언트의 주소: ${should}.`,
      },
      came: address?.port === undefined ? returned(value) : {
        en: `It returned the address ${address.hostname}:${address.port}.`,
        ko: `돌려준 주소는 ${address.hostname}:${address.port}입니다.`,
      },
      why: address?.port === remote.port
        ? {
          en:
            "That is the server's own end. The listener and every connection socket that it makes share it; only the client's end tells clients apart.",
          ko:
            "이 주소는 서버 쪽 끝입니다. 듣기 소켓과 거기서 생긴 모든 연결 소켓이 같은 주소를 씁니다. 클라이언트를 구별해 주는 것은 클라이언트 쪽 끝뿐입니다.",
        }
        : value === undefined
        ? {
          en: "A way out of the function has no `return` with the address.",
          ko: "한 종료 경로에 주소를 담은 `return`이 없습니다.",
        }
        : {
          en: "A Deno.NetAddr holds transport, hostname and port.",
          ko: "Deno.NetAddr에는 transport, hostname, port가 들어 있습니다.",
        },
      look: {
        en: "Which of its two addresses does the connection call remote?",
        ko: "연결의 두 주소 가운데 어느 것이 remote입니까?",
      },
    },
  );
}

function expectAddresses(value: unknown, clients: readonly Peer[]): void {
  const should = clients.map(({ local }) => local.port);
  const isList = Array.isArray(value) &&
    value.every((address) => typeof address?.port === "number");
  const came = isList ? value.map(({ port }) => port) : undefined;
  const list = (ports: unknown[]) => ports.join(", ");
  const sameSet = came !== undefined &&
    list([...came].sort()) === list([...should].sort());
  expect(came !== undefined && list(came) === list(should), {
    expected: {
      en: `The clients' addresses in order, with the ports ${list(should)}.`,
      ko: `차례대로 담은 클라이언트 주소들. 포트는 ${list(should)}.`,
    },
    came: came === undefined ? returned(value) : {
      en: `${came.length} in the list, with the ports ${list(came)}.`,
      ko: `목록에 ${came.length}개가 있고, 포트는 ${list(came)}.`,
    },
    why: sameSet
      ? {
        en:
          "The order is another one. The queue is first in, first out, and accept() takes from its head.",
        ko:
          "차례가 다릅니다. 수신 대기열에서는 먼저 온 쪽이 먼저 나가고, accept()는 맨 앞에서 꺼냅니다.",
      }
      : {
        en:
          "The list holds one address for each client, also for one that broke off, and no others.",
        ko:
          "목록에는 연결을 끊은 쪽까지 포함해 클라이언트마다 주소가 하나씩만 있어야 합니다.",
      },
    look: {
      en: "Which address goes into the list, and when?",
      ko: "어떤 주소가 언제 목록에 들어갑니까?",
    },
  });
}

const inTurn: InTurnWords = {
  expected: {
    en: "The next client is accepted when the one before has been served.",
    ko: "앞의 클라이언트를 다 처리한 다음에 다음 클라이언트를 수락합니다.",
  },
  why: {
    en:
      "The services overlap, since nothing waits for one to end. That is another server, and the task of the next lesson.",
    ko:
      "클라이언트의 처리가 끝나기를 기다리지 않아 여러 처리가 겹칩니다. 그런 서버는 다음 과의 과제입니다.",
  },
  look: {
    en: "What does your loop await before it calls accept() again?",
    ko: "반복문이 다음 accept()를 부르기 전에 무엇을 await합니까?",
  },
};

const waitsForTooMany = {
  why: {
    en:
      "Your code has served its clients, and calls accept() once more: for a client that it must not take.",
    ko:
      "정해진 수를 모두 처리하고도 accept()를 한 번 더 호출해, 받지 말아야 할 클라이언트를 기다립니다.",
  },
  look: {
    en: "When is the number compared: before the accept() or after it?",
    ko: "수를 비교하는 곳이 accept() 앞입니까, 뒤입니까?",
  },
};
