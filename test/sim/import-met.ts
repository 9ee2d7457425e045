import { OUTCOMES } from '../../core/domain/run.ts';

const MOMENTS = ['before', 'after'] as const;
const TROUBLES = ['slow', 'error', 'crash', 'freeze'] as const;
const STATES = ['done', 'failed', 'cancelled', 'held'] as const;
const CALLS = [
  'runs.claim',
  'runs.renew',
  'runs.findByKey',
  'runs.createImport',
  'runs.openItems',
  'runs.recordIntents',
  'runs.recordOutcomes',
  'runs.finish',
  'users.findByEmails',
  'users.saveMany',
  'contactBook.selectedBatches',
  'contactBook.withEmails',
  'contactBook.saveDerivations',
  'contactBook.linked',
  'storageDestinations.list',
  'packages.list',
  'activityLog.record',
] as const;
const REASONS = [
  'email_missing',
  'email_invalid',
  'email_shared',
  'email_taken_elsewhere',
  'destination_required',
  'package_required',
  'package_disabled',
  'account_missing',
  'account_out_of_scope',
  'contact_gone',
  'contact_inactive',
  'user_changed_meanwhile',
  'console_refused',
  'outcome_unknown',
  'not_attempted',
] as const;
const REFUSALS = ['plan_changed', 'nothing_to_retry'] as const;

/** Every trouble at every call to a port. */
export const PORT_TROUBLES: readonly string[] = TROUBLES.flatMap((trouble) =>
  MOMENTS.flatMap((moment) => CALLS.map((call) => `${trouble} ${moment} ${call}`)),
);

/** Every end, outcome and reason, and that people come in between. */
export const WHATEVER_BECOMES: readonly string[] = [
  'users meddled with',
  ...STATES,
  ...OUTCOMES,
  ...REASONS,
  ...REFUSALS,
];

/** Collects what imports have met, because stories in which nothing happens would pass. */
export class ImportMet {
  readonly #met = new Set<string>();
  readonly #wanted: readonly string[];

  /** @param wanted - what the stories are to be about */
  constructor(wanted: readonly string[]) {
    this.#wanted = wanted;
  }

  note(what: string): void {
    this.#met.add(what);
  }

  /** What has not been met of what is wanted. */
  get missing(): readonly string[] {
    return this.#wanted.filter((name) => !this.#met.has(name));
  }
}
