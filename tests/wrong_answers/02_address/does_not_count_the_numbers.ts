export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  let address = 0;
  for (const part of text.split(".")) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) {
      throw new TypeError(text);
    }
    address = address * 256 + Number(part);
  }
  return address;
}
