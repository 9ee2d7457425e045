import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
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
} from '../../../../plugin-ui/contacts/contact-selection.ts';
import { sampleContact } from '../sample-contacts.ts';

const ANN = sampleContact({ id: '1' });
const BOB = sampleContact({ id: '2' });
const GONE = sampleContact({ id: '3', active: false });

describe('a selection', () => {
  it('is a list of ids while contacts are ticked one by one', () => {
    const both = toggled(toggled(NO_CONTACTS, ANN), BOB);
    expect(selectionBody(both)).to.deep.equal({ ids: ['1', '2'] });
    expect(countOf(both)).to.equal(2);
    expect(selectionBody(toggled(both, ANN))).to.deep.equal({ ids: ['2'] });
    expect(headerState(both)).to.equal('some');
  });

  it('is the filter and its exceptions after the header’s check box', () => {
    const all = allContacts({ active: true }, 4213);
    expect(countOf(all)).to.equal(4213);
    expect(headerState(all)).to.equal('all');
    const butAnn = toggled(all, ANN);
    expect(selectionBody(butAnn)).to.deep.equal({ filter: { active: true }, except: ['1'] });
    expect([countOf(butAnn), headerState(butAnn)]).to.deep.equal([4212, 'some']);
    expect([isSelected(butAnn, ANN), isSelected(butAnn, BOB)]).to.deep.equal([false, true]);
    expect(headerState(toggled(butAnn, ANN))).to.equal('all');
  });

  it('does not take in what is outside of "all that match"', () => {
    const all = allContacts({ active: true }, 2);
    expect(isSelectable(all, GONE)).to.equal(false);
    expect(isSelected(all, GONE)).to.equal(false);
    expect(toggled(all, GONE)).to.equal(all);
  });

  it('counts the chosen contacts that the list hides', () => {
    const chosen = chosenContacts([ANN, GONE]);
    expect(hiddenCount(chosen, { active: true })).to.equal(1);
    expect(hiddenCount(chosen, {})).to.equal(0);
  });

  it('is empty at first', () => {
    expect([countOf(NO_CONTACTS), headerState(NO_CONTACTS)]).to.deep.equal([0, 'none']);
    expect(headerState(allContacts({}, 0))).to.equal('none');
  });
});
