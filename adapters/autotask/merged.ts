interface Arrival<T> {
  readonly source: AsyncGenerator<T, void, undefined>;
  readonly result: IteratorResult<T, void>;
}

/**
 * Yields what several sources yield, as it comes. Each is asked for one ahead: while the consumer stores a value, the
 * next ones are under way, and no source runs further ahead than that.
 */
export async function* merged<T>(
  sources: readonly AsyncGenerator<T, void, undefined>[],
): AsyncGenerator<T, void, undefined> {
  const coming = new Map(sources.map((source) => [source, arrivalFrom(source)]));
  while (coming.size > 0) {
    const { source, result } = await Promise.race(coming.values());
    coming.delete(source);
    if (result.done) continue;
    coming.set(source, arrivalFrom(source));
    yield result.value;
  }
}

function arrivalFrom<T>(source: AsyncGenerator<T, void, undefined>): Promise<Arrival<T>> {
  const arrival = source.next().then((result) => ({ source, result }));
  // A failure is thrown when its turn comes; a consumer that stops before does not want to know.
  arrival.catch(() => undefined);
  return arrival;
}
