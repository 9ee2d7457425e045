import type { PracticeState } from '../practice-state.ts';
import type { AccountValues } from './practice-control.ts';

export function addAccount({ database, now }: PracticeState, values: AccountValues): string {
  const { displayName, type, destinations = [] } = values;
  if (type === 'FS' && destinations.length !== 1) throw new Error('A file share has exactly one destination');
  const id = database.newId();
  database.accounts.set(id, {
    id,
    displayName,
    type,
    createdAt: new Date(now()).toISOString().replace('Z', ''),
    destinations: destinations.map((name) => ({ id: database.newId(), name, displayName })),
  });
  return id;
}
