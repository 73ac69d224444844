import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  const over = new Promise<undefined>((resolve) => {
    limit.addEventListener("abort", () => resolve(undefined));
  });
  try {
    using conn = await Promise.race([Deno.connect(address), over]);
    return conn === undefined ? "no answer" : "connected";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    throw error;
  }
}
