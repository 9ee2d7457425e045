import type { ContactSource } from '../../core/ports/contact-source.ts';
import type { Gate } from './gate.ts';

/** A source that can be stopped on the way: before it counts, which a refresh does before it reads. */
export function gatedSource(source: ContactSource, gate: Gate): ContactSource {
  return {
    check: (credentials, signal) => source.check(credentials, signal),
    async counts(credentials, signal) {
      await gate.pass();
      return source.counts(credentials, signal);
    },
    contacts: (credentials, signal) => source.contacts(credentials, signal),
    accounts: (credentials, signal) => source.accounts(credentials, signal),
  };
}
