import { expect, it } from 'vitest';
import { timerScheduler } from '../../../adapters/jobs/timer-scheduler.ts';

it('runs a task later, unless it is called off', async () => {
  const ran: string[] = [];
  const callOff = timerScheduler.after(0, () => ran.push('called off'));
  callOff();
  await new Promise<void>((resolve) => {
    timerScheduler.after(0, () => {
      ran.push('planned');
      resolve();
    });
    expect(ran).toEqual([]);
  });
  expect(ran).toEqual(['planned']);
});
