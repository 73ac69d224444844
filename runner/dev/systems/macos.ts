/**
 * macOS, as far as a check can see the difference: 127.0.0.1 and ::1 are its
 * only addresses of loopback, a queue holds exactly its backlog and lets who
 * comes next wait (XNU, sonewconn()), and a datagram has at most 9,216 bytes
 * (net.inet.udp.maxdgram). Its error numbers are BSD's.
 */
import { removeAddress } from "./addresses.ts";
import { countQueues } from "./queues.ts";
import { datagramPrototype, playSystem, untilAborted } from "./replace.ts";

playSystem("darwin");
removeAddress(
  (hostname) => hostname === "127.0.0.2",
  "Can't assign requested address (os error 49)",
);
countQueues(({ signal }) => untilAborted(signal));

const datagrams = datagramPrototype();
const { send } = datagrams;
datagrams.send = async function (bytes, to) {
  if (bytes.length > 9_216) throw new Error("Message too long (os error 40)");
  return await send.call(this, bytes, to);
};
