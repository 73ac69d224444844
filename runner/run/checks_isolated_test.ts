import assert from "node:assert/strict";
import { join } from "node:path";
import { messagesOf } from "../../tests/support/verdict/told.ts";
import { chooseLesson, findLessons } from "../course.ts";
import { connectingBy, gradeText } from "../fixtures/grade_text.ts";
import { runChecks } from "./checks.ts";

/** Two sockets of another program: of this one, which no run knows. */
function strangers() {
  const loopback = { hostname: "127.0.0.1", port: 0 };
  const listener = Deno.listen(loopback);
  const { port } = listener.addr;
  const datagram = Deno.listenDatagram({
    transport: "udp",
    ...loopback,
    port,
  });
  return {
    port,
    /** Fails if somebody came before this very moment. */
    async assertAlone() {
      using conn = await Deno.connect({ hostname: "127.0.0.1", port });
      using first = await listener.accept();
      assert.equal(first.remoteAddr.port, conn.localAddr.port);
      const own = new TextEncoder().encode("own");
      await datagram.send(own, datagram.addr);
      assert.deepEqual((await datagram.receive())[0], own);
    },
    [Symbol.dispose]() {
      listener.close();
      datagram.close();
    },
  };
}

/** Tries `ways` one after the other, and tells how each of them ended. */
function trying(ways: readonly string[]): string {
  const tried = ways.map((way) => `
  try {
    await (async () => { ${way} })();
    ended.push("done");
  } catch (error) {
    ended.push(error.name);
  }`);
  return connectingBy(`  const ended: any[] = [];
  const udp = Deno.listenDatagram({
    transport: "udp", hostname: "127.0.0.1", port: 0,
  });
  const bytes = new Uint8Array(3);${tried.join("")}
  udp.close();
  throw new Error("ended: " + ended.join());`);
}

Deno.test("runChecks() lets no way of TCP lead out of the run", async () => {
  using others = strangers();
  const { port } = others;
  const hostnames = [
    "127.0.0.1",
    "localhost",
    "0.0.0.0",
    "::ffff:127.0.0.1",
    "0:0:0:0:0:ffff:7f00:1",
  ];
  const ways = [
    ...hostnames.map((hostname) =>
      `await Deno.connect({ hostname: "${hostname}", port: ${port} });`
    ),
    `await Deno.connect({ port: "${port}" } as any);`,
    `let asked = 0;
    await Deno.connect({
      hostname: "127.0.0.1",
      get port() { return asked++ === 0 ? address.port : ${port}; },
    }).then((conn) => conn.close());`,
  ];
  const { words, state } = await gradeText(trying(ways));
  assert.equal(state, "failed");
  const refused = Array(hostnames.length + 1).fill("ConnectionRefused");
  assert.ok(words.includes(`ended: ${refused},done`), words);
  await others.assertAlone();
});

Deno.test("runChecks() lets no datagram lead out of the run", async () => {
  using others = strangers();
  const { port } = others;
  const to = `{ transport: "udp", hostname: "127.0.0.1", port: ${port} }`;
  const ways = [
    `await udp.send(bytes, ${to});`,
    `await udp.send(bytes, { ...${to}, hostname: "localhost" });`,
    `await udp.send(bytes, { ...${to}, port: ${port}.5 });`,
    `await Object.getPrototypeOf(udp).send.call(udp, bytes, ${to});`,
    `const { createSocket } = await import("node:" + "dgram");
    createSocket("udp4").send(bytes, ${port}, "127.0.0.1");`,
    `const nameServer = { ipAddr: "127.0.0.1", port: ${port} };
    await Deno.resolveDns("example.com", "A", { nameServer });`,
  ];
  const { words, state } = await gradeText(trying(ways));
  assert.equal(state, "failed");
  const refused = ["NotSupported", "TypeError", "NotSupported"];
  assert.ok(words.includes(`ended: done,done,done,${refused}`), words);
  await others.assertAlone();
});

Deno.test("runChecks() lets a program in a worker reach as little", async () => {
  using others = strangers();
  const { port } = others;
  const folder = Deno.makeTempDirSync({ prefix: "socketlings_" });
  const instead = join(folder, "server_and_client.ts");
  const to = `{ hostname: "127.0.0.1", port: ${port} }`;
  Deno.writeTextFileSync(
    instead,
    `export async function server() {
  const { port1, port2 } = new MessageChannel();
  // Code that has lost its check, too.
  const error = await new Promise((resolve) => {
    port2.onmessage = () => Deno.connect(${to}).then(resolve, resolve);
    port1.postMessage("go");
  });
  throw new Error("ended: " + error.name);
}
export const client = server;
`,
  );
  try {
    const lesson = chooseLesson(findLessons(), "12")!;
    const { outcomes } = await runChecks({ lesson, instead });
    const words = outcomes.map(({ told }) => messagesOf(told).en).join("\n");
    assert.match(words, /ended: ConnectionRefused/);
    await others.assertAlone();
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("runChecks() keeps nothing of a run for the next one", async () => {
  const { words } = await gradeText(trying([
    `localStorage.setItem("hostile_was_here", "");`,
    `await caches.open("hostile_was_here");`,
  ]));
  assert.ok(words.includes("ended: NotSupported,NotSupported"), words);
});
