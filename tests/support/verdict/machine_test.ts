import assert from "node:assert/strict";
import { faultOf, machineFault } from "./verdicts.ts";

Deno.test("machineFault() finds no fault where loopback works", async () => {
  assert.equal(await machineFault(), undefined);
});

Deno.test("machineFault() finds no fault however often it is asked", async () => {
  const faults = Array.from({ length: 20 }, () => machineFault());
  assert.ok((await Promise.all(faults)).every((fault) => fault === undefined));
});

Deno.test({
  name: "machineFault() says that the checks may not use loopback",
  permissions: { net: false },
  async fn() {
    const fault = await machineFault();
    assert.equal(fault?.state, "could not be checked");
    assert.deepEqual(fault?.words, {
      en: "The checks may not use loopback: run them with `deno test -P`.",
      ko: "검사가 루프백을 쓸 수 없습니다. `deno test -P`로 실행하십시오.",
    });
  },
});

Deno.test("faultOf() tells used-up ports from a loopback that is closed", () => {
  const saying = (message: string, connecting: boolean) => {
    const { words } = faultOf(new Error(message), connecting);
    return "en" in words ? words.en : "";
  };
  for (
    const [message, connecting] of [
      ["Address already in use (os error 98)", false],
      ["Address already in use (os error 48)", true],
      ["Cannot assign requested address (os error 99)", true],
      ["No buffer space (os error 10055)", false],
    ] as const
  ) assert.match(saying(message, connecting), /^All ports .* are used up/);
  assert.match(
    saying("Cannot assign requested address (os error 99)", false),
    /^This machine cannot connect to itself/,
  );
  assert.match(saying("Permission denied (os error 13)", true), /sandboxes/);
});
