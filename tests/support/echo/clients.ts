/**
 * Clients of an echo server, as checks play them: each call is one thing that
 * a client does, and looks at what comes back.
 *
 * @module
 */
import { encode, join } from "../bytes.ts";
import { expectEcho } from "./bytes.ts";
import type { Talk } from "./bytes.ts";
import { expectNoError } from "./errors.ts";
import { echoHang } from "./hang.ts";
import { expectListenerOpen } from "./lent.ts";
import { servedTo } from "./seen.ts";
import { expectServed } from "./served.ts";
import { whileServing } from "./serving.ts";
import type { Peer } from "../peer.ts";
import type { ResettingPeer } from "../network/reset.ts";
import { segments } from "../network/segments.ts";
import type { Cut } from "../network/segments.ts";
import { settle } from "../settle.ts";
import type { Settled } from "../settle.ts";
import type { Text } from "../text.ts";
import type { Limits } from "../log/track.ts";
import type { Wire } from "../wire.ts";

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
  { wire, serving, clients }: EchoServer<unknown>,
  script: () => Promise<T>,
): Promise<T> {
  return whileServing(wire.log, serving, clients, script);
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
    clients.push(await taken(wire, () => wire.client(listener.addr, name)));
  }
  return clients;
}

/** Connects a client that can break its connection off. */
export function connectResetting(
  { wire, listener }: Pick<EchoServer<unknown>, "wire" | "listener">,
  letter: string,
): Promise<ResettingPeer> {
  const { addr } = listener;
  return taken(wire, () => wire.resettingClient(addr, client(letter)));
}

/** A refused client means that the server's code has closed the listener. */
async function taken<P>(wire: Wire, connect: () => Promise<P>): Promise<P> {
  try {
    return await connect();
  } catch (error) {
    expectListenerOpen(wire.log);
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

/** Ends the talk, and waits until the server has ended it as well. */
export async function leave(talk: Talk, client: Peer): Promise<void> {
  await client.end();
  const rest = await client.receiveToEnd();
  expectEcho(talk, client, rest, encode(""));
}

/** Waits for the end of a server that serves so many clients, and returns it. */
export async function finished<T>(
  { wire, serving, clients = 0 }: EchoServer<T>,
): Promise<T | undefined> {
  const settled = await serving;
  expectNoError(wire.log, settled);
  expectServed(wire.log, clients);
  return settled.value;
}
