import { ENDED_STATES, type Run, type RunItem, tallyOf } from '../../core/domain/run.ts';
import type { ImportWorld } from './import-world.ts';

/** Says what is wrong with the numbers of runs that have all ended: each item ends once, and they add up. */
export async function checkImportRuns({ providers, runs, met }: ImportWorld): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const { key } of providers) {
    for (const run of await runs.recent(key.tenantId, 100)) {
      const { items } = await runs.items(key.tenantId, run.id, { limit: 500 });
      met.note(run.state);
      for (const { outcome, reason } of items) {
        if (outcome !== null) met.note(outcome);
        if (reason !== null) met.note(reason.code);
      }
      complaints.push(...wrong(run, items).map((what) => `${run.id} (${run.state}): ${what}`));
    }
  }
  return complaints;
}

function wrong(run: Run, items: readonly RunItem[]): readonly string[] {
  const outcomes = items.flatMap(({ outcome }) => outcome ?? []);
  const sum = Object.values(run.tally).reduce((total, count) => total + count, 0);
  const rules: readonly (readonly [string, boolean])[] = [
    ['it has not ended', ENDED_STATES.includes(run.state)],
    ['an item has no outcome', outcomes.length === items.length],
    ['a contact has two items', new Set(items.map(({ contactId }) => contactId)).size === items.length],
    ['it has lost items', items.length === run.total],
    ['its numbers do not add up', sum === run.total],
    ['its numbers are not its items', JSON.stringify(tallyOf(outcomes)) === JSON.stringify(run.tally)],
    ['it is done, but not all was attempted', run.state !== 'done' || run.tally.not_attempted === 0],
    [`it failed unforeseen: ${JSON.stringify(run.problem)}`, run.problem?.code !== 'internal'],
  ];
  return rules.filter(([, holds]) => !holds).map(([what]) => what);
}
