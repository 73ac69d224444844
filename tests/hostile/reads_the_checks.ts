// Lesson: 02_address
// Ends as: failed
// Must say: no exercise needs a file
// @ts-nocheck: an attack

const text = Deno.readTextFileSync(new URL(Deno.mainModule));

export const inet_addr = () => text.length;
export const htons = () => text;
export const htonl = () => text;
export const parse_sockaddr_in = () => text;
export const sockaddr_in = () => text;
