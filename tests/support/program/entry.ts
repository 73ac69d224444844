/**
 * Where the worker of a program begins.
 *
 * @module
 */

/** The module that each worker runs. */
export const entry = new URL("worker.ts", import.meta.url).href;

/**
 * Starts a worker and ends it, because plain `deno test` takes seconds to check
 * the types of what the first worker loads. The runner does not check types.
 */
export async function prepareWorkers(): Promise<void> {
  if (Deno.args.includes("--record")) return;
  const worker = new Worker(entry, { type: "module" });
  const { port1: port, port2: theirs } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port.onmessage = () => resolve();
    worker.onerror = (event) => {
      event.preventDefault();
      resolve();
    };
    worker.postMessage("begin", [theirs]);
  });
  port.close();
  worker.terminate();
}
