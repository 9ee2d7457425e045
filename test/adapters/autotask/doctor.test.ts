import { describe, expect, it } from 'vitest';
import { AutotaskFailure, type FailureKind } from '../../../adapters/autotask/autotask-failure.ts';
import { doctor } from '../../../adapters/autotask/doctor.ts';
import { checkError, portError } from '../../../adapters/autotask/port-error.ts';
import { isPluginError } from '../../../core/ports/errors.ts';
import { NEVER } from './opened-source.ts';

const kinds = Object.keys(doctor) as FailureKind[];

describe('the doctor', () => {
  it.each(kinds)('has a sentence and a remedy for %s, in the words of the page', (kind) => {
    const { text, remedy } = doctor[kind];
    for (const words of [text('contacts'), remedy]) expect(words).toMatch(/^[A-Z].*\.$/);
    expect(`${text('contacts')} ${remedy}`).not.toMatch(/ {2}|undefined|e-mail/);
  });

  it.each(kinds)('turns %s into an error of the port that keeps its cause', (kind) => {
    const failure = new AutotaskFailure(kind, { about: 'contacts' });
    const error = portError(failure, NEVER);
    expect(isPluginError(error) && error.code).toMatch(/^source_/);
    expect(error).toHaveProperty('cause', failure);
  });

  it('calls nothing incomplete in a check, which reads no rows', () => {
    const codes = kinds.map((kind) => checkError(new AutotaskFailure(kind), NEVER));
    expect(codes.every((error) => isPluginError(error) && error.code !== 'source_incomplete')).toBe(true);
  });

  it('gives the reason of an aborted signal before anything else', () => {
    const reason = new Error('cancelled');
    expect(portError(new AutotaskFailure('down'), AbortSignal.abort(reason))).toBe(reason);
    expect(checkError(new AutotaskFailure('down'), AbortSignal.abort(reason))).toBe(reason);
  });

  it('leaves an unforeseen error as it is', () => {
    const bug = new TypeError('bug');
    expect(portError(bug, NEVER)).toBe(bug);
    expect(checkError(bug, NEVER)).toBe(bug);
  });
});
