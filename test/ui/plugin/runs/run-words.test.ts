import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunView } from '../../../../core/contract/index.ts';
import { speak, speechFor } from '../../../../plugin-ui/locales/language.ts';
import { progressWords, runAnnouncement } from '../../../../plugin-ui/runs/run-words.ts';
import { sampleRun } from '../fake-plugin-api.ts';

const said = (run: Partial<RunView>, locale: string) => runAnnouncement(sampleRun(run), null, locale);

const MIXED = { total: 1208, created: 1200, updated: 1, unchanged: 2, failed: 1, notAttempted: 4 } as const;

describe('the end of an import', () => {
  it('is told in whole sentences, one for each outcome that happened', () => {
    expect(said({ state: 'done', ...MIXED }, 'en')).toBe(
      'Import finished. 1,200 users were created. 1 user was updated. 2 users were left unchanged. ' +
        '1 contact failed. 4 contacts were not attempted; nothing was done for them.',
    );
    expect(said({ state: 'cancelled', total: 1, notAttempted: 1 }, 'en')).toBe(
      'The import was cancelled. 1 contact was not attempted; nothing was done for it.',
    );
  });

  it('is told with what stopped it, and what mends that', () => {
    const problem = { code: 'console_unavailable', text: 'It is away.', remedy: 'Wait.' } as const;
    expect(said({ state: 'failed', total: 2, created: 2, problem }, 'en')).toBe(
      'The import stopped. 2 users were created. It is away. Wait.',
    );
  });
});

describe('how far a run is', () => {
  it('is counted in the singular where it is one', () => {
    const [import1, refresh1] = [
      { state: 'running', total: 1, done: 1 } as const,
      { kind: 'refresh', state: 'running', total: 0, done: 1 } as const,
    ];
    expect(progressWords(sampleRun(import1), 'en')).toBe('1 of 1 contact done');
    expect(progressWords(sampleRun(refresh1), 'en')).toBe('1 contact read');
  });
});

describe('the end of an import in German', () => {
  beforeAll(() => speak(speechFor(['de'])));
  afterAll(() => speak(speechFor(['en'])));

  it('agrees with its numbers', () => {
    expect(said({ state: 'done', ...MIXED }, 'de')).toBe(
      'Import abgeschlossen. 1.200 Benutzer wurden angelegt. 1 Benutzer wurde aktualisiert. ' +
        '2 Benutzer blieben unverändert. 1 Kontakt ist fehlgeschlagen. ' +
        '4 Kontakte wurden nicht versucht; für sie ist nichts geschehen.',
    );
  });
});
