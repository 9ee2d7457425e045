import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doctor } from '../../../adapters/autotask/doctor.ts';
import { findings } from '../../../adapters/mbs-api/findings.ts';
import { DEFAULT_BRAKES, importBrake } from '../../../core/domain/brake.ts';
import { REASON_CODES, type ReasonCode, reasonOf } from '../../../core/domain/reason.ts';
import { OUTCOMES } from '../../../core/domain/run.ts';
import * as errors from '../../../core/ports/errors.ts';
import { checkedConnection } from '../../../core/use-cases/connection-check.ts';
import { nothingThere, tooShort } from '../../../core/use-cases/refresh-findings.ts';
import { runProblem } from '../../../core/use-cases/run-problem.ts';
import de from '../../../plugin-ui/locales/de.json' with { type: 'json' };
import { speak, speechFor } from '../../../plugin-ui/locales/language.ts';
import { outcomeWords } from '../../../plugin-ui/runs/outcome-words.ts';
import { statusText } from '../../../plugin-ui/text/filter-text.ts';
import { runStateText } from '../../../plugin-ui/text/history-text.ts';
import { problemWords } from '../../../plugin-ui/text/problem-text.ts';
import { reasonText, reasonWords } from '../../../plugin-ui/text/reason-text.ts';
import { findingWords, serverWords } from '../../../plugin-ui/text/server-words.ts';
import { sampleProblem } from './fake-plugin-api.ts';
import { sourceSentences, strayTexts, unreadable } from './source-sentences.ts';

const dictionary: Readonly<Record<string, string>> = de;

/** The values of a sentence, whatever their order. */
function values(sentence: string): string {
  return [...sentence.matchAll(/\{\d+\}/g)]
    .map(([value]) => value)
    .sort()
    .join(' ');
}

describe('the dictionary of each language', () => {
  it('can be read off the texts, all of them', () => {
    expect(strayTexts).toEqual([]);
    expect(unreadable.filter((call) => !call.includes('msg(sentence('))).toEqual([]);
    expect(sourceSentences.length).toBeGreaterThan(400);
  });

  it('has every sentence, and none that nobody says', () => {
    expect(new Set(Object.keys(dictionary))).toEqual(new Set(sourceSentences));
  });

  it('keeps the values of each sentence, and leaves none without words', () => {
    const wrong = Object.entries(dictionary).filter(
      ([english, words]) => words.trim() === '' || values(english) !== values(words),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a wish for a language', () => {
  it('is fulfilled with a region, and English where it can’t be', () => {
    const wishes = [['de'], ['de-AT'], ['', 'de'], ['en-GB', 'de'], ['fr', 'de'], ['no tag!'], ['', '']];
    expect(wishes.map((tags) => Object.values(speechFor(tags)).join(' '))).toEqual([
      'de de',
      'de de-AT',
      'de de',
      'en en-GB',
      'en en',
      'en en',
      'en en',
    ]);
  });
});

describe('words in English', () => {
  it('are those of the server for every reason', () => {
    for (const code of REASON_CODES) {
      const reason = reasonOf(code, 'The login is “reserved”.');
      expect(reasonWords(reason)).toEqual({ text: reason.text, remedy: reason.remedy });
    }
  });

  it('are the server’s own for a reason that a newer one has', () => {
    const reason = { code: 'quota_full' as ReasonCode, text: 'The quota is full.', remedy: 'Free some.' };
    expect(reasonWords(reason)).toEqual(reason);
  });
});

describe('words of a failure of Autotask or Managed Backup', () => {
  const unavailable = (detail: string) => problemWords(sampleProblem({ status: 503, detail, id: 'r-7' }));

  it('have what the server knows to mend it as the only remedy', () => {
    for (const { text, remedy } of [...Object.values(doctor), ...Object.values(findings)]) {
      expect(unavailable(`${text('api.example')} ${remedy}`)).toEqual({ title: text('api.example'), remedy });
    }
  });

  it('have the number to tell where the server knows no remedy', () => {
    for (const detail of ['The users of Managed Backup can’t be read at the moment.', 'Odd. Very odd.']) {
      const { title, remedy } = unavailable(detail);
      expect([title, remedy]).toEqual([detail, expect.stringContaining('this number: r-7')]);
    }
  });
});

describe('words in German', () => {
  beforeAll(() => speak(speechFor(['de'])));
  afterAll(() => speak(speechFor(['en'])));

  it('are there for every reason, with what the console said as it is', () => {
    for (const code of REASON_CODES) {
      const { text, remedy } = reasonOf(code);
      expect(Object.values(reasonText[code]())).toEqual([dictionary[text], dictionary[remedy]]);
    }
    expect(reasonWords(reasonOf('console_refused', 'The login is “reserved”.')).text).toBe(
      'Managed Backup hat den Benutzer abgelehnt. Die Meldung lautet: „The login is “reserved”.“',
    );
  });

  it('are there for every outcome, state and status', () => {
    expect(OUTCOMES.map(outcomeWords)).toEqual([
      'Angelegt',
      'Aktualisiert',
      'Unverändert',
      'Fehlgeschlagen',
      'Nicht versucht',
    ]);
    const states = Object.values(runStateText).map((words) => words());
    expect(states).toEqual(['Wartet', 'Läuft', 'Abgeschlossen', 'Zurückgehalten', 'Fehlgeschlagen', 'Abgebrochen']);
    expect(Object.values(statusText).map((words) => words())).toEqual([
      'Nicht in MBS',
      'Gleich',
      'Geändert',
      'Fehlgeschlagen',
    ]);
  });

  it('are found for every finding about Autotask and Managed Backup', () => {
    const all = [...Object.values(doctor), ...Object.values(findings)];
    const said = all.flatMap(({ text, remedy }) => [text('api.example'), remedy, `${text('api.example')} ${remedy}`]);
    expect(said.filter((one) => serverWords(one) === one)).toEqual([]);
    expect(serverWords(doctor.down.text('503'))).toBe('Autotask ist zurzeit gestört (HTTP 503).');
    expect(serverWords(doctor.not_data.text('a web page'))).toContain('mit einer Webseite statt mit Daten');
    expect(serverWords(doctor.query_refused.text('No. Not now.'))).toContain('„No. Not now.“');
  });

  it('are found for missing rights, a held run and whatever ends one', () => {
    const credentials = { username: 'key', password: 'secret', integrationCode: null };
    const at = new Date(0);
    const connections = (['none', 'restricted'] as const).map((contacts) => {
      const check = { zone: 'https://a/', databaseId: null, access: { contacts, accounts: 'all' } };
      return checkedConnection(credentials, check as never, { known: undefined, at });
    });
    const held = [0, 1, 12].flatMap((after) => [tooShort(300, after, undefined), tooShort(300, after, connections[1])]);
    const brake = importBrake({ updates: 300, linked: 400 }, DEFAULT_BRAKES)!;
    const ended = Object.values(errors)
      .filter((one) => typeof one === 'function' && one.prototype instanceof errors.PluginError)
      .map((one) => runProblem(new (one as typeof errors.NotConnected)('Only an import can be retried.')));
    const problems = [...connections.map(({ problem }) => problem!), ...held, nothingThere(undefined), brake, ...ended];
    for (const problem of problems) {
      const { text, remedy } = findingWords(problem);
      expect([text, remedy]).not.toContain(problem.text);
      expect([text, remedy]).not.toContain(problem.remedy);
    }
    expect(findingWords(connections[0]!.problem!).text).toBe('Der API-Benutzer darf in Autotask keine Kontakte sehen.');
  });

  it('are the server’s where they are not known', () => {
    expect(serverWords('The moon is in the way.')).toBe('The moon is in the way.');
    expect(serverWords('Try again. The moon is in the way.')).toBe('Try again. The moon is in the way.');
    const { title, remedy } = problemWords(sampleProblem({ status: 500, detail: 'Odd.', id: 'r-7' }));
    expect([title, remedy]).toEqual(['Odd.', expect.stringContaining('diese Nummer: r-7')]);
  });
});
