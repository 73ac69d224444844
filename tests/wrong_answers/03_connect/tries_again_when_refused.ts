import {
  connectTo as connectOnce,
} from "../../../solutions/03_connect/connect.ts";
import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  try {
    return await connectOnce(address, limit);
  } catch (error) {
    if (!(error instanceof Deno.errors.ConnectionRefused)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return connectTo(address, limit);
  }
}
