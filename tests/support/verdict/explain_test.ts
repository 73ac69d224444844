import assert from "node:assert/strict";
import { explain, uncaught } from "./explain.ts";
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";

const any = () => true;
const none = () => false;

/** Each error of Deno's sockets that has an explanation of its own. */
const known: [keyof typeof Deno.errors, RegExp][] = [
  ["ConnectionRefused", /^Nobody listens at that address/],
  ["ConnectionReset", /^The other end broke the connection off/],
  ["BrokenPipe", /^The connection can no longer be written to/],
  ["BadResource", /^The socket was already closed/],
  ["Interrupted", /^The socket was closed while a call/],
  ["Busy", /^Two calls of the same kind wait on one socket/],
  ["AddrInUse", /^Another socket has that port/],
  ["NotCapable", /^The checks let an exercise use loopback/],
  ["UnexpectedEof", /^The stream ended before all of it/],
];

function words(failure: Failure): Words {
  return failure.words as Words;
}

Deno.test("explain() knows the errors of Deno's sockets", () => {
  for (const [name, why] of known) {
    const failure = explain(new Deno.errors[name]("no"), none);
    assert.match(words(failure).why.en, why);
    assert.deepEqual(words(failure).came, {
      en: `The error ${name}: no`,
      ko: `오류가 났습니다: ${name}: no`,
    });
    assert.equal(failure.state, "failed");
  }
});

Deno.test("explain() knows errors by the names that Deno really gives", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  const inUse = await Promise.try(() =>
    Deno.listen({ hostname: "127.0.0.1", port })
  ).catch((error) => error);
  listener.close();
  const closed = await listener.accept().catch((error) => error);
  assert.match(words(explain(inUse, none)).why.en, /^Another socket has that/);
  assert.match(words(explain(closed, none)).why.en, /^The socket was already/);
});

Deno.test("explain() says of an unknown error that the code threw it", () => {
  const { why, came } = words(explain(new RangeError("too far"), none));
  assert.equal(came.en, "The error RangeError: too far");
  assert.equal(why.en, "Your code threw it, or did not catch it.");
});

Deno.test("explain() names the line that threw an unknown error", () => {
  const { why, look } = words(explain(new RangeError("too far"), any));
  assert.match(why.en, /^It came up at explain_test\.ts:\d+, or in a call/);
  assert.match(why.ko, /^explain_test\.ts:\d+에서, 또는/);
  assert.match(look.en, /^That line/);
});

Deno.test("explain() copes with whatever can be thrown", () => {
  for (const thrown of ["stop", undefined, null, 3, Symbol("s"), {}]) {
    assert.equal(
      words(explain(thrown, none)).came.en,
      `The error Error: ${String(thrown)}`,
    );
  }
});

Deno.test("explain() passes a Failure through", () => {
  const failure = new Failure({ en: "one", ko: "하나" });
  assert.equal(explain(failure, any), failure);
});

Deno.test("explain() finds the line that threw", () => {
  const here = explain(new Error("no"), (url) => url === import.meta.url);
  assert.equal(here.place?.file, "explain_test.ts");
  assert.equal(explain(new Error("no"), none).place, undefined);
});

Deno.test("explain() knows that too many files are open", () => {
  const error = new Error("Too many open files (os error 24)");
  assert.match(words(explain(error, any)).why.en, /^A loop opens sockets/);
});

Deno.test("uncaught() says that nobody caught it, and where it came from", () => {
  const failure = uncaught(new Error("no"), any);
  const { came, why } = words(failure);
  assert.deepEqual(came, {
    en: "An error that nobody caught: The error Error: no",
    ko: "오류가 났습니다: Error: no (아무도 잡지 않은 오류)",
  });
  assert.match(
    why.en,
    /^It came up at explain_test\.ts:\d+\. A promise was started and never/,
  );
  assert.equal(failure.place?.file, "explain_test.ts");
});

Deno.test("uncaught() keeps a verdict of one sentence as it is", () => {
  const one = new Failure({ en: "one", ko: "하나" }, {
    state: "could not be checked",
  });
  assert.equal(uncaught(one, any), one);
});

/** What V8 itself says of a call that is not there. */
function thrownBy(act: (conn: Record<string, () => void>) => void): unknown {
  try {
    act({});
  } catch (error) {
    return error;
  }
}

Deno.test("explain() knows habits from elsewhere by what V8 says", () => {
  const list = {} as unknown as Iterable<number>;
  const cases: [unknown, string][] = [
    [thrownBy((conn) => conn.on()), "asksForEvents"],
    [thrownBy((conn) => conn.recv()), "callsByAnotherName"],
    [thrownBy((conn) => conn.shutdown()), "callsByAnotherName"],
    [thrownBy(() => [...list]), "iteratesWithoutAwait"],
    [thrownBy((conn) => conn.fetch()), "throwsAnError"],
    [new Error("conn.on is not a function"), "throwsAnError"],
  ];
  for (const [error, mistake] of cases) {
    assert.equal(words(explain(error, none)).mistake, mistake);
  }
});
