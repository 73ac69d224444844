import assert from "node:assert/strict";
import { expectNoError } from "./errors.ts";
import { Failure } from "../failure.ts";
import { testOnListener } from "../fixtures/on_wire.ts";
import { lacksResets } from "../resets.ts";
import { settle } from "../settle.ts";

testOnListener(
  "expectNoError() passes an error on, or explains a confused socket",
  async ({ log }, listener) => {
    expectNoError(log, await settle(() => "fine"));
    const error = new RangeError("mine");
    const thrown = await settle(() => Promise.reject(error));
    assert.throws(
      () => expectNoError(log, thrown),
      (caught) => caught === error,
    );
    const confused = listener as unknown as Deno.TcpConn;
    const mixed = await settle(() => confused.read(new Uint8Array(1)));
    assert.throws(() => expectNoError(log, mixed), Failure);
  },
);

testOnListener(
  "expectNoError() knows that a client has taken the server down",
  async (wire, listener) => {
    const client = await wire.resettingClient(listener.addr);
    const conn = await listener.accept();
    const error = new Deno.errors.ConnectionReset("mine");
    const own = await settle(() => Promise.reject(error));
    assert.throws(() => expectNoError(wire.log, own), (e) => e === error);
    client.reset();
    const reset = await settle(() => conn.read(new Uint8Array(1)));
    const named = await settle(() => Promise.reject(new Error("client gone")));
    for (const settled of [reset, named]) {
      assert.throws(() => expectNoError(wire.log, settled), (thrown) => {
        assert.ok(thrown instanceof Failure && "came" in thrown.words);
        assert.match(thrown.words.why.en, /took the whole server down/);
        return true;
      });
    }
  },
  lacksResets,
);
