import type { Page } from 'playwright';
import type { RunView } from '../../core/contract/index.ts';
import { PractisedConsole, readAs, writeAs } from '../support/practised-console.ts';

const API = '/plugins/autotask/api';
/** Between two looks at the refresh. */
const LOOK_MS = 200;

/** The real console with its list fetched, and a signed-in visitor in a real browser. */
export interface ConsoleWithContacts {
  readonly contacts: number;
  /** Where the list is. */
  readonly url: string;
  /** A new page in the visitor's browser. */
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export async function consoleWithContacts(contacts: number): Promise<ConsoleWithContacts> {
  const console = await PractisedConsole.open({ contacts });
  try {
    const screen = await console.openPage();
    await console.signIn(screen);
    await console.connect(screen);
    await refresh(screen.page);
    const context = screen.page.context();
    await screen.page.close();
    return {
      contacts,
      url: `${console.server.url}/settings/autotask`,
      newPage: () => context.newPage(),
      close: () => console.close(),
    };
  } catch (error) {
    await console.close();
    throw error;
  }
}

async function refresh(page: Page): Promise<void> {
  await writeAs(page, 'POST', `${API}/refreshes`, {});
  let run: RunView | undefined;
  do {
    await page.waitForTimeout(LOOK_MS);
    [run] = (await readAs<{ items: RunView[] }>(page, `${API}/runs?limit=1`)).items;
  } while (run?.state === 'queued' || run?.state === 'running');
  if (run?.state !== 'done') throw new Error(`The refresh ended ${run?.state}: ${run?.problem?.text}`);
}
