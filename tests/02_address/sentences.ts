/**
 * What the checks of lesson 2 say with values: what was expected, what came.
 *
 * @module
 */
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";
import { bigEndian, hex, layOut } from "./addresses.ts";
import type { Octets } from "./addresses.ts";

/** Expected: this number of inet_addr(). */
export function isNumber(text: string, number: number): Text {
  return t(
    `inet_addr("${text}") returns ${number}.`,
    `inet_addr("${text}") 호출은 다음 수를 돌려줍니다: ${number}`,
  );
}

/** Look at the number of an address in hexadecimal. */
export function inHexadecimal(text: string, number: number): Text {
  const digits = bigEndian(number, 4).toHex();
  return t(
    `${text} is 0x${digits}: two hex digits each.`,
    `16진수로 적으면 0x${digits}입니다. 네 숫자가 각각 두 자리입니다.`,
  );
}

/** A call of a function, as the subject of a sentence. */
export function callOf(name: string, ...values: unknown[]): Text {
  const call = `${name}(${
    values.map((value) =>
      typeof value === "string" ? JSON.stringify(value) : value
    ).join(", ")
  })`;
  return t(call, `${call} 호출은`);
}

/** parse_sockaddr_in() with so many bytes, as the subject of a sentence. */
export function givenBytes(count: number): Text {
  return t(
    `parse_sockaddr_in(), given ${count} bytes,`,
    `parse_sockaddr_in()은 ${count}바이트를 받으면`,
  );
}

/** parse_sockaddr_in() with this family, as the subject of a sentence. */
export function givenFamily(family: readonly number[]): Text {
  return t(
    `parse_sockaddr_in(), given the family ${hex(family)},`,
    `parse_sockaddr_in()은 family가 ${hex(family)}이면`,
  );
}

/** Expected: an error of the class `name`. */
export function throwsError(call: Text, name: string): Text {
  return t(`${call.en} throws a ${name}.`, `${call.ko} ${name}를 던집니다.`);
}

/** Why another error will not do. */
export function asksFor(name: string): Text {
  return t(
    `Callers tell errors apart by their class, and the task asks for ${name}.`,
    `호출한 쪽은 오류의 종류(class)로 원인을 구별합니다. 과제에서 정한 것은 ${name}입니다.`,
  );
}

/** Why a number above `most` is not what it says. */
export function wraps(most: number): Text {
  return t(
    `DataView and typed arrays cut off what does not fit and do not say so: ${
      most + 1
    } becomes 0. The program then talks to another place than it says.`,
    `DataView와 형식화 배열은 들어가지 않는 부분을 말없이 잘라 냅니다. ${
      most + 1
    }도 0이 됩니다. 그러면 말한 곳과 다른 곳에 연결합니다.`,
  );
}

/** Expected: these bytes of htons() or htonl(). */
export function returnsBytes({ en, ko }: Text, expected: Uint8Array): Text {
  const { length } = expected;
  return t(
    `${en} returns the ${length} bytes ${hex(expected)}.`,
    `${ko} 다음 ${length}바이트를 돌려줍니다: ${hex(expected)}`,
  );
}

/** Came: these bytes. */
export function returnedBytes(bytes: Uint8Array): Text {
  return t(
    `It returned the bytes ${hex(bytes)}.`,
    `돌려준 바이트는 ${hex(bytes)}입니다.`,
  );
}

/** Why a number may not have another length. */
export function hasLength(expected: number, actual: number): Text {
  return t(
    `The length belongs to the format: ${expected} bytes, no more and no fewer. Here are ${actual}.`,
    `길이도 형식의 일부입니다. 정확히 ${expected}바이트여야 하는데 ${actual}바이트입니다.`,
  );
}

/** Expected: these bytes of sockaddr_in(). */
export function returnsLayout({ en, ko }: Text, expected: Uint8Array): Text {
  return t(
    `${en} returns ${hex(expected)}.`,
    `${ko} 다음을 돌려줍니다: ${hex(expected)}`,
  );
}

/** Came: these bytes as a sockaddr_in. */
export function returnedLayout(bytes: Uint8Array): Text {
  return t(`It returned ${hex(bytes)}.`, `돌려준 것: ${hex(bytes)}`);
}

/** Why this is no sockaddr_in. */
export function isLong(length: number): Text {
  return t(
    `A sockaddr_in is 16 bytes long; these are ${length}.`,
    `sockaddr_in의 길이는 16바이트인데 ${length}바이트입니다.`,
  );
}

/** Why the port is not right: what the kernel reads. */
export const readsPort = {
  reversed: (port: number): Text =>
    t(
      `The port is in host byte order. The kernel reads it as port ${port}: htons() was forgotten.`,
      `포트가 호스트 바이트 순서입니다. 커널은 이것을 ${port}번 포트로 읽습니다. htons()를 빠뜨린 경우입니다.`,
    ),
  other: (port: number): Text =>
    t(
      `The port, bytes 2 and 3, is read as ${port}.`,
      `2번과 3번 바이트의 포트는 ${port}번으로 읽힙니다.`,
    ),
};

/** Why the address is not right: what the kernel reads. */
export const readsAddress = {
  reversed: (address: string): Text =>
    t(
      `The address is in host byte order. The kernel reads it as ${address}: htonl() was forgotten, or the octets are reversed.`,
      `주소가 호스트 바이트 순서입니다. 커널이 읽는 주소는 ${address}입니다. htonl()을 빠뜨렸거나 네 숫자의 순서가 거꾸로입니다.`,
    ),
  other: (address: string): Text =>
    t(
      `The address, bytes 4 to 7, is read as ${address}.`,
      `4번부터 7번까지의 주소는 다음과 같이 읽힙니다: ${address}`,
    ),
};

/** Expected: hostname and port, read from these bytes or from a layout. */
export function isRead(
  octets: Octets,
  port: number,
  bytes: Uint8Array = layOut(octets, port),
): Text {
  const read = `{ hostname: "${octets.join(".")}", port: ${port} }`;
  return t(
    `${read} of ${hex(bytes)}.`,
    `${read}, 읽은 바이트는 ${hex(bytes)}입니다.`,
  );
}

/** Expected: that a first result stays what it was. */
export function staysAsItWas(name: string, before: string): Text {
  return t(
    `What ${name}() returned stays as it was: ${before}.`,
    `${name}()에서 받은 바이트는 그대로입니다: ${before}`,
  );
}

/** Came: what a second call made of the first result. */
export function afterASecondCall(first: Uint8Array): Text {
  return t(
    `After a second call the first result is ${hex(first)}.`,
    `두 번째 호출 뒤에 첫 결과가 바뀌었습니다: ${hex(first)}`,
  );
}

/** Expected: the same bytes from each call. */
export function eachTime(name: string, right: string): Text {
  return t(
    `${name}() returns the bytes ${right} each time.`,
    `${name}()는 호출할 때마다 다음을 돌려줍니다: ${right}`,
  );
}

/** Came: what the caller wrote into an earlier result. */
export function afterWriting(second: Uint8Array): Text {
  return t(
    `The caller wrote into the first result. After that the second is ${
      hex(second)
    }.`,
    `호출한 쪽이 첫 결과를 고쳐 쓰자 두 번째 결과가 달라졌습니다: ${
      hex(second)
    }`,
  );
}

/** Expected: that these bytes stay what they were. */
export function bytesStay(before: Uint8Array): Text {
  return t(
    `The bytes stay as they were: ${hex(before)}.`,
    `받은 바이트는 그대로입니다: ${hex(before)}`,
  );
}

/** Came: what the bytes are now. */
export function bytesAreNow(bytes: Uint8Array): Text {
  return t(`They are now ${hex(bytes)}.`, `바뀌어 있습니다: ${hex(bytes)}`);
}

/** Expected: a result that nobody else has. */
export function newEachTime(name: string): Text {
  return t(
    `Each call of ${name}() returns what nobody else has.`,
    `${name}() 호출마다 아무도 쓰지 않는 것을 돌려줍니다.`,
  );
}

/** Came: after so many calls something that was given out before. */
export function cameAgain(calls: number): Text {
  return t(
    `After ${calls} calls something came again that an earlier one had got.`,
    `${calls}번 호출하자 앞서 내준 것이 다시 나왔습니다.`,
  );
}

/** Expected: that what was read stays what it was. */
export function readStays(
  { hostname, port }: { hostname?: unknown; port?: unknown },
): Text {
  const read = `{ hostname: "${hostname}", port: ${port} }`;
  return t(
    `The first result stays what it was: ${read}.`,
    `처음 받은 결과는 그대로입니다: ${read}`,
  );
}
