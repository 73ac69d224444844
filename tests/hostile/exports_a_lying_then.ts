// Lesson: 03_connect
// Ends as: failed
// Must say: Loading it does not come to an end
// @ts-nocheck: an attack

export function then(resolve) {
  resolve(new Proxy({}, { get: () => () => ({ then: undefined }) }));
}
