import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { RefreshForecast } from '../../../../core/contract/index.ts';
import type { AtcRefreshForecast } from '../../../../plugin-ui/runs/atc-refresh-forecast.ts';
import '../../../../plugin-ui/runs/atc-refresh-forecast.ts';
import { deep, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleForecast } from '../fake-plugin-api.ts';

async function shown(forecast: RefreshForecast | null, locale = 'en') {
  const line = await fixture<AtcRefreshForecast>(
    html`<atc-refresh-forecast .locale=${locale} .forecast=${forecast}></atc-refresh-forecast>`,
  );
  await expectAccessible(line);
  return line;
}

async function words(change: Partial<RefreshForecast>, locale?: string): Promise<string> {
  return textOf(deep(await shown(sampleForecast(change), locale), 'p'));
}

describe('atc-refresh-forecast', () => {
  it('shows nothing until it is known, but keeps its place', async () => {
    const line = await shown(null);
    expect(line.shadowRoot!.querySelector('p')).toBe(null);
    expect(line.offsetHeight).toBeGreaterThan(16);
  });

  it('says what the next refresh takes, what is left, and who else uses it', async () => {
    const line = await shown(sampleForecast());
    expect(textOf(deep(line, 'p'))).toBe(
      'The next refresh takes about 4 calls. Getting everything anew takes about 47 calls. ' +
        '9,870 of 10,000 calls are left this hour; other programs used 120.',
    );
    expect(line.shadowRoot!.querySelector('.icon')).toBe(null);
  });

  it('leaves out what would only repeat, and other programs that use nothing', async () => {
    expect(await words({ mode: 'full', calls: 1, callsInFull: 1, usedByOthers: 0 })).toBe(
      'The next refresh takes about 1 call. 9,870 of 10,000 calls are left this hour.',
    );
  });

  it('writes numbers as the locale does', async () => {
    expect(await words({}, 'de')).toContain('9.870 of 10.000');
  });

  it('warns from three quarters of the hour on, and not before', async () => {
    const slow = 'so Autotask answers more slowly.';
    expect(await words({ usedThisHour: 7500, remainingThisHour: 2500 })).toContain(slow);
    expect(await words({ usedThisHour: 7499, remainingThisHour: 2501 })).not.toContain(slow);
    const line = await shown(sampleForecast({ usedThisHour: 7500, remainingThisHour: 2500 }));
    expect(line.shadowRoot!.querySelector('.icon')).not.toBe(null);
  });

  it('warns when the next refresh needs more than is left', async () => {
    expect(await words({ calls: 4, remainingThisHour: 3, usedThisHour: 9997 })).toContain('That is not enough');
    expect(await words({ calls: 4, remainingThisHour: 4, usedThisHour: 9996 })).not.toContain('That is not enough');
  });
});
