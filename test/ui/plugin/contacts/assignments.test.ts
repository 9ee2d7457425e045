import { describe, expect, it } from 'vitest';
import { type AssignmentChange, Assignments } from '../../../../plugin-ui/contacts/assignments.ts';
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
});
