/**
 * What `deno task doctor` sees of a machine. It is data, so that the findings
 * can be tried with machines that nobody has.
 *
 * @module
 */
import { join, relative } from "node:path";
import { resetArrives } from "../../tests/support/network/reset.ts";
import { changesSince, listOf } from "../run/checksums.ts";
import type { Change } from "../run/checksums.ts";
import { courseVersion, findLessons, pathsOf, root } from "../course.ts";
import {
  environment,
  findProgram,
  isFile,
  nameOfDeno,
} from "../environment.ts";

/** What came of sending bytes there and back. */
export type Reached =
  /** `ms` is the median time for there and back. */
  | { state: "reached"; ms: number }
  /** Another peer, other bytes, or an end that is not handed on. */
  | { state: "changed" }
  /** Nothing came within the time. */
  | { state: "silent" }
  /** What the system said. */
  | { state: "failed"; error: string };

/** What all probes together have seen. */
export interface Machine {
  /** The version of Deno, and what a person types to start it. */
  deno: string;
  typed: string;
  os: typeof Deno.build.os;
  /** TCP and UDP at 127.0.0.1. */
  stream: Reached;
  datagrams: Reached;
  /** TCP at 127.0.0.1, to a listener at 0.0.0.0. */
  everywhere: Reached;
  /** TCP at 127.0.0.2, and at ::1. */
  second: Reached;
  ipv6: Reached;
  /** What becomes of a connection to a port where nobody listens. */
  refused: "refused" | "accepted" | "silent";
  /** Whether one end learns that the other broke off, and did not just end. */
  resets: boolean;
  /** How many sockets could be open at once; at most `mostSockets`. */
  sockets: number;
  /** The variables that name a proxy. */
  proxies: string[];
  /** Where strace(1) is, and VS Code; undefined where they are not. */
  strace?: string;
  code?: string;
  /** Whether the settings for VS Code are there. */
  settings: boolean;
  /** The width of the terminal; undefined where the output is none. */
  columns?: number;
  /** The first of LC_ALL, LC_CTYPE and LANG that is not empty. */
  locale?: string;
  /** The version of the course, and the numbers of lessons by their needs. */
  course: string;
  needs: Needs;
  /** The course's files that are not there, from the course's folder. */
  missing: string[];
  /** The course's folder, where `deno test -P` finds no checks in it. */
  unseen?: string;
  /** Undefined in a course that carries no checksums. */
  changes?: Change[];
}

/** More sockets than that are not tried. */
export const mostSockets = 300;

/** Looks at this machine. What takes time is looked at all at once. */
export async function probe(): Promise<Machine> {
  // First, and without a pause: nothing else may need a socket meanwhile.
  const sockets = countSockets();
  const [stream, datagrams, everywhere, second, ipv6, refused, resets] =
    await Promise.all([
      streamTrips("127.0.0.1"),
      datagramTrips("127.0.0.1"),
      streamTrips("0.0.0.0", "127.0.0.1"),
      streamTrips("127.0.0.2"),
      streamTrips("::1"),
      connectToNobody(),
      within(patience, resetArrives).catch(() => true),
    ]);
  const list = listOf(root);
  const path = environment("PATH");
  return {
    deno: Deno.version.deno,
    typed: nameOfDeno(),
    os: Deno.build.os,
    stream,
    datagrams,
    everywhere,
    second,
    ipv6,
    refused,
    // Where there is no loopback at all, of that others tell.
    resets: resets ?? true,
    sockets,
    proxies: proxyVariables.filter((name) => environment(name)),
    strace: findProgram("strace", path),
    code: findProgram("code", path),
    settings: isFile(join(root, ".vscode", "settings.json")),
    columns: Deno.stdout.isTerminal()
      ? Deno.consoleSize().columns || undefined
      : undefined,
    locale: environment("LC_ALL") || environment("LC_CTYPE") ||
      environment("LANG"),
    course: courseVersion(),
    needs: needsOf(root),
    missing: missingFiles(root),
    unseen: isTakenForPattern(root) ? root : undefined,
    // Lessons that were handed out later are added to the same folder.
    changes: list && (await changesSince(list, root))
      .filter(({ state }) => state !== "added"),
  };
}

/**
 * Whether Deno takes the path of the course for a part of the pattern by which
 * deno.json names the checks: then `[3]` stands for a folder called `3`.
 */
export function isTakenForPattern(base: string): boolean {
  if (!base.includes("[")) return false;
  const config = JSON.parse(Deno.readTextFileSync(join(base, "deno.json")));
  return config.test.include.some((path: string) => path.includes("*"));
}

/** As curl(1) reads them; Windows does not tell upper case from lower. */
const proxyVariables = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
  .flatMap((name) =>
    Deno.build.os === "windows" ? [name] : [name, name.toLowerCase()]
  );

/** How often something is sent there and back. */
const rounds = 11;

/** In ms. Windows asks three times before it gives up, in two seconds. */
const patience = Deno.build.os === "windows" ? 3_000 : 1_500;

/**
 * Listens at one address and connects to another of this machine's (the same
 * unless told otherwise), sends bytes there and back, and ends each direction
 * by itself. Looks whether all of that arrives as it was sent, and whether the
 * peer is who it should be: what sits in between seldom manages both.
 */
export function streamTrips(
  hostname: string,
  to: string = hostname,
): Promise<Reached> {
  return trips(async (keep) => {
    const listener = keep(Deno.listen({ hostname, port: 0 }));
    const { port } = listener.addr;
    const [client, server] = await Promise.all([
      Deno.connect({ hostname: to, port }).then(keep),
      listener.accept().then(keep),
    ]);
    if (portOf(client.localAddr) !== portOf(server.remoteAddr)) return;
    const times = await measure(async (byte) => {
      await client.write(new Uint8Array([byte]));
      const there = await receive(server);
      if (there === undefined) return;
      await server.write(new Uint8Array([there]));
      return await receive(client);
    });
    await client.closeWrite();
    if (await receive(server) !== undefined) return;
    // One direction has ended, and the other still works.
    await server.write(new Uint8Array([1]));
    server.close();
    const last = await receive(client);
    return last === 1 && await receive(client) === undefined
      ? times
      : undefined;
  });
}

/** Sends datagrams there and back between two sockets at an address. */
export function datagramTrips(hostname: string): Promise<Reached> {
  return trips((keep) => {
    const options = { transport: "udp", hostname, port: 0 } as const;
    const client = keep(Deno.listenDatagram(options));
    const server = keep(Deno.listenDatagram(options));
    return measure(async (byte) => {
      await client.send(new Uint8Array([byte]), server.addr);
      const [there, sender] = await server.receive();
      if (portOf(sender) !== portOf(client.addr)) return;
      await server.send(there, sender);
      const [back] = await client.receive();
      return back.length === 1 ? back[0] : undefined;
    });
  });
}

/** The times of all round trips, or undefined where another byte came. */
async function measure(
  trip: (byte: number) => Promise<number | undefined>,
): Promise<number[] | undefined> {
  const times: number[] = [];
  for (let byte = 0; byte < rounds; byte++) {
    const start = performance.now();
    if (await trip(byte) !== byte) return undefined;
    times.push(performance.now() - start);
  }
  return times;
}

async function trips(
  probe: (keep: Keep) => Promise<number[] | undefined>,
): Promise<Reached> {
  try {
    const reached = await within(patience, async (keep): Promise<Reached> => {
      const times = await probe(keep);
      if (times === undefined) return { state: "changed" };
      times.sort((a, b) => a - b);
      return { state: "reached", ms: times[Math.floor(rounds / 2)] };
    });
    return reached ?? { state: "silent" };
  } catch (error) {
    return { state: "failed", error: (error as Error).message };
  }
}

async function receive(conn: Deno.Conn): Promise<number | undefined> {
  const byte = new Uint8Array(1);
  return await conn.read(byte) === null ? undefined : byte[0];
}

function portOf(address: Deno.Addr): number | undefined {
  return "port" in address ? address.port : undefined;
}

/** Connects to a port of 127.0.0.1 that was given back just before. */
export async function connectToNobody(): Promise<Machine["refused"]> {
  const hostname = "127.0.0.1";
  try {
    const connected = await within(patience, async (keep) => {
      const listener = keep(Deno.listen({ hostname, port: 0 }));
      const { port } = listener.addr;
      listener.close();
      return keep(await Deno.connect({ hostname, port }));
    });
    return connected === undefined ? "silent" : "accepted";
  } catch {
    // Also where there is no loopback at all, of which others tell.
    return "refused";
  }
}

/** How many sockets this process can open besides those that it has. */
export function countSockets(): number {
  const sockets: Deno.Listener[] = [];
  try {
    while (sockets.length < mostSockets) {
      sockets.push(Deno.listen({ hostname: "127.0.0.1", port: 0 }));
    }
  } catch {
    // That was one too many.
  } finally {
    for (const socket of sockets) socket.close();
  }
  return sockets.length;
}

/** The numbers of the lessons that need something, by what is found out. */
export type Needs = Record<keyof typeof signs, number[]>;

/** What the checks of a lesson say where the lesson needs something. */
const signs = {
  udp: /datagrams?\(/i,
  everywhere: /\b(hostname:|everywhere =) "0\.0\.0\.0"/,
  "second address": /\blacks: lacksSecondAddress\b/,
  /** Any second address, of IPv4 or IPv6. */
  ipv6: /\blacks: lacksElsewhere\b/,
  resets: /\blacks: lacksResets\b/,
  sockets: /\blength: 100\b/,
};

/** Reads what the lessons below `base` need from their checks. */
export function needsOf(base: string): Needs {
  const lessons = lessonsOf(base).filter(({ checks }) => isFile(checks))
    .map(({ lesson: { number }, checks }) => ({
      number,
      text: Deno.readTextFileSync(checks),
    }));
  const needs = Object.entries(signs).map(([need, sign]) => [
    need,
    lessons.filter(({ text }) => sign.test(text)).map(({ number }) => number),
  ]);
  return Object.fromEntries(needs);
}

/** The files without which a lesson below `base` cannot be done. */
export function missingFiles(base: string): string[] {
  const lessons = lessonsOf(base);
  if (lessons.length === 0) return ["lessons"];
  return lessons.flatMap(({ exercise, stub, checks, page }) => [
    ...[exercise, stub, checks].filter((file) => !isFile(file)),
    // A copy may be in one language only.
    ...(Object.values(page).some(isFile) ? [] : [page.en]),
  ]).map((file) => relative(base, file).replaceAll("\\", "/"));
}

function lessonsOf(base: string) {
  try {
    return findLessons(base)
      .map((lesson) => ({ lesson, ...pathsOf(lesson, base) }));
  } catch {
    return [];
  }
}

/** What a probe has opened, to be closed whatever becomes of it. */
interface Closable {
  close(): void;
}

/** Takes note of what must be closed, and hands it back. */
export type Keep = <T extends Closable>(opened: T) => T;

/**
 * Runs a probe for at most `ms` milliseconds, and closes what it has opened.
 * Returns undefined if the time was over first.
 */
export async function within<T>(
  ms: number,
  probe: (keep: Keep) => Promise<T>,
): Promise<T | undefined> {
  const opened: Closable[] = [];
  let over = false;
  const keep: Keep = (one) => {
    // What comes after the end belongs to nobody.
    if (over) one.close();
    else opened.push(one);
    return one;
  };
  const limit = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => limit.resolve(undefined), ms);
  try {
    return await Promise.race([probe(keep), limit.promise]);
  } finally {
    over = true;
    clearTimeout(timer);
    for (const one of opened) close(one);
  }
}

function close(one: Closable): void {
  try {
    one.close();
  } catch {
    // It was closed already.
  }
}
