// Lesson: 03_connect
// Ends as: failed
// Must say: no exercise needs a key
// @ts-nocheck: an attack

const bytes = new Uint8Array(16);
const key = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, [
  "deriveBits",
]);
for (let i = 0; i < 32; i++) {
  crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-512", salt: bytes, iterations: 2e8 },
    key,
    512,
  );
}

export const connectTo = () => {};
export const endpoints = () => {};
export const probe = () => {};
