import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookPage } from '../../core/ports/contact-book.ts';
import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { csvRecords } from '../support/csv-rows.ts';
import { Gate } from '../support/gate.ts';
import { openPlugin, type PluginHarness, PREFIX } from '../support/plugin-harness.ts';
import { MANAGER, principalHeaders } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const PAGES = 8;
const MANY = PAGES * 500;
/** In all more than goes into the buffers between the book and a client that does not read. */
const LONG = 'x'.repeat(8000);

let plugin: PluginHarness;
let origin: string;
beforeEach(async () => {
  plugin = await openPlugin();
  await plugin.load(Array.from({ length: MANY }, (_, index) => aSourceContact(index + 1, { firstName: LONG })));
  origin = await plugin.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => plugin.close());

/** Puts something before the reading of each page, told its number. */
function beforePage(act: (page: number) => Promise<void>): void {
  const { contactBook } = plugin.ports;
  const read = contactBook.page.bind(contactBook);
  let pages = 0;
  contactBook.page = async (...request): Promise<BookPage> => {
    pages += 1;
    await act(pages);
    return read(...request);
  };
}

function download(): Promise<Response> {
  return fetch(`${origin}${PREFIX}/api/contacts.csv`, { headers: principalHeaders(MANAGER) });
}

/** Asks for the file, and takes nothing of it. */
function silentClient(): Socket {
  const headers = Object.entries({ host: 'console', ...principalHeaders(MANAGER) });
  const lines = [`GET ${PREFIX}/api/contacts.csv HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  const { hostname, port } = new URL(origin);
  const client = connect(Number(port), hostname).pause();
  client.write(`${lines.join('\r\n')}\r\n\r\n`);
  return client;
}

describe('a file on its way', () => {
  it('has each contact once, over many pages', async () => {
    const records = csvRecords(`\ufeff${await (await download()).text()}`);
    expect(new Set(records.map((record) => record['Contact id'])).size).toBe(MANY);
    expect(records).toHaveLength(MANY);
  });

  it('brings the first rows before the next ones were read', async () => {
    const gate = new Gate();
    gate.close();
    beforePage(async (page) => (page === 1 ? undefined : gate.pass()));
    const reader = (await download()).body!.getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toMatch(/^First name.*\r\nx+/);
    await gate.reached();
    gate.open();
    await reader.cancel();
  });

  it('is read no faster than the client takes it, and no further when the client has left', async () => {
    let read = 0;
    const answered = once(plugin.app.server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    const congested = new Promise<number>((resolve) => {
      beforePage(async (page) => {
        read = page;
        const [, answer] = await answered;
        if (answer.writableNeedDrain) resolve(page);
      });
    });
    const client = silentClient();
    const page = await congested;
    const [, answer] = await answered;
    const closed = once(answer, 'close');
    client.destroy();
    await closed;
    await plugin.app.close();
    expect(read).toBe(page);
    expect(page).toBeLessThan(PAGES);
  });

  it('is cut off where a page can’t be read, so that nobody takes it for the whole', async () => {
    beforePage(async (page) => {
      if (page === 3) throw new ConsoleUnavailable('Managed Backup does not answer.');
    });
    const response = await download();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(plugin.logged()).toContain('Managed Backup does not answer.');
  });

  it('is a problem instead when not even the first page can be read', async () => {
    beforePage(async () => {
      throw new ConsoleUnavailable('Managed Backup does not answer.');
    });
    const response = await plugin.ask('GET', '/contacts.csv');
    expectProblem(response, { status: 503, code: 'console_unavailable' });
    expect(response.headers['content-disposition']).toBeUndefined();
  });
});
