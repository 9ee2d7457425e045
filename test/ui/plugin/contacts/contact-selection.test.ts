import { describe, expect, it } from 'vitest';
import {
  allContacts,
  chosenContacts,
  countOf,
  headerState,
  hiddenCount,
  isSelectable,
  isSelected,
  NO_CONTACTS,
  selectionBody,
  toggled,
  withExceptions,
  without,
  withoutExceptions,
} from '../../../../plugin-ui/contacts/contact-selection.ts';
import { sampleContact } from '../sample-contacts.ts';

const ANN = sampleContact({ id: '1' });
const BOB = sampleContact({ id: '2' });
const ACTIVE = { active: true };
const LARGE = { total: 4213, matchingBoth: 0 };
const NONE = { total: 0, matchingBoth: 0 };
const GONE = sampleContact({ id: '3', active: false });

describe('a selection', () => {
  it('is a list of ids while contacts are ticked one by one', () => {
    const both = toggled(toggled(NO_CONTACTS, ANN), BOB);
    expect(selectionBody(both)).toEqual({ ids: ['1', '2'] });
    expect(countOf(both)).toBe(2);
    expect(selectionBody(toggled(both, ANN))).toEqual({ ids: ['2'] });
    expect(headerState(both, ACTIVE, { total: 3, matchingBoth: 0 })).toBe('some');
    expect(headerState(both, ACTIVE, { total: 2, matchingBoth: 0 })).toBe('all');
  });

  it('is the filter and its exceptions after the header’s check box', () => {
    const all = allContacts({ active: true }, 4213);
    expect(countOf(all)).toBe(4213);
    expect(headerState(all, ACTIVE, LARGE)).toBe('all');
    const butAnn = toggled(all, ANN);
    expect(selectionBody(butAnn)).toEqual({ filter: { active: true }, except: ['1'] });
    expect([countOf(butAnn), headerState(butAnn, ACTIVE, LARGE)]).toEqual([4212, 'some']);
    expect([isSelected(butAnn, ANN), isSelected(butAnn, BOB)]).toEqual([false, true]);
    expect(headerState(toggled(butAnn, ANN), ACTIVE, LARGE)).toBe('all');
  });

  it('does not take in what is outside of "all that match"', () => {
    const all = allContacts({ active: true }, 2);
    expect(isSelectable(all, GONE)).toBe(false);
    expect(isSelected(all, GONE)).toBe(false);
    expect(toggled(all, GONE)).toBe(all);
  });

  it('counts the chosen contacts that the list hides', () => {
    const chosen = chosenContacts([ANN, GONE]);
    expect(hiddenCount(chosen, ACTIVE, 0)).toBe(1);
    expect(hiddenCount(chosen, {}, 0)).toBe(0);
  });

  it('loses only what the list shows when all of that is taken out', () => {
    const both = chosenContacts([ANN, GONE]);
    expect(both.kind === 'chosen' && selectionBody(without(both, ACTIVE))).toEqual({ ids: ['3'] });
  });

  it('shows all that are ticked as all under another filter, too, and takes out and in what that leaves', () => {
    const counts = { total: 2, matchingBoth: 2 };
    const all = allContacts({}, 3);
    if (all.kind !== 'all') throw new Error('not all');
    expect(headerState(all, ACTIVE, counts)).toBe('all');
    expect(headerState(toggled(all, ANN), ACTIVE, counts)).toBe('some');
    expect(headerState(toggled(all, GONE), ACTIVE, counts)).toBe('all');
    const gone = toggled(all, GONE);
    const none = gone.kind === 'all' ? withExceptions(gone, [ANN, BOB]) : NO_CONTACTS;
    expect(selectionBody(none)).toEqual({ filter: {}, except: ['3', '1', '2'] });
    expect(none.kind === 'all' && selectionBody(withoutExceptions(none, ACTIVE))).toEqual({
      filter: {},
      except: ['3'],
    });
  });

  it('is empty at first', () => {
    expect([countOf(NO_CONTACTS), headerState(NO_CONTACTS, ACTIVE, NONE)]).toEqual([0, 'none']);
    expect(headerState(allContacts({}, 0), {}, NONE)).toBe('none');
  });
});
