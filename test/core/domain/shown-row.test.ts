import { describe, expect, it } from 'vitest';
import { emailKey } from '../../../core/domain/email.ts';
import { emailGroupOf } from '../../../core/domain/email-group.ts';
import { destinationId } from '../../../core/domain/ids.ts';
import { deriveGroup } from '../../../core/domain/integration-status.ts';
import type { ManagedUser } from '../../../core/domain/managed-user.ts';
import { isUserHidden, ofUser, problemOfHidden, shownAssignment } from '../../../core/domain/shown-row.ts';
import { aCatalog, anAssignment, anEntry, aUser } from '../../support/builders.ts';

const NOTHING = { destinationId: null, packageId: null };

function ofUserWith(entry: ReturnType<typeof anEntry>, user: ManagedUser | null) {
  const key = emailKey(entry.contact.email);
  const group = emailGroupOf(key, [entry], new Map(user === null ? [] : [[key, user]]));
  return ofUser(deriveGroup(group, aCatalog())[0]!);
}

describe('ofUser', () => {
  it('shows the user’s own destination and package where nothing is chosen', () => {
    const own = { destinationId: 'destination-1', packageId: 'package-1' };
    expect(ofUserWith(anEntry({ assignment: NOTHING }), aUser()).shown).toEqual(own);
    expect(ofUserWith(anEntry({ assignment: NOTHING }), null).shown).toEqual(NOTHING);
    const chosen = anAssignment({ destinationId: destinationId('destination-2') });
    expect(ofUserWith(anEntry({ assignment: chosen }), aUser()).shown).toEqual(chosen);
  });

  it('names the user’s company only when it is another than the account', () => {
    const { account } = anEntry().contact;
    for (const [company, expected] of [
      [account, null],
      [` ${account}  `, null],
      ['', null],
      [' Elsewhere  AG ', 'Elsewhere AG'],
      [account.toUpperCase(), account.toUpperCase()],
    ] as const) {
      expect([company, ofUserWith(anEntry(), aUser({ company })).userCompany]).toEqual([company, expected]);
    }
    expect(ofUserWith(anEntry(), null).userCompany).toBeNull();
  });
});

describe('a user out of scope', () => {
  const ofTheUser = ofUserWith(anEntry({ assignment: NOTHING }), aUser({ company: 'Elsewhere AG' }));

  it('is hidden, and so is what it has', () => {
    for (const [accounts, isHidden] of [
      ['all', false],
      [['Elsewhere AG'], false],
      [['Analytical Engines'], true],
      [[], true],
    ] as const) {
      expect([accounts, isUserHidden(ofTheUser, accounts)]).toEqual([accounts, isHidden]);
      expect(shownAssignment(NOTHING, ofTheUser, accounts)).toEqual(isHidden ? NOTHING : ofTheUser.shown);
    }
    expect(isUserHidden({ userCompany: null }, [])).toBe(false);
  });

  it('is the problem, unless another one comes first', () => {
    expect(problemOfHidden(null)).toBe('account_out_of_scope');
    expect(problemOfHidden('contact_inactive')).toBe('account_out_of_scope');
    expect(problemOfHidden('package_gone')).toBe('package_gone');
  });
});
