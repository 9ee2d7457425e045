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

/** What any stories are about: every trouble has come to every call, and every end, outcome and reason has come about. */
const ALL_THERE_IS: readonly string[] = [
  ...TROUBLES.flatMap((trouble) => MOMENTS.flatMap((moment) => CALLS.map((call) => `${trouble} ${moment} ${call}`))),
  'users meddled with',
  ...STATES,
  ...OUTCOMES,
  ...REASONS,
  ...REFUSALS,
];

/** Collects what imports have met, because stories in which nothing happens would pass. */
export class ImportMet {
  readonly #met = new Set<string>();
  readonly #particular: readonly string[];

  /** @param particular - what stories of their kind are about beside that */
  constructor(particular: readonly string[]) {
    this.#particular = particular;
  }

  note(what: string): void {
    this.#met.add(what);
  }

  /** What of all there is has not been met. */
  get missing(): readonly string[] {
    return [...ALL_THERE_IS, ...this.#particular].filter((name) => !this.#met.has(name));
  }
}
