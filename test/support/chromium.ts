import { existsSync } from 'node:fs';

/**
 * The browser that tests drive: CHROMIUM_PATH, else the one inside the npm package (Linux x64; needs no download),
 * else Debian's, else Playwright's own.
 */
export async function chromiumPath(): Promise<string | undefined> {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) return wanted;
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  }
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}
