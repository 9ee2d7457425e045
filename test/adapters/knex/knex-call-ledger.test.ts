import { describe, expect, it } from 'vitest';
import { KnexCallLedger } from '../../../adapters/knex/knex-call-ledger.ts';
import { tenantId } from '../../../core/domain/ids.ts';
import { callLedgerContract } from '../../contract/call-ledger.contract.ts';
import { ENGINES, openDatabase } from '../../support/databases.ts';

for (const engine of ENGINES) {
  callLedgerContract(engine, async () => {
    const { knex, dispose } = await openDatabase(engine);
    return { ledger: new KnexCallLedger({ knex }), other: new KnexCallLedger({ knex }), dispose };
  });
}

describe.each(ENGINES)('the calls’ table on %s', (engine) => {
  it('keeps no more than the minutes of two hours, of each provider', async () => {
    const { knex, dispose } = await openDatabase(engine);
    try {
      const ledger = new KnexCallLedger({ knex });
      const tenants = ['msp-1', 'msp-2'].map(tenantId);
      for (const [hour, tenant] of [
        [7, tenants[0]!],
        [7, tenants[1]!],
        [8, tenants[0]!],
        [10, tenants[0]!],
      ] as const) {
        await ledger.record(tenant, { at: new Date(Date.UTC(2026, 10, 24, hour)), count: 1 });
      }
      const kept = await knex('autotask_call').select('tenant_id', 'minute', 'calls').orderBy(['tenant_id', 'minute']);
      expect(kept).toEqual([
        { tenant_id: 'msp-1', minute: '2026-11-24T08:00:00.000Z', calls: 1 },
        { tenant_id: 'msp-1', minute: '2026-11-24T10:00:00.000Z', calls: 1 },
        { tenant_id: 'msp-2', minute: '2026-11-24T07:00:00.000Z', calls: 1 },
      ]);
    } finally {
      await dispose();
    }
  });
});
