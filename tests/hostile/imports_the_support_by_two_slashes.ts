// Lesson: 03_connect
// Ends as: failed
// Must say: Loading it failed
// @ts-nocheck: an attack

// The same file under another name would be the very module of the checks.
const support = new URL("../support", import.meta.url).href
  .replace("/tests/", "/tests//");
const { Failure } = await import(`${support}/failure.ts`);
const { currentScope } = await import(`${support}/log/scope.ts`);

function pass() {
  currentScope().abort(new Failure({ en: "", ko: "" }, { state: "passed" }));
  return new Promise(() => {});
}

export const connectTo = pass;
export const endpoints = pass;
export const probe = pass;
