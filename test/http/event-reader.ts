interface ReadEvent<Data> {
  readonly id: string;
  readonly data: Data;
}

/** Reads the data of server-sent events. */
export class EventReader<Data> {
  /** Of the event read last. */
  lastId = '';
  readonly #events: AsyncGenerator<ReadEvent<Data>, void>;

  constructor(response: Response) {
    this.#events = eventsOf<Data>(response);
  }

  async next(): Promise<Data> {
    const event = await this.#events.next();
    if (event.done === true) throw new Error('The events have ended');
    this.lastId = event.value.id;
    return event.value.data;
  }

  /** All that are still to come, until the end. */
  async rest(): Promise<readonly Data[]> {
    const events: Data[] = [];
    for (let event = await this.#events.next(); event.done !== true; event = await this.#events.next()) {
      this.lastId = event.value.id;
      events.push(event.value.data);
    }
    return events;
  }
}

async function* eventsOf<Data>({ body }: Response): AsyncGenerator<ReadEvent<Data>, void> {
  let text = '';
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = fieldOf(block, 'data');
      if (data !== '') yield { id: fieldOf(block, 'id'), data: JSON.parse(data) as Data };
    }
  }
}

function fieldOf(block: string, name: string): string {
  const lines = block.split('\n').filter((line) => line.startsWith(`${name}: `));
  return lines.map((line) => line.slice(name.length + 2)).join('\n');
}
