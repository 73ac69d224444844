// Refused by: describeListener() tells the address and the port
// Must say: not printed or left out
export * from "../../../solutions/08_bind/bind.ts";

export function describeListener({ addr }: Deno.TcpListener): void {
  console.log(`listening on ${addr.hostname}:${addr.port}`);
}
