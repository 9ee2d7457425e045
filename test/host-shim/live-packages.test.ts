import { describe, expect, it } from 'vitest';
import type { PackageView } from '../../core/contract/index.ts';
import { LiveDesk } from './live-desk.ts';

interface Body {
  readonly code: string;
  readonly detail: string;
  readonly items: readonly { readonly id: string; readonly enabled: boolean }[];
}

/** A console at live Managed Backup, whose package with a cost and a restore limit is switched. */
async function openPackages() {
  const desk = await LiveDesk.open({});
  const { control } = desk.mbs;
  const priced = control.packages().find(({ cost, isEnabled }) => cost > 0 && isEnabled)!;
  const present = () => control.packages().find(({ id }) => id === priced.id);
  const change = (body: object) => desk.ask<Body>('PATCH', `/console/packages/${priced.id}`, body);
  return { desk, control, priced, present, change };
}

describe('a package of live Managed Backup', { timeout: 60_000 }, () => {
  it('is disabled and enabled, loses neither its cost nor a limit, and is shown as it is then', async () => {
    const { desk, control, priced, change } = await openPackages();
    const id = String(priced.id);
    const others = control.packages().filter((one) => one.id !== priced.id);
    for (const enabled of [false, true]) {
      const shown = { id, name: priced.name, storageLimitGb: priced.storageLimitGb, enabled };
      expect(await change({ enabled })).toEqual({ status: 200, body: shown });
      expect(new Set(control.packages())).toEqual(new Set([...others, { ...priced, isEnabled: enabled }]));
      expect((await desk.ask<Body>('GET', '/console/packages')).body.items).toContainEqual(shown);
      const offered = await desk.ask<PackageView[]>('GET', '/packages');
      expect(offered.body.find((one) => one.id === id)).toMatchObject({ enabled });
    }
  });

  it('is neither renamed nor resized here, which is said with where it is done', async () => {
    const { change, priced, present } = await openPackages();
    for (const body of [{ name: 'Other' }, { storageLimitGb: 1, enabled: false }]) {
      const refused = await change(body);
      expect(refused).toMatchObject({ status: 409, body: { code: 'managed_backup_read_only' } });
      expect(refused.body.detail).toContain('in the Managed Backup console, under Backup > Storage Limits');
    }
    expect(present()).toEqual(priced);
  });

  it('is told to be refused in Managed Backup’s own words', async () => {
    const { control, priced, change } = await openPackages();
    control.whenCalled('PUT Packages', 1, () => control.removePackage(priced.id));
    const refused = await change({ enabled: false });
    expect(refused).toMatchObject({ status: 422, body: { code: 'managed_backup_rejected' } });
    expect(refused.body.detail).toContain('Package not found.');
    expect((await change({ enabled: false })).status).toBe(404);
  });

  it('is looked up when the answer is lost, and is not called switched unless it is', async () => {
    const { control, priced, present, change } = await openPackages();
    control.orderFault({ fault: 'html_after_effect', path: 'PUT Packages' });
    expect(await change({ enabled: false })).toMatchObject({ status: 200, body: { enabled: false } });
    control.orderFault({ fault: 'error_500', path: 'PUT Packages' });
    const unclear = await change({ enabled: true });
    expect(unclear).toMatchObject({ status: 502, body: { code: 'managed_backup_unclear' } });
    expect(unclear.body.detail).toContain('Look at it in the Managed Backup console');
    expect(present()).toEqual({ ...priced, isEnabled: false });
  });

  it('is left alone while Managed Backup is away', async () => {
    const { control, priced, present, change } = await openPackages();
    control.orderFault({ fault: 'unavailable', path: 'GET Packages/{id}', times: 4 });
    const away = await change({ enabled: false });
    expect(away).toMatchObject({ status: 503, body: { code: 'managed_backup_unavailable' } });
    expect(away.body.detail).toContain('out of order');
    expect(present()).toEqual(priced);
  });
});
