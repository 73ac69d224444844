/**
 * Who takes part in a picture: one vertical line for the student's code, for
 * each other end, and for the kernel's queue.
 *
 * @module
 */
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";
import type { Text } from "../../tests/support/text.ts";
import { numeral } from "./words.ts";

/** One vertical line. */
export interface Lifeline {
  kind: "student" | "queue" | "peer" | "many";
  name: Text;
  /** Below the name, for example `:8080`. */
  detail: string;
}

/** The lines of a picture, and who stands where. */
export interface Lifelines {
  lines: Lifeline[];
  /** The line of each event, by the event's index. */
  own: Int32Array;
  /** The line of whoever has this address. */
  at(address: Deno.NetAddr | undefined): number | undefined;
}

/** An address as a key: a connection is named by two of them (RFC 9293). */
export function keyOf(address: Deno.NetAddr): string {
  return `${address.hostname}:${address.port}`;
}

interface Party {
  key: string;
  name: Text;
  student: boolean;
  detail: string;
  /** False for an end that has done nothing but to listen. */
  busy: boolean;
}

/**
 * Finds the lines of a recording. At most `most` other ends get a line of
 * their own, the first ones and the last; the others share one.
 */
export function lifelinesOf(
  { sockets, events, peerName }: Recording,
  most: number,
  withQueue: boolean,
): Lifelines {
  const byId = new Map(sockets.map((socket) => [socket.id, socket]));
  const parties = new Map<string, Party>();
  const bySocket = new Map<number, Party>();
  const met = new Set<number>();
  const whose = new Map<string, string>();
  const clients = new Map(
    sockets.map((socket) => [keyOf(socket.local), socket]),
  );
  for (const { side, name, local } of sockets) {
    const mine = side === "student";
    whose.set(keyOf(local), mine ? studentKey(name) : keyOf(local));
  }
  const keys = events.map((event) => {
    const mine = partyOf(event);
    mine.busy ||= event.call !== "listen";
    if (event.call === "connect" || event.call === "send") {
      const { address } = event;
      if (address !== undefined) meet(address, event).busy = true;
    }
    if (mine.student && event.socket !== undefined && !met.has(event.socket)) {
      met.add(event.socket);
      const remote = byId.get(event.socket)?.remote;
      if (remote !== undefined) meet(remote, event).busy = true;
    }
    return mine.key;
  });
  const all = [...parties.values()];
  const students = all.filter(({ student }) => student);
  const peers = all.filter(({ student, busy }) => !student && busy);
  const { lines, place } = arrange(students, peers, most, withQueue);
  return {
    lines,
    own: Int32Array.from(keys, (key) => place.get(key) ?? -1),
    at: (address) =>
      address === undefined ? undefined : place.get(keyAt(address)),
  };

  function partyOf(event: RecordedEvent): Party {
    const id = event.socket ?? -1;
    const known = bySocket.get(id);
    if (known !== undefined) return known;
    const party = findParty(event);
    if (id >= 0) bySocket.set(id, party);
    return party;
  }

  function findParty(event: RecordedEvent): Party {
    const socket = byId.get(event.socket ?? 0);
    if (event.side === "student") {
      const key = studentKey(socket?.name);
      return add({ key, name: socket?.name ?? yourCode, student: true });
    }
    const name = socket?.name ?? peerName;
    const local = socket?.local ?? clients.get(keyOfAccepted(event))?.remote;
    if (local === undefined) return add({ key: "peer", name });
    return add({ key: keyOf(local), name, detail: `:${local.port}` });
  }

  /** Whoever is at the address that a call goes to. */
  function meet(address: Deno.NetAddr, { error, side }: RecordedEvent): Party {
    const key = keyAt(address);
    const known = parties.get(key);
    if (known !== undefined) return known;
    const refused = error?.name === "ConnectionRefused";
    // To say that nobody is there needs the whole address.
    const local = address.hostname === "127.0.0.1" || !refused;
    const detail = local ? `:${address.port}` : keyOf(address);
    const name = refused ? nobody : peerName;
    if (whose.get(keyOf(address)) === undefined && key === keyOf(address)) {
      if (side === "peer" && !refused) return partyOfStudent();
      return add({ key, name, detail });
    }
    return key.startsWith("student")
      ? add({ key, name: yourCode, student: true })
      : add({ key, name, detail });
  }

  function partyOfStudent(): Party {
    return add({ key: studentKey(), name: yourCode, student: true });
  }

  function add(party: Pick<Party, "key" | "name"> & Partial<Party>): Party {
    const known = parties.get(party.key);
    if (known !== undefined) return known;
    const fresh = { student: false, detail: "", busy: false, ...party };
    parties.set(party.key, fresh);
    return fresh;
  }

  /** A socket may be bound to all addresses of the machine. */
  function keyAt({ hostname, port }: Deno.NetAddr): string {
    return whose.get(`${hostname}:${port}`) ?? whose.get(`0.0.0.0:${port}`) ??
      whose.get(`:::${port}`) ?? `${hostname}:${port}`;
  }
}

/** Puts the lines side by side: the student's code first. */
function arrange(
  students: readonly Party[],
  peers: readonly Party[],
  most: number,
  withQueue: boolean,
): { lines: Lifeline[]; place: Map<string, number> } {
  const lines: Lifeline[] = [];
  const place = new Map<string, number>();
  const put = (party: Party, kind: Lifeline["kind"]) => {
    place.set(party.key, lines.length);
    lines.push({ kind, name: party.name, detail: party.detail });
  };
  for (const party of students) put(party, "student");
  if (students.length === 0) {
    lines.push({ kind: "student", name: yourCode, detail: "" });
  }
  if (withQueue) lines.push({ kind: "queue", name: queue, detail: "" });
  const sharing = peers.length > most ? peers.slice(most - 2, -1) : [];
  const shared = new Set(sharing);
  for (const party of peers) {
    if (!shared.has(party)) put(party, "peer");
    else if (party === sharing[0]) {
      for (const { key } of sharing) place.set(key, lines.length);
      lines.push({ kind: "many", name: others(sharing.length), detail: "" });
    }
  }
  return { lines, place };
}

/** The name of the student's own line. */
export const yourCode: Text = { en: "your code", ko: "내 코드" };

const queue: Text = { en: "queue", ko: "수신 대기열" };
const nobody: Text = { en: "nobody", ko: "듣는 쪽 없음" };

/** Whom a server took that plays without a recorded socket. */
function keyOfAccepted({ call, address }: RecordedEvent): string {
  return call === "accept" && address !== undefined ? keyOf(address) : "";
}

function studentKey(name: Text = yourCode): string {
  return `student ${name.en}`;
}

function others(count: number): Text {
  const n = numeral(count);
  return { en: `${n} others`, ko: `그 밖의 ${n}개` };
}
