import type { CDPSession, Page } from 'playwright';

/** What a page holds after everything that nobody needs has been collected. */
export interface PageMemory {
  readonly heapBytes: number;
  readonly nodes: number;
}

// What is let go of by the first collection may free more for the next.
const COLLECTIONS = 3;

export async function pageMemory(page: Page): Promise<PageMemory> {
  const browser = await page.context().newCDPSession(page);
  try {
    return await collectAndCount(browser);
  } finally {
    await browser.detach();
  }
}

async function collectAndCount(browser: CDPSession): Promise<PageMemory> {
  for (let collection = 0; collection < COLLECTIONS; collection += 1) await browser.send('HeapProfiler.collectGarbage');
  const { usedSize } = await browser.send('Runtime.getHeapUsage');
  const { nodes } = await browser.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes };
}
