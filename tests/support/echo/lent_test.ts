import assert from "node:assert/strict";
import { closeAsOwner, closedByOwner, expectListenerOpen } from "./errors.ts";
import { Failure } from "../failure.ts";
import { testOnListener } from "../fixtures/on_wire.ts";

testOnListener(
  "closeAsOwner() closes a listener that is still open, once",
  (wire, listener) => {
    expectListenerOpen(wire.log);
    assert.ok(!closedByOwner(wire.log));
    closeAsOwner(wire.log, listener);
    assert.ok(closedByOwner(wire.log));
    assert.throws(() => expectListenerOpen(wire.log), Failure);
    assert.throws(() => closeAsOwner(wire.log, listener), Failure);
  },
);
