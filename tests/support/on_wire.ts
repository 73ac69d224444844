import { createScope, endScope } from "./log/scope.ts";
import { createWire } from "./wire.ts";
import type { Wire } from "./wire.ts";

/** A test of the support code, on a network of its own. */
export function testOnWire(
  name: string,
  script: (wire: Wire) => Promise<void> | void,
): void {
  Deno.test(name, async () => {
    const scope = createScope();
    try {
      await script(createWire(scope));
    } finally {
      endScope(scope);
    }
  });
}

/** The same, with a listener that is lent to a server. */
export function testOnListener(
  name: string,
  script: (wire: Wire, listener: Deno.TcpListener) => Promise<void> | void,
): void {
  testOnWire(name, (wire) => script(wire, wire.listener()));
}
