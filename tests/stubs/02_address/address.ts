/**
 * The number of a dotted address, from 0 to 4294967295: the first of its four
 * numbers is the highest byte. Throws TypeError for any other text.
 *
 * 점으로 나눈 주소를 0부터 4294967295까지의 정수로 바꿉니다. 네 숫자 가운데 첫
 * 번째가 최상위 바이트입니다. 그 밖의 문자열이면 TypeError를 던집니다.
 */
export function inet_addr(text: string): number {
  throw new Error("inet_addr() is not written yet");
}

/**
 * A port as 2 bytes in network byte order; RangeError if it does not fit.
 *
 * 포트를 네트워크 바이트 순서의 2바이트로 바꿉니다. 들어가지 않으면
 * RangeError를 던집니다.
 */
export function htons(port: number): Uint8Array {
  throw new Error("htons() is not written yet");
}

/**
 * An address as 4 bytes in network byte order; RangeError if it does not fit.
 *
 * 주소를 네트워크 바이트 순서의 4바이트로 바꿉니다. 들어가지 않으면
 * RangeError를 던집니다.
 */
export function htonl(address: number): Uint8Array {
  throw new Error("htonl() is not written yet");
}

/**
 * The 16 bytes of C's struct sockaddr_in: family, port, address, zeros.
 *
 * C의 struct sockaddr_in 16바이트입니다. 주소 체계, 포트, 주소, 0의 순서입니다.
 */
export function sockaddr_in(hostname: string, port: number): Uint8Array {
  throw new Error("sockaddr_in() is not written yet");
}

/**
 * Reads a sockaddr_in. Throws TypeError for fewer than 16 bytes, and for a
 * family that is not AF_INET.
 *
 * sockaddr_in을 읽습니다. 16바이트보다 짧거나 주소 체계가 AF_INET이 아니면
 * TypeError를 던집니다.
 */
export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  throw new Error("parse_sockaddr_in() is not written yet");
}

// deno run lessons/02_address/address.ts 218.234.19.87 8080
if (import.meta.main) {
  const [hostname = "218.234.19.87", port = "8080"] = Deno.args;
  const bytes = sockaddr_in(hostname, Number(port));
  const hex = (byte: number) => byte.toString(16).padStart(2, "0");
  console.log(Array.from(bytes, hex).join(" "));
  console.log(parse_sockaddr_in(bytes));
}
