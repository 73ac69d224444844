import assert from "node:assert/strict";
import { forbidExit } from "./refused.ts";
import { Failure } from "../failure.ts";
import { createScope, runInScope } from "../log/scope.ts";

/** Replaces Deno.exit for `body`, and counts the calls that come through. */
function forbidden(body: () => void): (number | undefined)[] {
  const codes: (number | undefined)[] = [];
  const { exit } = Deno;
  Deno.exit = ((code) => void codes.push(code)) as typeof exit;
  try {
    forbidExit();
    body();
  } finally {
    Deno.exit = exit;
  }
  return codes;
}

Deno.test("forbidExit() makes an exit the failure of its check", () => {
  const scope = createScope();
  const aborted: unknown[] = [];
  scope.abort = (error) => aborted.push(error);
  const codes = forbidden(() => {
    runInScope(scope, () => {
      assert.throws(() => Deno.exit(3), (error) => {
        // A Failure in the hands of an exercise would show how to make one.
        assert.ok(!(error instanceof Failure));
        assert.match((error as Error).message, /Deno\.exit\(\)/);
        return true;
      });
    });
  });
  assert.deepEqual(codes, []);
  assert.ok(aborted[0] instanceof Failure);
});

Deno.test("forbidExit() aborts the check even where the throw is caught", async () => {
  const scope = createScope();
  const stopped = Promise.withResolvers<unknown>();
  scope.abort = stopped.resolve;
  forbidden(() => {
    runInScope(scope, () => {
      try {
        Deno.exit();
      } catch {
        // As code that catches everything does.
      }
    });
  });
  assert.ok(await stopped.promise instanceof Failure);
});

Deno.test("forbidExit() lets code outside of all checks exit", () => {
  assert.deepEqual(forbidden(() => Deno.exit(3)), [3]);
});
