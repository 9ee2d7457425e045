import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putIntoAddress, viewInAddress } from '../../../../plugin-ui/contacts/list-address.ts';

const ADDRESS = location.href;
const VIEW = {
  filter: { q: 'ann lee', status: 'modified', account: '10', problem: 'any', needsWork: true },
  order: '-email',
} as const;

function open(search: string): void {
  history.replaceState({ host: 1 }, '', `${location.pathname}${search}#part`);
}

describe('the address of the list', () => {
  beforeEach(() => open('?tab=2'));
  afterEach(() => history.replaceState(null, '', ADDRESS));

  it('opens with the active contacts by last name', () => {
    expect(viewInAddress()).toEqual({ filter: { active: true }, order: 'lastName' });
  });

  it('gives back the view that was put into it', () => {
    putIntoAddress(VIEW);
    expect(location.search).toBe(
      '?tab=2&q=ann+lee&status=modified&account=10&problem=any&work=true&active=all&sort=-email',
    );
    expect(viewInAddress()).toEqual(VIEW);
  });

  it.each(['destination', '-package'] as const)('gives back the order %s', (order) => {
    putIntoAddress({ filter: { active: true }, order });
    expect(location.search).toBe(`?tab=2&sort=${order}`);
    expect(viewInAddress().order).toBe(order);
  });

  it('leaves what is the host’s alone', () => {
    putIntoAddress(VIEW);
    putIntoAddress({ filter: { active: true }, order: 'lastName' });
    expect([location.search, location.hash]).toEqual(['?tab=2', '#part']);
    expect(history.state).toEqual({ host: 1 });
  });

  it('passes over what it can’t mean', () => {
    open('?status=deleted&problem=toString&sort=salary&work=1&active=no&q=+');
    expect(viewInAddress()).toEqual({ filter: { active: true }, order: 'lastName' });
  });

  it.each(['%00', 'a%0Ab', '1'.repeat(101)])('passes over %s, which can be the id of no account', (account) => {
    open(`?status=equal&account=${account}`);
    expect(viewInAddress().filter).toEqual({ active: true, status: 'equal' });
  });
});
