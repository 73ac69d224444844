/**
 * Which mistake it was, where a listener, an error or a line is not what it was
 * to be.
 *
 * @module
 */
import { elsewhere } from "../support/elsewhere.ts";
import type { Settled } from "../support/settle.ts";
import { calls } from "../support/log/wire_log.ts";
import type { WireLog } from "../support/log/wire_log.ts";
import { lastPort } from "./ports.ts";
import { mistakes } from "./words.ts";

/** The port of what was returned, if that is a listener. */
export function portOf({ value }: Settled<unknown>): number | undefined {
  return (value as Deno.TcpListener | undefined)?.addr?.port;
}

/** Why no listener was returned. */
export function noListener(value: unknown) {
  if (value instanceof Promise) return mistakes.isAsyncForNothing;
  return value ? mistakes.returnsNoListener : mistakes.returnsNothing;
}

/** Why a listener has another hostname than it was to have. */
export function wrongHostname(hostname: string) {
  if (hostname.includes(":")) return mistakes.listensOnIpv6Loopback;
  return hostname === "0.0.0.0"
    ? mistakes.leavesTheHostnameOut
    : mistakes.alwaysListensOnLoopback;
}

/** Why bindOrAny(70000) has not thrown the error of Deno.listen. */
export function wrongForTooLarge(settled: Settled<unknown>, log: WireLog) {
  if (portOf(settled) === (70_000 & 0xffff)) {
    return mistakes.cutsThePortTo16Bits;
  }
  if (settled.value instanceof Promise) return mistakes.isAsyncForNothing;
  if (settled.error === undefined) return mistakes.takesEveryErrorForAPortInUse;
  return calls(log, "student", "listen").length > 0
    ? mistakes.losesTheFirstError
    : mistakes.checksThePortItself;
}

/** Why a call with `port` has not thrown on the error of Deno.listen. */
export function notThrownOn(
  settled: Settled<unknown>,
  port: number,
  log: WireLog,
) {
  const asked = calls(log, "student", "listen").at(-1)?.address?.port;
  if (port > lastPort && asked === (port & 0xffff)) {
    return mistakes.cutsThePortTo16Bits;
  }
  if (settled.value instanceof Promise) return mistakes.isAsyncForNothing;
  if (portOf(settled) !== undefined) return mistakes.fallsBackWithoutTheRight;
  if (settled.error instanceof Deno.errors.AddrInUse) {
    return mistakes.callsEveryErrorAPortInUse;
  }
  return settled.error === undefined
    ? mistakes.swallowsTheError
    : mistakes.tellsLessThanTheError;
}

/** Why a line about `port` is wrong; `asked` is the port that was asked for. */
export function wrongLine(
  value: unknown,
  expected: string,
  port: number,
  asked: number,
) {
  if (value instanceof Promise) return mistakes.isAsyncForNothing;
  if (typeof value !== "string") return mistakes.printsTheLine;
  const told = Number(/(\d+)\D*$/.exec(value)?.[1]);
  if (told !== port) {
    return told === asked || told === 0
      ? mistakes.reportsThePortThatWasAskedFor
      : mistakes.reportsAnotherPort;
  }
  if (expected.includes(elsewhere) && !value.includes(elsewhere)) {
    return mistakes.knowsOnlyTwoAddresses;
  }
  return value.includes("0.0.0.0")
    ? mistakes.calls0000AnAddress
    : mistakes.writesTheLineInItsOwnWay;
}
