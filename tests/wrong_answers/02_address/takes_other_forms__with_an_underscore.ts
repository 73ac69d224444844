export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const p = text.replaceAll("_", "").split(".");
  if (
    !(p.length === 4 &&
      p.every((x) => /^(0|[1-9]\d{0,2})$/.test(x) && Number(x) < 256))
  ) throw new TypeError(text);
  return p.reduce((n, x) => n * 256 + Number(x), 0);
}
