import assert from "node:assert/strict";
import { isOlder, oldest, tested, tooOld } from "./version.ts";

for (const version of ["1.46.3", "2.4.0", "2.8.99", "2.0.0-rc.10"]) {
  Deno.test(`isOlder() finds ${version} older than the course needs`, () => {
    assert.ok(isOlder(version, oldest));
  });
}

for (const version of [oldest, tested, "2.10.0", "3.0.0", `${oldest}+abc`]) {
  Deno.test(`isOlder() finds ${version} new enough for the course`, () => {
    assert.ok(!isOlder(version, oldest));
  });
}

Deno.test("isOlder() compares numbers and not letters", () => {
  assert.ok(isOlder("2.9.6", "2.10.0"));
  assert.ok(isOlder("2.9.6", "10.0.0"));
  assert.ok(isOlder("2.9.6", "2.9.10"));
});

Deno.test("isOlder() is false of the same version", () => {
  assert.ok(!isOlder("2.9.6", "2.9.6"));
});

Deno.test("isOlder() lets this Deno run the course", () => {
  assert.ok(!isOlder(Deno.version.deno, oldest));
});

Deno.test("tooOld() says in both languages what to do", () => {
  const said = tooOld("2.1.0")!;
  assert.match(said, /^This course needs Deno .* this is Deno 2\.1\.0: run/);
  assert.match(said, /\n이 과정에는 .* 지금은 Deno 2\.1\.0입니다/);
  assert.equal(tooOld(oldest), undefined);
});
