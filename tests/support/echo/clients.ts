/**
 * Clients of an echo server, as checks play them: each call is one thing that
 * a client does, and looks at what comes back.
 *
 * @module
 */
import { encode, firstDifference, join, payload } from "../bytes.ts";
import { expectBytes } from "../expect_bytes.ts";
import { expect, Failure } from "../failure.ts";
import type { Limits } from "../log/track.ts";
import { bytesMoved } from "../log/wire_log.ts";
import type { ResettingPeer } from "../network/reset.ts";
import { segments } from "../network/segments.ts";
import type { Cut } from "../network/segments.ts";
import { turns } from "../network/turns.ts";
import type { Peer } from "../peer.ts";
import { settle } from "../settle.ts";
import type { Settled } from "../settle.ts";
import { t } from "../text.ts";
import type { Text } from "../text.ts";
import type { Wire } from "../wire.ts";
import { expectListenerOpen, expectNoError } from "./errors.ts";
import { echoHang } from "./hang.ts";
import {
  endedEarly,
  expectServed,
  nameOf,
  pendingOn,
  sawEnd,
  servedTo,
  whileServing,
} from "./serving.ts";
import { echoWords } from "./words.ts";
import type { Cause } from "./words.ts";

/** An echo server of the student's that runs, and what its clients say. */
export interface EchoServer<T> extends Talk {
  listener: Deno.TcpListener;
  serving: Promise<Settled<T>>;
  /** How many clients it serves; without it, until its listener is closed. */
  clients?: number;
}

/** Starts a server on a listener of the check, or on one that is lent already. */
export function startEcho<T>(
  wire: Wire,
  serve: (listener: Deno.TcpListener) => T | Promise<T>,
  { clients, limits, causeOf, listener = wire.listener({}, limits) }: {
    clients?: number;
    limits?: Limits;
    causeOf?: Talk["causeOf"];
    listener?: Deno.TcpListener;
  } = {},
): EchoServer<T> {
  wire.onHang(echoHang);
  const serving = settle(() => serve(listener));
  return { wire, listener, serving, clients, causeOf, said: new Map() };
}

/** Plays clients; ends at once if the server gives up before its time. */
export function play<T>(
  { wire, listener, serving, clients }: EchoServer<unknown>,
  script: () => Promise<T>,
): Promise<T> {
  const { port } = listener.addr;
  return whileServing(wire.log, serving, clients, script, port);
}

/** What the messages call the client with that letter. */
export function client(letter: string): Text {
  return { en: `client ${letter}`, ko: `클라이언트 ${letter}` };
}

/** Connects so many clients, each after the other. */
export async function connect(
  { wire, listener }: Pick<EchoServer<unknown>, "wire" | "listener">,
  ...letters: string[]
): Promise<Peer[]> {
  const clients: Peer[] = [];
  for (const letter of letters) {
    const name = client(letter);
    clients.push(
      await taken(wire, listener, () => wire.client(listener.addr, name)),
    );
  }
  return clients;
}

/** Connects a client that can break its connection off. */
export function connectResetting(
  { wire, listener }: Pick<EchoServer<unknown>, "wire" | "listener">,
  letter: string,
): Promise<ResettingPeer> {
  const { addr } = listener;
  return taken(
    wire,
    listener,
    () => wire.resettingClient(addr, client(letter)),
  );
}

/** A refused client means that the server's code has closed the listener. */
async function taken<P>(
  wire: Wire,
  { addr }: Deno.TcpListener,
  connect: () => Promise<P>,
): Promise<P> {
  try {
    return await connect();
  } catch (error) {
    expectListenerOpen(wire.log, addr.port);
    throw error;
  }
}

/** Waits until the server has taken this client out of the queue. */
export function wasAccepted({ log, until }: Wire, client: Peer): Promise<void> {
  return until(() => servedTo(log, client.local) !== undefined);
}

/**
 * Says something, hears it back, and compares. Each segment is sent when the
 * one before has come back.
 */
export async function ask(
  talk: Talk,
  client: Peer,
  message: string | Uint8Array,
  cut: Cut = "all at once",
): Promise<void> {
  const { said } = talk;
  for (const part of segments(message, cut)) {
    said.set(client, join([said.get(client) ?? encode(""), part]));
    await client.send(part);
    const answer = await client.receive(part.length);
    expectEcho(talk, client, answer, part);
  }
}

/** After so many calls of a server that moves few bytes at a time. */
const enoughCalls = 12_000;

/**
 * Says so much that it fits into no buffer, and hears it back. The pieces grow
 * up to 256 KiB. Says less to a server that would need minutes for it, because it moves so few
 * bytes a call. Returns how many bytes it were.
 */
export async function askMuch(
  talk: Talk,
  client: Peer,
  size: number,
): Promise<number> {
  const { events } = talk.wire.log;
  const most = events.length + enoughCalls;
  let said = 0;
  for (let next = 4 * 1024; said < size && events.length < most; next *= 2) {
    const part = payload(Math.min(next, 256 * 1024, size - said), said + 1);
    const [answer] = await Promise.all([
      client.receive(part.length),
      settle(() => client.send(part)),
    ]);
    expectEcho(talk, client, answer, part);
    said += part.length;
  }
  return said;
}

/**
 * Says something and reads nothing until the server waits in a write() to it;
 * says more, and then hears all of it. `stuck` is of the listener's `narrow()`;
 * `meanwhile` happens while the server waits.
 */
export async function askAndReadLate(
  talk: Talk,
  client: Peer,
  stuck: (client: Peer) => Promise<void>,
  meanwhile = () => Promise.resolve(),
): Promise<void> {
  const [first, second] = [payload(700, 1), payload(700, 2)];
  const before = talk.said.get(client) ?? encode("");
  talk.said.set(client, join([before, first, second]));
  await client.send(first);
  const { log, until } = talk.wire;
  // Or it reads on: ahead, or because it takes a part for the whole.
  const readsOn = until(() => {
    const server = servedTo(log, client.local);
    return server !== undefined && pendingOn(log, server, "read") &&
      bytesMoved(log, server, "read") >= before.length + first.length;
  });
  await Promise.race([stuck(client), readsOn]);
  await client.send(second);
  await meanwhile();
  // A read() that does not wait for the write() has brought it by then.
  await turns(5);
  const all = join([first, second]);
  expectEcho(talk, client, await client.receive(all.length), all);
}

/*
 * What a client may send, and some servers take for something else.
 */

/** Data that somewhere is an end: a C string's, a terminal's, a protocol's. */
export const dataLikeAnEnd: readonly (string | Uint8Array)[] = [
  "quit\n",
  "exit\r\n",
  "close",
  "bye",
  "q\n",
  ".\r\n",
  Uint8Array.of(0, 65, 66),
  Uint8Array.of(255, 255, 255, 255),
  // Each control character by itself.
  ...Array.from({ length: 32 }, (_, code) => Uint8Array.of(code)),
];

/** Data that a text, a trim() or a normalize() changes. */
export const dataLikeText: readonly (string | Uint8Array)[] = [
  "\ufeff a blank before, and one behind ",
  "\r\n\t\r\n",
  "one\u2028two\u0085three\f",
  "한글".normalize("NFD"),
  Uint8Array.of(0xff, 0x00, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xe2, 0x82),
];

/** Ends the talk, and waits until the server has ended it as well. */
export async function leave(talk: Talk, client: Peer): Promise<void> {
  await client.end();
  const rest = await client.receiveToEnd();
  expectEcho(talk, client, rest, encode(""));
}

/** Waits for the end of a server that serves so many clients, and returns it. */
export async function finished<T>(
  { wire, listener, serving, clients = 0 }: EchoServer<T>,
): Promise<T | undefined> {
  const settled = await serving;
  expectNoError(wire.log, settled);
  expectServed(wire.log, clients, listener.addr.port);
  return settled.value;
}

/*
 * Whether an echo holds the client's own bytes, and in words why not.
 */

/** What an echo is compared with. */
export interface Talk {
  wire: Wire;
  /** All that any client has said so far, to know foreign bytes by. */
  said: Map<Peer, Uint8Array>;
  /** What this lesson knows of a wrong echo, if it knows more. */
  causeOf?: (answer: Uint8Array) => Cause | undefined;
}

/** Expects that `actual` is what `client` must get back. */
export function expectEcho(
  { wire: { log }, said, causeOf }: Talk,
  client: Peer,
  actual: Uint8Array,
  expected: Uint8Array,
): void {
  const at = firstDifference(actual, expected);
  if (at === undefined) return;
  const server = servedTo(log, client.local);
  if (
    at === actual.length && server !== undefined &&
    server.state === "closed" && !sawEnd(log, server)
  ) throw new Failure(endedEarly(log, server));
  const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
  const wrong = text(actual.subarray(at, at + 6));
  const owner = wrong.length > 1 && [...said]
    .find(([other, bytes]) => other !== client && text(bytes).includes(wrong));
  if (!owner) {
    return expectBytes(
      actual,
      expected,
      echo,
      causeOf?.(actual) ?? echoWords(log, client.local, actual),
    );
  }
  const socket = servedTo(log, client.local)!;
  const mine = nameOf(log, socket);
  const theirs = nameOf(log, servedTo(log, owner[0].local)!);
  const misled = bytesMoved(log, socket, "write") >
    bytesMoved(log, socket, "read");
  expect(false, {
    expected: {
      en: `Only what ${mine.en} sent comes back to it.`,
      ko: `${mine.ko}에는 스스로 보낸 것만 되돌아갑니다.`,
    },
    came: {
      en: `From byte ${at} on it got the bytes of ${theirs.en}.`,
      ko: `${at}번 바이트부터 ${theirs.ko}의 바이트가 왔습니다.`,
    },
    ...misled ? answersElsewhere : sharesOneBuffer,
    look: {
      en: "Which variables are declared outside of the service?",
      ko:
        "클라이언트 하나를 처리하는 함수 바깥에 어떤 변수가 선언되어 있습니까?",
    },
  });
}

const echo = t("The echo", "되돌아온 바이트");

const answersElsewhere = {
  mistake: "answersOnAnotherConnection",
  why: t(
    "The answer went to a connection that it is not for: to all of them, or to one in a variable that all services share.",
    "답이 엉뚱한 연결로 갔습니다. 모든 연결에 보냈거나, 클라이언트들의 처리가 함께 쓰는 변수에 든 연결에 보낸 경우입니다.",
  ),
};

const sharesOneBuffer = {
  mistake: "sharesOneBuffer",
  why: t(
    "The services share one buffer. While one of them awaits its write(), the read() of another fills the same bytes anew.",
    "여러 클라이언트의 처리가 버퍼 하나를 함께 씁니다. 하나가 write()를 기다리는 사이에 다른 클라이언트의 read()가 같은 자리를 덮어씁니다.",
  ),
};
