import { describe, expect, it } from 'vitest';
import { openMbs } from './opened-mbs.ts';
import { json } from './recorded-mbs.ts';

describe('editing a user over the MBS API', () => {
  it('loses no change when two people edit the user at once', async () => {
    const { recorded, mbs, saved } = await openMbs();
    const { id, email } = await saved();
    const before = recorded.calls.length;
    const results = await Promise.all([
      mbs.editing.edit(id, { firstName: 'Augusta' }),
      mbs.editing.edit(id, { lastName: 'King' }),
    ]);
    expect(results).toMatchObject([
      { kind: 'changed', user: { firstName: 'Augusta' } },
      { kind: 'changed', user: { firstName: 'Augusta', lastName: 'King' } },
    ]);
    expect(recorded.ours.user(email)).toMatchObject({ FirstName: 'Augusta', LastName: 'King' });
    const turn = ['GET Users', 'PUT Users', 'GET Users'];
    expect(recorded.calls.slice(before)).toEqual([...turn, ...turn]);
  });

  it('is seen by who looks next, though somebody looked just before', async () => {
    const { mbs, saved, found } = await openMbs();
    const { id, email } = await saved();
    expect(await found(email)).toMatchObject({ lastName: 'Lovelace' });
    await mbs.editing.edit(id, { lastName: 'King' });
    expect(await found(email)).toMatchObject({ lastName: 'King' });
  });
  it('is seen by who looks next, though somebody looked while it was under way', async () => {
    const { recorded, mbs, clock, saved, found } = await openMbs();
    const { id, email } = await saved();
    await clock.advance(60_000);
    recorded.replace(/GET \/api\/Users$/, json([{ ...recorded.ours.user(email) }]), 1);
    let meanwhile: Promise<unknown> = Promise.resolve();
    recorded.replace(/PUT \/api\/Users/, () => {
      meanwhile = found(email);
      return null;
    });
    await mbs.editing.edit(id, { lastName: 'King' });
    expect(await meanwhile).toMatchObject({ lastName: 'Lovelace' });
    expect(await found(email)).toMatchObject({ lastName: 'King' });
  });
});
