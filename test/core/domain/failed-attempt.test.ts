import { describe, expect, it } from 'vitest';
import { settleAttempt } from '../../../core/domain/failed-attempt.ts';
import { userId } from '../../../core/domain/ids.ts';
import { REASON_CODES } from '../../../core/domain/reason.ts';
import { anAttempt, aUser } from '../../support/builders.ts';

const KEY = 'ada@engines.example';
const OTHERS = REASON_CODES.filter((code) => code !== 'outcome_unknown');

describe('settleAttempt', () => {
  it('finds nothing where nothing was attempted', () => {
    expect(settleAttempt(null, KEY, aUser())).toBeNull();
  });

  it('keeps a failure while there is no user and the email stays', () => {
    const attempt = anAttempt();
    expect(settleAttempt(attempt, KEY, null)).toBe(attempt);
  });

  it('keeps a failure while the user stays the same', () => {
    const attempt = anAttempt({ userId: userId('user-1') });
    expect(settleAttempt(attempt, KEY, aUser())).toBe(attempt);
  });

  it('lets go when the email of the contact changes', () => {
    expect(settleAttempt(anAttempt(), 'ada@other.example', null)).toBeNull();
    expect(settleAttempt(anAttempt({ userId: userId('user-1') }), 'ada@other.example', aUser())).toBeNull();
  });

  it('lets go when the user is deleted or has another email', () => {
    expect(settleAttempt(anAttempt({ userId: userId('user-1') }), KEY, null)).toBeNull();
  });

  it('lets go when another user has the email', () => {
    expect(settleAttempt(anAttempt({ userId: userId('user-1') }), KEY, aUser({ id: userId('user-2') }))).toBeNull();
  });

  it.each(OTHERS)('notes a user that appears and keeps the failure %s', (code) => {
    const attempt = anAttempt({ code, quote: 'No.' });
    expect(settleAttempt(attempt, KEY, aUser())).toEqual({ ...attempt, userId: userId('user-1') });
  });

  it('lets an unknown outcome go when the user turns out to exist', () => {
    expect(settleAttempt(anAttempt({ code: 'outcome_unknown' }), KEY, aUser())).toBeNull();
  });

  it('keeps an unknown outcome while no user is found', () => {
    const attempt = anAttempt({ code: 'outcome_unknown' });
    expect(settleAttempt(attempt, KEY, null)).toBe(attempt);
  });

  it('keeps an unknown outcome of a change to a user that was known to exist', () => {
    const attempt = anAttempt({ code: 'outcome_unknown', userId: userId('user-1') });
    expect(settleAttempt(attempt, KEY, aUser())).toBe(attempt);
  });
});
