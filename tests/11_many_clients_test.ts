import type * as stub from "./stubs/11_many_clients/many_clients.ts";
import {
  close,
  expectServiceGoesOn,
  expectStillRunning,
} from "./11_many_clients/close.ts";
import { causeOfEarlyLine, farewell } from "./11_many_clients/number.ts";
import { mistakes } from "./11_many_clients/words.ts";
import { encode, payload } from "./support/bytes.ts";
import { checksOf } from "./support/check.ts";
import { deliver } from "./support/network/deliver.ts";
import {
  ask,
  askAndReadLate,
  askMuch,
  client as nameOf,
  connect,
  connectResetting,
  dataLikeAnEnd,
  dataLikeText,
  expectEcho,
  leave,
  play,
  startEcho,
  wasAccepted,
} from "./support/echo/clients.ts";
import { closeAsOwner } from "./support/echo/errors.ts";
import { echoHang } from "./support/echo/hang.ts";
import { sawEnd, servedTo } from "./support/echo/serving.ts";
import { expectSame } from "./support/expect.ts";
import { everyStart, segments } from "./support/network/segments.ts";
import { settle } from "./support/settle.ts";
import { flood, narrow, waitsIn } from "./support/network/stillness.ts";
import type { Peer } from "./support/peer.ts";
import { t } from "./support/text.ts";

const check = checksOf<typeof stub>("11_many_clients/many_clients.ts");

/** The servers whose last line may come too early. */
const numbered = { causeOf: causeOfEarlyLine };

const talks = check({
  name: t(
    "serveEcho() answers a client as long as it talks, and lets it go",
    "serveEcho()는 클라이언트가 말하는 동안 답하고, 끝나면 놓아준다",
  ),
  needs: ["serveEcho"],
}, async ({ serveEcho }, wire) => {
  const server = startEcho(wire, serveEcho);
  await play(server, async () => {
    const [client] = await connect(server, "A");
    await ask(server, client, "first");
    await ask(server, client, "second one");
    await leave(server, client);
  });
});

const atOnce = check({
  name: t(
    "serveEcho() serves the client that came last while others are silent",
    "serveEcho()는 먼저 온 클라이언트들이 조용해도 마지막 클라이언트를 처리한다",
  ),
  needs: ["serveEcho"],
  after: talks,
}, async ({ serveEcho }, wire) => {
  const server = startEcho(wire, serveEcho);
  await play(server, async () => {
    const [a, b, c] = await connect(server, "A", "B", "C");
    await ask(server, c, "cherry");
    await ask(server, a, "apple");
    await leave(server, c);
    await ask(server, b, "banana");
    await ask(server, a, "almond");
    await leave(server, a);
    await leave(server, b);
  });
});

const ends = check({
  name: t(
    "serveEcho() ends when its caller closes the listener",
    "serveEcho()는 호출한 쪽이 듣기 소켓을 닫으면 끝난다",
  ),
  needs: ["serveEcho"],
  after: atOnce,
}, async ({ serveEcho }, wire) => {
  const server = startEcho(wire, serveEcho);
  await play(server, async () => {
    const [client] = await connect(server, "A");
    await ask(server, client, "good night");
    await leave(server, client);
  });
  await close(server, 1);
});

check({
  name: t(
    "serveEcho() ends too when no client has come",
    "serveEcho()는 클라이언트가 한 번도 오지 않았어도 끝난다",
  ),
  needs: ["serveEcho"],
  after: ends,
}, async ({ serveEcho }, wire) => {
  const server = startEcho(wire, serveEcho);
  await waitsIn(wire, "accept");
  wire.onHang(() => mistakes.waitsForClientsThatNeverCame);
  await close(server, 0);
});

check({
  name: t(
    "serveEcho() takes nothing that a client sends for the end",
    "serveEcho()는 클라이언트가 무엇을 보내든 끝으로 여기지 않는다",
  ),
  needs: ["serveEcho"],
  after: ends,
}, async ({ serveEcho }, wire) => {
  const server = startEcho(wire, serveEcho);
  await play(server, async () => {
    const [client] = await connect(server, "A");
    for (const data of [...dataLikeAnEnd, ...dataLikeText]) {
      await ask(server, client, data);
    }
    await leave(server, client);
  });
  await close(server, 1);
});

check({
  name: t(
    "serveEcho() sends back a stream that fits into no buffer",
    "serveEcho()는 어떤 버퍼보다도 긴 스트림을 되돌려 보낸다",
  ),
  needs: ["serveEcho"],
  after: ends,
}, async ({ serveEcho }, wire) => {
  const server = startEcho(wire, serveEcho);
  await play(server, async () => {
    const [client] = await connect(server, "A");
    await askMuch(server, client, 7_000_000);
    await leave(server, client);
  });
  await close(server, 1);
});

check({
  name: t(
    "serveEcho() loses nothing of a client that reads late",
    "serveEcho()는 늦게 읽는 클라이언트에게도 빠뜨리지 않고 보낸다",
  ),
  needs: ["serveEcho"],
  after: ends,
}, async ({ serveEcho }, wire) => {
  const listener = wire.listener();
  const stuck = narrow(wire, listener, 300);
  const server = startEcho(wire, serveEcho, { listener });
  await play(server, async () => {
    const [client] = await connect(server, "A");
    await askAndReadLate(server, client, stuck);
    await leave(server, client);
  });
  await close(server, 1);
});

check({
  name: t(
    "serveEcho() keeps two servers apart that run at once",
    "serveEcho()는 동시에 실행되는 두 서버를 섞지 않는다",
  ),
  needs: ["serveEcho"],
  after: ends,
}, async ({ serveEcho }, wire) => {
  const listeners = [wire.listener(), wire.listener()];
  const stuck = narrow(wire, listeners[0], 300);
  const [one, two] = listeners.map((listener) =>
    startEcho(wire, serveEcho, { listener })
  );
  two.said = one.said;
  await play(one, () =>
    play(two, async () => {
      const [a] = await connect(one, "A");
      const [b] = await connect(two, "B");
      await ask(two, b, "I am B");
      await askAndReadLate(
        one,
        a,
        stuck,
        () => ask(two, b, payload(2_000, 9)),
      );
      await leave(one, a);
      // The first server is done, and B still talks to the second.
      wire.onHang(() => mistakes.waitsForTheClientsOfOthers);
      await close(one, 1);
      wire.onHang(echoHang);
      await ask(two, b, "still here");
      await leave(two, b);
    }));
  await close(two, 1);
});

check({
  name: t(
    "serveEcho() serves those who are there to their end after the close",
    "serveEcho()는 듣기 소켓이 닫혀도 있던 클라이언트를 끝까지 처리한다",
  ),
  needs: ["serveEcho"],
  after: ends,
}, async ({ serveEcho }, wire) => {
  const server = startEcho(wire, serveEcho);
  let done = false;
  server.serving.then(() => done = true);
  await play(server, async () => {
    const clients = await connect(server, "A", "B");
    for (const client of clients) await ask(server, client, "hello");
    closeAsOwner(wire.log, server.listener);
    for (const text of ["still", "here"]) {
      for (const client of clients) {
        const { value: answer = encode("") } = await settle(async () => {
          await client.send(text);
          return await client.receive(text.length);
        });
        expectServiceGoesOn(answer.length > 0);
        expectStillRunning(!done);
        expectEcho(server, client, answer, encode(text));
      }
    }
    await leave(server, clients[0]);
    await ask(server, clients[1], "the last one");
    expectStillRunning(!done);
    await leave(server, clients[1]);
  });
  await close(server, 2);
});

const goesOn = check({
  name: t(
    "serveEcho() goes on when a client breaks its connection off",
    "serveEcho()는 클라이언트 하나가 연결을 끊어 버려도 계속된다",
  ),
  needs: ["serveEcho"],
  after: ends,
}, async ({ serveEcho }, wire) => {
  const steps = everyStart(segments("soon gone", { seed: 2 }));
  const listener = wire.listener({}, { write: 20 });
  const stuck = narrow(wire, listener, 200);
  const server = startEcho(wire, serveEcho, { listener });
  await play(server, async () => {
    const a = await connectResetting(server, "A");
    const [b] = await connect(server, "B");
    await ask(server, a, "apple");
    await ask(server, b, "banana");
    a.reset();
    await ask(server, b, "blueberry");
    const [c] = await connect(server, "C");
    await ask(server, c, "cherry");
    // And at every other step: silent, in the middle, with an echo on its way.
    for (const parts of steps) {
      const gone = await connectResetting(server, "D");
      await wasAccepted(wire, gone);
      await ask(server, b, "still there?");
      await deliver(gone, parts, { reader: server.serving, then: "reset" });
      await ask(server, c, "and you?");
    }
    // This one has ended its own stream, so a write() fails with BrokenPipe.
    const last = await connectResetting(server, "E");
    await last.send(payload(2_000));
    await last.end();
    await stuck(last);
    last.reset();
    await ask(server, b, "still here?");
    await leave(server, b);
    await leave(server, c);
  });
  await close(server, 4 + steps.length);
});

check({
  name: t(
    "serveEcho() goes on after every error of read() and write()",
    "serveEcho()는 read()나 write()에서 어떤 오류가 나도 계속된다",
  ),
  needs: ["serveEcho"],
  after: goesOn,
}, async ({ serveEcho }, wire) => {
  const server = startEcho(wire, serveEcho);
  const errors = [
    new Deno.errors.ConnectionAborted("Software caused connection abort"),
    new Deno.errors.TimedOut("Connection timed out (os error 110)"),
  ];
  await play(server, async () => {
    const [b] = await connect(server, "B");
    for (const error of errors) {
      for (const call of ["read", "write"] as const) {
        await ask(server, b, "still there?");
        const [gone] = await connect(server, "A");
        await wasAccepted(wire, gone);
        // A read() waits already, so it is the second one that fails.
        wire.failNext(call, error);
        await gone.send("hello");
        // Who reads ahead meets the error of a write() after the next read().
        if (call === "write") await gone.end();
        await gone.receiveToEnd();
      }
    }
    await leave(server, b);
  });
  await close(server, 1 + 2 * errors.length);
});

check({
  name: t(
    "serveEcho() throws on an error of accept() that means no end",
    "serveEcho()는 끝내라는 뜻이 아닌 accept()의 오류를 그대로 던진다",
  ),
  needs: ["serveEcho"],
  after: ends,
  extra: true,
}, async ({ serveEcho }, wire) => {
  const listener = wire.listener();
  const error = new Error("Too many open files (os error 24)");
  wire.failNext("accept", error, { on: listener });
  expectSame(error, await settle(() => serveEcho(listener)), "accept");
});

const ownBytes = check({
  name: t(
    "serveEcho() gives each of 100 clients its own bytes back",
    "serveEcho()는 클라이언트 100개에 각각 자기 바이트를 되돌려 준다",
  ),
  needs: ["serveEcho"],
  after: atOnce,
}, async ({ serveEcho }, wire) => {
  // Each call moves less than asked for, so that the services interleave.
  const server = startEcho(wire, serveEcho, {
    limits: { read: 16, write: 8 },
  });
  await play(server, async () => {
    const clients = await Promise.all(
      Array.from(
        { length: 100 },
        (_, i) => wire.client(server.listener.addr, nameOf(String(i + 1))),
      ),
    );
    const texts = clients.map((_, i) => payload(43, i + 1));
    for (const [i, client] of clients.entries()) {
      server.said.set(client, texts[i]);
    }
    // None of them ends before all of them have had their answers.
    await Promise.all(
      clients.map((client, i) =>
        ask(server, client, texts[i].subarray(0, 30), { cutAt: [10, 20] })
      ),
    );
    await Promise.all(clients.map(async (client, i) => {
      const rest = texts[i].subarray(30);
      const [answer] = await Promise.all([
        client.receiveToEnd(),
        client.send(rest).then(client.end),
      ]);
      expectEcho(server, client, answer, rest);
    }));
  });
});

check({
  name: t(
    "serveEcho() lets no client that does not read hold up the others",
    "serveEcho()는 읽지 않는 클라이언트 때문에 다른 클라이언트를 기다리게 하지 않는다",
  ),
  needs: ["serveEcho"],
  // A server that mixes its clients up may or may not do so here.
  after: [goesOn, ownBytes],
}, async ({ serveEcho }, wire) => {
  const listener = wire.listener();
  const stuck = narrow(wire, listener, 500);
  const server = startEcho(wire, serveEcho, { listener });
  await play(server, async () => {
    const slow = await connectResetting(server, "A");
    const [b] = await connect(server, "B");
    await ask(server, b, "ping");
    flood(slow, 4_000);
    await stuck(slow);
    await ask(server, b, "ping again");
    const [c] = await connect(server, "C");
    await ask(server, c, "cherry");
    slow.reset();
    await leave(server, c);
    await leave(server, b);
  });
  await close(server, 3);
});

const numbers = check({
  name: t(
    "serveNumbered() tells each client its own number and size",
    "serveNumbered()는 클라이언트마다 자기 번호와 크기를 알려 준다",
  ),
  needs: ["serveNumbered"],
  after: ends,
}, async ({ serveNumbered }, wire) => {
  const server = startEcho(wire, serveNumbered, {
    limits: { read: 7, write: 5 },
    ...numbered,
  });
  await play(server, async () => {
    const [a, b, c] = await connect(server, "A", "B", "C");
    await ask(server, c, "cherry");
    await ask(server, a, "almond milk");
    await ask(server, b, "바나나");
    await ask(server, c, "cola");
    await farewell(server, c, 3, 10);
    await ask(server, b, "bread");
    await farewell(server, a, 1, 11);
    await farewell(server, b, 2, 14);
    const [d, e] = await connect(server, "D", "E");
    await farewell(server, d, 4, 0);
    await ask(server, e, "!");
    await farewell(server, e, 5, 1);
  });
  await close(server, 5);
});

check({
  name: t(
    "serveNumbered() counts a stream that fits into no buffer",
    "serveNumbered()는 어떤 버퍼보다도 긴 스트림의 바이트도 다 센다",
  ),
  needs: ["serveNumbered"],
  after: numbers,
}, async ({ serveNumbered }, wire) => {
  const server = startEcho(wire, serveNumbered, numbered);
  await play(server, async () => {
    const [client] = await connect(server, "A");
    const size = await askMuch(server, client, 7_000_000);
    await farewell(server, client, 1, size);
  });
  await close(server, 1);
});

check({
  name: t(
    "serveNumbered() serves many to their end, though one breaks off",
    "serveNumbered()도 하나가 연결을 끊어도 여럿을 끝까지 처리한다",
  ),
  needs: ["serveNumbered"],
  after: numbers,
}, async ({ serveNumbered }, wire) => {
  const { log } = wire;
  const server = startEcho(wire, serveNumbered, numbered);
  let done = false;
  server.serving.then(() => done = true);
  await play(server, async () => {
    const gone = await connectResetting(server, "A");
    const letters = "BCDEFGHIJKL".split("");
    const clients = await connect(server, ...letters);
    // The last one first: all of them are served at the same time.
    for (const client of clients.toReversed()) await ask(server, client, "hi");
    await ask(server, gone, "bye");
    gone.reset();
    await wire.until(() => sawEnd(log, servedTo(log, gone.local)!));
    const [late] = await connect(server, "M");
    await ask(server, late, "late");
    await farewell(server, late, 13, 4);
    closeAsOwner(log, server.listener);
    for (const [i, client] of clients.entries()) {
      const { value: answer = encode("") } = await settle(async () => {
        await client.send("still here");
        return await client.receive(10);
      });
      expectServiceGoesOn(answer.length > 0);
      expectEcho(server, client, answer, encode("still here"));
      expectStillRunning(!done);
      await farewell(server, client, i + 2, 12);
    }
  });
  await close(server, 13);
});

check({
  name: t(
    "serveNumbered() counts anew for each server",
    "serveNumbered()는 서버마다 처음부터 센다",
  ),
  needs: ["serveNumbered"],
  after: numbers,
}, async ({ serveNumbered }, wire) => {
  const servers = [
    startEcho(wire, serveNumbered, numbered),
    startEcho(wire, serveNumbered, numbered),
  ];
  for (const server of servers) {
    await play(server, async () => {
      for (const [i, letter] of ["A", "B"].entries()) {
        const [client] = await connect(server, letter);
        await ask(server, client, "one");
        await farewell(server, client, i + 1, 3);
      }
    });
  }
  // And in turns: neither server hears of the other one's clients.
  const turns = servers.map((server, i) => ({
    server,
    letters: [`C${i + 1}`, `D${i + 1}`],
  }));
  const here: [typeof servers[0], Peer, number][] = [];
  for (const place of [0, 1]) {
    for (const { server, letters } of turns) {
      const [client] = await connect(server, letters[place]);
      await ask(server, client, letters[place]);
      here.push([server, client, 3 + place]);
    }
  }
  for (const [server, client, number] of here) {
    await farewell(server, client, number, 2);
  }
  for (const server of servers) await close(server, 4);
});

check({
  name: t(
    "serveNumbered() throws on an error of accept() that means no end",
    "serveNumbered()는 끝내라는 뜻이 아닌 accept()의 오류를 그대로 던진다",
  ),
  needs: ["serveNumbered"],
  after: numbers,
  extra: true,
}, async ({ serveNumbered }, wire) => {
  const listener = wire.listener();
  const error = new Error("Too many open files (os error 24)");
  wire.failNext("accept", error, { on: listener });
  expectSame(error, await settle(() => serveNumbered(listener)), "accept");
});
