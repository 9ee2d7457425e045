import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Patience } from '../../../../plugin-ui/api/patience.ts';

function later(): { readonly answer: Promise<string>; readonly give: () => void; readonly refuse: () => void } {
  let give = (): void => undefined;
  let refuse = (): void => undefined;
  const answer = new Promise<string>((resolve, reject) => {
    give = () => resolve('answer');
    refuse = () => reject(new Error('refused'));
  });
  return { answer, give, refuse };
}

describe('Patience', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is tried while an answer is late, and passes it on', async () => {
    const heard: boolean[] = [];
    const patience: Patience = new Patience(() => heard.push(patience.isTried));
    const slow = later();
    const waited = patience.wait(slow.answer);
    vi.advanceTimersByTime(3_999);
    expect(patience.isTried).toBe(false);
    vi.advanceTimersByTime(1);
    expect(patience.isTried).toBe(true);
    slow.give();
    expect(await waited).toBe('answer');
    expect(heard).toEqual([true, false]);
  });

  it('is tried until the last of several late answers is there, refusals included', async () => {
    const patience = new Patience(() => undefined);
    const [one, other] = [later(), later()];
    const waits = [patience.wait(one.answer), patience.wait(other.answer)];
    vi.advanceTimersByTime(4_000);
    one.refuse();
    await expect(waits[0]).rejects.toThrow('refused');
    expect(patience.isTried).toBe(true);
    other.give();
    await waits[1];
    expect(patience.isTried).toBe(false);
  });

  it('says nothing of what is answered in time', async () => {
    const changed = vi.fn();
    await new Patience(changed).wait(Promise.resolve('answer'));
    vi.advanceTimersByTime(60_000);
    expect(changed).not.toHaveBeenCalled();
  });
});
