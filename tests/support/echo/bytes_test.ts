import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { connect, expectEcho } from "./clients.ts";
import { Failure } from "../failure.ts";
import { testOnListener } from "../fixtures/on_wire.ts";

testOnListener(
  "expectEcho() is content with the right bytes, and shows the wrong ones",
  async (wire, listener) => {
    const [client] = await connect({ wire, listener }, "A");
    const expectHello = (text: string) =>
      expectEcho(
        { wire, said: new Map() },
        client,
        encode(text),
        encode("hello"),
      );
    expectHello("hello");
    for (const text of ["hell", "hello!", "hallo"]) {
      assert.throws(() => expectHello(text), Failure);
    }
  },
);

testOnListener(
  "expectEcho() knows whose bytes a client got",
  async (wire, listener) => {
    const [a, b] = await connect({ wire, listener }, "A", "B");
    const [one] = [await listener.accept(), await listener.accept()];
    const said = new Map([[a, encode("apple")], [b, encode("banana")]]);
    const why = () => {
      try {
        expectEcho({ wire, said }, a, encode("abana"), encode("apple"));
      } catch (error) {
        assert.ok(error instanceof Failure && "came" in error.words);
        const { came, why } = error.words;
        assert.match(came.en, /From byte 1 on it got the bytes of client B/);
        return why.en;
      }
    };
    assert.match(why()!, /share one buffer/);
    await one.write(encode("abana"));
    assert.match(why()!, /a connection that it is not for/);
  },
);
