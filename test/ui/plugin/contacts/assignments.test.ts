import { describe, expect, it } from 'vitest';
import { type AssignmentChange, Assignments } from '../../../../plugin-ui/contacts/assignments.ts';
import { eventually } from '../eventually.ts';
import { sampleProblem } from '../fake-plugin-api.ts';
import { sampleContact } from '../sample-contacts.ts';

const ANN = sampleContact();

/** Saves that answer when they are told to, in the order they were sent. */
function slowSaves() {
  const sent: { change: AssignmentChange; answer: (error?: Error) => void }[] = [];
  const assignments = new Assignments(
    (_id, change) =>
      new Promise((resolve, reject) => {
        sent.push({ change, answer: (error) => (error === undefined ? resolve(null) : reject(error)) });
      }),
  );
  return { assignments, sent };
}

describe('Assignments', () => {
  it('shows a choice at once, and keeps it until a list read after it was saved arrives', async () => {
    const { assignments, sent } = slowSaves();
    const old = assignments.beginRead();
    const saved = assignments.assign('1', { destinationId: 'd1' });
    expect(assignments.shown(ANN).destinationId).toBe('d1');
    await Promise.resolve();
    sent[0]!.answer();
    expect(await saved).toBe(null);
    assignments.arrived([ANN], old);
    expect(assignments.shown(ANN).destinationId).toBe('d1');
    assignments.arrived([ANN], assignments.beginRead());
    expect(assignments.shown(ANN).destinationId).toBe(null);
  });

  it('takes back a choice that was refused, and says why at the contact', async () => {
    const { assignments, sent } = slowSaves();
    const problem = sampleProblem();
    const saved = assignments.assign('1', { packageId: 'p1' });
    await Promise.resolve();
    sent[0]!.answer(problem);
    expect(await saved).toBe(problem);
    expect(assignments.shown(ANN).packageId).toBe(null);
    expect(assignments.problemAt('1')).toBe(problem);
    void assignments.assign('1', { packageId: 'p2' });
    expect(assignments.problemAt('1')).toBe(null);
  });

  it('saves choices for one contact one after another, the last one last', async () => {
    const { assignments, sent } = slowSaves();
    void assignments.assign('1', { destinationId: 'd1' });
    const second = assignments.assign('1', { destinationId: 'd2' });
    await Promise.resolve();
    expect(sent.map(({ change }) => change)).toEqual([{ destinationId: 'd1' }]);
    sent[0]!.answer();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(sent.map(({ change }) => change)).toEqual([{ destinationId: 'd1' }, { destinationId: 'd2' }]);
    expect(assignments.shown(ANN).destinationId).toBe('d2');
    sent[1]!.answer();
    expect(await second).toBe(null);
  });

  it('keeps a later choice of another field when an earlier one is refused', async () => {
    const { assignments, sent } = slowSaves();
    const first = assignments.assign('1', { destinationId: 'd1' });
    void assignments.assign('1', { packageId: 'p1' });
    await Promise.resolve();
    sent[0]!.answer(sampleProblem());
    await first;
    expect(assignments.shown(ANN)).toMatchObject({ destinationId: null, packageId: 'p1' });
  });

  it('saves a choice for many after those made before, and before those that come later', async () => {
    const { assignments, sent } = slowSaves();
    const order: string[] = [];
    const before = assignments.assign('1', { packageId: 'p1' }).then(() => order.push('before'));
    const many = assignments.assignMany(async () => {
      order.push('many');
      return { updated: 2 };
    });
    const after = assignments.assign('2', { packageId: 'p2' }).then(() => order.push('after'));
    await Promise.resolve();
    await Promise.resolve();
    expect(sent).toHaveLength(1);
    sent[0]!.answer();
    expect(await many).toEqual({ updated: 2 });
    await eventually(() => sent.length === 2);
    sent[1]!.answer();
    await Promise.all([before, after]);
    expect(order).toEqual(['before', 'many', 'after']);
  });

  it('goes on after a choice for many was refused', async () => {
    const assignments = new Assignments(() => Promise.resolve());
    const problem = sampleProblem();
    await expect(assignments.assignMany(() => Promise.reject(problem))).rejects.toBe(problem);
    expect(await assignments.assign('1', { packageId: 'p1' })).toBe(null);
  });

  it('no longer says in a row what was refused before all were given another choice', async () => {
    const assignments = new Assignments(() => Promise.reject(sampleProblem()));
    await assignments.assign('1', { packageId: 'p1' });
    expect(assignments.problemAt('1')).not.toBe(null);
    await assignments.assignMany(() => Promise.resolve());
    expect(assignments.problemAt('1')).toBe(null);
  });
});
