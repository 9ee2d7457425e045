import type { Wiring } from '../../adapters/container.ts';
import type { TenantId } from '../../core/domain/ids.ts';
import type { RefreshMode } from '../../core/domain/run.ts';

/** @throws when the refresh does not end well */
export async function runRefresh({ ports, useCases }: Wiring, tenantId: TenantId, mode: RefreshMode): Promise<void> {
  const request = { requestedBy: 'bench', idempotencyKey: null, fingerprint: '', mode };
  const { id } = await useCases.startRefresh.run(tenantId, request);
  const claimed = await ports.runs.claim({ leaseMs: 600_000 });
  if (claimed === null) throw new Error('There is no run to work on');
  await useCases.carryOutRun.run(claimed, new AbortController().signal);
  const run = await ports.runs.find(tenantId, id);
  if (run?.state !== 'done') throw new Error(`The refresh ended ${run?.state}: ${run?.problem?.text}`);
}
