/**
 * Windows, as far as a check can see the difference:
 *
 * - A refusal takes two seconds, because its connect() asks five times, 500 ms
 *   apart (TcpMaxConnectRetransmissions), and a full queue refuses.
 * - send() takes all that it is given while less than SO_SNDBUF bytes wait.
 * - There is no EPIPE: it is WSAECONNABORTED, and after one's own shutdown()
 *   WSAESHUTDOWN, which Deno has no class for.
 * - A datagram that the buffer is too short for is WSAEMSGSIZE, and lost.
 */
import { countQueues } from "./queues.ts";
import {
  datagramPrototype,
  playSystem,
  replaceCall,
  replaceMembers,
} from "./replace.ts";
import type { ConnectOptions } from "./replace.ts";
import { bufferSends } from "./sends.ts";

const { setTimeout } = globalThis;
const { ConnectionRefused } = Deno.errors;

playSystem("windows");

/** Milliseconds until a connect() believes a refusal. */
const fiveRequests = 2_040;

/** What a connect() comes to that is refused, after its time. */
async function refuse({ signal }: ConnectOptions): Promise<never> {
  await new Promise<void>((done) => {
    setTimeout(done, fiveRequests);
    signal?.addEventListener("abort", () => done());
  });
  if (signal?.aborted) throw signal.reason;
  throw Object.assign(
    new ConnectionRefused(
      "No connection could be made because the target machine actively refused it. (os error 10061)",
    ),
    { code: "ECONNREFUSED" },
  );
}

replaceCall("connect", (connect) => async (options) => {
  try {
    return bufferSends(await connect(options));
  } catch (error) {
    if (!(error instanceof ConnectionRefused)) throw error;
    return await refuse(options);
  }
});
replaceCall("listen", (listen) => (options) => {
  const listener = listen(options);
  const accept = listener.accept.bind(listener);
  replaceMembers(listener, { accept: async () => bufferSends(await accept()) });
  return listener;
});
countQueues(refuse);

const datagrams = datagramPrototype();
const { receive } = datagrams;
datagrams.receive = async function (given) {
  const buffer = (given ?? new Uint8Array(65_536)) as Uint8Array<ArrayBuffer>;
  const [bytes, from] = await receive.call(this, new Uint8Array(65_536));
  if (bytes.length > buffer.length) {
    throw new Error(
      "A message sent on a datagram socket was larger than the internal message buffer or some other network limit, or the buffer used to receive a datagram into was smaller than the datagram itself. (os error 10040)",
    );
  }
  buffer.set(bytes);
  return [buffer.subarray(0, bytes.length), from];
};
