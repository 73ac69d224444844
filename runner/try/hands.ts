/**
 * The partner of a program that is tried by hand: commands go in, and what
 * happens comes out as one wire log of both ends. It has no screen, so that a
 * terminal can show it, or a page.
 *
 * @module
 */
import { logMerger } from "../../tests/support/program/messages.ts";
import type { LogMerger } from "../../tests/support/program/messages.ts";
import type { ByHandReport } from "../../tests/support/program/messages.ts";
import {
  resettingClient,
  resettingServer,
} from "../../tests/support/network/reset.ts";
import type { ResettingPeer } from "../../tests/support/network/reset.ts";
import {
  createScope,
  endScope,
  touch,
  until,
} from "../../tests/support/log/scope.ts";
import type { WireEvent, WireLog } from "../../tests/support/log/wire_log.ts";
import type { Text } from "../../tests/support/text.ts";
import type { Command } from "./commands.ts";
import { connectionEnd, datagramEnd } from "./ends.ts";
import type { End, Loss } from "./ends.ts";
import { nobodyYet, noClient, noEnd, yourCodeConnects } from "./words.ts";

/** A partner. */
export interface Hands {
  /** All that both ends have done so far. */
  log: WireLog;
  /** Where the partner listens, by TCP and by UDP, one for each server. */
  ports: number[];
  /** Takes in what the program tells of itself. */
  take(report: ByHandReport & { type: "log" }): void;
  /**
   * Does what a command says, and resolves once that has begun: to a sentence
   * where it cannot be done. It waits for somebody to do it to, as long as the
   * program may still come.
   */
  do(command: Command): Promise<Text | undefined>;
  /** The program has been started, for the first time or anew. */
  programStarts(): void;
  /** The program has ended. */
  programEnded(): void;
  /** How many bytes wait unread at each end that has stopped reading. */
  unread(): { name: Text; bytes: number }[];
  /** Closes all that is still open. */
  close(): void;
}

/** Who the partner is, and who is told. */
export interface HandsOptions {
  /** How many servers it is; with none, it is the client of the program. */
  servers: number;
  /** Told after every change of the log. */
  onChange(): void;
  /** Told what the log cannot say. */
  onNote(note: Text): void;
}

/** Opens a partner. */
export async function openHands(
  { servers, onChange, onNote }: HandsOptions,
): Promise<Hands> {
  const scope = createScope();
  const { log } = scope;
  // It speaks to another process, whose ports no check has opened.
  scope.ports.fill(1);
  // Nothing that a person does by hand is an endless loop of the student's.
  scope.abort = () => {};
  log.peerName = servers > 0
    ? { en: "the server", ko: "서버" }
    : { en: "the client", ko: "클라이언트" };
  scope.watchers.add(onChange);
  const ends: End[] = [];
  const loss: Loss = { next: 0 };
  const program = { runs: false };
  let merger: LogMerger;
  let current: End | undefined;
  /** How many connections are being made. */
  let coming = 0;
  /** Where the program listens, once it does. */
  let tcp: Deno.NetAddr | undefined;
  let udp: Deno.NetAddr | undefined;

  function add(end: End): void {
    const number = ends.push(end);
    current = end;
    // One alone needs no number.
    if (number === 2) ends[0].call(nameOf(1));
    if (number > 1) end.call(nameOf(number));
    touch(scope);
  }
  function nameOf(number: number): Text {
    return servers > 0
      ? { en: `server ${number}`, ko: `서버 ${number}` }
      : { en: `client ${number}`, ko: `클라이언트 ${number}` };
  }
  function addConnection(peer: ResettingPeer): void {
    add(connectionEnd({ scope, peer, program }));
  }
  async function serve(): Promise<number> {
    for (;;) {
      const server = await resettingServer(scope);
      const { port } = server.address;
      try {
        // One number for both: UDP's ports are not TCP's (RFC 768, RFC 9293).
        datagramEnd({ scope, port, loss, onNote, onMet: add });
      } catch (error) {
        server.close();
        if (error instanceof Deno.errors.AddrInUse) continue;
        throw error;
      }
      (async () => {
        for (;;) addConnection(await server.accept());
      })();
      return port;
    }
  }
  /** Connects to where the program listens. */
  async function meet(address: Deno.NetAddr): Promise<void> {
    coming++;
    // What is typed next is for the one that comes.
    current = undefined;
    try {
      addConnection(await resettingClient(scope, address));
    } catch {
      // The log has it: the connection was refused, or the program is gone.
    }
    coming--;
    if (coming === 0) current ??= ends.at(-1);
    touch(scope);
  }
  /** Speaks by UDP to where the program is bound. */
  function write(to: Deno.NetAddr): void {
    datagramEnd({ scope, to, loss, onNote, onMet: add });
  }
  function noticeListening(event: WireEvent): void {
    if (event.outcome !== "ok" || event.address === undefined) return;
    const address = visitable(event.address);
    if (event.call === "listen") {
      tcp = address;
      meet(address);
    } else if (event.call === "listenDatagram") {
      udp = address;
      write(address);
    }
  }
  /** The end that a command is for; a sentence where there is none. */
  async function endFor(to?: number): Promise<End | Text> {
    const found = () => to === undefined ? current : ends[to - 1];
    const mayCome = () =>
      program.runs &&
      (to ?? 1) <= Math.max(1, servers, ends.length + coming);
    await until(scope, () => found() !== undefined || !mayCome());
    return found() ?? (to === undefined ? nobodyYet : noEnd(to));
  }
  const ports: number[] = [];
  for (let i = 0; i < servers; i++) ports.push(await serve());
  return {
    log,
    ports,
    take({ events, sockets }) {
      for (const [, event] of events) {
        // Both processes know the time of day; the log counts from its start.
        const start = performance.timeOrigin + scope.began;
        event.began -= start;
        if (event.ended !== undefined) event.ended -= start;
      }
      merger.merge({ events, sockets });
      touch(scope);
      if (servers === 0) events.forEach(([, event]) => noticeListening(event));
    },
    async do(command) {
      if (command.do === "lose") {
        loss.next = command.count;
        return;
      }
      if (command.do === "another") {
        if (servers > 0) return yourCodeConnects;
        await until(scope, () => (tcp ?? udp) !== undefined || !program.runs);
        if (tcp !== undefined) meet(tcp);
        else if (udp !== undefined) write(udp);
        else return noClient;
        return;
      }
      const end = await endFor(command.to);
      if (!("take" in end)) return end;
      current = end;
      if (command.do !== "use") return end.take(command);
    },
    programStarts() {
      merger = logMerger(log, { en: "your code", ko: "내 코드" });
      program.runs = true;
      tcp = udp = current = undefined;
    },
    programEnded() {
      program.runs = false;
      touch(scope);
    },
    unread: () =>
      ends.flatMap((end) => {
        const bytes = end.unread();
        return bytes === undefined ? [] : [{ name: end.name, bytes }];
      }),
    close: () => endScope(scope),
  };
}

/** Where to knock at a socket that listens on every address. */
function visitable(address: Deno.NetAddr): Deno.NetAddr {
  const hostname = { "0.0.0.0": "127.0.0.1", "::": "::1" }[address.hostname];
  return { ...address, hostname: hostname ?? address.hostname };
}
