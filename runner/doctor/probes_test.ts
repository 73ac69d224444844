import assert from "node:assert/strict";
import { join } from "node:path";
import { findLessons, pathsOf, root } from "../course.ts";
import { neededSockets } from "./findings.ts";
import {
  connectToNobody,
  countSockets,
  datagramTrips,
  missingFiles,
  mostSockets,
  needsOf,
  streamTrips,
  within,
} from "./probes.ts";

const hostname = "127.0.0.1";

/** Runs a program under a limit for file descriptors. Gives what it printed. */
async function withDescriptors(
  limit: number,
  program: string,
): Promise<string> {
  const { stdout } = await new Deno.Command("sh", {
    args: [
      "-c",
      `ulimit -n ${limit} && exec "$0" eval "$1"`,
      Deno.execPath(),
      program,
    ],
  }).output();
  return new TextDecoder().decode(stdout);
}

/** Lets `Deno.connect` do something else for the time of a probe. */
async function withConnect<T>(
  other: (options: Deno.ConnectOptions) => Promise<Deno.TcpConn>,
  probe: () => Promise<T>,
): Promise<T> {
  const connect = Deno.connect;
  try {
    Object.assign(Deno, { connect: other });
    return await probe();
  } finally {
    Object.assign(Deno, { connect });
  }
}

Deno.test("streamTrips() goes there and back", async () => {
  const reached = await streamTrips(hostname);
  assert.ok(reached.state === "reached" && reached.ms > 0, reached.state);
  assert.equal((await streamTrips("0.0.0.0", hostname)).state, "reached");
});

Deno.test("streamTrips() says what the system says of an address that is not this machine's", async () => {
  // TEST-NET-1 of RFC 5737 is nobody's; nothing is sent there.
  const reached = await streamTrips("192.0.2.1");
  assert.ok(reached.state === "failed" && /os error/.test(reached.error));
});

Deno.test("streamTrips() notices who takes connections and passes the bytes on", async () => {
  const { connect } = Deno;
  const between = Deno.listen({ hostname, port: 0 });
  const passing: Promise<unknown>[] = [];
  const reached = await withConnect(async ({ port }) => {
    const [client, taken, onward] = await Promise.all([
      connect({ hostname, port: between.addr.port }),
      between.accept(),
      connect({ hostname, port }),
    ]);
    passing.push(
      taken.readable.pipeTo(onward.writable),
      onward.readable.pipeTo(taken.writable),
    );
    return client;
  }, () => streamTrips(hostname));
  between.close();
  await Promise.allSettled(passing);
  assert.equal(reached.state, "changed");
});

Deno.test("datagramTrips() goes there and back", async () => {
  assert.equal((await datagramTrips(hostname)).state, "reached");
});

Deno.test("connectToNobody() is refused by this machine", async () => {
  assert.equal(await connectToNobody(), "refused");
});

Deno.test("connectToNobody() notices who accepts what nobody would", async () => {
  const { connect } = Deno;
  const listener = Deno.listen({ hostname, port: 0 });
  const { port } = listener.addr;
  const refused = await withConnect(
    () => connect({ hostname, port }),
    connectToNobody,
  );
  (await listener.accept()).close();
  listener.close();
  assert.equal(refused, "accepted");
});

Deno.test("countSockets() counts and gives them back", () => {
  const first = countSockets();
  assert.ok(first > 0 && first <= mostSockets);
  assert.equal(countSockets(), first);
});

Deno.test({
  name: "countSockets() finds the limit of the system",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const module = new URL("probes.ts", import.meta.url);
    const count = await withDescriptors(
      64,
      `import { countSockets } from "${module}"; console.log(countSockets())`,
    );
    assert.ok(Number(count) > 20 && Number(count) < 64, count);
  },
});

Deno.test({
  name: "neededSockets are enough for lesson 11",
  // Nobody sets such a limit on Windows.
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const course = new URL("../course.ts", import.meta.url);
    const paths = new URL("../dev/answers.ts", import.meta.url);
    const grade = new URL("../lesson/grade.ts", import.meta.url);
    // Deno itself has less than 20 descriptors open.
    const state = await withDescriptors(
      neededSockets + 20,
      `
      const { findLessons } = await import("${course}");
      const { pathsOf } = await import("${paths}");
      const { grade } = await import("${grade}");
      const lesson = findLessons().find(({ number }) => number === 11);
      const instead = pathsOf(lesson).solution;
      const verdict = await grade(lesson, { language: "en", instead });
      console.log(verdict.state);`,
    );
    assert.equal(state, "passed\n");
  },
});

Deno.test("needsOf() reads from the checks what lessons need", () => {
  const needs = needsOf(root);
  // What no lesson says any more, the doctor looks for in vain.
  for (const [need, lessons] of Object.entries(needs)) {
    assert.ok(lessons.length > 0, need);
  }
  assert.deepEqual(needs.udp, [1, 5]);
  assert.deepEqual(needs.everywhere, [8]);
  assert.deepEqual(needs.sockets, [11]);
});

Deno.test("missingFiles() misses nothing here", () => {
  assert.deepEqual(missingFiles(root), []);
});

Deno.test("missingFiles() names what is gone, and is content with one language", () => {
  const base = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    assert.deepEqual(missingFiles(base), ["lessons"]);
    const [lesson] = findLessons();
    const from = pathsOf(lesson);
    const to = pathsOf(lesson, base);
    for (const kind of ["lessons", "tests", "tests/stubs"]) {
      Deno.mkdirSync(join(base, kind, lesson.folder), { recursive: true });
    }
    for (const kind of ["exercise", "stub", "checks"] as const) {
      Deno.copyFileSync(from[kind], to[kind]);
    }
    Deno.copyFileSync(from.page.ko, to.page.ko);
    assert.deepEqual(missingFiles(base), []);
    Deno.removeSync(to.stub);
    Deno.removeSync(to.page.ko);
    assert.deepEqual(missingFiles(base), [
      "tests/stubs/01_socket/socket.ts",
      "lessons/01_socket/README.md",
    ]);
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
});

Deno.test("within() closes what was opened, before and after the time was over", async () => {
  const closed: string[] = [];
  const closable = (name: string) => ({ close: () => void closed.push(name) });
  const late = Promise.withResolvers<void>();
  let probing: Promise<void> | undefined;
  const result = await within(1, (keep) => {
    keep(closable("early"));
    probing = late.promise.then(() => void keep(closable("late")));
    return probing;
  });
  assert.equal(result, undefined);
  assert.deepEqual(closed, ["early"]);
  late.resolve();
  await probing;
  assert.deepEqual(closed, ["early", "late"]);
});

Deno.test("within() hands on what the probe throws", async () => {
  const thrown = within(1_000, () => Promise.reject(new Error("no")));
  await assert.rejects(thrown, /^Error: no$/);
});
