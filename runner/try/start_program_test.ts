import assert from "node:assert/strict";
import { tryingTest } from "./fixtures/trying.ts";

/** Prints what becomes of each of these. */
const attempts = `
const attempts: Record<string, () => unknown> = {
  "read": () => Deno.readTextFileSync("/etc/hosts"),
  "write": () => Deno.writeTextFileSync("out.txt", ""),
  "run": () => new Deno.Command("true").outputSync(),
  "environment": () => Deno.env.toObject(),
  "elsewhere": () => Deno.connect({ hostname: "192.0.2.1", port: 80 }),
  "support": () => import(SUPPORT),
  "node": () => import("node:net"),
  "remote": () => import("https://example.com/x.ts"),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    await attempt();
    console.log(name, "POSSIBLE");
  } catch (error) {
    console.log(name, (error as Error).name);
  }
}
console.log("done");
`;

const support = import.meta.resolve("../../tests/support/log/scope.ts");
tryingTest("startProgram() gives the program loopback and its own folder", {
  lesson: "3",
  source: attempts.replace("SUPPORT", JSON.stringify(support)),
}, async ({ told, heard }) => {
  await told("done");
  assert.equal(heard.length, 9, heard.join("\n"));
  assert.deepEqual(heard.filter((one) => /POSSIBLE/.test(one)), []);
});

tryingTest("startProgram() gives its arguments and is the main program", {
  lesson: "3",
  source: `if (import.meta.main) console.log(Deno.args.join("|"));`,
  words: ["안녕", "a b", "--x"],
}, async ({ told, program }) => {
  await told("안녕|a b|--x");
  assert.equal(await program.ended, 0);
});

tryingTest("startProgram() ends a loop that asks a closed listener for ever", {
  lesson: "10",
  source: `
const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
listener.close();
while (true) {
  try {
    await listener.accept();
  } catch {
    // Once more.
  }
}`,
}, async ({ told, program }) => {
  await told("accept() 2000 times in a row");
  assert.equal(await program.ended, 1);
});

tryingTest("startProgram() keeps apart what is printed and what is reported", {
  lesson: "10",
  source: `
const bytes = new TextEncoder().encode("no newline");
Deno.stdout.writeSync(bytes);
Deno.listen({ hostname: "127.0.0.1", port: 0 }).close();
console.log("\\x1e{\\"type\\":");
console.error("an error");`,
}, async (trying) => {
  const { told, until, heard } = trying;
  await until("student", "close");
  await told('\x1e{"type":');
  await told("an error");
  assert.equal(heard[0], "no newline");
});
