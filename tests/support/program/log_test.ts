import assert from "node:assert/strict";
import { logMerger } from "./messages.ts";
import { logReporter } from "./reporter.ts";
import { begin, createScope, fail, finish } from "../log/scope.ts";
import { emptyLog } from "../log/wire_log.ts";
import type { Call, Socket } from "../log/wire_log.ts";

const name = { en: "your server", ko: "내 서버" };
const local: Deno.NetAddr = {
  transport: "tcp",
  hostname: "127.0.0.1",
  port: 4000,
};
const student = (call: Call, socket?: number) =>
  ({ side: "student", call, socket }) as const;

/** The log of a program, with a reporter, and that of a check beside it. */
function bothLogs() {
  const program = createScope();
  const check = createScope();
  const reporter = logReporter(program.log);
  const merger = logMerger(check.log, name);
  return {
    program,
    check,
    reporter,
    merger,
    /** A listening socket of the program. */
    listens(): Socket {
      const made = begin(program, student("listen"));
      const id = program.log.sockets.length + 1;
      const state = "open";
      const side = "student";
      const socket = {
        id,
        side,
        kind: "listener",
        local,
        state,
        made,
      } as const;
      program.log.sockets.push(socket);
      finish(program, made, { outcome: "ok", socket: id, address: local });
      return program.log.sockets.at(-1)!;
    },
    /** Sends what is new, as a message would: as a copy. */
    sync: () => merger.merge(structuredClone(reporter.news())),
  };
}

Deno.test("only what is new or has changed is reported", () => {
  const { program, reporter, listens } = bothLogs();
  const socket = listens();
  const accept = begin(program, student("accept", socket.id));
  const first = reporter.news();
  assert.deepEqual(first.events.map(([index]) => index), [0, 1]);
  assert.deepEqual(first.sockets.map(({ made }) => made), [0]);
  assert.deepEqual(reporter.news(), { events: [], sockets: [] });
  fail(program, accept, new Error("no"));
  socket.state = "closed";
  const second = reporter.news();
  assert.deepEqual(
    second.events.map(([index, { outcome }]) => [index, outcome]),
    [[1, "error"]],
  );
  assert.deepEqual(second.sockets.map(({ state }) => state), ["closed"]);
  assert.deepEqual(reporter.news(), { events: [], sockets: [] });
});

Deno.test("events stand in the order in which they began", () => {
  const { program, check, listens, sync } = bothLogs();
  listens();
  program.log.events[0].began = 1;
  const later = begin(program, student("accept", 1));
  later.began = 3;
  const between = begin(check, { side: "peer", call: "connect" });
  between.began = 2;
  sync();
  const calls = check.log.events.map(({ call }) => call);
  assert.deepEqual(calls, ["listen", "connect", "accept"]);
  finish(program, later, { outcome: "ok" });
  sync();
  assert.equal(check.log.events.length, 3);
  assert.equal(check.log.events[2].outcome, "ok");
});

Deno.test("sockets of both sides keep numbers of their own", () => {
  const { check, listens, sync, merger } = bothLogs();
  const made = begin(check, { side: "peer", call: "listen" });
  const peer = { side: "peer", kind: "listener", state: "open" } as const;
  check.log.sockets.push({ id: 1, ...peer, local, made });
  const socket = listens();
  sync();
  assert.equal(socket.id, 1);
  const [, theirs] = check.log.sockets;
  assert.equal(theirs.id, 2);
  assert.equal(theirs.name, name);
  assert.equal(theirs.made.call, "listen");
  assert.equal(theirs.made.socket, 2);
  assert.deepEqual(merger.made([1]), [theirs.made]);
  socket.state = "closed";
  sync();
  assert.equal(theirs.state, "closed");
});

Deno.test("an event may be known before its socket", () => {
  const { program, check, sync } = bothLogs();
  begin(program, student("read", 7));
  sync();
  assert.equal(check.log.events[0].socket, check.log.sockets[0].id);
});

Deno.test("a place is put to its event, wherever that stands", () => {
  const { program, check, reporter, merger, listens, sync } = bothLogs();
  listens();
  const accept = begin(program, student("accept", 1));
  sync();
  const place = { url: "file:///a.ts", file: "a.ts", line: 3, column: 1 };
  accept.place = place;
  const places = reporter.placesOf(program.log.events);
  assert.deepEqual(places, [[1, place]]);
  merger.place([...places, [9, place]]);
  assert.deepEqual(check.log.events.map(({ place }) => place?.line), [
    undefined,
    3,
  ]);
  // A call that has not been reported has no number yet.
  const unknown = { ...accept };
  assert.deepEqual(reporter.placesOf([unknown]), []);
  assert.equal(emptyLog().events.length, 0);
});
