/**
 * Loaded before a student's program that is tried by hand, in a process of its
 * own: `deno run --preload=by_hand.ts connect.ts 127.0.0.1 8080`. Each call on
 * a socket is written to standard output as soon as it begins and as soon as it
 * ends, between what the program prints itself. Nothing else changes: the
 * program runs as it would without us, and reaches the same ports.
 *
 * @module
 */
import { encode } from "../bytes.ts";
import type { Failure } from "../failure.ts";
import { installCalls } from "../log/calls.ts";
import { adoptStrays, createScope, places } from "../log/scope.ts";
import { toLine } from "./messages.ts";
import type { ByHandReport } from "./messages.ts";
import { logReporter } from "./reporter.ts";

const scope = createScope();
const reporter = logReporter(scope.log);
const folder = new URL(".", Deno.mainModule).href;
const isSource = (url: string) => url.startsWith(folder);
const writeSync = Deno.stdout.writeSync.bind(Deno.stdout);
const readSync = Deno.stdin.readSync.bind(Deno.stdin);
let placed = 0;

// Whoever reads this has a clock of its own, and both know the time of day.
scope.began = -performance.timeOrigin;
// The network is the machine's: there is no check whose ports to keep to.
scope.ports.fill(1);
scope.abort = (error) => {
  report({ type: "stopped", words: (error as Failure).words });
  Deno.exit(1);
};
scope.watchers.add(() => {
  places(scope, scope.log.events.slice(placed), isSource);
  placed = scope.log.events.length;
  report({ type: "log", ...reporter.news() });
});
adoptStrays(scope);
installCalls();
// Deno's own says nothing where standard input is no terminal.
Object.assign(globalThis, {
  alert(message: unknown = "Alert") {
    report({ type: "asks", message: String(message) });
    const byte = new Uint8Array(1);
    while (readSync(byte) === 1 && byte[0] !== 0x0a);
  },
});

function report(one: ByHandReport): void {
  const bytes = encode(toLine(one));
  for (let at = 0; at < bytes.length;) at += writeSync(bytes.subarray(at));
}
