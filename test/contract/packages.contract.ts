import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PackageId, type TenantId, tenantId } from '../../core/domain/ids.ts';
import type { Packages } from '../../core/ports/packages.ts';

/** A console without any package. */
export interface PackagesHarness {
  readonly packages: Packages;
  readonly probe: {
    add(
      tenant: TenantId,
      given: { readonly name: string; readonly limit: number; readonly enabled: boolean },
    ): Promise<PackageId>;
  };
  dispose(): Promise<void>;
}

const OURS = tenantId('provider-1');
const THEIRS = tenantId('provider-2');

/** What every {@link Packages} promises. */
export function packagesContract(name: string, open: () => Promise<PackagesHarness>): void {
  describe(`Packages: ${name}`, () => {
    let harness: PackagesHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.dispose());

    it('lists nothing when there is nothing', async () => {
      expect(await harness.packages.list(OURS)).toEqual([]);
    });

    it('lists packages with limit and whether they are enabled, disabled ones included', async () => {
      const small = await harness.probe.add(OURS, { name: 'Small', limit: 0.5, enabled: true });
      const old = await harness.probe.add(OURS, { name: 'Old', limit: 100, enabled: false });
      expect(await harness.packages.list(OURS)).toEqual([
        { id: old, name: 'Old', storageLimitGb: 100, enabled: false },
        { id: small, name: 'Small', storageLimitGb: 0.5, enabled: true },
      ]);
    });

    it('lists by name, as a person sorts', async () => {
      for (const label of ['1000 GB', 'server', '50 GB', 'Éclair', 'Server 2', 'eclipse']) {
        await harness.probe.add(OURS, { name: label, limit: 1, enabled: true });
      }
      const listed = await harness.packages.list(OURS);
      expect(listed.map((item) => item.name)).toEqual(['50 GB', '1000 GB', 'Éclair', 'eclipse', 'server', 'Server 2']);
    });

    it('lists what was added a moment ago, and never another provider’s', async () => {
      await harness.probe.add(THEIRS, { name: 'theirs', limit: 1, enabled: true });
      expect(await harness.packages.list(OURS)).toEqual([]);
      const id = await harness.probe.add(OURS, { name: '備份', limit: 1, enabled: true });
      expect((await harness.packages.list(OURS)).map((item) => item.id)).toEqual([id]);
    });
  });
}
