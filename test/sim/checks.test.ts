import { describe, expect, it } from 'vitest';
import { runId } from '../../core/domain/ids.ts';
import { EMPTY_TALLY, type Run } from '../../core/domain/run.ts';
import { MSP } from '../support/run-builders.ts';
import { checkCalls } from './check-calls.ts';
import { checkList } from './check-list.ts';
import { checkUndisturbed } from './check-undisturbed.ts';
import type { RefreshRecord } from './refresh-record.ts';
import { listOf, type Truth } from './truth.ts';

const ORIGIN = 'http://127.0.0.1:1';
const ADA = { firstName: 'Ada', lastName: 'Lovelace', email: '', accountId: '0', isActive: true };
const BYRON = { ...ADA, lastName: 'Byron' };
const OWN = new Map([['0', { name: 'Engines', isActive: true }]]);
const TRUTH: Truth = { contacts: new Map([['7', ADA]]), accounts: OWN };
const EDITED: Truth = { contacts: new Map([['7', BYRON]]), accounts: OWN };
const STATE = { contacts: 1, accounts: 1, watermarks: null, comparedAt: null };
const HELD = { code: 'refresh_held', text: 'Few.', remedy: 'Look.' };

function aRun(given: Partial<Run>): Run {
  return {
    id: runId('run-1'),
    tenantId: MSP,
    kind: 'refresh',
    state: 'done',
    requestedBy: 'Grace',
    accounts: 'all',
    total: 1,
    done: 1,
    tally: EMPTY_TALLY,
    problem: null,
    createdAt: '2026-11-24T09:00:00.000Z',
    finishedAt: null,
    ...given,
  };
}

function aRecord(given: Partial<RefreshRecord> = {}): RefreshRecord {
  const known = { list: listOf(TRUTH), state: STATE };
  const record = {
    mode: null,
    run: aRun({}),
    isQuiet: true,
    before: known,
    after: known,
    truths: [TRUTH, TRUTH] as const,
  };
  return { ...record, calls: [], sent: [], origin: ORIGIN, ...given };
}

function sent(endpoint: string, started: number, ended: number, status = 200, origin = ORIGIN) {
  return { endpoint, started, ended, status, origin };
}

function asked(filter: unknown) {
  const route = 'Contacts/query';
  const times = { startedAt: 0, endedAt: 0, started: 1, ended: 2 };
  return { method: 'POST', route, path: `/${route}`, filter, status: 200, fault: null, ...times };
}

describe('the checks of the simulation', () => {
  it('find nothing in a good refresh', () => {
    const record = aRecord({ calls: [asked([{ op: 'gte', field: 'id', value: 0 }])], sent: [sent('Contacts', 1, 2)] });
    expect([...checkList(record), ...checkCalls(record), ...checkUndisturbed(record)]).toEqual([]);
    expect(checkList(aRecord({ truths: [TRUTH, EDITED] }))).toEqual([]);
  });

  it.each<[string, Partial<RefreshRecord>]>([
    ['a list that is not the truth', { truths: [EDITED, EDITED] }],
    [
      'a row that never was',
      { truths: [EDITED, { ...EDITED, accounts: new Map() }], before: { list: new Map(), state: STATE } },
    ],
    ['a failure without a reason', { run: aRun({ state: 'failed' }) }],
    ['a failure of unknown kind', { run: aRun({ state: 'failed', problem: { ...HELD, code: 'internal' } }) }],
    [
      'a failure that touches the list',
      { run: aRun({ state: 'failed', problem: HELD }), after: { list: new Map(), state: STATE } },
    ],
    ['a hold without need', { run: aRun({ state: 'held', problem: HELD }) }],
    ['a run that goes on', { run: aRun({ state: 'running' }) }],
  ])('find %s', (_name, given) => {
    expect(checkList(aRecord(given))).not.toEqual([]);
  });

  it.each<[string, Partial<RefreshRecord>]>([
    ['four calls at once', { sent: [1, 2, 3, 4].map((place) => sent('Contacts', place, 9)) }],
    ['a call to elsewhere', { sent: [sent('Contacts', 1, 2, 200, 'https://elsewhere.example')] }],
    ['a call after a refusal', { sent: [sent('Contacts', 1, 2, 401), sent('Companies', 3, 4, 401)] }],
    ['an empty filter', { calls: [asked([])] }],
    [
      'a filter for everything since ever',
      { calls: [asked([{ field: 'id' }, { field: 'createDate', value: '2001-01-01' }])] },
    ],
  ])('find %s', (_name, given) => {
    expect(checkCalls(aRecord(given))).not.toEqual([]);
  });

  it('find calls that are not needed', () => {
    expect(checkUndisturbed(aRecord({ calls: Array.from({ length: 15 }, () => asked([])) }))).not.toEqual([]);
  });
});
