import assert from "node:assert/strict";
import { connectToNobody } from "./other_probes.ts";
import { datagramTrips, streamTrips } from "./round_trips.ts";

const hostname = "127.0.0.1";

Deno.test("streamTrips() goes there and back", async () => {
  const reached = await streamTrips(hostname);
  assert.ok(reached.state === "reached" && reached.ms > 0, reached.state);
  assert.equal((await streamTrips("0.0.0.0", hostname)).state, "reached");
});

Deno.test("streamTrips() says what the system says of an address that is not this machine's", async () => {
  // TEST-NET-1 of RFC 5737 is nobody's; nothing is sent there.
  const reached = await streamTrips("192.0.2.1");
  assert.ok(reached.state === "failed" && /os error/.test(reached.error));
});

Deno.test("datagramTrips() goes there and back", async () => {
  assert.equal((await datagramTrips(hostname)).state, "reached");
});

/** Lets `Deno.connect` do something else for the time of a probe. */
async function withConnect<T>(
  other: (options: Deno.ConnectOptions) => Promise<Deno.TcpConn>,
  probe: () => Promise<T>,
): Promise<T> {
  const connect = Deno.connect;
  try {
    Object.assign(Deno, { connect: other });
    return await probe();
  } finally {
    Object.assign(Deno, { connect });
  }
}

Deno.test("streamTrips() notices who takes connections and passes the bytes on", async () => {
  const { connect } = Deno;
  const between = Deno.listen({ hostname, port: 0 });
  const passing: Promise<unknown>[] = [];
  const reached = await withConnect(async ({ port }) => {
    const [client, taken, onward] = await Promise.all([
      connect({ hostname, port: between.addr.port }),
      between.accept(),
      connect({ hostname, port }),
    ]);
    passing.push(
      taken.readable.pipeTo(onward.writable),
      onward.readable.pipeTo(taken.writable),
    );
    return client;
  }, () => streamTrips(hostname));
  between.close();
  await Promise.allSettled(passing);
  assert.equal(reached.state, "changed");
});

Deno.test("connectToNobody() is refused by this machine", async () => {
  assert.equal(await connectToNobody(), "refused");
});

Deno.test("connectToNobody() notices who accepts what nobody would", async () => {
  const { connect } = Deno;
  const listener = Deno.listen({ hostname, port: 0 });
  const { port } = listener.addr;
  const refused = await withConnect(
    () => connect({ hostname, port }),
    connectToNobody,
  );
  (await listener.accept()).close();
  listener.close();
  assert.equal(refused, "accepted");
});
