/** Long enough to be worth sending, short enough that 50,000 users never stand in memory as one text. */
const PART_LENGTH = 65_536;

/** A JSON array in parts, each made only when it is asked for. */
export function* jsonList<Item>(items: Iterable<Item>, wireOf: (item: Item) => unknown): Generator<string> {
  let part = '[';
  let separator = '';
  for (const item of items) {
    part += separator + JSON.stringify(wireOf(item));
    separator = ',';
    if (part.length < PART_LENGTH) continue;
    yield part;
    part = '';
  }
  yield `${part}]`;
}
