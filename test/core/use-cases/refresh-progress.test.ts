import { describe, expect, it } from 'vitest';
import { RefreshProgress } from '../../../core/use-cases/refresh-progress.ts';

function watched() {
  const time = { at: 0 };
  const said: object[] = [];
  const progress = new RefreshProgress({ now: () => new Date(time.at) }, (state) => {
    said.push(state);
    return Promise.resolve();
  });
  return { time, said, progress };
}

describe('RefreshProgress', () => {
  it('says at once how many are expected, and at the end how many have come', async () => {
    const { said, progress } = watched();
    await progress.expect(700);
    await progress.add(500);
    await progress.add(200);
    await progress.end(698);
    expect(said).toEqual([
      { total: 700, done: 0 },
      { total: 698, done: 698 },
    ]);
  });

  it('says five times a second at most how many have come so far', async () => {
    const { time, said, progress } = watched();
    await progress.expect(100);
    for (time.at = 50; time.at <= 450; time.at += 50) await progress.add(10);
    expect(said).toEqual([
      { total: 100, done: 0 },
      { total: 100, done: 40 },
      { total: 100, done: 80 },
    ]);
  });

  it('never counts more than it expects', async () => {
    const { time, said, progress } = watched();
    await progress.expect(1);
    time.at = 1000;
    await progress.add(3);
    expect(said.at(-1)).toEqual({ total: 3, done: 3 });
  });
});
