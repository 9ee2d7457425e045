import type { Connection } from '../domain/connection.ts';
import type { RunProblem } from '../domain/run.ts';

/** Why a refresh waits for a person: what it found, and what that probably means. */
export function tooShort(before: number, after: number, connection: Connection | undefined): RunProblem {
  const sent = after === 0 ? 'no contacts' : `only ${after} contact${after === 1 ? '' : 's'}`;
  return {
    code: 'refresh_held',
    text: `Autotask showed ${sent}, but the list has ${before}.`,
    remedy: `${probableCause(connection)} Release the new list to take over what Autotask shows, or drop it to keep the old one.`,
  };
}

/** What a first refresh says that finds nothing. */
export function nothingThere(connection: Connection | undefined): RunProblem {
  return {
    code: 'source_empty',
    text: connection?.problem?.text ?? 'Autotask shows the API user no contacts.',
    remedy:
      connection?.problem?.remedy ??
      'If there are contacts in Autotask, check what the security level of the API user may view under CRM.',
  };
}

function probableCause(connection: Connection | undefined): string {
  if (connection?.problem) return `${connection.problem.text} ${connection.problem.remedy}`;
  return (
    'Most likely the API user was given fewer rights in Autotask, or many contacts were deleted there. ' +
    'Check the security level of the API user under CRM.'
  );
}
