import { bindOrAny as orAny } from "../../../solutions/08_bind/bind.ts";
export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  try {
    return orAny(port);
  } catch (error) {
    const { constructor, message } = error as Error;
    throw new (constructor as ErrorConstructor)(`bindOrAny: ${message}`);
  }
}
