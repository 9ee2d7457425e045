/** Reads the data of server-sent events. */
export class EventReader<Data> {
  readonly #events: AsyncGenerator<Data, void>;

  constructor(response: Response) {
    this.#events = eventsOf<Data>(response);
  }

  async next(): Promise<Data> {
    const event = await this.#events.next();
    if (event.done === true) throw new Error('The events have ended');
    return event.value;
  }

  /** All that are still to come, until the end. */
  async rest(): Promise<readonly Data[]> {
    const events: Data[] = [];
    for (let event = await this.#events.next(); event.done !== true; event = await this.#events.next()) {
      events.push(event.value);
    }
    return events;
  }
}

async function* eventsOf<Data>({ body }: Response): AsyncGenerator<Data, void> {
  let text = '';
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block.split('\n').filter((line) => line.startsWith('data: '));
      if (data.length > 0) yield JSON.parse(data.map((line) => line.slice(6)).join('\n')) as Data;
    }
  }
}
