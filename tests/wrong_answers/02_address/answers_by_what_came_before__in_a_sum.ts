export * from "../../../solutions/02_address/address.ts";

let result = 0;
export function inet_addr(text: string): number {
  const p = text.split(".");
  if (
    p.length !== 4 ||
    !p.every((x) => /^(0|[1-9]\d{0,2})$/.test(x) && Number(x) < 256)
  ) throw new TypeError(text);
  for (const x of p) result = result * 256 + Number(x);
  return result;
}
