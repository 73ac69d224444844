// Lesson: 03_connect
// Ends as: failed
// Must say: no exercise needs it
// @ts-nocheck: an attack

for (let i = 0; i < 5; i++) {
  const text = `export const t: string = "${i}${"x".repeat(2_000_000)}";`;
  const type = "application/typescript";
  await import(URL.createObjectURL(new Blob([text], { type })));
}

export const connectTo = () => {};
export const endpoints = () => {};
export const probe = () => {};
