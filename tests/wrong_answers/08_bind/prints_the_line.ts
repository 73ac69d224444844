export * from "../../../solutions/08_bind/bind.ts";

export function describeListener({ addr }: Deno.TcpListener): void {
  console.log(`listening on ${addr.hostname}:${addr.port}`);
}
