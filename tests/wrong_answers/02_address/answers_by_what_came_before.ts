export * from "../../../solutions/02_address/address.ts";

const pattern = /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/g;
export function inet_addr(text: string): number {
  if (!pattern.test(text)) throw new TypeError(text);
  const p = text.split(".");
  if (p.some((x) => Number(x) > 255)) throw new TypeError(text);
  return p.reduce((n, x) => n * 256 + Number(x), 0);
}
