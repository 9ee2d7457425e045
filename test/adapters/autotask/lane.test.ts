import { describe, expect, it } from 'vitest';
import { AutotaskFailure } from '../../../adapters/autotask/autotask-failure.ts';
import { Lane, REST_MS } from '../../../adapters/autotask/lane.ts';
import { NEVER } from './opened-source.ts';

function open() {
  const rests: number[] = [];
  const lane = new Lane({
    atOnce: 3,
    async pause(ms) {
      rests.push(ms);
    },
  });
  const refused = () =>
    lane.attempt(async () => {
      throw new AutotaskFailure('thread_limit');
    });
  return {
    lane,
    rests,
    refuse: () => expect(refused()).rejects.toHaveProperty('kind', 'thread_limit'),
    /** How many of 8 calls are out at once. */
    async width() {
      let [out, most] = [0, 0];
      const call = async () => {
        out += 1;
        most = Math.max(most, out);
        await new Promise((resolve) => setImmediate(resolve));
        out -= 1;
      };
      await Promise.all(Array.from({ length: 8 }, () => lane.run(call, NEVER)));
      return most;
    },
  };
}

describe('Lane', () => {
  it('lets three calls out at once, and their places rest', async () => {
    const { rests, width } = open();
    expect(await width()).toBe(3);
    expect(rests.slice(0, 5)).toEqual(Array(5).fill(REST_MS.usual));
  });

  it('rests longer after a refusal, and gets narrower when it recurs, down to one', async () => {
    const { rests, refuse, width } = open();
    const widths: number[] = [];
    for (let refusals = 0; refusals < 5; refusals += 1) {
      await refuse();
      widths.push(await width());
    }
    expect(widths).toEqual([3, 2, 1, 1, 1]);
    expect(new Set(rests)).toEqual(new Set([REST_MS.long]));
  });

  it('takes refusals of calls that were out together for one', async () => {
    const { lane, width } = open();
    const together = Array.from({ length: 3 }, () =>
      lane.attempt(async () => {
        throw new AutotaskFailure('thread_limit');
      }),
    );
    await Promise.allSettled(together);
    expect(await width()).toBe(3);
  });

  it('takes another failure for no refusal', async () => {
    const { lane, rests, width } = open();
    await expect(lane.attempt(() => Promise.reject(new AutotaskFailure('down')))).rejects.toThrow('down');
    await width();
    expect(rests[0]).toBe(REST_MS.usual);
  });

  it('takes back one step after a hundred calls that went well', async () => {
    const { lane, refuse, width } = open();
    await refuse();
    await refuse();
    for (let calls = 0; calls < 99; calls += 1) await lane.attempt(async () => calls);
    expect(await width()).toBe(2);
    await lane.attempt(async () => 'the hundredth');
    expect(await width()).toBe(3);
  });

  it('ends a waiting call with the reason of its signal', async () => {
    const { lane } = open();
    const reason = new Error('cancelled');
    const controller = new AbortController();
    const never = Array.from({ length: 3 }, () => lane.run(() => new Promise(() => undefined), NEVER));
    const waiting = lane.run(async () => 'out', controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(never).toHaveLength(3);
  });
});
