import assert from "node:assert/strict";
import { encode } from "../support/bytes.ts";
import { connect } from "../support/echo/clients.ts";
import { farewell } from "./number.ts";
import { Failure } from "../support/failure.ts";
import { testOnListener } from "../support/fixtures/on_wire.ts";

/** Why the line `said` is wrong for client 1, which has sent 5 bytes. */
function test(said: string, why?: RegExp): void {
  testOnListener(
    `farewell() on ${JSON.stringify(said)}`,
    async (wire, listener) => {
      const [client] = await connect({ wire, listener }, "A");
      const conn = await listener.accept();
      await conn.write(encode(said));
      conn.close();
      const leaving = farewell({ wire }, client, 1, 5);
      if (why === undefined) return await leaving;
      await assert.rejects(leaving, (error) => {
        assert.ok(error instanceof Failure && "came" in error.words);
        assert.match(error.words.why.en, why);
        return true;
      });
    },
  );
}

test("client 1: 5 bytes\n");
test("client 1: 5 bytes", /newline at the end/);
test("client 1: 5", /line is cut/);
test("client 1: 5 byte\n", /always `bytes`/);
test("", /missing, or it is written in another form/);
test("client 0: 5 bytes\n", /is number 1/);
test("client 4: 5 bytes\n", /from an earlier server/);
test("client 1: 9 bytes\n", /bytes of other clients/);
test("client 1: 2 bytes\n", /add them up/);

testOnListener(
  "farewell() sees a line that is written after the close",
  async (wire, listener) => {
    const [client] = await connect({ wire, listener }, "A");
    const conn = await listener.accept();
    conn.close();
    await conn.write(encode("client 1: 5 bytes\n")).catch(() => {});
    await assert.rejects(farewell({ wire }, client, 1, 5), (error) => {
      assert.ok(error instanceof Failure && "came" in error.words);
      assert.match(error.words.why.en, /its write\(\) is not awaited/);
      return true;
    });
  },
);
