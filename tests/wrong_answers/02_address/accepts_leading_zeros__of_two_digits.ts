export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const p = text.split(".");
  if (
    p.length !== 4 ||
    !p.every((x) => /^\d{1,3}$/.test(x) && Number(x) < 256 && !/^0\d\d/.test(x))
  ) throw new TypeError(text);
  return p.reduce((n, x) => n * 256 + Number(x), 0);
}
