// Lesson: 03_connect
// Ends as: failed
// Must say: ???
// @ts-nocheck: an attack

export function then(resolve) {
  resolve(new Proxy({}, { get: () => () => ({ then: undefined }) }));
}
