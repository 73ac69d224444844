import assert from "node:assert/strict";
import { failEndless, failTooMany } from "./endless.ts";
import type { Failure, Words } from "../failure.ts";
import { fruitlessLimit } from "../log/scope.ts";
import type { Call, WireEvent } from "../log/wire_log.ts";

function words(call: Call, outcome: WireEvent["outcome"] = "ok"): Words {
  const failure = failEndless({ side: "student", call, began: 0, outcome });
  assert.equal(failure.state, "failed");
  return checked(failure);
}

/** The four answers, each of which must be there in both languages. */
function checked(failure: Failure): Words {
  const words = failure.words as Words;
  for (const key of ["expected", "came", "why", "look"] as const) {
    assert.match(words[key].en, /^\S.*\.$/, key);
    assert.match(words[key].ko, /^\S.*\.$/, key);
  }
  return words;
}

Deno.test("failEndless() names the call and how often it was made", () => {
  for (const call of ["read", "write", "accept", "receive"] as const) {
    const { came } = words(call, "error");
    assert.match(came.en, new RegExp(`${call}\\(\\) ${fruitlessLimit} times`));
    assert.match(came.ko, new RegExp(`${call}\\(\\)를 ${fruitlessLimit}번`));
  }
});

Deno.test("failEndless() tells the three ways of moving nothing apart", () => {
  const [end, error, nothing] = [
    words("read", "end").came,
    words("read", "error").came,
    words("read").came,
  ];
  assert.match(end.en, /after the end of the stream/);
  assert.match(end.ko, /스트림이 끝난 뒤의/);
  assert.match(error.en, /fail/);
  assert.match(error.ko, /실패하는/);
  assert.match(nothing.en, /moved no byte|moves no byte/);
  assert.match(nothing.ko, /한 바이트도 옮기지 않는/);
});

Deno.test("failEndless() explains the call that is repeated", () => {
  assert.match(words("accept", "error").why.en, /^A listener that is closed/);
  assert.match(words("receive", "error").why.en, /^A closed socket gives no/);
  assert.match(
    words("connect", "error").why.en,
    /^An attempt that was refused/,
  );
  assert.match(
    words("read", "error").why.en,
    /^On a connection that is broken/,
  );
  assert.match(words("write").why.en, /^Nothing is left to write/);
  assert.match(words("read", "end").why.en, /^read\(\) gives null at the end/);
});

Deno.test("failTooMany() gives all four answers", () => {
  assert.match(checked(failTooMany()).why.en, /file descriptor/);
});
