/** A newer macOS: what finds a queue full is reset (ECONNRESET), and at once. */
import "./macos.ts";
import { countQueues } from "./queues.ts";

countQueues(() =>
  Promise.reject(
    new Deno.errors.ConnectionReset("Connection reset by peer (os error 54)"),
  )
);
