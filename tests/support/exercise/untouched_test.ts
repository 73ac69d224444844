import assert from "node:assert/strict";
import { isUntouched } from "./exercise.ts";

const stub = `/** What ask() does. */
export async function ask(port: number): Promise<string> {
  throw new Error("ask() is not written yet");
}

/** What tell() does. */
export function tell(): void {
  throw new Error("tell() is not written yet");
}

if (import.meta.main) {
  console.log(await ask(1));
}
`;
const written = `export async function ask(port: number): Promise<string> {
  return await Promise.resolve(String(port));
}
`;

function change(from: string, to: string): string {
  assert.ok(stub.includes(from), from);
  return stub.replace(from, to);
}

Deno.test("isUntouched() knows the file that was handed out", () => {
  assert.ok(isUntouched("ask", stub, stub));
  assert.ok(isUntouched("tell", stub, stub));
});

Deno.test("isUntouched() judges each function for itself", () => {
  const half = change('throw new Error("tell() is not written yet");', "");
  assert.ok(isUntouched("ask", half, stub));
  assert.ok(!isUntouched("tell", half, stub));
});

Deno.test("isUntouched() ignores comments", () => {
  const notes = change("  throw", "  // later\n  /* after\n lunch */\n  throw");
  assert.ok(isUntouched("ask", notes, stub));
});

Deno.test("isUntouched() ignores line ends and formatting", () => {
  assert.ok(isUntouched("ask", stub.replaceAll("\n", "\r\n"), stub));
  assert.ok(isUntouched("ask", stub, stub.replaceAll("\n", "\r\n")));
  const tabs = stub.replaceAll("  throw", "\tthrow").replaceAll(" {", "\n{");
  assert.ok(isUntouched("ask", tabs, stub));
});

Deno.test("isUntouched() sees a new function beside a commented-out stub", () => {
  const old = stub.split("\n").map((line) => `// ${line}`).join("\n");
  assert.ok(!isUntouched("ask", old + "\n" + written, stub));
  const block = old.replaceAll("// ", "").replaceAll(/\/\*\*.*/g, "");
  assert.ok(!isUntouched("ask", `/*\n${block}*/\n${written}`, stub));
});

Deno.test("isUntouched() takes a renamed or lost function for touched", () => {
  assert.ok(!isUntouched("ask", change("function ask", "function bask"), stub));
  assert.ok(!isUntouched("ask", change("export async", "async"), stub));
  assert.ok(!isUntouched("ask", "", stub));
});

Deno.test("isUntouched() takes a changed signature for touched", () => {
  assert.ok(!isUntouched("ask", change("port: number", "port: string"), stub));
});

Deno.test("isUntouched() does not confuse a name with the start of another", () => {
  const longer = stub.replaceAll("ask", "askAgain");
  assert.ok(!isUntouched("ask", longer, longer));
  assert.ok(isUntouched("askAgain", longer, longer));
});

Deno.test("isUntouched() is false for what the stub does not export", () => {
  assert.ok(!isUntouched("nothing", stub, stub));
});
