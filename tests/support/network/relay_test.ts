import assert from "node:assert/strict";
import { encode, payload } from "../bytes.ts";
import { arrivals, faultsOf, mostBytes, relay } from "./relay.ts";
import { testOnWire } from "../fixtures/on_wire.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const at = (socket: Deno.DatagramConn) => socket.addr as Deno.NetAddr;

/** The next `n` datagrams. */
async function take(socket: Deno.DatagramConn, n: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < n) taken.push(text((await socket.receive())[0]));
  return taken;
}

testOnWire(
  "relay() carries a question there and its answer back",
  async (wire) => {
    const [client, server] = [wire.lentDatagram(), wire.datagram()];
    const address = relay(wire, at(server));
    await client.send(encode("time?"), address);
    const [question, from] = await server.receive();
    assert.equal(text(question), "time?");
    await server.send(encode("12:04"), from);
    const [answer, sender] = await client.receive();
    assert.equal(text(answer), "12:04");
    assert.equal((sender as Deno.NetAddr).port, address.port);
  },
);

testOnWire(
  "relay() brings each answer to the client that asked",
  async (wire) => {
    const clients = [wire.lentDatagram(), wire.lentDatagram()];
    const server = wire.datagram();
    const address = relay(wire, at(server));
    for (const [i, client] of clients.entries()) {
      await client.send(encode(`${i}`), address);
    }
    const asked = [await server.receive(), await server.receive()];
    for (const [bytes, from] of asked.reverse()) await server.send(bytes, from);
    for (const [i, client] of clients.entries()) {
      assert.deepEqual(await take(client, 1), [`${i}`]);
    }
  },
);

testOnWire(
  "relay() has the faults of its script, each way its own",
  async (wire) => {
    const [client, server] = [wire.lentDatagram(), wire.datagram()];
    const address = relay(wire, at(server), {
      there: { drop: [1], twice: [2] },
      back: { order: [1, 0] },
    });
    for (const word of ["a", "b", "c"]) {
      await client.send(
        encode(word),
        address,
      );
    }
    assert.deepEqual(await take(server, 2), ["a", "c"]);
    const [last, from] = await server.receive();
    assert.equal(text(last), "c");
    for (const word of ["x", "y", "z"]) await server.send(encode(word), from);
    assert.deepEqual(await take(client, 3), ["y", "x", "z"]);
  },
);

testOnWire("relay() does what a seed says", async (wire) => {
  const [client, server] = [wire.lentDatagram(), wire.datagram()];
  const faults = faultsOf(6, 12);
  const address = relay(wire, at(server), { there: faults });
  const words = Array.from({ length: 12 }, (_, i) => `${i}`);
  for (const word of words) await client.send(encode(word), address);
  const came = arrivals(words, faults);
  assert.deepEqual(await take(server, came.length), came);
});

testOnWire(
  "relay() carries the empty and the longest datagram",
  async (wire) => {
    const [client, server] = [wire.lentDatagram(), wire.datagram()];
    const address = relay(wire, at(server));
    for (const size of [0, mostBytes]) {
      await client.send(payload(size), address);
      const [bytes] = await server.receive();
      assert.deepEqual(bytes, payload(size));
    }
  },
);
