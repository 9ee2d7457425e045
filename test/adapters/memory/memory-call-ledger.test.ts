import { MemoryCallLedger } from '../../../adapters/memory/memory-call-ledger.ts';
import { callLedgerContract } from '../../contract/call-ledger.contract.ts';

callLedgerContract('memory', () => {
  const ledger = new MemoryCallLedger();
  return Promise.resolve({ ledger, other: ledger, dispose: () => Promise.resolve() });
});
