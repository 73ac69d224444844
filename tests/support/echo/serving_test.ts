import assert from "node:assert/strict";
import { closeAsOwner } from "./errors.ts";
import { whileServing } from "./serving.ts";
import { Failure } from "../failure.ts";
import { testOnListener } from "../fixtures/on_wire.ts";
import { settle } from "../settle.ts";

testOnListener(
  "whileServing() stops when the server returns by itself",
  async (wire) => {
    const serving = settle(() => {});
    const endless = () => new Promise<void>(() => {});
    await assert.rejects(
      whileServing(wire.log, serving, undefined, endless),
      Failure,
    );
    await assert.rejects(whileServing(wire.log, serving, 1, endless), Failure);
  },
);

testOnListener(
  "whileServing() lets a server return whose listener was closed",
  async (wire, listener) => {
    closeAsOwner(wire.log, listener);
    const serving = settle(() => {});
    const play = () => serving.then(() => "played");
    assert.equal(
      await whileServing(wire.log, serving, undefined, play),
      "played",
    );
  },
);
