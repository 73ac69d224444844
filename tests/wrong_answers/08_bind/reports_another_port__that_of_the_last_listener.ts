import {
  bindOrAny as orAny,
  bindTo as bind,
  describeListener as describe,
} from "../../../solutions/08_bind/bind.ts";

let last: Deno.TcpListener | undefined;

export const bindTo: typeof bind = (where, port) => last = bind(where, port);
export const bindOrAny: typeof orAny = (port) => last = orAny(port);

export function describeListener(listener: Deno.TcpListener): string {
  return describe(last ?? listener);
}
