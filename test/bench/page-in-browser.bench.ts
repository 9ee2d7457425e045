import type { Page } from 'playwright';
import { type ConsoleWithContacts, consoleWithContacts } from './console-with-contacts.ts';
import { atMost, grouped, type Measured, median } from './measure.ts';
import { pageMemory } from './page-memory.ts';
import { listRequests, openList } from './rows-on-screen.ts';
import { scrollList } from './scroll-list.ts';

const FEW = 1000;
const MANY = 100_000;
const OPENINGS = 9;
/** Down a list of 1,000 and back up, and twice more. Where rows have fewer lines, the table makes some more of them. */
const SAME_STEPS = 1500;
/** Four minutes at 60 frames a second. */
const LONG_STEPS = 4 * 60 * 60;

const TARGETS = { firstRows: 1.5, lastRow: 3, nodes: 1.1, heap: 1.1 };

/** The page in a real browser over the real server: 100,000 contacts beside 1,000. */
export async function pageInBrowser(): Promise<readonly Measured[]> {
  const few = await consoleWithContacts(FEW);
  const many = await consoleWithContacts(MANY);
  try {
    return [await firstRows(few, many), await lastRow(many), await nodes(few, many), await heap(many)];
  } finally {
    await few.close();
    await many.close();
  }
}

/** By turns, so that neither has the quieter machine; the first opening of each fills the caches. */
async function firstRows(few: ConsoleWithContacts, many: ConsoleWithContacts): Promise<Measured> {
  const times = { few: new Array<number>(), many: new Array<number>() };
  for (let opening = 0; opening <= OPENINGS; opening += 1) {
    const [fewMs, manyMs] = [await timeToOpen(few), await timeToOpen(many)];
    if (opening === 0) continue;
    times.few.push(fewMs);
    times.many.push(manyMs);
  }
  const [fewMs, manyMs] = [median(times.few), median(times.many)];
  return atMost(TARGETS.firstRows, {
    name: `${grouped(MANY)} contacts / ${grouped(FEW)}: page opened to first rows`,
    ratio: manyMs / fewMs,
    detail: `${grouped(manyMs)} / ${grouped(fewMs)} ms`,
  });
}

async function timeToOpen(console: ConsoleWithContacts): Promise<number> {
  const { page, firstRowsMs } = await openList(console);
  await page.close();
  return firstRowsMs;
}

/** By the keyboard, from a cell of the first row. */
async function lastRow(console: ConsoleWithContacts): Promise<Measured> {
  const page = await openAtRest(console);
  const table = page.getByRole('treegrid', { name: 'Autotask contacts' });
  const last = Number(await table.getAttribute('aria-rowcount'));
  await table.getByRole('row').nth(1).getByRole('gridcell').nth(3).click();
  const requests = listRequests(page);
  await page.keyboard.press('Control+End');
  await table.locator(`tr[aria-rowindex="${last}"]:not([loading])`).waitFor();
  await page.waitForLoadState('networkidle');
  await page.close();
  return atMost(TARGETS.lastRow, {
    name: `${grouped(MANY)} contacts: requests of a jump to the last row`,
    ratio: requests.length,
    detail: `to row ${grouped(last)} of the table`,
  });
}

async function nodes(few: ConsoleWithContacts, many: ConsoleWithContacts): Promise<Measured> {
  const [fewNodes, manyNodes] = [await nodesAfterScrolling(few), await nodesAfterScrolling(many)];
  return atMost(TARGETS.nodes, {
    name: `${grouped(MANY)} contacts / ${grouped(FEW)}: DOM nodes after the same scrolling`,
    ratio: manyNodes / fewNodes,
    detail: `${grouped(manyNodes)} / ${grouped(fewNodes)}`,
  });
}

async function nodesAfterScrolling(console: ConsoleWithContacts): Promise<number> {
  const page = await openAtRest(console);
  await scrollList(page, SAME_STEPS);
  const memory = await pageMemory(page);
  await page.close();
  return memory.nodes;
}

/** Beside what it was after as many steps as in the other case, in which the table makes the rows that it uses from then on. */
async function heap(console: ConsoleWithContacts): Promise<Measured> {
  const page = await openAtRest(console);
  await scrollList(page, SAME_STEPS);
  const before = await pageMemory(page);
  const began = performance.now();
  await scrollList(page, LONG_STEPS);
  const seconds = (performance.now() - began) / 1000;
  const after = await pageMemory(page);
  await page.close();
  return atMost(TARGETS.heap, {
    name: `${grouped(MANY)} contacts: heap after ${grouped(LONG_STEPS)} steps of scrolling / before`,
    ratio: after.heapBytes / before.heapBytes,
    detail: `${grouped(after.heapBytes / 1024)} / ${grouped(before.heapBytes / 1024)} KiB, in ${grouped(seconds)} s`,
  });
}

/** With everything read that the page reads at first. */
async function openAtRest(console: ConsoleWithContacts): Promise<Page> {
  const { page } = await openList(console);
  await page.waitForLoadState('networkidle');
  return page;
}
