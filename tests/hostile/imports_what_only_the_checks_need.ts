// Lesson: 05_sendto_recvfrom
// Ends as: failed
// Must say: Blocked by null
// @ts-nocheck: an attack

const checks = new URL("../05_sendto_recvfrom/", import.meta.url).href;
export async function ask(server, question, limit) {
  const { mistakes } = await import(checks + "words.ts");
  return new TextEncoder().encode(Object.keys(mistakes).join());
}

export async function serve() {}
