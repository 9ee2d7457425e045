import type { Catalog } from './catalog.ts';
import { Fingerprint } from './fingerprint.ts';
import type { DestinationId, PackageId } from './ids.ts';
import type { PlannedImport } from './import-plan.ts';
import { REASON_CODES, type ReasonCode } from './reason.ts';

/** What an import would do, counted by effect. */
export interface ImportPreview {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly blocked: readonly { readonly code: ReasonCode; readonly count: number }[];
  /** Of those that would be created or updated. */
  readonly byDestination: ReadonlyMap<DestinationId, number>;
  readonly byPackage: ReadonlyMap<PackageId, number>;
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
  #capacityGb: number | null = 0;

  add(plan: PlannedImport, catalog: Catalog): void {
    this.#counts[plan.effect] += 1;
    const { id } = plan.entry.contact;
    if (plan.effect === 'blocked') {
      count(this.#blocked, plan.reason);
      this.#fingerprint.add([id, plan.effect, plan.reason]);
      return;
    }
    const { email, firstName, lastName, company, destinationId, packageId } = plan.target;
    this.#fingerprint.add([id, plan.effect, email, firstName, lastName, company, destinationId, packageId]);
    if (plan.effect === 'unchanged') return;
    count(this.#byDestination, destinationId);
    count(this.#byPackage, packageId);
    if (plan.effect === 'create') this.#addCapacity(catalog.packages.get(packageId)?.storageLimitGb ?? null);
  }

  preview(): ImportPreview {
    const { create, update, unchanged } = this.#counts;
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
      capacityGb: this.#capacityGb,
      fingerprint: this.#fingerprint.value(),
    };
  }

  #addCapacity(limitGb: number | null): void {
    this.#capacityGb = this.#capacityGb === null || limitGb === null ? null : this.#capacityGb + limitGb;
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
