import { describe, expect, it } from 'vitest';
import type { ContactFilterQuery } from '../../../../core/contract/index.ts';
import {
  changedFilter,
  isNarrowed,
  isSameFilter,
  isWithin,
  jointFilter,
} from '../../../../plugin-ui/contacts/contact-filter.ts';
import { matches } from '../matching-contacts.ts';
import { sampleContact, sampleContacts } from '../sample-contacts.ts';

const FILTERS: readonly ContactFilterQuery[] = [
  {},
  { active: true },
  { active: false },
  { status: 'equal' },
  { account: '3' },
  { problem: 'any' },
  { problem: 'email_shared' },
  { needsWork: true },
  { needsWork: false },
  { q: 'lee' },
  { q: 'BJORN ake' },
  { q: 'straße ΣΊΣΥΦΟΣ' },
  { q: '... , ' },
  { q: 'ﬁ 佐' },
];

const CONTACTS = [
  ...sampleContacts(60),
  sampleContact({ firstName: 'Σίσυφος', account: 'STRASSE', email: 'İ@ﬁrm.example', lastName: '佐藤' }),
];

describe('the filter of the list', () => {
  it('leaves a contact exactly when the server would list it', () => {
    for (const filter of FILTERS) {
      for (const item of CONTACTS)
        expect([filter, item.id, isWithin(filter, item)]).toEqual([filter, item.id, matches(item, filter)]);
    }
  });

  it('leaves a contact of which it is not known that something speaks against it', () => {
    for (const filter of FILTERS.slice(3)) expect(isWithin(filter, { id: '1', active: true })).toBe(true);
    expect(isWithin({ active: false }, { id: '1', active: true })).toBe(false);
    expect(isWithin({ needsWork: true }, { id: '1', active: false })).toBe(false);
  });

  it('leaves with two filters joined what both leave', () => {
    for (const one of FILTERS) {
      for (const other of FILTERS) {
        const joint = jointFilter(one, other);
        const left = CONTACTS.filter((item) => matches(item, one) && matches(item, other));
        expect(CONTACTS.filter((item) => joint !== null && matches(item, joint))).toEqual(left);
      }
    }
  });

  it('changes part by part', () => {
    const filter = changedFilter({ active: true, status: 'equal' }, { status: null, q: 'ann', account: '10' });
    expect(filter).toEqual({ active: true, q: 'ann', account: '10' });
    expect(changedFilter(filter, { q: '', active: null })).toEqual({ account: '10' });
    expect(isSameFilter({ active: true }, changedFilter({}, { active: true }))).toBe(true);
    expect([isNarrowed({}), isNarrowed({ active: true }), isNarrowed({ q: 'a' })]).toEqual([false, false, true]);
  });
});
