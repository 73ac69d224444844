export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const m = text.match(
    /^(0|[1-9]\d{0,2}).(0|[1-9]\d{0,2}).(0|[1-9]\d{0,2}).(0|[1-9]\d{0,2})$/,
  );
  const p = m?.slice(1);
  if (!p || p.some((x) => Number(x) > 255)) throw new TypeError(text);
  return p.reduce((n, x) => n * 256 + Number(x), 0);
}
