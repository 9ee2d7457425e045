import { describe, expect, it, onTestFinished } from 'vitest';
import { MbsApi } from '../../../adapters/mbs-api/mbs-api.ts';
import { HttpTransport, type Transport } from '../../../adapters/mbs-api/transport.ts';
import { packageId } from '../../../core/domain/ids.ts';
import { type FaultName, startPracticeMbs } from '../../../host-shim/practice-mbs/practice-mbs.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { OURS, rejectionOf } from './opened-mbs.ts';

const CHANGE = 'PUT Packages';

/** The adapter in front of a practice MBS, with the package that has a cost and a restore limit. Waits take no time. */
async function openPackages() {
  const practice = await startPracticeMbs({ users: 0 });
  const { url, login, control } = practice;
  const http = new HttpTransport({ timeoutMs: 60_000 });
  const sent: string[] = [];
  const transport: Transport = {
    send: (call) => {
      sent.push(call.method);
      return http.send(call);
    },
    close: () => http.close(),
  };
  const pause = async () => undefined;
  const mbs = new MbsApi({ url, ...login, tenantId: OURS, log: new SilentLog(), pause, transport });
  onTestFinished(async () => {
    await mbs.close();
    await practice.close();
  });
  const priced = control.packages().find(({ cost, isEnabled }) => cost > 0 && isEnabled)!;
  const present = () => control.packages().find(({ id }) => id === priced.id);
  const edit = (isEnabled?: boolean) => mbs.packageEditing.edit(packageId(String(priced.id)), { isEnabled });
  await edit(); // Logs in.
  sent.length = 0;
  return { control, mbs, priced, present, edit, sent };
}

const shown = (enabled: boolean) => ({
  kind: 'changed',
  package: expect.objectContaining({ name: 'Standard 250 GB', storageLimitGb: 250, enabled }) as object,
});

describe('a package over the MBS API', () => {
  it('is disabled and enabled, and keeps its cost, its limits and everything else', async () => {
    const { control, priced, edit } = await openPackages();
    const before = control.packages();
    for (const isEnabled of [false, true]) {
      expect(await edit(isEnabled)).toEqual(shown(isEnabled));
      expect(control.packages()).toEqual(before.map((one) => (one.id === priced.id ? { ...one, isEnabled } : one)));
    }
  });

  it.each(['ID', 'Id'] as const)('is sent back under its id, which is spelt %s', async (idSpelling) => {
    const { control, priced, present, edit } = await openPackages();
    control.setSwitches({ idSpelling, nothingReturned: 'status_200' });
    expect(await edit(false)).toEqual(shown(false));
    expect(present()).toEqual({ ...priced, isEnabled: false });
  });

  it('is not written when it is as wanted, and not found when there is none', async () => {
    const { control, mbs, priced, edit, sent } = await openPackages();
    expect(await edit(true)).toEqual(shown(true));
    expect(await edit()).toEqual(shown(true));
    control.removePackage(priced.id);
    expect(await edit(false)).toEqual({ kind: 'absent' });
    expect(await mbs.packageEditing.edit(packageId('no-number'), { isEnabled: false })).toEqual({ kind: 'absent' });
    expect(new Set(sent)).toEqual(new Set(['GET']));
  });

  it.each<FaultName>(['answer_lost', 'error_after_effect', 'html_after_effect', 'gateway_timeout', 'garbage_json'])(
    'is looked up when the answer is lost (%s), and written once',
    async (fault) => {
      const { control, priced, present, edit, sent } = await openPackages();
      control.orderFault({ fault, path: CHANGE });
      expect(await edit(false)).toEqual(shown(false));
      expect(present()).toEqual({ ...priced, isEnabled: false });
      expect(sent).toEqual(['GET', 'PUT', 'GET']);
    },
  );

  it.each<FaultName>(['reset', 'error_500', 'html_200'])(
    'is not called changed when the call did nothing (%s)',
    async (fault) => {
      const { control, priced, present, edit } = await openPackages();
      control.orderFault({ fault, path: CHANGE });
      expect(await edit(false)).toEqual({ kind: 'unknown' });
      expect(present()).toEqual(priced);
    },
  );

  it('is not called changed when it can’t be read back, or no longer is what it was', async () => {
    const { control, priced, edit } = await openPackages();
    control.orderFault({ fault: 'unavailable', path: 'GET Packages/{id}', skip: 1, times: 4 });
    expect(await edit(false)).toEqual({ kind: 'unknown' });
    control.clearFaults();
    control.whenCalled('GET Packages/{id}', 2, () => control.changePackage(priced.id, { cost: 0 }));
    expect(await edit(true)).toEqual({ kind: 'unknown' });
  });

  it.each(['status_400', 'said_in_200'] as const)('is refused in Managed Backup’s own words (%s)', async (refusals) => {
    const { control, priced, edit } = await openPackages();
    control.setSwitches({ refusals });
    control.whenCalled(CHANGE, 1, () => control.removePackage(priced.id));
    expect(await edit(false)).toEqual({ kind: 'rejected', code: 'console_refused', quote: 'Package not found.' });
  });

  it('is left alone while Managed Backup can’t be read, or takes no more calls', async () => {
    const { control, priced, present, edit, sent } = await openPackages();
    control.orderFault({ fault: 'unavailable', path: 'GET Packages/{id}', times: 4 });
    expect(await rejectionOf(edit(false))).toMatchObject({ code: 'console_unavailable' });
    expect(new Set(sent)).toEqual(new Set(['GET']));
    control.orderFault({ fault: 'too_many', path: CHANGE, times: 5 });
    expect(await edit(false)).toEqual({ kind: 'rejected', code: 'console_unavailable', quote: null });
    expect(present()).toEqual(priced);
  });

  it('is switched by two people one after the other', async () => {
    const { priced, present, edit, sent } = await openPackages();
    expect(await Promise.all([edit(false), edit(true), edit(true)])).toEqual([shown(false), shown(true), shown(true)]);
    expect(present()).toEqual(priced);
    expect(sent).toEqual(['GET', 'PUT', 'GET', 'GET', 'PUT', 'GET', 'GET']);
  });
});
