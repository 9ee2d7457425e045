import { describe, expect, it } from 'vitest';
import { firstReason, REASON_CODES, reasonOf } from '../../../core/domain/reason.ts';

// The closed list of reasons, in the order of their precedence.
const CLOSED_LIST = `
  email_missing email_invalid email_shared email_ambiguous email_taken_elsewhere destination_required destination_gone
  package_required package_gone package_disabled account_missing account_out_of_scope contact_gone contact_inactive
  user_changed_meanwhile console_refused console_unavailable outcome_unknown not_allowed not_attempted`;

describe('REASON_CODES', () => {
  it('is the closed list in the order of precedence', () => {
    expect(REASON_CODES).toEqual(CLOSED_LIST.trim().split(/\s+/));
  });
});

describe('reasonOf', () => {
  it.each(REASON_CODES)('says in sentences what %s means and what mends it', (code) => {
    const { text, remedy } = reasonOf(code);
    expect(reasonOf(code).code).toBe(code);
    expect(text).toMatch(/^[A-Z].+\.$/);
    expect(remedy).toMatch(/^[A-Z].+\.$/);
  });

  it('has words of its own for every code', () => {
    expect(new Set(REASON_CODES.map((code) => reasonOf(code).text)).size).toBe(REASON_CODES.length);
  });

  it('quotes what the console said', () => {
    const { text } = reasonOf('console_refused', 'The name is reserved.');
    expect(text).toBe(`${reasonOf('console_refused').text} It said: “The name is reserved.”`);
  });

  it.each([undefined, null, ''])('quotes nothing when the console said nothing (%j)', (quote) => {
    expect(reasonOf('console_refused', quote)).toEqual(reasonOf('console_refused'));
  });
});

describe('firstReason', () => {
  it('finds none where none holds', () => {
    expect(firstReason([])).toBeNull();
  });

  it('takes the first by precedence, whatever the order they come in', () => {
    const inOrder = REASON_CODES.map((_, index) => firstReason([...REASON_CODES.slice(index)].reverse()));
    expect(inOrder).toEqual([...REASON_CODES]);
  });
});
