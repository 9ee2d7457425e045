import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright';
import type { ContactItem } from '../../core/contract/index.ts';
import { openDatabase } from '../../host-shim/console/database.ts';
import { type PracticeAutotask, startPracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import { openBrowser, openWindow } from './browser.ts';
import { ConsolePage } from './console-page.ts';
import { type ConsoleProcess, removeDirectory, startConsoleProcess, temporaryDirectory } from './console-process.ts';

/** The console in a process of its own, over a practice Autotask that outlives it and that the test has in its hand. */
export class PractisedConsole {
  readonly practice: PracticeAutotask;
  readonly browser: Browser;
  server: ConsoleProcess;
  readonly #directory: string;

  private constructor(parts: {
    readonly practice: PracticeAutotask;
    readonly browser: Browser;
    readonly server: ConsoleProcess;
    readonly directory: string;
  }) {
    this.practice = parts.practice;
    this.browser = parts.browser;
    this.server = parts.server;
    this.#directory = parts.directory;
  }

  static async open({ contacts }: { readonly contacts: number }): Promise<PractisedConsole> {
    const practice = await startPracticeAutotask({ contacts, seed: 1 });
    const directory = await temporaryDirectory();
    const server = await startConsoleProcess(directory, { AUTOTASK_URL: practice.url });
    return new PractisedConsole({ practice, directory, server, browser: await openBrowser() });
  }

  /** Another window of the same visitor, or of a new one. */
  async openPage(beside?: Page): Promise<ConsolePage> {
    const page = beside === undefined ? (await openWindow(this.browser)).page : await beside.context().newPage();
    page.setDefaultTimeout(15_000);
    const screen = new ConsolePage(page, this.server.url);
    await screen.open('/settings/autotask');
    return screen;
  }

  async signIn(screen: ConsolePage): Promise<void> {
    await screen.signIn(this.server);
    await screen.button('Get Autotask Contacts').waitFor();
  }

  async connect(screen: ConsolePage): Promise<void> {
    const { username, secret } = this.practice.credentials;
    await screen.saveCredentials({ username, password: secret });
  }

  /** Starts it once more where it was, after it was killed. */
  async startAgain(): Promise<void> {
    const { port } = new URL(this.server.url);
    this.server = await startConsoleProcess(this.#directory, { AUTOTASK_URL: this.practice.url, PORT: port });
  }

  /** Keeps an import where it is from the first contacts on that it is through with. */
  async holdImports(): Promise<void> {
    await this.#inDatabase(
      'create trigger hold_imports before update on autotask_run ' +
        "when old.kind = 'import' and old.done > 0 begin select raise(ignore); end",
    );
  }

  async letImportsGoOn(): Promise<void> {
    await this.#inDatabase('drop trigger hold_imports');
  }

  async #inDatabase(statement: string): Promise<void> {
    const file = join(this.#directory, 'console.sqlite');
    const knex = await openDatabase({ engine: 'sqlite', file }, pino({ level: 'silent' }));
    try {
      await knex.raw(statement);
    } finally {
      await knex.destroy();
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.kill();
    await this.practice.close();
    await removeDirectory(this.#directory);
  }
}

/** Writes to the console as its pages do. */
export async function writeAs(page: Page, method: string, path: string, data: object): Promise<void> {
  const session = await page.request.get(new URL('/session', page.url()).href);
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const headers = { 'x-csrf-token': csrfToken };
  const answer = await page.request.fetch(new URL(path, page.url()).href, { method, data, headers });
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
}

export async function readAs<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(new URL(path, page.url()).href);
  return (await answer.json()) as Answer;
}

/** Gives every contact a destination and a package, so that all can be imported. */
export async function assignAll(page: Page): Promise<void> {
  const api = '/plugins/autotask/api';
  const [destinations, packages] = await Promise.all([
    readAs<{ id: string }[]>(page, `${api}/destinations`),
    readAs<{ id: string; enabled: boolean }[]>(page, `${api}/packages`),
  ]);
  await writeAs(page, 'PATCH', `${api}/contacts`, {
    selection: { filter: {} },
    destinationId: destinations[0]?.id,
    packageId: packages.find(({ enabled }) => enabled)?.id,
  });
}

/** Contacts near the top of the list that can be imported as they are. */
export async function importable(page: Page): Promise<ContactItem[]> {
  const { items } = await readAs<{ items: ContactItem[] }>(page, '/plugins/autotask/api/contacts?active=true&limit=30');
  return items.filter(({ problem }) => problem === null);
}
