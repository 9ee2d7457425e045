import { jsonAnswer } from '../../practice-server/answer.ts';
import type { BackupPackage } from '../data/backup-package.ts';
import type { PracticeState } from '../practice-state.ts';
import type { SentObject } from '../sent/sent-object.ts';
import { type Answer, nothingAnswer } from '../server/answer.ts';
import { wirePackage } from '../wire/wire-package.ts';
import { askedNumber } from './asked-id.ts';
import { Refused } from './refused.ts';
import type { Asked, Route } from './route.ts';

export const packageRoutes: readonly Route[] = [
  { method: 'GET', route: 'Packages', answer: listPackages },
  { method: 'GET', route: 'Packages/{id}', answer: onePackage },
  { method: 'POST', route: 'Packages', answer: createPackage },
  { method: 'PUT', route: 'Packages', answer: changePackage },
  { method: 'DELETE', route: 'Packages/{id}', answer: deletePackage },
];

function listPackages(state: PracticeState): Answer {
  const packages = [...state.database.packages.values()];
  return jsonAnswer(
    200,
    packages.map((each) => wirePackage(state, each)),
  );
}

function onePackage(state: PracticeState, { call }: Asked): Answer {
  const found = state.database.packages.get(askedNumber(call));
  return jsonAnswer(200, found === undefined ? null : wirePackage(state, found));
}

function createPackage({ database }: PracticeState, { sent }: Asked): Answer {
  const id = database.newPackageId();
  database.packages.set(id, { ...sentFields(sent), id, isEnabled: true });
  return jsonAnswer(200, id);
}

/** Needs `ID` and `Enabled` beside what a new one needs (mbs.md §3.3, documented). */
function changePackage({ database, switches }: PracticeState, { sent }: Asked): Answer {
  const id = sent.number('ID');
  const isEnabled = sent.flag('Enabled');
  if (id === undefined || isEnabled === undefined) throw new Refused('The request is invalid.');
  if (!database.packages.has(id)) throw new Refused('Package not found.');
  database.packages.set(id, { ...sentFields(sent), id, isEnabled });
  return nothingAnswer(switches);
}

function deletePackage({ database, switches }: PracticeState, { call }: Asked): Answer {
  if (!database.packages.delete(askedNumber(call))) throw new Refused('Package not found.');
  return nothingAnswer(switches);
}

/** What is left out is blanked (mbs.md §3.3, inferred: "possibly replace"). */
function sentFields(sent: SentObject): Omit<BackupPackage, 'id' | 'isEnabled'> {
  const name = sent.text('Name') ?? '';
  if (name.trim() === '') throw new Refused('The request is invalid.');
  return {
    name,
    description: sent.text('Description') ?? '',
    storageLimitGb: sent.number('StorageLimit') ?? 0,
    usesRestoreLimit: sent.flag('UseRestoreLimit') ?? false,
    restoreLimitGb: sent.number('RestoreLimit') ?? -1,
    isGlacierRestoreLimit: sent.flag('isGlacierRestoreLimit') ?? false,
    glacierRestoreType: sent.number('GlacierRestoreType') ?? 0,
    cost: sent.number('Cost') ?? 0,
  };
}
