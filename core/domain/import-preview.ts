import type { Catalog } from './catalog.ts';
import { Fingerprint } from './fingerprint.ts';
import type { ContactId, DestinationId, PackageId } from './ids.ts';
import type { ImportEffect, PlannedImport } from './import-plan.ts';
import { REASON_CODES, type ReasonCode } from './reason.ts';
import type { ItemContact } from './run.ts';
import { userImage } from './same-user.ts';

/** So many contacts are named of each effect, and of each reason: enough to recognise them, whatever is selected. */
const MOST_NAMED = 10;

/** One of the contacts that an effect is for. */
export interface NamedPlan extends ItemContact {
  readonly contactId: ContactId;
  readonly effect: ImportEffect;
  /** Why it is blocked; null when it is not. */
  readonly reason: ReasonCode | null;
}

/** What an import would do, counted by effect. */
export interface ImportPreview {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly blocked: readonly { readonly code: ReasonCode; readonly count: number }[];
  /** Of those that would be created or updated. */
  readonly byDestination: ReadonlyMap<DestinationId, number>;
  readonly byPackage: ReadonlyMap<PackageId, number>;
  /** The first contacts of each effect and each reason, in the order of the plans. */
  readonly named: readonly NamedPlan[];
  /** What the packages of the users to create add up to, in GB; null when one of them is without limit. */
  readonly capacityGb: number | null;
  /** Stands for the whole plan: another plan has another one. */
  readonly fingerprint: string;
}

/** Adds plans up to a preview, one after another, so that none has to be kept. */
export class ImportSummary {
  readonly #counts = { create: 0, update: 0, unchanged: 0, blocked: 0 };
  readonly #blocked = new Map<ReasonCode, number>();
  readonly #byDestination = new Map<DestinationId, number>();
  readonly #byPackage = new Map<PackageId, number>();
  readonly #fingerprint = new Fingerprint();
  readonly #named = new Map<ImportEffect | ReasonCode, NamedPlan[]>();
  #capacityGb: number | null = 0;

  add(plan: PlannedImport, catalog: Catalog): void {
    this.#counts[plan.effect] += 1;
    this.#name(plan);
    const { id } = plan.entry.contact;
    if (plan.effect === 'blocked') {
      count(this.#blocked, plan.reason);
      this.#fingerprint.add([id, plan.effect, plan.reason]);
      return;
    }
    const { email, firstName, lastName, company, destinationId, packageId } = plan.target;
    // Who confirms a change has seen what it changes.
    const before = plan.effect === 'update' ? userImage(plan.user) : '';
    this.#fingerprint.add([id, plan.effect, email, firstName, lastName, company, destinationId, packageId, before]);
    if (plan.effect === 'unchanged') return;
    count(this.#byDestination, destinationId);
    count(this.#byPackage, packageId);
    if (plan.effect === 'create') this.#addCapacity(catalog.packages.get(packageId)?.storageLimitGb ?? null);
  }

  preview(): ImportPreview {
    const { create, update, unchanged, blocked } = this.#counts;
    return {
      create,
      update,
      unchanged,
      blocked: REASON_CODES.flatMap((code) => {
        const blocked = this.#blocked.get(code);
        return blocked === undefined ? [] : [{ code, count: blocked }];
      }),
      byDestination: this.#byDestination,
      byPackage: this.#byPackage,
      named: [...this.#named.values()].flat(),
      capacityGb: this.#capacityGb,
      fingerprint: [this.#fingerprint.value(), create, update, unchanged, blocked].join('.'),
    };
  }

  #name(plan: PlannedImport): void {
    const reason = plan.effect === 'blocked' ? plan.reason : null;
    const named = this.#named.get(reason ?? plan.effect) ?? [];
    if (named.length === MOST_NAMED) return;
    const { id: contactId, firstName, lastName, email, account } = plan.entry.contact;
    named.push({ contactId, firstName, lastName, email, account, effect: plan.effect, reason });
    this.#named.set(reason ?? plan.effect, named);
  }

  #addCapacity(limitGb: number | null): void {
    this.#capacityGb = this.#capacityGb === null || limitGb === null ? null : this.#capacityGb + limitGb;
  }
}

const EFFECTS = ['would be created', 'would be changed', 'would be left as they are', 'would be blocked'];

/** Says what has changed since a plan was previewed, as far as its fingerprint tells. */
export function planChange(fingerprint: string, preview: ImportPreview): string {
  const before = effectCounts(fingerprint);
  if (before.length !== EFFECTS.length || before.some(Number.isNaN)) {
    return 'The fingerprint is none that a preview gives; ask for a new preview. Nothing was imported.';
  }
  const now = effectCounts(preview.fingerprint);
  const changes = EFFECTS.flatMap((effect, index) => {
    const [counted, planned] = [now[index], before[index]];
    if (counted === planned) return [];
    return [`Now ${counted} instead of ${planned} ${planned === 1 ? 'contact' : 'contacts'} ${effect}.`];
  });
  const what = changes.length > 0 ? changes.join(' ') : 'Some contacts or users have other values now.';
  return `The import would no longer do what the preview showed. ${what} Nothing was imported.`;
}

function effectCounts(fingerprint: string): readonly number[] {
  return fingerprint.split('.').slice(1).map(Number);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
