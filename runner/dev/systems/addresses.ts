import { replaceCall } from "./replace.ts";

/**
 * Takes an address away from this machine. `message` is the system's word for
 * EADDRNOTAVAIL of bind(2) and connect(2).
 */
export function removeAddress(
  isGone: (hostname: string) => boolean,
  message = "Cannot assign requested address (os error 99)",
): void {
  const ask = (options?: { hostname?: string }) => {
    if (isGone(String(options?.hostname ?? ""))) {
      throw new Deno.errors.AddrNotAvailable(message);
    }
  };
  replaceCall("listen", (listen) => (options) => {
    ask(options);
    return listen(options);
  });
  replaceCall("connect", (connect) => async (options) => {
    ask(options);
    return await connect(options);
  });
  replaceCall("listenDatagram", (listenDatagram) => (options) => {
    ask(options);
    return listenDatagram(options);
  });
}
