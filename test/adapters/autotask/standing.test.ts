import { describe, expect, it } from 'vitest';
import { AutotaskFailure } from '../../../adapters/autotask/autotask-failure.ts';
import { Standing } from '../../../adapters/autotask/standing.ts';
import { NEVER } from './opened-source.ts';

const refusal = new AutotaskFailure('sign_in_refused');
const soon = async (promise: Promise<unknown>) => {
  let state = 'waits';
  promise.then(
    () => {
      state = 'enters';
    },
    (error: unknown) => {
      state = error instanceof AutotaskFailure ? error.kind : 'stops';
    },
  );
  await new Promise((resolve) => setImmediate(resolve));
  return () => state;
};
const proven = async () => {
  const standing = new Standing();
  const pass = await standing.enter(NEVER);
  pass.accepted();
  pass.leave();
  return standing;
};

describe('Standing', () => {
  it('untried lets one call out alone, and the next when it has ended', async () => {
    const standing = new Standing();
    const first = await standing.enter(NEVER);
    const second = standing.enter(NEVER);
    const third = standing.enter(NEVER);
    const [secondState, thirdState] = [await soon(second), await soon(third)];
    expect([secondState(), thirdState()]).toEqual(['waits', 'waits']);
    first.leave();
    (await second).accepted();
    expect(thirdState()).toBe('waits');
    (await second).leave();
    await third;
  });

  it('proven lets every call out', async () => {
    const standing = await proven();
    await Promise.all([standing.enter(NEVER), standing.enter(NEVER), standing.enter(NEVER)]);
  });

  it('doubted lets nothing out while the zone is asked for', async () => {
    const standing = await proven();
    let answer: (hasMoved: boolean) => void = () => {};
    const doubt = standing.doubt(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      refusal,
    );
    const state = await soon(standing.enter(NEVER));
    expect(state()).toBe('waits');
    answer(true);
    await doubt;
    await new Promise((resolve) => setImmediate(resolve));
    expect(state()).toBe('enters');
  });

  it('is untried again when the zone has moved', async () => {
    const standing = await proven();
    await standing.doubt(async () => true, refusal);
    await standing.enter(NEVER);
    expect((await soon(standing.enter(NEVER)))()).toBe('waits');
  });

  it('is refused when the zone has not moved, and for all who doubt with it', async () => {
    const standing = await proven();
    let lookUps = 0;
    const ask = async () => {
      lookUps += 1;
      return false;
    };
    const doubts = await Promise.allSettled([standing.doubt(ask, refusal), standing.doubt(ask, refusal)]);
    expect(doubts).toEqual(Array(2).fill({ status: 'rejected', reason: refusal }));
    expect(lookUps).toBe(1);
    await expect(standing.enter(NEVER)).rejects.toBe(refusal);
    await expect(standing.doubt(ask, refusal)).rejects.toBe(refusal);
    expect(lookUps).toBe(1);
  });

  it('is refused when the zone can not be asked for, with the better reason of the two', async () => {
    for (const [thrown, expected] of [
      [new AutotaskFailure('unreachable'), 'sign_in_refused'],
      [new AutotaskFailure('username_unknown'), 'username_unknown'],
      [new Error('cancelled'), 'sign_in_refused'],
    ] as const) {
      const standing = await proven();
      await expect(standing.doubt(() => Promise.reject(thrown), refusal)).rejects.toHaveProperty('kind', expected);
      expect((await soon(standing.enter(NEVER)))()).toBe(expected);
    }
  });

  it('refused ends those who wait, and lets one out after it was reopened', async () => {
    const standing = new Standing();
    const first = await standing.enter(NEVER);
    const waiting = await soon(standing.enter(NEVER));
    standing.refuse(refusal);
    first.leave();
    await new Promise((resolve) => setImmediate(resolve));
    expect(waiting()).toBe('sign_in_refused');
    standing.reopen();
    await standing.enter(NEVER);
    expect((await soon(standing.enter(NEVER)))()).toBe('waits');
  });

  it('proven, then refused and reopened, is untried', async () => {
    const standing = await proven();
    standing.refuse(refusal);
    standing.reopen();
    await standing.enter(NEVER);
    expect((await soon(standing.enter(NEVER)))()).toBe('waits');
  });

  it('lets no call out whose signal is aborted', async () => {
    const reason = new Error('cancelled');
    await expect(new Standing().enter(AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('lets a waiting call go when its signal is aborted, and no other', async () => {
    const standing = new Standing();
    const first = await standing.enter(NEVER);
    const controller = new AbortController();
    const aborted = await soon(standing.enter(controller.signal));
    const patient = await soon(standing.enter(NEVER));
    controller.abort(new Error('cancelled'));
    await new Promise((resolve) => setImmediate(resolve));
    expect([aborted(), patient()]).toEqual(['stops', 'waits']);
    first.leave();
    await new Promise((resolve) => setImmediate(resolve));
    expect(patient()).toBe('enters');
  });
});
