/**
 * Names that openSocket() must refuse, and which mistake takes each of them.
 *
 * @module
 */
import { mistakes } from "./words.ts";

/** Domain, type and protocol, as socket(2) takes them. */
export type Names = [domain: string, type: string, protocol: string];

/** The names of a TCP socket. */
export const tcp: Names = ["AF_INET", "SOCK_STREAM", "IPPROTO_TCP"];

/** The names of a UDP socket. */
export const udp: Names = ["AF_INET", "SOCK_DGRAM", "IPPROTO_UDP"];

/** A mistake that lets a wrong name through. */
export type Accepts = typeof mistakes.letsTheTypeDecide;

/** Names of C's headers beside a known one, and the number that C has for it. */
const headers: Record<string, { others: string[]; number: string }> = {
  AF_INET: { others: ["AF_UNIX", "AF_INET6", "AF_UNSPEC"], number: "2" },
  SOCK_STREAM: { others: ["SOCK_RAW", "SOCK_SEQPACKET"], number: "1" },
  SOCK_DGRAM: { others: ["SOCK_RAW", "SOCK_RDM"], number: "2" },
  IPPROTO_TCP: { others: ["IPPROTO_SCTP", "IPPROTO_MPTCP"], number: "6" },
  IPPROTO_UDP: { others: ["IPPROTO_ICMP", "IPPROTO_UDPLITE"], number: "17" },
};

/**
 * Names that are not `known`. Whoever takes one of them is likely to take
 * later ones as well: the first that is taken says what the mistake is.
 */
export function unfitNames(known: string): [name: string, Accepts][] {
  const { others: [first, ...more], number } = headers[known];
  const [field, name] = known.split("_");
  const isDomain = field === "AF";
  const isOther = isDomain
    ? mistakes.neverAsksTheDomain
    : mistakes.fallsThroughToADefault;
  const wide = String.fromCharCode(known.charCodeAt(0) + 0xfee0);
  const byMistake: [Accepts, names: string[]][] = [
    [isOther, [first]],
    [mistakes.takesZeroForTheUsual, isDomain ? [] : ["0", "IPPROTO_IP"]],
    [mistakes.takesTheNumber, [number, isDomain ? "PF_INET" : `0${number}`]],
    [mistakes.takesALongerName, [`${known}_2`, `X${known}`, `SOCKET_${name}`]],
    [mistakes.takesAPartOfAName, [`${field}_`, name]],
    [mistakes.takesAMissingName, [""]],
    [mistakes.comparesSomeLettersOnly, nearly(known)],
    [isDomain ? isOther : mistakes.knowsMoreNames, more],
    [mistakes.takesInheritedNames, ["constructor", "__proto__", "toString"]],
    [mistakes.trimsNames, [` ${known}`, `${known} `, `${known}\t`]],
    [mistakes.takesOneLineOfMany, [`${known}\nX`, `X\n${known}`]],
    [mistakes.takesWhatLooksAlike, [`${known}\0`, wide + known.slice(1)]],
  ];
  return byMistake.flatMap(([accepts, names]) =>
    names.map((name): [string, Accepts] => [name, accepts])
  );
}

/** A name with one letter changed, anywhere, and with its "_" written wrong. */
function nearly(known: string): string[] {
  const changed = Array.from(
    known,
    (_, i) => `${known.slice(0, i)}X${known.slice(i + 1)}`,
  );
  const marks = ["", "-", " ", "__"].map((mark) => known.replace("_", mark));
  return [...changed, ...marks];
}

/** The same three names, each time in other places. */
export function exchanged([a, b, c]: Names): Names[] {
  return [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]];
}

/** Names that are the three once they are joined, as they are or by "_". */
export function glued([a, b, c]: Names): Names[] {
  const at = b.indexOf("_");
  return [
    ["", "", a + b + c],
    [a, b.slice(0, at), b.slice(at) + c],
    [a, b.slice(0, at), `${b.slice(at + 1)}_${c}`],
  ];
}
