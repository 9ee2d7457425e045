import { type PracticeAutotask, startPracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import { openBrowser, openWindow } from '../support/browser.ts';
import { ConsolePage } from '../support/console-page.ts';
import { removeDirectory, startConsoleProcess, temporaryDirectory } from '../support/console-process.ts';
import type { BareCallsOrder } from './bare-calls.ts';
import { atMost, grouped, type Measured, median } from './measure.ts';
import { runScript } from './run-script.ts';

const CONTACTS = 2000;
const ROUNDS = 5;
const TARGET = 4;

/** From pressing Get Autotask Contacts to the list on screen, beside the bare calls that it takes. */
export async function refreshToScreen(): Promise<readonly Measured[]> {
  // Bare calls follow one another faster than the live server's late slots allow.
  const practice = await startPracticeAutotask({ contacts: CONTACTS, seed: 1, switches: { slotReleaseMs: 0 } });
  try {
    const pressed: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      pressed.push(await pressToList(practice));
      bare.push(await bareCallsAnew(practice));
    }
    return [
      atMost(TARGET, {
        name: `${grouped(CONTACTS)} contacts: press to list on screen / bare calls`,
        ratio: median(pressed) / median(bare),
        detail: `${grouped(median(pressed))} / ${grouped(median(bare))} ms`,
      }),
    ];
  } finally {
    await practice.close();
  }
}

/** A first refresh in a console of its own. */
async function pressToList(practice: PracticeAutotask): Promise<number> {
  const directory = await temporaryDirectory();
  const server = await startConsoleProcess(directory, {
    AUTOTASK_URL: practice.url,
    AUTOTASK_INTEGRATION_CODE: practice.credentials.integrationCode,
  });
  const browser = await openBrowser();
  try {
    const { page } = await openWindow(browser);
    const screen = new ConsolePage(page, server.url);
    await screen.open('/settings/autotask');
    await screen.signIn(server);
    const { username, secret } = practice.credentials;
    await screen.saveCredentials({ username, password: secret });
    return await pressedToShown(screen);
  } finally {
    await browser.close();
    await server.stop();
    await removeDirectory(directory);
  }
}

/** Both ends are seen inside the page, the latter once per frame: what waits outside adds its own way to it. */
async function pressedToShown(screen: ConsolePage): Promise<number> {
  await screen.page.evaluate(() => {
    document.addEventListener('click', () => performance.mark('pressed'), { capture: true, once: true });
  });
  const shown = screen.page.evaluate(async () => {
    let grid: Element | null = null;
    for (;;) {
      await new Promise(requestAnimationFrame);
      // Once the grid is found, only its cells are looked at: the look must not be what is waited for.
      const roots: (Document | ShadowRoot)[] = grid?.isConnected ? [] : [document];
      for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
        for (const element of root.querySelectorAll('*')) {
          if (element.localName === 'vaadin-grid') grid = element;
          if (element.shadowRoot) roots.push(element.shadowRoot);
        }
      }
      for (const cell of grid?.children ?? []) {
        const isShown = cell.textContent.includes('@') && cell.getBoundingClientRect().height > 0;
        if (isShown) return performance.measure('wait', 'pressed').duration;
      }
    }
  });
  await screen.button('Get Autotask Contacts').click();
  return await shown;
}

/** In a process of its own, as new as the console's. */
function bareCallsAnew({ url, credentials }: PracticeAutotask): Promise<number> {
  const order: BareCallsOrder = { url, ...credentials };
  return runScript<number>(new URL('bare-calls.ts', import.meta.url), order);
}
