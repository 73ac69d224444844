/**
 * What a client may send, and some servers take for something else.
 *
 * @module
 */

/** Data that somewhere is an end: a C string's, a terminal's, a protocol's. */
export const dataLikeAnEnd: readonly (string | Uint8Array)[] = [
  "quit\n",
  "exit\r\n",
  "close",
  "bye",
  "q\n",
  ".\r\n",
  Uint8Array.of(0, 65, 66),
  Uint8Array.of(255, 255, 255, 255),
  // Each control character by itself.
  ...Array.from({ length: 32 }, (_, code) => Uint8Array.of(code)),
];

/** Data that a text, a trim() or a normalize() changes. */
export const dataLikeText: readonly (string | Uint8Array)[] = [
  "\ufeff a blank before, and one behind ",
  "\r\n\t\r\n",
  "one\u2028two\u0085three\f",
  "한글".normalize("NFD"),
  Uint8Array.of(0xff, 0x00, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xe2, 0x82),
];
