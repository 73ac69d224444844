import assert from "node:assert/strict";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { lacksResets } from "../../tests/support/resets.ts";
import type { Text } from "../../tests/support/text.ts";
import { root } from "../course.ts";
import { expectPlain, linesUntil } from "../fixtures/command.ts";
import { read } from "../cli.ts";
import type { Refusal } from "../refusal.ts";
import { command, whereOf } from "./netcat.ts";

const encoder = new TextEncoder();

/** A netcat that runs. */
interface Running {
  /** Writes into its standard input. */
  type(text: string): Promise<void>;
  /** Ends its standard input. */
  end(): Promise<void>;
  /** Its lines, until one has these words. */
  out(words: string): Promise<string>;
  err(words: string): Promise<string>;
  /** The port at which it says that it listens. */
  port(): Promise<string>;
  code: Promise<number>;
}

/** Tests with netcats, which end with it at the latest. */
function test(
  name: string,
  body: (nc: (...args: string[]) => Running) => Promise<void>,
  lacks?: Text,
): void {
  const fn = async () => {
    const children: Deno.ChildProcess[] = [];
    try {
      await body((...args) => {
        const child = new Deno.Command(Deno.execPath(), {
          args: ["task", "--quiet", "nc", ...args],
          cwd: root,
          stdin: "piped",
          stdout: "piped",
          stderr: "piped",
        }).spawn();
        children.push(child);
        return runningOf(child);
      });
    } finally {
      for (const child of children) {
        try {
          child.kill("SIGTERM");
        } catch {
          // It has ended by itself.
        }
        await child.status;
      }
    }
  };
  // The deadline only ever ends a failure.
  Deno.test({ name, timeout: 20_000, ignore: lacks !== undefined, fn });
}

function runningOf(child: Deno.ChildProcess): Running {
  const input = child.stdin.getWriter();
  const err = linesUntil(child.stderr);
  return {
    type: (text) => input.write(encoder.encode(text)),
    end: () => input.close().catch(() => {}),
    out: linesUntil(child.stdout),
    err,
    port: async () => /:(\d+)$/.exec((await err(":")).trimEnd())![1],
    code: child.status.then(({ code }) => code),
  };
}

test("deno task nc says its end by a half-close, and hears the other's", async (nc) => {
  const server = nc("-l", "0");
  const client = nc("127.0.0.1", await server.port());
  await client.type("물어봅니다\n");
  await client.end();
  await server.out("물어봅니다");
  // The client has said all, and still hears an answer.
  await server.err("The other end has ended its stream (FIN).");
  await server.type("answer, without a newline at its end");
  await server.end();
  await client.out("answer, without a newline at its end");
  assert.deepEqual(await Promise.all([server.code, client.code]), [0, 0]);
});

test("deno task nc carries bytes both ways while both type", async (nc) => {
  const server = nc("-l", "0");
  const client = nc("localhost", await server.port());
  for (const [from, to] of [[client, server], [server, client]]) {
    await from.type("first\n");
    await to.out("first");
    await from.type("second\n");
    await to.out("second");
  }
  const long = "x".repeat(300_000);
  const sending = client.type(`${long}end\n`);
  assert.equal(await server.out("end"), `${long}end\n`);
  await sending;
});

test("deno task nc -u makes each line a datagram, and answers", async (nc) => {
  const server = nc("-u", "-l", "0");
  const port = Number(await server.port());
  await server.type("too early\n");
  await server.err("Not sent: nobody has written yet");
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  const to = { transport: "udp", hostname: "127.0.0.1", port } as const;
  await socket.send(encoder.encode("question\n"), to);
  await server.out("question");
  await server.type("one\ntwo\n");
  const texts = [];
  for (let i = 0; i < 2; i++) {
    texts.push(new TextDecoder().decode((await socket.receive())[0]));
  }
  assert.deepEqual(texts, ["one\n", "two\n"]);
  socket.close();
});

test("deno task nc -u asks, hears the answer, and ends", async (nc) => {
  const server = nc("-l", "0", "-u");
  const client = nc(
    "-u",
    "127.0.0.1",
    await server.port(),
  );
  await client.type("ask\n");
  await server.out("ask");
  await server.type("told\n");
  await client.out("told");
  await client.end();
  assert.equal(await client.code, 0);
});

const failures: [string[], RegExp, RegExp][] = [
  [
    ["127.0.0.1", "9"],
    /^Refused: nobody listens at 127\.0\.0\.1:9\./,
    /^거부되었습니다\. 127\.0\.0\.1:9에서/,
  ],
  [["::1", "9"], /^Refused: .* at \[::1\]:9\./, /\[::1\]:9/],
  [
    ["192.0.2.1", "80"],
    /^nc reaches only this machine: .*, not 192\.0\.2\.1\.$/,
    /^nc는 이 컴퓨터 안에만/,
  ],
  [["-l", "0.0.0.0", "0"], /^nc reaches only this/, /^nc는 이/],
  [["-u", "192.0.2.1", "80"], /^nc reaches only this/, /^nc는 이/],
];

const unreadable: [string[], RegExp, RegExp][] = [
  [[], /^nc takes a host and a port/, /^nc 뒤에는/],
  [["8080"], /^nc takes a host and a port/, /^nc 뒤에는/],
  [["127.0.0.1", "0"], /^A port is a number from 1/, /^포트 번호는/],
  [["-l", "70000"], /^A port is .*"70000"/, /"70000"/],
  [["-k", "-l", "0"], /^There is no option -k/, /^-k 옵션은/],
  [["-l", "0", "--lang=de"], /^The course is written in/, /^이 과정의 언어는/],
];

for (const [args, en, ko] of unreadable) {
  Deno.test(`whereOf() refuses "${args.join(" ")}"`, () => {
    assert.throws(
      () => whereOf(read(command, args, "en")),
      ({ text }: Refusal) => en.test(text.en) && ko.test(text.ko),
    );
  });
}

test("deno task nc says in both languages what cannot be done", async (nc) => {
  for (const [args, en, ko] of failures) {
    for (const [lang, words] of [["en", en], ["ko", ko]] as const) {
      const running = nc(...args, `--lang=${lang}`);
      await running.type("x\n").catch(() => {});
      await running.end();
      assert.match((await running.err("")).trimEnd(), words);
      assert.equal(await running.code, 1, args.join(" "));
    }
  }
});

test("deno task nc tells of a port in use", async (nc) => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const port = String(listener.addr.port);
  const taken = await nc("-l", port, "--lang=en").err("");
  assert.match(taken, new RegExp(`^Port ${port} is in use`));
});

test("deno task nc tells of a broken connection", async (nc) => {
  // Deno's own close never resets.
  const server = createServer((socket) => socket.resetAndDestroy());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const reset = (server.address() as AddressInfo).port;
  try {
    const client = nc("127.0.0.1", String(reset), "--lang=en");
    await client.err("has broken the connection off (RST)");
    assert.equal(await client.code, 1);
  } finally {
    server.close();
  }
}, lacksResets);

test("deno task nc explains itself on one screen", async (nc) => {
  for (const lang of ["en", "ko"]) {
    const running = nc("--help", `--lang=${lang}`);
    const text = await running.out("2");
    assert.ok(text.split("\n").length <= 24);
    expectPlain(text);
  }
});
