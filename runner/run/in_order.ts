/**
 * Does the same with many things, as many at once as the machine has cores,
 * and yields the results in the order of the things. Whoever stops listening
 * makes it begin no more of them; what has begun is waited for.
 */
export async function* inOrder<T, R>(
  things: readonly T[],
  work: (thing: T) => Promise<R>,
  jobs: number = Math.max(1, navigator.hardwareConcurrency),
): AsyncGenerator<R> {
  const results = things.map(() => Promise.withResolvers<R>());
  // A result that nobody listens to any more is no error of ours.
  for (const { promise } of results) promise.catch(() => {});
  let next = 0;
  async function worker(): Promise<void> {
    while (next < things.length) {
      const at = next++;
      await work(things[at]).then(results[at].resolve, results[at].reject);
    }
  }
  const workers = Array.from({ length: jobs }, worker);
  try {
    for (const { promise } of results) yield await promise;
  } finally {
    next = things.length;
    await Promise.all(workers);
  }
}
